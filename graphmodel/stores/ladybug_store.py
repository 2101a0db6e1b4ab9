"""The graph in a file of the embedded engine Ladybug: Cypher without a server."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
_ENDS = (Property("_source", "str", "id of one node"), Property("_target", "str", "of the other"))


class LadybugStore:
    """A store in a file; `contract.CypherStore` says what its operations do.

    Several may read a file at once; while one process writes to it, no other can write, and one
    that begins to read sees what is written so far.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open a file, or make it.

        Raises:
            StoreError: `missing` (to read), `locked`, `store_damaged`, `store_failed`.
        """
        self._path = path
        self._in_transaction = False
        self._database = open_database(path, read_only=read_only)
        self._connection = self._connect()
        self._has_schema = bool(list(self._read("CALL show_tables() RETURN name")))
        # plans are written first, so without them there is nothing
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
        """Make the tables in an empty file, and fill them at once; else write in transactions.

        What is copied is in the file before anything else is written: the engine does not log
        it, so that a transaction which a crash interrupts as it ends would lose that alone.
        A load that is interrupted is mended by the next one.
        """
        if self._is_empty:
            for statement in statements.schema():
                self._execute(statement)
            self._has_schema = True
            yield
            self._execute("CHECKPOINT")
            self._is_empty = False
            return
        self._execute("BEGIN TRANSACTION")
        self._in_transaction = True
        try:
            yield
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._in_transaction = False
        self._execute("COMMIT")

    @contextmanager
    def _outside(self) -> Iterator[None]:
        """Between two transactions, where one is open."""
        if self._in_transaction:
            self._execute("COMMIT")
        yield
        if self._in_transaction:
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
        if new:
            self._copy(statements.copy_nodes(kind), rows, kind.properties)
        else:
            self._for_batches(statements.set_nodes(kind), rows, kind.properties)

    def put_edges(self, kind: EdgeType, pair: EdgePair, rows: Iterable[Row], *, new: bool) -> None:
        """Write edges."""
        properties = (*_ENDS, *kind.properties)
        if new:
            self._copy(statements.copy_edges(kind, pair), rows, properties)
        else:
            self._for_batches(statements.set_edges(kind, pair), rows, properties)

    def _copy(self, statement: str, rows: Iterable[Row], properties: Sequence[Property]) -> None:
        several = list(rows)
        if several:
            frame = _frame(several, properties)
            del several
            with self._outside(), told_as_ours(self._path):
                self._connection.execute(statement)  # finds `frame` by its name
            del frame

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
        """Close the file."""
        self._connection.close()
        self._database.close()


def _frame(rows: Sequence[Row], properties: Sequence[Property]) -> pd.DataFrame:
    """The rows as the engine reads them fastest: numbers as arrays, all else as objects."""
    import numpy as np
    import pandas as pd

    kinds = {"int": "int64", "float": "float64", "bool": "bool"}
    columns = {}
    for p, values in zip(properties, zip(*rows, strict=True), strict=True):
        kind = kinds.get(p.type, "object")
        if kind == "object" or None in values:
            cells = np.empty(len(values), dtype="object")
            convert = _CONVERT.get(p.type)
            cells[:] = list(map(convert, values)) if convert else values
        else:
            cells = np.fromiter(values, dtype=kind, count=len(values))
        columns[p.name] = pd.Series(cells, dtype=cells.dtype)
    return pd.DataFrame(columns)


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
