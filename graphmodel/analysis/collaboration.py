"""Who has to work with whom: pairs of bodies that share tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.analysis.pairs import count_pairs
from graphmodel.analysis.parts import parts
from graphmodel.analysis.roles import integers, objects, units_of_kind
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    import pandas as pd

    from graphmodel.analysis.roles import Ints

_COLUMNS = (
    *("unit_a", "unit_b", "tasks", "lead_support", "co_lead", "support_support", "task_ids"),
    *("name_a", "name_b", "boilerplate"),
)


def collaboration(facts: Facts, *, collectives: bool = False) -> pd.DataFrame:
    """The pairs of bodies that share tasks, the closest first.

    Counted as BᵀB, with B the sparse incidence of tasks (rows) and bodies (columns). In a task
    in which a body has several roles the strongest counts (lead, support, engaged), so that
    each shared task is of one kind; one that a body is only engaged in is in `tasks` alone.
    Boilerplate and standing support count like any other, and are told apart in `boilerplate`.
    Outside bodies take part; indicators do not count.

    Args:
        facts: The facts.
        collectives: Whether groups named as one take part.

    Returns:
        A row a pair, by tasks, then lead_support, both falling, then ids:

        - `unit_a`, `unit_b`: ids, the smaller one (in code point order) first;
        - `tasks` that both have a role in; of these `lead_support`: one leads and the other
          supports; `co_lead`: both lead; `support_support`: both support;
        - `task_ids`: the shared tasks, a tuple in the order of the table;
        - `name_a`, `name_b`;
        - `boilerplate`: of the tasks, those that one of the two has only as boilerplate or
          standing support.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    table = members(facts, collectives)
    pairs = count_pairs(table)
    pairs["task_ids"] = objects(_task_ids(facts, table, pairs["tasks"].to_numpy()))
    return _named(facts, pairs)[list(_COLUMNS)]


def pairs_of(facts: Facts, *, collectives: bool = False) -> pd.DataFrame:
    """As `collaboration`, without the tasks, which take most of its time and memory."""
    pairs = _named(facts, count_pairs(members(facts, collectives)))
    return pairs[[name for name in _COLUMNS if name != "task_ids"]]


def members(facts: Facts, collectives: bool) -> pd.DataFrame:
    """Each body once a task, as `members_of`, with or without groups named as one."""
    table = parts(facts)
    if not collectives:
        table = table[~units_of_kind(facts, UnitKind.COLLECTIVE)[table["unit"]]]
    return members_of(facts, table)


def members_of(facts: Facts, table: pd.DataFrame) -> pd.DataFrame:
    """Each body once a task, by task and body: `task`, `body`, `role`, `weightless`.

    A body is the number of its id in code point order, so that an order of numbers is an order
    of ids. Its role is its strongest in the task.

    Args:
        facts: The facts.
        table: Parts of bodies in tasks: `task`, `unit`, `role`, `weightless` (`parts.parts`).
    """
    bodies = by_id(facts).argsort()[table["unit"].to_numpy()]
    table = table.assign(body=bodies)
    return table.groupby(["task", "body"], as_index=False)[["role", "weightless"]].min()


def by_id(facts: Facts) -> Ints:
    """The rows of `facts.units` in the order of their ids: of each body's number its row."""
    return integers(sorted(range(len(facts.units)), key=lambda row: facts.units[row].id))


def _task_ids(facts: Facts, members: pd.DataFrame, counts: Ints) -> list[tuple[str, ...]]:
    """The tasks of each pair, pairs in the order of their bodies, `counts` tasks each."""
    import numpy as np

    tasks, bodies = members["task"].to_numpy(), members["body"].to_numpy()
    left, right = couples(tasks)
    by_pair = np.lexsort((bodies[right], bodies[left]))
    ids = [facts.tasks[task].id for task in tasks[left[by_pair]].tolist()]
    ends = np.cumsum(counts).tolist()
    return [tuple(ids[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def couples(groups: Ints) -> tuple[Ints, Ints]:
    """All couples of rows of the same group, the earlier row first; the groups are in order."""
    import numpy as np

    rows = np.arange(len(groups))
    followers = np.searchsorted(groups, groups, side="right") - rows - 1
    left = np.repeat(rows, followers)
    first_couples = np.repeat(np.cumsum(followers) - followers, followers)
    return left, left + 1 + np.arange(len(left)) - first_couples


def _named(facts: Facts, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs, the closest first, with ids and names."""
    import numpy as np

    order = np.lexsort((-pairs["lead_support"].to_numpy(), -pairs["tasks"].to_numpy()))
    pairs = pairs.iloc[order].reset_index(drop=True)
    units = [facts.units[row] for row in by_id(facts)]
    for side in ("a", "b"):
        bodies = pairs[side].tolist()
        pairs[f"unit_{side}"] = objects(units[body].id for body in bodies)
        pairs[f"name_{side}"] = objects(units[body].name for body in bodies)
    return pairs
