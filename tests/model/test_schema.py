"""The declaration of the graph: complete, without contradiction, and what the graph keeps to."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graphmodel.model.columns import columns_of
from graphmodel.model.facts import TABLES
from graphmodel.model.graph import Derived, edges, nodes
from graphmodel.model.schema import EDGE_TYPES, KEY, NODE_TYPES, EdgeType, NodeType, schema_page
from tests.model.building import SOUND

LABELS = {node.label for node in NODE_TYPES}
TYPES = {"str", "int", "float", "bool", "path", "strings", "date"}
DERIVED = {
    "Task": {"due", "recurrences"},
    "LEADS": {"co_leads"},
    "SUPPORTS": {"boilerplate"},
    "COLLABORATES_WITH": {"tasks", "lead_support", "co_lead", "support_support"},
}
"""Properties that no column holds."""
SOURCES = {
    "LEADS": "responsibilities",
    "SUPPORTS": "responsibilities",
    "ENGAGED_IN": "responsibilities",
    "MEASURES": "measures",
    "REPORTS_TO": "duties",
}
"""The tables whose rows are edges."""
PAIR = {
    "unit_a": "甲县:住建",
    "unit_b": "供电",
    "tasks": 3,
    "lead_support": 1,
    "co_lead": 2,
    "support_support": 0,
    "task_ids": ("p#1.1",),
}
WHOLE = Derived(frozenset({"p#1.1/0.support.0"}), (PAIR,))


def columns(table: str) -> dict[str, tuple[str, str]]:
    return {c.name: (c.type, c.doc) for c in columns_of(TABLES[table])}


def test_what_there_is() -> None:
    assert [node.label for node in NODE_TYPES] == [
        *("Jurisdiction", "Unit", "Collective", "Plan", "Section", "Task", "Indicator", "Target"),
    ]
    assert [edge.type for edge in EDGE_TYPES] == [
        *("LEADS", "SUPPORTS", "ENGAGED_IN", "MEASURES", "PART_OF", "HAS_TARGET"),
        *("BELONGS_TO", "ISSUED_BY", "CITES", "REPORTS_TO", "COLLABORATES_WITH"),
    ]


@pytest.mark.parametrize("node", NODE_TYPES, ids=lambda node: node.label)
def test_properties_of_a_node_are_columns_of_its_table(node: NodeType) -> None:
    known = columns(node.table)
    names = [p.name for p in node.properties]
    assert names[0] == KEY
    assert len(set(names)) == len(names)
    assert set(names) - known.keys() == DERIVED.get(node.label, set())
    for p in node.properties:
        assert p.type in TYPES
        assert p.doc
        assert p.name not in known or (p.type, p.doc) == known[p.name]


@pytest.mark.parametrize("edge", EDGE_TYPES, ids=lambda edge: edge.type)
def test_edge_joins_declared_nodes_and_has_properties_that_exist(edge: EdgeType) -> None:
    assert {label for pair in edge.pairs for label in pair} <= LABELS
    assert len(set(edge.pairs)) == len(edge.pairs) > 0
    known = columns(SOURCES[edge.type]) if edge.type in SOURCES else {}
    names = [p.name for p in edge.properties]
    assert len(set(names)) == len(names)
    assert set(names) - known.keys() == DERIVED.get(edge.type, set())
    for p in edge.properties:
        assert p.type in TYPES
        assert p.doc
        assert p.name not in known or (p.type, p.doc) == known[p.name]


def test_nodes_keep_to_the_schema() -> None:
    declared = {node.label: [p.name for p in node.properties] for node in NODE_TYPES}
    found = list(nodes(SOUND))
    assert {node.label for node in found} == LABELS
    for node in found:
        assert list(node.properties) == declared[node.label]
        assert node.properties[KEY] == node.id


def test_edges_keep_to_the_schema() -> None:
    declared = {edge.type: edge for edge in EDGE_TYPES}
    labels = {node.id: node.label for node in nodes(SOUND)}
    found = list(edges(SOUND, WHOLE))
    assert {edge.type for edge in found} == declared.keys()
    for edge in found:
        assert (labels[edge.source], labels[edge.target]) in declared[edge.type].pairs
        assert list(edge.properties) == [p.name for p in declared[edge.type].properties]


def test_page_shows_every_table_column_type_and_property() -> None:
    lines = schema_page().splitlines()
    headings = [line.removeprefix("### ") for line in lines if line.startswith("### ")]
    assert headings == [
        *TABLES,
        *(node.label for node in NODE_TYPES),
        *(edge.type for edge in EDGE_TYPES),
    ]
    rows = [line for line in lines if line.startswith("| `")]
    assert len(rows) == (
        sum(len(columns_of(record)) for record in TABLES.values())
        + sum(len(node.properties) for node in NODE_TYPES)
        + sum(len(edge.properties) for edge in EDGE_TYPES)
    )
    assert all(line.replace("\\|", "").count("|") == 4 for line in rows)
    assert "| `role` | lead \\| support \\| engaged | lead, support or engaged |" in rows
    section = "| `section` | str (may be absent) | the nearest heading above it; id of `sections` |"
    assert section in rows


def test_rows_of_the_page_stand_in_tables() -> None:
    lines = schema_page().splitlines()
    heads = ("| column | type | what |", "| property | type | what |")
    for above, line in pairwise(lines):
        if line.startswith("| `"):
            assert above.startswith(("| `", "|---|---|---|"))
        elif line == "|---|---|---|":
            assert above in heads
        elif line in heads:
            assert above == ""


def test_page_names_the_pairs_of_an_edge() -> None:
    assert "shares tasks with (derived; one edge a pair): Unit → Unit" in schema_page()
    assert "is to reach: Task → Target, Plan → Target" in schema_page()
