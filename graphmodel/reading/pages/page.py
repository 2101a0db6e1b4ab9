"""What a page shows: lines of text and tables, each with the box that it fills.

All measures are points (1/72 inch) from the top left corner of the page as it is read.
"""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line of text, or a piece of one.

    Attributes:
        text: What it says.
        left: Where it begins.
        top: Its upper edge.
        right: Where it ends.
        bottom: Its lower edge.
        certainty: How sure optical recognition is of it, 0 to 1; None of text that was stored.
        size: Size of the font; None where only the box is known.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    certainty: float | None = None
    size: float | None = None

    @property
    def em(self) -> float:
        """The size of the font, else the height: what a Chinese character takes in width."""
        return self.size or self.bottom - self.top

    @property
    def width(self) -> float:
        """From where it begins to where it ends."""
        return self.right - self.left


class PageCell(NamedTuple):
    """A cell of a table, its place in the grid, and the lines in it from top to bottom."""

    row: int
    column: int
    row_span: int
    column_span: int
    left: float
    top: float
    right: float
    bottom: float
    lines: tuple[Line, ...]


class PageTable(NamedTuple):
    """A table as far as it stands on one page."""

    left: float
    top: float
    right: float
    bottom: float
    cells: tuple[PageCell, ...]


class Page(NamedTuple):
    """One page, the way up that it is read.

    Attributes:
        width: From the left to the right edge.
        height: From the upper to the lower edge.
        lines: Lines outside tables, in any order.
        tables: Tables, in any order.
        is_unread: Whether it shows something that no text could be got from.
    """

    width: float
    height: float
    lines: tuple[Line, ...] = ()
    tables: tuple[PageTable, ...] = ()
    is_unread: bool = False
