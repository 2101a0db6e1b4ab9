"""T001 to T004: dates and recurrences."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.checking import HEAD, tasks, words

LED = "（牵头单位：县审批局）"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("2024年2月底前完成。", ["2024年2月底前"]),
        ("2024年3月1日前完成。", []),
        ("2024年底前完成。", []),
        ("每季度调度一次。", []),
    ],
)
def test_t001_deadline_before_issue(sentence: str, found: list[str]) -> None:
    assert words(tasks(f"精简审批。{sentence}{LED}"), "T001") == found


def test_t001_phases() -> None:
    phases = (
        "二、实施步骤\n（一）部署阶段（2024年1月—2月）。发动。\n"
        "（二）推进阶段（2024年3月—6月）。实施。\n"
    )
    assert words(tasks(f"精简审批。{LED}") + phases, "T001") == ["部署阶段（2024年1月—2月）"]


def test_t001_without_a_date_of_issue_today_counts() -> None:
    text = tasks(f"精简审批。2024年2月底前完成。{LED}").replace("2024年3月1日", "")
    assert words(text, "T001") == []
    assert words(text, "T001", date(2024, 2, 29)) == []
    assert words(text, "T001", date(2024, 3, 1)) == ["2024年2月底前"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("于6月31日前完成。", ["6月31日"]),
        ("于2023年2月29日前完成。", ["2023年2月29日"]),
        ("于2024年2月29日前完成。", []),
        ("于2月29日前完成。", []),
        ("2024年13月底前完成。", ["2024年13月"]),
        ("于13月5日前完成。", ["13月5日"]),
        ("用时压减至24个月，工期1.5月。", []),
    ],
)
def test_t002_impossible_date(sentence: str, found: list[str]) -> None:
    assert words(tasks(f"精简审批。{sentence}{LED}"), "T002") == found


@settings(max_examples=40, deadline=None)
@given(year=st.integers(2015, 2035), month=st.integers(0, 20), number=st.integers(0, 40))
def test_t002_agrees_with_the_calendar(year: int, month: int, number: int) -> None:
    written = f"{year}年{month}月{number}日"
    try:
        date(year, month, number)
        found = []
    except ValueError:
        found = [written]
    assert words(tasks(f"精简审批。于{written}前完成。{LED}"), "T002") == found


def test_t003_reports_to_nobody() -> None:
    text = f"{HEAD}一、保障\n（一）加强督导。各乡镇每季度报送进展情况。\n"
    assert words(text, "T003") == ["各乡镇每季度报送进展情况"]
    assert words(text.replace("报送", "向县营商办报送"), "T003") == []


@pytest.mark.parametrize(
    ("title", "sentence", "found"),
    [
        ("云岭县三年行动计划（2023—2025年）", "到2026年，全面建成。", ["2026年"]),
        ("云岭县三年行动计划（2023—2025年）", "2025年底前完成。", []),
        ("云岭县2024年工作要点", "2025年6月底前完成。", ["2025年6月底前"]),
        ("云岭县优化营商环境实施方案", "2030年底前完成。", []),
    ],
)
def test_t004_after_the_end(title: str, sentence: str, found: list[str]) -> None:
    text = tasks(f"精简审批。{sentence}{LED}").replace("云岭县优化营商环境实施方案", title)
    assert words(text, "T004") == found


def test_t004_phases_come_before_the_title() -> None:
    phases = "二、实施步骤\n（一）推进阶段（2024年3月—6月）。实施。\n"
    text = tasks(f"精简审批。2024年9月底前完成。{LED}") + phases
    assert words(text, "T004") == ["2024年9月底前"]
    # A year and no more does not say that it is meant to its last day.
    assert words(text.replace("2024年9月底前完成", "2023至2024年完成"), "T004") == []
