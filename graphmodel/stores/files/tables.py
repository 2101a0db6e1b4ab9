"""The nodes and edges of facts for writers of files: table by table, and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from graphmodel.model.edges import edge_tables
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived, EdgeTable, NodeTable, Row, node_tables
from graphmodel.model.schema import EdgeType, NodeType


class GraphTables:
    """What the graph of facts holds, as every store would hold it.

    A writer goes through `nodes` and then `edges`, once.
    """

    def __init__(self, facts: Facts, derived: Derived) -> None:
        """Start before the first row.

        Args:
            facts: The facts.
            derived: What the analysis adds to them.
        """
        # Where there is no plan, nothing is in the graph: all nodes are there because of plans.
        self.facts = facts if facts.plans else Facts()
        self._derived = derived
        self.node_count = 0
        self.edge_count = 0

    def nodes(self) -> Iterator[NodeTable]:
        """All nodes, a table a label; the rows have to be taken before the next table."""
        for table in node_tables(self.facts):
            yield replace(table, rows=self._counted_nodes(table.rows))

    def edges(self) -> Iterator[EdgeTable]:
        """All edges, a table a type and pair of labels, one after the other as with nodes."""
        for table in edge_tables(self.facts, self._derived):
            yield replace(table, rows=self._counted_edges(table.rows))

    def _counted_nodes(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.node_count += 1
            yield row

    def _counted_edges(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self.edge_count += 1
            yield row


def key_of(kind: EdgeType) -> Callable[[Sequence[Any]], str]:
    """What gives the key in a graph of NetworkX of an edge with some properties."""
    if kind.key is None:
        return lambda _: f"{kind.type}:"
    place = [p.name for p in kind.properties].index(kind.key)
    return lambda values: f"{kind.type}:{values[place]}"


def file_of_nodes(kind: NodeType) -> str:
    """The name without suffix of the file of a label."""
    return kind.label


def file_of_edges(kind: EdgeType, pair: tuple[str, str]) -> str:
    """The name without suffix of the file of a type of edges between two labels."""
    return "_".join((kind.type, *pair))
