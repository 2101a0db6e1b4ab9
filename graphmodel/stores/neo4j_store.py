"""The graph in a Neo4j server (5.26 or later), or through its routing driver in a cluster."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from graphmodel.model.errors import QueryError, StoreError
from graphmodel.model.files import utf8
from graphmodel.model.graph import Row
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES, PLAN, EdgeType, NodeType
from graphmodel.stores.batches import batches
from graphmodel.stores.contract import Answer, EdgePair
from graphmodel.stores.neo4j_server import Address, check_version, told_as_ours
from graphmodel.stores.neo4j_statements import Statements
from graphmodel.stores.query_text import as_asked, check_parameters, prefixed
from graphmodel.stores.values import plain_value

if TYPE_CHECKING:
    import neo4j

_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_]*|")
_NAMES = next(edge for edge in EDGE_TYPES if edge.type == "NAMES")


class Neo4jStore:
    """A store in a Neo4j database; `contract.CypherStore` says what its operations do.

    Every node has its label and the mark `Graphmodel` (both with the prefix). Nodes of other
    people that have a label of ours are refused before anything is written.
    """

    rows_at_once: int | None = 50_000

    def __init__(self, address: Address, *, prefix: str = "") -> None:
        """Connect.

        Args:
            address: Of the server.
            prefix: What the labels of this graph begin with; another prefix is another graph.

        Raises:
            StoreError: `bad_prefix`, `bad_address`, `too_old`, or that it cannot be reached.
        """
        if not _PREFIX.fullmatch(prefix):
            raise StoreError(prefix, "bad_prefix")
        self._address = address
        self._prefix = prefix
        self._statements = Statements(prefix)
        self._driver = address.driver()
        try:
            check_version(self._driver, address)
        except BaseException:
            self._driver.close()
            raise

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make constraints and indexes first; every batch is a transaction of its own.

        Raises:
            StoreError: `foreign_nodes`, where other people's nodes have labels of ours.
        """
        for label, count in self._read(self._statements.foreign()):
            if count:
                raise StoreError(self._address.shown, "foreign_nodes", label=label, count=count)
        there = {name for (name,) in self._read("SHOW INDEXES YIELD name RETURN name")}
        missing = [s for s in self._statements.schema() if self._statements.made(s) not in there]
        for statement in missing:
            self._write(statement)
        if missing:
            self._write("CALL db.awaitIndexes(120)")
        yield

    def _session(self, **options: Any) -> neo4j.Session:
        return self._driver.session(database=self._address.database, **options)

    def _read(self, statement: str, **parameters: Any) -> list[Row]:
        def work(tx: neo4j.ManagedTransaction) -> list[Row]:
            return [tuple(map(plain_value, record)) for record in tx.run(statement, parameters)]

        with told_as_ours(self._address), self._session() as session:
            return session.execute_read(work)

    def _write(self, statement: str, **parameters: Any) -> None:
        def work(tx: neo4j.ManagedTransaction) -> None:
            tx.run(statement, parameters).consume()

        with told_as_ours(self._address), self._session() as session:
            session.execute_write(work)

    def _write_rows(self, statements: Sequence[str], rows: Iterable[Row]) -> None:
        """Carry out statements for batches of rows, each batch a transaction."""

        def work(tx: neo4j.ManagedTransaction, batch: list[list[Any]]) -> None:
            for statement in statements:
                tx.run(statement, rows=batch).consume()

        with told_as_ours(self._address), self._session() as session:
            for batch in batches(rows):
                session.execute_write(work, [list(map(_parameter, row)) for row in batch])

    def nodes(
        self,
        kind: NodeType,
        *,
        plans: Sequence[str] | None = None,
        ids: Sequence[str] | None = None,
    ) -> list[Row]:
        """The nodes of a type."""
        if ids is not None:
            return self._read(self._statements.nodes(kind, "id"), values=_parameter(ids))
        if plans is not None:
            owner = "id" if kind.label == "Plan" else PLAN
            return self._read(self._statements.nodes(kind, owner), values=_parameter(plans))
        return self._read(self._statements.nodes(kind, None))

    def edges(
        self,
        kind: EdgeType,
        pair: EdgePair,
        *,
        plans: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
    ) -> list[Row]:
        """The edges of a type between two kinds of nodes."""
        if sources is not None:
            statement = self._statements.edges(kind, pair, "source")
            return self._read(statement, values=_parameter(sources))
        if plans is not None:
            statement = self._statements.edges(kind, pair, PLAN)
            return self._read(statement, values=_parameter(plans))
        return self._read(self._statements.edges(kind, pair, None))

    def claims(self, label: str, ids: Sequence[str], but: Sequence[str]) -> list[Row]:
        """What other plans say of nodes."""
        statement = self._statements.claims(_NAMES, label)
        return self._read(statement, ids=_parameter(ids), but=_parameter(but))

    def unclaimed(self, label: str) -> list[str]:
        """Shared nodes that no plan names."""
        return [row[0] for row in self._read(self._statements.unclaimed(label))]

    def put_nodes(self, kind: NodeType, rows: Iterable[Row], *, new: bool) -> None:
        """Write nodes; a batch that is sent again writes nothing twice."""
        self._write_rows([self._statements.put_nodes(kind)], rows)

    def put_edges(self, kind: EdgeType, pair: EdgePair, rows: Iterable[Row], *, new: bool) -> None:
        """Write edges; a batch that is sent again writes nothing twice."""
        self._write_rows([self._statements.put_edges(kind, pair)], rows)

    def delete_edges(self, kind: EdgeType, pair: EdgePair, rows: Sequence[Row]) -> None:
        """Delete edges."""
        self._write_rows([self._statements.delete_edges(kind, pair)], rows)

    def delete_nodes(self, kind: NodeType, ids: Sequence[str]) -> None:
        """Delete nodes; one that other people's relationships hang on loses our labels alone."""
        self._write_rows(self._statements.delete_nodes(kind), [(key,) for key in ids])

    def counts(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """How many nodes of each label and edges of each type there are."""
        nodes = {n.label: self._read(self._statements.count_nodes(n))[0][0] for n in NODE_TYPES}
        edges = {e.type: self._read(self._statements.count_edges(e))[0][0] for e in EDGE_TYPES}
        return nodes, edges

    def clear(self) -> None:
        """Delete everything of ours, constraints and indexes too."""
        with told_as_ours(self._address), self._session() as session:
            for statement in self._statements.clear():
                session.run(statement).consume()
        for statement in self._statements.drop_schema():
            self._write(statement)

    def run(self, query: str, parameters: Mapping[str, Any], *, write: bool = False) -> Answer:
        """The answer of a query; the server refuses to write in a transaction that only reads."""
        import neo4j

        check_parameters(query, parameters)
        mode = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
        values = {name: _parameter(value) for name, value in parameters.items()}
        text = prefixed(query, self._prefix)
        try:
            with (
                told_as_ours(self._address, text),
                self._session(default_access_mode=mode) as session,
            ):
                result = session.run(text, values)
                columns = tuple(result.keys())
                return Answer(columns, tuple(tuple(map(plain_value, row)) for row in result))
        except QueryError as error:
            raise as_asked(error, query, self._prefix) from error

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()


def _parameter(value: Any) -> Any:
    """A value as the driver takes it: half a character, which UTF-8 cannot hold, as its escape."""
    if isinstance(value, str):
        return value if value.isascii() else utf8(value).decode()
    if isinstance(value, tuple | list):
        return [_parameter(part) for part in value]
    return value
