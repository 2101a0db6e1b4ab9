"""The formats that the graph can be written in, by name."""

from __future__ import annotations

from enum import StrEnum


class GraphFormat(StrEnum):
    """What a graph can be written as."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    JSONLD = "jsonld"
    NODE_LINK = "node-link"
    NEO4J_ADMIN = "neo4j-admin"
    PARQUET = "parquet"
    UCINET = "ucinet"
    PAJEK = "pajek"
    EDGE_CSV = "edge-csv"


FOLDERS = frozenset({GraphFormat.NEO4J_ADMIN, GraphFormat.PARQUET})
"""The formats that are folders of several files."""
