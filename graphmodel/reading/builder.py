"""Puts the content of a file together: text, blocks, tables, places.

For the readers of formats that have no text of their own to count in. A paragraph is a line. A
table has one line a row, its cells with a tab between them; a cell of several paragraphs has
several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from graphmodel.reading.document import (
    MAX_GRID,
    Block,
    BlockKind,
    Cell,
    Certainty,
    Content,
    Note,
    PlaceUnit,
    Table,
)

INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u2060\ufeff]")
"""Control characters, soft hyphens, zero-width blanks, marks of direction: nobody reads them, and
a name with one inside is not found."""


class CellText(NamedTuple):
    """A cell of a table with its words, one string a paragraph, and its place in the grid."""

    row: int
    column: int
    lines: tuple[str, ...]
    row_span: int = 1
    column_span: int = 1


class ContentBuilder:
    """Takes paragraphs and tables in reading order and gives them as `Content`."""

    def __init__(self, unit: PlaceUnit = PlaceUnit.LINE) -> None:
        """Begin with an empty text whose places are counted in `unit`."""
        self._unit = unit
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._starts: list[int] = []
        self._names: list[str] = []
        self._certainties: list[Certainty] = []
        self._notes: list[Note] = []

    @property
    def length(self) -> int:
        """Code points so far: the offset of what comes next."""
        return self._length

    def place(self, name: str | None = None, at: int | None = None) -> None:
        """Begin the next page, sheet or paragraph, as the unit of places says.

        Args:
            name: The name of a sheet.
            at: Where it begins, behind the last one; where the text ends, if not given.
        """
        self._starts.append(self._length if at is None else at)
        if name is not None:
            self._names.append(name)

    def paragraph(self, text: str, level: int | None = None) -> None:
        """Add a paragraph, or a heading of a level; white space alone is passed over.

        Args:
            text: The words, without line ends.
            level: Level 1 to 6 of a heading.
        """
        kind = BlockKind.PARAGRAPH if level is None else BlockKind.HEADING
        self._block(text, kind, level)
        self._end_line()

    def certain(self, start: int, end: int, value: float) -> None:
        """Say how sure optical recognition is of text that was added, stretch after stretch.

        Args:
            start: Its first code point.
            end: Its end; nothing is kept of an empty stretch.
            value: 0 to 1.
        """
        if start < end:
            self._certainties.append(Certainty(start, end, value))

    def table(self, cells: Iterable[CellText]) -> tuple[Cell, ...]:
        """Add a table; a table without words or with an impossible grid adds lines alone.

        Returns:
            The cells by row and column, with their offsets.
        """
        first = self._length
        placed: list[Cell] = []
        row: int | None = None
        for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
            if row is not None:
                self._write("\t" if cell.row == row else "\n")
            row = cell.row
            start = self._length
            for number, line in enumerate(line for line in cell.lines if line.strip()):
                self._write("\n" if number else "")
                self._block(line, BlockKind.CELL)
            placed.append(
                Cell(cell.row, cell.column, start, self._length, cell.row_span, cell.column_span)
            )
        if self._length > first:
            if _is_possible(placed):
                self._tables.append(Table(first, self._length, tuple(placed)))
            self._end_line()
        return tuple(placed)

    def note(self, code: str, detail: str = "") -> None:
        """Add something that could not be read, at the place reached."""
        self._notes.append(Note(code, self._length, self._length, detail))

    def content(
        self,
        title: str | None = None,
        published: str | None = None,
        metadata: tuple[tuple[str, str], ...] = (),
    ) -> Content:
        """Everything added so far; the other arguments are fields of `Content`."""
        return Content(
            text="".join(self._parts),
            blocks=tuple(self._blocks),
            tables=tuple(self._tables),
            title=title,
            published=published,
            metadata=metadata,
            unit=self._unit,
            starts=tuple(self._starts),
            names=tuple(self._names),
            certainties=tuple(self._certainties),
            notes=tuple(self._notes),
        )

    def _block(self, text: str, kind: BlockKind, level: int | None = None) -> None:
        words = " ".join(INVISIBLE.sub("", text).split())
        if words:
            self._blocks.append(Block(kind, self._length, self._length + len(words), level))
            self._write(words)

    def _end_line(self) -> None:
        if self._parts and not self._parts[-1].endswith("\n"):
            self._write("\n")

    def _write(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)


def _is_possible(cells: list[Cell]) -> bool:
    height = max(cell.row + cell.row_span for cell in cells)
    width = max(cell.column + cell.column_span for cell in cells)
    covered = sum(cell.row_span * cell.column_span for cell in cells)
    return max(height * width, covered) <= MAX_GRID
