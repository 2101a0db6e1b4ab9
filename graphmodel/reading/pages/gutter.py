"""The gutter of a page that is set in two columns, as gazettes are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import median
from typing import NamedTuple

from graphmodel.reading.pages.page import Line

_MIDDLE = (0.3, 0.7)
"""Shares of the width of the text between which a gutter runs."""
_STRIP = 2.0
"""Points of the strips in which a gutter is looked for."""
_MOST_STRIPS = 2_000
_NARROWEST = 9.0
"""Points of a gutter."""
_CROSSING = 0.1
"""Share of the rows that may cross a gutter, such as a title."""
_ROWS = 12
"""Rows on each side of a gutter, at least."""
_FULL = 0.5
"""Share of the rows that fill their column: those of a list without rules do not."""
_NEARLY = 1.5
"""Ems by which a row misses the edge of its column and still fills it."""
_INDENT = 2.5
"""Ems by which a row may be indented."""


class Gutter(NamedTuple):
    """From where to where it runs, in points from the left."""

    left: float
    right: float

    def is_crossed_by(self, box: Line) -> bool:
        """Whether something stands on both sides."""
        middle = (self.left + self.right) / 2
        return box.left < middle < box.right


def find_gutter(pieces: Sequence[Line]) -> Gutter | None:
    """Find the gutter between two columns of running text; None where there is one column.

    Args:
        pieces: Lines, or pieces of lines, in any order.
    """
    if len(pieces) < 2 * _ROWS:
        return None
    start, end = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    if end - start > _MOST_STRIPS * _STRIP:
        return None
    gutter = _widest_gap(_coverage(pieces, start, end), start)
    if gutter is None or not _is_set_in_columns(pieces, gutter, end):
        return None
    return gutter


def sides(pieces: Iterable[Line], gutter: Gutter) -> tuple[list[Line], list[Line], list[Line]]:
    """Give the pieces of rows that cross a gutter, those left of it and those right of it."""
    rows: dict[int, list[Line]] = {}
    for piece in pieces:
        rows.setdefault(round(piece.bottom), []).append(piece)
    across, left, right = [], [], []
    for row in rows.values():
        if any(gutter.is_crossed_by(piece) for piece in row):
            across += row
        else:
            left += [piece for piece in row if piece.right <= gutter.right]
            right += [piece for piece in row if piece.right > gutter.right]
    return across, left, right


def _coverage(pieces: Sequence[Line], start: float, end: float) -> list[int]:
    """Count the pieces that stand in each strip of the width of the text."""
    steps = [0] * (int((end - start) / _STRIP) + 2)
    for piece in pieces:
        steps[int((piece.left - start) / _STRIP)] += 1
        steps[int((piece.right - start) / _STRIP) + 1] -= 1
    count = 0
    return [count := count + step for step in steps[:-1]]


def _widest_gap(coverage: list[int], start: float) -> Gutter | None:
    most = _CROSSING * max(coverage)
    low, high = (int(share * len(coverage)) for share in _MIDDLE)
    best = run = end = 0
    for strip in range(low, high):
        run = run + 1 if coverage[strip] <= most else 0
        if run > best:
            best, end = run, strip + 1
    if best * _STRIP < _NARROWEST:
        return None
    return Gutter(start + (end - best) * _STRIP, start + end * _STRIP)


def _is_set_in_columns(pieces: Sequence[Line], gutter: Gutter, end: float) -> bool:
    """Whether what stands on both sides is running text: rows that fill their column."""
    _, left, right = sides(pieces, gutter)
    begins = _extents(right, lambda piece: -piece.left)
    em = median(piece.em for piece in pieces)
    aligned = sum(-begin < gutter.right + _INDENT * em for begin in begins)
    return (
        len(begins) >= _ROWS
        and aligned >= _FULL * len(begins)
        and _are_full(left, gutter.left, em)
        and _are_full(right, end, em)
    )


def _are_full(pieces: list[Line], edge: float, em: float) -> bool:
    ends = _extents(pieces, lambda piece: piece.right)
    return len(ends) >= _ROWS and sum(place > edge - _NEARLY * em for place in ends) >= (
        _FULL * len(ends)
    )


def _extents(pieces: list[Line], place: Callable[[Line], float]) -> list[float]:
    """Give how far each row reaches."""
    rows: dict[int, float] = {}
    for piece in pieces:
        row = round(piece.bottom)
        rows[row] = max(place(piece), rows.get(row, place(piece)))
    return list(rows.values())
