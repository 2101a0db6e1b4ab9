"""What the page knows, row by row, of facts put together by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts
from graphmodel.model.records import Indicator, Measure
from graphmodel.model.vocabulary import LinkBasis
from graphmodel.views.payload import Payload, payload
from tests.views.sample import PLACE, PLAN, TEXT, plan_facts, two_plans

Row = dict[str, Any]


def place_of(words: str, number: int = 0) -> list[int]:
    """Where words stand in the sample the so-many-th time."""
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return [start, start + len(words)]


def node(of: Payload, label: str, place: int = 0) -> Row:
    return next(row for row in of.nodes if row["label"] == label and row["place"] == place)


def ends(of: Payload, edge: Row) -> tuple[str, str]:
    labels = {row["id"]: row["label"] for row in of.nodes}
    return labels[edge["from"]], labels[edge["to"]]


def test_nodes_are_numbered_bodies_then_tasks_then_indicators() -> None:
    rows = payload(plan_facts()).nodes
    assert [(row["id"], row["group"], row["label"]) for row in rows] == [
        (1, "unit", "县审批局"),
        (2, "unit", "县市场监管局"),
        (3, "collective", "各乡镇"),
        (4, "external", "县供电公司"),
        (5, "unit", "县发改局"),
        (6, "unit", "县文旅局"),
        (7, "task", "提升开办企业便利度"),
        (8, "task", "推进获得电力改革"),
        (9, "task", "规范执法检查"),
        (10, "task", "加强宣传引导"),
        (11, "indicator", "开办企业"),
        (12, "indicator", "耗时"),
    ]


def test_body_without_any_part_is_left_out() -> None:
    assert "县档案局" in {unit.name for unit in plan_facts().units}
    assert "县档案局" not in {row["label"] for row in payload(plan_facts()).nodes}


def test_unit_carries_its_load() -> None:
    # Loads 3, 1, 0.3, 0.3: median 0.65, MAD 0.35, z of 3 = 0.6745 * 2.35 / 0.35.
    assert node(payload(plan_facts()), "县审批局") == {
        "id": 1,
        "group": "unit",
        "label": "县审批局",
        "key": f"{PLACE}:审批局",
        "plans": [0],
        "functions": ["other"],
        "place": 0,
        "load": {
            "leads": 3,
            "sole": 3,
            "shared": 0,
            "supports": 0,
            "boilerplate": 0,
            "standing": 0,
            "engaged": 0,
            "indicators": 1,
            "rank": 1,
            "load": 3.0,
            "z": 4.5288,
            "overloaded": True,
            "among": 0,
        },
    }


def test_collective_and_outside_body_carry_none() -> None:
    of = payload(plan_facts())
    assert "load" not in node(of, "各乡镇")
    assert "load" not in node(of, "县供电公司")


def test_population_has_the_limits_that_loads_are_compared_with() -> None:
    # 0.65 + 3.5 * 0.35 / 0.6745
    assert payload(plan_facts()).about["populations"] == [
        {"name": "云岭县", "units": 4, "median": 0.65, "threshold": 2.4662}
    ]


def test_task_carries_heading_deadline_target_and_post() -> None:
    of = payload(plan_facts())
    assert node(of, "提升开办企业便利度") == {
        "id": 7,
        "group": "task",
        "label": "提升开办企业便利度",
        "key": f"{PLAN}#1.1",
        "place": 0,
        "plans": [0],
        "path": "1.1",
        "at": [TEXT.index("1.提升"), TEXT.index("\n2.推进")],
        "above": ["重点任务"],
        "deadlines": [{"date": "2025-12-31", "at": place_of("2025年底前")}],
        "targets": [
            {
                "metric": "压减",
                "op": "<=",
                "value": 1.0,
                "unit": "个工作日",
                "at": place_of("1个工作日"),
            }
        ],
    }
    second = node(of, "推进获得电力改革")
    assert second["deadlines"] == [{"recurrence": "quarterly", "at": place_of("每季度")}]
    assert second["posts"] == [{"post": "分管副县长", "at": place_of("分管副县长")}]


def test_edges_say_who_does_what_where() -> None:
    of = payload(plan_facts())
    assert [(row["kind"], *ends(of, row)) for row in of.edges] == [
        ("lead", "县审批局", "提升开办企业便利度"),
        ("support", "县市场监管局", "提升开办企业便利度"),
        ("boilerplate", "各乡镇", "提升开办企业便利度"),
        ("lead", "县供电公司", "推进获得电力改革"),
        ("lead", "县发改局", "推进获得电力改革"),
        ("lead", "县审批局", "规范执法检查"),
        ("boilerplate", "各乡镇", "规范执法检查"),
        ("lead", "县审批局", "加强宣传引导"),
        ("support", "县文旅局", "加强宣传引导"),
        ("boilerplate", "各乡镇", "加强宣传引导"),
        ("lead", "县审批局", "开办企业"),
        ("measures", "开办企业", "提升开办企业便利度"),
        ("part", "耗时", "开办企业"),
    ]


def test_edge_keeps_mention_rule_and_place() -> None:
    assert payload(plan_facts()).edges[8] == {
        "id": 9,
        "from": 6,
        "to": 10,
        "kind": "support",
        "key": f"{PLAN}#1.4/0.support.8",
        "plan": 0,
        "at": place_of("县文旅\n局"),
        "mention": "县文旅局",
        "rule": "bracket",
    }


def test_standing_support_is_no_load() -> None:
    facts = plan_facts()
    parts = list(facts.responsibilities)
    parts[1] = replace(parts[1], standing=True)
    of = payload(replace(facts, responsibilities=tuple(parts)))
    assert (of.edges[1]["kind"], of.edges[1]["standing"]) == ("boilerplate", True)
    assert node(of, "县市场监管局")["load"]["load"] == 0.0


def test_about_the_plan() -> None:
    about = payload(plan_facts()).about
    assert about["plans"] == [
        {
            "key": PLAN,
            "title": "云岭县优化营商环境实施方案",
            "number": "云政发〔2024〕1号",
            "issuers": ["云岭县人民政府"],
            "issued": "2024-03-01",
            "status": "issued",
            "place": 0,
            "source": "云岭县.txt",
        }
    ]
    assert about["places"] == ["云岭县"]
    assert about["mentions"] == [
        {"plan": 0, "mention": "县文旅局", "rule": "short-name", "why": "全称的简写"}
    ]
    assert about["rules"] == {
        "lead": 1.0,
        "support": 0.3,
        "engaged": 0.1,
        "z_limit": 3.5,
        "least": 3,
    }


def test_two_places_are_apart() -> None:
    of = payload(two_plans())
    assert of.about["places"] == ["云岭县", "雾河县"]
    assert node(of, "县审批局", 0)["id"] != node(of, "县审批局", 1)["id"]
    assert [row["units"] for row in of.about["populations"]] == [4, 4]


def test_indicator_of_the_vocabulary_is_a_node_in_each_place() -> None:
    facts = two_plans()
    shared = Indicator(
        "indicator:electricity", None, "获得电力", 1, None, "electricity", None, None
    )
    links = tuple(
        Measure(
            f"{task.id}/e", task.plan, shared.id, "electricity", task.id, LinkBasis.TITLE, "", 0, 1
        )
        for task in facts.tasks
        if task.path == (1, 2)
    )
    of = payload(
        replace(
            facts,
            indicators=(*facts.indicators, shared),
            measures=(*facts.measures, *links),
        )
    )
    assert [row["place"] for row in of.nodes if row["label"] == "获得电力"] == [0, 1]
    places = {row["id"]: row["place"] for row in of.nodes}
    across = [row for row in of.edges if places[row["from"]] != places[row["to"]]]
    assert across == []


def test_facts_without_anything() -> None:
    of = payload(Facts())
    assert (of.nodes, of.edges, of.about["plans"]) == ([], [], [])


def test_unknown_unit_is_an_error() -> None:
    with pytest.raises(FactsError):
        payload(replace(plan_facts(), units=()))
