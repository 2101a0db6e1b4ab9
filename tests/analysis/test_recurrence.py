"""Days that come again, against a walk over every day of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis.recurrence import occurrences
from graphmodel.model.vocabulary import Recurrence

SINCE, UNTIL = date(2023, 5, 20), date(2024, 5, 19)
ENDS = {
    Recurrence.MONTHLY: range(1, 13),
    Recurrence.QUARTERLY: (3, 6, 9, 12),
    Recurrence.HALF_YEARLY: (6, 12),
    Recurrence.YEARLY: (12,),
}


def days(
    recurrence: Recurrence | None = None, *dates: str, since: date = SINCE, until: date = UNTIL
) -> list[str]:
    return [one.due.isoformat() for one in occurrences(recurrence, dates, since, until)]


def falls_on(recurrence: Recurrence, day: date) -> bool:
    """Whether a period ends on the day, told by the day itself and the next."""
    if recurrence is Recurrence.WEEKLY:
        return day.isoweekday() == 5
    return (day + timedelta(days=1)).day == 1 and day.month in ENDS[recurrence]


@pytest.mark.parametrize(
    ("recurrence", "expected"),
    [
        (Recurrence.QUARTERLY, ["2023-06-30", "2023-09-30", "2023-12-31", "2024-03-31"]),
        (Recurrence.HALF_YEARLY, ["2023-06-30", "2023-12-31"]),
        (Recurrence.YEARLY, ["2023-12-31"]),
    ],
)
def test_periods_end_on_their_last_day(recurrence: Recurrence, expected: list[str]) -> None:
    assert days(recurrence) == expected


def test_given_days_go_before_the_recurrence() -> None:
    given_days = ("03-10", "06-10", "09-10", "12-10")
    expected = ["2023-06-10", "2023-09-10", "2023-12-10", "2024-03-10"]
    assert days(Recurrence.MONTHLY, *given_days) == expected


def test_each_given_day_has_at_least_its_next_time() -> None:
    near = date(2023, 5, 31)
    assert days(None, "03-10", "06-10", until=near) == ["2023-06-10", "2024-03-10"]
    assert days(Recurrence.YEARLY, until=near) == ["2023-12-31"]
    assert days(None, "25", until=near) == ["2023-05-25"]


def test_a_day_of_one_year_stays_though_it_is_past() -> None:
    assert days(None, "2021-12-31", "2023-06-30") == ["2021-12-31", "2023-06-30"]


def test_a_month_without_the_day_has_its_last() -> None:
    expected = ["2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30"]
    assert days(None, "31", since=date(2023, 1, 1), until=date(2023, 4, 30)) == expected
    assert days(None, "02-29", since=date(2023, 1, 1), until=date(2024, 12, 31)) == [
        "2023-02-28",
        "2024-02-29",
    ]


def test_weekends_move_to_monday_and_say_what_was_stated() -> None:
    # 31 December 2023 was a Sunday, 30 September a Saturday, 30 June a Friday.
    moved = occurrences(Recurrence.QUARTERLY, (), SINCE, UNTIL, working_days=True)
    assert [(one.due.isoformat(), one.stated.isoformat()) for one in moved] == [
        ("2023-06-30", "2023-06-30"),
        ("2023-10-02", "2023-09-30"),
        ("2024-01-01", "2023-12-31"),
        ("2024-04-01", "2024-03-31"),
    ]
    monday = date(2024, 1, 1)
    assert occurrences(Recurrence.YEARLY, (), monday, monday, working_days=True)[0].due == monday


def test_what_is_no_day_is_passed_over() -> None:
    assert days(None, "13-01", "00", "2023-02-30", "soon") == []
    assert days() == []


def test_the_last_days_of_the_calendar() -> None:
    last = date(9999, 12, 31)
    assert days(Recurrence.WEEKLY, since=last, until=last) == ["9999-12-31"]
    assert days(Recurrence.QUARTERLY, since=date.min, until=date.min) == ["0001-03-31"]
    assert days(None, "06-30", since=last, until=last) == []


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(list(Recurrence)),
    st.dates(date(2019, 1, 1), date(2031, 1, 1)),
    st.integers(0, 500),
)
def test_recurrences_are_those_of_a_walk_over_all_days(
    recurrence: Recurrence, since: date, length: int
) -> None:
    until = since + timedelta(days=length)
    every = [since + timedelta(days=n) for n in range(900)]
    matching = [day.isoformat() for day in every if falls_on(recurrence, day)]
    within = [day for day in matching if day <= until.isoformat()]
    assert days(recurrence, since=since, until=until) == (within or matching[:1])
