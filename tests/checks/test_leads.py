"""R001 to R006: who leads."""

from __future__ import annotations

import pytest

from graphmodel.checks.checker import check
from graphmodel.model.facts import merge
from tests.checks.checking import facts, findings, tasks, words

LED = "精简审批。减少材料。（牵头单位：县审批局；配合单位：县财政局）"
OTHER = "方便融资。做好对接。（牵头单位：县金融办）"
BARE = "规范收费。公布清单。"


@pytest.mark.parametrize(
    ("items", "unled"),
    [
        ((LED, BARE, OTHER, LED), ["2.规范收费"]),
        ((LED, BARE, OTHER), ["2.规范收费"]),
        # First and last are often general demands; two of four are no slip.
        ((BARE, LED, OTHER, LED, BARE), []),
        ((LED, BARE, BARE, OTHER), []),
        ((LED, OTHER), []),
        ((LED, "重大项目。（责任领导：副县长）", OTHER), []),
    ],
)
def test_r001_no_lead(items: tuple[str, ...], unled: list[str]) -> None:
    assert words(tasks(*items), "R001") == unled


def test_r001_a_heading_with_tasks_below_it_is_no_task() -> None:
    items = f"（一）甲项。（县财政局负责）\n（二）乙项\n1.{LED}\n（三）丙项。（县司法局负责）\n"
    text = f"方案\n一、任务\n{items}"
    assert words(text, "R001") == []


def test_r001_headings_without_tasks_tell_nothing() -> None:
    text = tasks(LED) + "附件2\n模板\n一、目标\n（一）甲\n二、措施\n三、保障\n（一）乙\n"
    assert words(text, "R001") == []


def test_r001_a_plan_that_assigns_nothing_is_told_once() -> None:
    text = "云岭县工作方案\n一、总体要求\n抓好落实。\n二、工作任务\n加强宣传。\n"
    assert words(text, "R001") == ["云岭县工作方案"]


@pytest.mark.parametrize(
    ("attribution", "found"),
    [
        ("（牵头单位：县直相关部门；配合单位：县财政局）", ["县直相关部门"]),
        ("（各乡镇、县直相关部门负责）", ["各乡镇、县直相关部门"]),
        ("（牵头单位：县财政局、各乡镇；配合单位：县司法局）", []),
        ("（牵头单位：县财政局；配合单位：各乡镇）", []),
    ],
)
def test_r002_only_collectives(attribution: str, found: list[str]) -> None:
    assert words(tasks(f"加强宣传。做好引导。{attribution}"), "R002") == found


@pytest.mark.parametrize(
    ("leads", "is_found"),
    [
        ("县财政局、县税务局、县司法局", False),
        ("县财政局、县税务局、县司法局、县公安局", True),
        ("县财政局、县税务局、县司法局、县财政局", False),
    ],
)
def test_r003_many_leads(leads: str, is_found: bool) -> None:
    text = tasks(f"优化融资。做好对接。（{leads}牵头，各乡镇配合）")
    assert words(text, "R003") == ([leads] if is_found else [])


def test_r003_counts_each_attribution_by_itself() -> None:
    two = "减少材料（县财政局、县税务局牵头）。优化流程。（县司法局、县公安局牵头）"
    assert words(tasks(two), "R003") == []


def test_r004_leads_and_supports() -> None:
    text = tasks("评估政策。（牵头单位：县司法局；配合单位：各乡镇、县司法局）", LED)
    (found,) = findings(text, "R004")
    first = text.index("县司法局")
    assert (found.start, found.end) == (first + 14, first + 18)
    assert found.also == ((first, first + 4),)


def test_r004_other_names_are_seen_through_and_other_attributions_are_not_mixed() -> None:
    one = "评估政策。（牵头单位：县发展和改革局；配合单位：县发改局）"
    assert words(tasks(one), "R004") == ["县发改局"]
    two = "减少材料（县财政局牵头，县税务局配合）。优化流程。（县税务局牵头，县财政局配合）"
    assert words(tasks(two), "R004") == []


def test_r005_only_supporters() -> None:
    text = tasks("便利通关。（配合单位：县商务局、县交通运输局）", LED)
    assert words(text, "R005") == ["县商务局、县交通运输局"]
    assert words(text, "R001") == []


@pytest.mark.parametrize(
    ("attribution", "found"),
    [
        ("（县工信局、县财政局等部门负责）", ["县财政局等"]),
        ("（牵头单位：县工信局、县财政局；配合单位：县司法局等部门）", []),
        ("（牵头单位：县工信局、县财政局；配合单位：县司法局）", []),
    ],
)
def test_r006_lead_left_open(attribution: str, found: list[str]) -> None:
    assert words(tasks(f"化解欠款。加快清偿。{attribution}"), "R006") == found


def test_a_plan_is_checked_by_itself() -> None:
    several = [facts(tasks(LED, BARE, LED, OTHER)), facts(tasks(OTHER).replace("云岭", "霁岭"))]
    alone = [finding for each in several for finding in check(each)]
    assert check(merge(several)) == alone
    assert {finding.code for finding in alone} >= {"R001"}
