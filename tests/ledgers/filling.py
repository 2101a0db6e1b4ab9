"""Ledgers filled in as people do it, and read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from graphmodel.ledgers.building import build
from graphmodel.ledgers.fields import Field, Origin
from graphmodel.ledgers.filled import read_ledger
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.ledger import Ledger, Part
from graphmodel.ledgers.updating import Update, update
from graphmodel.ledgers.xlsx import to_xlsx
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language, Wording

Row = dict[str, str]
Edit = Callable[[list[Row]], list[Row]]


def rows_of(part: Part) -> list[Row]:
    """The rows of a table by the keys of its columns; columns of people by their heads."""
    names = [_name(field) for field in part.fields]
    return [dict(zip(names, row, strict=True)) for row in part.rows]


def _name(field: Field) -> str:
    return field.head(Language.ZH) if field.key.startswith("own.") else field.key


def edited(part: Part, edit: Edit, own: Sequence[str] = (), without: Sequence[str] = ()) -> Part:
    """The table with other rows, with columns that people added in front, and without some."""
    added = [Field(name, Wording(name, name), Origin.PEOPLE) for name in own]
    fields = [*added, *(field for field in part.fields if field.key not in without)]
    rows = edit([dict.fromkeys(own, "") | row for row in rows_of(part)])
    cells = [tuple(row.get(field.key, "") for field in fields) for row in rows]
    return replace(part, fields=fields, rows=cells)


def filled(
    ledger: Ledger, edit: Edit, own: Sequence[str] = (), without: Sequence[str] = ()
) -> Ledger:
    """The ledger with its first table edited."""
    first, *others = ledger.parts
    return replace(ledger, parts=[edited(first, edit, own, without), *others])


def written(ledger: Ledger, folder: Path, name: str = "old.xlsx") -> Path:
    """The ledger as a workbook on disk."""
    path = folder / name
    path.write_bytes(to_xlsx(ledger))
    return path


def updated(old: Path, facts: Facts) -> Update:
    """The old ledger brought up to facts."""
    found = read_ledger(old)
    return update(found, build(facts, found.kind, found.language))


def after(old: Ledger, facts: Facts, folder: Path) -> list[Row]:
    """The rows of the first table after an update by way of a workbook on disk, and of another."""
    new = updated(written(old, folder), facts)
    again = updated(written(new.ledger, folder, "new.xlsx"), facts)
    assert [r["id"] for r in rows_of(new.ledger.parts[0])] == [
        r["id"] for r in rows_of(again.ledger.parts[0])
    ]
    return rows_of(new.ledger.parts[0])


def tasks(facts: Facts, language: Language = Language.ZH) -> Ledger:
    """The ledger of tasks."""
    return build(facts, LedgerKind.TASKS, language)


def put(**cells: str) -> Edit:
    """Fill in the first row."""
    return lambda rows: [rows[0] | cells, *rows[1:]]
