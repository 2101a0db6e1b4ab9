"""What is due when and how urgent it is, in facts made by hand and in plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import graphmodel
from graphmodel.analysis.schedule import Timing, schedule, task_dates
from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import Deadline, Duty
from graphmodel.model.vocabulary import DutyKind, Recurrence
from tests.analysis.building import Attribution, facts_of

PLAN = "plan of 甲"
TODAY = date(2024, 6, 10)
TIMING = Timing(TODAY)


def deadline(
    key: str, task: int, day: str | None = None, again: Recurrence | None = None, start: int = 0
) -> Deadline:
    event = None if day or again else "验收前"
    return Deadline(key, PLAN, f"{PLAN}#{task}", day, again, event, start, start + 2)


def duty(
    key: str, units: str, to: str | None, again: Recurrence | None, *days: str, start: int = 900
) -> Duty:
    bodies = tuple(f"甲:{unit}" for unit in units)
    owed_to = f"甲:{to}" if to else None
    return Duty(key, PLAN, DutyKind.REPORT, bodies, owed_to, again, days, start, start + 10)


def facts(*rows: Deadline | Duty, tasks: int = 6) -> Facts:
    """Task 1 is led by A and B, 2 by a group, the others by nobody."""
    made = facts_of(Attribution(1, "BA", "C"), Attribution(2, "镇", "A"), tasks=tasks)
    return replace(
        made,
        deadlines=tuple(row for row in rows if isinstance(row, Deadline)),
        duties=tuple(row for row in rows if isinstance(row, Duty)),
    )


def told(
    made: Facts, *columns: str, timing: Timing = TIMING, finished: tuple[str, ...] = ()
) -> list[tuple[object, ...]]:
    table = schedule(made, timing, finished)
    return list(table[list(columns)].itertuples(index=False, name=None))


def test_states_at_their_thresholds() -> None:
    # Day 161 of the year is today; 7 days are 17 June, 30 days 10 July.
    days = ("2024-06-09", "2024-06-10", "2024-06-17", "2024-06-18", "2024-07-10", "2024-07-11")
    made = facts(*(deadline(f"d{n}", n, day) for n, day in enumerate(days, 1)))
    assert told(made, "date", "state", "days") == [
        ("2024-06-09", "overdue", -1),
        ("2024-06-10", "red", 0),
        ("2024-06-17", "red", 7),
        ("2024-06-18", "yellow", 8),
        ("2024-07-10", "yellow", 30),
        ("2024-07-11", "green", 31),
    ]
    strict = Timing(TODAY, red=0, yellow=7)
    states = [state for (state,) in told(made, "state", timing=strict)]
    assert states == ["overdue", "red", "yellow", "green", "green", "green"]


@pytest.mark.parametrize(("red", "yellow", "horizon"), [(8, 7, 1), (-1, 7, 1), (1, 2, -1)])
def test_thresholds_that_contradict_each_other(red: int, yellow: int, horizon: int) -> None:
    with pytest.raises(ValueError, match=f"red {red}"):
        Timing(TODAY, red, yellow, horizon)


def test_finished_tasks_are_not_overdue() -> None:
    made = facts(deadline("d1", 1, "2024-01-01"), deadline("d2", 2, "2024-01-01"))
    assert told(made, "path", "state", finished=(f"{PLAN}#1",)) == [
        ("1", "finished"),
        ("2", "overdue"),
    ]


def test_a_task_that_is_stated_again_is_finished_with_it() -> None:
    made = facts(deadline("body", 1, "2024-01-01"), deadline("row", 2, "2024-02-01"))
    first, second, *others = made.tasks
    again = replace(made, tasks=(first, replace(second, same_as=first.id), *others))
    for done in (first.id, second.id):
        states = told(again, "state", finished=(done,))
        assert states == [("finished",), ("finished",)]


def test_what_an_annex_states_again_is_told_once() -> None:
    made = facts(
        deadline("body", 1, "2024-12-31"),
        deadline("row", 2, "2024-12-31"),
        deadline("other", 2, "2024-11-30"),
        replace(deadline("event", 1), event="试点后"),
        deadline("other event", 2),
    )
    first, second, *others = made.tasks
    again = replace(made, tasks=(first, replace(second, same_as=first.id), *others))
    events = [("event",), ("other event",)]
    assert told(again, "id") == [("other",), ("body",), *events]
    assert told(made, "id") == [("other",), ("body",), ("row",), *events]


def test_who_leads_and_who_owes_to_whom() -> None:
    made = facts(
        deadline("d1", 1, "2024-07-01"),
        deadline("d3", 3, "2024-07-02"),
        duty("u", "C镇A", "B", None, "07-03"),
    )
    assert told(made, "kind", "path", "names", "units", "owed_to", "owed_to_name") == [
        ("deadline", "1", ("A", "B"), ("甲:A", "甲:B"), None, None),
        ("deadline", "3", (), (), None, None),
        ("report", None, ("A", "C", "镇"), ("甲:A", "甲:C", "甲:镇"), "甲:B", "B"),
    ]


def test_what_recurs_is_unrolled_from_today_to_the_horizon() -> None:
    made = facts(
        deadline("d", 1, again=Recurrence.MONTHLY), duty("u", "A", "B", None, "03-10", "06-10")
    )
    assert told(made, "date", "id", "recurrence") == [
        ("2024-06-10", "u", None),
        ("2024-06-30", "d", "monthly"),
        ("2024-07-31", "d", "monthly"),
        ("2024-08-31", "d", "monthly"),
        ("2025-03-10", "u", None),
    ]
    near = Timing(TODAY, horizon=0)
    assert len(told(made, "date", timing=near)) == 3


def test_nothing_recurs_before_the_plan_is_issued() -> None:
    made = facts(deadline("d", 1, again=Recurrence.QUARTERLY))
    [plan] = made.plans
    later = replace(made, plans=(replace(plan, issued="2024-09-01"),))
    assert told(later, "date") == [("2024-09-30",)]


def test_words_of_a_duty_are_no_deadline_beside_it() -> None:
    quarterly = Recurrence.QUARTERLY
    made = facts(
        deadline("inside", 1, again=quarterly, start=902),
        deadline("day inside", 1, "2024-07-01", start=904),
        deadline("outside", 1, again=quarterly, start=910),
        duty("u", "A", "B", quarterly),
    )
    assert {key for (key,) in told(made, "id")} == {"day inside", "outside", "u"}


def test_a_duty_belongs_to_the_task_around_it() -> None:
    made = facts(duty("u", "A", None, Recurrence.YEARLY, start=25))
    spans = [(0, 20), (20, 60), (60, 90)]
    tasks = (
        replace(task, start=start, end=end)
        for task, (start, end) in zip(made.tasks[:3], spans, strict=True)
    )
    made = replace(made, tasks=(*tasks, *made.tasks[3:]))
    assert told(made, "path") == [("2",)]
    assert told(made, "state", finished=(f"{PLAN}#2",)) == [("finished",)]


def test_what_has_no_day_comes_last() -> None:
    made = facts(
        deadline("event", 1), duty("vague", "A", "B", None), deadline("day", 2, "2030-01-01")
    )
    assert told(made, "id", "date", "state", "event") == [
        ("day", "2030-01-01", "green", None),
        ("event", None, "undated", "验收前"),
        ("vague", None, "undated", None),
    ]


def test_weekends_are_moved_and_told_as_stated() -> None:
    made = facts(deadline("d", 1, "2024-06-09"))
    moved = Timing(TODAY, working_days=True)
    assert told(made, "date", "stated", "state", timing=moved) == [
        ("2024-06-10", "2024-06-09", "red")
    ]


def test_one_plan_alone() -> None:
    other = facts_of(Attribution(1, "A"), place="乙")
    row = Deadline("x", "plan of 乙", "plan of 乙#1", "2024-07-01", None, None, 0, 1)
    both = merge((facts(deadline("d", 1, "2024-07-02")), replace(other, deadlines=(row,))))
    assert schedule(both, TIMING)["id"].tolist() == ["x", "d"]
    assert schedule(both, TIMING, plan=PLAN)["id"].tolist() == ["d"]


def test_how_many_tasks_have_a_date() -> None:
    made = facts(
        deadline("d1", 1, "2024-01-01"),
        deadline("d1 again", 1, again=Recurrence.MONTHLY),
        deadline("d2", 2, again=Recurrence.MONTHLY),
        deadline("d3", 3),
        deadline("d5", 5, "2024-01-01"),
    )
    # 5 states 4 again, which so has a date; 3 hangs on an event; 6 has nothing.
    tasks = [replace(t, same_as=f"{PLAN}#4") if t.path == (5,) else t for t in made.tasks]
    assert task_dates(replace(made, tasks=tuple(tasks))).to_dict("records") == [
        {
            "plan": PLAN,
            "tasks": 5,
            "with_day": 2,
            "recurring": 1,
            "without_date": 2,
            "share": pytest.approx(0.4),
        }
    ]
    assert task_dates(Facts(plans=made.plans))["share"].tolist() == [0.0]


@pytest.mark.shared
def test_weibin_has_four_report_dates_a_year(shared: Path) -> None:
    facts = graphmodel.extract(shared / "documents" / "weibin-2023.txt")
    table = schedule(facts, Timing(date(2023, 5, 20)))
    reports = table[table["kind"] == "report"]
    assert reports["date"].tolist() == ["2023-06-10", "2023-09-10", "2023-12-10", "2024-03-10"]
    [who] = set(reports["names"])
    assert set(who) == {"各镇街", "各牵头单位"}
    assert set(reports["owed_to_name"]) == {"区职转和营商办"}


@pytest.mark.shared
def test_jingle_counts_its_deadlines(shared: Path) -> None:
    facts = graphmodel.extract(shared / "documents" / "jingle-2020.txt")
    table = schedule(facts, Timing(date(2020, 12, 1)))
    once = table[table["recurrence"].isna()]
    # One is due by the end of June, all others by the end of the year.
    assert once["date"].value_counts().to_dict() == {"2020-12-31": 17, "2020-06-30": 1}
    assert once["state"].value_counts().to_dict() == {"yellow": 17, "overdue": 1}
    [row] = task_dates(facts).to_dict("records")
    assert (row["tasks"], row["with_day"], row["recurring"]) == (30, 18, 1)
