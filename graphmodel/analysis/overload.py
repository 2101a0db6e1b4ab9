"""The overloaded units, and by what measure they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.analysis.load import DEFAULT_WEIGHTS, Weights, load
from graphmodel.model.facts import Facts

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = (
    *("unit", "name", "jurisdiction", "leads", "tasks_led", "load", "share", "rank", "z"),
    *("median", "threshold", "excess", "jurisdiction_id"),
)


def overload(
    facts: Facts, *, weights: Weights = DEFAULT_WEIGHTS, split_leads: bool = False
) -> pd.DataFrame:
    """The units whose load stands out: robust z above 3.5, and at least 3 tasks led.

    Args:
        facts: The facts; the plans of a jurisdiction are taken together.
        weights: What an attribution weighs.
        split_leads: Whether bodies that lead together share the lead.

    Returns:
        `overloaded_of(load(...))`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    return overloaded_of(load(facts, weights=weights, split_leads=split_leads))


def overloaded_of(loads: pd.DataFrame) -> pd.DataFrame:
    """The overloaded rows of a load table, in its order, with the reason.

    Returns:
        `unit`, `name`, `jurisdiction`, `leads`, `tasks_led`, `load`, `share`, `rank`, `z`,
        `median`, `threshold` (as in `load.load`), `excess`: load above the threshold,
        `jurisdiction_id`.
    """
    rows = loads[loads["overloaded"]].reset_index(drop=True)
    return rows.assign(excess=rows["load"] - rows["threshold"])[list(_COLUMNS)]
