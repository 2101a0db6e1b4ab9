"""Who leads what whom supports, and which tasks and indicators share bodies.

Bodies and tasks are two sides of one network, an edge a part. `collaboration` looks at it from the
side of bodies; here are the other side, and the direction that roles give it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.analysis.collaboration import by_id, members
from graphmodel.analysis.pairs import count_pairs
from graphmodel.analysis.parts import COUNTS
from graphmodel.analysis.roles import LEAD, SUPPORT, integers, objects
from graphmodel.analysis.tasks import about
from graphmodel.model.facts import Facts

if TYPE_CHECKING:
    import pandas as pd

    from graphmodel.analysis.roles import Ints

_COUNTS = ["bodies", "co_lead", "lead_support", "support_support", "jaccard"]


def lead_support_pairs(facts: Facts, *, least: int = 1, collectives: bool = False) -> pd.DataFrame:
    """Who leads tasks that whom supports, the most tasks first.

    In a task in which a body has both roles, it leads.

    Args:
        facts: The facts.
        least: Tasks that there are at least.
        collectives: Whether groups named as one take part.

    Returns:
        By tasks, falling, then ids: `lead`, `support` (ids), `lead_name`, `support_name`; `tasks`
        that the one leads and the other supports; `boilerplate`: of these, with support that has
        no weight (boilerplate or standing); `task_ids`, a tuple in the order of the table.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    table = members(facts, collectives)
    leads, supports = (table[table["role"] == role] for role in (LEAD, SUPPORT))
    both = leads.merge(supports, on="task", suffixes=("_lead", "_support"))
    both["idle"] = both["weightless_support"] != COUNTS
    found = both.groupby(["body_lead", "body_support"], as_index=False).agg(
        tasks=("task", "size"), boilerplate=("idle", "sum"), rows=("task", tuple)
    )
    chosen = found[found["tasks"] >= least].sort_values(
        ["tasks", "body_lead", "body_support"], ascending=[False, True, True], ignore_index=True
    )
    units = [facts.units[row] for row in by_id(facts)]
    named = {
        f"{what}{suffix}": objects(getattr(units[n], field) for n in chosen[f"body_{what}"])
        for suffix, field in (("", "id"), ("_name", "name"))
        for what in ("lead", "support")
    }
    ids = objects(tuple(facts.tasks[row].id for row in rows) for rows in chosen["rows"])
    return chosen.assign(**named, task_ids=ids)[[*named, "tasks", "boilerplate", "task_ids"]]


def task_pairs(facts: Facts, *, least: int = 1, collectives: bool = False) -> pd.DataFrame:
    """The tasks that share bodies, those that share most first.

    Support without weight does not count: no two tasks belong together because one tail ends the
    lists of both.

    Args:
        facts: The facts.
        least: Bodies that two tasks share at least.
        collectives: Whether groups named as one take part.

    Returns:
        By bodies, jaccard, both falling, then place in the table: `task_a`, `path_a`, `title_a`,
        `plan_a`, the same with `_b`; `bodies` that both have; of these `co_lead`: it leads both;
        `lead_support`: it leads the one and supports the other; `support_support`;
        `jaccard`: bodies of both, of those of either, 0 to 1.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    table = members(facts, collectives)
    pairs = _sharing(table[table["weightless"] == COUNTS], least)
    for side in ("a", "b"):
        told = [about(facts.tasks[row]) for row in pairs[side].tolist()]
        for place, name in enumerate(("plan", "task", "path", "title")):
            pairs[f"{name}_{side}"] = objects(each[place] for each in told)
    names = [f"{name}_{side}" for side in "ab" for name in ("task", "path", "title", "plan")]
    return pairs[[*names, *_COUNTS]]


def indicator_pairs(facts: Facts, *, least: int = 1, collectives: bool = False) -> pd.DataFrame:
    """The first-level indicators whose tasks share bodies, those that share most first.

    A body is of an indicator where it has a part in a task about it; support without weight does
    not count. Indicators of several plans are one by their national code.

    Args:
        facts: The facts.
        least: Bodies that two indicators share at least.
        collectives: Whether groups named as one take part.

    Returns:
        By bodies, jaccard, both falling, then code: `code_a`, `code_b`, and the counts of
        `task_pairs`, a body's role in an indicator being its strongest in the tasks about it.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    codes = sorted({link.code for link in facts.measures})
    links = _links(facts, codes)
    table = members(facts, collectives).merge(links, on="task")
    table = table[table["weightless"] == COUNTS]
    strongest = table.groupby(["indicator", "body"], as_index=False)[["role", "weightless"]].min()
    pairs = _sharing(strongest.rename(columns={"indicator": "task"}), least)
    for side in ("a", "b"):
        pairs[f"code_{side}"] = objects(codes[number] for number in pairs[side])
    return pairs[["code_a", "code_b", *_COUNTS]]


def _links(facts: Facts, codes: list[str]) -> pd.DataFrame:
    """Tasks by their row, with the numbers of the codes that they are about."""
    import pandas as pd

    rows = {task.id: row for row, task in enumerate(facts.tasks)}
    numbers = {code: number for number, code in enumerate(codes)}
    pairs = sorted({(rows[link.task], numbers[link.code]) for link in facts.measures})
    tasks, indicators = (integers(pair[side] for pair in pairs) for side in (0, 1))
    return pd.DataFrame({"task": tasks, "indicator": indicators})


def _sharing(table: pd.DataFrame, least: int) -> pd.DataFrame:
    """The pairs of tasks that share so many bodies: `a`, `b` and `_COUNTS`."""
    import numpy as np

    swapped = table.rename(columns={"task": "body", "body": "task"})
    pairs = count_pairs(swapped.sort_values(["task", "body"], ignore_index=True))
    pairs = pairs.rename(columns={"tasks": "bodies"})
    sizes: Ints = np.bincount(table["task"])
    a, b = (pairs[side].to_numpy() for side in ("a", "b"))
    pairs["jaccard"] = pairs["bodies"] / (sizes[a] + sizes[b] - pairs["bodies"])
    chosen = pairs[pairs["bodies"] >= least]
    order = ["bodies", "jaccard", "a", "b"]
    return chosen.sort_values(order, ascending=[False, False, True, True], ignore_index=True)
