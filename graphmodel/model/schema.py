"""The graph: node types and edge types with keys and properties, declared once.

Store schemas, the schema page of the documentation and the elements of every store are made
from this declaration. A property is a column of the facts, or derived from several rows.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.model.columns import Column, Strings, columns_of
from graphmodel.model.facts import TABLES

KEY = "id"
"""The property that tells one node of a type from another."""
PLAN = "plan"
"""The property that says which plan a node or edge goes with."""
_DATES = {"issued", "date"}
"""Columns of text that hold a day."""


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
    shared: bool = False
    """Whether several plans may speak of one node; otherwise it has the property `plan`, or is
    a plan, and goes with that plan. Indicators without a plan are shared too."""
    sought: Strings = ()
    """Properties beside the id and the plan that nodes are sought by. No names: they may be longer
    than what an index takes."""

    @property
    def looked_up(self) -> Strings:
        """The properties that nodes are looked up by, beside the id."""
        own = (PLAN,) if any(p.name == PLAN for p in self.properties) else ()
        return (*own, *self.sought)


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A kind of edge; one with the property `plan` is what that plan says, and goes with it."""

    type: str
    pairs: tuple[tuple[str, str], ...]
    """The labels that it may join, from and to."""
    doc: str
    properties: tuple[Property, ...]
    key: str | None = None
    """The property that tells apart edges between the same two nodes; None: there is one."""

    @property
    def said_by_plans(self) -> bool:
        """Whether each edge is what one plan says."""
        return any(p.name == PLAN for p in self.properties)


def _columns(table: str, names: str) -> tuple[Property, ...]:
    columns: dict[str, Column] = {c.name: c for c in columns_of(TABLES[table])}
    return tuple(
        Property(n, "date" if n in _DATES else columns[n].type, columns[n].doc)
        for n in names.split()
    )


_SPAN = "plan start end"
_BODY = "id name kind function functions jurisdiction jurisdiction_id"

NODE_TYPES: tuple[NodeType, ...] = (
    NodeType(
        "Jurisdiction",
        "jurisdictions",
        "a place that has bodies of its own",
        _columns("jurisdictions", "id name level"),
        shared=True,
    ),
    NodeType(
        "Unit",
        "units",
        "a body; outside bodies have kind external",
        _columns("units", _BODY),
        shared=True,
    ),
    NodeType(
        "Collective",
        "units",
        "a group named as one, never counted as a unit's load",
        _columns("units", _BODY),
        shared=True,
    ),
    NodeType(
        "Plan",
        "plans",
        "a document and the programme that it sets up",
        (
            *_columns("plans", "id title doc_number issuers jurisdiction jurisdiction_id issued"),
            *_columns("plans", "status references source sha256"),
            Property(
                "facts",
                "str",
                "checksum of its facts; in a database, none while it is being loaded",
            ),
        ),
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
        (
            *_columns("tasks", f"id path title {_SPAN} same_as"),
            Property("due", "date", "the first day on which something of the task is due"),
            Property("recurrences", "strings", "how often something of the task is due"),
        ),
    ),
    NodeType(
        "Indicator",
        "indicators",
        "what is evaluated; one of the vocabulary goes with no plan",
        _columns("indicators", f"id name level code {_SPAN}"),
    ),
    NodeType(
        "Target",
        "targets",
        "a number to be reached",
        _columns("targets", f"id metric op value unit {_SPAN}"),
    ),
    NodeType(
        "Deadline",
        "deadlines",
        "when a task is due: a day, a recurrence or an event",
        _columns("deadlines", f"id date recurrence event {_SPAN}"),
        sought=("date",),
    ),
    NodeType(
        "Duty",
        "duties",
        "a recurring obligation: report, meet, publish, assess",
        _columns("duties", f"id kind recurrence dates {_SPAN}"),
    ),
)

_BODIES = ("Unit", "Collective")
_SAID = _columns(
    "responsibilities", f"id mention group open_ended standing rule {_SPAN} confidence"
)
_BASIS = _columns("responsibilities", "basis")
_OF_PLAN = (Property(PLAN, "str", "the plan that says it; none for the vocabulary"),)
_REPEATS = Property(
    "repeats",
    "bool",
    "says again what counts already: the same body in the same attribution and role, or what a "
    "row of an annex states again",
)


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
            _REPEATS,
        ),
        key="id",
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
            _REPEATS,
        ),
        key="id",
    ),
    EdgeType(
        "ENGAGED_IN",
        _pairs(_BODIES, ("Task",)),
        "is the outside body that the lead is to coordinate with",
        (*_SAID, _REPEATS),
        key="id",
    ),
    EdgeType(
        "MEASURES",
        (("Indicator", "Task"),),
        "the task is about the indicator",
        _columns("measures", f"id basis words {_SPAN}"),
        key="id",
    ),
    EdgeType(
        "PART_OF",
        (
            ("Task", "Section"),
            ("Task", "Plan"),
            ("Section", "Section"),
            ("Section", "Plan"),
            ("Indicator", "Indicator"),
            ("Duty", "Plan"),
        ),
        "stands under",
        _OF_PLAN,
    ),
    EdgeType("HAS_TARGET", (("Task", "Target"), ("Plan", "Target")), "is to reach", _OF_PLAN),
    EdgeType("HAS_DEADLINE", (("Task", "Deadline"),), "is due", _OF_PLAN),
    EdgeType("OWES", _pairs(_BODIES, ("Duty",)), "has to do it, again and again", _OF_PLAN),
    EdgeType("OWED_TO", _pairs(("Duty",), _BODIES), "is owed to", _OF_PLAN),
    EdgeType(
        "REPORTS_TO",
        _pairs(_BODIES, ("Unit",)),
        "owes a recurring duty to: OWES and OWED_TO in one step",
        _columns("duties", f"id kind recurrence dates {_SPAN}"),
        key="id",
    ),
    EdgeType("ISSUED_BY", (("Plan", "Unit"),), "was issued by", _OF_PLAN),
    EdgeType(
        "NAMES",
        _pairs(("Plan",), ("Unit", "Collective", "Jurisdiction", "Indicator")),
        "speaks of; what it says of a body is kept with it",
        (*_OF_PLAN, *_columns("units", _BODY.removeprefix("id "))),
    ),
    EdgeType(
        "COLLABORATES_WITH",
        (("Unit", "Unit"),),
        "shares tasks with, the smaller id first (derived; one edge a pair and plan)",
        (
            *_OF_PLAN,
            Property("tasks", "int", "tasks that both have a role in"),
            Property("lead_support", "int", "of these, one leads and the other supports"),
            Property("co_lead", "int", "of these, both lead"),
            Property("support_support", "int", "of these, both support"),
            Property(
                "boilerplate", "int", "of the tasks, those that one has as weightless support"
            ),
        ),
        key=PLAN,
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
    EdgeType("CITES", (("Plan", "Plan"),), "cites by title in 《》", ()),
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
