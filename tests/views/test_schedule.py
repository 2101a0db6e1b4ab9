"""The days of the page are those of the schedule: of single items, and of whole plans."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import graphmodel
from graphmodel.analysis.recurrence import occurrences
from graphmodel.model.facts import Facts, merge
from graphmodel.model.resources import resource
from graphmodel.model.vocabulary import DutyKind, Recurrence
from graphmodel.views import write_page
from graphmodel.views.payload import payload
from tests.views.due import TODAY, due_facts, duty, entries, expected_table, table
from tests.views.sample import TEXT, plan_facts

if TYPE_CHECKING:
    from playwright.sync_api import Page

SAMPLES = Path(__file__).resolve().parent.parent.parent / "data" / "samples"
FIVE = ("weibin-2023", "huining-2022", "jingle-2020", "xiangyuan-2023", "yijun-2021")


def test_items_of_the_page() -> None:
    of = payload(due_facts(), ("timeline",)).views["timeline"]
    assert {name: of[name] for name in ("red", "yellow", "horizon")} == {
        "red": 7,
        "yellow": 30,
        "horizon": 90,
    }
    first, fifth, sixth = of["items"][0], of["items"][4], of["items"][5]
    assert first == {
        "plan": 0,
        "kind": "deadline",
        "task": 7,
        "who": [1],
        "dates": ["2025-12-24"],
        "at": [1, 2],
    }
    assert fifth["event"] == "验收前"
    assert sixth["recurrence"] == "monthly"
    report = of["items"][6]
    # 县档案局 has no part in a task, so it is no node: it is told by name.
    assert (report["kind"], report["who"], report["to"]) == ("report", [5, "县档案局"], "县档案局")


def test_page_without_timeline_carries_no_items() -> None:
    assert payload(due_facts(), ("graph",)).views["timeline"] == []


def evaluated(page: Page, files: Sequence[str], call: str, argument: Any) -> Any:
    """What a function of the page's scripts gives, by itself."""
    source = "".join(resource("viz", "js", f"{name}.js").read_text("utf-8") for name in files)
    return page.evaluate(f"argument => {{ {source}; return ({call})(argument); }}", argument)


@pytest.mark.browser
def test_days_that_come_again_are_those_of_the_package(page: Page) -> None:
    dice = random.Random(7)
    cases = []
    for _ in range(600):
        since = date(1, 1, 1) + timedelta(dice.randrange(3652000))
        until = since + timedelta(dice.randrange(800))
        dates = dice.choice([(), (), ("31",), ("02-29",), ("02-30", "07"), ("03-10", "12-10")])
        again = dice.choice([None, *Recurrence])
        once = (since + timedelta(dice.randrange(-50, 50) if since.year > 1 else 0)).isoformat()
        cases.append((again, (*dates, *dice.choice([(), (once,), ("2023-02-29",)])), since, until))
    expected = [
        [one.due.isoformat() for one in occurrences(again, dates, since, until)]
        for again, dates, since, until in cases
    ]
    call = """cases => cases.map(([recurrence, dates, since, until]) =>
      occurrences({ recurrence, dates }, dayNamed(since), dayNamed(until)).map(isoOf))"""
    rows = [(again, dates, str(since), str(until)) for again, dates, since, until in cases]
    assert evaluated(page, ("calendar", "recurrence"), call, rows) == expected
    assert sum(map(len, expected)) > 2000


@pytest.mark.browser
def test_last_days_of_the_calendar(page: Page) -> None:
    call = "rows => rows.map(([again, day]) => occurrences(again, dayNamed(day), LAST_DAY).length)"
    rows = [
        ({"recurrence": "weekly"}, "9999-12-31"),  # itself a Friday
        ({"recurrence": "yearly"}, "9999-12-31"),
        ({"dates": ["02-10"]}, "9999-12-31"),
    ]
    assert evaluated(page, ("calendar", "recurrence"), call, rows) == [1, 1, 0]
    named = "texts => texts.map(dayNamed)"
    texts = ["1970-01-02", "1969-12-31", "2023-02-29", "0000-01-01", "20230101", ""]
    assert evaluated(page, ("calendar",), named, texts) == [1, -1, None, None, None, None]


def assert_same_days(page: Page, facts: Facts, days: Sequence[date]) -> None:
    for today in days:
        page.locator("#due-day").fill(today.isoformat())
        rows = [[row[0], row[1], row[2], row[4], row[6]] for row in table(page)]
        assert rows == expected_table(facts, today), today


@pytest.mark.browser
def test_table_is_the_schedule_on_any_day(page: Page, tmp_path: Path) -> None:
    days = (
        *(TODAY, date(2024, 2, 29), date(2024, 3, 1), date(2025, 12, 10), date(2025, 12, 31)),
        *(date(2026, 1, 1), date(2026, 2, 28), date(2028, 2, 28), date(9999, 12, 31)),
    )
    write_page(due_facts(), tmp_path / "due.html", kinds=("timeline",))
    page.goto((tmp_path / "due.html").as_uri())
    assert_same_days(page, due_facts(), days)


@pytest.mark.browser
def test_samples_are_as_the_schedule_tells(page: Page, tmp_path: Path) -> None:
    facts = merge(graphmodel.extract(file) for file in sorted(SAMPLES.glob("jiling-*")))
    write_page(facts, tmp_path / "samples.html", kinds=("timeline",))
    page.goto((tmp_path / "samples.html").as_uri())
    assert_same_days(page, facts, (date(2022, 6, 30), date(2023, 9, 27), date(2025, 12, 1)))


@pytest.mark.browser
def test_five_plans_are_as_the_schedule_tells(page: Page, shared: Path, tmp_path: Path) -> None:
    facts = graphmodel.extract([shared / "documents" / f"{name}.txt" for name in FIVE])
    write_page(facts, tmp_path / "five.html", kinds=("timeline",))
    page.goto((tmp_path / "five.html").as_uri())
    assert_same_days(page, facts, (date(2020, 7, 1), date(2023, 2, 28), date(2026, 11, 27)))


@pytest.mark.browser
def test_words_of_a_duty_are_quoted(page: Page, tmp_path: Path) -> None:
    start = TEXT.index("每季度通报")
    words_of = duty(1, DutyKind.BULLETIN, "发改局", start=TEXT.index("附件"), end=len(TEXT) - 1)
    inside = duty(2, DutyKind.BULLETIN, "发改局", start=start, end=start + 5)
    facts = replace(plan_facts(), duties=(words_of, inside), deadlines=())
    write_page(facts, tmp_path / "words.html", kinds=("timeline",), today=TODAY)
    page.goto((tmp_path / "words.html").as_uri())
    assert entries(page, "undated") == [
        ["无日期", "通报 · 1.2 · 推进获得电力改革", "县发改局"],
        ["无日期", "通报", "县发改局", "附件：开办企业指标由县审批局负责。"],
    ]
