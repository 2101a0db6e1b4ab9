"""Text files of separated values (RFC 4180): which they are, and what stands in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from graphmodel.reading.builder import CellText, ContentBuilder
from graphmodel.reading.document import Content
from graphmodel.reading.sheets.layout import compact, regions
from graphmodel.reading.sheets.sheet import Budget

_SUFFIXES = (".csv", ".tsv", ".tab")
_DELIMITERS = (",", "\t", ";")
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')
_LINE_END = re.compile(r"\r\n?|\n")
_SAMPLE = 1 << 15
_NAMED_SHARE = 0.5
"""Least share of rows of one width, where the name says that the file is a table."""
_MIN_ROWS = 3
_MIN_COLUMNS = 3
"""So many rows, all of one width, and so many columns make a table of a file whose name does not
say so. Prose with commas has lines of different lengths, blanks behind commas, full stops."""
_PROSE = re.compile(r"\s+\S|.*[。；]\Z", re.DOTALL)


class _Field(NamedTuple):
    """A value, and whether it stood in quotes."""

    text: str
    is_quoted: bool


class _Row(NamedTuple):
    """The values of a row and the line of the file, from 0, on which it begins."""

    line: int
    fields: list[_Field]


def find_delimiter(text: str, name: str) -> str | None:
    """Give what separates the values of a text; None where it is no table.

    Args:
        text: The decoded file.
        name: The file's name, whose suffix tips the scale.
    """
    if not name.lower().endswith(_SUFFIXES):
        return "," if _is_table_for_sure(_sample(text, ",")) else None
    shares = {delimiter: _share(_sample(text, delimiter)) for delimiter in _DELIMITERS}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= _NAMED_SHARE else None


def parse_csv(text: str, delimiter: str, source: str) -> Content:
    """Read a table of separated values as a worksheet is read: titles, tables, notes.

    Args:
        text: The decoded file.
        delimiter: What stands between two values.
        source: What to call the file in messages.

    Returns:
        Its text has a line for each row, tabs between values; places are the file's lines.

    Raises:
        InputError: `too_large`.
    """
    budget = Budget(source)
    lines: list[int] = []
    cells: list[CellText] = []
    for number, row in enumerate(_rows(text, delimiter)):
        lines.append(row.line)
        for column, field in enumerate(row.fields):
            if field.text.strip():
                budget.take(field.text)
                cells.append(CellText(number, column, tuple(_LINE_END.split(field.text))))
    builder = ContentBuilder()
    starts: list[int] = []
    for cell, offset in _written(builder, cells):
        starts += [offset] * (lines[cell.row] + 1 - len(starts))
    return replace(builder.content(), starts=tuple(starts))


def _written(builder: ContentBuilder, cells: Sequence[CellText]) -> Iterator[tuple[CellText, int]]:
    """Write the cells; give each with its offset."""
    for region in regions(cells):
        if region.is_table:
            placed = builder.table(compact(region.cells))
            yield from zip(region.cells, (cell.start for cell in placed), strict=True)
            continue
        for cell in region.cells:
            yield cell, builder.length
            for line in cell.lines:
                builder.paragraph(line)


def _rows(text: str, delimiter: str) -> Iterator[_Row]:
    """Give the rows. A quote that no delimiter or line end follows up is a character."""
    pattern = re.compile(
        rf'(?:"(?P<quoted>(?:[^"]++|"")*+)"\x20*+|(?P<plain>[^{delimiter}\r\n]*+))'
        rf"(?P<end>{delimiter}|\r\n?|\n|\Z)"
    )
    row, line, position = _Row(0, []), 0, 0
    while position < len(text) and (match := pattern.match(text, position)):
        quoted = match["quoted"]
        words = match["plain"] if quoted is None else quoted.replace('""', '"')
        row.fields.append(_Field(words, quoted is not None))
        position = match.end()
        line += len(_LINE_END.findall(match.group()))
        if match["end"] != delimiter:
            yield row
            row = _Row(line, [])
    if row.fields:
        yield row


def _sample(text: str, delimiter: str) -> list[list[_Field]]:
    """Give the first rows with a value; the last one of a long text may be cut, so it is not."""
    rows = [row.fields for row in _rows(text[:_SAMPLE], delimiter)]
    whole = rows[:-1] if len(text) > _SAMPLE else rows
    return [fields for fields in whole if any(field.text.strip() for field in fields)]


def _share(rows: Sequence[Sequence[_Field]]) -> float:
    """Give the share of rows that have the most common number of values, two or more."""
    widths = Counter(len(fields) for fields in rows if len(fields) > 1)
    return max(widths.values(), default=0) / max(len(rows), 1)


def _is_table_for_sure(rows: Sequence[Sequence[_Field]]) -> bool:
    widths = {len(fields) for fields in rows}
    if len(rows) < _MIN_ROWS or len(widths) > 1 or min(widths) < _MIN_COLUMNS:
        return False
    return not any(
        _PROSE.match(field.text) for fields in rows for field in fields if not field.is_quoted
    )
