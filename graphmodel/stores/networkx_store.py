"""The graph in memory, as a NetworkX `MultiDiGraph`: for people who program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived, Row
from graphmodel.model.schema import PLAN, EdgeType, NodeType
from graphmodel.stores.contract import EdgePair
from graphmodel.stores.loading import load

if TYPE_CHECKING:
    import networkx as nx

_BODIES = ("Unit", "Collective")


def build(facts: Facts, derived: Derived) -> nx.MultiDiGraph[str]:
    """The graph of facts.

    A node is its id; its attributes are `label` and the properties that the schema declares for
    that label. An edge has the attributes `type` and the properties of that type; its key is
    `TYPE:key`, such as `LEADS:` and the id of the responsibility, so that two edges between
    the same nodes stay two. Values are text, numbers, truth values, None, or tuples of texts.

    Args:
        facts: The facts.
        derived: What the analysis adds: boilerplate, repeats, pairs.

    Raises:
        FactsError: `invalid`, when one id stands for two nodes, or one key for two edges;
            `unknown_id`, when an edge starts or ends at no node.
    """
    store = NetworkxStore()
    load(store, facts, derived)
    return store.graph


class NetworkxStore:
    """A store in memory; `contract.Store` says what its operations do."""

    rows_at_once: int | None = None

    def __init__(self, graph: nx.MultiDiGraph[str] | None = None) -> None:
        """Keep an empty graph, or one that such a store has made."""
        import networkx as nx

        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph() if graph is None else graph

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Nothing to prepare; what was written before an error stays."""
        yield

    def nodes(
        self,
        kind: NodeType,
        *,
        plans: Sequence[str] | None = None,
        ids: Sequence[str] | None = None,
    ) -> Iterator[Row]:
        """The nodes of a type."""
        names = [p.name for p in kind.properties]
        owner = "id" if kind.label == "Plan" else PLAN
        wanted = None if plans is None else set(plans)
        for key in list(self.graph) if ids is None else ids:
            node = self.graph.nodes.get(key)
            if node is None or node["label"] != kind.label:
                continue
            if wanted is None or node.get(owner) in wanted:
                yield tuple(node[name] for name in names)

    def edges(
        self,
        kind: EdgeType,
        pair: EdgePair,
        *,
        plans: Sequence[str] | None = None,
        sources: Sequence[str] | None = None,
    ) -> Iterator[Row]:
        """The edges of a type between two kinds of nodes."""
        names = [p.name for p in kind.properties]
        wanted = None if plans is None else set(plans)
        for source, target, edge in list(self.graph.out_edges(sources, data=True)):
            if edge["type"] != kind.type or (self._label(source), self._label(target)) != pair:
                continue
            if wanted is None or edge[PLAN] in wanted:
                yield (source, target, *(edge[name] for name in names))

    def _label(self, key: str) -> str:
        label: str = self.graph.nodes[key]["label"]
        return label

    def claims(self, label: str, ids: Sequence[str], but: Sequence[str]) -> Iterator[Row]:
        """What other plans say of nodes."""
        plans = set(but)
        for source, target, key, edge in self.graph.in_edges(ids, keys=True, data=True):
            if key == "NAMES:" and source not in plans and self._label(target) == label:
                said = (value for name, value in edge.items() if name != "type")
                yield (source, target, *said)

    def unclaimed(self, label: str) -> list[str]:
        """Shared nodes that no plan names."""
        return [
            key
            for key, node in self.graph.nodes(data=True)
            if node["label"] == label
            and node.get(PLAN) is None
            and not any(k == "NAMES:" for _, _, k in self.graph.in_edges(key, keys=True))
        ]

    def put_nodes(self, kind: NodeType, rows: Iterable[Row], *, new: bool) -> None:
        """Write nodes.

        Raises:
            FactsError: `invalid`, when a new one has the id of a node that is there.
        """
        names = [p.name for p in kind.properties]
        for row in rows:
            there = self.graph.nodes.get(row[0])
            if new and there and not {kind.label, there["label"]} <= set(_BODIES):
                labels = (there["label"], kind.label)
                raise FactsError(row[0], "invalid", what="duplicate_id", labels=labels)
            if there and there["label"] != kind.label:
                self.graph.remove_node(row[0])  # its edges would join labels that none may join
            self.graph.add_node(row[0], label=kind.label, **dict(zip(names, row, strict=True)))

    def put_edges(self, kind: EdgeType, pair: EdgePair, rows: Iterable[Row], *, new: bool) -> None:
        """Write edges.

        Raises:
            FactsError: `invalid`, when a new one has ends and key of an edge that is there;
                `unknown_id`, when it starts or ends at no node.
        """
        names = [p.name for p in kind.properties]
        for source, target, *values in rows:
            attributes = {"type": kind.type, **dict(zip(names, values, strict=True))}
            for end in (source, target):
                if end not in self.graph:
                    raise FactsError(end, "unknown_id", edge=kind.type)
            key = _key(kind, attributes)
            if new and self.graph.has_edge(source, target, key):
                raise FactsError(key, "invalid", what="duplicate_id")
            self.graph.add_edge(source, target, key=key, **attributes)

    def delete_edges(self, kind: EdgeType, pair: EdgePair, rows: Sequence[Row]) -> None:
        """Delete edges."""
        names = [p.name for p in kind.properties]
        for source, target, *values in rows:
            key = _key(kind, dict(zip(names, values, strict=True)))
            self.graph.remove_edge(source, target, key)

    def delete_nodes(self, kind: NodeType, ids: Sequence[str]) -> None:
        """Delete nodes with their edges."""
        self.graph.remove_nodes_from(list(ids))

    def counts(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """How many nodes of each label and edges of each type there are."""
        labels = Counter(node["label"] for _, node in self.graph.nodes(data=True))
        kinds = Counter(edge["type"] for _, _, edge in self.graph.edges(data=True))
        return labels, kinds

    def clear(self) -> None:
        """Delete everything."""
        self.graph.clear()

    def close(self) -> None:
        """Nothing to give back; the graph stays as it is."""


def _key(kind: EdgeType, attributes: Mapping[str, Any]) -> str:
    """What tells an edge from others between the same nodes."""
    return f"{kind.type}:{attributes[kind.key] if kind.key else ''}"
