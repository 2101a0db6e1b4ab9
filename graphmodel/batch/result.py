"""The parts of a run put together: in the order of the documents, whoever read them and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphmodel.batch.parts import (
    JOINED,
    MERGED,
    WRITE_ROWS,
    Outcome,
    RowFormat,
    rows_of,
)
from graphmodel.model.errors import GraphmodelError
from graphmodel.model.facts import TABLES, Merger
from graphmodel.model.facts_folder import FolderFormat, csv_head, fill_folder, write_table
from graphmodel.model.facts_json import ROW_JOINT, from_json, json_pieces
from graphmodel.model.files import utf8
from graphmodel.resolution import correction_files, unused

_PIECE = 1 << 20
_JOINTS = {RowFormat.JSON: ROW_JOINT.encode(), RowFormat.CSV: b""}


class Result:
    """Takes outcomes as they come and gives the facts of all in the order of the documents."""

    def __init__(self, folder: Path, form: RowFormat) -> None:
        """Begin without any.

        Args:
            folder: Where rows are collected, a file a table.
            form: How the rows of the parts are written out.
        """
        self.failures: list[GraphmodelError] = []
        self.counts: Counter[str] = Counter()
        self._form = form
        self._files = {table: (folder / f"{table}.rows").open("wb") for table in JOINED}
        self._merger = Merger()
        self._waiting: dict[int, Outcome] = {}
        self._next = 0

    def add(self, number: int, outcome: Outcome) -> None:
        """Take the outcome of the document of a number; it waits for those before it."""
        self._waiting[number] = outcome
        while self._next in self._waiting:
            self._append(self._waiting.pop(self._next))
            self._next += 1

    def _append(self, outcome: Outcome) -> None:
        if isinstance(outcome, GraphmodelError):
            self.failures.append(outcome)
            return
        try:
            known = self._merger.add(outcome.merged)
        except GraphmodelError as conflict:
            self.failures.append(conflict)
            return
        if known:
            return
        self.counts.update(outcome.counts)
        for table, rows in rows_of(outcome):
            self._write(table, rows)

    def _write(self, table: str, rows: bytes) -> None:
        file = self._files[table]
        if rows and file.tell():
            file.write(_JOINTS[self._form])
        file.write(rows)

    def finish(self, inputs: Iterable[Path]) -> None:
        """Write out what the plans share; afterwards the result can be given.

        Args:
            inputs: Files and folders that corrections are looked for in.
        """
        merged = self._merger.result()
        self.unused = tuple(unused(correction_files(inputs), merged.diagnostics))
        self._write("diagnostics", utf8(WRITE_ROWS[self._form]("diagnostics", self.unused)))
        self._merged = {
            table: utf8(WRITE_ROWS[self._form](table, merged.rows(table))) for table in MERGED
        }
        for file in self._files.values():
            file.close()

    def json(self) -> Iterator[bytes]:
        """The facts as JSON, piece by piece; the rows have to be written out as JSON."""
        return json_pieces({table: self._pieces(table) for table in TABLES}, str.encode)

    def _pieces(self, table: str) -> Iterator[bytes]:
        if table in self._merged:
            yield self._merged[table]
            return
        with open(self._files[table].name, "rb") as file:
            while piece := file.read(_PIECE):
                yield piece

    def write_folder(self, folder: Path, kind: FolderFormat) -> None:
        """Write the facts as a folder of tables, whole or not at all.

        Raises:
            OutputError: As `graphmodel.model.facts_folder.write_folder`.
        """
        write = self._write_csv if kind is FolderFormat.CSV else self._write_parquet
        fill_folder(folder, write)

    def _write_csv(self, folder: Path) -> None:
        for table in self._tables():
            with (folder / f"{table}.csv").open("wb") as file:
                file.write(csv_head(table).encode())
                file.writelines(self._pieces(table))

    def _write_parquet(self, folder: Path) -> None:
        """One table after the other, so that one at a time is in memory."""
        for table in self._tables():
            rows = {other: self._pieces(other) if other == table else () for other in TABLES}
            text = b"".join(json_pieces(rows, str.encode)).decode()
            facts = from_json(text, table)
            write_table(facts, table, folder, FolderFormat.PARQUET)

    def _tables(self) -> Iterator[str]:
        """The tables that are written: of texts only where there are any."""
        for table in TABLES:
            if table != "texts" or Path(self._files[table].name).stat().st_size:
                yield table
