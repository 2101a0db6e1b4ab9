"""Ledgers as text: Markdown, and CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from graphmodel.ledgers.fields import NAME, SUMS, Field
from graphmodel.ledgers.ledger import Cells, Ledger, Part
from graphmodel.ledgers.lines import printed_lines
from graphmodel.reports.answers import harmless
from graphmodel.reports.markdown import escape, table_line
from graphmodel.reports.wording import Language

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the system."""


def to_markdown(ledger: Ledger) -> str:
    """A chapter for each table, without the columns that people do not see."""
    chapters = (_chapter(part, ledger.language, level) for part, level in _leveled(ledger))
    return "\n\n".join(chapters) + "\n"


def _leveled(ledger: Ledger) -> Iterator[tuple[Part, int]]:
    """The tables with the levels of their headings; a list stands below the index."""
    for number, part in enumerate(part for part in ledger.parts if part.fields):
        yield part, 2 if number else 1


def _chapter(part: Part, language: Language, level: int) -> str:
    heading = f"{'#' * level} {escape(part.title)}"
    fields = [part.fields[number] for number in part.shown]
    lines = printed_lines(part.lines, language)
    rows = [
        table_line(field.head(language) for field in fields),
        table_line("---:" if field.is_number else "---" for field in fields),
        *(table_line(escape(row[number]) for number in part.shown) for row in part.rows),
    ]
    return "\n\n".join([heading, *map(escape, lines), "\n".join(rows)])


def to_csv(ledger: Ledger) -> str:
    """One table of all rows with their ids, of lists of bodies without their index.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    parts = [part for part in ledger.parts if part.body]
    parts = parts or [part for part in ledger.parts if part.fields]
    fullest = sorted(parts, key=lambda part: -len(part.fields))  # its order of columns is taken
    fields = {f.key: f for part in fullest for f in _fields(part) if f.key != SUMS.key}
    writer.writerow(harmless(field.head(ledger.language)) for field in fields.values())
    for part in parts:
        keys = [field.key for field in _fields(part)]
        for row in part.rows:
            cells = dict(zip(keys, _row(part, row), strict=True))
            writer.writerow(harmless(cells.get(key, "")) for key in fields)
    return _BYTE_ORDER_MARK + file.getvalue()


def _fields(part: Part) -> list[Field]:
    """The columns of a table, with the body where it is that of one."""
    return [*([NAME] if part.body else []), *part.fields]


def _row(part: Part, row: Cells) -> Cells:
    return (part.name, *row) if part.body else row
