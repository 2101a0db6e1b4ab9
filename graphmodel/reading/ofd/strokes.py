"""Path objects of a page to its straight rules (GB/T 33190-2016, clause 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphmodel.reading.ofd.values import numbers, placement

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""How many numbers follow each operator; the last two are the point where it leads."""
_OPERATION = re.compile(r"([SMLQBAC])([^SMLQBAC]*+)")
_MAX_LENGTH = 100_000
"""Longest path that is looked at: longer ones are pictures."""

Point = tuple[float, float]
Stroke = tuple[Point, Point]
"""The ends of a straight line, in millimetres."""


def strokes(root: _Element) -> Iterator[Stroke]:
    """Give the straight lines that paths draw."""
    for element in root.iter("{*}PathObject"):
        placed = placement(element)
        data = element.findtext("{*}AbbreviatedData") or ""
        if placed is not None and len(data) <= _MAX_LENGTH:
            for first, last in _segments(data):
                yield placed.apply(*first), placed.apply(*last)


def _segments(data: str) -> Iterator[Stroke]:
    """Follow the pen; curves move it without drawing a rule."""
    start = pen = (0.0, 0.0)
    for operator, operands in _OPERATION.findall(data):
        point: tuple[float, ...] | None = start
        if count := _OPERANDS[operator]:
            point = numbers(operands, count)
        if point is None:
            continue
        point = (point[-2], point[-1])
        if operator in "LC":
            yield pen, point
        elif operator in "SM":
            start = point
        pen = point
