"""The Cypher that loads, reads and deletes our elements in Ladybug, made from the declaration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphmodel.model.schema import EDGE_TYPES, KEY, NODE_TYPES, PLAN, EdgeType, NodeType, Property
from graphmodel.stores.contract import EdgePair

_TYPES = {
    "str": "STRING",
    "int": "INT64",
    "float": "DOUBLE",
    "bool": "BOOL",
    "path": "STRING",
    "strings": "STRING[]",
    "date": "DATE",
}


def schema() -> Iterator[str]:
    """The tables of nodes and edges, and what other engines call by another name."""
    yield "DROP MACRO IF EXISTS type"
    for node in NODE_TYPES:
        columns = ", ".join(_column(p) for p in node.properties)
        yield f"CREATE NODE TABLE IF NOT EXISTS {node.label}({columns}, PRIMARY KEY({KEY}))"
    for edge in EDGE_TYPES:
        parts = [f"FROM {source} TO {target}" for source, target in edge.pairs]
        parts += [_column(p) for p in edge.properties]
        yield f"CREATE REL TABLE IF NOT EXISTS {edge.type}({', '.join(parts)})"
    yield "CREATE MACRO type(r) AS label(r)"


def _column(p: Property) -> str:
    return f"`{p.name}` {_TYPES[p.type]}"


def nodes(kind: NodeType, by: str | None) -> str:
    """The nodes of a type; those whose property `by` is among `$values`, or all."""
    where = f" WHERE n.{by} IN $values" if by else ""
    return f"MATCH (n:{kind.label}){where} RETURN {_returned('n', kind.properties)}"


def edges(kind: EdgeType, pair: EdgePair, by: str | None) -> str:
    """The edges of a type; those of plans or sources among `$values`, or all.

    Args:
        kind: The type.
        pair: The labels of its ends.
        by: `plan`, `source` or None.
    """
    column = {"source": f"a.{KEY}", PLAN: f"r.{PLAN}"}.get(by or "")
    where = f" WHERE {column} IN $values" if column else ""
    properties = _returned("r", kind.properties)
    return (
        f"MATCH {_edge(kind, pair)}{where} "
        f"RETURN a.{KEY}, b.{KEY}{', ' if properties else ''}{properties}"
    )


def claims(names: EdgeType, label: str) -> str:
    """Edges NAMES to nodes with `$ids` from plans that are not among `$but`."""
    return (
        f"MATCH {_edge(names, ('Plan', label))} WHERE b.{KEY} IN $ids AND NOT a.{KEY} IN $but "
        f"RETURN a.{KEY}, b.{KEY}, {_returned('r', names.properties)}"
    )


def unclaimed(label: str) -> str:
    """The ids of nodes without a plan of their own that no plan names."""
    own = f"n.{PLAN} IS NULL AND " if label == "Indicator" else ""
    return f"MATCH (n:{label}) WHERE {own}NOT (n)<-[:NAMES]-(:Plan) RETURN n.{KEY}"


def copy_nodes(kind: NodeType) -> str:
    """Write all rows of the data frame `frame` as nodes."""
    return f"COPY {kind.label} FROM frame"


def copy_edges(kind: EdgeType, pair: EdgePair) -> str:
    """Write all rows of the data frame `frame` as edges."""
    return f"COPY {kind.type} FROM frame (from='{pair[0]}', to='{pair[1]}')"


def create_nodes(kind: NodeType) -> str:
    """Write `$rows` as nodes."""
    return f"UNWIND $rows AS row CREATE (n:{kind.label} {{{_values(kind.properties)}}})"


def create_edges(kind: EdgeType, pair: EdgePair) -> str:
    """Write `$rows` as edges between nodes that are there."""
    return f"{_ends(pair)} CREATE (a)-[r:{kind.type} {{{_values(kind.properties)}}}]->(b)"


def set_nodes(kind: NodeType) -> str:
    """Give the nodes of `$rows` other properties."""
    values = _set("n", kind.properties, KEY)
    return f"UNWIND $rows AS row MATCH (n:{kind.label} {{{KEY}: row.{KEY}}}) SET {values}"


def set_edges(kind: EdgeType, pair: EdgePair) -> str:
    """Give the edges of `$rows` other properties."""
    return f"{_found(kind, pair)} SET {_set('r', kind.properties, kind.key)}"


def delete_edges(kind: EdgeType, pair: EdgePair) -> str:
    """Delete the edges with the ends and the key of `$rows`."""
    return f"{_found(kind, pair)} DELETE r"


def delete_nodes(kind: NodeType) -> str:
    """Delete the nodes with the ids of `$ids` and their edges."""
    return f"MATCH (n:{kind.label}) WHERE n.{KEY} IN $ids DETACH DELETE n"


def clear() -> Iterator[str]:
    """Delete everything and the schema."""
    yield "DROP MACRO IF EXISTS type"
    yield from (f"DROP TABLE IF EXISTS {edge.type}" for edge in EDGE_TYPES)
    yield from (f"DROP TABLE IF EXISTS {node.label}" for node in NODE_TYPES)


def count_nodes(kind: NodeType) -> str:
    """How many nodes of a type there are."""
    return f"MATCH (n:{kind.label}) RETURN count(n)"


def count_edges(kind: EdgeType, pair: EdgePair) -> str:
    """How many edges of a type there are between two kinds of nodes."""
    return f"MATCH {_edge(kind, pair)} RETURN count(r)"


def _edge(kind: EdgeType, pair: EdgePair) -> str:
    return f"(a:{pair[0]})-[r:{kind.type}]->(b:{pair[1]})"


def _ends(pair: EdgePair) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{pair[0]} {{{KEY}: row._source}}) "
        f"MATCH (b:{pair[1]} {{{KEY}: row._target}})"
    )


def _found(kind: EdgeType, pair: EdgePair) -> str:
    key = f" WHERE r.{kind.key} = row.{kind.key}" if kind.key else ""
    return f"{_ends(pair)} MATCH (a)-[r:{kind.type}]->(b){key}"


def _returned(of: str, properties: Iterable[Property]) -> str:
    return ", ".join(f"{of}.`{p.name}`" for p in properties)


def _set(of: str, properties: Iterable[Property], key: str | None) -> str:
    return ", ".join(f"{of}.`{p.name}` = {_value(p)}" for p in properties if p.name != key)


def _values(properties: Iterable[Property]) -> str:
    return ", ".join(f"`{p.name}`: {_value(p)}" for p in properties)


def _value(p: Property) -> str:
    return f"CAST(row.`{p.name}` AS {_TYPES[p.type]})"
