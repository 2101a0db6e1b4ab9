"""The measures of the text on a page: its margins, the size of its print, its spacing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from graphmodel.reading.pages.page import Line

_FEW = 6
"""Lines from which a stretch has measures of its own; with fewer it takes those of its kind."""
_NEAR = 0.5
"""Ems within which lines begin or end at the same place."""
_SMALL = 0.8
"""Share of the size of the text that notes in the margin have at most."""
_SHARE = 0.1
"""Share of the lines that begin at the margin, and of those that are indented, at least."""
_MOST = 0.7
"""Share of the lines above which those further in are not the first ones of paragraphs."""
_INDENT = (1.2, 4.2)
"""Ems by which the first line of a paragraph is indented."""


class Kind(NamedTuple):
    """What pages, or columns of them, have in common that are set alike.

    Attributes:
        width: Of the page.
        side: 0 of a page of one column, else the number of the column.
    """

    width: int
    side: int


class Column(NamedTuple):
    """A column of text.

    Attributes:
        left: Where lines begin that are not indented.
        right: Where lines end that are full.
        em: Size of most of the print.
        pitch: From line to line.
        is_indented: Whether paragraphs begin with an indent.
    """

    left: float
    right: float
    em: float
    pitch: float
    is_indented: bool = False


def columns(stretches: Sequence[tuple[Kind, Sequence[Line]]]) -> list[Column]:
    """Measure the column of each stretch of text.

    Args:
        stretches: What is alike set, and its lines from top to bottom.

    Returns:
        The column of each; a stretch of few lines has that of all of its kind.
    """
    kinds: dict[Kind, list[Sequence[Line]]] = {}
    for kind, lines in stretches:
        kinds.setdefault(kind, []).append(lines)
    em = _common_size([line for _, lines in stretches for line in lines])
    wholes = {kind: _of_kind(group, kind, em) for kind, group in kinds.items()}
    return [_of_stretch(lines, wholes[kind]) for kind, lines in stretches]


def _of_kind(group: Sequence[Sequence[Line]], kind: Kind, em: float) -> Column:
    """Measure stretches together; where a page has few lines, take its margins for equal."""
    lines = [line for lines in group for line in lines]
    column = _column(lines, em, _pitch(group))
    if len(lines) >= _FEW or kind.side:
        return column
    return column._replace(right=max(column.right, kind.width - column.left))


def _of_stretch(lines: Sequence[Line], whole: Column) -> Column:
    text = [line for line in lines if abs(line.em - whole.em) < _NEAR * whole.em]
    if len(text) < _FEW:
        return whole
    return _column(text, whole.em, whole.pitch)._replace(is_indented=whole.is_indented)


def is_beside(line: Line, column: Column) -> bool:
    """Whether a line is a note in the margin: small print that begins where the column ends."""
    return line.em < _SMALL * column.em and (
        line.left > column.right + column.em or line.right < column.left - column.em
    )


def _column(lines: Sequence[Line], em: float, pitch: float) -> Column:
    if not lines:
        return Column(0.0, 0.0, em, pitch)
    left = _left(sorted(line.left for line in lines), _NEAR * em)
    right = _right(sorted(line.right for line in lines), _NEAR * em)
    low, high = _INDENT
    indented = sum(low * em < line.left - left < high * em for line in lines)
    is_indented = _SHARE * len(lines) < indented < _MOST * len(lines)
    return Column(left, right, em, pitch, is_indented)


def _common_size(lines: Iterable[Line]) -> float:
    """Give the size that most characters have."""
    sizes: dict[float, int] = {}
    for line in lines:
        size = round(line.em * 2) / 2
        sizes[size] = sizes.get(size, 0) + len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=1.0) or 1.0


def _left(places: list[float], near: float) -> float:
    """Give the leftmost place where several lines begin."""
    least = max(2, _SHARE * len(places))
    return next(
        (place for place in places if _count(places, place, place + near) >= least), places[0]
    )


def _right(places: list[float], near: float) -> float:
    """Give the place where most lines end; the last of all where no two agree."""
    best = max(places, key=lambda place: (_count(places, place - near, place), place))
    return best if _count(places, best - near, best) > 1 else places[-1]


def _count(places: list[float], first: float, last: float) -> int:
    return bisect_right(places, last) - bisect_left(places, first)


def _pitch(pages: Sequence[Sequence[Line]]) -> float:
    """Give the usual distance from line to line."""
    steps = [
        below.bottom - above.bottom
        for lines in pages
        for above, below in pairwise(lines)
        if below.bottom - above.bottom > _NEAR * below.em
    ]
    return median(steps) if steps else 0.0
