"""What a store holds, row by row, and how it differs from what it is to hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from graphmodel.model.graph import Row
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES
from graphmodel.stores.contract import Store
from graphmodel.stores.loading import load
from graphmodel.stores.networkx_store import NetworkxStore
from tests.faults.bundles import Bundle

Rows = Mapping[str, Counter[Row]]
"""The rows of each kind of node, and of each kind of edge between two kinds of nodes."""


def rows_of(store: Store) -> Rows:
    """Everything that a store holds; what is there twice counts twice."""
    found = {node.label: Counter(store.nodes(node)) for node in NODE_TYPES}
    for edge in EDGE_TYPES:
        for pair in edge.pairs:
            found[f"{pair[0]}-{edge.type}-{pair[1]}"] = Counter(store.edges(edge, pair))
    return found


def rows_after(*loads: Bundle) -> Rows:
    """What a store in memory holds after some loads, in which nothing breaks."""
    store = NetworkxStore()
    for bundle in loads:
        load(store, bundle.facts, bundle.derived)
    return rows_of(store)


def differences(have: Rows, want: Rows) -> Iterator[str]:
    """A line for each table that has rows too many or too few."""
    for table, rows in want.items():
        more, less = have[table] - rows, rows - have[table]
        if more or less:
            example = next(iter(more or less))
            yield f"{table}: {more.total()} too many, {less.total()} too few: {example}"[:300]
