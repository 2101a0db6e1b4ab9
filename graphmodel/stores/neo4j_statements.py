"""The Cypher that loads, reads and deletes our elements in Neo4j, made from the declaration.

Labels, types and names of properties come from the declaration and the prefix alone; everything
that plans say travels as parameters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphmodel.model.schema import EDGE_TYPES, KEY, NODE_TYPES, PLAN, EdgeType, NodeType, Property
from graphmodel.stores.contract import EdgePair

MARK = "Graphmodel"
"""A label that every node of ours has beside its own."""
_LINKS = "|".join(edge.type for edge in EDGE_TYPES)
_OF_PLANS = [node.label for node in NODE_TYPES if not node.shared and node.label != "Indicator"]
"""Labels of nodes that always go with a plan, so that they lead to its edges."""


class Statements:
    """The statements for the labels of one prefix.

    Args:
        prefix: What our labels begin with in this database.
    """

    def __init__(self, prefix: str) -> None:
        """Take the prefix, which has to be checked before."""
        self._prefix = prefix
        self.mark = f"{prefix}{MARK}"

    def label(self, label: str) -> str:
        """A label of ours, as it stands in the database."""
        return f"{self._prefix}{label}"

    def schema(self) -> list[str]:
        """Constraints and indexes, each only where it is not there yet.

        Edges have none: where there are no edges yet, the planner would find those to merge by
        going through such an index from end to end, once for each row of a batch.
        """
        made = []
        for node in NODE_TYPES:
            label = self.label(node.label)
            made.append(
                f"CREATE CONSTRAINT {self._name(node, KEY)} IF NOT EXISTS "
                f"FOR (n:{label}) REQUIRE n.{KEY} IS UNIQUE"
            )
            made += [
                f"CREATE INDEX {self._name(node, name)} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
                for name in node.looked_up
            ]
        return made

    def _name(self, kind: NodeType, name: str) -> str:
        return f"graphmodel_{self._prefix}{kind.label}_{name}"

    @staticmethod
    def made(statement: str) -> str:
        """The name of the constraint or index that a statement of `schema` makes."""
        return statement.split()[2]

    def drop_schema(self) -> list[str]:
        """The statements that undo `schema`."""
        return [f"DROP {words[1]} {words[2]} IF EXISTS" for words in map(str.split, self.schema())]

    def foreign(self) -> str:
        """Each label of ours, and how many nodes have it and are not ours."""
        return " UNION ALL ".join(
            f"MATCH (n:{label}) WHERE NOT n:{self.mark} "
            f"RETURN '{label}' AS label, count(n) AS count"
            for label in (self.label(node.label) for node in NODE_TYPES)
        )

    def nodes(self, kind: NodeType, by: str | None) -> str:
        """The nodes of a type; those whose property `by` is among `$values`, or all."""
        where = f" WHERE n.{by} IN $values" if by else ""
        return f"MATCH (n:{self.label(kind.label)}){where} RETURN {_returned('n', kind.properties)}"

    def edges(self, kind: EdgeType, pair: EdgePair, by: str | None) -> str:
        """The edges of a type; those of plans or sources among `$values`, or all.

        Args:
            kind: The type.
            pair: The labels of its ends.
            by: `plan`, `source` or None.
        """
        end = _owned_end(pair)
        ends = f"(a:{self.label(pair[0])})-[r:{kind.type}]->(b:{self.label(pair[1])})"
        if by == "source":
            found = f"MATCH (a:{self.label(pair[0])}) WHERE a.{KEY} IN $values MATCH {ends}"
        elif by == PLAN and end:
            owner = KEY if end[1] == "Plan" else PLAN
            found = (
                f"MATCH ({end[0]}:{self.label(end[1])}) WHERE {end[0]}.{owner} IN $values "
                f"MATCH {ends} WHERE r.{PLAN} IN $values"
            )
        else:
            found = f"MATCH {ends}" + (f" WHERE r.{PLAN} IN $values" if by else "")
        properties = _returned("r", kind.properties)
        return f"{found} RETURN a.{KEY}, b.{KEY}{', ' if properties else ''}{properties}"

    def claims(self, names: EdgeType, label: str) -> str:
        """Edges NAMES to nodes with `$ids` from plans that are not among `$but`."""
        return (
            f"MATCH (a:{self.label('Plan')})-[r:{names.type}]->(b:{self.label(label)}) "
            f"WHERE b.{KEY} IN $ids AND NOT a.{KEY} IN $but "
            f"RETURN a.{KEY}, b.{KEY}, {_returned('r', names.properties)}"
        )

    def unclaimed(self, label: str) -> str:
        """The ids of nodes without a plan of their own that no plan names."""
        own = "" if label != "Indicator" else f"n.{PLAN} IS NULL AND "
        return (
            f"MATCH (n:{self.label(label)}) "
            f"WHERE {own}NOT EXISTS {{ (n)<-[:NAMES]-(:{self.label('Plan')}) }} RETURN n.{KEY}"
        )

    def put_nodes(self, kind: NodeType) -> str:
        """Write the nodes of `$rows`."""
        return (
            f"UNWIND $rows AS row MERGE (n:{self.label(kind.label)} {{{KEY}: row[0]}}) "
            f"SET n:{self.mark}{_set('n', kind.properties, 0, KEY)}"
        )

    def put_edges(self, kind: EdgeType, pair: EdgePair) -> str:
        """Write the edges of `$rows`, between nodes that are there."""
        values = _set("r", kind.properties, 2, kind.key)
        return (
            f"UNWIND $rows AS row {self._ends(pair)} "
            f"MERGE (a)-[r:{kind.type}{_key(kind)}]->(b)"
            + (f" SET {values.removeprefix(', ')}" if values else "")
        )

    def delete_edges(self, kind: EdgeType, pair: EdgePair) -> str:
        """Delete the edges with the ends and the key of `$rows`."""
        return (
            f"UNWIND $rows AS row {self._ends(pair)} "
            f"MATCH (a)-[r:{kind.type}{_key(kind)}]->(b) DELETE r"
        )

    def _ends(self, pair: EdgePair) -> str:
        source, target = map(self.label, pair)
        return f"MATCH (a:{source} {{{KEY}: row[0]}}) MATCH (b:{target} {{{KEY}: row[1]}})"

    def delete_nodes(self, kind: NodeType) -> list[str]:
        """Delete the nodes with the ids of `$rows` and our edges of theirs.

        One that other people's relationships hang on stays, for them, without our labels.
        """
        found = f"UNWIND $rows AS row MATCH (n:{self.label(kind.label)} {{{KEY}: row[0]}})"
        return [
            f"{found}-[r:{_LINKS}]-(:{self.mark}) DELETE r",
            f"{found} WHERE NOT EXISTS {{ (n)--() }} DELETE n",
            f"{found} REMOVE n:{self.label(kind.label)}:{self.mark}",
        ]

    def clear(self) -> list[str]:
        """Delete everything of ours in transactions of bounded size."""
        each = "IN TRANSACTIONS OF 10000 ROWS"
        labels = "".join(f":{self.label(node.label)}" for node in NODE_TYPES)
        return [
            f"MATCH (:{self.mark})-[r:{_LINKS}]->(:{self.mark}) CALL (r) {{ DELETE r }} {each}",
            f"MATCH (n:{self.mark}) WHERE NOT EXISTS {{ (n)--() }} CALL (n) {{ DELETE n }} {each}",
            f"MATCH (n:{self.mark}) CALL (n) {{ REMOVE n:{self.mark}{labels} }} {each}",
        ]

    def count_nodes(self, kind: NodeType) -> str:
        """How many nodes of a type are ours."""
        return f"MATCH (n:{self.label(kind.label)}) WHERE n:{self.mark} RETURN count(n)"

    def count_edges(self, kind: EdgeType) -> str:
        """How many edges of a type are ours."""
        return f"MATCH (:{self.mark})-[r:{kind.type}]->() RETURN count(r)"


def _owned_end(pair: EdgePair) -> tuple[str, str] | None:
    """Which end of an edge goes with a plan, as `a` or `b` and label; None: neither surely does."""
    for name, label in (("b", pair[1]), ("a", pair[0])):
        if label in _OF_PLANS:
            return name, label
    return None


def _returned(of: str, properties: Iterable[Property]) -> str:
    return ", ".join(f"{of}.`{p.name}`" for p in properties)


def _set(of: str, properties: Sequence[Property], offset: int, key: str | None) -> str:
    """Assignments from the cells of a row, each with a comma before it."""
    return "".join(
        f", {of}.`{p.name}` = " + (f"date({cell})" if p.type == "date" else cell)
        for place, p in enumerate(properties, start=offset)
        if p.name != key and (cell := f"row[{place}]")
    )


def _key(kind: EdgeType) -> str:
    """What tells an edge from others between the same nodes, from a cell of the row."""
    if kind.key is None:
        return ""
    place = 2 + [p.name for p in kind.properties].index(kind.key)
    return f" {{{kind.key}: row[{place}]}}"
