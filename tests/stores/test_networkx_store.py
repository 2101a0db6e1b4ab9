"""The graph of hand-made facts, node by node and edge by edge."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.analysis.collaboration import collaboration
from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived
from graphmodel.model.records import (
    Deadline,
    Duty,
    Indicator,
    Jurisdiction,
    Measure,
    Responsibility,
    Section,
    Target,
)
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES
from graphmodel.model.validation import validate
from graphmodel.model.vocabulary import (
    Basis,
    DutyKind,
    JurisdictionLevel,
    LinkBasis,
    Operator,
    Recurrence,
    Role,
)
from graphmodel.stores.networkx_store import build
from tests.analysis.building import Attribution, facts_of, of_tables, plans

PLAN = "plan of 甲"
TASKS = [f"{PLAN}#{n}" for n in range(1, 5)]


def derived(facts: Facts) -> Derived:
    pairs = collaboration(facts).to_dict("records")
    return Derived(boilerplate(facts), tuple({str(k): v for k, v in p.items()} for p in pairs))


def rich_facts() -> Facts:
    """Something in every table that the graph shows.

    1: A leads, B, 镇, X support; then B leads. 2: A and B lead, C, 镇, X support.
    3: 镇 leads, A engages 企. 4: nobody.
    """
    facts = facts_of(
        Attribution(1, "A", "B镇X"),
        Attribution(1, "B"),
        Attribution(2, "AB", "C镇X"),
        Attribution(3, "镇A", "", "企"),
        tasks=4,
    )
    return with_goals(with_indicators(with_structure(facts)))


def with_structure(facts: Facts) -> Facts:
    """With sections, places above each other, and plans that cite each other."""
    (plan,), (first, second, *others) = facts.plans, facts.tasks
    issuers, issuer_ids = ("A", "A"), ("甲:A", "甲:A")
    return replace(
        facts,
        plans=(
            replace(plan, issuers=issuers, issuer_ids=issuer_ids, references=("old", "x")),
            replace(plan, id="old", title="old", references=("old",)),
        ),
        sections=(
            Section("s3", PLAN, (3,), "third", None, 0, 1),
            Section("s3.1", PLAN, (3, 1), "first", "s3", 0, 1),
        ),
        tasks=(replace(first, section="s3"), replace(second, section="s3.1"), *others),
        jurisdictions=(
            *facts.jurisdictions,
            Jurisdiction("省", "省", JurisdictionLevel.PROVINCE, None),
            Jurisdiction("省/乙", "乙", JurisdictionLevel.COUNTY, "省"),
        ),
    )


def with_indicators(facts: Facts) -> Facts:
    """With an indicator that A leads, one below it, and the task that is about it."""
    lead = Responsibility(
        "i1/0", PLAN, None, "i1", "甲:A", "A", Role.LEAD, 0, Basis.SOLE, False, False, "test", 0, 1
    )
    return replace(
        facts,
        responsibilities=(*facts.responsibilities, lead),
        indicators=(
            Indicator("i1", PLAN, "获得电力", 1, None, "electricity", 0, 1),
            Indicator("i11", PLAN, "时间", 2, "i1", None, 0, 1),
        ),
        measures=(
            Measure("m1", PLAN, "i1", "electricity", TASKS[0], LinkBasis.TITLE, "用电", 4, 6),
        ),
    )


def with_goals(facts: Facts) -> Facts:
    """With targets of a task and of the plan, deadlines and duties."""
    monthly, report = Recurrence.MONTHLY, DutyKind.REPORT
    return replace(
        facts,
        targets=(
            Target("t1", PLAN, TASKS[0], "时限", Operator.AT_MOST, 3.0, "天", 0, 1),
            Target("t2", PLAN, None, "环节", Operator.EQUAL, 2.0, "个", 0, 1),
        ),
        deadlines=(
            Deadline("d1", PLAN, TASKS[1], "2030-12-31", None, None, 0, 1),
            Deadline("d2", PLAN, TASKS[1], "2030-06-30", monthly, None, 0, 1),
        ),
        duties=(
            Duty("u1", PLAN, report, ("甲:B", "甲:镇"), "甲:A", monthly, (), 0, 1),
            Duty("u2", PLAN, report, ("甲:B",), "甲:A", None, ("03-10",), 2, 3),
            Duty("u3", PLAN, DutyKind.MEET, ("甲:B",), None, None, (), 0, 1),
        ),
    )


def test_facts_of_these_tests_are_sound() -> None:
    assert validate(rich_facts()) == []


def test_nodes_are_those_of_the_tables() -> None:
    graph = build(rich_facts(), Derived())
    assert Counter(data["label"] for _, data in graph.nodes(data=True)) == {
        "Jurisdiction": 3,  # 甲, 省, 省/乙
        "Unit": 5,  # A, B, X, C, 企
        "Collective": 1,  # 镇
        "Plan": 2,
        "Section": 2,
        "Task": 4,
        "Indicator": 2,
        "Target": 2,
    }


def test_edges_are_those_of_the_tables() -> None:
    facts = rich_facts()
    graph = build(facts, derived(facts))
    assert Counter(data["type"] for _, _, data in graph.edges(data=True)) == {
        "LEADS": 7,  # A, B, A, B, 镇, A of tasks; A of the indicator
        "SUPPORTS": 6,  # B, 镇, X; C, 镇, X
        "ENGAGED_IN": 1,
        "MEASURES": 1,
        "PART_OF": 7,  # two sections, four tasks, one indicator
        "HAS_TARGET": 2,
        "BELONGS_TO": 7,  # six bodies, one county
        "ISSUED_BY": 1,  # printed twice
        "CITES": 1,  # the other title is of no plan that is here
        "REPORTS_TO": 3,  # B and 镇, then B; a meeting is reported to nobody
        "COLLABORATES_WITH": 7,  # AB, AC, AX, BC, BX, CX; A企
    }


def test_every_node_and_edge_is_as_declared() -> None:
    facts = rich_facts()
    graph = build(facts, derived(facts))
    node_types = {t.label: {p.name for p in t.properties} | {"label"} for t in NODE_TYPES}
    edge_types = {t.type: t for t in EDGE_TYPES}
    for key, attributes in graph.nodes(data=True):
        assert attributes["id"] == key
        assert attributes.keys() == node_types[attributes["label"]]
    for source, target, attributes in graph.edges(data=True):
        declared = edge_types[attributes["type"]]
        labels = (graph.nodes[source]["label"], graph.nodes[target]["label"])
        assert labels in declared.pairs
        assert attributes.keys() == {p.name for p in declared.properties} | {"type"}


def test_values_are_plain() -> None:
    facts = rich_facts()
    graph = build(facts, derived(facts))
    elements = [data for _, data in graph.nodes(data=True)]
    elements += [data for _, _, data in graph.edges(data=True)]
    kinds = {type(value) for attributes in elements for value in attributes.values()}
    assert kinds == {str, int, float, bool, tuple, type(None)}


def test_node_of_a_task() -> None:
    graph = build(rich_facts(), Derived())
    assert graph.nodes[TASKS[1]] == {
        "label": "Task",
        "id": TASKS[1],
        "path": (2,),
        "title": "task 2",
        "plan": PLAN,
        "start": 0,
        "end": 1,
        "due": "2030-06-30",
        "recurrences": ("monthly",),
    }


def test_edge_of_a_lead() -> None:
    graph = build(rich_facts(), Derived())
    # Of the second task, the letters before: AB镇X, B of task 1.
    key = f"{TASKS[1]}/0.lead.0"
    assert graph.edges["甲:A", TASKS[1], f"LEADS:{key}"] == {
        "type": "LEADS",
        "id": key,
        "mention": "A",
        "group": 0,
        "open_ended": False,
        "standing": False,
        "rule": "test",
        "plan": PLAN,
        "start": 5,
        "end": 6,
        "basis": "designated",
        "co_leads": 2,
    }


def test_edge_of_boilerplate_support() -> None:
    facts = rich_facts()
    graph = build(facts, derived(facts))
    marks = {
        (source, data["boilerplate"])
        for source, _, data in graph.edges(data=True)
        if data["type"] == "SUPPORTS"
    }
    # 镇X ends two of four attributions.
    assert marks == {("甲:B", False), ("甲:C", False), ("甲:镇", True), ("甲:X", True)}


def test_edge_of_a_collaboration() -> None:
    facts = rich_facts()
    graph = build(facts, derived(facts))
    assert graph.edges["甲:A", "甲:B", "COLLABORATES_WITH:"] == {
        "type": "COLLABORATES_WITH",
        "tasks": 2,
        "lead_support": 0,
        "co_lead": 2,
        "support_support": 0,
    }
    assert not graph.has_edge("甲:B", "甲:A", "COLLABORATES_WITH:")


def test_edges_between_the_same_nodes_stay_apart() -> None:
    graph = build(rich_facts(), Derived())
    assert sorted(graph["甲:B"][TASKS[0]]) == [
        f"LEADS:{TASKS[0]}/1.lead.0",
        f"SUPPORTS:{TASKS[0]}/0.support.0",
    ]
    assert list(graph["甲:B"]["甲:A"]) == ["REPORTS_TO:u1", "REPORTS_TO:u2"]


def test_no_facts_are_an_empty_graph() -> None:
    graph = build(Facts(), Derived())
    assert (len(graph), graph.size()) == (0, 0)


def test_id_of_two_nodes_is_an_error() -> None:
    facts = facts_of(Attribution(1, "A"), place="甲", plan="甲")
    with pytest.raises(FactsError) as caught:
        build(facts, Derived())
    assert (caught.value.source, caught.value.code) == ("甲", "invalid")
    assert caught.value.details["labels"] == ("Jurisdiction", "Plan")


def test_key_of_two_edges_is_an_error() -> None:
    facts = facts_of(Attribution(1, "A"))
    (lead,) = facts.responsibilities
    twice = replace(facts, responsibilities=(lead, replace(lead, mention="other words")))
    with pytest.raises(FactsError, match=r"LEADS:plan of 甲#1/0\.lead\.0: invalid"):
        build(twice, Derived())


def test_edge_to_no_node_is_an_error() -> None:
    facts = facts_of(Attribution(1, "A"))
    with pytest.raises(FactsError, match="甲:A: unknown_id"):
        build(replace(facts, units=()), Derived())


@of_tables
@given(plans)
def test_every_responsibility_is_one_edge(facts: Facts) -> None:
    graph = build(facts, derived(facts))
    found = {d["id"] for _, _, d in graph.edges(data=True) if "mention" in d}
    assert found == {r.id for r in facts.responsibilities}
    pairs = [key for _, _, key in graph.edges(keys=True) if key == "COLLABORATES_WITH:"]
    assert len(pairs) == len(collaboration(facts))
