"""What every store can do: hold nodes and edges of the declared shape, and tell which it holds.

A store knows nothing of plans beyond the property that says which plan an element goes with.
`loading` makes of these few operations what people use: load plans, replace them, remove them.
Rows are those of `model.graph`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from graphmodel.model.graph import Row
from graphmodel.model.schema import EdgeType, NodeType

EdgePair = tuple[str, str]
"""The labels of the two ends of an edge."""


class Store(Protocol):
    """Where the graph is kept.

    Every operation raises `StoreError` where the store cannot be reached or used.
    """

    @property
    def rows_at_once(self) -> int | None:
        """Responsibilities that are best written at once; None: all of them."""

    def writing(self) -> AbstractContextManager[None]:
        """Prepare for writing (schema, indexes), and end what was written.

        What was written before an error may stay; the next load mends it.
        """

    def nodes(
        self,
        kind: NodeType,
        *,
        plans: Sequence[str] | None = None,
        ids: Sequence[str] | None = None,
    ) -> Iterable[Row]:
        """The nodes of a type that go with some plans, or have some ids, or all.

        A plan goes with itself; indicators without a plan go with none.
        """

    def edges(
        self,
        kind: EdgeType,
        pair: EdgePair,
        *,
        plans: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
    ) -> Iterable[Row]:
        """The edges of a type that go with some plans, or leave some nodes, or all."""

    def claims(self, label: str, ids: Sequence[str], but: Sequence[str]) -> Iterable[Row]:
        """Edges NAMES to these nodes of this label from all plans but some."""

    def unclaimed(self, label: str) -> Sequence[str]:
        """The ids of the nodes without a plan of their own that no plan names."""

    def put_nodes(self, kind: NodeType, rows: Iterable[Row], *, new: bool) -> None:
        """Write nodes, all of which are new, or none is."""

    def put_edges(self, kind: EdgeType, pair: EdgePair, rows: Iterable[Row], *, new: bool) -> None:
        """Write edges between nodes that are there; all of the edges are new, or none is."""

    def delete_edges(self, kind: EdgeType, pair: EdgePair, rows: Sequence[Row]) -> None:
        """Delete the edges that have the ends and the key of these rows."""

    def delete_nodes(self, kind: NodeType, ids: Sequence[str]) -> None:
        """Delete nodes, with the edges of ours that they still have."""

    def counts(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """How many nodes of each label and how many edges of each type there are."""

    def clear(self) -> None:
        """Delete everything of ours, the schema too."""

    def close(self) -> None:
        """Give back what the store holds; it cannot be used any more."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a query gives, in order; values as in rows of the graph, lists as tuples."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


class CypherStore(Store, Protocol):
    """A store that answers queries in Cypher."""

    def run(self, query: str, parameters: Mapping[str, Any], *, write: bool = False) -> Answer:
        """The answer of a query; without `write` the engine itself refuses to change anything.

        Args:
            query: One statement, with `$name` for parameters.
            parameters: Their values; a date as `datetime.date` or ISO text.
            write: Whether the query may change the graph.

        Raises:
            QueryError: The query is wrong; with the place in its text, where the engine tells.
        """


@dataclass(slots=True)
class Changes:
    """How much a load has written."""

    nodes_created: int = 0
    nodes_updated: int = 0
    nodes_deleted: int = 0
    edges_created: int = 0
    edges_updated: int = 0
    edges_deleted: int = 0

    @property
    def total(self) -> int:
        """All writes together; 0 where everything was as it should be."""
        return (
            self.nodes_created
            + self.nodes_updated
            + self.nodes_deleted
            + self.edges_created
            + self.edges_updated
            + self.edges_deleted
        )


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """A plan that a store holds."""

    id: str
    title: str
    facts: str | None
    """Checksum of the facts that it was loaded from; None where a load was interrupted."""


@dataclass(frozen=True, slots=True)
class Status:
    """What a store holds."""

    plans: tuple[LoadedPlan, ...]
    nodes: Mapping[str, int]
    edges: Mapping[str, int]
