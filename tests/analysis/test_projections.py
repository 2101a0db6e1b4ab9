"""Leads and supporters, tasks and indicators in pairs: by hand, and against records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import combinations
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis.projections import indicator_pairs, lead_support_pairs, task_pairs
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Role
from tests.analysis.building import Attribution, facts_of, plans
from tests.analysis.shared_tasks import Member, members, supports
from tests.analysis.test_load_by import about
from tests.catalogue.parity import five_plans, samples
from tests.examples import examples

PLAN = "plan of 甲"
of_facts = settings(max_examples=examples(8), deadline=None)
KINDS = ("co_lead", "lead_support", "support_support")
# 镇X ends three lists of four; X supports 4 without it.
FACTS = facts_of(
    Attribution(1, "A", "B镇X"),
    Attribution(2, "A", "BC镇X"),
    Attribution(3, "B", "镇X"),
    Attribution(4, "A", "XB"),
)


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return list(table[list(columns)].itertuples(index=False, name=None))


def test_leads_and_their_supporters() -> None:
    table = lead_support_pairs(FACTS)
    assert rows(table, "lead_name", "support_name", "tasks", "boilerplate") == [
        ("A", "B", 3, 0),
        ("A", "X", 3, 2),
        ("A", "C", 1, 0),
        ("B", "X", 1, 1),
    ]
    assert table["task_ids"].tolist()[1] == (f"{PLAN}#1", f"{PLAN}#2", f"{PLAN}#4")
    assert len(lead_support_pairs(FACTS, least=2)) == 2
    assert "镇" in set(lead_support_pairs(FACTS, collectives=True)["support_name"])


def test_tasks_that_share_bodies() -> None:
    # 1: A, B. 2: A, B, C. 3: B. 4: A, X, B; the tail links nothing.
    table = task_pairs(FACTS)
    columns = ["path_a", "path_b", "bodies", *KINDS]
    assert rows(table, *columns) == [
        ("1", "2", 2, 1, 0, 1),
        ("1", "4", 2, 1, 0, 1),
        ("2", "4", 2, 1, 0, 1),
        ("1", "3", 1, 0, 1, 0),
        ("2", "3", 1, 0, 1, 0),
        ("3", "4", 1, 0, 1, 0),
    ]
    assert table["jaccard"].tolist() == pytest.approx([2 / 3, 2 / 3, 1 / 2, 1 / 2, 1 / 3, 1 / 3])
    assert len(task_pairs(FACTS, least=2)) == 3


def test_indicators_that_share_bodies() -> None:
    facts = about(FACTS, (1, "tax"), (3, "power"), (2, "power"))
    # tax: A leads, B supports. power: A leads 2, B leads 3, C supports 2.
    [row] = indicator_pairs(facts).to_dict("records")
    assert (row["code_a"], row["code_b"], row["bodies"]) == ("power", "tax", 2)
    assert [row[kind] for kind in KINDS] == [1, 1, 0]
    assert row["jaccard"] == pytest.approx(2 / 3)


@pytest.mark.parametrize("pairs", [lead_support_pairs, task_pairs, indicator_pairs])
def test_nothing_gives_an_empty_table(pairs: Any) -> None:
    some = pairs(about(FACTS, (1, "tax"), (2, "power")))
    for facts in (Facts(), facts_of(Attribution(1, "A"))):
        assert len(pairs(facts)) == 0
        assert list(pairs(facts).columns) == list(some.columns)


@of_facts
@given(plans, st.booleans())
def test_pairs_are_those_of_records(facts: Facts, collectives: bool) -> None:
    compare(facts, collectives)
    if len(facts.tasks) > 1:
        compare(about(facts, (1, "tax"), (2, "tax"), (2, "power"), (1, "water")), collectives)


@pytest.mark.parametrize("facts", [samples, five_plans])
@pytest.mark.parametrize("collectives", [False, True])
def test_pairs_of_plans_are_those_of_records(facts: Any, collectives: bool) -> None:
    compare(facts(), collectives)


def compare(facts: Facts, collectives: bool) -> None:
    """All three tables beside what the records say one by one."""
    every = edges(supports(facts, boilerplate=True, collectives=collectives))
    real = edges(supports(facts, collectives=collectives))
    table = lead_support_pairs(facts, collectives=collectives)
    found = {(row["lead"], row["support"]): row for row in table.to_dict("records")}
    assert {pair: row["tasks"] for pair, row in found.items()} == every
    for pair, row in found.items():
        assert row["tasks"] - row["boilerplate"] == real.get(pair, 0)
    of_tasks = {
        task: {body: member.role for body, member in bodies.items() if member.counts}
        for task, bodies in members(facts, collectives).items()
    }
    shared(task_pairs(facts, collectives=collectives), "task", of_tasks)
    shared(indicator_pairs(facts, collectives=collectives), "code", by_code(facts, collectives))


def edges(graph: nx.DiGraph[str]) -> dict[Any, int]:
    return dict(nx.get_edge_attributes(graph, "weight"))


def by_code(facts: Facts, collectives: bool) -> dict[str, dict[str, Role]]:
    """The bodies of each indicator that have weight in a task about it, with their strongest."""
    tasks = members(facts, collectives)
    found: defaultdict[str, dict[str, Role]] = defaultdict(dict)
    strongest = list(Role)
    for link in facts.measures:
        nobody: dict[str, Member] = {}
        for body, member in tasks.get(link.task, nobody).items():
            if member.counts:
                before = found[link.code].get(body, member.role)
                found[link.code][body] = min(before, member.role, key=strongest.index)
    return dict(found)


def shared(table: pd.DataFrame, key: str, bodies: dict[str, dict[str, Role]]) -> None:
    found = {frozenset((row[f"{key}_a"], row[f"{key}_b"])): row for row in table.to_dict("records")}
    pairs = {frozenset((a, b)) for a, b in combinations(bodies, 2) if bodies[a].keys() & bodies[b]}
    assert found.keys() == pairs
    for (a, b), row in ((tuple(pair), row) for pair, row in found.items()):
        both = bodies[a].keys() & bodies[b]
        kinds = [{bodies[a][body], bodies[b][body]} for body in both]
        assert row["bodies"] == len(both)
        assert row["co_lead"] == kinds.count({Role.LEAD})
        assert row["lead_support"] == kinds.count({Role.LEAD, Role.SUPPORT})
        assert row["support_support"] == kinds.count({Role.SUPPORT})
        assert row["jaccard"] == pytest.approx(len(both) / len(bodies[a].keys() | bodies[b]))


def test_order_of_rows_does_not_matter() -> None:
    facts = five_plans()
    other = replace(facts, units=facts.units[::-1], responsibilities=facts.responsibilities[::-1])
    for pairs in (lead_support_pairs, task_pairs, indicator_pairs):
        pd.testing.assert_frame_equal(pairs(facts), pairs(other), check_exact=True)
