"""The graph as JSON-LD, for linked data: W3C ORG for bodies, PROV-O for where facts are from.

Every node, every responsibility and every other edge that carries something is an object of its
own; a span of a plan's text is a selector of Web Annotation. One object stands on a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from graphmodel.model.facts import Facts
from graphmodel.model.graph import EdgeTable, NodeTable, Row, label_of
from graphmodel.model.schema import Property
from graphmodel.stores.files.jsonld_terms import (
    BELONGS_TO,
    CLASSES,
    LINKED,
    LINKS,
    ROLES,
    context,
    iri,
)
from graphmodel.stores.files.node_link import json_lines
from graphmodel.stores.files.tables import GraphTables

_Object = dict[str, Any]
_OF_SOURCE = ("plan", "start", "end")


def pieces(tables: GraphTables) -> Iterator[bytes]:
    """The file, piece by piece."""
    words = json.dumps(context(), ensure_ascii=False)
    yield f'{{"@context": {words},\n"@graph": ['.encode()
    yield from json_lines(_objects(tables))
    yield b"\n]}\n"


def _objects(tables: GraphTables) -> Iterator[_Object]:
    for role in ROLES.values():
        yield {"id": iri("role", role), "type": "org:Role", "name": role}
    for nodes in tables.nodes():
        yield from _nodes(nodes)
    yield from _hosted(tables.facts)
    for edges in tables.edges():
        yield from _edges(edges)


def _hosted(facts: Facts) -> Iterator[_Object]:
    """Offices and the bodies that they are part of."""
    iris = {unit.id: iri(label_of(unit.kind), unit.id) for unit in facts.units}
    for unit in facts.units:
        if unit.host in iris:
            office = {"id": iris[unit.id], "type": "org:OrganizationalUnit"}
            yield {**office, "unitOf": iris[unit.host]}


def _nodes(table: NodeTable) -> Iterator[_Object]:
    label = table.type.label
    classes = list(CLASSES.get(label, (f"gm:{label}", "prov:Entity")))
    for row in table.rows:
        described = _described(table.type.properties, row)
        yield {"id": iri(label, row[0]), "type": classes, **described}


def _described(properties: Sequence[Property], row: Sequence[Any]) -> _Object:
    """What the properties say, and where they are read from; the id as `identifier`."""
    values = {p.name: v for p, v in zip(properties, row, strict=True) if v is not None}
    source = _source(values)
    described = {name: _value(name, v) for name, v in values.items() if name not in _OF_SOURCE}
    if "id" in described:
        described["identifier"] = described.pop("id")
    return {**described, **source}


def _value(name: str, value: Any) -> Any:
    return iri(LINKED[name], value) if name in LINKED else value


def _source(values: _Object) -> _Object:
    """The plan, and the span of its text."""
    if "plan" not in values:
        return {}
    plan = iri("plan", values["plan"])
    if "start" not in values:
        return {"hadPrimarySource": plan}
    span = {"type": "oa:TextPositionSelector", "start": values["start"], "end": values["end"]}
    part = {"type": "oa:SpecificResource", "hasSource": plan, "hasSelector": span}
    return {"hadPrimarySource": plan, "wasDerivedFrom": part}


def _edges(table: EdgeTable) -> Iterator[_Object]:
    kind = table.type.type
    if kind in ROLES:
        return (_responsibility(table, row) for row in table.rows)
    if kind == "MEASURES":
        return (_measure(table, row) for row in table.rows)
    if kind == "COLLABORATES_WITH":
        return (_collaboration(table, row) for row in table.rows)
    return (one for row in table.rows for one in _link(table, row))


def _responsibility(table: EdgeTable, row: Row) -> _Object:
    body, about = row[:2]
    role = ROLES[table.type.type]
    described = _described(table.type.properties, row[2:])
    return {
        "id": iri("responsibility", described["identifier"]),
        "type": ["gm:Responsibility", "prov:Entity"],
        "role": iri("role", role),
        "body": iri(table.pair[0], body),
        table.pair[1].lower(): iri(table.pair[1], about),
        **described,
    }


def _measure(table: EdgeTable, row: Row) -> _Object:
    described = _described(table.type.properties, row[2:])
    return {
        "id": iri("measure", described["identifier"]),
        "type": ["gm:Measure", "prov:Entity"],
        "indicator": iri("Indicator", row[0]),
        "task": iri("Task", row[1]),
        **described,
    }


def _collaboration(table: EdgeTable, row: Row) -> _Object:
    """Two units that share tasks of a plan: derived from it, not read."""
    first, second, plan = row[:3]
    described = _described(table.type.properties, row[2:])
    described["wasDerivedFrom"] = described.pop("hadPrimarySource")
    return {
        "id": iri("collaboration", plan, first, second),
        "type": ["gm:Collaboration", "org:OrganizationalCollaboration", "prov:Entity"],
        "hasMember": [iri("Unit", first), iri("Unit", second)],
        **described,
    }


def _link(table: EdgeTable, row: Row) -> Iterator[_Object]:
    """One statement; what a plan says of a body that it names is an object besides."""
    kind, (source, target) = table.type.type, table.pair
    term = BELONGS_TO if (kind, source) == ("BELONGS_TO", "Collective") else LINKS[kind]
    start, end = iri(source, row[0]), iri(target, row[1])
    yield {"id": start, term: end}
    if kind == "NAMES" and target in ("Unit", "Collective"):
        described = _described(table.type.properties, row[2:])
        naming = {"id": iri("naming", *row[:2]), "type": ["gm:Naming", "prov:Entity"], "body": end}
        yield {**naming, **described}
