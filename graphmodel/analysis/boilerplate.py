"""Boilerplate support: the tail that a plan hangs on most of its lists of supporters.

Many plans end nearly every list of supporters with the same words, such as "all townships, the
service centre, the industrial park". Who stands in that tail has no work from it that would
tell it from others, so such a support does not count as load.

A *tail* is a row of bodies, at least two or one collective, with which the lists of supporters
of at least half of a plan's attributions end, and of two at least. The order makes a tail, not
the frequency alone: a unit that supports half of the tasks beside varying neighbours was chosen
each time, and counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.roles import SUPPORT, objects, task_roles, units_of_kind
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    import pandas as pd

    from graphmodel.analysis.roles import Bools

LEAST_SHARE = 0.5
"""Of a plan's attributions, how many a tail has to end (DESIGN §7: at least half)."""
LEAST_REPEATS = 2
"""One list alone has no tail: there is nothing that it would be the same as."""


def boilerplate(facts: Facts) -> frozenset[str]:
    """The ids of the responsibilities that are boilerplate support.

    Standing responsibilities are none: no list of the plan names them.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    roles = task_roles(facts)
    rows = roles["row"].to_numpy()[is_boilerplate(facts, roles)]
    return frozenset(facts.responsibilities[row].id for row in rows)


def boilerplate_tails(facts: Facts) -> pd.DataFrame:
    """What the rule found: the tails of each plan, the most frequent first.

    A tail is left out where a longer one stands just as often.

    Returns:
        `plan`, `tail` (ids of bodies, a tuple in printed order), `names` (of the same bodies),
        `attributions` (how many it ends), `share` (of the plan's attributions, 0 to 1).

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    import pandas as pd

    tails = sorted(
        _tails(facts, task_roles(facts)), key=lambda t: (t.plan, -len(t.attributions), t.bodies)
    )
    return pd.DataFrame(
        {
            "plan": objects(facts.plans[tail.plan].id for tail in tails),
            "tail": objects(tuple(facts.units[u].id for u in tail.bodies) for tail in tails),
            "names": objects(tuple(facts.units[u].name for u in tail.bodies) for tail in tails),
            "attributions": pd.Series([len(t.attributions) for t in tails], dtype="int64"),
            "share": pd.Series([len(t.attributions) / t.of for t in tails], dtype="float64"),
        }
    )


def is_boilerplate(facts: Facts, roles: pd.DataFrame) -> Bools:
    """Which rows of `roles`, the result of `task_roles(facts)`, are boilerplate support."""
    import numpy as np

    lengths = np.zeros(len(roles), dtype=np.int64)  # there are at most as many attributions
    for tail in _tails(facts, roles):
        lengths[list(tail.attributions)] = len(tail.bodies)
    lists = _supporter_lists(roles)
    from_end = lists.groupby("attribution").cumcount(ascending=False)
    marked = np.zeros(len(roles), dtype=bool)
    marked[lists.index] = from_end.to_numpy() < lengths[lists["attribution"].to_numpy()]
    return marked


@dataclass(frozen=True, slots=True)
class _Tail:
    plan: int
    bodies: tuple[int, ...]
    attributions: tuple[int, ...]
    """Those that end with it."""
    of: int
    """How many attributions the plan has."""


def _tails(facts: Facts, roles: pd.DataFrame) -> Iterator[_Tail]:
    """The tails of all plans; of two that end the same attribution the longer one is later."""
    totals = roles[~roles["standing"]].groupby("plan")["attribution"].nunique()
    collectives = units_of_kind(facts, UnitKind.COLLECTIVE)
    for plan, lists in _lists_of_plans(roles).items():
        total = int(totals[plan])
        for bodies, attributions in _shared_ends(lists, max(LEAST_REPEATS, LEAST_SHARE * total)):
            if len(bodies) > 1 or collectives[bodies[0]]:
                yield _Tail(plan, bodies, attributions, total)


def _supporter_lists(roles: pd.DataFrame) -> pd.DataFrame:
    """The supporters that attributions name, list after list, as printed."""
    named = roles[(roles["role"] == SUPPORT) & ~roles["standing"]]
    return named.sort_values(["plan", "attribution", "start", "end"], kind="stable")


def _lists_of_plans(roles: pd.DataFrame) -> dict[int, dict[int, list[int]]]:
    """The bodies of each list, by plan and attribution."""
    named = _supporter_lists(roles)
    bodies = named["unit"].tolist()
    firsts = named.drop_duplicates("attribution")
    starts = (~named["attribution"].duplicated()).to_numpy().nonzero()[0].tolist()
    plans: defaultdict[int, dict[int, list[int]]] = defaultdict(dict)
    for plan, attribution, start, end in zip(
        firsts["plan"], firsts["attribution"], starts, [*starts[1:], len(bodies)], strict=False
    ):
        plans[plan][attribution] = bodies[start:end]
    return plans


def _shared_ends(
    lists: dict[int, list[int]], least: float
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The rows of bodies with which at least so many lists end, and the keys of those lists.

    A row is left out where a longer one ends the same lists; shorter rows come first.
    """
    open_rows = [(0, tuple(lists))]
    while open_rows:
        length, keys = open_rows.pop()
        longer = defaultdict(list)
        for key in keys:
            if len(lists[key]) > length:
                longer[lists[key][-length - 1]].append(key)
        shared = [tuple(some) for some in longer.values() if len(some) >= least]
        if length and all(len(some) < len(keys) for some in shared):
            yield tuple(lists[keys[0]][-length:]), keys
        open_rows += [(length + 1, some) for some in shared]
