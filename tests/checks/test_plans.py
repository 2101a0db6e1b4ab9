"""What is known to be wrong with the five plans is found, judged against their texts by hand."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

import graphmodel
from graphmodel.checks.checker import check
from graphmodel.checks.finding import Finding
from graphmodel.model import Facts

pytestmark = pytest.mark.shared

Found = Callable[[str], set[tuple[str, str]]]


@pytest.fixture(scope="module")
def plan_facts(shared: Path) -> Callable[[str], Facts]:
    known: dict[str, Facts] = {}

    def facts_of(name: str) -> Facts:
        if name not in known:
            known[name] = graphmodel.extract(shared / "documents" / f"{name}.txt")
        return known[name]

    return facts_of


def told(facts: Facts) -> set[tuple[str, str]]:
    """Code and words of each finding."""
    text = facts.texts[0].text
    return {(f.code, "".join(text[f.start : f.end].split())) for f in check(facts)}


KNOWN = {
    "yijun-2021": {
        ("D004", "县住建局"),
        ("D005", "…"),
        ("I001", "保护中小投资者"),
        ("N001", "市生态环境局宜君托局"),
        ("N001", "县华仪天燃气有限公司"),
        ("T001", "工作部署阶段（2021年12月上旬）"),
        ("W001", "县行政审批服务局"),
        ("W001", "县发展和改革局"),
        ("W001", "县市场监管局"),
    },
    "huining-2022": {
        ("D001", "7项"),
        ("R002", "县直相关部门"),
        ("R004", "县直相关部门"),
        ("P001", "■■"),
        ("P001", "■■■■■■■■■■■"),
        ("N003", "县政府办公室"),
    },
    "jingle-2020": {
        ("D003", "《静乐县以数字政府建设为牵引进一步优化营商环境行动计划》工作任务细化分解表"),
        ("T001", "6月份"),
        ("W001", "县审批局"),
        ("N003", "人行静乐支行"),
    },
    "weibin-2023": {
        ("N001", "姜潭经开区管委会"),
        ("W001", "区行政审批局"),
        ("W001", "区政府办"),
    },
    "xiangyuan-2023": set(),
}


@pytest.mark.parametrize("plan", KNOWN)
def test_known_findings(plan: str, plan_facts: Callable[[str], Facts]) -> None:
    found = told(plan_facts(plan))
    assert {known for known in KNOWN[plan] if known[1] != "…"} <= found
    assert {code for code, _ in KNOWN[plan]} <= {code for code, _ in found}


def of(facts: Facts, code: str) -> list[Finding]:
    return [finding for finding in check(facts) if finding.code == code]


def test_the_annex_of_yijun_and_its_body(plan_facts: Callable[[str], Facts]) -> None:
    facts = plan_facts("yijun-2021")
    text = facts.texts[0].text
    (found,) = of(facts, "D004")
    assert [text[slice(*span)] for span in found.also] == ["县行政审批服务局", "县发展和改革局"]
    assert "招标投标" in found.message.zh


def test_collectives_that_lead_in_huining(plan_facts: Callable[[str], Facts]) -> None:
    facts = plan_facts("huining-2022")
    groups = of(facts, "R002")
    assert len(groups) == 3
    (both,) = of(facts, "R004")
    (task,) = (task for task in facts.tasks if task.start <= both.start < task.end)
    assert task.path == (3, 2, 15)
    (count,) = of(facts, "D001")
    assert (count.correction, count.message.zh) == ("6项", "写的是 7，实际有 6")


def test_leads_of_jingle(plan_facts: Callable[[str], Facts]) -> None:
    numbers = [finding.message.zh.split()[0] for finding in of(plan_facts("jingle-2020"), "R003")]
    assert numbers == ["4", "4", "6", "7"]


def test_rules_are_fast(plan_facts: Callable[[str], Facts]) -> None:
    facts = plan_facts("weibin-2023")
    check(facts)  # loads what measures are made with
    begun = time.process_time()
    check(facts)
    assert time.process_time() - begun < 0.5
