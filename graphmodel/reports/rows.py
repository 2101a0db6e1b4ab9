"""Rows of result tables as plain values, the same for every output format."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]

DECIMALS = 6
"""Sums of weights carry noise of binary fractions (13.200000000000001) from the 15th digit on."""


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The rows of a result table, in order: a dictionary a row, keyed by column.

    Numbers are plain Python numbers, fractions rounded to `DECIMALS`; lists are tuples; what is
    not known or not finite is None.
    """
    names = [str(name) for name in frame.columns]
    return [
        dict(zip(names, map(_plain, values), strict=True))
        for values in frame.itertuples(index=False, name=None)
    ]


def _plain(value: Any) -> Any:
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, float):
        return round(value, DECIMALS) + 0.0 if math.isfinite(value) else None
    if isinstance(value, list | tuple):
        return tuple(map(_plain, value))
    return value
