"""Writing the graph in any of the formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from graphmodel.model.files import write_folder_atomically, write_text_atomically
from graphmodel.stores.files import (
    edge_csv,
    gexf,
    graphml,
    jsonld,
    neo4j_admin,
    networks,
    node_link,
    parquet,
)
from graphmodel.stores.files.formats import FOLDERS, GraphFormat
from graphmodel.stores.files.tables import GraphTables

_PIECES: dict[GraphFormat, Callable[[GraphTables], Iterator[bytes]]] = {
    GraphFormat.GRAPHML: graphml.pieces,
    GraphFormat.GEXF: gexf.pieces,
    GraphFormat.JSONLD: jsonld.pieces,
    GraphFormat.NODE_LINK: node_link.pieces,
    GraphFormat.UCINET: networks.ucinet_pieces,
    GraphFormat.PAJEK: networks.pajek_pieces,
    GraphFormat.EDGE_CSV: edge_csv.pieces,
}
_FOLDERS = {GraphFormat.NEO4J_ADMIN: neo4j_admin, GraphFormat.PARQUET: parquet}


def pieces(tables: GraphTables, form: GraphFormat) -> Iterator[bytes]:
    """The graph in a format that is one file, piece by piece in UTF-8."""
    return _PIECES[form](tables)


def write(tables: GraphTables, path: Path, form: GraphFormat) -> None:
    """Write the graph, whole or not at all: a file, or a folder where the format has several.

    Raises:
        OutputError: `unwritable`; `not_a_folder`, where a folder holds other files;
            `missing_package` (pyarrow, for Parquet).
    """
    if form in FOLDERS:
        writer = _FOLDERS[form]
        write_folder_atomically(path, writer.NAMES, lambda folder: writer.write(tables, folder))
    else:
        write_text_atomically(path, pieces(tables, form))
