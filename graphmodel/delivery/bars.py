"""Bars of load for pages, in the parts that load has."""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.reports.loads import Counting
from graphmodel.reports.rows import Row

LENGTH = 1000
"""Units of the longest bar, as the templates draw it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in two parts, and where on it one is overloaded."""

    solid: int
    """What leads contribute."""
    light: int
    """What the rest contributes."""
    threshold: int | None
    """None where nothing sets one, or it is beyond the longest bar."""


def bar(row: Row, longest: float) -> Bar:
    """The bar of a row of the load table.

    Args:
        row: The row.
        longest: The load whose bar is the longest.
    """
    scale = LENGTH / (longest or 1.0)
    solid, light = (round(part * scale) for part in Counting().parts(row))
    threshold = row["threshold"]
    is_seen = threshold is not None and 0 < threshold <= longest
    return Bar(solid, light, round(threshold * scale) if is_seen else None)
