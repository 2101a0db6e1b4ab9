"""The tables of a plan's text, with the merged cells that its lines of tabs have lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Merged(NamedTuple):
    """A cell: its words, its place, and the columns and rows that it covers."""

    words: str
    row: int
    column: int
    columns: int = 1
    rows: int = 1


def merged_cells(lines: Sequence[str]) -> list[Merged]:
    """The cells of a table whose rows are lines with tabs, in reading order.

    A row that lacks its last cell has a wide second one, as the name of an indicator without
    parts has. An empty second cell under a filled one of a full row belongs to that one.
    """
    rows = [line.split("\t") for line in lines]
    width = max(len(row) for row in rows)
    if width < 4:
        grid = [[*row, *[""] * (width - len(row))] for row in rows]
        return [Merged(words, r, c) for r, row in enumerate(grid) for c, words in enumerate(row)]
    full = [len(row) == width and bool(row[-1].strip()) for row in rows]
    cells: list[Merged] = []
    for number, row in enumerate(rows):
        cells += _full(rows, full, number) if full[number] else _short(row, number, width)
    return cells


def _short(row: list[str], number: int, width: int) -> list[Merged]:
    first, second, *others = row
    others = [*others, *[""] * width][: width - 3]
    return [
        Merged(first, number, 0),
        Merged(second, number, 1, columns=2),
        *(Merged(words, number, 3 + i) for i, words in enumerate(others)),
    ]


def _full(rows: list[list[str]], full: list[bool], number: int) -> list[Merged]:
    cells = [Merged(words, number, column) for column, words in enumerate(rows[number])]
    if not cells[1].words.strip():
        return [cells[0], *cells[2:]] if number and full[number - 1] else cells
    below = number + 1
    while below < len(rows) and full[below] and not rows[below][1].strip():
        below += 1
    return [cells[0], cells[1]._replace(rows=below - number), *cells[2:]]
