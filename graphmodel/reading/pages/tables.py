"""Tables as they are read: parts on several pages are one, with rows that a page break cut."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from graphmodel.reading.builder import CellText
from graphmodel.reading.pages.page import Line, PageCell, PageTable
from graphmodel.reading.pages.wrapping import (
    begins_item,
    ends_sentence,
    glued,
    is_next_item,
    was_wrapped,
)

_SAME_EDGE = 6.0
"""Points within which the edges of the parts of a table stand at the same place."""
_MOST_HEAD_ROWS = 4
_PADDING = 11.0
"""Points that a cell leaves empty on its two sides together, as word processors set it."""
_WRAPPED_CELLS = 3
"""Cells of several lines from which a column shows how wide its lines may be."""
_NUMBERED = 0.6
"""Share of the cells of a column with numbers that are such."""
_NUMBER = re.compile(r"[（(]?(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[）)]?[.、．]?")
_TERMINATED = re.compile(r"[。；;！？]$")


class Part(NamedTuple):
    """What stands of a table on one page."""

    page: int
    table: PageTable


class WholeTable(NamedTuple):
    """A table over any number of pages.

    Attributes:
        cells: With their words.
        certainties: Of the least sure word in each cell that optical recognition read, by place.
        first_rows: For each page but the first, its number and the first row that begins on it.
    """

    cells: list[CellText]
    certainties: dict[tuple[int, int], float]
    first_rows: list[tuple[int, int]]


def is_continued(part: Part, following: Part) -> bool:
    """Whether the table at the top of a page goes on with that at the bottom of the last."""
    return (
        following.page == part.page + 1
        and abs(part.table.left - following.table.left) < _SAME_EDGE
        and abs(part.table.right - following.table.right) < _SAME_EDGE
    )


def whole(parts: list[Part]) -> WholeTable:
    """Put the parts of a table together."""
    edges = _edges(parts)
    head = _on_grid(parts[0].table, edges)
    growing = _Growing(head)
    first_rows = []
    for part in parts[1:]:
        growing.append(_without_head(head, _on_grid(part.table, edges)))
        first_rows.append((part.page, growing.first_row))
    cells = growing.cells()
    widths = _widths(cells)
    return WholeTable(
        [_cell_text(cell, widths) for cell in cells],
        {(cell.row, cell.column): value for cell in cells if (value := _certainty(cell))},
        first_rows,
    )


def _edges(parts: list[Part]) -> list[float]:
    """Give the places between the columns of all parts."""
    edges: list[float] = []
    places = {place for part in parts for cell in part.table.cells for place in cell[4:7:2]}
    for place in sorted(places):
        if not edges or place - edges[-1] > _SAME_EDGE:
            edges.append(place)
    return edges


def _on_grid(table: PageTable, edges: list[float]) -> list[PageCell]:
    """Number the columns of a part as those of the whole table."""
    placed = []
    for cell in table.cells:
        first, last = (_nearest(edges, place) for place in (cell.left, cell.right))
        placed.append(cell._replace(column=first, column_span=max(1, last - first)))
    return placed


def _nearest(edges: list[float], place: float) -> int:
    """Give the number of the last edge that is not behind a place, but for the tolerance."""
    return max(0, bisect_left(edges, place + 0.01) - 1)


def _without_head(cells: list[PageCell], below: list[PageCell]) -> list[PageCell]:
    """Leave out the rows of a part that repeat the head of the table."""
    head = 0
    while head < _MOST_HEAD_ROWS and (row := _words(cells, head)) and row == _words(below, head):
        head += 1
    return [cell._replace(row=cell.row - head) for cell in below if cell.row >= head]


def _words(cells: list[PageCell], row: int) -> list[tuple[int, str]]:
    words = [(cell.column, _squeezed(cell)) for cell in cells if cell.row == row]
    return words if any(text for _, text in words) else []


def _squeezed(cell: PageCell) -> str:
    return "".join("".join(line.text.split()) for line in cell.lines)


class _Growing:
    """A table that grows part by part; only the cells of its last part may still grow."""

    def __init__(self, cells: list[PageCell]) -> None:
        self._settled: list[PageCell] = []
        self._last = cells
        self._grouping: set[int] = set()
        self.first_row = max((cell.row + cell.row_span for cell in cells), default=0)
        """The first row below what stands: that which begins in the part put there last."""
        self._height = self.first_row

    def cells(self) -> list[PageCell]:
        return self._settled + self._last

    def append(self, below: list[PageCell]) -> None:
        """Put the rows of a part below the others, and join the cells that it goes on with."""
        self.first_row = self._height
        above = {
            cell.column: cell for cell in self._last if cell.row + cell.row_span == self._height
        }
        first = {cell.column: cell for cell in below if cell.row == 0}
        is_cut = _is_cut([*self._last, *below], above, first)
        self._grouping |= {cell.column for cell in (*self._last, *below) if cell.row_span > 1}
        offset = self._height - is_cut
        grown: dict[int, PageCell] = {}
        rest = []
        for cell in below:
            upper = above.get(cell.column) if cell.row == 0 else None
            if upper is not None and self._is_joined(upper, cell, is_cut):
                span = cell.row + offset + cell.row_span - upper.row
                grown[cell.column] = upper._replace(row_span=span, lines=upper.lines + cell.lines)
            else:
                rest.append(cell._replace(row=cell.row + offset))
        gone = {(above[column].row, column) for column in grown}
        kept = [cell for cell in self._last if (cell.row, cell.column) not in gone]
        self._last = [*grown.values(), *rest] if below else kept
        self._settled += kept if below else []
        self._height = max((cell.row + cell.row_span for cell in self._last), default=0)

    def _is_joined(self, upper: PageCell, lower: PageCell, is_cut: bool) -> bool:
        """Whether a cell of the first row of a part goes on with the one above it."""
        return upper.column_span == lower.column_span and (
            is_cut or (lower.column in self._grouping and _is_one_group(upper, lower))
        )


def _is_one_group(upper: PageCell, lower: PageCell) -> bool:
    """Whether two cells of a column of merged cells are one that a page break cut."""
    return not lower.lines or (not upper.lines and upper.row_span > 1)


def _is_cut(cells: list[PageCell], above: dict[int, PageCell], first: dict[int, PageCell]) -> bool:
    """Whether the first row of a part is the rest of the last row of the part before.

    It is where the number of the row stands in one of the two only; in a table without numbers,
    where each cell goes on in the middle of a sentence or is empty.
    """
    pairs = [
        (above[column], cell)
        for column, cell in first.items()
        if column in above and above[column].column_span == cell.column_span
    ]
    if len(pairs) < len(first):
        return False
    numbers = _number_column(cells)
    for upper, lower in pairs:
        if upper.column == numbers and upper.row_span == lower.row_span == 1:
            return bool(upper.lines) != bool(lower.lines)
    both = [(upper, lower) for upper, lower in pairs if upper.lines and lower.lines]
    return 0 < len(both) < len(pairs) and all(_goes_on(*pair) for pair in both)


def _goes_on(upper: PageCell, lower: PageCell) -> bool:
    line, below = upper.lines[-1], lower.lines[0]
    room = upper.right - upper.left - _PADDING
    return was_wrapped(line, below.text, room - line.width) and not _TERMINATED.search(line.text)


def _number_column(cells: list[PageCell]) -> int | None:
    """Find the column of the numbers of the rows: one of the first two."""
    for column in (0, 1):
        words = [_squeezed(cell) for cell in cells if cell.column == column]
        filled = [word for word in words[1:] if word]
        if filled and sum(_NUMBER.fullmatch(word) is not None for word in filled) >= (
            _NUMBERED * len(filled)
        ):
            return column
    return None


def _widths(cells: list[PageCell]) -> dict[tuple[int, int], float]:
    """Give how wide the lines of each column are, where enough of them were wrapped."""
    wrapped: dict[tuple[int, int], list[float]] = {}
    for cell in cells:
        if len(cell.lines) > 1:
            widest = max(line.width for line in cell.lines)
            wrapped.setdefault((cell.column, cell.column_span), []).append(widest)
    return {
        place: max(widths) for place, widths in wrapped.items() if len(widths) >= _WRAPPED_CELLS
    }


def _cell_text(cell: PageCell, widths: dict[tuple[int, int], float]) -> CellText:
    widest = max((line.width for line in cell.lines), default=0.0)
    room = max(
        widest,
        widths.get((cell.column, cell.column_span), cell.right - cell.left - _PADDING),
    )
    return CellText(
        cell.row, cell.column, tuple(_paragraphs(cell.lines, room)), cell.row_span, cell.column_span
    )


def _paragraphs(lines: tuple[Line, ...], room: float) -> Iterator[str]:
    """Join the lines of a cell that were wrapped."""
    text = ""
    last: Line | None = None
    for line in lines:
        words = " ".join(line.text.split())
        if last is not None and not _wraps(text, last, words, room):
            yield text
            text = ""
        text = glued(text, words)
        last = line
    yield text


def _wraps(text: str, line: Line, following: str, room: float) -> bool:
    if is_next_item(text, following) or (begins_item(following) and ends_sentence(line.text)):
        return False
    return was_wrapped(line, following, room - line.width)


def _certainty(cell: PageCell) -> float | None:
    return min((line.certainty for line in cell.lines if line.certainty is not None), default=None)
