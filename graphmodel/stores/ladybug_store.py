"""The graph in a file of the embedded engine Ladybug: Cypher without a server."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmodel.model.errors import StoreError
from graphmodel.model.files import utf8
from graphmodel.model.graph import Row
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES, PLAN, EdgeType, NodeType, Property
from graphmodel.stores import ladybug_statements as statements
from graphmodel.stores.batches import batches
from graphmodel.stores.contract import Answer, EdgePair
from graphmodel.stores.ladybug_engine import (
    check_reading,
    open_database,
    told_as_ours,
)
from graphmodel.stores.query_text import check_parameters
from graphmodel.stores.values import plain_value

if TYPE_CHECKING:
    import ladybug
    import pandas as pd

_NAMES = next(edge for edge in EDGE_TYPES if edge.type == "NAMES")
_PLAN = next(node for node in NODE_TYPES if node.label == "Plan")
_LARGE_PART = 50_000
_TEXTS = ("str", "path")
_ENDS = (Property("_source", "str", "id of one node"), Property("_target", "str", "of the other"))


class LadybugStore:
    """A store in a file; `contract.CypherStore` says what its operations do.

    Several may read a file at once; while one process writes to it, no other can write, and one
    that begins to read sees what is written so far.
    """

    most_created: int = 5_000
    """Rows up to which it is faster to create each than to end a transaction and copy all."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open a file, or make it.

        Raises:
            StoreError: `missing` (to read), `locked`, `store_damaged`, `store_failed`.
        """
        self._path = path
        self._database = open_database(path, read_only=read_only)
        self._connection = self._connect()
        self._has_log = False
        self._look()

    def _look(self) -> None:
        """See what is there; plans are written first, so without them there is nothing."""
        self._has_schema = bool(list(self._read("CALL show_tables() RETURN name")))
        self._is_empty = not self._has_schema or not list(self.nodes(_PLAN))

    def _connect(self) -> ladybug.Connection:
        import ladybug

        with told_as_ours(self._path):
            return ladybug.Connection(self._database)

    @property
    def rows_at_once(self) -> int | None:
        """All rows into an empty file, since a table is filled fastest in one go."""
        return None if self._is_empty else _LARGE_PART

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make the tables where there are none, and write in transactions.

        Few rows are written in one transaction, all or nothing. Many are copied between two:
        they are in the file before anything that comes after them, since the engine does not log
        them, and a transaction that a crash interrupts as it ends would lose them alone. A load
        that is interrupted is mended by the next one.
        """
        if not self._has_schema:
            self._make_schema()
        with self._transaction():
            yield
        self._is_empty = False

    def _make_schema(self) -> None:
        """Make all tables or none."""
        with self._transaction():
            for statement in statements.schema():
                self._execute(statement)
        self._has_schema = True

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._execute("BEGIN TRANSACTION")
        try:
            yield
        except BaseException:
            self._roll_back()
            with suppress(StoreError):  # what has gone wrong is told already
                self._look()
            raise
        self._execute("COMMIT")
        self._has_log = True

    @contextmanager
    def _outside(self) -> Iterator[None]:
        """Between two transactions."""
        self._execute("COMMIT")
        yield
        self._execute("BEGIN TRANSACTION")

    def _roll_back(self) -> None:
        with suppress(RuntimeError):  # the engine may have rolled back already
            self._connection.execute("ROLLBACK")

    def _execute(self, statement: str, **parameters: Any) -> None:
        with told_as_ours(self._path):
            self._connection.execute(statement, parameters)

    def _read(self, statement: str, **parameters: Any) -> Iterator[Row]:
        with told_as_ours(self._path):
            result = self._result(statement, parameters)
            while result.has_next():
                yield tuple(map(plain_value, result.get_next()))

    def _result(self, query: str, parameters: Mapping[str, Any]) -> ladybug.QueryResult:
        result = self._connection.execute(query, dict(parameters))
        return result[0] if isinstance(result, list) else result

    def nodes(
        self,
        kind: NodeType,
        *,
        plans: Sequence[str] | None = None,
        ids: Sequence[str] | None = None,
    ) -> Iterable[Row]:
        """The nodes of a type."""
        owner = "id" if kind.label == "Plan" else PLAN
        by = "id" if ids is not None else owner if plans is not None else None
        return self._found(statements.nodes(kind, by), ids if ids is not None else plans)

    def edges(
        self,
        kind: EdgeType,
        pair: EdgePair,
        *,
        plans: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
    ) -> Iterable[Row]:
        """The edges of a type between two kinds of nodes."""
        by = "source" if sources is not None else PLAN if plans is not None else None
        found = statements.edges(kind, pair, by)
        return self._found(found, sources if sources is not None else plans)

    def _found(self, statement: str, values: Sequence[str] | None) -> Iterable[Row]:
        if not self._has_schema:
            return ()
        if values is None:
            return self._read(statement)
        return self._read(statement, values=_parameter(values)) if values else ()

    def claims(self, label: str, ids: Sequence[str], but: Sequence[str]) -> Iterable[Row]:
        """What other plans say of nodes."""
        if not ids or self._is_empty:
            return ()
        statement = statements.claims(_NAMES, label)
        return self._read(statement, ids=_parameter(ids), but=_parameter(but))

    def unclaimed(self, label: str) -> list[str]:
        """Shared nodes that no plan names."""
        return [row[0] for row in self._read(statements.unclaimed(label))]

    def put_nodes(self, kind: NodeType, rows: Iterable[Row], *, new: bool) -> None:
        """Write nodes."""
        if not new:
            self._for_batches(statements.set_nodes(kind), rows, kind.properties)
            return
        copy, create = statements.copy_nodes(kind), statements.create_nodes(kind)
        self._put_new(copy, create, list(rows), kind.properties)

    def put_edges(self, kind: EdgeType, pair: EdgePair, rows: Iterable[Row], *, new: bool) -> None:
        """Write edges."""
        properties = (*_ENDS, *kind.properties)
        if not new:
            self._for_batches(statements.set_edges(kind, pair), rows, properties)
            return
        copy, create = statements.copy_edges(kind, pair), statements.create_edges(kind, pair)
        self._put_new(copy, create, list(rows), properties)

    def _put_new(
        self, copy: str, create: str, rows: list[Row], properties: Sequence[Property]
    ) -> None:
        """Write new rows, few in the transaction that is open, many outside it."""
        if len(rows) <= self.most_created:
            self._for_batches(create, rows, properties)
        elif rows:
            frame = _frame(rows, properties)  # noqa: F841  # the engine finds it by its name
            rows.clear()
            with self._outside(), told_as_ours(self._path):
                self._connection.execute(copy)

    def _for_batches(
        self, statement: str, rows: Iterable[Row], properties: Sequence[Property]
    ) -> None:
        for batch in batches(rows):
            self._execute(statement, rows=[_record(row, properties) for row in batch])

    def delete_edges(self, kind: EdgeType, pair: EdgePair, rows: Sequence[Row]) -> None:
        """Delete edges."""
        properties = (*_ENDS, *kind.properties)
        self._for_batches(statements.delete_edges(kind, pair), rows, properties)

    def delete_nodes(self, kind: NodeType, ids: Sequence[str]) -> None:
        """Delete nodes with their edges."""
        keys = iter(ids)
        while some := list(islice(keys, _LARGE_PART)):
            self._execute(statements.delete_nodes(kind), ids=_parameter(some))

    def counts(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """How many nodes of each label and edges of each type there are."""
        if not self._has_schema:
            return {n.label: 0 for n in NODE_TYPES}, {e.type: 0 for e in EDGE_TYPES}
        nodes = {n.label: self._number(statements.count_nodes(n)) for n in NODE_TYPES}
        edges = {
            e.type: sum(self._number(statements.count_edges(e, pair)) for pair in e.pairs)
            for e in EDGE_TYPES
        }
        return nodes, edges

    def _number(self, statement: str) -> int:
        ((number,),) = self._read(statement)
        return int(number)

    def clear(self) -> None:
        """Delete everything, the tables too."""
        with self._transaction():
            for statement in statements.clear():
                self._execute(statement)
        self._has_schema, self._is_empty = False, True

    def run(self, query: str, parameters: Mapping[str, Any], *, write: bool = False) -> Answer:
        """The answer of a query; a file that is open for reading refuses to be changed.

        Raises:
            QueryError: `wrong_query`, `missing_parameter`, `read_only`.
        """
        check_parameters(query, parameters)
        values = {name: _parameter(value) for name, value in parameters.items()}
        if write:
            self._has_log = True
            return self._answer(query, values)
        check_reading(query)
        self._execute("BEGIN TRANSACTION READ ONLY")
        try:
            return self._answer(query, values)
        finally:
            self._roll_back()

    def _answer(self, query: str, values: Mapping[str, Any]) -> Answer:
        with told_as_ours(self._path, query):
            # without parameters the engine would take several statements at once
            result = self._result(query, values or {"_": 0})
            columns = tuple(result.get_column_names())
            return Answer(columns, tuple(tuple(map(plain_value, row)) for row in result))

    def close(self) -> None:
        """Close the file, with all that was written in it.

        The log is written into it first: the engine itself says nothing where that fails.

        Raises:
            StoreError: `disk_full`, `store_failed`; the next load mends the file.
        """
        try:
            if self._has_log:
                self._execute("CHECKPOINT")
        finally:
            self._connection.close()
            self._database.close()


def _frame(rows: Sequence[Row], properties: Sequence[Property]) -> pd.DataFrame:
    """The rows as the engine reads them fastest: numbers as arrays, all else as objects."""
    import numpy as np
    import pandas as pd

    kinds = {"int": "int64", "float": "float64", "bool": "bool"}
    columns = {}
    for place, p in enumerate(properties):
        values = list(map(itemgetter(place), rows))
        kind = kinds.get(p.type, "object")
        if kind == "object" or None in values:
            cells = np.empty(len(values), dtype="object")
            cells[:] = _cells(p.type, values)
        else:
            cells = np.fromiter(values, dtype=kind, count=len(values))
        columns[p.name] = pd.Series(cells, dtype=cells.dtype)
    return pd.DataFrame(columns)


def _cells(kind: str, values: list[Any]) -> list[Any]:
    """The values of a column as the engine takes them; texts mostly are that as they are."""
    if kind in _TEXTS and _is_whole(filter(None, values)):
        return values
    convert = _CONVERT.get(kind)
    return list(map(convert, values)) if convert else values


def _is_whole(texts: Iterable[str]) -> bool:
    """Whether UTF-8 can hold the texts; to look at all at once takes a tenth of one by one."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        return False
    return True


def _record(row: Row, properties: Sequence[Property]) -> dict[str, Any]:
    """A row as a parameter: values by the names of their properties."""
    return {
        p.name: _CONVERT[p.type](value) if p.type in _CONVERT else value
        for p, value in zip(properties, row, strict=True)
    }


def _parameter(value: Any) -> Any:
    """A value as the engine takes it: half a character, which UTF-8 cannot hold, as its escape."""
    if isinstance(value, str):
        return value if value.isascii() else utf8(value).decode()
    if isinstance(value, tuple | list):
        return [_parameter(part) for part in value]
    return value


def _day(text: str | None) -> datetime.date | None:
    return None if text is None else datetime.date.fromisoformat(text)


_CONVERT = {"str": _parameter, "path": _parameter, "strings": _parameter, "date": _day}
"""From values of rows to what the engine takes."""
