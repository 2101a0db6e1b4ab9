"""Load: how much each unit carries, and how far that stands out.

What counts is the *attribution*: the words that assign a task. A task may have several, so a
unit may have several parts in one task, and all of them count.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.parts import BOILERPLATE, STANDING, leads_together, parts
from graphmodel.analysis.roles import (
    ENGAGED,
    LEAD,
    SUPPORT,
    indicator_leads,
    objects,
    units_of_kind,
)
from graphmodel.analysis.statistics import THRESHOLD, robust_z
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    import pandas as pd

LEAST_TASKS_LED = 3
"""A unit that leads fewer tasks is not called overloaded, however far it stands out."""
DECIMALS = 9
"""Loads are rounded, so that equal loads that are different sums of floats are equal."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What an attribution weighs, by role. Standing and boilerplate support weigh 0."""

    lead: float = 1.0
    support: float = 0.3
    engaged: float = 0.1

    def __post_init__(self) -> None:
        """Refuse what is no weight.

        Raises:
            ValueError: A weight is negative, infinite or no number.
        """
        for weight in (self.lead, self.support, self.engaged):
            if not (math.isfinite(weight) and weight >= 0):
                raise ValueError(f"weight {weight} is not a finite number of 0 or more")


DEFAULT_WEIGHTS = Weights()

_COLUMNS = (
    *("unit", "name", "jurisdiction", "leads", "sole_leads", "co_leads", "supports"),
    *("boilerplate_supports", "engaged", "load", "share", "rank", "z", "overloaded"),
    *("tasks_led", "standing_supports", "indicator_leads", "median", "threshold"),
    "jurisdiction_id",
)


def load(
    facts: Facts, *, weights: Weights = DEFAULT_WEIGHTS, split_leads: bool = False
) -> pd.DataFrame:
    """The load of every unit that has a part in a task, the heaviest first.

    load = weights.lead · leads + weights.support · (supports − boilerplate_supports −
    standing_supports) + weights.engaged · engaged (DESIGN §7); its unit is a lead of weight 1.
    Collectives, outside bodies and units that lead nothing but indicators have no row, and do
    not belong to the units that share, rank, median and z refer to: all that have a row and
    belong to the same jurisdiction, over all plans.

    Args:
        facts: The facts; the plans of a jurisdiction are taken together.
        weights: What an attribution weighs.
        split_leads: Whether n bodies that lead an attribution together have 1/n of a lead each.

    Returns:
        A row a unit, by load, then leads, then id:

        - `unit`, `name`, `jurisdiction`;
        - `leads` attributions led, `sole_leads` of these alone, `co_leads` with others;
        - `supports` attributions supported, `boilerplate_supports` of these, `engaged`;
        - `load`; `share` of the jurisdiction's load, 0 to 1; `rank` in the jurisdiction, equal
          loads sharing the better place (1, 2, 2, 4);
        - `z` of the load (`statistics.robust_z`); `overloaded`: z > 3.5 and at least 3 tasks led;
        - `tasks_led`, `standing_supports` (of `supports`), `indicator_leads`;
        - `median` of the jurisdiction's loads, and `threshold`: the load at which z is 3.5;
          `jurisdiction_id`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    import pandas as pd

    counts = _counts(facts, split_leads)
    supports = counts["supports"] - counts["boilerplate_supports"] - counts["standing_supports"]
    counts["load"] = (
        weights.lead * counts["lead_shares"]
        + weights.support * supports
        + weights.engaged * counts["engaged"]
    ).round(DECIMALS)
    has_row = units_of_kind(facts, UnitKind.UNIT) & counts["parts"].gt(0).to_numpy()
    table = _compare(pd.concat([_names(facts), counts], axis="columns")[has_row])
    return table.sort_values(
        ["load", "leads", "unit"], ascending=[False, False, True], kind="stable", ignore_index=True
    )[list(_COLUMNS)]


def _counts(facts: Facts, split_leads: bool) -> pd.DataFrame:
    """What each row of `facts.units` has, of each kind."""
    import numpy as np
    import pandas as pd

    table = parts(facts)
    leads = table[table["role"] == LEAD]
    together = leads_together(facts)[leads["row"].to_numpy()]
    supports = table[table["role"] == SUPPORT]
    columns = {
        "parts": table,
        "leads": leads,
        "sole_leads": leads[together == 1],
        "co_leads": leads[together > 1],
        "supports": supports,
        "boilerplate_supports": supports[supports["weightless"] == BOILERPLATE],
        "standing_supports": supports[supports["weightless"] == STANDING],
        "engaged": table[table["role"] == ENGAGED],
        "tasks_led": leads.drop_duplicates(["task", "unit"]),
    }
    size = len(facts.units)
    counts = pd.DataFrame({n: np.bincount(t["unit"], minlength=size) for n, t in columns.items()})
    shares = 1 / together if split_leads else None
    counts["lead_shares"] = np.bincount(leads["unit"], shares, minlength=size)
    counts["indicator_leads"] = indicator_leads(facts)
    return counts


def _names(facts: Facts) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(
        {
            "unit": objects(unit.id for unit in facts.units),
            "name": objects(unit.name for unit in facts.units),
            "jurisdiction": objects(unit.jurisdiction for unit in facts.units),
            "jurisdiction_id": objects(unit.jurisdiction_id for unit in facts.units),
        }
    )


def _compare(table: pd.DataFrame) -> pd.DataFrame:
    """The table with what compares each unit with those of its jurisdiction."""
    loads = table["load"]
    places = places_of(table)
    totals = loads.groupby(places).transform("sum").round(DECIMALS)
    ranks = loads.groupby(places).rank(method="min", ascending=False)
    table = table.join(robust_z(loads, places))
    return table.assign(
        share=(loads / totals.where(totals > 0)).fillna(0.0),
        rank=ranks.astype("int64"),
        overloaded=(table["z"] > THRESHOLD) & (table["tasks_led"] >= LEAST_TASKS_LED),
    )


def places_of(table: pd.DataFrame) -> pd.Series[str]:
    """The jurisdiction of each row: its full chain, or its name where that is unknown."""
    return table["jurisdiction_id"].fillna(table["jurisdiction"]).fillna("").rename("place")
