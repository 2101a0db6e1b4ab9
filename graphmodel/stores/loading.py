"""Loading by plan: what a plan said before is replaced by what it says now, and nothing else.

A load compares what the store holds of a plan with what its facts say, and writes the difference
alone. So loading twice writes nothing, and a load after one that was interrupted finds what is
there, whatever that is, and mends it. The order of writing keeps the ends of edges there: nodes,
edges, then deletions of edges and of nodes. A plan lacks its checksum while it is written.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from graphmodel.model.claims import facts_of_plans
from graphmodel.model.edges import belonging, citations, edge_tables
from graphmodel.model.facts import Facts, merge
from graphmodel.model.graph import Derived, EdgeTable, NodeTable, Pair, Row, node_tables
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES, PLAN
from graphmodel.stores.bodies import bodies_of_others, with_other_claims
from graphmodel.stores.contract import Changes, LoadedPlan, Status, Store
from graphmodel.stores.difference import Difference, place_of

_PLAN_NODE = next(node for node in NODE_TYPES if node.label == "Plan")
_CITES, _NAMES, _BELONGS_TO = (
    next(edge for edge in EDGE_TYPES if edge.type == name)
    for name in ("CITES", "NAMES", "BELONGS_TO")
)
_BODY_PLACES = (("Unit", "Jurisdiction"), ("Collective", "Jurisdiction"))


def load(store: Store, facts: Facts, derived: Derived) -> Changes:
    """Let the store hold the plans of facts as these have them; other plans stay as they are.

    Args:
        store: The store.
        facts: The plans.
        derived: What the analysis adds to these facts.

    Returns:
        What was written.

    Raises:
        StoreError: The store cannot be reached or used.
        FactsError: `body_conflict`, where these facts have a body that another plan of the store
            has as a group, or the other way round.
    """
    plans = [plan.id for plan in facts.plans]
    with store.writing(), _garbage_at_ends_of_parts():
        present = {row[0] for row in store.nodes(_PLAN_NODE)}
        changes = Changes()
        for part in _parts(facts, derived, store.rows_at_once):
            known = [plan.id for plan in part.facts.plans if plan.id in present]
            combined = with_other_claims(store, part.facts, plans)
            _load_part(store, Difference(store, known, changes), part, combined)
            gc.collect(0)
        _finish(store, changes)
    return changes


def remove(store: Store, plans: Sequence[str]) -> Changes:
    """Take plans out of the store, with everything that only they say.

    Returns:
        What was written.

    Raises:
        StoreError: The store cannot be reached or used.
    """
    with store.writing():
        changes = Changes()
        difference = Difference(store, plans, changes)
        for edge in EDGE_TYPES:
            for pair in edge.pairs if edge.said_by_plans else ():
                difference.edges(EdgeTable(edge, pair, ()))
        for node in NODE_TYPES:
            if not node.shared and node is not _PLAN_NODE:
                difference.nodes(NodeTable(node, ()))
        _have_as_others(store, difference, Facts(), plans)
        difference.forget(_PLAN_NODE)
        difference.delete()
        _finish(store, changes)
    return changes


def status(store: Store) -> Status:
    """What the store holds.

    Raises:
        StoreError: The store cannot be reached or used.
    """
    names = [p.name for p in _PLAN_NODE.properties]
    rows = (dict(zip(names, row, strict=True)) for row in store.nodes(_PLAN_NODE))
    plans = sorted((LoadedPlan(r["id"], r["title"], r["facts"]) for r in rows), key=lambda p: p.id)
    nodes, edges = store.counts()
    return Status(tuple(plans), nodes, edges)


@contextmanager
def _garbage_at_ends_of_parts() -> Iterator[None]:
    """Rows are millions of tuples in no circle; Python would look through all facts for some.

    What the driver of a server leaves of each batch is in circles, though, and holds its rows:
    after each part `load` has the youngest generation looked through, which is what it made.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Part(NamedTuple):
    """Some of the plans of a load, and what the analysis adds to them."""

    facts: Facts
    derived: Derived


def _parts(facts: Facts, derived: Derived, most: int | None) -> Iterator[_Part]:
    """The plans in groups of at most so many responsibilities, or all of them at once."""
    if most is None or len(facts.responsibilities) <= most:
        if facts.plans:
            yield _Part(facts, derived)
        return
    pairs: dict[str, list[Pair]] = {}
    for pair in derived.pairs:
        pairs.setdefault(pair.plan, []).append(pair)
    group: list[Facts] = []
    size = 0
    for _, one in facts_of_plans(facts):
        if group and size + len(one.responsibilities) > most:
            yield _part(group, derived, pairs)
            group, size = [], 0
        group.append(one)
        size += len(one.responsibilities)
    yield _part(group, derived, pairs)


def _part(group: Sequence[Facts], derived: Derived, pairs: dict[str, list[Pair]]) -> _Part:
    facts = merge(group)
    own = [pair for plan in facts.plans for pair in pairs.get(plan.id, ())]
    return _Part(facts, replace(derived, pairs=own))


def _load_part(store: Store, difference: Difference, part: _Part, combined: Facts) -> None:
    """Write some plans.

    Args:
        store: The store.
        difference: Between these plans and what the store holds of them.
        part: The plans.
        combined: The same facts, with bodies as all plans of the store have them together.
    """
    tables = {table.type.label: table for table in node_tables(combined)}
    with difference.plans(tables.pop("Plan")):
        shared_ids: dict[str, list[str]] = {}
        for label, table in tables.items():
            own, shared = _apart(table)
            if not table.type.shared:
                difference.nodes(NodeTable(table.type, own))
            difference.shared_nodes(NodeTable(table.type, shared))
            shared_ids[label] = [row[0] for row in shared]
        for edges in _edge_tables(part, combined):
            _load_edges(difference, edges, shared_ids.get(edges.pair[0], []))
        _have_as_others(store, difference, part.facts, [plan.id for plan in part.facts.plans])


def _edge_tables(part: _Part, combined: Facts) -> Iterator[EdgeTable]:
    """What the plans say, and where bodies belong as all plans of the store have them together."""
    places = belonging(combined.units)
    for table in edge_tables(part.facts, part.derived):
        if table.type is _BELONGS_TO and table.pair in _BODY_PLACES:
            yield EdgeTable(table.type, table.pair, places.get((table.type.type, *table.pair), ()))
        elif table.type is not _CITES:
            yield table


def _have_as_others(
    store: Store, difference: Difference, facts: Facts, plans: Sequence[str]
) -> None:
    """Have the bodies that plans name no more as the other plans have them.

    This comes before the edges NAMES of these plans go: a load that is interrupted in between
    finds them again.
    """
    kept = {unit.id for unit in facts.units}
    for label, place in _BODY_PLACES:
        ids = [key for key in difference.no_more(_NAMES, ("Plan", label)) if key not in kept]
        units = tuple(bodies_of_others(store, label, ids, plans))
        for table in node_tables(Facts(units=units)):
            if table.type.label == label:
                difference.shared_nodes(table)
        rows = belonging(units).get((_BELONGS_TO.type, label, place), ())
        edges = EdgeTable(_BELONGS_TO, (label, place), rows)
        difference.shared_edges(edges, [unit.id for unit in units])


def _apart(table: NodeTable) -> tuple[Iterable[Row], list[Row]]:
    """The nodes that go with plans, and those that plans share."""
    if table.type.shared:
        return (), list(table.rows)
    if table.type.label != "Indicator":
        return table.rows, []
    rows = list(table.rows)
    place = place_of(table.type.properties, PLAN)
    return [r for r in rows if r[place] is not None], [r for r in rows if r[place] is None]


def _load_edges(difference: Difference, table: EdgeTable, shared_ids: list[str]) -> None:
    """Write what the plans say, and what holds for shared nodes whoever speaks of them."""
    if not table.type.said_by_plans:
        difference.shared_edges(table, shared_ids)
    elif table.pair == ("Indicator", "Indicator"):
        rows = list(table.rows)
        place = 2 + place_of(table.type.properties, PLAN)
        said = [row for row in rows if row[place] is not None]
        difference.edges(EdgeTable(table.type, table.pair, said))
        shared = [row for row in rows if row[place] is None]
        difference.shared_edges(EdgeTable(table.type, table.pair, shared), shared_ids)
    else:
        difference.edges(table)


def _finish(store: Store, changes: Changes) -> None:
    """Write which plan cites which, and delete what no plan speaks of any more."""
    id_, title, references = (
        place_of(_PLAN_NODE.properties, name) for name in ("id", "title", "references")
    )
    plans = [(row[id_], row[title], row[references]) for row in store.nodes(_PLAN_NODE)]
    difference = Difference(store, [], changes)
    cited = dict.fromkeys(citations(plans))
    difference.shared_edges(EdgeTable(_CITES, _CITES.pairs[0], cited), [plan for plan, *_ in plans])
    for node in NODE_TYPES:
        if node.shared or node.label == "Indicator":
            difference.let_go(node, store.unclaimed(node.label))
    difference.delete()
