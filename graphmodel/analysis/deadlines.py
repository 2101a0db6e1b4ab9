"""What is due when, and who leads it. What was done in time, no plan says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import body_names
from graphmodel.analysis.frames import INTEGER, frame
from graphmodel.analysis.tasks import about, leaders, tasks_by_id
from graphmodel.model.facts import Facts

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
    tasks, led, names = tasks_by_id(facts), leaders(facts), body_names(facts)
    chosen = [
        (d.date, d)
        for d in facts.deadlines
        if d.date is not None and is_meant(d.date) and plan in ("", d.plan)
    ]
    chosen.sort(key=lambda one: (one[0], one[1].plan, one[1].start, one[1].id))
    nobody: list[str | None] = [None]
    rows = (
        (day, lead, names.get(lead), *about(tasks[d.task]), d.id, d.start, d.end)
        for day, d in chosen
        for lead in led.get(d.task, nobody)
        if unit in ("", lead, names.get(lead))
    )
    columns = "date lead lead_name plan task path title deadline start end"
    return frame(rows, columns, start=INTEGER, end=INTEGER)
