"""From the texts of parameters to their values."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from graphmodel.model.columns import decode_strings

TODAY = "today"
"""The default of a date that stands for the day on which somebody asks."""

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")  # fits into the 64 bits of the engines
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TRUTH = {"true": True, "false": False, "是": True, "否": False}


def parsed(text: str, kind: str) -> Any:
    """The value of a text.

    Args:
        text: `12`, `0.5`, `true` or `是`, `2023-12-31`, `a|b`; space around it does not count,
            unless it is a str.
        kind: One of `TYPES`.

    Raises:
        ValueError: The text is none of that type.
    """
    return _PARSERS[kind](text if kind == "str" else text.strip())


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def _truth(text: str) -> bool:
    if (value := _TRUTH.get(text.lower())) is None:
        raise ValueError(text)
    return value


def _day(text: str) -> date:
    # The library reads weeks and days without hyphens too, which nobody means.
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


_PARSERS: Mapping[str, Callable[[str], Any]] = {
    "str": str,
    "int": _whole,
    "float": _number,
    "bool": _truth,
    "date": _day,
    "strings": lambda text: list(decode_strings(text)),
}
TYPES = tuple(_PARSERS)
"""The types of parameters and columns."""
