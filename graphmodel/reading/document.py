"""What reading gives and extraction takes: a document's text, its blocks and its tables.

All offsets count code points of `Document.text`; ends are exclusive.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from graphmodel.model.vocabulary import PlaceUnit as PlaceUnit

MAX_GRID = 1_000_000
"""Most places in the grid of a table. What would be larger is damage, and is left as lines."""

_LINE_END = re.compile(r"\r\n?|\n")


class BlockKind(StrEnum):
    """What a block is to its reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    """Text inside a table."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a text file, or one block element of a web page, without outer whitespace.

    Attributes:
        kind: Heading, paragraph, or text inside a table.
        start: First code point in `Document.text`.
        end: End in `Document.text`; always after `start`.
        level: Level 1 to 6 of a heading where the format states it, else None.
    """

    kind: BlockKind
    start: int
    end: int
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; an empty cell has `start == end`.

    Attributes:
        row: 0-based row of the top left corner in the grid.
        column: 0-based column of the top left corner in the grid.
        start: First code point in `Document.text`.
        end: End in `Document.text`.
        row_span: Number of grid rows that the cell covers.
        column_span: Number of grid columns that the cell covers.
    """

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its span in the text and its cells in reading order."""

    start: int
    end: int
    cells: tuple[Cell, ...]

    def grid(self) -> list[list[Cell | None]]:
        """Give the rows of the table, each as wide as the widest.

        Returns:
            `grid()[row][column]` is the cell that covers that place (a cell with spans stands
            in several places), or None where the table has no cell.
        """
        height = max((cell.row + cell.row_span for cell in self.cells), default=0)
        width = max((cell.column + cell.column_span for cell in self.cells), default=0)
        rows: list[list[Cell | None]] = [[None] * width for _ in range(height)]
        for cell in self.cells:
            for row in rows[cell.row : cell.row + cell.row_span]:
                row[cell.column : cell.column + cell.column_span] = [cell] * cell.column_span
        return rows


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person finds an offset: a 1-based number, and the name of a sheet."""

    unit: PlaceUnit
    number: int
    name: str | None = None


class Certainty(NamedTuple):
    """How sure optical recognition is of a stretch of text, 0 to 1."""

    start: int
    end: int
    value: float


class Note(NamedTuple):
    """Something of the file that the reader could not give, for the user to know.

    `code` is `page-without-text` (detail: the number of the page), `formula-without-value`
    (detail: the cell), …; every code has a message in `graphmodel/assembly.py`.
    """

    code: str
    start: int
    end: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What the reader of a format finds in a file; the fields are those of `Document`."""

    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    title: str | None = None
    published: str | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    unit: PlaceUnit = PlaceUnit.LINE
    starts: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: the text that offsets count in, and what its format says of it.

    Attributes:
        source: The path as given, for messages.
        name: The file name alone, which may go into facts.
        sha256: Hexadecimal digest of the bytes as read.
        format: What the content is: `text`, `html`, `docx`, `pdf`, `xlsx`, …
        encoding: What the bytes were decoded with, such as `utf-8`, `utf-8-sig`, `gb18030`; None
            of a format that states it or is binary.
        text: Of a text file the decoded file without byte order mark, otherwise unchanged; of a
            web page its article, one block a line, lines joined by a line feed; of all others,
            separated values included, what `ContentBuilder` puts together.
        blocks: In order, without overlap; between them stands whitespace only.
        tables: In order. The text of their cells is in `blocks` too.
        title: The title that the format states, never guessed from the text.
        published: ISO date of publication that the format states.
        metadata: Pairs of the format's own metadata table, in the order of the page; keys are
            索引号, 发文机关, 成文日期, 标题, 发文字号, 发布日期, values as printed.
        replacements: How often U+FFFD stands in the text: bytes that no character was found for.
        unit: What `place` counts.
        starts: Offset of the first code point of each page, sheet or paragraph; the lines of
            `text` where none are given (ended by LF, CR LF or CR, as editors count them).
        names: The name of each sheet, where the format has them.
        certainties: Stretches that came from optical recognition, in order, without overlap.
        notes: What the reader could not give.
    """

    source: str
    name: str
    sha256: str
    format: str
    encoding: str | None
    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    title: str | None = None
    published: str | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    replacements: int = 0
    unit: PlaceUnit = PlaceUnit.LINE
    starts: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        """Find the line starts where the reader gave no starts."""
        if not self.starts:
            starts = (0, *(end.end() for end in _LINE_END.finditer(self.text)))
            object.__setattr__(self, "starts", starts)

    def place(self, offset: int) -> Place:
        """Give the line or page in which an offset stands.

        Args:
            offset: Code points from the start of `text`, 0 to `len(text)`.

        Raises:
            ValueError: The offset lies outside the text.
        """
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} outside a text of {len(self.text)} code points")
        number = max(bisect_right(self.starts, offset), 1)
        return Place(self.unit, number, self.names[number - 1] if self.names else None)

    def certainty(self, start: int, end: int) -> float | None:
        """Give how sure optical recognition is of its least sure part of text[start:end].

        Returns:
            0 to 1, or None where none of it came from optical recognition.
        """
        if not self.certainties:
            return None
        first = bisect_right(self.certainties, start, key=lambda part: part.end)
        behind = bisect_left(self.certainties, end, key=lambda part: part.start)
        return min((part.value for part in self.certainties[first:behind]), default=None)
