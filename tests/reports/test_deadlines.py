"""The report on deadlines and duties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graphmodel.analysis.schedule import STATES, Timing
from graphmodel.reports.deadlines import LABELS, deadlines_report
from graphmodel.reports.terminal import to_text
from graphmodel.reports.wording import Language
from tests.reports.sample import FACTS, FIRST

TODAY = date(2025, 2, 1)
TIMING = Timing(TODAY, horizon=60)

TABLE = """\
期限与报送（截至 2025-02-01）

云岭县优化营商环境方案：▲ 逾期 1、○ 绿 1；2 项任务中 1 项（50.0%）没有日期
日期        状态    剩余天数  责任单位  事项                          周期
────────────────────────────────────────────────────────────────────────────
2024-12-31  ▲ 逾期       -32  县审批局  1.1 精简获得电力审批
2025-03-31  ○ 绿          58  各乡镇    报送 → 县审批局 1.2 规范收费  每季度

报送：各乡镇 → 县审批局，每季度

状态：▲ 日期已过；● 剩余不超过 7 天；◐ 不超过 30 天；○ 更晚。
方案不写完成情况：日期已过的都算逾期，除非台账记为完成。
定期事项列出今后 60 天内的日期，至少列下一次；未写明日期的，按每周的周五和每月、每季度、每
  半年、每年的最后一天计。
日期未按工作日顺延（可用 --working-days）。
"""


def test_table() -> None:
    # The words of the duty stand behind the heading of 1.2, which is all that the sample marks.
    first, second = FACTS.tasks
    whole = replace(second, end=FACTS.duties[0].end)
    report = deadlines_report(replace(FACTS, tasks=(first, whole)), TIMING, Language.ZH)
    assert to_text(report, width=90) == TABLE


def test_in_english() -> None:
    report = deadlines_report(FACTS, TIMING, Language.EN)
    assert report.title == "Deadlines and reports as of 2025-02-01"
    assert list(report.headings.values()) == [
        "云岭县优化营商环境方案: ▲ overdue 1, ○ green 1; 1 of 2 tasks (50.0%) have no date"
    ]
    assert report.findings == ["report: 各乡镇 → 县审批局, quarterly"]
    assert [row["what"] for row in report.rows] == ["1.1 精简获得电力审批", "report → 县审批局"]


def test_only_what_is_near_or_past() -> None:
    report = deadlines_report(FACTS, TIMING, Language.ZH, within=57)
    assert [row["date"] for row in report.rows] == ["2024-12-31"]
    assert report.rules[-1] == "只列 57 天内到期和已逾期的。"
    # What is not listed is still counted above the table.
    assert "○ 绿 1" in report.headings[FACTS.plans[0].id]
    far = deadlines_report(FACTS, TIMING, Language.ZH, within=58)
    assert [row["date"] for row in far.rows] == ["2024-12-31", "2025-03-31"]


def test_plans_without_rows_are_told() -> None:
    report = deadlines_report(FACTS, TIMING, Language.EN, within=0, finished={FIRST})
    assert len(report.rows) == 1  # what is past is finished, and stays in the list
    bare = replace(FACTS, deadlines=(), duties=())
    empty = deadlines_report(bare, TIMING, Language.EN)
    assert empty.rows == []
    assert empty.findings == [
        "云岭县优化营商环境方案: nothing due; 2 of 2 tasks (100.0%) have no date"
    ]


def test_finished_tasks_are_marked_and_counted() -> None:
    report = deadlines_report(FACTS, TIMING, Language.ZH, finished={FIRST})
    assert [(row["label"], row["is_overdue"]) for row in report.rows] == [
        ("✔ 完成", False),
        ("○ 绿", False),
    ]
    assert "✔ 台账中已完成的任务 1 项。" in report.rules


def test_moved_weekends_are_told() -> None:
    moved = deadlines_report(FACTS, replace(TIMING, working_days=True), Language.EN)
    assert any("article 203" in rule for rule in moved.rules)


@pytest.mark.parametrize("language", list(Language))
def test_every_state_has_a_sign_of_its_own(language: Language) -> None:
    assert set(LABELS) == set(STATES)
    assert len({LABELS[state](language)[0] for state in STATES}) == len(STATES)
