"""What is due when, and who leads it. What was done in time, no plan says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import body_names
from graphmodel.analysis.due import NOBODY, Deadlines, due
from graphmodel.analysis.frames import INTEGER, frame
from graphmodel.analysis.roles import integers
from graphmodel.analysis.tasks import about, leaders, tasks_by_id
from graphmodel.model.facts import Facts
from graphmodel.model.records import Deadline

if TYPE_CHECKING:
    import pandas as pd


def due_within(
    facts: Facts, since: date, until: date, plan: str = "", unit: str = ""
) -> pd.DataFrame:
    """The deadlines within a period, the first first, with who leads the task.

    Deadlines that recur or hang on an event have no day, and are not among them.

    Args:
        facts: The facts.
        since: The first day of the period.
        until: Its last day.
        plan: Id of the plan that is looked at; empty: all.
        unit: Id or name of the leading body that is looked at; empty: all, and nobody.

    Returns:
        A row for each deadline and body that leads the task, or one where nobody does; by date,
        plan, place in the plan and body: `date` (ISO 8601), `lead` (id) and `lead_name`, or
        None; `plan`, `task`, `path`, `title`; `deadline` (id), its `start`, `end`.
    """
    first, last = since.isoformat(), until.isoformat()
    return _deadlines(facts, lambda day: first <= day <= last, plan, unit)


def overdue(facts: Facts, day: date, plan: str = "", unit: str = "") -> pd.DataFrame:
    """The deadlines that are past on a day, the first first, with who leads the task.

    Args:
        facts: The facts.
        day: The day to judge by; what is due on it is not yet past.
        plan: Id of the plan that is looked at; empty: all.
        unit: Id or name of the leading body that is looked at; empty: all, and nobody.

    Returns:
        As `due_within`.
    """
    today = day.isoformat()
    return _deadlines(facts, lambda last: last < today, plan, unit)


def _deadlines(facts: Facts, is_meant: Callable[[str], bool], plan: str, unit: str) -> pd.DataFrame:
    """The deadlines of the days that are meant, which have no others between them."""
    dated = [(d.date, d) for d in facts.deadlines if d.date is not None and plan in ("", d.plan)]
    dated.sort(key=lambda one: (one[1].plan, one[1].start, one[1].id))
    calendar = sorted({day for day, _ in dated})
    meant = [number for number, day in enumerate(calendar) if is_meant(day)] or [-1]
    led = leaders(facts)
    bodies = sorted({body for leads in led.values() for body in leads})
    rows, leads = due(_columns(facts, dated, calendar, led, bodies), meant[0], meant[-1])
    tasks, names = tasks_by_id(facts), body_names(facts)
    found = (
        (day, lead, names.get(lead), *about(tasks[d.task]), d.id, d.start, d.end)
        for (day, d), lead in zip(
            (dated[row] for row in rows.tolist()),
            (bodies[body] if body != NOBODY else None for body in leads.tolist()),
            strict=True,
        )
        if unit in ("", lead, names.get(lead))
    )
    columns = "date lead lead_name plan task path title deadline start end"
    return frame(found, columns, start=INTEGER, end=INTEGER)


def _columns(
    facts: Facts,
    dated: Sequence[tuple[str, Deadline]],
    calendar: Sequence[str],
    led: Mapping[str, Sequence[str]],
    bodies: Sequence[str],
) -> Deadlines:
    """The deadlines and leads as numbers: days of the calendar, rows of tasks, places of bodies."""
    days, units = ({key: n for n, key in enumerate(keys)} for keys in (calendar, bodies))
    tasks = {task.id: row for row, task in enumerate(facts.tasks)}
    pairs = sorted((tasks[task], units[body]) for task, leads in led.items() for body in leads)
    return Deadlines(
        integers(days[day] for day, _ in dated),
        integers(tasks[d.task] for _, d in dated),
        *(integers(pair[side] for pair in pairs) for side in (0, 1)),
    )
