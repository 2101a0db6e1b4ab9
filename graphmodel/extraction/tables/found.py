"""Where tables that can assign work stand in a document.

A text file holds them as lines of cells with tabs; other formats state them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from graphmodel.extraction.attribution import can_be_attribution
from graphmodel.extraction.outline import LINE_START
from graphmodel.extraction.squeezed import squeezed
from graphmodel.extraction.tables.head import Head, find_head, kind_of
from graphmodel.model.ids import squeeze
from graphmodel.reading.document import Document, PlaceUnit

Span = tuple[int, int]
Row = list[Span]
"""The cells of a row; an empty cell has an empty span, a merged one stands in every place."""

_CELL_LINES = re.compile(
    rf"{LINE_START}(?:[ \t]*+(?:\|[ \t]*+)?[^\n\r|]*+\|[ \t]*+(?:\r\n|\n|\r|\Z)\s*+){{6,}}"
)
"""Cells on lines of their own, each with a | behind it, as crawled web pages print tables."""
_LINE = re.compile(r"[^\n\r]+")
_LINE_END = re.compile(r"\r\n|\n|\r")
_BETWEEN = 200
"""Characters between two tables of which the second goes on with the first, white space too."""
_BETWEEN_PAGES = re.compile(r"[\d\W第共页/]*(?:续上?表|附表续)?[\d\W第共页/]*")
_HEAD_ROWS = 8
_MOST_COLUMNS = 12
_LONGEST_HEAD = 200


@dataclass(slots=True)
class FoundTable:
    """A table whose head is known; `rows` are those below it."""

    start: int
    head: Head
    rows: list[Row]
    spans: list[Span] = field(default_factory=list)
    """The stretches of text that it takes: several where it was cut."""

    @property
    def end(self) -> int:
        """Where its last piece ends."""
        return self.spans[-1][1]


def find_tables(document: Document) -> list[FoundTable]:
    """The tables of a document that have a head and can assign work, in order.

    A table that follows closely goes on with the one before if it has the same head, or no head
    and as many columns.
    """
    found: list[FoundTable] = []
    text = document.text
    for (start, end), rows in _grids(document):
        words = [[_words(text, cell) for cell in row] for row in rows[:_HEAD_ROWS]]
        head = find_head(words)
        above = found[-1] if found and _is_near(document, found[-1], start) else None
        if above and _goes_on(above.head, head, rows):
            above.rows += rows[head.height if head else 0 :]
            above.spans.append((start, end))
        elif head is not None and (head.assigns or can_be_attribution(text[start:end])):
            found.append(FoundTable(start, head, rows[head.height :], [(start, end)]))
    return found


def _words(text: str, cell: Span) -> str:
    return squeezed(text, cell).text if cell[1] - cell[0] <= _LONGEST_HEAD else " " * _LONGEST_HEAD


def _is_near(document: Document, table: FoundTable, start: int) -> bool:
    """Whether nothing but a page number or 续表 stands between, and no new sheet begins."""
    between = document.text[table.end : start]
    if document.unit is PlaceUnit.SHEET and document.place(start) != document.place(table.start):
        return False
    return len(between) <= _BETWEEN and _BETWEEN_PAGES.fullmatch(squeeze(between)) is not None


def _goes_on(above: Head, head: Head | None, rows: list[Row]) -> bool:
    """Whether a table has the same head again, or none and as many columns."""
    if head is not None:
        return head.words == above.words
    return bool(rows) and len(rows[0]) == len(above.words)


def _grids(document: Document) -> Iterator[tuple[Span, list[Row]]]:
    """All tables, head or not, with their spans."""
    for table in document.tables:
        rows = [
            [(cell.start, cell.end) if cell else (table.start, table.start) for cell in row]
            for row in table.grid()
        ]
        yield (table.start, table.end), rows
    if document.tables:
        return
    for start, end in _tab_lines(document.text):
        yield (start, end), _tab_rows(document.text, start, end)
    if "|" in document.text:
        for lines in _CELL_LINES.finditer(document.text):
            yield lines.span(), _rows_of_cell_lines(document.text, *lines.span())


def _tab_lines(text: str) -> Iterator[Span]:
    """Lines on end, two at least, that hold tabs. Tabs are rare, so they are looked for."""
    first = last = count = 0
    tab = text.find("\t")
    while tab >= 0:
        breaks = (text.rfind("\n", last, tab), text.rfind("\r", last, tab))
        start = max(*breaks, last - 1) + 1
        end_of_line = _LINE_END.search(text, tab)
        end = end_of_line.end() if end_of_line else len(text)
        if start != last:
            if count > 1:
                yield first, last
            first, count = start, 0
        last, count = end, count + 1
        tab = text.find("\t", end)
    if count > 1:
        yield first, last


def _tab_rows(text: str, start: int, end: int) -> list[Row]:
    return [_tab_cells(text, *line.span()) for line in _LINE.finditer(text, start, end)]


def _tab_cells(text: str, start: int, end: int) -> Row:
    tabs = [start - 1, *(start + m.start() for m in re.finditer("\t", text[start:end])), end]
    cells = [(left + 1, right) for left, right in pairwise(tabs)]
    while cells and not text[slice(*cells[-1])].strip():
        cells.pop()
    return cells


def without_tables(text: str, tables: list[FoundTable]) -> str:
    """The text with blanks for the tables, character for character, so that offsets hold."""
    pieces, position = [], 0
    for start, end in sorted(span for table in tables for span in table.spans):
        pieces += [text[position:start], " " * (end - start)]
        position = end
    return "".join([*pieces, text[position:]]) if pieces else text


def _rows_of_cell_lines(text: str, start: int, end: int) -> list[Row]:
    """Rows of as many cells as the head has, which are those at the start with known words."""
    cells = []
    for line in _LINE.finditer(text, start, end):
        bar = text.find("|", line.start(), line.end())
        if bar == line.start():
            bar = text.find("|", bar + 1, line.end())
        if bar >= 0:
            cells.append((line.start() + (text[line.start()] == "|"), bar))
    words = [squeezed(text, cell).text for cell in cells[:_MOST_COLUMNS]]
    width = next((n for n, cell in enumerate(words) if kind_of(cell) is None), len(words))
    if width < 2:
        return []
    return [cells[i : i + width] for i in range(0, len(cells) - width + 1, width)]
