"""Which units share tasks: with one unit, in all, and across places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import body_names, units_called
from graphmodel.analysis.collaboration import pairs_of
from graphmodel.analysis.frames import INTEGER, frame
from graphmodel.analysis.graph import pairs_by_plan
from graphmodel.analysis.roles import objects
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Pair

if TYPE_CHECKING:
    import pandas as pd

_COUNTS = ("tasks", "lead_support", "co_lead", "support_support", "boilerplate")
_PAIR = ["unit_a", "unit_b", "name_a", "name_b"]


def partners_of_unit(facts: Facts, unit: str) -> pd.DataFrame:
    """The units that share tasks with a unit, the closest first.

    Args:
        facts: The facts.
        unit: Id or name of the unit; of several of that name all, one after the other.

    Returns:
        By unit, tasks, then lead_support, both falling, then id: `unit`, `name`, `partner`,
        `partner_name`; `tasks`, `lead_support`, `co_lead`, `support_support`, `boilerplate` as
        in `collaboration.collaboration`; `plans` in which they share tasks.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    return _partners_of(facts, units_called(facts, unit))


def partners(facts: Facts) -> pd.DataFrame:
    """The units that share tasks with each unit, as `partners_of_unit`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    return _partners_of(facts, {unit.id: unit.name for unit in facts.units})


def _partners_of(facts: Facts, units: Mapping[str, str]) -> pd.DataFrame:
    names = body_names(facts)
    sums: dict[tuple[str, str], tuple[int, ...]] = {}
    for pair in pairs_by_plan(facts):
        for own, other in ((pair.unit_a, pair.unit_b), (pair.unit_b, pair.unit_a)):
            if own in units:
                sums[own, other] = _added(sums.get((own, other)), pair)
    found = sorted(sums.items(), key=lambda one: (one[0][0], -one[1][0], -one[1][1], one[0][1]))
    rows = ((own, units[own], other, names[other], *n) for (own, other), n in found)
    columns = f"unit name partner partner_name {' '.join(_COUNTS)} plans"
    return frame(rows, columns, **dict.fromkeys((*_COUNTS, "plans"), INTEGER))


def _added(sums: tuple[int, ...] | None, pair: Pair) -> tuple[int, ...]:
    numbers = (*(getattr(pair, name) for name in _COUNTS), 1)
    return tuple(a + b for a, b in zip(sums, numbers, strict=True)) if sums else numbers


def collaboration_pairs(facts: Facts, least: int = 1) -> pd.DataFrame:
    """The pairs of units that share so many tasks at least, the closest first.

    Args:
        facts: The facts.
        least: How many.

    Returns:
        `unit_a`, `unit_b`, `name_a`, `name_b`, `tasks`, `lead_support`, `co_lead`,
        `support_support`, `boilerplate`, as in `collaboration.collaboration`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    pairs = pairs_of(facts)
    chosen = pairs[pairs["tasks"] >= least].reset_index(drop=True)
    return chosen[[*_PAIR, *_COUNTS]]


def cross_jurisdiction_pairs(facts: Facts, least: int = 1) -> pd.DataFrame:
    """The pairs of units of different places that share so many tasks at least.

    A unit whose place is unknown is in no pair.

    Args:
        facts: The facts.
        least: How many.

    Returns:
        As `collaboration_pairs`, with `place_a` and `place_b` before the counts: the place with
        its full chain, or its name where that is unknown.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    pairs = collaboration_pairs(facts, least)
    places = {u.id: _place(u.jurisdiction_id, u.jurisdiction) for u in facts.units}
    for side in ("a", "b"):
        pairs[f"place_{side}"] = objects(places[unit] for unit in pairs[f"unit_{side}"])
    a, b = pairs["place_a"], pairs["place_b"]
    chosen = pairs[a.notna() & b.notna() & (a != b)].reset_index(drop=True)
    return chosen[[*_PAIR, "place_a", "place_b", *_COUNTS]]


def _place(key: str | None, name: str | None) -> str | None:
    return key if key is not None else name
