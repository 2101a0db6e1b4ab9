"""What is due when, in facts made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis.deadlines import due_within, overdue
from graphmodel.model.facts import Facts
from graphmodel.model.records import Deadline
from graphmodel.model.vocabulary import Recurrence, Role
from tests.analysis.building import Attribution, facts_of, plans
from tests.examples import examples

PLAN = "plan of 甲"


def deadline(key: str, task: int, day: str | None, start: int = 0) -> Deadline:
    recurrence = None if day else Recurrence.MONTHLY
    return Deadline(key, PLAN, f"{PLAN}#{task}", day, recurrence, None, start, start + 5)


def facts() -> Facts:
    """1 is led by A and B, in two attributions by A; 2 by a group; 3 by nobody."""
    made = facts_of(
        Attribution(1, "BA", "C"), Attribution(1, "A"), Attribution(2, "镇", "A"), tasks=3
    )
    days = (
        deadline("d1", 1, "2024-06-30", 7),
        deadline("d2", 2, "2024-06-30", 3),
        deadline("d3", 3, "2024-01-01"),
        deadline("d4", 1, "2025-01-01"),
        deadline("d5", 2, None),
    )
    return replace(made, deadlines=days)


def test_deadlines_of_a_period_its_first_and_last_day_included() -> None:
    table = due_within(facts(), date(2024, 1, 1), date(2024, 6, 30))
    columns = ["date", "deadline", "lead", "lead_name", "path", "start", "end"]
    assert list(table[columns].itertuples(index=False, name=None)) == [
        ("2024-01-01", "d3", None, None, "3", 0, 5),
        ("2024-06-30", "d2", "甲:镇", "镇", "2", 3, 8),
        ("2024-06-30", "d1", "甲:A", "A", "1", 7, 12),
        ("2024-06-30", "d1", "甲:B", "B", "1", 7, 12),
    ]
    assert due_within(facts(), date(2024, 1, 2), date(2024, 6, 29)).empty


def test_what_is_due_on_the_day_is_not_yet_past() -> None:
    assert overdue(facts(), date(2024, 1, 1)).empty
    assert overdue(facts(), date(2024, 1, 2))["deadline"].tolist() == ["d3"]
    assert overdue(facts(), date(2026, 1, 1))["deadline"].nunique() == 4


def test_deadlines_of_one_leading_body_or_plan() -> None:
    day = date(2026, 1, 1)
    assert overdue(facts(), day, unit="A")["deadline"].tolist() == ["d1", "d4"]
    assert overdue(facts(), day, unit="甲:镇")["deadline"].tolist() == ["d2"]
    assert overdue(facts(), day, unit="C").empty
    assert overdue(facts(), day, plan="another plan").empty
    assert len(overdue(facts(), day, PLAN)) == len(overdue(facts(), day))


@settings(max_examples=examples(20), deadline=None)
@given(plans, st.data())
def test_due_is_that_of_records(made: Facts, data: st.DataObject) -> None:
    days = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 3, 1)]
    some = st.tuples(st.integers(0, len(made.tasks) - 1), st.sampled_from(days))
    drawn = data.draw(st.lists(some, max_size=6)) if made.tasks else []
    since, until = data.draw(st.tuples(st.sampled_from(days), st.sampled_from(days)))
    rows = [
        Deadline(str(n), made.plans[0].id, made.tasks[t].id, str(d), None, None, n, n + 1)
        for n, (t, d) in enumerate(drawn)
    ]
    expected = []
    nobody: list[str | None] = [None]
    for row in sorted(rows, key=lambda row: (row.date or "", row.start)):
        leads = {r.unit for r in made.responsibilities if (r.task, r.role) == (row.task, Role.LEAD)}
        if str(since) <= (row.date or "") <= str(until):
            expected += [(row.date, lead, row.id) for lead in sorted(leads) or nobody]
    table = due_within(replace(made, deadlines=tuple(rows)), since, until)
    found = table[["date", "lead", "deadline"]].itertuples(index=False, name=None)
    assert list(found) == expected
