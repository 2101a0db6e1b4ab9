"""The report of figures and findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmodel.analysis.summary import summary
from graphmodel.reports.loads import Counting
from graphmodel.reports.summaries import MEASURES, summary_report
from graphmodel.reports.terminal import to_text
from graphmodel.reports.wording import Language
from tests.analysis.building import Attribution, facts_of
from tests.reports.sample import FACTS


def test_every_measure_has_a_name() -> None:
    assert set(summary(FACTS)["measure"]) == set(MEASURES)


def test_figures_of_place_and_plan() -> None:
    lines = to_text(summary_report(FACTS, Counting(), Language.ZH), width=60).splitlines()
    place, plan = (
        lines.index("云岭县"),
        lines.index("云岭县优化营商环境方案 (云岭县:云政发〔2024〕1号)"),
    )
    assert place < plan
    # 县审批局 leads one task; 县财政局 leads one and supports one: 1 + 1.3
    assert lines[place + 5].split() == ["总负荷", "2.3"]
    assert lines[plan + 3].split() == ["任务", "2"]
    assert lines[plan + 5].split() == ["责任", "4"]


def test_tasks_found_are_told_by_their_paths() -> None:
    facts = facts_of(Attribution(1, "镇"), tasks=2)
    rows = {row["measure"]: row for row in summary_report(facts, Counting(), Language.ZH).rows}
    assert rows["tasks_without_lead"]["found"] == "2"
    assert rows["tasks_without_lead"]["items"] == ("plan of 甲#2",)
    assert rows["tasks_led_by_collectives"]["found"] == "1"


def test_diagnostics_of_no_plan_have_a_heading() -> None:
    [doubt] = FACTS.diagnostics
    stray = replace(doubt, plan=None, start=None, end=None)
    facts = replace(FACTS, diagnostics=(stray,))
    text = to_text(summary_report(facts, Counting(), Language.EN), width=60)
    assert "\nOf no plan\n" in text


@pytest.mark.parametrize("language", list(Language))
def test_weights_are_told(language: Language) -> None:
    assert "0.3" in summary_report(FACTS, Counting(), language).rules[0]
