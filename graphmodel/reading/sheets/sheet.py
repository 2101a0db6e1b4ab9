"""A worksheet as its reader gives it, whatever the file format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from graphmodel.model.errors import InputError
from graphmodel.reading.builder import CellText

MAX_CELLS = 500_000
"""Most filled cells of a workbook: a ledger has some thousand."""
MAX_CHARACTERS = 100_000_000
"""Most characters of a workbook; its cells may share a few long strings."""
_MAX_NOTES = 20
"""Most notes of one sheet; a sheet whose formulas have no values has thousands of them."""

Position = tuple[int, int]
"""0-based row and column of a cell."""


class Merged(NamedTuple):
    """A range of merged cells, its last row and column included."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(slots=True)
class Sheet:
    """The filled cells of a worksheet.

    Attributes:
        name: The name on its tab.
        cells: The words of each filled cell, by position.
        merged: The ranges of merged cells; only the first cell of a range has words.
        notes: Pairs of a code and a cell that could not be read, as `ContentBuilder.note` takes
            them.
    """

    name: str
    cells: dict[Position, str] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def note(self, code: str, position: Position) -> None:
        """Note a cell that could not be read."""
        if len(self.notes) < _MAX_NOTES:
            self.notes.append((code, f"{self.name}!{cell_name(position)}"))

    def placed(self) -> list[CellText]:
        """Give the cells by row and column, merged ones with their spans."""
        spans = {(m.row, m.column): m for m in self.merged}
        return [
            _placed(position, self.cells[position], spans.get(position))
            for position in sorted(self.cells)
        ]


def _placed(position: Position, text: str, merged: Merged | None) -> CellText:
    lines = tuple(text.splitlines())
    if merged is None:
        return CellText(*position, lines)
    rows, columns = merged.last_row - position[0] + 1, merged.last_column - position[1] + 1
    return CellText(*position, lines, max(rows, 1), max(columns, 1))


class Budget:
    """Counts what a workbook holds, so that none grows beyond the memory there is."""

    def __init__(self, source: str) -> None:
        """Begin at nothing; `source` is what errors call the file."""
        self._source = source
        self._cells = MAX_CELLS
        self._characters = MAX_CHARACTERS

    def take(self, text: str, cells: int = 1) -> None:
        """Count cells of the same words.

        Raises:
            InputError: `too_large`.
        """
        self._cells -= cells
        self._characters -= len(text) * cells
        if self._cells < 0 or self._characters < 0:
            raise InputError(self._source, "too_large")


def cell_name(position: Position) -> str:
    """Give the name of a cell as people write it, such as C5."""
    row, column = position
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
