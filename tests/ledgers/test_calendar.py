"""Calendars: days against the reports and another library, form against a strict reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it ships no types

import graphmodel
from graphmodel.analysis.recurrence import occurrences
from graphmodel.ledgers.calendar import calendar_of
from graphmodel.model.facts import Facts
from graphmodel.model.records import Stage
from graphmodel.model.vocabulary import Recurrence
from graphmodel.reports.wording import Language
from tests.ledgers.icalendar_checker import Event, checked
from tests.ledgers.sample import titled
from tests.reports.sample import FACTS, PLAN

TODAY = date(2024, 5, 1)
DUTY = FACTS.duties[0]


def events(facts: Facts = FACTS, language: Language = Language.ZH) -> list[Event]:
    return checked(calendar_of(facts, TODAY, language).data)


def with_duty(facts: Facts = FACTS, **changes: Any) -> Facts:
    """The facts with one duty of another kind, and nothing else that is due."""
    return replace(facts, deadlines=(), duties=(replace(DUTY, **changes),))


def days_of(event: Event, until: date) -> list[date]:
    """The days of an event, as another library unrolls its rule."""
    first = datetime.strptime(event.value("DTSTART"), "%Y%m%d")
    rule = rrulestr(event.value("RRULE"), dtstart=first)
    return [day.date() for day in rule.between(first, datetime(*until.timetuple()[:3]), inc=True)]


def test_deadline_is_a_whole_day_with_task_unit_and_source() -> None:
    deadline, _ = sorted(events(), key=lambda event: "RRULE" in event.properties)
    assert (deadline.value("DTSTART"), deadline.value("DTEND")) == ("20241231", "20250101")
    assert deadline.value("SUMMARY") == "精简获得电力审批（县审批局）"
    assert deadline.value("DESCRIPTION").split("\n") == [
        "任务：1.1 精简获得电力审批",
        "指标：获得电力",
        "牵头单位：县审批局",
        "配合单位：县财政局、各乡镇",
        "目标：审批不超过5个工作日",
        "期限：2024-12-31",
        "方案：云岭县优化营商环境方案",
        "出处：云岭 方案.txt 第 3 行",
    ]


def test_duty_comes_again_until_the_last_day_of_the_plan() -> None:
    [duty] = [event for event in events() if "RRULE" in event.properties]
    assert duty.value("SUMMARY") == "报送（向县审批局）：各乡镇"
    days = days_of(duty, date(2026, 12, 31))
    assert days == [date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31)]


def test_english_calendar_has_english_words() -> None:
    *_, duty = sorted(events(language=Language.EN), key=lambda event: "RRULE" in event.properties)
    assert duty.value("SUMMARY") == "report (to 县审批局): 各乡镇"
    assert duty.value("DESCRIPTION").startswith(
        "Who: 各乡镇\nDue: quarterly; the plan names no day"
    )


@pytest.mark.parametrize("recurrence", Recurrence)
def test_recurrences_fall_on_the_days_of_the_reports(recurrence: Recurrence) -> None:
    [event] = events(with_duty(recurrence=recurrence))
    since, until = date(2024, 3, 1), date(2029, 3, 1)
    expected = [one.due for one in occurrences(recurrence, (), since, until)]
    assert days_of(event, until) == expected


@pytest.mark.parametrize(
    "day", ["01", "28", "29", "30", "31", "03-10", "02-28", "02-29", "04-30", "12-31"]
)
def test_given_days_fall_on_the_days_of_the_reports(day: str) -> None:
    [event] = events(with_duty(dates=(day,)))
    since, until = date(2024, 3, 1), date(2033, 3, 1)
    expected = [one.due for one in occurrences(None, (day,), since, until)]
    assert days_of(event, until) == expected


def test_each_given_day_is_an_event_and_one_with_its_year_comes_once() -> None:
    found = events(with_duty(dates=("03-10", "09-10", "2024-07-01")))
    assert [event.value("DTSTART") for event in found] == ["20240310", "20240701", "20240910"]
    assert ["RRULE" in event.properties for event in found] == [True, False, True]


def test_series_begin_with_the_plan() -> None:
    """With its issue, else in the first year that it names, else on the day of making."""
    unissued = replace(FACTS.plans[0], issued=None)
    stage = Stage(f"{PLAN}/0", PLAN, "部署", "2023-04-01", "2023-05-01", 0, 1)
    quarterly = with_duty(recurrence=Recurrence.QUARTERLY)
    begins = [
        events(facts)[0].value("DTSTART")
        for facts in (
            quarterly,
            replace(quarterly, plans=(unissued,), stages=(stage,)),
            replace(quarterly, plans=(unissued,)),
        )
    ]
    assert begins == ["20240331", "20230331", "20240630"]


def test_what_has_no_day_is_counted() -> None:
    event = replace(FACTS.deadlines[0], date=None, event="验收后一个月内")
    made = calendar_of(replace(FACTS, deadlines=(event,)), TODAY, Language.ZH)
    assert (made.events, made.undated) == (1, 1)
    assert (calendar_of(Facts(), TODAY, Language.ZH).events, checked(made.data)[1:]) == (0, [])


@pytest.mark.parametrize(
    "title",
    [
        '逗号,分号;反斜杠\\冒号:引号"',
        "很长的标题" * 40,
        "😀" * 40,
        "BEGIN:VEVENT\r\nUID:x",
        "\\n不是换行",
        "控制\x00字\x07符\ud800",
    ],
)
def test_any_words_are_kept_in_form(title: str) -> None:
    found = [event for event in events(titled(title)) if "RRULE" not in event.properties]
    [event] = found
    shown = "".join(" " if c in "\r\n" else c if c.isprintable() else "\ufffd" for c in title)
    assert event.value("SUMMARY") == f"{shown}（县审批局）"


def test_calendar_is_called_by_its_plan_or_their_number() -> None:
    plan = replace(FACTS.plans[0], title="甲,乙;方案")
    other = replace(plan, id="other")
    names = []
    for plans in ((plan,), (plan, other)):
        data = calendar_of(replace(FACTS, plans=plans), TODAY, Language.ZH).data
        checked(data)
        [line] = [x for x in data.decode().splitlines() if x.startswith("X-WR-CALNAME")]
        names.append(line.partition(":")[2])
    assert names == ["甲\\,乙\\;方案", "2 个方案的期限"]


def test_events_keep_their_ids_when_their_words_change() -> None:
    before, after = events(), events(titled("别的说法"))
    assert [event.value("UID") for event in before] == [event.value("UID") for event in after]
    assert calendar_of(FACTS, TODAY, Language.ZH) == calendar_of(
        FACTS, TODAY + timedelta(9), Language.ZH
    )


@pytest.mark.shared
@pytest.mark.parametrize("name", ["weibin-2023", "yijun-2021", "huining-2022", "jingle-2020"])
def test_every_deadline_and_duty_of_a_real_plan_is_there(shared: Path, name: str) -> None:
    facts = graphmodel.extract(shared / "documents" / f"{name}.txt")
    found = events(facts)
    days = [day for duty in facts.duties for day in duty.dates or ("again",)]
    assert len(found) == len(facts.deadlines) + len(days)
    once = sorted(d.date.replace("-", "") for d in facts.deadlines if d.date)
    assert sorted(e.value("DTSTART") for e in found if "RRULE" not in e.properties) == once
