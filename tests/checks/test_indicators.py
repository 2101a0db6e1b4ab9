"""I001 to I003: indicators and their targets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmodel.checks.checker import check
from graphmodel.checks.registry import chosen
from tests.checks.checking import HEAD, facts, tasks, words

TABLE = "附件1\n指标分工表\n序号\t指标名称\t牵头部门\n1\t开办企业\t县审批局\n2\t跨境贸易\t{}\n"
LED = "（牵头单位：县审批局）"


def listed(*items: str) -> str:
    goals = "围绕开办企业、获得电力、获得信贷、办理破产、执行合同等5个指标开展工作。\n"
    return tasks(*items).replace("一、主要任务", f"一、工作目标\n{goals}二、主要任务")


def test_i001_indicator_without_task() -> None:
    text = listed(
        f"优化开办企业流程。{LED}",
        f"提升服务。缩短获得电力时间，扩大获得信贷的途径。{LED}",
        f"便利办理破产。{LED}",
    )
    assert words(text, "I001") == ["执行合同"]


def test_i001_indicator_whose_place_the_facts_do_not_say() -> None:
    said = facts(listed(f"优化开办企业流程。{LED}", f"便利办理破产。{LED}"))
    indicators = tuple(replace(row, start=None, end=None) for row in said.indicators)
    found = check(replace(said, indicators=indicators), chosen(["I001"]))
    assert {(finding.start, finding.end) for finding in found} == {(0, 0)}
    assert [finding.message.zh for finding in found] == [
        "没有任务提到指标“执行合同”",
        "没有任务提到指标“获得信贷”",
        "没有任务提到指标“获得电力”",
    ]


def test_i002_indicator_of_a_table_without_lead() -> None:
    body = tasks(f"优化开办企业流程。{LED}")
    assert words(body + TABLE.format(""), "I002") == ["跨境贸易"]
    assert words(body + TABLE.format("县商务局"), "I002") == []
    # A task that is about it has a lead.
    assert words(tasks(f"便利跨境贸易。{LED}") + TABLE.format(""), "I002") == []


def test_i002_is_silent_where_a_plan_assigns_no_indicator() -> None:
    assert words(listed(f"优化开办企业流程。{LED}"), "I002") == []
    # … but for those whose tasks nobody leads.
    text = listed("优化开办企业流程。（配合单位：县税务局）", f"缩短获得电力时间。{LED}")
    assert words(text, "I002") == ["开办企业"]


GOAL = "企业开办时间压减至1个工作日以内。"


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ((GOAL, "企业开办时间压减至2个工作日以内。"), ["2个工作日"]),
        ((GOAL, GOAL), []),
        # The steps of one metric.
        (("2024年，" + GOAL, "2025年，企业开办时间压减至2个工作日以内。"), []),
        # What differs is not the same: unit, metric, a word that may mean anything.
        ((GOAL, "企业注销时间压减至2个工作日以内。"), []),
        (("审批时限压减至3个工作日以内。", "审批时限压减至5个工作日以内。"), []),
        # Numbers of things may be parts of one sum, but not the total of the county.
        (("新增公共充电设施达到20个以上。", "新增公共充电设施达到30个以上。"), []),
        (("全县高新技术企业达到20家以上。", "全县高新技术企业达到30家以上。"), ["30家"]),
    ],
)
def test_i003_targets_that_contradict(sentences: tuple[str, str], found: list[str]) -> None:
    text = tasks(*(f"第{n}件事。{said}{LED}" for n, said in enumerate(sentences, 1)))
    assert words(text, "I003") == found


def test_i003_a_goal_of_the_plan_and_a_task() -> None:
    text = (
        f"{HEAD}一、工作目标\n力争到2024年底，{GOAL}\n二、主要任务\n"
        f"1.优化开办企业流程。企业开办时间压减至3个工作日以内。{LED}\n"
    )
    assert words(text, "I003") == ["3个工作日"]
    assert words(text.replace("3个工作日", "1个工作日"), "I003") == []
