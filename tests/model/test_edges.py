"""Edges of small facts, written out by hand."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.model.edges import edge_tables
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived, Pair
from tests.model.building import CITED, HOUSING, LEAD, PLAN, SOUND, TOWNS
from tests.model.tables import NOTHING, edges, ends, nodes, rows


def test_leads_carry_their_source_and_their_number() -> None:
    leads = edges("LEADS")
    assert [(e["from"], e["to"], e["co_leads"]) for e in leads] == [
        ("甲县:住建", "p#1.1", 1),
        ("甲县:住建", "p#1.1", 2),
        ("甲县:住建", "p!开办企业", 1),
        ("甲县:乡镇", "p#1.1", 2),
    ]
    assert leads[0] == {
        "from": "甲县:住建",
        "to": "p#1.1",
        "id": "p#1.1/0.lead.0",
        "mention": "县住建局",
        "group": 0,
        "open_ended": False,
        "standing": False,
        "rule": "verb-designated",
        "plan": "p",
        "start": 11,
        "end": 15,
        "confidence": "certain",
        "basis": "designated",
        "co_leads": 1,
        "repeats": False,
    }


def test_body_named_twice_in_an_attribution_is_one_of_the_co_leads() -> None:
    parts = (LEAD, replace(LEAD, id="again"), replace(LEAD, id="other", unit="供电"))
    leads = edges("LEADS", replace(SOUND, responsibilities=parts))
    assert [e["co_leads"] for e in leads] == [2, 2, 2]


def test_leads_of_an_indicator_in_two_plans_do_not_lead_together() -> None:
    first = replace(LEAD, task=None, indicator="indicator:tax")
    several = (first, replace(first, id="b", unit="供电"), replace(first, id="q", plan="q"))
    leads = edges("LEADS", replace(SOUND, responsibilities=several))
    assert {e["id"]: e["co_leads"] for e in leads} == {LEAD.id: 2, "b": 2, "q": 1}


def test_support_says_whether_it_is_boilerplate() -> None:
    (plain,) = edges("SUPPORTS")
    assert (plain["from"], plain["to"]) == ("甲县:乡镇", "p#1.1")
    assert plain["boilerplate"] is False
    (marked,) = edges("SUPPORTS", derived=Derived(frozenset({"p#1.1/0.support.0"})))
    assert marked == {**plain, "boilerplate": True}
    assert "basis" not in plain


def test_every_role_says_whether_it_repeats_what_counts() -> None:
    again = frozenset({"p#1.1/1.lead.0", "p#1.1/0.engaged.0"})
    kinds = ("LEADS", "SUPPORTS", "ENGAGED_IN")
    found = [edge for kind in kinds for edge in edges(kind, derived=Derived(repeats=again))]
    assert {edge["id"] for edge in found if edge["repeats"]} == again
    assert {edge["repeats"] for edge in found if edge["id"] not in again} == {False}


def test_engaged_body() -> None:
    assert ends("ENGAGED_IN") == [("供电", "p#1.1")]


def test_indicator_measures_task() -> None:
    assert edges("MEASURES") == [
        {
            "from": "indicator:tax",
            "to": "p#1.1",
            "id": "p#1.1/tax",
            "basis": "title",
            "words": "办税",
            "plan": "p",
            "start": 6,
            "end": 8,
        }
    ]


def test_structure_with_the_plan_that_says_it() -> None:
    assert rows("PART_OF") == [
        ("p#1.1", "p#1", "p"),
        ("p#annex.1.4", "p", "p"),
        ("p#annex.1", "p#1", "p"),
        ("p#1", "p", "p"),
        ("p!开办企业/耗时", "p!开办企业", "p"),
        ("p/duty.1", "p", "p"),
        ("p/duty.2", "p", "p"),
        ("p/duty.3", "p", "p"),
    ]
    assert rows("HAS_TARGET") == [("p#1.1", "p#1.1/target.0", "p"), ("p", "p/target.0", "p")]


def test_bodies_and_places_lie_in_places_whoever_says_it() -> None:
    assert rows("BELONGS_TO") == [
        ("甲县:住建", "乙省/甲县"),
        ("甲县:乡镇", "乙省/甲县"),
        ("乙省/甲县", "乙省"),
    ]


def test_plan_is_issued_by_units_and_cites_plans_that_are_there() -> None:
    assert rows("ISSUED_BY") == [("p", "甲县:住建", "p")]
    assert rows("CITES") == [("p", "q")]
    assert ends("CITES", Facts(plans=(PLAN,))) == []


def test_plan_does_not_cite_itself() -> None:
    assert ends("CITES", Facts(plans=(replace(PLAN, references=("甲县方案",)),))) == []


def test_plan_cites_all_plans_of_a_title() -> None:
    third = replace(CITED, id="r")
    assert ends("CITES", Facts(plans=(PLAN, CITED, third))) == [("p", "q"), ("p", "r")]


def test_collective_issues_nothing() -> None:
    facts = replace(SOUND, plans=(replace(PLAN, issuer_ids=("甲县:乡镇",)), CITED))
    assert ends("ISSUED_BY", facts) == []


def test_duty_is_owed_by_bodies_to_a_body() -> None:
    """Two bodies owe the first; the second is owed to nobody, the third to a group."""
    assert rows("OWES") == [
        ("供电", "p/duty.1", "p"),
        ("甲县:住建", "p/duty.2", "p"),
        ("甲县:住建", "p/duty.3", "p"),
        ("甲县:乡镇", "p/duty.1", "p"),
    ]
    assert rows("OWED_TO") == [
        ("p/duty.1", "甲县:住建", "p"),
        ("p/duty.3", "甲县:乡镇", "p"),
    ]
    assert nodes("Duty")[0] == {
        "id": "p/duty.1",
        "kind": "report",
        "recurrence": "quarterly",
        "dates": ("03-10", "06-10"),
        "plan": "p",
        "start": 6,
        "end": 10,
    }


def test_bodies_report_to_a_unit_in_one_step() -> None:
    found = edges("REPORTS_TO")
    assert [(e["from"], e["to"], e["id"]) for e in found] == [
        ("供电", "甲县:住建", "p/duty.1"),
        ("甲县:乡镇", "甲县:住建", "p/duty.1"),
    ]
    assert (found[0]["kind"], found[0]["recurrence"]) == ("report", "quarterly")
    assert (found[0]["dates"], found[0]["plan"]) == (("03-10", "06-10"), "p")


def test_body_that_a_duty_names_twice_owes_it_once() -> None:
    duty = replace(SOUND.duties[0], units=("供电", "供电"))
    facts = replace(SOUND, duties=(duty,))
    assert ends("OWES", facts) == [("供电", "p/duty.1")]
    assert ends("REPORTS_TO", facts) == [("供电", "甲县:住建")]


def test_plan_names_what_it_speaks_of_and_how_it_has_a_body() -> None:
    """`q` speaks of its county and of the province above it alone."""
    nothing = (None, None, None, (), None, None)
    home, away = ("甲县", "乙省/甲县"), (None, None)
    assert rows("NAMES") == [
        ("p", "甲县:住建", "p", "县住建局", "unit", "housing", ("housing",), *home),
        ("p", "供电", "p", "国网供电公司", "external", "power_supply", ("power_supply",), *away),
        ("p", "甲县:乡镇", "p", "各乡镇", "collective", "township", ("township",), *home),
        ("p", "乙省/甲县", "p", *nothing),
        ("p", "乙省", "p", *nothing),
        ("q", "乙省/甲县", "q", *nothing),
        ("q", "乙省", "q", *nothing),
        ("p", "indicator:tax", "p", *nothing),
    ]


def test_collaboration_is_written_down_plan_by_plan() -> None:
    pairs = (Pair("p", "a", "b", 3, 1, 2, 0, 1), Pair("q", "a", "b", 1, 0, 0, 1, 0))
    assert rows("COLLABORATES_WITH", derived=Derived(pairs=pairs)) == [
        ("a", "b", "p", 3, 1, 2, 0, 1),
        ("a", "b", "q", 1, 0, 0, 1, 0),
    ]


def test_issuer_printed_twice_is_one_edge() -> None:
    facts = replace(SOUND, plans=(replace(PLAN, issuer_ids=("甲县:住建",) * 2), CITED))
    assert rows("ISSUED_BY", facts) == [("p", "甲县:住建", "p")]


def test_responsibility_for_nothing_is_no_edge_but_names_the_body() -> None:
    facts = Facts(
        plans=(PLAN,), units=(HOUSING, TOWNS), responsibilities=(replace(LEAD, task=None),)
    )
    tables = [table for table in edge_tables(facts, NOTHING) if list(table.rows)]
    assert [(table.type.type, table.pair) for table in tables] == [
        ("ISSUED_BY", ("Plan", "Unit")),
        ("NAMES", ("Plan", "Unit")),
        ("NAMES", ("Plan", "Collective")),
        ("BELONGS_TO", ("Unit", "Jurisdiction")),
        ("BELONGS_TO", ("Collective", "Jurisdiction")),
    ]
