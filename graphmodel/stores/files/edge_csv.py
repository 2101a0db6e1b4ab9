"""Who leads, supports or is engaged in what, as one CSV file: an edge a row, with its words.

`source` and `target` are ids, `relation` the type of the edge; then names, and all that the graph
knows of the edge, with the words (`mention`) and their place: file, first code point, end. Groups
are among the sources, indicators among the targets of LEADS.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from graphmodel.model.columns import encode
from graphmodel.model.files import utf8
from graphmodel.model.schema import EDGE_TYPES
from graphmodel.stores.files.tables import GraphTables

_RELATIONS = tuple(kind for kind in EDGE_TYPES if kind.type in ("LEADS", "SUPPORTS", "ENGAGED_IN"))
_PROPERTIES = tuple(dict.fromkeys(p.name for kind in _RELATIONS for p in kind.properties))
_NAMES = ("name", "title")
"""The properties that people know a node by."""
COLUMNS = ("source", "target", "relation", "source_name", "target_name", *_PROPERTIES, "file")


def pieces(tables: GraphTables) -> Iterator[bytes]:
    """The file, row by row."""
    names = {row[0]: name for row, name in _named_nodes(tables)}
    files = {plan.id: plan.source for plan in tables.facts.plans}
    ends: set[str] = set()
    yield _line(COLUMNS)
    for edges in tables.edges():
        if edges.type not in _RELATIONS:
            continue
        properties = [p.name for p in edges.type.properties]
        for source, target, *values in edges.rows:
            ends.update((source, target))
            known = dict(zip(properties, values, strict=True))
            about = (source, target, edges.type.type, names[source], names[target])
            said = (known.get(name) for name in _PROPERTIES)
            yield _line((*about, *said, files[known["plan"]]))
    tables.node_count = len(ends)


def _named_nodes(tables: GraphTables) -> Iterator[tuple[Any, str]]:
    for nodes in tables.nodes():
        properties = [p.name for p in nodes.type.properties]
        place = next((properties.index(name) for name in _NAMES if name in properties), None)
        if place is not None:
            yield from ((row, row[place]) for row in nodes.rows)


def _line(values: tuple[Any, ...]) -> bytes:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerow(map(encode, values))
    return utf8(file.getvalue())
