"""Facts as a folder: one CSV (UTF-8) or Parquet file a table.

Lists are text in both: a path is `3.1.1`, other lists are joined by `|`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

from graphmodel.model.columns import Column, columns_of, encode
from graphmodel.model.errors import FactsError, OutputError
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.files import write_folder_atomically

_LARGEST_CELL = 2**31 - 1
"""A plan's whole text is one cell; more does not fit a C long everywhere."""
SURROGATES = "backslashreplace"
"""What becomes of half a character, which no encoding can write."""


class FolderFormat(StrEnum):
    """What the files of a facts folder are."""

    CSV = "csv"
    PARQUET = "parquet"


def is_facts_folder(path: Path) -> bool:
    """Whether the folder holds facts: it has a table of plans."""
    return any((path / f"plans.{kind}").is_file() for kind in FolderFormat)


def write_folder(facts: Facts, folder: Path, kind: FolderFormat = FolderFormat.CSV) -> None:
    """Write the facts, whole or not at all.

    A table of texts is left out where there are none. Only files of facts are replaced; a
    folder that holds anything else is refused.

    Raises:
        OutputError: `not_a_folder`, `unwritable`, or `missing_package` (pyarrow, for Parquet).
    """

    def write(beside: Path) -> None:
        for table in TABLES:
            if facts.rows(table) or table != "texts":
                write_table(facts, table, beside, kind)

    fill_folder(folder, write)


def write_table(facts: Facts, table: str, folder: Path, kind: FolderFormat) -> None:
    """Write the file of one table into a folder.

    Raises:
        OutputError: `missing_package` (pyarrow, for Parquet).
        OSError: It cannot be written.
    """
    _WRITERS[kind](facts, table, folder / f"{table}.{kind}")


def fill_folder(folder: Path, write: Callable[[Path], None]) -> None:
    """Make a facts folder, whole or not at all: beside its place first, then in it.

    Args:
        folder: The folder to make or to replace.
        write: Puts the files into the folder that it is given.

    Raises:
        OutputError: `not_a_folder`, `unwritable`, and whatever `write` raises.
    """
    ours = {f"{table}.{kind}" for table in TABLES for kind in FolderFormat}
    write_folder_atomically(folder, ours, write)


def read_folder(folder: Path) -> Facts:
    """The facts of a folder that `write_folder` wrote.

    Raises:
        FactsError: `malformed`, with table, row and column.
        OutputError: `missing_package` (pyarrow, for Parquet).
    """
    tables = {}
    for table, record in TABLES.items():
        file, kind = next(
            ((f, k) for k in FolderFormat if (f := folder / f"{table}.{k}").is_file()), (None, None)
        )
        if file is None or kind is None:
            tables[table] = ()
            continue
        columns = columns_of(record)
        tables[table] = tuple(
            record(**{c.name: _cell(row, c, f"{number}", file) for c in columns})
            for number, row in enumerate(_READERS[kind](file), start=2)
        )
    return Facts(**tables)


def _cell(row: dict[str, str | None], column: Column, place: str, file: Path) -> Any:
    text = row.get(column.name)
    try:
        if not text and column.optional:
            return None
        if text is None and not column.is_required:
            return column.default
        return column.decode(text or "")
    except (ValueError, KeyError) as error:
        raise FactsError(str(file), "malformed", place=f"{place}:{column.name}") from error


def _write_csv(facts: Facts, table: str, path: Path) -> None:
    with path.open("w", encoding="utf-8", errors=SURROGATES, newline="") as file:
        file.write(csv_head(table))
        file.write(csv_rows(table, facts.rows(table)))


def csv_head(table: str) -> str:
    """The first line of the CSV file of a table."""
    return ",".join(column.name for column in columns_of(TABLES[table])) + "\n"


def csv_rows(table: str, rows: Iterable[Any]) -> str:
    """The lines of the rows of a table in its CSV file."""
    names = [column.name for column in columns_of(TABLES[table])]
    file = io.StringIO()
    plain = csv.writer(file, lineterminator="\n")
    quoted = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in rows:
        cells = [encode(getattr(row, name)) for name in names]
        # before Python 3.13 the module leaves a lone carriage return unquoted
        writer = quoted if any("\r" in cell for cell in cells) else plain
        writer.writerow(cells)
    return file.getvalue()


def _read_csv(path: Path) -> list[dict[str, str | None]]:
    csv.field_size_limit(_LARGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except (UnicodeDecodeError, csv.Error) as error:
        raise FactsError(str(path), "malformed", place=str(error)) from error


def _pyarrow() -> Any:
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise OutputError("parquet", "missing_package", package="graphmodel[parquet]") from error
    return pyarrow


def _write_parquet(facts: Facts, table: str, path: Path) -> None:
    pyarrow = _pyarrow()
    rows = facts.rows(table)
    columns = columns_of(TABLES[table])
    arrays = {c.name: [_parquet_value(getattr(row, c.name), c) for row in rows] for c in columns}
    types = {"int": pyarrow.int64(), "float": pyarrow.float64(), "bool": pyarrow.bool_()}
    schema = pyarrow.schema([(c.name, types.get(c.type, pyarrow.string())) for c in columns])
    pyarrow.parquet.write_table(pyarrow.table(arrays, schema=schema), path)


def _parquet_value(value: Any, column: Column) -> Any:
    if value is None or column.type in ("int", "float", "bool"):
        return value
    return encode(value).encode("utf-8", SURROGATES).decode("utf-8")


def _read_parquet(path: Path) -> list[dict[str, str | None]]:
    pyarrow = _pyarrow()
    try:
        rows = pyarrow.parquet.read_table(path).to_pylist()
    except pyarrow.ArrowException as error:
        raise FactsError(str(path), "malformed", place=str(error)) from error
    return [
        {name: None if value is None else encode(value) for name, value in row.items()}
        for row in rows
    ]


_WRITERS = {FolderFormat.CSV: _write_csv, FolderFormat.PARQUET: _write_parquet}
_READERS = {FolderFormat.CSV: _read_csv, FolderFormat.PARQUET: _read_parquet}
