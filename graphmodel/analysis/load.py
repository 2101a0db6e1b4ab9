"""Load: how much each unit carries, and how far that stands out.

What counts is the *attribution*: the words that assign a task. A task may have several, so a
unit may have several parts in one task, and all of them count.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.parts import leads_together, parts
from graphmodel.analysis.roles import (
    LEAD,
    SUPPORT,
    indicator_leads,
    integers,
    objects,
    units_of_kind,
)
from graphmodel.analysis.statistics import THRESHOLD, ranks, robust_z
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from graphmodel.analysis.roles import Bools, Ints
    from graphmodel.analysis.statistics import Floats

LEAST_TASKS_LED = 3
"""A unit that leads fewer tasks is not called overloaded, however far it stands out."""
DECIMALS = 9
"""Loads are rounded, so that equal loads that are different sums of floats are equal."""
_SOLE, _JOINT, _SUPPORTS, _ENGAGED, _KINDS = 0, 1, 2, 5, 6
"""Kinds of parts; the supports are three, in the order of `parts.COUNTS` and what follows it."""


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
    return load_table(facts, weights=weights, split_leads=split_leads)


def load_table(
    facts: Facts,
    *,
    weights: Weights = DEFAULT_WEIGHTS,
    split_leads: bool = False,
    collectives: bool = False,
) -> pd.DataFrame:
    """As `load`, on demand with groups named as one among the units.

    A group then has a row, and belongs to those that share, rank, median and z refer to; it is
    never `overloaded`.
    """
    units = names_of(facts)
    counted = units_of_kind(facts, UnitKind.UNIT)
    groups = units_of_kind(facts, UnitKind.COLLECTIVE)
    loads = load_of_units(
        weighed_parts(facts),
        integers(places_of(units).factorize()[0]),
        counted | groups if collectives else counted,
        weights,
        split_leads,
    )
    table = units.assign(indicator_leads=indicator_leads(facts)).join(loads, how="inner")
    table["overloaded"] &= counted[table.index.to_numpy()]
    return table.sort_values(
        ["load", "leads", "unit"], ascending=[False, False, True], kind="stable", ignore_index=True
    )[list(_COLUMNS)]


def load_of_units(
    parts: pd.DataFrame, places: Ints, chosen: Bools, weights: Weights, split_leads: bool
) -> pd.DataFrame:
    """The load of the chosen units that have a part in a task, on columns of integers alone.

    Args:
        parts: `task`, `unit`, `role`, `weightless`, `together`, of integers of any width
            (`weighed_parts`).
        places: The jurisdiction of each unit, a number.
        chosen: Which units count.
        weights: What an attribution weighs.
        split_leads: Whether bodies that lead together share the lead.

    Returns:
        By the number of the unit, the columns of `load` that no name is needed for.
    """
    units = parts["unit"].to_numpy()
    table = tally(parts, units, len(places), weights, split_leads)
    table["tasks_led"] = _tasks_led(parts, len(places))
    table["place"] = places
    return _compare(table[chosen & (table["parts"] > 0).to_numpy()])


def _tasks_led(parts: pd.DataFrame, size: int) -> Ints:
    """How many tasks each unit leads in one attribution or more."""
    import numpy as np

    leads = np.flatnonzero(parts["role"].to_numpy() == LEAD)
    tasks, units = (parts[name].to_numpy().take(leads) for name in ("task", "unit"))
    led = tasks * np.int64(size) + units
    if (np.diff(led) <= 0).any():  # not where each task has one attribution
        led.sort()  # np.unique hashes, which takes ten times as long
        units = led[np.diff(led, prepend=-1) > 0] % size
    return np.bincount(units, minlength=size)


def weighed_parts(facts: Facts) -> pd.DataFrame:
    """The parts as `parts.parts`, with `together`: bodies that lead in the same attribution.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    table = parts(facts)
    return table.assign(together=leads_together(facts)[table["row"].to_numpy()])


def tally(
    parts: pd.DataFrame, cells: Ints, size: int, weights: Weights, split_leads: bool
) -> pd.DataFrame:
    """What each cell has of each kind of part, and its load.

    load = weights.lead · leads + weights.support · weighty supports + weights.engaged · engaged
    (DESIGN §7); its unit is a lead of weight 1.

    Args:
        parts: `role`, `weightless`, `together`, of integers of any width (`weighed_parts`).
        cells: The cell that each part belongs to, a number from 0: a unit, or a unit of a plan.
        size: How many cells there are.
        weights: What an attribution weighs.
        split_leads: Whether n bodies that lead an attribution together have 1/n of a lead each.

    Returns:
        A row a cell: `leads`, `sole_leads`, `co_leads`, `supports`, `boilerplate_supports`,
        `standing_supports`, `engaged`, `parts` (all of these), `load`.
    """
    import numpy as np
    import pandas as pd

    # Memory is what takes the time: numbers are half as wide where that will do.
    width = np.min_scalar_type(-size * _KINDS - 1)  # with a sign, also where there is none
    bins = cells.astype(width, copy=False) * width.type(_KINDS)
    bins += _kinds(parts)
    counts = np.bincount(bins, minlength=size * _KINDS).reshape(size, _KINDS).T.copy()
    sole, joint, weighty, boilerplate, standing, engaged = counts
    leads = sole + joint
    shares = _shares(parts, cells, size) if split_leads else leads
    load = weights.lead * shares + weights.support * weighty + weights.engaged * engaged
    return pd.DataFrame(
        {
            "leads": leads,
            "sole_leads": sole,
            "co_leads": joint,
            "supports": weighty + boilerplate + standing,
            "boilerplate_supports": boilerplate,
            "standing_supports": standing,
            "engaged": engaged,
            "parts": counts.sum(axis=0),
            "load": load.round(DECIMALS),
        }
    )


def _kinds(parts: pd.DataFrame) -> npt.NDArray[np.int8]:
    """The kind of each part."""
    import numpy as np

    kinds = np.full((3, 3, 3), _ENGAGED, dtype=np.int8)
    kinds[LEAD] = [_SOLE, _SOLE, _JOINT]  # for 0, 1 and more bodies that lead together
    kinds[SUPPORT] = [[_SUPPORTS + weightless] * 3 for weightless in range(3)]
    role, weightless = (parts[name].to_numpy(np.int8) for name in ("role", "weightless"))
    together = np.minimum(parts["together"].to_numpy(), 2).astype(np.int8)
    found: npt.NDArray[np.int8] = kinds.ravel().take(
        (role * np.int8(3) + weightless) * np.int8(3) + together
    )
    return found


def _shares(parts: pd.DataFrame, cells: Ints, size: int) -> Floats:
    """The leads of each cell, those of an attribution that n bodies lead as 1/n."""
    import numpy as np

    leads = parts["role"].to_numpy() == LEAD
    shares: Floats = 1 / parts["together"].to_numpy("float64")[leads]
    return np.bincount(cells[leads], shares, minlength=size).astype("float64")


def names_of(facts: Facts) -> pd.DataFrame:
    """The units, a row each, in the order of `facts.units`."""
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
    import numpy as np
    import pandas as pd

    loads, places = table["load"], table["place"]
    totals = np.bincount(places, loads).round(DECIMALS)[places]
    z = robust_z(loads, places)
    others = pd.DataFrame(
        {
            "share": loads / np.where(totals > 0, totals, np.inf),
            "rank": ranks(loads, places),
            "overloaded": (z["z"] > THRESHOLD) & (table["tasks_led"] >= LEAST_TASKS_LED),
        }
    )
    # All at once: a column that is added to a table costs as much as a hundred thousand parts.
    return pd.concat([table, z, others], axis="columns")


def places_of(table: pd.DataFrame) -> pd.Series[str]:
    """The jurisdiction of each row: its full chain, or its name where that is unknown."""
    return table["jurisdiction_id"].fillna(table["jurisdiction"]).fillna("").rename("place")
