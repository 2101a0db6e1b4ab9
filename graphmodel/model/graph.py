"""The nodes and edges of facts, in the shape that `schema` declares; the same for every store."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphmodel.model.facts import Facts
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES
from graphmodel.model.vocabulary import Role, UnitKind


@dataclass(frozen=True, slots=True)
class Derived:
    """What the analysis adds to the graph; a store only writes it down."""

    boilerplate: frozenset[str] = frozenset()
    """Ids of the responsibilities that are boilerplate support."""
    collaborations: tuple[Mapping[str, Any], ...] = ()
    """Rows of the collaboration table: the pair of units and its counts."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its properties; `properties["id"]` is its key."""

    label: str
    id: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge with its properties; `key` tells it from others of its type and nodes."""

    type: str
    key: str
    source: str
    target: str
    properties: Mapping[str, Any] = field(default_factory=dict)


_NODE_PROPERTIES = {node.label: [p.name for p in node.properties] for node in NODE_TYPES}
_EDGE_PROPERTIES = {edge.type: [p.name for p in edge.properties] for edge in EDGE_TYPES}
_ROLE_TYPES = {Role.LEAD: "LEADS", Role.SUPPORT: "SUPPORTS", Role.ENGAGED: "ENGAGED_IN"}


def nodes(facts: Facts) -> Iterator[Node]:
    """All nodes, in the order of the schema and of the tables."""
    due = _due_of_tasks(facts)
    for node_type in NODE_TYPES:
        for row in facts.rows(node_type.table):
            label = _label_of(row, node_type.label)
            if label != node_type.label:
                continue
            extra = due.get(row.id, _NO_DUE) if label == "Task" else {}
            yield Node(label, row.id, _properties(row, _NODE_PROPERTIES[label], extra))


_NO_DUE: Mapping[str, Any] = {"due": None, "recurrences": ()}


def _label_of(row: Any, label: str) -> str:
    if label in ("Unit", "Collective"):
        return "Collective" if row.kind is UnitKind.COLLECTIVE else "Unit"
    return label


def _due_of_tasks(facts: Facts) -> dict[str, Mapping[str, Any]]:
    dates: defaultdict[str, list[str]] = defaultdict(list)
    recurrences: defaultdict[str, list[str]] = defaultdict(list)
    for deadline in facts.deadlines:
        if deadline.date:
            dates[deadline.task].append(deadline.date)
        if deadline.recurrence and deadline.recurrence not in recurrences[deadline.task]:
            recurrences[deadline.task].append(str(deadline.recurrence))
    return {
        task: {"due": min(dates[task], default=None), "recurrences": tuple(recurrences[task])}
        for task in {**dates, **recurrences}
    }


def _properties(row: Any, names: list[str], extra: Mapping[str, Any]) -> dict[str, Any]:
    return {name: extra[name] if name in extra else getattr(row, name) for name in names}


def edges(facts: Facts, derived: Derived) -> Iterator[Edge]:
    """All edges, in the order of the schema and of the tables."""
    yield from _responsibility_edges(facts, derived)
    for row in facts.measures:
        properties = _properties(row, _EDGE_PROPERTIES["MEASURES"], {})
        yield Edge("MEASURES", row.id, row.indicator, row.task, properties)
    yield from _structure_edges(facts)
    yield from _plan_edges(facts)
    yield from _duty_edges(facts)
    for pair in derived.collaborations:
        properties = {name: pair[name] for name in _EDGE_PROPERTIES["COLLABORATES_WITH"]}
        yield Edge("COLLABORATES_WITH", "", pair["unit_a"], pair["unit_b"], properties)


def _responsibility_edges(facts: Facts, derived: Derived) -> Iterator[Edge]:
    leads = Counter(
        (r.task or r.indicator, r.group) for r in facts.responsibilities if r.role is Role.LEAD
    )
    for row in facts.responsibilities:
        target = row.task or row.indicator
        if target is None:
            continue
        kind = _ROLE_TYPES[row.role]
        extra = {"co_leads": leads[target, row.group], "boilerplate": row.id in derived.boilerplate}
        yield Edge(kind, row.id, row.unit, target, _properties(row, _EDGE_PROPERTIES[kind], extra))


def _structure_edges(facts: Facts) -> Iterator[Edge]:
    for section in facts.sections:
        yield Edge("PART_OF", "", section.id, section.parent or section.plan)
    for task in facts.tasks:
        yield Edge("PART_OF", "", task.id, task.section or task.plan)
    for indicator in facts.indicators:
        if indicator.parent:
            yield Edge("PART_OF", "", indicator.id, indicator.parent)
    for target in facts.targets:
        yield Edge("HAS_TARGET", "", target.task or target.plan, target.id)
    for unit in facts.units:
        if unit.jurisdiction_id:
            yield Edge("BELONGS_TO", "", unit.id, unit.jurisdiction_id)
    for place in facts.jurisdictions:
        if place.parent:
            yield Edge("BELONGS_TO", "", place.id, place.parent)


def _plan_edges(facts: Facts) -> Iterator[Edge]:
    by_title = {plan.title: plan.id for plan in facts.plans}
    collectives = _collectives(facts)
    for plan in facts.plans:
        for unit in dict.fromkeys(u for u in plan.issuer_ids if u not in collectives):
            yield Edge("ISSUED_BY", "", plan.id, unit)
        for title in plan.references:
            if title in by_title and by_title[title] != plan.id:
                yield Edge("CITES", "", plan.id, by_title[title])


def _duty_edges(facts: Facts) -> Iterator[Edge]:
    collectives = _collectives(facts)
    for duty in facts.duties:
        if duty.to is None or duty.to in collectives:
            continue
        for unit in duty.units:
            properties = _properties(duty, _EDGE_PROPERTIES["REPORTS_TO"], {})
            yield Edge("REPORTS_TO", duty.id, unit, duty.to, properties)


def _collectives(facts: Facts) -> set[str]:
    return {unit.id for unit in facts.units if unit.kind is UnitKind.COLLECTIVE}
