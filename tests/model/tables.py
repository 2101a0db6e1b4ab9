"""Nodes and edges of facts as tests read them: by label or type, and by the names of properties."""

from __future__ import annotations

from typing import Any

from graphmodel.model.edges import edge_tables
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived, Row, node_tables
from tests.model.building import SOUND

NOTHING = Derived()


def nodes(label: str, facts: Facts = SOUND) -> list[dict[str, Any]]:
    """The nodes of a label, each by the names of its properties."""
    (table,) = (table for table in node_tables(facts) if table.type.label == label)
    names = [p.name for p in table.type.properties]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def rows(kind: str, facts: Facts = SOUND, derived: Derived = NOTHING) -> list[Row]:
    """The edges of a type, table after table."""
    tables = edge_tables(facts, derived)
    return [row for table in tables if table.type.type == kind for row in table.rows]


def edges(kind: str, facts: Facts = SOUND, derived: Derived = NOTHING) -> list[dict[str, Any]]:
    """The edges of a type, each by the names of its properties and `from` and `to`."""
    kinds = {table.type.type: table.type for table in edge_tables(facts, derived)}
    names = ["from", "to", *(p.name for p in kinds[kind].properties)]
    return [dict(zip(names, row, strict=True)) for row in rows(kind, facts, derived)]


def ends(kind: str, facts: Facts = SOUND) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in rows(kind, facts)]
