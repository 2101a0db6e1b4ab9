"""Nodes and edges of small facts, written out by hand."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived, Edge, edges, nodes
from tests.model.building import CITED, HOUSING, LEAD, PLAN, SOUND, TOWNS

NOTHING = Derived()


def of_type(kind: str, facts: Facts = SOUND, derived: Derived = NOTHING) -> list[Edge]:
    return [edge for edge in edges(facts, derived) if edge.type == kind]


def ends(kind: str, facts: Facts = SOUND) -> list[tuple[str, str]]:
    return [(edge.source, edge.target) for edge in of_type(kind, facts)]


def test_nodes_in_the_order_of_the_schema_and_of_the_tables() -> None:
    assert [(node.label, node.id) for node in nodes(SOUND)] == [
        ("Jurisdiction", "乙省"),
        ("Jurisdiction", "乙省/甲县"),
        ("Unit", "甲县:住建"),
        ("Unit", "供电"),
        ("Collective", "甲县:乡镇"),
        ("Plan", "p"),
        ("Plan", "q"),
        ("Section", "p#1"),
        ("Section", "p#annex.1"),
        ("Task", "p#1.1"),
        ("Task", "p#annex.1.4"),
        ("Indicator", "p!开办企业"),
        ("Indicator", "p!开办企业/耗时"),
        ("Indicator", "indicator:tax"),
        ("Target", "p#1.1/target.0"),
        ("Target", "p/target.0"),
    ]


def test_properties_of_a_task_hold_when_it_is_due() -> None:
    tasks = [node.properties for node in nodes(SOUND) if node.label == "Task"]
    assert tasks[0] == {
        "id": "p#1.1",
        "path": (1, 1),
        "title": "推进审批",
        "plan": "p",
        "start": 6,
        "end": 18,
        "due": "2024-06-30",
        "recurrences": ("monthly",),
    }
    assert (tasks[1]["due"], tasks[1]["recurrences"]) == (None, ())


def test_properties_of_a_unit_and_of_a_collective() -> None:
    found = {node.id: node.properties for node in nodes(SOUND)}
    assert found["甲县:住建"] == {
        "id": "甲县:住建",
        "name": "县住建局",
        "kind": "unit",
        "function": "housing",
        "functions": ("housing",),
        "jurisdiction": "甲县",
    }
    assert list(found["甲县:乡镇"]) == ["id", "name", "kind", "function", "jurisdiction"]


def test_leads_carry_their_source_and_their_number() -> None:
    leads = of_type("LEADS")
    assert [(e.source, e.target, e.properties["co_leads"]) for e in leads] == [
        ("甲县:住建", "p#1.1", 1),
        ("甲县:住建", "p#1.1", 2),
        ("甲县:乡镇", "p#1.1", 2),
        ("甲县:住建", "p!开办企业", 1),
    ]
    assert leads[0].key == "p#1.1/0.lead.0"
    assert leads[0].properties == {
        "id": "p#1.1/0.lead.0",
        "mention": "县住建局",
        "group": 0,
        "open_ended": False,
        "standing": False,
        "rule": "verb-designated",
        "plan": "p",
        "start": 11,
        "end": 15,
        "basis": "designated",
        "co_leads": 1,
    }


def test_support_says_whether_it_is_boilerplate() -> None:
    (plain,) = of_type("SUPPORTS")
    assert (plain.source, plain.target) == ("甲县:乡镇", "p#1.1")
    assert plain.properties["boilerplate"] is False
    (marked,) = of_type("SUPPORTS", derived=Derived(frozenset({"p#1.1/0.support.0"})))
    assert marked.properties["boilerplate"] is True
    assert "basis" not in plain.properties


def test_engaged_body() -> None:
    assert ends("ENGAGED_IN") == [("供电", "p#1.1")]


def test_indicator_measures_task() -> None:
    (edge,) = of_type("MEASURES")
    assert (edge.source, edge.target, edge.key) == ("indicator:tax", "p#1.1", "p#1.1/tax")
    assert edge.properties == {
        "id": "p#1.1/tax",
        "basis": "title",
        "words": "办税",
        "plan": "p",
        "start": 6,
        "end": 8,
    }


def test_structure() -> None:
    assert ends("PART_OF") == [
        ("p#1", "p"),
        ("p#annex.1", "p#1"),
        ("p#1.1", "p#1"),
        ("p#annex.1.4", "p"),
        ("p!开办企业/耗时", "p!开办企业"),
    ]
    assert ends("HAS_TARGET") == [("p#1.1", "p#1.1/target.0"), ("p", "p/target.0")]
    assert ends("BELONGS_TO") == [
        ("甲县:住建", "乙省/甲县"),
        ("甲县:乡镇", "乙省/甲县"),
        ("乙省/甲县", "乙省"),
    ]


def test_plan_is_issued_by_units_and_cites_plans_that_are_there() -> None:
    assert ends("ISSUED_BY") == [("p", "甲县:住建")]
    assert ends("CITES") == [("p", "q")]
    assert ends("CITES", Facts(plans=(PLAN,))) == []


def test_plan_does_not_cite_itself() -> None:
    assert ends("CITES", Facts(plans=(replace(PLAN, references=("甲县方案",)),))) == []


def test_collective_issues_nothing() -> None:
    facts = replace(SOUND, plans=(replace(PLAN, issuer_ids=("甲县:乡镇",)), CITED))
    assert ends("ISSUED_BY", facts) == []


def test_duty_is_owed_to_a_unit() -> None:
    """Two bodies owe the first duty; the second is owed to nobody, the third to a group."""
    found = of_type("REPORTS_TO")
    assert [(e.source, e.target, e.key) for e in found] == [
        ("甲县:乡镇", "甲县:住建", "p/duty.1"),
        ("供电", "甲县:住建", "p/duty.1"),
    ]
    assert found[0].properties == {
        "kind": "report",
        "recurrence": "quarterly",
        "dates": ("03-10", "06-10"),
        "plan": "p",
        "start": 6,
        "end": 10,
    }


def test_collaboration_is_written_down_as_given() -> None:
    pair = {
        "unit_a": "a",
        "unit_b": "b",
        "tasks": 3,
        "lead_support": 1,
        "co_lead": 2,
        "support_support": 0,
        "task_ids": ("x",),
    }
    (edge,) = of_type("COLLABORATES_WITH", derived=Derived(collaborations=(pair,)))
    assert (edge.source, edge.target) == ("a", "b")
    assert edge.properties == {"tasks": 3, "lead_support": 1, "co_lead": 2, "support_support": 0}


def test_no_two_edges_are_the_same() -> None:
    """Two issuers may be one body, printed twice."""
    facts = replace(SOUND, plans=(replace(PLAN, issuer_ids=("甲县:住建",) * 2), CITED))
    keys = [(e.type, e.key, e.source, e.target) for e in edges(facts, NOTHING)]
    assert len(set(keys)) == len(keys)


def test_responsibility_for_nothing_is_no_edge() -> None:
    facts = Facts(
        plans=(PLAN,), units=(HOUSING, TOWNS), responsibilities=(replace(LEAD, task=None),)
    )
    assert list(edges(facts, NOTHING)) == [
        Edge("BELONGS_TO", "", "甲县:住建", "乙省/甲县"),
        Edge("BELONGS_TO", "", "甲县:乡镇", "乙省/甲县"),
        Edge("ISSUED_BY", "", "p", "甲县:住建"),
    ]
