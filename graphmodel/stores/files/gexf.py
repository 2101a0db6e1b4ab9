"""The graph as GEXF 1.2, for Gephi.

The label of a node is a name for people; its label in the schema is the attribute `type`, as is
the type of an edge. The attribute `networkx_key` of an edge is its key in a graph of NetworkX,
for ids of edges are numbers here. What is None is left out; a list is text, as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES, EdgeType, NodeType
from graphmodel.stores.files.rebuilding import Rebuilding, reading, types_of
from graphmodel.stores.files.tables import GraphTables, key_of
from graphmodel.stores.files.xml_text import elements, in_xml, names_of, text_of, type_of, value_of

if TYPE_CHECKING:
    import networkx as nx

_NAMESPACE = "http://www.gexf.net/1.2draft"
_TYPE, _KEY = "type", "networkx_key"
_NAMES = ("title", "name", "metric", "date", "event", "kind", "recurrence")
"""The properties that a person may know a node by, the best first."""


def pieces(tables: GraphTables) -> Iterator[bytes]:
    """The file, piece by piece."""
    for text in _lines(tables):
        yield text.encode()


def _lines(tables: GraphTables) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="{_NAMESPACE}" version="1.2">\n'
    yield "<meta><creator>graphmodel</creator></meta>\n"
    yield '<graph mode="static" defaultedgetype="directed">\n'
    yield from _attributes("node", NODE_TYPES, _TYPE)
    yield from _attributes("edge", EDGE_TYPES, _TYPE, _KEY)
    yield "<nodes>\n"
    yield from _nodes(tables)
    yield "</nodes>\n<edges>\n"
    yield from _edges(tables)
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(domain: str, kinds: Iterable[NodeType | EdgeType], *more: str) -> Iterator[str]:
    yield f'<attributes class="{domain}" mode="static">\n'
    for name, type_ in names_of(kinds, *more):
        yield f'<attribute id="{domain}-{name}-{type_}" title="{name}" type="{type_}"/>\n'
    yield "</attributes>\n"


def _nodes(tables: GraphTables) -> Iterator[str]:
    for table in tables.nodes():
        keys = _ids("node", table.type)
        kind = _value("node-type-string", table.type.label)
        names = [p.name for p in table.type.properties]
        known_by = [names.index(name) for name in _NAMES if name in names]
        for row in table.rows:
            head = f'id="{in_xml(row[0])}" label="{in_xml(_name(row, known_by))}"'
            yield f"<node {head}><attvalues>{kind}{_values(keys, row)}</attvalues></node>\n"


def _name(row: Sequence[Any], known_by: Iterable[int]) -> str:
    """What a person calls the node."""
    return next((str(row[place]) for place in known_by if row[place]), row[0])


def _edges(tables: GraphTables) -> Iterator[str]:
    number = count()
    for table in tables.edges():
        keys = _ids("edge", table.type)
        kind = _value("edge-type-string", table.type.type)
        key_in = key_of(table.type)
        for source, target, *row in table.rows:
            ends = f'source="{in_xml(source)}" target="{in_xml(target)}"'
            key = _value(f"edge-{_KEY}-string", key_in(row))
            yield (
                f'<edge id="{next(number)}" {ends} label="{table.type.type}">'
                f"<attvalues>{kind}{key}{_values(keys, row)}</attvalues></edge>\n"
            )


def _ids(domain: str, kind: NodeType | EdgeType) -> list[str]:
    return [f"{domain}-{p.name}-{type_of(p)}" for p in kind.properties]


def _values(keys: Iterable[str], values: Iterable[Any]) -> str:
    return "".join(
        _value(key, value) for key, value in zip(keys, values, strict=True) if value is not None
    )


def _value(key: str, value: Any) -> str:
    return f'<attvalue for="{key}" value="{in_xml(value)}"/>'


def read_gexf(path: str | Path) -> nx.MultiDiGraph[str]:
    """The graph of a file that graphmodel wrote, as `to_networkx` gives it.

    Raises:
        InputError: `unreadable`.
        FactsError: `malformed`.
    """
    graph = Rebuilding()
    titles: dict[str, str] = {}
    tags = [f"{{{_NAMESPACE}}}{tag}" for tag in ("attribute", "node", "edge")]
    with reading(Path(path)):
        for element in elements(str(path), tags):
            if element.tag == tags[0]:
                titles[element.get("id")] = element.get("title")
            else:
                _add(graph, element, titles)
    return graph.graph


def _add(graph: Rebuilding, element: Any, titles: dict[str, str]) -> None:
    texts = {
        titles[value.get("for")]: value.get("value")
        for value in element.iter(f"{{{_NAMESPACE}}}attvalue")
    }
    kind = text_of(texts.pop(_TYPE))
    texts.pop(_KEY, None)
    types = types_of(kind)
    values = {title: value_of(text, types[title]) for title, text in texts.items()}
    if element.get("source") is None:
        graph.node(kind, values)
    else:
        source, target = (text_of(element.get(end)) for end in ("source", "target"))
        graph.edge(kind, source, target, values)
