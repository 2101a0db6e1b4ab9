"""UCINET, Pajek and the CSV of edges: read by others, and counted another way."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings

import graphmodel
from graphmodel.model.facts import Facts, merge
from graphmodel.model.naming import told_apart
from graphmodel.model.vocabulary import UnitKind
from graphmodel.stores.files.formats import GraphFormat
from graphmodel.stores.files.writing import pieces
from tests.analysis.building import Attribution, facts_of, plans
from tests.model.building import SOUND
from tests.stores.files_building import nasty_facts, tables_of

few = settings(max_examples=20, deadline=None)
Shared = dict[frozenset[str], int]


def data(facts: Facts, form: GraphFormat) -> str:
    return b"".join(pieces(tables_of(facts), form)).decode("utf-8")


def pajek(facts: Facts) -> nx.Graph[str]:
    """The file as NetworkX reads it; the marks that Pajek itself needs are another line to it."""
    text = data(facts, GraphFormat.PAJEK)
    assert text.startswith("\ufeff%")
    return nx.Graph(nx.parse_pajek(text.splitlines()))


def ucinet(facts: Facts) -> tuple[list[str], dict[tuple[int, int], int]]:
    """Labels and cells of a file in the data language, by its grammar alone."""
    head, labels, cells = re.fullmatch(
        r"dl n = (\d+)\nformat = edgelist1\nlabels:\n((?:\"[^\"\n]{1,18}\"\n)*)data:\n"
        r"((?:\d+ \d+ \d+\n)*)",
        data(facts, GraphFormat.UCINET),
    ).groups()  # type: ignore[union-attr]  # a file of another form fails here
    names = re.findall(r'"(.*)"', labels)
    assert len(names) == int(head)
    rows = [tuple(map(int, line.split())) for line in cells.splitlines()]
    found = {(a, b): value for a, b, value in rows}
    assert len(found) == len(rows)
    return names, found


def counted(facts: Facts) -> Shared:
    """How many tasks two bodies share, counted task by task; bodies by their names."""
    units = {unit.id: unit for unit in facts.units}
    bodies: dict[str, set[str]] = {}
    for r in facts.responsibilities:
        if r.task is not None and units[r.unit].kind is not UnitKind.COLLECTIVE:
            bodies.setdefault(r.task, set()).add(units[r.unit].name)
    counts: Counter[frozenset[str]] = Counter()
    for names in bodies.values():
        counts.update(frozenset(pair) for pair in combinations(sorted(names), 2))
    return dict(counts)


@few
@given(plans)
def test_pajek_holds_the_pairs_that_counting_finds(facts: Facts) -> None:
    graph = pajek(facts)
    found = {frozenset((a, b)): int(value["weight"]) for a, b, value in graph.edges(data=True)}
    assert found == counted(facts)
    assert set(graph) == {u.name for u in facts.units if u.kind is not UnitKind.COLLECTIVE}


@few
@given(plans)
def test_ucinet_holds_the_same_both_ways(facts: Facts) -> None:
    names, cells = ucinet(facts)
    assert {(b, a): value for (a, b), value in cells.items()} == cells
    found = {frozenset((names[a - 1], names[b - 1])): value for (a, b), value in cells.items()}
    assert found == counted(facts)


@pytest.mark.parametrize("facts", [nasty_facts(), Facts()], ids=["nasty", "none"])
def test_any_label_stays_on_its_line(facts: Facts) -> None:
    names, _ = ucinet(facts)
    count = sum(unit.kind is not UnitKind.COLLECTIVE for unit in facts.units)
    assert len({name.casefold() for name in names}) == count
    lines = data(facts, GraphFormat.PAJEK).split("\n")
    vertices = lines[2 : 2 + count]
    assert all(re.fullmatch(rf'{n} "[^"]+"', line) for n, line in enumerate(vertices, start=1))
    assert lines[2 + count] == "*Edges"


def test_units_of_one_name_are_told_apart_by_their_place() -> None:
    both = merge([facts_of(Attribution(1, leads="AB"), place=place) for place in ("甲县", "乙县")])
    assert set(pajek(both)) == {"A(甲县)", "B(甲县)", "A(乙县)", "B(乙县)"}


@pytest.mark.parametrize(
    ("names", "cut"),
    [
        (["甲", "乙"], ["甲", "乙"]),
        (["abcdef", "ABCDEF"], ["abcd", "AB~2"]),
        (["甲乙丙丁戊", "甲乙丙丁己"], ["甲乙丙丁", "甲乙~2"]),
    ],
)
def test_names_are_told_apart(names: list[str], cut: list[str]) -> None:
    assert told_apart(names, 4) == cut


def test_edge_csv_has_every_responsibility_with_its_words_and_place() -> None:
    rows = [*csv.DictReader(io.StringIO(data(SOUND, GraphFormat.EDGE_CSV), newline=""))]
    names = {unit.id: unit.name for unit in SOUND.units}
    relations = {"lead": "LEADS", "support": "SUPPORTS", "engaged": "ENGAGED_IN"}
    files = {plan.id: plan.source for plan in SOUND.plans}
    expected = {
        (r.id, r.unit, r.task or r.indicator, relations[r.role], names[r.unit], r.mention,
         str(r.start), str(r.end), files[r.plan])
        for r in SOUND.responsibilities
    }  # fmt: skip
    keys = ("id", "source", "target", "relation", "source_name", "mention", "start", "end", "file")
    assert {tuple(row[key] for key in keys) for row in rows} == expected
    titles = {task.id: task.title for task in SOUND.tasks}
    assert all(row["target_name"] == titles.get(row["target"], row["target_name"]) for row in rows)


@pytest.mark.shared
def test_real_plan_is_the_same_in_every_form(shared: Path) -> None:
    facts = graphmodel.extract(shared / "documents" / "weibin-2023.txt")
    pairs = counted(facts)
    graph = pajek(facts)
    found = {frozenset((a, b)): int(value["weight"]) for a, b, value in graph.edges(data=True)}
    assert found == pairs
    _, cells = ucinet(facts)
    assert sorted(cells.values()) == sorted([*pairs.values()] * 2)
