"""What a unit has to do, task by task, and the numbers that tasks are to reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import body_names, units_called
from graphmodel.analysis.frames import FLOAT, INTEGER, frame
from graphmodel.analysis.parts import leads_together, parts_of_units
from graphmodel.analysis.roles import LEAD, NAMES, NUMBERS
from graphmodel.model.columns import encode
from graphmodel.model.facts import Facts
from graphmodel.model.records import Task

if TYPE_CHECKING:
    import pandas as pd

RoleOf = dict[str, int]
"""Bodies by id, with the number of their role."""


def leads_of_unit(facts: Facts, unit: str) -> pd.DataFrame:
    """The attributions of tasks that a unit leads, by plan and place in the plan.

    Args:
        facts: The facts.
        unit: Id or name of the unit; of several of that name all, one after the other.

    Returns:
        `unit`, `name`; `plan`, `task`, `path`, `title` of the task; `group`: number of the
        attribution; `basis`; `co_leads`: bodies that lead in it, itself included; `mention`;
        `due`: first day on which something of the task is due, or None; `start`, `end` of the
        mention, in code points.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    units = units_called(facts, unit)
    table = parts_of_units(facts, units)
    tasks, due, together = tasks_by_id(facts), due_of_tasks(facts), leads_together(facts)
    found = []
    for row in table[table["role"] == LEAD]["row"].tolist():
        r = facts.responsibilities[row]
        task, basis = tasks[r.task], str(r.basis) if r.basis else None
        said = (r.group, basis, int(together[row]), r.mention, due.get(task.id))
        place = (r.start, r.end, task.start)
        found.append((r.unit, units[r.unit], *about(task), *said, *place))
    found.sort(key=lambda row: (row[0], row[2], row[-1], row[3], row[6]))
    names = "unit name plan task path title group basis co_leads mention due start end"
    numbers = dict.fromkeys(("group", "co_leads", "start", "end"), INTEGER)
    return frame((row[:-1] for row in found), names, **numbers)


def tasks_of_unit(facts: Facts, unit: str) -> pd.DataFrame:
    """The tasks that a unit has a part in, with all other bodies in each.

    A row of an annex that states again what the body says is no task of its own.

    Args:
        facts: The facts.
        unit: Id or name of the unit; of several of that name all, one after the other.

    Returns:
        A row for each task and other body, or one without a partner; by plan, place in the
        plan, the partner's role and id: `unit`, `name`, `role` (its strongest: lead, support,
        engaged), `plan`, `task`, `path`, `title`, `due`, `partner`, `partner_name`,
        `partner_role`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    units, names, due = units_called(facts, unit), body_names(facts), due_of_tasks(facts)
    tasks = own_tasks(facts, units)
    parties = roles_by_task(facts, {task.id for _, _, task in tasks})
    found: list[tuple[str | None, ...]] = []
    for key, own, task in tasks:
        others = sorted((role, body) for body, role in parties[task.id].items() if body != key)
        first = (key, units[key], NAMES[own], *about(task), due.get(task.id))
        partners = [(*first, body, names[body], NAMES[role]) for role, body in others]
        found += partners or [(*first, None, None, None)]
    columns = "unit name role plan task path title due partner partner_name partner_role"
    return frame(found, columns)


def targets_of_metric(facts: Facts, metric: str, plan: str = "") -> pd.DataFrame:
    """The targets whose metric has some words in it, by plan and place in the plan.

    Args:
        facts: The facts.
        metric: The words.
        plan: Id of the plan that is looked at; empty: all.

    Returns:
        `target`, `metric`, `op`, `value` (in `unit_of_value`), `unit_of_value`, `plan`; `task`,
        `path`, `title`, None for a goal of the whole plan; `start`, `end`.
    """
    tasks = tasks_by_id(facts)
    chosen = [g for g in facts.targets if metric in g.metric and plan in ("", g.plan)]
    chosen.sort(key=lambda g: (g.plan, g.start, g.id))
    rows = []
    for g in chosen:
        task = about(tasks[g.task])[1:] if g.task is not None else (None, None, None)
        rows.append((g.id, g.metric, str(g.op), g.value, g.unit, g.plan, *task, g.start, g.end))
    columns = "target metric op value unit_of_value plan task path title start end"
    return frame(rows, columns, value=FLOAT, start=INTEGER, end=INTEGER)


def own_tasks(facts: Facts, units: Mapping[str, str]) -> list[tuple[str, int, Task]]:
    """The tasks that some units have a part in: id of the unit, number of its strongest role.

    By unit, plan and place in the plan.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    roles: dict[tuple[str, str | None], int] = {}
    tasks = tasks_by_id(facts)
    for row in parts_of_units(facts, units)["row"].tolist():
        r = facts.responsibilities[row]
        key = r.unit, r.task
        roles[key] = min(NUMBERS[r.role], roles.get(key, len(NAMES)))
    own = ((unit, role, tasks[task]) for (unit, task), role in roles.items())
    return sorted(own, key=lambda one: (one[0], one[2].plan, one[2].start, one[2].id))


def roles_by_task(facts: Facts, tasks: Collection[str]) -> Mapping[str, RoleOf]:
    """The bodies of some tasks, rows of annexes as they are printed, with their strongest role."""
    found: defaultdict[str, RoleOf] = defaultdict(dict)
    for r in facts.responsibilities:
        if r.task is not None and r.task in tasks:
            bodies = found[r.task]
            bodies[r.unit] = min(NUMBERS[r.role], bodies.get(r.unit, len(NAMES)))
    return found


def leaders(facts: Facts) -> Mapping[str, list[str]]:
    """The bodies that lead each task that somebody leads, each once, by id."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for r in facts.responsibilities:
        if r.task is not None and NUMBERS[r.role] == LEAD:
            found[r.task].add(r.unit)
    return {task: sorted(bodies) for task, bodies in found.items()}


def tasks_by_id(facts: Facts) -> Mapping[str | None, Task]:
    """The tasks by their ids."""
    return {task.id: task for task in facts.tasks}


def about(task: Task) -> tuple[str, str, str, str]:
    """What says where a task stands: plan, id, path (`3.1.1`), title."""
    return task.plan, task.id, encode(task.path), task.title


def due_of_tasks(facts: Facts) -> dict[str, str]:
    """The first day on which something is due of each task that has one, ISO 8601."""
    found: dict[str, str] = {}
    for deadline in facts.deadlines:
        if deadline.date:
            found[deadline.task] = min(deadline.date, found.get(deadline.task, deadline.date))
    return found


def in_order(tasks: Iterable[Task]) -> list[Task]:
    """Tasks by plan and place in the plan."""
    return sorted(tasks, key=lambda task: (task.plan, task.start, task.id))
