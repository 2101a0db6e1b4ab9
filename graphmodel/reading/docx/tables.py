"""The grid of a Word table (ECMA-376 17.4): which cell stands where, and over how many others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphmodel.reading.docx.elements import below, integer, pieces, value
from graphmodel.reading.markup import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_COLUMNS = 63
"""As in Word. No cell is wider."""


@dataclass(slots=True)
class Place:
    """A cell, and what it covers of the grid."""

    cell: _Element
    row: int
    column: int
    columns: int
    rows: int = 1


@dataclass(slots=True)
class Grid:
    """The cells of a table in reading order, without those that were merged into others."""

    places: list[Place] = field(default_factory=list)
    _rows: int = 0
    _above: dict[int, Place] = field(default_factory=dict)
    """Cells that reach down to the row before, by their first column."""

    @property
    def is_layout(self) -> bool:
        """Whether it is only there to place things on the page: all in one column."""
        return all(place.column == 0 for place in self.places)

    def add(self, row: _Element) -> None:
        """Add the next row."""
        column = _span(below(row, "trPr", "gridBefore"), least=0)
        reaching: dict[int, Place] = {}
        last: Place | None = None
        for cell in pieces(row):
            properties = below(cell, "tcPr")
            if local_name(cell.tag) != "tc" or below(properties, "cellDel") is not None:
                continue
            columns = _span(below(properties, "gridSpan"), least=1)
            merge = below(properties, "vMerge")
            if last and _goes_on(below(properties, "hMerge")):
                last.columns += columns
            else:
                last = self._upper(column, columns, merge) or self._place(cell, column, columns)
                if merge is not None:
                    reaching[column] = last
            column += columns
        self._above = reaching
        self._rows += 1

    def _upper(self, column: int, columns: int, merge: _Element | None) -> Place | None:
        """Give the cell above that one goes on, made longer by it."""
        upper = self._above.get(column)
        if upper is None or upper.columns != columns or not _goes_on(merge):
            return None
        upper.rows += 1
        return upper

    def _place(self, cell: _Element, column: int, columns: int) -> Place:
        self.places.append(Place(cell, self._rows, column, columns))
        return self.places[-1]


def grid(table: _Element) -> Grid:
    """Lay out a table; rows and cells whose deletion was tracked are left out."""
    laid = Grid()
    for row in pieces(table):
        if local_name(row.tag) == "tr" and below(row, "trPr", "del") is None:
            laid.add(row)
    return laid


def _goes_on(merge: _Element | None) -> bool:
    """Whether a cell is the rest of the one before or above it."""
    return merge is not None and value(merge) != "restart"


def _span(element: _Element | None, least: int) -> int:
    return min(max(integer(element) or least, least), _MOST_COLUMNS)
