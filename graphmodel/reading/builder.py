"""Puts the content of a file together: text, blocks, tables, places.

For the readers of formats that have no text of their own to count in. A paragraph is a line. A
table has one line a row, its cells with a tab between them; a cell of several paragraphs has
several lines.
"""

from __future__ import annotations

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

    def place(self, name: str | None = None) -> None:
        """Begin the next page, sheet or paragraph, as the unit of places says."""
        self._starts.append(self._length)
        if name is not None:
            self._names.append(name)

    def paragraph(
        self, text: str, level: int | None = None, certainty: float | None = None
    ) -> None:
        """Add a paragraph, or a heading of a level; white space alone is passed over.

        Args:
            text: The words, without line ends.
            level: Level 1 to 6 of a heading.
            certainty: How sure optical recognition is of it.
        """
        kind = BlockKind.PARAGRAPH if level is None else BlockKind.HEADING
        start = self._length
        self._block(text, kind, level)
        if certainty is not None and self._length > start:
            self._certainties.append(Certainty(start, self._length, certainty))
        self._end_line()

    def table(self, cells: Iterable[CellText]) -> None:
        """Add a table; a table without words or with an impossible grid adds lines alone."""
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
        if self._length == first:
            return
        if _is_possible(placed):
            self._tables.append(Table(first, self._length, tuple(placed)))
        self._end_line()

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
        words = " ".join(text.split())
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
    return height * width <= MAX_GRID
