"""The parts of bodies in tasks as columns of integers, which all measures count on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Role, UnitKind

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    Ints = npt.NDArray[np.int64]
    Bools = npt.NDArray[np.bool_]

LEAD, SUPPORT, ENGAGED = 0, 1, 2
"""Roles as numbers, the strongest first."""
NUMBERS = {Role.LEAD: LEAD, Role.SUPPORT: SUPPORT, Role.ENGAGED: ENGAGED}
"""Of each role its number."""
NAMES = tuple(str(role) for role in NUMBERS)
"""Of each number the name of the role."""


def task_roles(facts: Facts) -> pd.DataFrame:
    """The responsibilities for tasks, a row each, in the order of the table.

    What a table in an annex states again counts once: with the task of the body.

    Returns:
        `row`, `plan`, `task`, `unit` (numbers of rows in the tables of responsibilities, plans,
        tasks, units), `attribution` (a number for each task and group), `role` (`LEAD`,
        `SUPPORT`, `ENGAGED`), `standing`, `start`, `end`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names a plan, task or body that is in
            no table.
    """
    import pandas as pd

    rows = [*_rows_of_tasks(facts)]
    parts = [facts.responsibilities[n] for n in rows]
    frame = pd.DataFrame(
        {
            "row": integers(rows),
            "plan": _positions((r.plan for r in parts), facts.plans),
            "task": _positions((r.task for r in parts), facts.tasks),
            "group": integers(r.group for r in parts),
            "unit": _positions((r.unit for r in parts), facts.units),
            "role": integers(NUMBERS[r.role] for r in parts),
            "standing": integers(r.standing for r in parts).astype(bool),
            "start": integers(r.start for r in parts),
            "end": integers(r.end for r in parts),
        }
    )
    frame["attribution"] = frame.groupby(["task", "group"]).ngroup().to_numpy("int64")
    return frame.drop(columns="group")


def _rows_of_tasks(facts: Facts) -> Iterator[int]:
    """Numbers of the responsibilities for tasks, without those that an annex states again."""
    same = {task.id: task.same_as for task in facts.tasks if task.same_as is not None}
    stated = {(r.task, r.unit, r.role) for r in facts.responsibilities} if same else set()
    for n, r in enumerate(facts.responsibilities):
        again = r.task in same and (same[r.task], r.unit, r.role) in stated
        if r.task is not None and not again:
            yield n


def indicator_leads(facts: Facts) -> Ints:
    """How many indicators each row of `facts.units` leads.

    Raises:
        FactsError: `unknown_id`, as `task_roles`.
    """
    import numpy as np

    led = {(r.indicator, r.unit): None for r in facts.responsibilities if r.indicator is not None}
    units = _positions((unit for _, unit in led), facts.units)
    return np.bincount(units, minlength=len(facts.units)).astype(np.int64)


def units_of_kind(facts: Facts, kind: UnitKind) -> Bools:
    """Which rows of `facts.units` are of a kind."""
    return integers(unit.kind is kind for unit in facts.units).astype(bool)


def integers(values: Iterable[int]) -> Ints:
    """The values as a column."""
    import numpy as np

    return np.fromiter(values, dtype=np.int64)


def objects(values: Iterable[Any]) -> pd.Series[Any]:
    """The values (texts, tuples, None) as a column that keeps them as they are."""
    import pandas as pd

    return pd.Series(list(values), dtype="object")


def _positions(ids: Iterable[str | None], rows: Sequence[Any]) -> Ints:
    numbers: dict[str | None, int] = {row.id: number for number, row in enumerate(rows)}
    try:
        return integers(numbers[key] for key in ids)
    except KeyError as error:
        raise FactsError(str(error.args[0]), "unknown_id") from error
