"""The difference between what a store holds of some plans and what it is to hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from graphmodel.model.graph import EdgeTable, NodeTable, Row
from graphmodel.model.schema import EdgeType, NodeType, Property
from graphmodel.stores.contract import Changes, EdgePair, Store

_Key = tuple[object, ...]


class Difference:
    """Writes what is missing or other, and collects what is to go until `delete`.

    Args:
        store: The store.
        plans: The plans that the store may hold already.
        changes: Where writes are counted.
    """

    def __init__(self, store: Store, plans: Sequence[str], changes: Changes) -> None:
        """Start with nothing to delete."""
        self._store = store
        self._plans = plans
        self._changes = changes
        self._shared_to_change: list[tuple[NodeType, list[Row]]] = []
        self._nodes_to_go: list[tuple[NodeType, list[str]]] = []
        self._edges_to_go: list[tuple[EdgeType, EdgePair, list[Row]]] = []

    @contextmanager
    def plans(self, table: NodeTable) -> Iterator[None]:
        """Plans, around the writing of all that they say, and then the deletions.

        While it is written, a plan that is new or changed lacks its checksum.
        """
        place = place_of(table.type.properties, "facts")
        rows = list(table.rows)
        have = {row[0]: row for row in self._store.nodes(table.type, ids=self._plans)}
        other = [row for row in rows if have.get(row[0]) != row]
        unsaid = [_without(row, place) for row in other]
        mended = sum(have.get(row[0]) == row for row in unsaid)
        self._put_nodes(NodeTable(table.type, unsaid), have)
        yield
        self.delete()
        if other:
            self._store.put_nodes(table.type, other, new=False)
            self._changes.nodes_updated += mended

    def nodes(self, table: NodeTable) -> None:
        """Nodes that go with the plans: let exactly these be there."""
        have = self._store.nodes(table.type, plans=self._plans) if self._plans else ()
        kept = {row[0]: row for row in have}
        self._put_nodes(table, kept)
        self._nodes_to_go.append((table.type, list(kept)))

    def shared_nodes(self, table: NodeTable) -> None:
        """Nodes that other plans may have too: let these be there, changed only by `delete`.

        Until then the edges NAMES that say how these plans have them are written: a load that is
        interrupted leaves no change that no plan speaks of.
        """
        rows = list(table.rows)
        have = self._store.nodes(table.type, ids=[row[0] for row in rows]) if rows else ()
        changed = self._put_new(NodeTable(table.type, rows), {row[0]: row for row in have})
        self._shared_to_change.append((table.type, changed))

    def _put_nodes(self, table: NodeTable, have: dict[str, Row]) -> None:
        """Write new and changed nodes; what stays in `have` is not wanted."""
        self._change(table.type, self._put_new(table, have))

    def _put_new(self, table: NodeTable, have: dict[str, Row]) -> list[Row]:
        """Write new nodes and give those to change; what stays in `have` is not wanted."""
        changed: list[Row] = []
        new = _Counted(_new(table.rows, have, lambda row: row[0], changed))
        self._store.put_nodes(table.type, new, new=True)
        self._changes.nodes_created += new.count
        return changed

    def _change(self, kind: NodeType, rows: list[Row]) -> None:
        if rows:
            self._store.put_nodes(kind, rows, new=False)
            self._changes.nodes_updated += len(rows)

    def edges(self, table: EdgeTable) -> None:
        """Edges that the plans say: let exactly these be there."""
        have = self._store.edges(table.type, table.pair, plans=self._plans) if self._plans else ()
        self._put_edges(table, have)

    def shared_edges(self, table: EdgeTable, sources: Sequence[str]) -> None:
        """Edges of shared nodes: let exactly these leave the nodes named as sources."""
        have = self._store.edges(table.type, table.pair, sources=sources) if sources else ()
        self._put_edges(table, have)

    def _put_edges(self, table: EdgeTable, there: Iterable[Row]) -> None:
        key = _key_of(table.type)
        have = {key(row): row for row in there}
        changed: list[Row] = []
        new = _Counted(_new(table.rows, have, key, changed))
        self._store.put_edges(table.type, table.pair, new, new=True)
        self._changes.edges_created += new.count
        if changed:
            self._store.put_edges(table.type, table.pair, changed, new=False)
            self._changes.edges_updated += len(changed)
        self._edges_to_go.append((table.type, table.pair, list(have.values())))

    def forget(self, kind: NodeType) -> None:
        """The plans themselves, which lose their checksums at once and go last."""
        rows = list(self._store.nodes(kind, plans=self._plans))
        place = place_of(kind.properties, "facts")
        whole = [_without(row, place) for row in rows if row[place] is not None]
        if whole:
            self._store.put_nodes(kind, whole, new=False)
        self.let_go(kind, [row[0] for row in rows])

    def no_more(self, kind: EdgeType, pair: EdgePair) -> list[str]:
        """The ends of the edges of a type that are to be deleted, so far."""
        found = (rows for *what, rows in self._edges_to_go if what == [kind, pair])
        return list(dict.fromkeys(row[1] for rows in found for row in rows))

    def let_go(self, kind: NodeType, ids: Sequence[str]) -> None:
        """Nodes to delete."""
        self._nodes_to_go.append((kind, list(ids)))

    def delete(self) -> None:
        """Change shared nodes, then delete what was found and not wanted: edges first."""
        for node, changed in self._shared_to_change:
            self._change(node, changed)
        for kind, pair, rows in self._edges_to_go:
            if rows:
                self._store.delete_edges(kind, pair, rows)
                self._changes.edges_deleted += len(rows)
        for node, ids in self._nodes_to_go:
            if ids:
                self._store.delete_nodes(node, ids)
                self._changes.nodes_deleted += len(ids)


class _Counted:
    """An iterable that knows how many it has given."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row


def _without(row: Row, place: int) -> Row:
    """The row without one of its values."""
    return (*row[:place], None, *row[place + 1 :])


def _new(
    rows: Iterable[Row],
    have: dict[Any, Row],
    key: Callable[[Row], object],
    changed: list[Row],
) -> Iterator[Row]:
    """The rows that are not there.

    Those that are there are taken out of `have`, and put into `changed` where they differ.
    """
    for row in rows:
        there = have.pop(key(row), None) if have else None
        if there is None:
            yield row
        elif there != row:
            changed.append(row)


def _key_of(kind: EdgeType) -> Callable[[Row], _Key]:
    """The ends and the key of an edge."""
    if kind.key is None:
        return lambda row: row[:2]
    place = 2 + place_of(kind.properties, kind.key)
    return lambda row: (row[0], row[1], row[place])


def place_of(properties: Sequence[Property], name: str) -> int:
    """Where a property stands among those declared."""
    return next(place for place, p in enumerate(properties) if p.name == name)
