"""Ruled tables: from the straight lines of a page to cells with their places in a grid."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import NamedTuple

_TOLERANCE = 3.0
"""Points by which rules that meet may miss each other, and by which a rule may be thick."""
_SHORTEST = 6.0
"""Points of the shortest rule: shorter ones are strokes of letters and dashes."""
_OPEN_EDGE = 12.0
"""Points by which the rules across go beyond the outermost rule down, or the other way round,
where the outermost cells have no outer edge."""
_MAX_STROKES = 1_500
_MAX_UNITS = 100_000
"""Most rules in one direction on a page, and most places in a grid. More are a drawing."""


class Rule(NamedTuple):
    """A straight line as the box that it fills, in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float


class GridCell(NamedTuple):
    """A rectangle between rules, and its place in the grid of its table."""

    row: int
    column: int
    row_span: int
    column_span: int
    left: float
    top: float
    right: float
    bottom: float


class _Stroke(NamedTuple):
    """A rule without its thickness: where it stands, and from where to where it runs."""

    at: float
    first: float
    last: float


def grids(rules: Iterable[Rule]) -> Iterator[tuple[GridCell, ...]]:
    """Give the cells of each table that rules draw, tables from top to bottom.

    What has one column only is no table: a frame around a text, or a text that is underlined.

    Args:
        rules: Lines and thin bars of a page; what is neither, is passed over.
    """
    boxes = list(rules)
    across = _strokes((box.top, box.bottom, box.left, box.right) for box in boxes)
    down = _strokes((box.left, box.right, box.top, box.bottom) for box in boxes)
    if max(len(across), len(down)) > _MAX_STROKES:
        return
    for rows, columns in sorted(_connected(across, down)):
        cells = list(_cells(_positions(rows, columns), _positions(columns, rows), rows, columns))
        if any(cell.column > 0 for cell in cells):
            yield tuple(cells)


def _strokes(boxes: Iterable[tuple[float, float, float, float]]) -> list[_Stroke]:
    """Take the boxes that are long and thin, and make one stroke of those that continue.

    Args:
        boxes: Two sides of each that are near one another, and the two between them.
    """
    strokes = sorted(
        _Stroke((side + other) / 2, first, last)
        for side, other, first, last in boxes
        if other - side <= _TOLERANCE and last - first > other - side
    )
    merged: list[_Stroke] = []
    for cluster in _clusters(strokes):
        at = cluster[0].at
        for stroke in sorted(cluster, key=lambda stroke: stroke.first):
            last = merged[-1] if merged else None
            if last and last.at == at and stroke.first <= last.last + _TOLERANCE:
                merged[-1] = _Stroke(at, last.first, max(last.last, stroke.last))
            else:
                merged.append(_Stroke(at, stroke.first, stroke.last))
    return [stroke for stroke in merged if stroke.last - stroke.first >= _SHORTEST]


def _clusters(strokes: list[_Stroke]) -> Iterator[list[_Stroke]]:
    """Group sorted strokes that stand at one place but for the tolerance."""
    first = 0
    for number in range(1, len(strokes) + 1):
        if number == len(strokes) or strokes[number].at > strokes[first].at + _TOLERANCE:
            yield strokes[first:number]
            first = number


def _connected(
    across: list[_Stroke], down: list[_Stroke]
) -> Iterator[tuple[list[_Stroke], list[_Stroke]]]:
    """Group the strokes that meet, directly or by way of others."""
    groups = list(range(len(across) + len(down)))

    def root(member: int) -> int:
        while groups[member] != member:
            groups[member] = groups[groups[member]]
            member = groups[member]
        return member

    places = [stroke.at for stroke in down]
    for number, row in enumerate(across):
        first = bisect_left(places, row.first - _TOLERANCE)
        last = bisect_right(places, row.last + _TOLERANCE)
        for other in range(first, last):
            if down[other].first - _TOLERANCE <= row.at <= down[other].last + _TOLERANCE:
                groups[root(len(across) + other)] = root(number)
    tables: dict[int, tuple[list[_Stroke], list[_Stroke]]] = {}
    for number, stroke in enumerate((*across, *down)):
        table = tables.setdefault(root(number), ([], []))
        table[number >= len(across)].append(stroke)
    return (table for table in tables.values() if len(table[0]) > 1 and table[1])


def _positions(strokes: list[_Stroke], crossing: list[_Stroke]) -> list[float]:
    """Give the places of the grid's lines, with the outer edge where that is not drawn."""
    places = sorted({stroke.at for stroke in strokes})
    first = min(stroke.first for stroke in crossing)
    last = max(stroke.last for stroke in crossing)
    before = [first] if first < places[0] - _OPEN_EDGE else []
    behind = [last] if last > places[-1] + _OPEN_EDGE else []
    return before + places + behind


def _cells(
    ys: list[float], xs: list[float], rows: list[_Stroke], columns: list[_Stroke]
) -> Iterator[GridCell]:
    """Make cells of the places of the grid, each as large as no rule cuts it."""
    height, width = len(ys) - 1, len(xs) - 1
    if height * width > _MAX_UNITS:
        return
    floors = set(_sides(rows, ys, xs))
    walls = {(place, line) for line, place in _sides(columns, xs, ys)}
    taken: set[tuple[int, int]] = set()
    for row, column in product(range(height), range(width)):
        if (row, column) in taken:
            continue
        right = column + 1
        while right < width and (row, right) not in walls and (row, right) not in taken:
            right += 1
        bottom = row + 1
        while bottom < height and _continues(bottom, range(column, right), floors, walls):
            bottom += 1
        taken.update(product(range(row, bottom), range(column, right)))
        yield GridCell(
            row,
            column,
            bottom - row,
            right - column,
            xs[column],
            ys[row],
            xs[right],
            ys[bottom],
        )


def _sides(
    strokes: list[_Stroke], lines: list[float], places: list[float]
) -> Iterator[tuple[int, int]]:
    """Give the sides of places that strokes draw: number of the grid's line, and of the place."""
    numbers = {at: number for number, at in enumerate(lines)}
    middles = [(first + last) / 2 for first, last in pairwise(places)]
    for stroke in strokes:
        first = bisect_left(middles, stroke.first)
        last = bisect_right(middles, stroke.last)
        yield from ((numbers[stroke.at], place) for place in range(first, last))


def _continues(
    row: int, columns: range, floors: set[tuple[int, int]], walls: set[tuple[int, int]]
) -> bool:
    """Whether a cell over these columns goes on in a row: no rule above it and none inside."""
    return not any((row, column) in floors for column in columns) and not any(
        (row, line) in walls for line in columns[1:]
    )
