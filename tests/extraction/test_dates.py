"""Deadlines, recurrences and periods."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.extraction.dates import find_times, last_day, period
from tests.extraction.drafts import only_task

ISSUED = datetime.date(2024, 3, 15)


def dates(text: str, issued: datetime.date | None = ISSUED) -> list[str | None]:
    return [when.date for when in find_times(text, 0, len(text), issued) if not when.recurrence]


def recurrences(text: str) -> list[str]:
    return [when.recurrence for when in find_times(text, 0, len(text), ISSUED) if when.recurrence]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025年底前完成", "2025-12-31"),
        ("2025年年底前完成", "2025-12-31"),
        ("2025年6月底前完成", "2025-06-30"),
        ("2025年2月底前完成", "2025-02-28"),
        ("2024年2月底前完成", "2024-02-29"),
        ("2025年6月30日前完成", "2025-06-30"),
        ("于2025年6月5日前完成", "2025-06-05"),
        ("2025年6月上旬完成", "2025-06-10"),
        ("2025年6月中旬完成", "2025-06-20"),
        ("2025年6月下旬完成", "2025-06-30"),
        ("2025年第一季度完成", "2025-03-31"),
        ("2025年二季度末完成", "2025-06-30"),
        ("2025年上半年完成", "2025-06-30"),
        ("2025年下半年完成", "2025-12-31"),
        ("2025 年 6 月 底前完成", "2025-06-30"),
        ("2025年\n6月\n底前完成", "2025-06-30"),
        ("年底前完成", "2024-12-31"),
        ("今年年底前完成", "2024-12-31"),
        ("明年6月底前完成", "2025-06-30"),
        ("6月份完成", "2024-06-30"),
        ("6月底前完成", "2024-06-30"),
        ("9月15日前完成", "2024-09-15"),
        ("2024年至2026年开展", "2026-12-31"),
        ("2024-2026年开展", "2026-12-31"),
        ("2025年，全县完成改造", "2025-12-31"),
        ("到2025年，全县完成改造", "2025-12-31"),
    ],
)
def test_deadline(text: str, date: str) -> None:
    assert dates(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "2020年以来",
        "依据《2023年重点工作方案》",
        "自2021年起施行",
        "（2021年修订）",
        "近三年",
        "每年",
        "全年",
        "“十四五”规划",
        "3个月内",
        "截至目前",
    ],
)
def test_times_that_set_nothing(text: str) -> None:
    assert dates(text) == []


def test_several_deadlines_in_order() -> None:
    text = "2024年6月底前启动，2024年9月底前验收，2025年底前推广。"
    assert dates(text) == ["2024-06-30", "2024-09-30", "2025-12-31"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("2025年2月30日前完成", "2025年2月30日前"),
        ("2025年13月底前完成", "2025年13月底前"),
        ("2025年0月底前完成", "2025年0月底前"),
        ("2025年6月31日前完成", "2025年6月31日前"),
    ],
)
def test_impossible_date_stays_as_written(text: str, event: str) -> None:
    (when,) = find_times(text, 0, len(text), ISSUED)
    assert (when.date, when.event) == (None, event)


def test_without_a_date_of_issue_a_date_without_a_year_is_an_event() -> None:
    (when,) = find_times("年底前完成", 0, 5, None)
    assert (when.date, when.event) == (None, "年底前")
    assert dates("2025年底前完成", None) == ["2025-12-31"]


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("每周报送", "weekly"),
        ("每月召开例会", "monthly"),
        ("每个月通报", "monthly"),
        ("按月调度", "monthly"),
        ("每季度召开一次会议", "quarterly"),
        ("每个季度评估", "quarterly"),
        ("按季度通报", "quarterly"),
        ("每半年督查一次", "half_yearly"),
        ("每年评估一次", "yearly"),
        ("每\n季度召开", "quarterly"),
    ],
)
def test_recurrence(text: str, recurrence: str) -> None:
    assert recurrences(text) == [recurrence]


@pytest.mark.parametrize("text", ["2024年", "逐年提高", "周边", "月报表", "半年", "年度计划"])
def test_words_that_recur_in_no_way(text: str) -> None:
    assert recurrences(text) == []


def test_span_is_what_was_read() -> None:
    text = "推进改革，2025年6月底前完成，每季度通报。"
    first, second = find_times(text, 0, len(text), ISSUED)
    assert text[first.start : first.end] == "2025年6月底前"
    assert text[second.start : second.end] == "每季度"


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)))
def test_any_full_date(day: datetime.date) -> None:
    assert dates(f"于{day.year}年{day.month}月{day.day}日前完成") == [day.isoformat()]


@given(st.integers(2000, 2099), st.integers(0, 99), st.integers(0, 99))
def test_last_day_is_a_day_or_nothing(year: int, month: int, day: int) -> None:
    date = last_day(year, month, str(day))
    try:
        expected: str | None = datetime.date(year, month, day).isoformat()
    except ValueError:
        expected = None
    assert date == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024年3月至2024年5月", "2024-03-01", "2024-05-31"),
        ("2024年3月—5月", "2024-03-01", "2024-05-31"),
        ("2024年12月—2025年2月", "2024-12-01", "2025-02-28"),
        ("2024年3月上旬", "2024-03-01", "2024-03-10"),
        ("2024年3月中旬至4月下旬", "2024-03-11", "2024-04-30"),
        ("2024年3月15日至6月10日", "2024-03-15", "2024-06-10"),
        ("2024年1月至3月初", "2024-01-01", "2024-03-10"),
        ("2024年3月初至4月", "2024-03-01", "2024-04-30"),
        ("3月至5月", None, None),
        ("即日起", None, None),
    ],
)
def test_period(text: str, first: str | None, last: str | None) -> None:
    assert period(text, 0, len(text)) == (first, last)


def test_deadlines_of_a_task_take_the_year_of_issue() -> None:
    text = (
        "澄原县人民政府办公室\n2022年5月6日\n澄原县工作方案\n一、任务\n"
        "1. 推进。10月底前完成，每月通报。（县住建局牵头，12月底前完成）\n"
    )
    deadlines = only_task(text).deadlines
    assert [(d.date, d.recurrence) for d in deadlines] == [
        ("2022-10-31", None),
        (None, "monthly"),
        ("2022-12-31", None),
    ]
