"""How unevenly the load of a jurisdiction is spread over its units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphmodel.analysis.load import DEFAULT_WEIGHTS, Weights, load, places_of
from graphmodel.analysis.roles import objects
from graphmodel.analysis.statistics import gini, herfindahl, lorenz, top_share
from graphmodel.model.facts import Facts

if TYPE_CHECKING:
    import pandas as pd

TOP = 3
"""How many of the heaviest units the top share counts."""
_COLUMNS = (
    *("jurisdiction", "units", "load", "gini", "hhi", "top3_share", "lorenz"),
    "jurisdiction_id",
)


def concentration(
    facts: Facts, *, weights: Weights = DEFAULT_WEIGHTS, split_leads: bool = False
) -> pd.DataFrame:
    """The concentration of load in each jurisdiction.

    Args:
        facts: The facts; the plans of a jurisdiction are taken together.
        weights: What an attribution weighs.
        split_leads: Whether bodies that lead together share the lead.

    Returns:
        `concentration_of(load(...))`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    return concentration_of(load(facts, weights=weights, split_leads=split_leads))


def concentration_of(loads: pd.DataFrame) -> pd.DataFrame:
    """The concentration of a load table, a row a jurisdiction, the most uneven first.

    Returns:
        `jurisdiction`, `units` (that have a part in a task), `load` (their sum), `gini`, `hhi`,
        `top3_share` (formulas: `statistics.gini`, `statistics.herfindahl`,
        `statistics.top_share`; all 0 to 1, and 0 where the sum is 0), `lorenz`: the shares of
        the load that the lightest tenth of the units has, the lightest two tenths, … all of them
        (`statistics.lorenz`, a tuple of ten), `jurisdiction_id`; by Gini, then id.
    """
    places, values = places_of(loads), loads["load"]
    by_place = loads.groupby(places)
    table = by_place[["jurisdiction", "jurisdiction_id"]].agg("first")
    table = table.assign(
        units=by_place.size(),
        load=by_place["load"].sum(),
        gini=gini(values, places),
        hhi=herfindahl(values, places),
        top3_share=top_share(values, places, TOP),
        lorenz=_curves(values, places),
    )
    return table.sort_values(
        ["gini", "jurisdiction_id", "jurisdiction"],
        ascending=[False, True, True],
        kind="stable",
        ignore_index=True,
    )[list(_COLUMNS)]


def _curves(values: pd.Series[float], places: pd.Series[str]) -> pd.Series[Any]:
    curves = lorenz(values, places)
    return objects(map(tuple, curves.to_numpy().tolist())).set_axis(curves.index)
