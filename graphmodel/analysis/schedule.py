"""What is due on which day, and how urgent that is on a day: deadlines and duties together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.analysis.bodies import body_names
from graphmodel.analysis.frames import FLOAT, INTEGER, frame
from graphmodel.analysis.recurrence import Occurrence, occurrences
from graphmodel.analysis.tasks import about, leaders, tasks_by_id
from graphmodel.model.columns import Strings
from graphmodel.model.facts import Facts
from graphmodel.model.records import Deadline, Duty, Task
from graphmodel.model.vocabulary import Recurrence

if TYPE_CHECKING:
    import pandas as pd

FINISHED, OVERDUE, RED, YELLOW, GREEN, UNDATED = STATES = (
    *("finished", "overdue", "red", "yellow", "green", "undated"),
)
DEADLINE = "deadline"
"""The kind of what is due that is no duty."""


@dataclass(frozen=True, slots=True)
class Timing:
    """The day to judge by, and how; all lengths in days."""

    today: date
    red: int = 7
    """Days left from which on something is red."""
    yellow: int = 30
    """Days left from which on something is yellow."""
    horizon: int = 90
    """Days ahead for which what recurs is told, and at least the next time."""
    working_days: bool = False
    """Whether what falls on a weekend is due on Monday (`recurrence.occurrences`)."""

    def __post_init__(self) -> None:
        """Refuse thresholds that contradict each other.

        Raises:
            ValueError: A length is negative, or red begins before yellow.
        """
        if not (0 <= self.red <= self.yellow and self.horizon >= 0):
            raise ValueError(f"red {self.red}, yellow {self.yellow}, horizon {self.horizon}")

    @property
    def until(self) -> date:
        """The last day for which what recurs is told."""
        return date.fromordinal(min(self.today.toordinal() + self.horizon, date.max.toordinal()))


class DueItem(NamedTuple):
    """A deadline or a duty."""

    id: str
    plan: str
    kind: str
    """`DEADLINE`, or the kind of duty."""
    task: Task | None
    """The task that it belongs to, or in whose words the duty stands."""
    bodies: Strings
    """Those that lead the task or have the duty, by id."""
    to: str | None
    """The body that it is owed to."""
    recurrence: Recurrence | None
    dates: Strings
    event: str | None
    start: int
    end: int


def schedule(
    facts: Facts, timing: Timing, finished: Collection[str] = (), plan: str = ""
) -> pd.DataFrame:
    """Everything that is due, on its days, with its state on a day.

    A deadline or duty that recurs has a row for each day from the day to judge by, or the issue
    of the plan where that is later, up to the horizon, and at least the next: whether it was met
    before, no plan says. A recurring deadline
    whose words are part of a duty is told as the duty; a deadline that a row of an annex states
    again is told once.

    Args:
        facts: The facts.
        timing: The day to judge by, and the thresholds.
        finished: Ids of tasks that are done; what they are due by is neither overdue nor open.
        plan: Id of the plan that is looked at; empty: all.

    Returns:
        By date, plan and place in the plan, what has no day last:

        - `date` (ISO 8601, or None), `stated` (as the plan says it, before it is moved to a
          working day);
        - `state`: finished; overdue: the day is past; red, yellow: at most so many days left as
          `timing` says; green; undated;
        - `days` left, negative of days past, or None;
        - `kind`: deadline, report, meet, bulletin or assess;
        - `plan`; `task`, `path`, `title` of the task, or None;
        - `units`, `names`: ids and names of the bodies that lead the task or have the duty;
        - `owed_to`, `owed_to_name`: for whom; `recurrence`; `event`: what it hangs on;
        - `id` of the deadline or duty, its `start`, `end`.
    """
    done = _with_restated(facts, finished)
    names, issued = body_names(facts), {one.id: one.issued for one in facts.plans}
    rows = [
        _row(item, day, timing, done, names)
        for item in due_items(facts)
        if plan in ("", item.plan)
        for day in _days(item, timing, issued.get(item.plan))
    ]
    rows.sort(key=lambda row: (row[0] is None, row[0], row[5], row[-2], row[-3]))
    columns = "date stated state days kind plan task path title units names owed_to owed_to_name"
    return frame(rows, f"{columns} recurrence event id start end", start=INTEGER, end=INTEGER)


def task_dates(facts: Facts, plan: str = "") -> pd.DataFrame:
    """How many tasks of each plan have a day, in the order of plans.

    A row of an annex that states a task again is none of its own, but its deadline counts.

    Args:
        facts: The facts.
        plan: Id of the plan that is looked at; empty: all.

    Returns:
        `plan`; `tasks`; `with_day`: those with a date; `recurring`: those that only recur;
        `without_date`: all others, those that hang on an event too; `share` of these, 0 to 1.
    """
    own = {task.id: task.same_as or task.id for task in facts.tasks}
    dated = {own.get(d.task) for d in facts.deadlines if d.date}
    recurring = {own.get(d.task) for d in facts.deadlines if d.recurrence} - dated
    tasks: defaultdict[str, list[str]] = defaultdict(list)
    for task in facts.tasks:
        if task.same_as is None:
            tasks[task.plan].append(task.id)
    rows = []
    for key in (one.id for one in facts.plans if plan in ("", one.id)):
        days, again = (len(found.intersection(tasks[key])) for found in (dated, recurring))
        without = len(tasks[key]) - days - again
        share = without / len(tasks[key]) if tasks[key] else 0.0
        rows.append((key, len(tasks[key]), days, again, without, share))
    counts = dict.fromkeys(("tasks", "with_day", "recurring", "without_date"), INTEGER)
    return frame(rows, "plan tasks with_day recurring without_date share", **counts, share=FLOAT)


def _with_restated(facts: Facts, finished: Collection[str]) -> frozenset[str]:
    """The finished tasks, and those that state them again or that they state again."""
    pairs = [(task.id, task.same_as) for task in facts.tasks if task.same_as is not None]
    again = {one for pair in pairs if not set(pair).isdisjoint(finished) for one in pair}
    return frozenset(finished) | again


def due_items(facts: Facts) -> Iterator[DueItem]:
    """All deadlines and duties; without deadlines that a duty or the body of the plan tells too."""
    tasks, led = tasks_by_id(facts), leaders(facts)
    told, around = _restated(facts, tasks), _Around(facts)
    duties: defaultdict[str, list[Duty]] = defaultdict(list)
    for duty in facts.duties:
        duties[duty.plan].append(duty)
        yield _of_duty(duty, around.task(duty))
    for d in facts.deadlines:
        part_of_duty = d.recurrence and any(u.start <= d.start < u.end for u in duties[d.plan])
        if not part_of_duty and d.id not in told:
            yield _of_deadline(d, tasks[d.task], tuple(led.get(d.task, ())))


def _restated(facts: Facts, tasks: Mapping[str | None, Task]) -> set[str]:
    """The deadlines of rows of an annex that say what the task of the body says."""
    said = {(d.task, d.date, d.recurrence, d.event) for d in facts.deadlines}
    return {
        d.id
        for d in facts.deadlines
        if (tasks[d.task].same_as, d.date, d.recurrence, d.event) in said
    }


class _Around:
    """The tasks, to be found by words that stand in them."""

    def __init__(self, facts: Facts) -> None:
        """Put the tasks of each plan together."""
        self._tasks: defaultdict[str, list[Task]] = defaultdict(list)
        for task in facts.tasks:
            self._tasks[task.plan].append(task)

    def task(self, duty: Duty) -> Task | None:
        """The task in whose words a duty stands; of several the shortest."""
        around = (t for t in self._tasks[duty.plan] if t.start <= duty.start < t.end)
        return min(around, key=lambda task: (task.end - task.start, task.id), default=None)


def _of_duty(d: Duty, task: Task | None) -> DueItem:
    bodies = tuple(sorted(set(d.units)))
    what = (d.id, d.plan, str(d.kind), task, bodies, d.to)
    return DueItem(*what, d.recurrence, d.dates, None, d.start, d.end)


def _of_deadline(d: Deadline, task: Task, bodies: Strings) -> DueItem:
    dates = (d.date,) if d.date else ()
    what = (d.id, d.plan, DEADLINE, task, bodies, None)
    return DueItem(*what, d.recurrence, dates, d.event, d.start, d.end)


def _days(item: DueItem, timing: Timing, issued: str | None) -> list[Occurrence | None]:
    since = max(timing.today, date.fromisoformat(issued) if issued else timing.today)
    days: list[Occurrence | None] = [
        *occurrences(
            *(item.recurrence, item.dates, since, timing.until),
            working_days=timing.working_days,
        )
    ]
    return days or [None]


def _row(
    item: DueItem,
    day: Occurrence | None,
    timing: Timing,
    done: Collection[str],
    names: Mapping[str | None, str],
) -> tuple[Any, ...]:
    left = (day.due - timing.today).days if day else None
    is_done = item.task is not None and item.task.id in done
    state = FINISHED if is_done else _state(left, timing)
    when = (day.due.isoformat(), day.stated.isoformat()) if day else (None, None)
    task = about(item.task)[1:] if item.task else (None, None, None)
    who = (item.bodies, tuple(names.get(body, body) for body in item.bodies))
    owed = (item.to, names.get(item.to), str(item.recurrence) if item.recurrence else None)
    place = (item.event, item.id, item.start, item.end)
    return (*when, state, left, item.kind, item.plan, *task, *who, *owed, *place)


def _state(left: int | None, timing: Timing) -> str:
    if left is None:
        return UNDATED
    if left < 0:
        return OVERDUE
    if left <= timing.red:
        return RED
    return YELLOW if left <= timing.yellow else GREEN
