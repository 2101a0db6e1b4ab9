"""What stands in the way of relief: the leads that a unit keeps, and why it keeps them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import body_names
from graphmodel.analysis.frames import INTEGER, frame
from graphmodel.analysis.parts import parts_of_units
from graphmodel.analysis.relief.handovers import Handover
from graphmodel.analysis.roles import LEAD, SUPPORT
from graphmodel.analysis.tasks import about, roles_by_task, tasks_by_id
from graphmodel.model.facts import Facts
from graphmodel.model.records import Responsibility

if TYPE_CHECKING:
    import pandas as pd

NO_SUPPORTER, NO_UNIT, FULL = "no_supporter", "no_unit", "full"
"""Nobody supports; only groups, outside bodies or bodies of other places do; units do, and would
themselves be above the line."""
_REASONS = (NO_SUPPORTER, NO_UNIT, FULL)


def obstacles(
    facts: Facts,
    units: pd.DataFrame,
    open_changes: Sequence[Handover],
    chosen: Sequence[Handover],
) -> pd.DataFrame:
    """The leads of the units that stay above the line, those that nobody can take first.

    Args:
        facts: The state before.
        units: The loads before and after (`state.after`).
        open_changes: All changes that are open.
        chosen: Those that are made.

    Returns:
        By unit, reason (`NO_SUPPORTER`, `NO_UNIT`, `FULL`), plan and place in the plan: `unit`,
        `name`, `reason`, `plan`, `task`, `path`, `title`, `group` (number of the attribution),
        `supporters` (names, a tuple), `responsibility` (id of the lead).
    """
    stuck = units[units["above_after"]]["unit"].tolist()
    table = parts_of_units(facts, stuck)
    handed = {change.lead.row for change in chosen}
    rows = [row for row in table[table["role"] == LEAD]["row"].tolist() if row not in handed]
    can_go = {facts.responsibilities[change.lead.row].id for change in open_changes}
    found = sorted(_rows(facts, [facts.responsibilities[row] for row in rows], stuck, can_go))
    columns = "unit name reason plan task path title group supporters responsibility"
    return frame((row for _, row in found), columns, group=INTEGER)


_Rank = tuple[int, int, str, int, str]


def _rows(
    facts: Facts, leads: Sequence[Responsibility], units: Sequence[str], can_go: Collection[str]
) -> Iterator[tuple[_Rank, tuple[object, ...]]]:
    """A row for each lead, with its place among them."""
    parties = roles_by_task(facts, {lead.task or "" for lead in leads})
    names, tasks = body_names(facts), tasks_by_id(facts)
    for lead in leads:
        bodies = sorted(b for b, role in parties[lead.task or ""].items() if role == SUPPORT)
        reason = _reason(bodies, lead.id in can_go)
        task = tasks[lead.task]
        rank = (units.index(lead.unit), _REASONS.index(reason), task.plan, task.start, lead.id)
        said = (lead.unit, names[lead.unit], reason, *about(task), lead.group)
        yield rank, (*said, tuple(names[body] for body in bodies), lead.id)


def _reason(supporters: Sequence[str], can_go: bool) -> str:
    if can_go:
        return FULL
    return NO_UNIT if supporters else NO_SUPPORTER
