"""The tasks and bodies that a step names, by id, or by what people call them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from graphmodel.analysis.bodies import bodies_called
from graphmodel.model.columns import encode
from graphmodel.model.entries import EntryFault
from graphmodel.model.facts import Facts
from graphmodel.model.records import Task

_ALIKE = 0.5


def task_called(facts: Facts, name: str, line: int) -> Task:
    """The task with an id or, where one task alone has it, a path (`3.1.1`).

    Raises:
        EntryFault: no-such-task or ambiguous-task, with the name and what may be meant.
    """
    found = [task for task in facts.tasks if task.id == name]
    found = found or [task for task in facts.tasks if encode(task.path) == name]
    if not found:
        known = (key for task in facts.tasks for key in (task.id, encode(task.path)))
        raise EntryFault(line, "no-such-task", _with_nearest(name, known))
    if len(found) > 1:
        raise EntryFault(line, "ambiguous-task", _listed(name, [task.id for task in found]))
    return found[0]


def body_called(facts: Facts, name: str, line: int) -> str:
    """The id of the body with an id or, where one body alone has it, a name.

    The words of a plan do for a name: 区行政审批局 as much as the fullest form.

    Raises:
        EntryFault: no-such-unit or ambiguous-unit, with the name and what may be meant.
    """
    known = {unit.id for unit in facts.units}
    found = list(bodies_called(facts, name)) or sorted(
        {row.unit for row in facts.mentions if row.mention == name and row.unit in known}
    )
    if not found:
        names = (word for unit in facts.units for word in (unit.name, unit.id))
        raise EntryFault(line, "no-such-unit", _with_nearest(name, names))
    if len(found) > 1:
        raise EntryFault(line, "ambiguous-unit", _listed(name, found))
    return found[0]


def _with_nearest(name: str, known: Iterable[str]) -> str:
    nearest = get_close_matches(name, dict.fromkeys(known), 1, _ALIKE)
    return _listed(name, nearest) if nearest else name


def _listed(name: str, others: list[str]) -> str:
    return f"{name} → {' | '.join(others)}?"
