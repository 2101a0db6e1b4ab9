"""The graph again, from what a reader finds in a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmodel.model.errors import FactsError, InputError
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES, Property
from graphmodel.stores.networkx_store import NetworkxStore

if TYPE_CHECKING:
    import networkx as nx

_NODES = {node.label: node for node in NODE_TYPES}
_EDGES = {edge.type: edge for edge in EDGE_TYPES}


class Rebuilding:
    """A graph that grows node by node, then edge by edge."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._store = NetworkxStore()

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The graph so far."""
        return self._store.graph

    def node(self, label: str, values: Mapping[str, Any]) -> None:
        """Add a node; what `values` lacks is None."""
        kind = _NODES[label]
        self._store.put_nodes(kind, [tuple(_row(kind.properties, values))], new=True)

    def edge(self, kind: str, source: str, target: str, values: Mapping[str, Any]) -> None:
        """Add an edge; what `values` lacks is None."""
        edge = _EDGES[kind]
        row = (source, target, *_row(edge.properties, values))
        self._store.put_edges(edge, edge.pairs[0], [row], new=True)


def _row(properties: tuple[Property, ...], values: Mapping[str, Any]) -> Iterator[Any]:
    return (values.get(p.name) for p in properties)


def types_of(label_or_type: str) -> dict[str, str]:
    """The types of the properties of a node or edge type, by name.

    Raises:
        KeyError: There is no such type.
    """
    kind = _NODES.get(label_or_type) or _EDGES[label_or_type]
    return {p.name: p.type for p in kind.properties}


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what goes wrong while a file is read into errors that name it.

    Raises:
        InputError: `unreadable`.
        FactsError: `malformed`.
    """
    try:
        yield
    except OSError as error:
        raise InputError(str(path), "unreadable", reason=error.strerror or "") from error
    except (KeyError, ValueError, TypeError, SyntaxError) as error:
        raise FactsError(str(path), "malformed", place=str(error)) from error
