"""The graph as Parquet files, with the Cypher that loads them into Ladybug.

A file a label, and one a type of edges and pair of labels; the edges have the ids of their ends
in `from` and `to`. Values have the types of the schema: lists are lists, days are dates.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from graphmodel.model.errors import OutputError
from graphmodel.model.files import utf8
from graphmodel.model.graph import Row
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES, Property
from graphmodel.stores.files.tables import GraphTables, file_of_edges, file_of_nodes
from graphmodel.stores.ladybug_statements import schema

SCRIPT = "load.cypher"
NAMES = (
    *(f"{file_of_nodes(node)}.parquet" for node in NODE_TYPES),
    *(f"{file_of_edges(edge, pair)}.parquet" for edge in EDGE_TYPES for pair in edge.pairs),
    SCRIPT,
)
"""The files of the folder."""

_ROWS = 20_000
"""Rows that are kept in memory, and stand in one group of the file."""
_ENDS = (Property("from", "str", ""), Property("to", "str", ""))


def write(tables: GraphTables, folder: Path) -> None:
    """Write the files into a folder.

    Raises:
        OutputError: `missing_package` (pyarrow).
        OSError: They cannot be written.
    """
    for nodes in tables.nodes():
        path = folder / f"{file_of_nodes(nodes.type)}.parquet"
        _write_table(path, nodes.type.properties, nodes.rows)
    for edges in tables.edges():
        path = folder / f"{file_of_edges(edges.type, edges.pair)}.parquet"
        _write_table(path, (*_ENDS, *edges.type.properties), edges.rows)
    (folder / SCRIPT).write_bytes("".join(f"{line};\n" for line in statements()).encode())


def _pyarrow() -> Any:
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise OutputError("parquet", "missing_package", package="graphmodel[parquet]") from error
    return pyarrow


def _write_table(path: Path, properties: Sequence[Property], rows: Iterable[Row]) -> None:
    pyarrow = _pyarrow()
    types = {
        "int": pyarrow.int64(),
        "float": pyarrow.float64(),
        "bool": pyarrow.bool_(),
        "date": pyarrow.date32(),
        "strings": pyarrow.list_(pyarrow.string()),
    }
    schema = pyarrow.schema([(p.name, types.get(p.type, pyarrow.string())) for p in properties])
    remaining = iter(rows)
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        while batch := list(islice(remaining, _ROWS)):
            columns = zip(zip(*batch, strict=True), properties, schema.types, strict=True)
            arrays = [pyarrow.array(_column(c, p.type), type=type_) for c, p, type_ in columns]
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))


def _column(values: Iterable[Any], type_: str) -> list[Any]:
    """The values of a column as Parquet takes them."""
    if type_ == "date":
        return [None if v is None else datetime.date.fromisoformat(v) for v in values]
    if type_ == "strings":
        return [None if v is None else list(map(_text, v)) for v in values]
    if type_ in ("str", "path"):
        return [None if v is None else _text(v) for v in values]
    return list(values)


def _text(text: str) -> str:
    """The text, half a character, which UTF-8 cannot hold, as its escape."""
    return text if text.isascii() else utf8(text).decode()


def statements() -> Iterator[str]:
    """The statements that make tables and fill them from the files, in order."""
    yield from schema()
    for node in NODE_TYPES:
        yield f"COPY {node.label} FROM '{file_of_nodes(node)}.parquet'"
    for edge in EDGE_TYPES:
        for source, target in edge.pairs:
            file = f"{file_of_edges(edge, (source, target))}.parquet"
            yield f"COPY {edge.type} FROM '{file}' (from='{source}', to='{target}')"
