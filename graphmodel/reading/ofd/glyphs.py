"""Text objects of a page to characters with their places (GB/T 33190-2016, clause 11)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from math import atan2, hypot, pi
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from graphmodel.reading.ofd.values import numbers, placement, steps
from graphmodel.reading.pages.matrix import Matrix

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIZE = 4.2
"""Millimetres of a character whose text object states no size: 小四, 12 points."""
_LARGEST_SIZE = 100.0
_LONGEST = 200_001
"""Characters of a text object that are looked at: more than a page may have."""


class Glyph(NamedTuple):
    """One character where it is drawn, or a column of them.

    Attributes:
        text: The character; several where they stand below one another.
        x: Where it begins, in millimetres from the left.
        y: Its base line, in millimetres from the top.
        size: Of the font as drawn, in millimetres.
        turn: Quarters of a turn, clockwise, by which it is turned.
    """

    text: str
    x: float
    y: float
    size: float
    turn: int

    @property
    def width(self) -> float:
        """How far it reaches: all of its size, or half of it where it is narrow."""
        return self.size if east_asian_width(self.text[0]) in "WFA" else self.size / 2


def glyphs(root: _Element) -> Iterator[Glyph]:
    """Give the characters of a page or a template in the order in which they are drawn.

    Text that is hidden, and text at an angle, which is a watermark, is left out.
    """
    for element in root.iter("{*}TextObject"):
        placed = placement(element)
        turn = None if placed is None else _quarter(placed)
        if placed is not None and turn is not None:
            yield from _characters(element, placed, turn)


def _quarter(placed: Matrix) -> int | None:
    """By how many quarters of a turn the text is turned; None where it stands askew."""
    quarters = atan2(placed.b, placed.a) / (pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.1 else None


def _characters(element: _Element, placed: Matrix, turn: int) -> Iterator[Glyph]:
    stated = numbers(element.get("Size"), 1)
    size = stated[0] if stated and stated[0] > 0 else _SIZE
    drawn = min(size * hypot(placed.c, placed.d), _LARGEST_SIZE)
    x = y = 0.0
    for code in element.iterfind("{*}TextCode"):
        text = (code.text or "").strip("\r\n\t")[:_LONGEST]
        x = (numbers(code.get("X"), 1) or (x,))[0]
        y = (numbers(code.get("Y"), 1) or (y,))[0]
        across, down = _offsets(code, text, size)
        if len(text) > 1 and max(map(abs, across)) < size / 2 and max(map(abs, down)) > size / 2:
            yield Glyph(text, *placed.apply(x, y), drawn, turn)
            continue
        for character, dx, dy in zip(text, across, down, strict=True):
            yield Glyph(character, *placed.apply(x + dx, y + dy), drawn, turn)


def _offsets(code: _Element, text: str, size: float) -> tuple[list[float], list[float]]:
    """How far each character stands from the first, across and down.

    Where no distances are stated, the characters follow one another by their widths.
    """
    count = max(len(text) - 1, 0)
    across = steps(code.get("DeltaX"), count)
    down = steps(code.get("DeltaY"), count)
    if not across and not down:
        across = [Glyph(character, 0, 0, size, 0).width for character in text[:-1]]
    return _sums(across, len(text)), _sums(down, len(text))


def _sums(distances: list[float], count: int) -> list[float]:
    """Where the characters stand; those behind the last distance stand where it led."""
    places = list(accumulate(distances, initial=0.0))
    return (places + places[-1:] * count)[:count]
