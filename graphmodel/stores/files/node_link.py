"""The graph as JSON that `networkx.node_link_graph(data, edges="edges")` reads, and D3 too.

A node is its id, `label` and properties; an edge has `source`, `target`, `key`, `type` and
properties, all as in a graph of NetworkX, with lists for tuples. One node or edge stands on a
line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmodel.model.files import utf8
from graphmodel.stores.files.rebuilding import Rebuilding, reading
from graphmodel.stores.files.tables import GraphTables, key_of

if TYPE_CHECKING:
    import networkx as nx

_in_json = json.JSONEncoder(ensure_ascii=False).encode
_HEAD = '{"directed": true, "multigraph": true, "graph": {}, "nodes": ['


def pieces(tables: GraphTables) -> Iterator[bytes]:
    """The file, piece by piece."""
    yield _HEAD.encode()
    yield from json_lines(_nodes(tables))
    yield b'\n], "edges": ['
    yield from json_lines(_edges(tables))
    yield b"\n]}\n"


def json_lines(objects: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    """The members of a list in JSON, each on a line of its own."""
    comma = ""
    for one in objects:
        # A lone surrogate becomes `\udXXX`, which is JSON for itself.
        yield utf8(f"{comma}\n{_in_json(one)}")
        comma = ","


def _nodes(tables: GraphTables) -> Iterator[dict[str, Any]]:
    for table in tables.nodes():
        names = [p.name for p in table.type.properties]
        for row in table.rows:
            yield {"id": row[0], "label": table.type.label, **dict(zip(names, row, strict=True))}


def _edges(tables: GraphTables) -> Iterator[dict[str, Any]]:
    for table in tables.edges():
        names = [p.name for p in table.type.properties]
        key_in = key_of(table.type)
        for source, target, *row in table.rows:
            ends = {"source": source, "target": target, "key": key_in(row)}
            yield {**ends, "type": table.type.type, **dict(zip(names, row, strict=True))}


def read_node_link(path: str | Path) -> nx.MultiDiGraph[str]:
    """The graph of a file that graphmodel wrote, as `to_networkx` gives it.

    Raises:
        InputError: `unreadable`.
        FactsError: `malformed`.
    """
    graph = Rebuilding()
    with reading(Path(path)):
        data = json.loads(Path(path).read_bytes())
        for node in data["nodes"]:
            graph.node(node["label"], _plain(node))
        for edge in data["edges"]:
            graph.edge(edge["type"], edge["source"], edge["target"], _plain(edge))
    return graph.graph


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {n: tuple(v) if isinstance(v, list) else v for n, v in values.items()}
