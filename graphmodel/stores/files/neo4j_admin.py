"""The graph as CSV files for `neo4j-admin database import full`, with the command to run.

Node files have the columns of the schema; the first is the id, in a group named as the label.
Texts stand in quotation marks, so that "" is the empty text and nothing at all is None. The tool
has no empty list: it leaves the property out. `after-import.cypher` adds that, with what a store
makes before it loads: constraints and indexes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from graphmodel.model.columns import columns_of, encode
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.files import utf8
from graphmodel.model.graph import EdgeTable, NodeTable, Row
from graphmodel.model.schema import EDGE_TYPES, KEY, NODE_TYPES, Property
from graphmodel.stores.files.tables import GraphTables, file_of_edges, file_of_nodes
from graphmodel.stores.neo4j_statements import MARK, Statements

COMMAND = "import.txt"
AFTER = "after-import.cypher"
_NODE_FILES = [f"{file_of_nodes(node)}.csv" for node in NODE_TYPES]
_EDGE_FILES = [f"{file_of_edges(edge, pair)}.csv" for edge in EDGE_TYPES for pair in edge.pairs]
NAMES = (*_NODE_FILES, *_EDGE_FILES, COMMAND, AFTER)
"""The files of the folder."""

_TYPES = {
    "int": ":long",
    "float": ":double",
    "bool": ":boolean",
    "date": ":date",
    "strings": ":string[]",
}
_DELIMITERS: tuple[str, ...] = (*";|\x1f\x1e", *map(chr, range(0xE000, 0xF900)))
"""What may stand between the members of a list; the tool knows no way to quote it in one."""

Cell = Callable[[Any], str]


def write(tables: GraphTables, folder: Path) -> None:
    """Write the files into a folder.

    Raises:
        OSError: They cannot be written.
    """
    delimiter = _delimiter(tables.facts)
    cells = _cells(delimiter)
    for nodes in tables.nodes():
        _write(folder / f"{file_of_nodes(nodes.type)}.csv", _node_lines(nodes, cells, delimiter))
    for edges in tables.edges():
        name = f"{file_of_edges(edges.type, edges.pair)}.csv"
        _write(folder / name, _edge_lines(edges, cells))
    _write(folder / COMMAND, [_command(delimiter)])
    _write(folder / AFTER, _after())


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("wb") as file:
        file.writelines(utf8(f"{line}\n") for line in lines)


def _delimiter(facts: Facts) -> str:
    """The first delimiter that occurs in no member of a list."""
    used: set[str] = set()
    for table, record in TABLES.items():
        lists = [column.name for column in columns_of(record) if column.type == "strings"]
        for row in facts.rows(table) if lists else ():
            for name in lists:
                used.update(*getattr(row, name))
    return next(delimiter for delimiter in _DELIMITERS if delimiter not in used)


def _cells(delimiter: str) -> dict[str, Cell]:
    """How a value of each type is written; None is nothing at all, and so is an empty list."""
    return {
        **dict.fromkeys(("int", "float", "bool", "date"), encode),
        **dict.fromkeys(("str", "path"), _text),
        "strings": lambda texts: quoted(delimiter.join(texts)) if texts else "",
    }


def _text(text: str | None) -> str:
    return "" if text is None else quoted(text)


def quoted(text: str) -> str:
    """A text in quotation marks, those inside doubled."""
    return '"' + text.replace('"', '""') + '"'


def _node_lines(table: NodeTable, cells: dict[str, Cell], delimiter: str) -> Iterator[str]:
    label = table.type.label
    first, *others = table.type.properties
    yield ",".join((f"{first.name}:ID({label})", *map(_column, others), ":LABEL"))
    writers = [cells[p.type] for p in table.type.properties]
    labels = quoted(f"{label}{delimiter}{MARK}")
    for row in table.rows:
        yield f"{_line(writers, row)},{labels}"


def _edge_lines(table: EdgeTable, cells: dict[str, Cell]) -> Iterator[str]:
    source, target = table.pair
    columns = map(_column, table.type.properties)
    yield ",".join((f":START_ID({source})", f":END_ID({target})", ":TYPE", *columns))
    writers = [cells[p.type] for p in table.type.properties]
    for start, end, *row in table.rows:
        ends = (quoted(start), quoted(end), table.type.type)
        yield ",".join((*ends, *_parts(writers, row)))


def _column(p: Property) -> str:
    return f"{p.name}{_TYPES.get(p.type, '')}"


def _line(writers: Iterable[Cell], row: Row) -> str:
    return ",".join(_parts(writers, row))


def _parts(writers: Iterable[Cell], row: Iterable[Any]) -> Iterator[str]:
    return (write(value) for write, value in zip(writers, row, strict=True))


def _command(delimiter: str) -> str:
    """The command, to be run in the folder; it holds nothing that a shell would change."""
    options = {
        "id-type": "string",
        "array-delimiter": f"U+{ord(delimiter):04X}",
        "ignore-empty-strings": "false",
        "legacy-style-quoting": "false",
        "multiline-fields": "true",
        "trim-strings": "false",
        "bad-tolerance": "0",
    }
    words = [f"--{name}={value}" for name, value in options.items()]
    words += [f"--nodes={name}" for name in _NODE_FILES]
    words += [f"--relationships={name}" for name in _EDGE_FILES]
    # The database comes first: after --relationships the tool takes it for another file.
    return " ".join(("neo4j-admin", "database", "import", "full", "neo4j", *words))


def _after() -> Iterator[str]:
    """Statements for what the tool leaves out: constraints and indexes, and empty lists."""
    yield from (f"{statement};" for statement in Statements("").schema())
    kinds = [(f"(x:{node.label}:{MARK})", node.properties) for node in NODE_TYPES]
    kinds += [(f"()-[x:{edge.type}]->(:{MARK})", edge.properties) for edge in EDGE_TYPES]
    for pattern, properties in kinds:
        for p in properties:
            if p.type == "strings" and p.name != KEY:
                yield (
                    f"MATCH {pattern} WHERE x.`{p.name}` IS NULL "
                    f"CALL (x) {{ SET x.`{p.name}` = [] }} IN TRANSACTIONS OF 10000 ROWS;"
                )
