"""A ledger: one table or several, each for a sheet or a chapter."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphmodel.ledgers.fields import ID, NUMBER, SUMS, Field, Origin, used
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.reports.wording import Language

Cells = tuple[str, ...]
"""The texts of a row, one for each column."""


@dataclass(frozen=True, slots=True)
class Part:
    """A table of a ledger."""

    name: str
    """What its sheet or chapter is called."""
    title: str
    """What stands above it."""
    lines: Sequence[str]
    """What stands between title and head, a line each."""
    fields: Sequence[Field]
    rows: Sequence[Cells]
    body: str = ""
    """Id of the body whose list it is."""

    @property
    def shown(self) -> list[int]:
        """The numbers of the columns that people see."""
        return [n for n, field in enumerate(self.fields) if field.origin is not Origin.HIDDEN]

    def column(self, key: str) -> int | None:
        """The number of a column; None where the table has none of that key."""
        return next((n for n, field in enumerate(self.fields) if field.key == key), None)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The tables of a ledger; of lists of bodies the first is their index."""

    kind: LedgerKind
    language: Language
    parts: Sequence[Part]

    def links(self, part: Part) -> list[Part | None]:
        """The list of the body that each row of the index is about; None in other tables."""
        number = part.column(ID.key)
        lists = {other.body: other for other in self.parts if other.body}
        if part.body or not lists or number is None:
            return [None] * len(part.rows)
        return [lists.get(row[number]) for row in part.rows]


def table(
    fields: Sequence[Field], rows: Sequence[Mapping[str, str]]
) -> tuple[tuple[Field, ...], list[Cells]]:
    """Columns and rows of a table, numbered and with checksums.

    Args:
        fields: The columns that it may have.
        rows: Texts by the keys of columns; a column that is not named is blank.
    """
    columns = used(fields, rows)
    return columns, [*_cells(columns, rows)]


def _cells(columns: Sequence[Field], rows: Iterable[Mapping[str, str]]) -> Iterator[Cells]:
    for number, row in enumerate(rows, start=1):
        made = {NUMBER.key: str(number), SUMS.key: checksums(columns, row)}
        yield tuple(made.get(f.key) or row.get(f.key, "") for f in columns)


def checksums(columns: Iterable[Field], row: Mapping[str, str]) -> str:
    """What tells later whether the plan or people have changed a cell of the plan.

    `title=e12ddc30 lead=aa849ad2`, without the columns that are blank.
    """
    planned = (field.key for field in columns if field.origin in (Origin.PLAN, Origin.CHANGE))
    return " ".join(f"{key}={checksum(text)}" for key in planned if (text := row.get(key)))


def checksum(text: str) -> str:
    """A short number of a text, whatever its white space: programs change line ends in cells."""
    return f"{zlib.crc32(''.join(text.split()).encode('utf-8', 'backslashreplace')):08x}"


BLANK = checksum("")
"""That of a blank cell."""
