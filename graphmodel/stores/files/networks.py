"""The network of units that share tasks, for programs of network analysis: UCINET and Pajek.

A vertex is a unit or outside body, an edge two of them that share tasks, its value how many;
tasks of several plans are added up. Groups named as one have no edges, and are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from graphmodel.model.graph import Row
from graphmodel.model.naming import told_apart
from graphmodel.model.schema import EdgeType, NodeType
from graphmodel.stores.files.tables import GraphTables

_UNIT, _SHARE = "Unit", "COLLABORATES_WITH"
_ODD = re.compile(r'[\x00-\x1f\x7f-\x9f"\ud800-\udfff\ufffe\uffff]')
"""What ends a label in quotes, or a line, or is no character."""
_LONGEST_OF_UCINET = 18
"""Characters of a label; UCINET cuts longer ones, and takes small letters for capital ones."""
_LONGEST_OF_PAJEK = 255
_BYTE_ORDER_MARK = "\ufeff"
"""Pajek reads UTF-8 where a file begins with it."""


@dataclass(frozen=True, slots=True)
class _Network:
    labels: Sequence[str]
    values: Sequence[tuple[int, int, int]]
    """Two vertices, by their numbers from 1, and how many tasks they share."""


def ucinet_pieces(tables: GraphTables) -> Iterator[bytes]:
    """The network in the data language of UCINET, a matrix by its cells that are not 0."""
    network = _network(tables, _LONGEST_OF_UCINET)
    yield f"dl n = {len(network.labels)}\nformat = edgelist1\nlabels:\n".encode()
    for label in network.labels:
        yield f'"{label}"\n'.encode()
    yield b"data:\n"
    for a, b, value in network.values:
        yield f"{a} {b} {value}\n{b} {a} {value}\n".encode()


def pajek_pieces(tables: GraphTables) -> Iterator[bytes]:
    """The network in the format of Pajek (.net)."""
    network = _network(tables, _LONGEST_OF_PAJEK)
    yield f"{_BYTE_ORDER_MARK}% graphmodel\n*Vertices {len(network.labels)}\n".encode()
    for number, label in enumerate(network.labels, start=1):
        yield f'{number} "{label}"\n'.encode()
    yield b"*Edges\n"
    for edge in network.values:
        yield "{} {} {}\n".format(*edge).encode()


def _network(tables: GraphTables, longest: int) -> _Network:
    units = [
        (row[0], _value(row, nodes.type, "name"), _value(row, nodes.type, "jurisdiction"))
        for nodes in tables.nodes()
        if nodes.type.label == _UNIT
        for row in nodes.rows
    ]
    places = {key: number for number, (key, *_) in enumerate(units, start=1)}
    tasks: Counter[tuple[int, int]] = Counter()
    for edges in tables.edges():
        if edges.type.type == _SHARE:
            for row in edges.rows:
                tasks[places[row[0]], places[row[1]]] += _value(row[2:], edges.type, "tasks")
    tables.edge_count = len(tasks)  # of several plans there is one edge
    values = [(a, b, value) for (a, b), value in sorted(tasks.items())]
    return _Network(_labels(units, longest), values)


def _value(row: Row, kind: NodeType | EdgeType, name: str) -> Any:
    return row[[p.name for p in kind.properties].index(name)]


def _labels(units: Sequence[tuple[str, str, str | None]], longest: int) -> list[str]:
    """The names of units, with their place where several have one name."""
    counts = Counter(name for _, name, _ in units)
    full = (name if counts[name] == 1 else f"{name}({place or key})" for key, name, place in units)
    return told_apart((_ODD.sub("_", label) or "_" for label in full), longest)
