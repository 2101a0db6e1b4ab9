"""The grid of a table: which cell stands where, spans and broken rows included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphmodel.reading.document import MAX_GRID
from graphmodel.reading.html.tree import Node

_MAX_SPAN = 100
"""Most columns that a cell may cover; Word's tables have 63 at most. Every column costs a step."""
_ARTICLE_SHARE = 0.8
_ARTICLE_CHARACTERS = 1_000
"""A cell that holds this share of its table and at least so many characters is the page's
article or one column of its layout, not a cell of data."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a cell stands in its table's grid (0-based), and how many places it covers."""

    row: int
    column: int
    row_span: int
    column_span: int


def place_cells(table: Node) -> dict[int, Placement] | None:
    """Lay out a table of data as HTML 4.9.12 lays it out.

    Args:
        table: A `table` element.

    Returns:
        The placement of each `td` and `th`, by `id()` of its node; None where the table only
        arranges other things: with a table inside it, under two rows or columns, one cell with
        nearly everything, or a grid of over a million places.
    """
    if any(node.tag == "table" for node in table.elements() if node is not table):
        return None
    rows = [list(_cells(row)) for row in table.elements() if row.tag == "tr"]
    rows = [row for row in rows if row]
    if len(rows) < 2 or max(map(len, rows)) < 2 or _holds_article(rows):
        return None
    return _fill(rows)


def _cells(row: Node) -> Iterator[Node]:
    for child in row.children:
        if isinstance(child, Node) and child.tag in ("td", "th"):
            yield child


def _holds_article(rows: list[list[Node]]) -> bool:
    sizes = [len(cell.text()) for row in rows for cell in row]
    return max(sizes) >= max(_ARTICLE_CHARACTERS, _ARTICLE_SHARE * sum(sizes))


def _fill(rows: list[list[Node]]) -> dict[int, Placement] | None:
    placements: dict[int, Placement] = {}
    taken_until: dict[int, int] = {}
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while taken_until.get(column, 0) > row:
                column += 1
            width = min(_span(cell, "colspan") or 1, _MAX_SPAN)
            height = min(_span(cell, "rowspan") or len(rows), len(rows) - row)
            placements[id(cell)] = Placement(row, column, height, width)
            taken_until.update(dict.fromkeys(range(column, column + width), row + height))
            column += width
        if column * len(rows) > MAX_GRID:
            return None
    return placements


def _span(cell: Node, name: str) -> int:
    """Read a span; 1 where it is missing or no number, 0 (to the last row) where it says so."""
    digits = re.match(r"\s*+(\d{1,5})", cell.attributes.get(name, ""))
    return int(digits[1]) if digits else 1
