"""Pieces of text and straight rules to a page: what rules enclose is a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import product

from graphmodel.reading.pages.fragments import lines_of
from graphmodel.reading.pages.gutter import find_gutter, sides
from graphmodel.reading.pages.page import Line, Page, PageCell, PageTable
from graphmodel.reading.pages.ruling import GridCell, Rule, grids

_MANY_COLUMNS = 3


def ruled_page(
    width: float, height: float, fragments: Iterable[Line], rules: Iterable[Rule]
) -> Page:
    """Sort the fragments of a page into the tables that its rules draw, and the lines outside.

    Args:
        width: Of the page.
        height: Of the page.
        fragments: In any order; pieces of one line are joined, but never over a rule.
        rules: The straight lines of the page.
    """
    outside = list(fragments)
    tables = []
    for grid in grids(rules):
        inside, rest = _parted(grid, outside)
        if len(inside) > 1 or (inside and _is_wide(grid)):
            outside = rest
            tables.append(_table(grid, inside))
    return Page(width, height, tuple(_lines(outside)), tuple(tables))


def _lines(fragments: list[Line]) -> list[Line]:
    """Join fragments to lines, but never over a gutter."""
    gutter = find_gutter(fragments)
    parts = [fragments] if gutter is None else sides(fragments, gutter)
    return [line for part in parts for line in lines_of(part)]


def _is_wide(grid: tuple[GridCell, ...]) -> bool:
    """Whether a grid is a table though only one of its cells is filled: the rest of a row."""
    return max(cell.column + cell.column_span for cell in grid) >= _MANY_COLUMNS


def _parted(
    grid: tuple[GridCell, ...], fragments: list[Line]
) -> tuple[dict[GridCell, list[Line]], list[Line]]:
    """Give the fragments of each cell that has some, and those outside the table."""
    rows = sorted({edge for cell in grid for edge in (cell.top, cell.bottom)})
    columns = sorted({edge for cell in grid for edge in (cell.left, cell.right)})
    places = {place: cell for cell in grid for place in _places(cell)}
    inside: dict[GridCell, list[Line]] = {}
    outside = []
    for fragment in fragments:
        row = bisect_right(rows, (fragment.top + fragment.bottom) / 2) - 1
        column = bisect_right(columns, (fragment.left + fragment.right) / 2) - 1
        cell = places.get((row, column))
        if cell is None:
            outside.append(fragment)
        else:
            inside.setdefault(cell, []).append(fragment)
    return inside, outside


def _places(cell: GridCell) -> Iterable[tuple[int, int]]:
    return product(
        range(cell.row, cell.row + cell.row_span),
        range(cell.column, cell.column + cell.column_span),
    )


def _table(grid: tuple[GridCell, ...], inside: dict[GridCell, list[Line]]) -> PageTable:
    return PageTable(
        min(cell.left for cell in grid),
        min(cell.top for cell in grid),
        max(cell.right for cell in grid),
        max(cell.bottom for cell in grid),
        tuple(PageCell(*cell, tuple(lines_of(inside.get(cell, ())))) for cell in grid),
    )
