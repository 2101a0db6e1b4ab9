"""The declaration of the graph: complete, without contradiction, and what the graph keeps to."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graphmodel.model.columns import columns_of
from graphmodel.model.edges import edge_tables
from graphmodel.model.facts import TABLES
from graphmodel.model.graph import Derived, Pair, node_tables
from graphmodel.model.schema import (
    EDGE_TYPES,
    KEY,
    NODE_TYPES,
    PLAN,
    EdgeType,
    NodeType,
    schema_page,
)
from tests.model.building import SOUND

LABELS = {node.label for node in NODE_TYPES}
TYPES = {"str", "int", "float", "bool", "path", "strings", "date"}
DERIVED = {
    "Plan": {"facts"},
    "Task": {"due", "recurrences"},
    "LEADS": {"co_leads", "repeats"},
    "SUPPORTS": {"boilerplate", "repeats"},
    "ENGAGED_IN": {"repeats"},
    **{kind: {"plan"} for kind in ("PART_OF", "HAS_TARGET", "HAS_DEADLINE")},
    **{kind: {"plan"} for kind in ("OWES", "OWED_TO", "ISSUED_BY", "NAMES")},
    "COLLABORATES_WITH": {
        *("plan", "tasks", "lead_support", "co_lead", "support_support", "boilerplate")
    },
}
"""Properties that no column holds."""
SOURCES = {
    "LEADS": "responsibilities",
    "SUPPORTS": "responsibilities",
    "ENGAGED_IN": "responsibilities",
    "MEASURES": "measures",
    "REPORTS_TO": "duties",
    "NAMES": "units",
}
"""The tables whose rows are edges, or, of NAMES, what an edge keeps."""
PAIR = Pair("p", "甲县:住建", "供电", 3, 1, 2, 0, 0)
WHOLE = Derived(frozenset({"p#1.1/0.support.0"}), frozenset({"p#1.1/1.lead.0"}), (PAIR,))


def columns(table: str) -> dict[str, tuple[str, str]]:
    """Type and doc of each column; days are texts in the facts, and days in the graph."""
    days = {"issued", "date"}
    return {
        c.name: ("date" if c.name in days else c.type, c.doc) for c in columns_of(TABLES[table])
    }


def test_what_there_is() -> None:
    assert [node.label for node in NODE_TYPES] == [
        *("Jurisdiction", "Unit", "Collective", "Plan", "Section", "Task", "Indicator", "Target"),
        *("Deadline", "Duty"),
    ]
    assert [edge.type for edge in EDGE_TYPES] == [
        *("LEADS", "SUPPORTS", "ENGAGED_IN", "MEASURES", "PART_OF", "HAS_TARGET", "HAS_DEADLINE"),
        *("OWES", "OWED_TO", "REPORTS_TO", "ISSUED_BY", "NAMES", "COLLABORATES_WITH"),
        *("BELONGS_TO", "CITES"),
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


def test_shared_nodes_go_with_no_plan_and_all_others_with_one() -> None:
    shared = {node.label for node in NODE_TYPES if node.shared}
    assert shared == {"Jurisdiction", "Unit", "Collective"}
    with_plan = {n.label for n in NODE_TYPES if any(p.name == PLAN for p in n.properties)}
    assert with_plan == LABELS - shared - {"Plan"}


def test_edges_that_no_plan_says() -> None:
    assert {edge.type for edge in EDGE_TYPES if not edge.said_by_plans} == {"BELONGS_TO", "CITES"}


@pytest.mark.parametrize("edge", EDGE_TYPES, ids=lambda edge: edge.type)
def test_key_of_an_edge_is_one_of_its_properties(edge: EdgeType) -> None:
    assert edge.key is None or edge.key in {p.name for p in edge.properties}


def test_nodes_keep_to_the_schema() -> None:
    found = list(node_tables(SOUND))
    assert [table.type for table in found] == list(NODE_TYPES)
    for table in found:
        rows = list(table.rows)
        assert rows, table.type.label
        assert {len(row) for row in rows} == {len(table.type.properties)}


def test_edges_keep_to_the_schema() -> None:
    """Every type and pair of labels has its table, and every type an edge; ends are nodes."""
    ids = {table.type.label: {row[0] for row in table.rows} for table in node_tables(SOUND)}
    found = list(edge_tables(SOUND, WHOLE))
    assert [(table.type, table.pair) for table in found] == [
        (edge, pair) for edge in EDGE_TYPES for pair in edge.pairs
    ]
    filled = set()
    for table in found:
        source, target = table.pair
        for row in table.rows:
            filled.add(table.type.type)
            assert row[0] in ids[source]
            assert row[1] in ids[target]
            assert len(row) == 2 + len(table.type.properties)
    assert filled == {edge.type for edge in EDGE_TYPES}


def test_rows_have_values_of_the_declared_types() -> None:
    plain = {"path": str, "date": str, "strings": tuple}
    kinds = {"str": str, "int": int, "float": float, "bool": bool, **plain}
    tables = [(t.type.properties, list(t.rows), 0) for t in node_tables(SOUND)]
    tables += [(t.type.properties, list(t.rows), 2) for t in edge_tables(SOUND, WHOLE)]
    for properties, rows, before in tables:
        for row in rows:
            for p, value in zip(properties, row[before:], strict=True):
                assert value is None or type(value) is kinds[p.type], p.name


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
    shares = "shares tasks with, the smaller id first (derived; one edge a pair and plan)"
    assert f"{shares}: Unit → Unit" in schema_page()
    assert "is to reach: Task → Target, Plan → Target" in schema_page()
