"""Ledgers that were filled in, read again: also sorted, filtered, with columns and rows added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphmodel.ledgers.fields import (
    BODY,
    PART,
    Field,
    Origin,
    every_field,
    keys_by_head,
)
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.ledger import Cells
from graphmodel.model.errors import LedgerError
from graphmodel.reading.files import read_file
from graphmodel.reading.sheets.sheet import Sheet
from graphmodel.reading.sheets.workbook import sheets_of
from graphmodel.reading.sniffing import binary_format
from graphmodel.reports.answers import Verbatim
from graphmodel.reports.wording import Language

FilledRow = Mapping[str, str]
"""Texts by the keys of columns, those of people too."""
_WORKBOOKS = frozenset({"xlsx", "xls", "et", "ods"})
_LEAST_HEADS = 3
"""So many heads of ours make a row the head of a table."""
_HEAD_WITHIN = 100
"""Rows of a sheet, from the top, that its head is looked for in."""
_OWN_WIDTH = 24
"""Cells that a column of people takes at most."""


@dataclass(frozen=True, slots=True)
class FilledPart:
    """A table as people left it."""

    name: str
    """The name of its sheet."""
    body: str
    """Id of the body whose list it is; empty where it is none, or its hidden column is gone."""
    lines: Sequence[str]
    """What stands above the head, a cell each."""
    fields: Sequence[Field]
    """The columns in the order of the sheet, those of people among them."""
    rows: Sequence[FilledRow]


@dataclass(frozen=True, slots=True)
class Filled:
    """A ledger as people left it."""

    kind: LedgerKind
    language: Language
    parts: Sequence[FilledPart]
    own: Mapping[str, Sequence[Cells]]
    """The sheets that are none of ours, by name: their rows."""


def read_ledger(path: Path | str) -> Filled:
    """The ledger of a workbook: .xlsx, .xls, .et or .ods.

    Args:
        path: A file that `graphmodel ledger` wrote, and people filled in.

    Raises:
        InputError: `missing`, `unreadable`, `damaged`, `encrypted`, `too_large`, `changed`.
        LedgerError: `no_ledger`, where no sheet has a table with heads of ours.
    """
    data = read_file(path)
    if binary_format(data) not in _WORKBOOKS:
        raise LedgerError(str(path), "no_ledger")
    sheets = [(name, _trimmed(s)) for name, s in sheets_of(data, str(path)) if s is not None]
    language = max(Language, key=lambda lang: sum(len(_heads(s, lang)[1]) for _, s in sheets))
    parts, own = [], {}
    for name, sheet in sheets:
        row, keys = _heads(sheet, language)
        if len(keys) >= _LEAST_HEADS:
            parts.append(_part(name, sheet, row, keys))
        else:
            own[name] = _rows_of(sheet)
    if not parts:
        raise LedgerError(str(path), "no_ledger")
    return Filled(_kind(parts), language, parts, own)


def _trimmed(sheet: Sheet) -> Sheet:
    """The sheet without the line ends behind texts that OpenDocument has."""
    return Sheet(sheet.name, {place: text.strip("\n") for place, text in sheet.cells.items()})


def _heads(sheet: Sheet, language: Language) -> tuple[int, dict[int, str]]:
    """The row with most heads of ours, the first of several, and the key of each by its column."""
    known = {_squeezed(head): key for head, key in keys_by_head(language).items()}
    found: dict[int, dict[int, str]] = {}
    top = sorted(one for one in sheet.cells.items() if one[0][0] < _HEAD_WITHIN)
    for (row, column), text in top:
        key = known.get(_squeezed(text))
        if key is not None and key not in found.setdefault(row, {}).values():
            found[row][column] = key
    return max(found.items(), key=lambda one: (len(one[1]), -one[0]), default=(0, {}))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _part(name: str, sheet: Sheet, head: int, keys: Mapping[int, str]) -> FilledPart:
    fields = _fields(sheet, head, keys)
    rows: dict[int, dict[str, str]] = {}
    for (row, column), text in sorted(sheet.cells.items()):
        if row > head:
            rows.setdefault(row, {})[fields[column].key] = text
    lines = [text for (row, _), text in sorted(sheet.cells.items()) if row < head]
    bodies = Counter(row[BODY.key] for row in rows.values() if BODY.key in row)
    body = bodies.most_common(1)[0][0] if bodies else ""
    return FilledPart(name, body, lines, [*fields.values()], [*rows.values()])


def _fields(sheet: Sheet, head: int, keys: Mapping[int, str]) -> dict[int, Field]:
    """The columns that have a head or cells below it, by their numbers."""
    known = every_field()
    columns = sorted({column for row, column in sheet.cells if row >= head})
    return {
        column: known[keys[column]]
        if column in keys
        else _own_field(column, sheet.cells.get((head, column), ""))
        for column in columns
    }


def _own_field(column: int, head: str) -> Field:
    """A column that people added."""
    return Field(f"own.{column}.{head}", Verbatim(head, head), Origin.PEOPLE, _OWN_WIDTH)


def _rows_of(sheet: Sheet) -> list[Cells]:
    height = max((row for row, _ in sheet.cells), default=-1) + 1
    return [tuple(_cells(sheet, row)) for row in range(height)]


def _cells(sheet: Sheet, row: int) -> Iterator[str]:
    last = max((column for r, column in sheet.cells if r == row), default=-1)
    return (sheet.cells.get((row, column), "") for column in range(last + 1))


def _kind(parts: Sequence[FilledPart]) -> LedgerKind:
    keys = {field.key for part in parts for field in part.fields}
    if {"a", "b"} <= keys:
        return LedgerKind.COLLABORATION
    return LedgerKind.UNITS if {PART.key, "leads"} & keys else LedgerKind.TASKS
