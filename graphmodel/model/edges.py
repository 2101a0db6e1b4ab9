"""The edges of facts, a table for each type and the two kinds of nodes that it joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from graphmodel.model.claims import claims
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derive, Derived, EdgeTable, Row, label_of, rows_of
from graphmodel.model.records import Unit
from graphmodel.model.schema import EDGE_TYPES
from graphmodel.model.vocabulary import Role

_TYPES = {edge.type: edge for edge in EDGE_TYPES}
_ROLE_TYPES = {Role.LEAD: "LEADS", Role.SUPPORT: "SUPPORTS", Role.ENGAGED: "ENGAGED_IN"}
Tables = dict[tuple[str, str, str], Iterable[Row]]
"""Rows by type, label of the source and label of the target."""


def edge_tables(facts: Facts, derived: Derived) -> Iterator[EdgeTable]:
    """All edges, a table for each type and pair of labels that it may join, in that order."""
    labels = {unit.id: label_of(unit.kind) for unit in facts.units}
    tables: Tables = {
        **_responsibilities(facts, derived, labels),
        **_measures(facts),
        **_collected(_structure(facts)),
        **_collected(_goals(facts)),
        **_collected(_duties(facts, labels)),
        **_collected(_plans(facts, labels)),
        **belonging(facts.units),
        ("BELONGS_TO", "Jurisdiction", "Jurisdiction"): (
            (place.id, place.parent) for place in facts.jurisdictions if place.parent
        ),
        ("COLLABORATES_WITH", "Unit", "Unit"): (
            (pair.unit_a, pair.unit_b, pair.plan, *pair[3:]) for pair in derived.pairs
        ),
    }
    for edge in EDGE_TYPES:
        for pair in edge.pairs:
            yield EdgeTable(edge, pair, tables.get((edge.type, *pair), ()))


_One = tuple[str, str, str, Row]
"""Type and labels of an edge, and its row."""


def _collected(edges: Iterable[_One]) -> Tables:
    """The edges by type and labels; what is said twice, such as an issuer, is one edge."""
    tables: defaultdict[tuple[str, str, str], dict[Row, None]] = defaultdict(dict)
    for kind, source, target, row in edges:
        tables[kind, source, target][row] = None
    return dict(tables)


def _responsibilities(facts: Facts, derived: Derived, labels: dict[str, str]) -> Tables:
    parts: defaultdict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for part in facts.responsibilities:
        if part.task is not None:
            parts[_ROLE_TYPES[part.role], labels.get(part.unit, "Unit"), "Task"].append(part)
        elif part.indicator is not None and part.role is Role.LEAD:
            parts["LEADS", labels.get(part.unit, "Unit"), "Indicator"].append(part)
    derive = _derived_of_roles(facts, derived)
    return {
        (kind, body, target): rows_of(
            found,
            "responsibilities",
            _TYPES[kind].properties,
            derive[kind],
            attrgetter("unit"),
            attrgetter(target.lower()),
        )
        for (kind, body, target), found in parts.items()
    }


def _derived_of_roles(facts: Facts, derived: Derived) -> dict[str, Derive]:
    leads: defaultdict[tuple[str, str | None, int], set[str]] = defaultdict(set)
    for part in facts.responsibilities:
        if part.role is Role.LEAD:
            leads[part.plan, part.task or part.indicator, part.group].add(part.unit)
    boilerplate, repeats = derived.boilerplate, derived.repeats
    return {
        "LEADS": lambda parts: [
            [len(leads[r.plan, r.task or r.indicator, r.group]) for r in parts],
            _marks(parts, repeats),
        ],
        "SUPPORTS": lambda parts: [_marks(parts, boilerplate), _marks(parts, repeats)],
        "ENGAGED_IN": lambda parts: [_marks(parts, repeats)],
    }


def _marks(parts: Sequence[Any], marked: frozenset[str]) -> list[bool]:
    return [part.id in marked for part in parts] if marked else [False] * len(parts)


def _measures(facts: Facts) -> Tables:
    properties = _TYPES["MEASURES"].properties
    ends = (attrgetter("indicator"), attrgetter("task"))
    rows = rows_of(facts.measures, "measures", properties, None, *ends)
    return {("MEASURES", "Indicator", "Task"): rows}


def _structure(facts: Facts) -> Iterator[_One]:
    for section in facts.sections:
        above = ("Section", section.parent) if section.parent else ("Plan", section.plan)
        yield _link("PART_OF", "Section", section.id, *above, section.plan)
    for task in facts.tasks:
        above = ("Section", task.section) if task.section else ("Plan", task.plan)
        yield _link("PART_OF", "Task", task.id, *above, task.plan)
    for indicator in facts.indicators:
        if indicator.parent:
            yield _link(
                "PART_OF", "Indicator", indicator.id, "Indicator", indicator.parent, indicator.plan
            )


def _link(
    kind: str, source: str, source_id: str, target: str, target_id: str, plan: str | None
) -> _One:
    """An edge that carries nothing but the plan that says it."""
    return kind, source, target, (source_id, target_id, plan)


def _goals(facts: Facts) -> Iterator[_One]:
    for target in facts.targets:
        owner = ("Task", target.task) if target.task else ("Plan", target.plan)
        yield _link("HAS_TARGET", *owner, "Target", target.id, target.plan)
    for deadline in facts.deadlines:
        yield _link("HAS_DEADLINE", "Task", deadline.task, "Deadline", deadline.id, deadline.plan)


def _duties(facts: Facts, labels: dict[str, str]) -> Iterator[_One]:
    rows = rows_of(facts.duties, "duties", _TYPES["REPORTS_TO"].properties)
    for duty, row in zip(facts.duties, rows, strict=True):
        yield _link("PART_OF", "Duty", duty.id, "Plan", duty.plan, duty.plan)
        for unit in duty.units:
            yield _link("OWES", labels.get(unit, "Unit"), unit, "Duty", duty.id, duty.plan)
        if duty.to is None:
            continue
        to = labels.get(duty.to, "Unit")
        yield _link("OWED_TO", "Duty", duty.id, to, duty.to, duty.plan)
        if to == "Unit":
            for unit in duty.units:
                yield "REPORTS_TO", labels.get(unit, "Unit"), to, (unit, duty.to, *row)


def _plans(facts: Facts, labels: dict[str, str]) -> Iterator[_One]:
    for plan in facts.plans:
        for unit in plan.issuer_ids:
            if labels.get(unit, "Unit") == "Unit":
                yield _link("ISSUED_BY", "Plan", plan.id, "Unit", unit, plan.id)
    for source, target in citations((plan.id, plan.title, plan.references) for plan in facts.plans):
        yield "CITES", "Plan", "Plan", (source, target)
    yield from _names(facts)


def citations(plans: Iterable[tuple[str, str, Iterable[str]]]) -> Iterator[tuple[str, str]]:
    """Which plan cites which: pairs of ids.

    Args:
        plans: Id, title and cited titles of each plan.
    """
    several = list(plans)
    by_title: defaultdict[str, list[str]] = defaultdict(list)
    for plan, title, _ in several:
        by_title[title].append(plan)
    for plan, _, references in several:
        for title in references:
            yield from ((plan, other) for other in by_title.get(title, ()) if other != plan)


def _names(facts: Facts) -> Iterator[_One]:
    claimed = claims(facts)
    bodies = rows_of(facts.units, "units", _TYPES["NAMES"].properties[1:])
    said = {
        unit.id: (label_of(unit.kind), row) for unit, row in zip(facts.units, bodies, strict=True)
    }
    for plan, ids in claimed["units"].items():
        for key in ids:
            label, row = said[key]
            yield "NAMES", "Plan", label, (plan, key, plan, *row)
    for table, label in (("jurisdictions", "Jurisdiction"), ("indicators", "Indicator")):
        for plan, ids in claimed[table].items():
            yield from (("NAMES", "Plan", label, (plan, key, plan, *_NOTHING)) for key in ids)


_NOTHING: Row = (None, None, None, (), None, None)
"""What NAMES keeps of what is no body."""


def belonging(units: Iterable[Unit]) -> Tables:
    """The edges from bodies to their places."""
    tables: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for unit in units:
        if unit.jurisdiction_id:
            key = ("BELONGS_TO", label_of(unit.kind), "Jurisdiction")
            tables[key].append((unit.id, unit.jurisdiction_id))
    return dict(tables)
