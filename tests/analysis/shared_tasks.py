"""Who shares what, read off the records one by one: what the measures on columns have to equal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Any

import networkx as nx

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.model.facts import Facts
from graphmodel.model.records import Responsibility
from graphmodel.model.vocabulary import Role, UnitKind

STRENGTH = list(Role)


@dataclass(frozen=True, slots=True)
class Member:
    """A body in a task."""

    role: Role
    """Its strongest."""
    counts: bool
    """Whether it has anything but support without weight."""


def members(facts: Facts, collectives: bool = False) -> dict[str, dict[str, Member]]:
    """The bodies of each task, by ids."""
    formal = boilerplate(facts) | {
        r.id for r in facts.responsibilities if r.standing and r.role is Role.SUPPORT
    }
    groups = {unit.id for unit in facts.units if unit.kind is UnitKind.COLLECTIVE}
    found: defaultdict[str, dict[str, Member]] = defaultdict(dict)
    for task, r in parts(facts):
        if collectives or r.unit not in groups:
            before = found[task].get(r.unit, Member(r.role, False))
            role = min(before.role, r.role, key=STRENGTH.index)
            found[task][r.unit] = Member(role, before.counts or r.id not in formal)
    return dict(found)


def parts(facts: Facts) -> Iterator[tuple[str, Responsibility]]:
    """The responsibilities for tasks, but what an annex states again of the same task and role."""
    same = {task.id: task.same_as for task in facts.tasks}
    said = {(r.task, r.unit, r.role) for r in facts.responsibilities}
    for r in facts.responsibilities:
        if r.task is not None:
            first = same[r.task]
            if first is None or (first, r.unit, r.role) not in said:
                yield r.task, r


def ties(
    facts: Facts, *, least: int = 1, boilerplate: bool = False, collectives: bool = False
) -> nx.Graph[str]:
    """The bodies that have a part in a task, tied by how many they share."""
    tasks = members(facts, collectives)
    shared = Counter(
        pair
        for bodies in tasks.values()
        for pair in combinations(sorted(bodies), 2)
        if boilerplate or all(bodies[body].counts for body in pair)
    )
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({body for bodies in tasks.values() for body in bodies}))
    graph.add_weighted_edges_from((a, b, n) for (a, b), n in sorted(shared.items()) if n >= least)
    return graph


def supports(
    facts: Facts, *, least: int = 1, boilerplate: bool = False, collectives: bool = False
) -> nx.DiGraph[str]:
    """Leads and their supporters, by how many tasks."""
    tasks = members(facts, collectives)
    counts = Counter(
        (a, b)
        for bodies in tasks.values()
        for a, b in permutations(bodies, 2)
        if bodies[a].role is Role.LEAD
        and bodies[b].role is Role.SUPPORT
        and (boilerplate or bodies[b].counts)
    )
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(sorted({body for bodies in tasks.values() for body in bodies}))
    graph.add_weighted_edges_from((a, b, n) for (a, b), n in counts.items() if n >= least)
    return graph


def brokers(graph: nx.DiGraph[Any], group: Callable[[Any], object]) -> Iterator[tuple[Any, str]]:
    """A broker and its role for each way over it that has no short cut (Gould, Fernandez 1989)."""
    for i, j, k in permutations(graph, 3):
        if graph.has_edge(i, j) and graph.has_edge(j, k) and not graph.has_edge(i, k):
            yield j, _role(group(i), group(j), group(k))


def _role(source: object, broker: object, target: object) -> str:
    if source == broker == target:
        return "coordinator"
    if source == target:
        return "consultant"
    if source == broker:
        return "representative"
    return "gatekeeper" if broker == target else "liaison"
