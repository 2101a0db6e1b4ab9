"""What hangs on one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import units_called
from graphmodel.analysis.frames import BOOLEAN, INTEGER, frame
from graphmodel.analysis.roles import LEAD, NAMES
from graphmodel.analysis.tasks import about, due_of_tasks, own_tasks, roles_by_task
from graphmodel.model.facts import Facts

if TYPE_CHECKING:
    import pandas as pd


def dissolution(facts: Facts, unit: str) -> pd.DataFrame:
    """What the end of a unit would hit: its tasks, those that nobody else leads first.

    A row of an annex that states again what the body says is no task of its own.

    Args:
        facts: The facts.
        unit: Id or name of the unit; of several of that name all, one after the other.

    Returns:
        By unit, role (lead, support, engaged), leaderless, plan and place in the plan: `unit`,
        `name`; `role`: its strongest; `leaderless`: whether it leads and nobody else does;
        `plan`, `task`, `path`, `title`, `due` (or None); `other_leads`: other bodies that lead,
        `partners`: other bodies with any role.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    units, due = units_called(facts, unit), due_of_tasks(facts)
    tasks = own_tasks(facts, units)
    parties = roles_by_task(facts, {task.id for _, _, task in tasks})
    rows = []
    for key, own, task in tasks:
        others = [role for body, role in parties[task.id].items() if body != key]
        leads = others.count(LEAD)
        leaderless = own == LEAD and not leads
        said = (key, units[key], NAMES[own], leaderless, *about(task), due.get(task.id))
        rows.append((*said, leads, len(others), own))
    rows.sort(key=lambda row: (row[0], row[-1], not row[3]))  # stable: tasks stay in order
    columns = "unit name role leaderless plan task path title due other_leads partners"
    types = {"leaderless": BOOLEAN, "other_leads": INTEGER, "partners": INTEGER}
    return frame((row[:-1] for row in rows), columns, **types)
