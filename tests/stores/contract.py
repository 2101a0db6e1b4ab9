"""What every store is held to: the kinds of stores, what one holds, and what it is to hold.

A new kind of store is one line in `KINDS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, cast

import pytest

from graphmodel.analysis.graph import derived
from graphmodel.model.claims import facts_of_plans
from graphmodel.model.edges import edge_tables
from graphmodel.model.facts import Facts, merge
from graphmodel.model.graph import Derived, Row, node_tables
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES, PLAN, EdgeType, NodeType
from graphmodel.stores import loading
from graphmodel.stores.contract import Changes, EdgePair, Store
from graphmodel.stores.ladybug_store import LadybugStore
from graphmodel.stores.neo4j_server import Address
from graphmodel.stores.neo4j_store import Neo4jStore
from graphmodel.stores.networkx_store import NetworkxStore


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of store."""

    make: Callable[[pytest.FixtureRequest], Store]
    """An empty store; what it needs it asks for as fixtures."""
    examples: int
    """How many examples a property is tried on."""
    stride: int
    """After how many more writes each load breaks off; 1: at every one."""
    marks: tuple[pytest.MarkDecorator, ...] = ()


def _networkx(request: pytest.FixtureRequest) -> Store:
    return NetworkxStore()


def _networkx_in_parts(request: pytest.FixtureRequest) -> Store:
    """A few plans at a time, as databases are loaded."""
    store = NetworkxStore()
    store.rows_at_once = 20
    return store


def _ladybug(request: pytest.FixtureRequest) -> Store:
    return LadybugStore(request.getfixturevalue("tmp_path") / "graph.lbug")


def _ladybug_by_copy(request: pytest.FixtureRequest) -> Store:
    """As large loads are written."""
    store = LadybugStore(request.getfixturevalue("tmp_path") / "graph.lbug")
    store.most_created = 0
    return store


def _neo4j(request: pytest.FixtureRequest) -> Store:
    return Neo4jStore(Address(request.getfixturevalue("neo4j_empty").uri))


KINDS = {
    "networkx": Kind(_networkx, examples=12, stride=1),
    "networkx in parts": Kind(_networkx_in_parts, examples=6, stride=5),
    "ladybug": Kind(_ladybug, examples=2, stride=100),
    "ladybug by copy": Kind(_ladybug_by_copy, examples=1, stride=500, marks=(pytest.mark.slow,)),
    "neo4j": Kind(_neo4j, examples=1, stride=500, marks=(pytest.mark.neo4j, pytest.mark.slow)),
}

Element = tuple[str, Row, tuple[type, ...]]
"""Label, or type and the labels of both ends; the row; the types of its values."""
Graph = Counter[Element]
_PROPERTIES = {
    **{node.label: ["id", *(p.name for p in node.properties[1:])] for node in NODE_TYPES},
    **{
        f"{edge.type} {source} {target}": ["from", "to", *(p.name for p in edge.properties)]
        for edge in EDGE_TYPES
        for source, target in edge.pairs
    },
}


def _elements(what: str, rows: Iterable[Row]) -> Iterable[Element]:
    return ((what, row, tuple(map(type, row))) for row in rows)


def graph_in(store: Store) -> Graph:
    """Everything that a store holds; what it holds twice, twice."""
    nodes = (_elements(node.label, store.nodes(node)) for node in NODE_TYPES)
    edges = (
        _elements(f"{edge.type} {pair[0]} {pair[1]}", store.edges(edge, pair))
        for edge in EDGE_TYPES
        for pair in edge.pairs
    )
    return Counter(chain(*nodes, *edges))


@lru_cache(maxsize=100)
def marks_of(facts: Facts) -> Derived:
    """What the analysis adds; it takes longer than a load of small facts."""
    return derived(facts)


def graph_of(facts: Facts, marks: Derived | None = None) -> Graph:
    """The graph of facts, by the tables of the model."""
    marks = marks_of(facts) if marks is None else marks
    nodes = (_elements(table.type.label, table.rows) for table in node_tables(facts))
    edges = (
        _elements(f"{table.type.type} {table.pair[0]} {table.pair[1]}", table.rows)
        for table in edge_tables(facts, marks)
    )
    return Counter(chain(*nodes, *edges))


def graph_of_plans(plans: Iterable[Facts]) -> Graph:
    """The graph of plans that came alone: together, but that NAMES keeps what each says."""
    several = list(plans)
    said = (graph_of(one, Derived()) for one in several)
    names = Counter(e for graph in said for e in graph if e[0].startswith("NAMES"))
    whole = graph_of(merge(several))
    return Counter({e: n for e, n in whole.items() if not e[0].startswith("NAMES")}) + names


def graph_of_loads(loads: Iterable[Facts]) -> Graph:
    """The graph after loads of facts, one after the other: of each plan the last one counts."""
    plans = {plan: one for facts in loads for plan, one in facts_of_plans(facts)}
    return graph_of_plans(plans.values())


def said_by(graph: Graph, plan: str) -> Graph:
    """What goes with one plan, and the plan."""
    return Counter({e: n for e, n in graph.items() if _owner(e) == plan})


def _owner(element: Element) -> object:
    what, row, _ = element
    names = _PROPERTIES[what]
    if what == "Plan":
        return row[0]
    return row[names.index(PLAN)] if PLAN in names else None


def ids_in(store: Store, label: str) -> list[str]:
    """The nodes of a label, by id."""
    (kind,) = (node for node in NODE_TYPES if node.label == label)
    return sorted(row[0] for row in store.nodes(kind))


def load(store: Store, facts: Facts) -> Changes:
    """Load facts, with what the analysis adds to them."""
    return loading.load(store, facts, marks_of(facts))


def plans_of(facts: Facts) -> tuple[str, ...]:
    """The ids of the plans."""
    return tuple(plan.id for plan in facts.plans)


def empty(store: Store) -> None:
    """Let a store that has been used be as a new one, but for its schema."""
    loading.remove(store, ids_in(store, "Plan"))
    assert not graph_in(store)


class Interrupted(Exception):
    """The power went off."""


def interrupted(store: Store, writes: int) -> Store:
    """The store, which writes so many rows and then breaks off."""
    return cast("Store", Breaking(store, writes))


class Breaking:
    """A store that counts the rows written, and breaks off after some."""

    def __init__(self, store: Store, writes: int | None = None) -> None:
        """Break off after so many writes, or never."""
        self._store = store
        self._most = writes
        self.writes = 0

    def __getattr__(self, name: str) -> Any:
        """Read, prepare and end as the store does."""
        return getattr(self._store, name)

    def _write(self, write: Callable[[Any], None], rows: Iterable[Any]) -> None:
        several = list(rows)
        allowed = several if self._most is None else several[: self._most - self.writes]
        if allowed:
            write(allowed)
        self.writes += len(allowed)
        if len(allowed) < len(several):
            raise Interrupted

    def put_nodes(self, kind: NodeType, rows: Iterable[Row], *, new: bool) -> None:
        """Write the rows that are still allowed."""
        self._write(lambda some: self._store.put_nodes(kind, some, new=new), rows)

    def put_edges(self, kind: EdgeType, pair: EdgePair, rows: Iterable[Row], *, new: bool) -> None:
        """Write the rows that are still allowed."""
        self._write(lambda some: self._store.put_edges(kind, pair, some, new=new), rows)

    def delete_edges(self, kind: EdgeType, pair: EdgePair, rows: Sequence[Row]) -> None:
        """Delete the edges that are still allowed."""
        self._write(lambda some: self._store.delete_edges(kind, pair, some), rows)

    def delete_nodes(self, kind: NodeType, ids: Sequence[str]) -> None:
        """Delete the nodes that are still allowed."""
        self._write(lambda some: self._store.delete_nodes(kind, some), ids)
