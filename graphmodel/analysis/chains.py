"""How tasks link two units: from one to the next by a task that they share."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import body_names, units_called
from graphmodel.analysis.frames import INTEGER, frame
from graphmodel.analysis.graph import pairs_by_plan
from graphmodel.analysis.parts import COUNTS, parts_of_units
from graphmodel.analysis.tasks import about, tasks_by_id
from graphmodel.model.facts import Facts

if TYPE_CHECKING:
    import pandas as pd

MOST = 4
"""A longer chain tells nothing: by then all units of a place are linked."""

_Links = dict[str, set[str]]


def chain_between_units(
    facts: Facts, unit: str, other: str, boilerplate: bool = False
) -> pd.DataFrame:
    """The shortest chain of shared tasks between two units.

    Of the chains of that length it is the one with the smallest ids of units, then of tasks.
    Groups are no links.

    Args:
        facts: The facts.
        unit: Id or name of the unit at one end; of several of that name the one with the
            smallest id.
        other: The same of the other end.
        boilerplate: Whether supports without weight link units, too.

    Returns:
        A row a step, none where there is no chain of at most 4 tasks: `step` (from 1), `unit`,
        `name`, `partner`, `partner_name`, the task that they share: `plan`, `task`, `path`,
        `title`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    ends = [next(iter(units_called(facts, end)), None) for end in (unit, other)]
    rows = []
    if None not in ends and ends[0] != ends[1]:
        chain = _chain(_links(facts, boilerplate), str(ends[0]), str(ends[1]))
        names, tasks = body_names(facts), tasks_by_id(facts)
        own = _tasks_of(facts, chain, boilerplate)
        for step, (a, b) in enumerate(pairwise(chain), start=1):
            task = tasks[min(own[a] & own[b])]
            rows.append((step, a, names[a], b, names[b], *about(task)))
    return frame(rows, "step unit name partner partner_name plan task path title", step=INTEGER)


def _links(facts: Facts, boilerplate: bool) -> _Links:
    links: defaultdict[str, set[str]] = defaultdict(set)
    for pair in pairs_by_plan(facts):
        if boilerplate or pair.tasks > pair.boilerplate:
            links[pair.unit_a].add(pair.unit_b)
            links[pair.unit_b].add(pair.unit_a)
    return links


def _chain(links: _Links, first: str, last: str) -> list[str]:
    """The units of the chain; empty where there is none."""
    far = _distances(links, last)
    if far.get(first, MOST + 1) > MOST:
        return []
    chain = [first]
    while chain[-1] != last:
        left = far[chain[-1]]
        chain.append(min(u for u in links[chain[-1]] if far.get(u, MOST + 1) < left))
    return chain


def _distances(links: _Links, last: str) -> dict[str, int]:
    """How many tasks away from the last unit each unit is, up to `MOST`."""
    far, edge = {last: 0}, {last}
    for distance in range(1, MOST + 1):
        edge = set[str]().union(*(links.get(unit, set()) for unit in edge)) - far.keys()
        far.update(dict.fromkeys(edge, distance))
    return far


def _tasks_of(facts: Facts, chain: list[str], boilerplate: bool) -> dict[str, set[str]]:
    """The ids of the tasks of each unit of the chain."""
    table = parts_of_units(facts, chain)
    kept = table if boilerplate else table[table["weightless"] == COUNTS]
    found: dict[str, set[str]] = {unit: set() for unit in chain}
    for row in kept["row"].tolist():
        r = facts.responsibilities[row]
        found[r.unit].add(r.task or "")
    return found
