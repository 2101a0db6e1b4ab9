"""The graph: node types and edge types with keys and properties, declared once.

Store schemas, the schema page of the documentation and the elements of every store are made
from this declaration. A property is a column of the facts, or derived from several rows.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.model.columns import Column, Strings, columns_of
from graphmodel.model.facts import TABLES

KEY = "id"
"""The property that tells one node of a type from another, and one edge of a type from another."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or edge type."""

    name: str
    type: str
    """One of str, int, float, bool, path, strings, date."""
    doc: str


@dataclass(frozen=True, slots=True)
class NodeType:
    """A kind of node; its nodes are rows of one table."""

    label: str
    table: str
    doc: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A kind of edge."""

    type: str
    pairs: tuple[tuple[str, str], ...]
    """The labels that it may join, from and to."""
    doc: str
    properties: tuple[Property, ...]


def _columns(table: str, names: str) -> tuple[Property, ...]:
    columns: dict[str, Column] = {c.name: c for c in columns_of(TABLES[table])}
    return tuple(Property(n, columns[n].type, columns[n].doc) for n in names.split())


_DUE = (
    Property("due", "date", "the first day on which something of the task is due"),
    Property("recurrences", "strings", "how often something of the task is due"),
)
_SPAN = "plan start end"

NODE_TYPES: tuple[NodeType, ...] = (
    NodeType(
        "Jurisdiction",
        "jurisdictions",
        "a place that has bodies of its own",
        _columns("jurisdictions", "id name level"),
    ),
    NodeType(
        "Unit",
        "units",
        "a body; outside bodies have kind external",
        _columns("units", "id name kind function functions jurisdiction"),
    ),
    NodeType(
        "Collective",
        "units",
        "a group named as one, never counted as a unit's load",
        _columns("units", "id name kind function jurisdiction"),
    ),
    NodeType(
        "Plan",
        "plans",
        "a document and the programme that it sets up",
        _columns("plans", "id title doc_number issuers jurisdiction issued status references"),
    ),
    NodeType(
        "Section",
        "sections",
        "a numbered heading above tasks",
        _columns("sections", f"id path title {_SPAN}"),
    ),
    NodeType(
        "Task",
        "tasks",
        "what somebody has to do",
        (*_columns("tasks", f"id path title {_SPAN}"), *_DUE),
    ),
    NodeType(
        "Indicator",
        "indicators",
        "what is evaluated",
        _columns("indicators", f"id name level code {_SPAN}"),
    ),
    NodeType(
        "Target",
        "targets",
        "a number to be reached",
        _columns("targets", f"id metric op value unit {_SPAN}"),
    ),
)

_SAID = _columns("responsibilities", f"id mention group open_ended standing rule {_SPAN}")
_BASIS = _columns("responsibilities", "basis")
_BODIES = ("Unit", "Collective")


def _pairs(sources: Strings, targets: Strings) -> tuple[tuple[str, str], ...]:
    return tuple((source, target) for source in sources for target in targets)


EDGE_TYPES: tuple[EdgeType, ...] = (
    EdgeType(
        "LEADS",
        _pairs(_BODIES, ("Task", "Indicator")),
        "leads a task, or answers for an indicator",
        (
            *_SAID,
            *_BASIS,
            Property(
                "co_leads", "int", "bodies that lead in the same attribution, itself included"
            ),
        ),
    ),
    EdgeType(
        "SUPPORTS",
        _pairs(_BODIES, ("Task",)),
        "supports a task",
        (
            *_SAID,
            Property(
                "boilerplate", "bool", "stands in the same tail of half the plan's attributions"
            ),
        ),
    ),
    EdgeType(
        "ENGAGED_IN",
        _pairs(_BODIES, ("Task",)),
        "is the outside body that the lead is to coordinate with",
        _SAID,
    ),
    EdgeType(
        "MEASURES",
        (("Indicator", "Task"),),
        "the task is about the indicator",
        _columns("measures", f"id basis words {_SPAN}"),
    ),
    EdgeType(
        "PART_OF",
        (
            ("Task", "Section"),
            ("Task", "Plan"),
            ("Section", "Section"),
            ("Section", "Plan"),
            ("Indicator", "Indicator"),
        ),
        "stands under",
        (),
    ),
    EdgeType(
        "HAS_TARGET",
        (("Task", "Target"), ("Plan", "Target")),
        "is to reach",
        (),
    ),
    EdgeType(
        "BELONGS_TO",
        (
            ("Unit", "Jurisdiction"),
            ("Collective", "Jurisdiction"),
            ("Jurisdiction", "Jurisdiction"),
        ),
        "is a body of, lies in",
        (),
    ),
    EdgeType("ISSUED_BY", (("Plan", "Unit"),), "was issued by", ()),
    EdgeType("CITES", (("Plan", "Plan"),), "cites by title in 《》", ()),
    EdgeType(
        "REPORTS_TO",
        _pairs(_BODIES, ("Unit",)),
        "owes a recurring duty to",
        _columns("duties", f"kind recurrence dates {_SPAN}"),
    ),
    EdgeType(
        "COLLABORATES_WITH",
        (("Unit", "Unit"),),
        "shares tasks with (derived; one edge a pair)",
        (
            Property("tasks", "int", "tasks that both have a role in"),
            Property("lead_support", "int", "of these, one leads and the other supports"),
            Property("co_lead", "int", "of these, both lead"),
            Property("support_support", "int", "of these, both support"),
        ),
    ),
)


def schema_page() -> str:
    """The schema as a Markdown page: facts tables, node types, edge types."""
    lines = ["# Schema", "", "Made by `make data` from `graphmodel/model/`. Do not edit.", ""]
    lines += ["## Facts tables", ""]
    for table, record in TABLES.items():
        lines += [
            f"### {table}",
            "",
            (record.__doc__ or "").strip(),
            "",
            "| column | type | what |",
        ]
        lines += ["|---|---|---|", *(_column_line(column) for column in columns_of(record)), ""]
    lines += ["## Nodes", ""]
    for node in NODE_TYPES:
        lines += _type_lines(
            node.label, f"{node.doc}; rows of `{node.table}`, key `{KEY}`", node.properties
        )
    lines += ["## Edges", ""]
    for edge in EDGE_TYPES:
        pairs = ", ".join(f"{source} → {target}" for source, target in edge.pairs)
        lines += _type_lines(edge.type, f"{edge.doc}: {pairs}", edge.properties)
    return "\n".join(lines).rstrip() + "\n"


def _column_line(column: Column) -> str:
    kind = " \\| ".join(column.values) if column.values else column.type
    kind += " (may be absent)" if column.optional else ""
    where = f"; id of `{column.references}`" if column.references else ""
    return f"| `{column.name}` | {kind} | {column.doc}{where} |"


def _type_lines(name: str, doc: str, properties: tuple[Property, ...]) -> list[str]:
    rows = [f"| `{p.name}` | {p.type} | {p.doc} |" for p in properties]
    return [f"### {name}", "", doc, ""] + (
        ["| property | type | what |", "|---|---|---|", *rows, ""] if rows else []
    )
