"""Values in attributes of OFD (GB/T 33190-2016, clause 7.3): numbers, boxes, matrices, steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, repeat
from math import isfinite
from typing import TYPE_CHECKING

from graphmodel.reading.pages.matrix import Matrix

if TYPE_CHECKING:
    from lxml.etree import _Element

Box = tuple[float, float, float, float]
"""Left, top, width and height in millimetres."""

_SEPARATOR = re.compile(r"[\s,]+")
_LARGEST = 1e6
"""Millimetres: a kilometre. What is farther away is damage."""


def numbers(text: str | None, count: int) -> tuple[float, ...] | None:
    """Read as many numbers as an attribute must have; None where they are not there."""
    read = map(_number, islice(_words(text), count))
    values = tuple(value for value in read if value is not None)
    return values if len(values) == count else None


def _matrix(text: str | None) -> Matrix:
    """Read the attribute `CTM`; no transformation where it is missing or damaged."""
    return Matrix(*(numbers(text, 6) or ()))


def placement(element: _Element) -> Matrix | None:
    """Give what brings the points of a graphic object to its page (clause 8.5).

    Returns:
        None where the object is hidden or has no boundary.
    """
    boundary = numbers(element.get("Boundary"), 4)
    if boundary is None or element.get("Visible", "true").lower() in ("false", "0"):
        return None
    transformation = _matrix(element.get("CTM"))
    return transformation._replace(
        e=transformation.e + boundary[0], f=transformation.f + boundary[1]
    )


def steps(text: str | None, count: int) -> list[float]:
    """Read at most `count` distances of `DeltaX` or `DeltaY`; `g 3 2.5` is 2.5 three times."""
    return list(islice(_steps(text), count))


def _steps(text: str | None) -> Iterator[float]:
    words = _words(text)
    for word in words:
        if word == "g":
            times, value = _number(next(words, "")), _number(next(words, ""))
            yield from repeat(value or 0.0, int(times or 0))
        else:
            yield _number(word) or 0.0


def _words(text: str | None) -> Iterator[str]:
    return iter(_SEPARATOR.split(text.strip())) if text and text.strip() else iter(())


def _number(word: str) -> float | None:
    try:
        value = float(word)
    except ValueError:
        return None
    return value if isfinite(value) and abs(value) <= _LARGEST else None
