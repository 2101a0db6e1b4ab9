"""What of a sheet is a table, and what stands around it as a title or a note.

A sheet is one grid from its first row to its last. People lay titles above the head of a table,
notes below its last row, and several tables one below the other with empty rows between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.reading.builder import CellText
from graphmodel.reading.document import MAX_GRID

_NUMBER = re.compile(r"\d{1,4}")
_LABEL = re.compile(r"[^：:]{1,12}[：:]")
_HEAD_SHARE = 0.5
"""Least share of a table's columns that its head fills; a line with the name of who reports it
and a date fills less."""


@dataclass(frozen=True, slots=True)
class Region:
    """Cells of neighbouring rows: a table, or paragraphs of one cell each."""

    cells: list[CellText]
    is_table: bool


def regions(cells: Sequence[CellText]) -> list[Region]:
    """Divide a sheet into its tables and the paragraphs between them, in order.

    Rows without a gap make a band. Its first row with several cells that fill half of its
    columns is the head of a table; what stands above it, and lone cells below the last row, are
    paragraphs. A band without a head of its own that goes on counting belongs to the table above.

    Args:
        cells: The filled cells of a sheet, with the spans of merged ones; in any order.

    Returns:
        The cells of each region by row and column; rows and columns as in the sheet.
    """
    found: list[Region] = []
    for band in _bands(sorted(cells, key=lambda cell: (cell.row, cell.column))):
        above, table, below = _parts(band)
        if table and _counts_on(table[0]) and found and found[-1].is_table:
            found[-1].cells.extend(_joined([*above, *table]))
            above, table = [], []
        parts = ((above, False), (table, len(table) > 1), (below, False))
        found += [Region(_joined(rows), is_table) for rows, is_table in parts if rows]
    return found


def compact(cells: Sequence[CellText]) -> list[CellText]:
    """Number the rows and columns of a table from 0, leaving out those without a cell.

    Returns:
        The cells in the order given. Where merged cells overlap beyond all bounds, they have no
        spans.
    """
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    placed = [
        CellText(
            row := bisect_left(rows, cell.row),
            column := bisect_left(columns, cell.column),
            cell.lines,
            bisect_left(rows, cell.row + cell.row_span) - row,
            bisect_left(columns, cell.column + cell.column_span) - column,
        )
        for cell in cells
    ]
    if sum(cell.row_span * cell.column_span for cell in placed) <= MAX_GRID:
        return placed
    return [cell._replace(row_span=1, column_span=1) for cell in placed]


_Row = list[CellText]


def _bands(cells: Sequence[CellText]) -> Iterator[list[_Row]]:
    """Give the rows of each run of rows without an empty one; a merged cell bridges gaps."""
    band: list[_Row] = []
    reach = -1
    for cell in cells:
        if band and cell.row > reach + 1:
            yield band
            band = []
        if not band or band[-1][0].row != cell.row:
            band.append([])
        band[-1].append(cell)
        reach = max(reach, cell.row + cell.row_span - 1)
    if band:
        yield band


def _joined(band: Sequence[_Row]) -> list[CellText]:
    return [cell for row in band for cell in row]


def _parts(band: list[_Row]) -> tuple[list[_Row], list[_Row], list[_Row]]:
    """Give the rows above the table of a band, its own, and those below it."""
    head = _head(band)
    if head is None:
        return band, [], []
    last = _last_row(band, head)
    return band[:head], band[head:last], band[last:]


def _head(band: Sequence[_Row]) -> int | None:
    """Give the number of the row in a band that begins its table."""
    columns = sorted({cell.column for row in band for cell in row})
    for number, row in enumerate(band):
        filled = sum(_width(cell, columns) for cell in row)
        if (
            len(row) > 1
            and filled >= _HEAD_SHARE * len(columns)
            and not _is_form_line(row, band[number + 1 : number + 2])
        ):
            return number
    return None


def _is_form_line(row: _Row, below: Sequence[_Row]) -> bool:
    """Whether a row says who reports and when (填报单位：…), above a head of more cells."""
    labelled = any(_LABEL.match("".join(cell.lines)) for cell in row)
    return labelled and any(len(next_row) > len(row) for next_row in below)


def _width(cell: CellText, columns: Sequence[int]) -> int:
    first = bisect_left(columns, cell.column)
    return bisect_left(columns, cell.column + cell.column_span) - first


def _counts_on(row: _Row) -> bool:
    return bool(_NUMBER.fullmatch("".join(row[0].lines).strip()))


def _last_row(band: Sequence[_Row], head: int) -> int:
    """Give the number behind the last row of a table, notes below it left out."""
    first = min(cell.column for row in band[head:] for cell in row)
    covered = _covered_until(band)
    last = len(band)
    while last > head + 1 and covered[last - 2] < band[last - 1][0].row:
        if len(band[last - 1]) > 1 or not _is_note(band[last - 1][0], first):
            break
        last -= 1
    return last


def _covered_until(band: Sequence[_Row]) -> list[int]:
    """Give for each row the last row of the sheet that it or one above it reaches down to."""
    reach = -1
    found = []
    for row in band:
        reach = max(reach, *(cell.row + cell.row_span - 1 for cell in row))
        found.append(reach)
    return found


def _is_note(cell: CellText, first: int) -> bool:
    return cell.column == first and not _counts_on([cell])
