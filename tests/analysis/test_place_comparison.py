"""Places side by side: worked out by hand, and counted again on real plans."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.analysis.place_comparison import (
    centralisation,
    figures_of,
    functions_of,
    indicators_of,
    lacks_of,
    subjects,
)
from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import Measure
from graphmodel.model.vocabulary import LinkBasis, Role, UnitKind
from graphmodel.pipeline import extract
from tests.analysis.building import Attribution, facts_of

PLANS = ("weibin-2023", "yijun-2021", "huining-2022", "jingle-2020", "xiangyuan-2023")


def with_functions(facts: Facts, **functions: str) -> Facts:
    """The facts with functions of bodies, by name."""
    units = tuple(
        replace(u, function=functions.get(u.name, "other"), functions=(functions.get(u.name, ""),))
        for u in facts.units
    )
    return replace(facts, units=units)


def measuring(facts: Facts, task: int, code: str) -> Facts:
    """The facts with a task that is for an indicator."""
    plan = facts.plans[0].id
    row = Measure(
        f"{task}{code}",
        plan,
        f"indicator:{code}",
        code,
        f"{plan}#{task}",
        LinkBasis.TITLE,
        "",
        0,
        1,
    )
    return replace(facts, measures=(*facts.measures, row))


# 甲: A (tax) leads two, B (finance) supports one: loads 2 and 0.3. 乙: C (tax) leads one.
FIRST = measuring(
    with_functions(facts_of(Attribution(1, "A", "B"), Attribution(2, "A")), A="tax", B="finance"),
    1,
    "electricity",
)
SECOND = with_functions(facts_of(Attribution(1, "C"), place="乙"), C="tax")
BOTH = merge([FIRST, SECOND])


def test_subjects_are_places_or_plans_of_one_place() -> None:
    assert [subject.name for subject in subjects(BOTH)] == ["甲", "乙"]
    other = facts_of(Attribution(1, "A"), plan="another")
    assert [s.key for s in subjects(merge([FIRST, other]))] == ["plan of 甲", "another"]
    assert [len(s.facts.plans) for s in subjects(merge([FIRST, other, SECOND]))] == [2, 1]


def test_places_of_one_name_are_told_apart() -> None:
    places = [
        replace(
            facts,
            plans=tuple(replace(p, jurisdiction="鼓楼区", jurisdiction_id=c) for p in facts.plans),
        )
        for facts, c in ((FIRST, "一市/鼓楼区"), (SECOND, "二市/鼓楼区"))
    ]
    assert [s.name for s in subjects(merge(places))] == ["一市/鼓楼区", "二市/鼓楼区"]


def test_functions_with_who_carries_them() -> None:
    table = functions_of(subjects(BOTH))
    columns = ["function", "subject", "units", "leads", "leading"]
    assert table[columns].to_numpy().tolist() == [
        ["finance", "甲", ("B",), 0, ()],
        ["tax", "甲", ("A",), 2, ("A",)],
        ["tax", "乙", ("C",), 1, ("C",)],
    ]
    assert table["share"].tolist() == pytest.approx([0.3 / 2.3, 2 / 2.3, 1.0])


def test_indicators_with_who_leads_them() -> None:
    (row,) = indicators_of(subjects(BOTH)).to_dict("records")
    assert (row["code"], row["subject"], row["tasks"], row["leads"]) == (
        *("electricity", "甲", 1, ("A",)),
    )
    assert not row["listed"]


def test_what_one_has_and_the_other_lacks() -> None:
    some = subjects(BOTH)
    lacks = lacks_of(some, functions_of(some), indicators_of(some))
    assert lacks.to_numpy().tolist() == [["indicator", "electricity", ("甲",), ("乙",)]]


def test_figures() -> None:
    table = figures_of(subjects(BOTH)).set_index(["subject", "measure"])["value"]
    assert (table["甲", "tasks"], table["甲", "units"], table["甲", "ties"]) == (2, 2, 1)
    assert table["甲", "density"] == 1.0
    assert (table["乙", "bodies"], table["乙", "density"]) == (1, 0.0)


@pytest.mark.parametrize(
    ("degrees", "expected"),
    [([4, 1, 1, 1, 1], 1.0), ([2, 2, 2, 2], 0.0), ([1, 2, 1], 1.0), ([1, 1], 0.0), ([], 0.0)],
    ids=["star", "ring", "line", "pair", "nothing"],
)
def test_centralisation(degrees: list[int], expected: float) -> None:
    assert centralisation(degrees) == expected


def _network(facts: Facts) -> nx.Graph[str]:
    """Single bodies that share a task in which both have a part with weight, pair by pair."""
    groups = {u.id for u in facts.units if u.kind is UnitKind.COLLECTIVE}
    idle = boilerplate(facts)
    same = {task.id: task.same_as for task in facts.tasks}
    stated = {(r.task, r.unit, r.role) for r in facts.responsibilities}
    graph: nx.Graph[str] = nx.Graph()
    tasks: dict[str, dict[str, tuple[int, bool]]] = {}
    for r in facts.responsibilities:
        again = same.get(r.task or "") and (same[str(r.task)], r.unit, r.role) in stated
        if r.task is None or r.unit in groups or again:
            continue
        graph.add_node(r.unit)
        weightless = r.id in idle or (r.standing and r.role is Role.SUPPORT)
        members = tasks.setdefault(r.task, {})
        members[r.unit] = min(members.get(r.unit, (9, True)), (0, weightless), key=lambda m: m[1])
    for members in tasks.values():
        graph.add_edges_from(
            (a, b) for a, b in combinations(members, 2) if not members[a][1] and not members[b][1]
        )
    return graph


@pytest.mark.parametrize("name", PLANS)
def test_figures_of_real_plans_counted_again(shared: Path, name: str) -> None:
    facts = extract(shared / "documents" / f"{name}.txt")
    (subject,) = subjects(facts)
    values = figures_of([subject]).set_index("measure")["value"].to_dict()
    graph = _network(facts)
    degrees = [degree for _, degree in graph.degree()]
    n, most = len(degrees), max(degrees)
    assert (values["bodies"], values["ties"]) == (n, graph.number_of_edges())
    assert values["density"] == pytest.approx(nx.density(graph))
    assert values["centralisation"] == pytest.approx(
        sum(most - degree for degree in degrees) / ((n - 1) * (n - 2))
    )
    assert values["tasks"] == sum(task.same_as is None for task in facts.tasks)


def test_leads_of_functions_of_real_plans_counted_again(shared: Path) -> None:
    facts = merge(extract(shared / "documents" / f"{name}.txt") for name in PLANS)
    table = functions_of(subjects(facts))
    units = {u.id: u for u in facts.units}
    same = {task.id for task in facts.tasks if task.same_as is not None}
    led = {
        (r.task, r.group, r.unit)
        for r in facts.responsibilities
        if r.role is Role.LEAD and r.task and r.task not in same
    }
    counted = Counter(
        (units[unit].function, units[unit].jurisdiction)
        for _, _, unit in led
        if units[unit].kind is UnitKind.UNIT
    )
    names = {subject.key: subject.name for subject in subjects(facts)}
    found = {
        (row["function"], names[row["subject"]]): row["leads"]
        for row in table.to_dict("records")
        if row["leads"]
    }
    assert found == dict(counted)
