"""Facts of which much is due, and the table behind the timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from graphmodel.analysis.schedule import Timing, schedule
from graphmodel.model.facts import Facts
from graphmodel.model.records import Deadline, Duty
from graphmodel.model.vocabulary import DutyKind, Recurrence
from graphmodel.views.page import words
from tests.views.sample import PLACE, PLAN, plan_facts

if TYPE_CHECKING:
    from playwright.sync_api import Page

TODAY = date(2025, 12, 25)
TABLE = "rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent))"


def deadline(number: int, task: int, day: str | None = None, **values: Any) -> Deadline:
    blank = Deadline(f"d{number}", PLAN, f"{PLAN}#1.{task}", day, None, None, number, number + 1)
    return replace(blank, **values)


def duty(number: int, kind: DutyKind, *units: str, **values: Any) -> Duty:
    bodies = tuple(f"{PLACE}:{unit}" for unit in units)
    blank = Duty(f"u{number}", PLAN, kind, bodies, None, None, (), 900 + number, 901 + number)
    return replace(blank, **values)


def due_facts() -> Facts:
    """Deadlines of all states on `TODAY`, and duties that recur in every way."""
    record = f"{PLACE}:档案局"
    return replace(
        plan_facts(),
        deadlines=(
            deadline(1, 1, "2025-12-24"),
            deadline(2, 1, "2025-12-31"),
            deadline(3, 2, "2026-01-20"),
            deadline(4, 3, "2026-02-01"),
            deadline(5, 4, event="验收前"),
            deadline(6, 4, recurrence=Recurrence.MONTHLY),
        ),
        duties=(
            duty(1, DutyKind.REPORT, "发改局", "档案局", to=record, dates=("03-10", "12-10")),
            duty(2, DutyKind.MEET, "审批局", recurrence=Recurrence.WEEKLY),
            duty(3, DutyKind.BULLETIN, "审批局", recurrence=Recurrence.QUARTERLY, dates=("31",)),
            duty(4, DutyKind.ASSESS, recurrence=Recurrence.HALF_YEARLY),
            duty(5, DutyKind.ASSESS, "审批局", recurrence=Recurrence.YEARLY),
            duty(6, DutyKind.REPORT, "发改局", dates=("2025-02-30",)),
            duty(7, DutyKind.REPORT, "发改局", dates=("02-30", "2025-12-25")),
        ),
    )


def crowded_facts() -> Facts:
    """Sixty-three duties, each of a body of its own."""
    duties = [
        duty(n, DutyKind.REPORT, f"第{n}局", dates=(f"2026-01-{1 + n % 28:02}",)) for n in range(63)
    ]
    return replace(plan_facts(), duties=tuple(duties), deadlines=())


def table(page: Page) -> list[list[str]]:
    """All rows behind the timeline."""
    if page.locator("[data-fold=timeline-table]").get_attribute("open") is None:
        page.locator("[data-fold=timeline-table] summary").click()
        page.locator("[data-fold=timeline-table] tbody tr").first.wait_for()
    rows: list[list[str]] = page.locator("[data-fold=timeline-table] tbody tr").evaluate_all(TABLE)
    return rows


def expected_table(facts: Facts, today: date) -> list[list[str]]:
    """Day, state, days left, who and plan of all that the schedule tells."""
    timing = Timing(today)
    titles = {plan.id: plan.title for plan in facts.plans}
    states = {
        state: words()[f"due_state_{state}"][0].format(red=timing.red, yellow=timing.yellow)
        for state in ("overdue", "red", "yellow", "green", "undated")
    }
    return [
        [
            row["date"] or "",
            states[row["state"]],
            "" if row["date"] is None else str(int(row["days"])),
            "、".join(row["names"]) or "（未写明单位）",
            titles[row["plan"]],
        ]
        for row in schedule(facts, timing).astype(object).to_dict("records")
    ]


def entries(page: Page, name: str) -> list[list[str]]:
    """What is listed under a heading, line by line."""
    texts: list[str] = page.locator(f".due-list.{name} .due-entry").all_inner_texts()
    return [[line for line in text.split("\n") if line.strip()] for text in texts]
