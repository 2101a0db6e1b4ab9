"""The recurring duties of bodies: who has to report, meet, publish, assess, and for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import bodies_called, body_names
from graphmodel.analysis.frames import INTEGER, frame
from graphmodel.model.facts import Facts
from graphmodel.model.records import Duty

if TYPE_CHECKING:
    import pandas as pd


def recurring_duties(facts: Facts, plan: str = "", unit: str = "") -> pd.DataFrame:
    """All recurring duties, those that are owed to nobody too, by plan and place in the plan.

    Args:
        facts: The facts.
        plan: Id of the plan that is looked at; empty: all.
        unit: Id or name of the body whose duties are looked at; empty: all, and nobody's.

    Returns:
        A row for each duty and body that has it, or one where no body is named: `plan`, `duty`
        (id), `kind`, `recurrence` (or None), `dates` (a tuple); `unit` and `name` of the body,
        `owed_to` and `owed_to_name` of the one that it is owed to, each None where nobody is
        named; `start`, `end`.
    """
    names = body_names(facts)
    table = _table(names, (duty for duty in facts.duties if plan in ("", duty.plan)))
    if not unit:
        return table
    chosen = (table["unit"] == unit) | (table["name"] == unit)
    return table[chosen].reset_index(drop=True)


def reports_owed_to(facts: Facts, unit: str, kind: str = "report") -> pd.DataFrame:
    """What bodies owe to a body, by plan and place in the plan.

    Args:
        facts: The facts.
        unit: Id or name of the body.
        kind: The kind of duty that is looked at: report, meet, bulletin, assess; empty: all.

    Returns:
        As `recurring_duties`.
    """
    called = bodies_called(facts, unit)
    owed = (d for d in facts.duties if d.to in called and kind in ("", d.kind))
    return _table(body_names(facts), owed)


def _table(names: Mapping[str | None, str], duties: Iterable[Duty]) -> pd.DataFrame:
    rows = []
    for d in sorted(duties, key=lambda d: (d.plan, d.start, d.id)):
        what = (d.plan, d.id, str(d.kind), str(d.recurrence) if d.recurrence else None, d.dates)
        owed_to = (d.to, names.get(d.to), d.start, d.end)
        bodies: list[str | None] = [*sorted(set(d.units))] or [None]
        rows += [(*what, unit, names.get(unit), *owed_to) for unit in bodies]
    columns = "plan duty kind recurrence dates unit name owed_to owed_to_name start end"
    return frame(rows, columns, start=INTEGER, end=INTEGER)
