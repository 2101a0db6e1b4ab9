"""The graph as GraphML, for Gephi, yEd, NetworkX and others.

A node's id is its id; its attribute `label` is its label. An edge has the attributes `type` and
`key`, which is the key in a graph of NetworkX, and no id: those that GraphML knows are unique in
the file. What is None is left out; a list is text, as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES, EdgeType, NodeType
from graphmodel.stores.files.rebuilding import Rebuilding, reading, types_of
from graphmodel.stores.files.tables import GraphTables, key_of
from graphmodel.stores.files.xml_text import elements, in_xml, names_of, text_of, type_of, value_of

if TYPE_CHECKING:
    import networkx as nx

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_LABEL = "label"
_TYPE, _KEY = "type", "key"


def pieces(tables: GraphTables) -> Iterator[bytes]:
    """The file, piece by piece."""
    for text in _lines(tables):
        yield text.encode()


def _lines(tables: GraphTables) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_NAMESPACE}">\n'
    yield from _keys("node", NODE_TYPES, _LABEL)
    yield from _keys("edge", EDGE_TYPES, _TYPE, _KEY)
    yield '<graph edgedefault="directed">\n'
    for nodes in tables.nodes():
        keys = _ids("node", nodes.type)
        label = _data("node-label-string", nodes.type.label)
        for row in nodes.rows:
            yield f'<node id="{in_xml(row[0])}">{label}{_all_data(keys, row)}</node>\n'
    for edges in tables.edges():
        keys = _ids("edge", edges.type)
        kind = _data("edge-type-string", edges.type.type)
        key_in = key_of(edges.type)
        for source, target, *values in edges.rows:
            key = _data("edge-key-string", key_in(values))
            ends = f'source="{in_xml(source)}" target="{in_xml(target)}"'
            yield f"<edge {ends}>{kind}{key}{_all_data(keys, values)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _keys(domain: str, kinds: Iterable[NodeType | EdgeType], *more: str) -> Iterator[str]:
    for name, type_ in names_of(kinds, *more):
        what = f'for="{domain}" attr.name="{name}" attr.type="{type_}"'
        yield f'<key id="{domain}-{name}-{type_}" {what}/>\n'


def _ids(domain: str, kind: NodeType | EdgeType) -> list[str]:
    return [f"{domain}-{p.name}-{type_of(p)}" for p in kind.properties]


def _all_data(keys: Iterable[str], values: Iterable[Any]) -> str:
    return "".join(
        _data(key, value) for key, value in zip(keys, values, strict=True) if value is not None
    )


def _data(key: str, value: Any) -> str:
    return f'<data key="{key}">{in_xml(value)}</data>'


def read_graphml(path: str | Path) -> nx.MultiDiGraph[str]:
    """The graph of a file that graphmodel wrote, as `to_networkx` gives it.

    Raises:
        InputError: `unreadable`.
        FactsError: `malformed`.
    """
    graph = Rebuilding()
    names: dict[str, str] = {}
    with reading(Path(path)):
        for element in elements(
            str(path), (f"{{{_NAMESPACE}}}{t}" for t in ("key", "node", "edge"))
        ):
            if element.tag.endswith("}key"):
                names[element.get("id")] = element.get("attr.name")
                continue
            texts = {names[data.get("key")]: data.text for data in element}
            _add(graph, element, texts)
    return graph.graph


def _add(graph: Rebuilding, element: Any, texts: dict[str, str | None]) -> None:
    if element.get("source") is None:
        label = text_of(texts.pop(_LABEL))
        graph.node(label, _values(label, texts))
        return
    kind = text_of(texts.pop(_TYPE))
    del texts[_KEY]
    source, target = (text_of(element.get(end)) for end in ("source", "target"))
    graph.edge(kind, source, target, _values(kind, texts))


def _values(kind: str, texts: dict[str, str | None]) -> dict[str, Any]:
    types = types_of(kind)
    return {name: value_of(text, types[name]) for name, text in texts.items()}
