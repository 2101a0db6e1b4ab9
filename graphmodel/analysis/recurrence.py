"""The days on which something falls that is due on given days, or again and again."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Container, Iterator
from datetime import date, timedelta
from itertools import islice, takewhile
from typing import NamedTuple

from graphmodel.model.columns import Strings
from graphmodel.model.vocabulary import Recurrence

_MONTHS = {
    Recurrence.MONTHLY: range(1, 13),
    Recurrence.QUARTERLY: range(3, 13, 3),
    Recurrence.HALF_YEARLY: range(6, 13, 6),
    Recurrence.YEARLY: range(12, 13),
}
"""The months at whose end a period ends."""
_LONGEST_MONTH = 31
_AGAIN = re.compile(r"(?:(?P<month>0[1-9]|1[0-2])-)?(?P<day>0[1-9]|[12]\d|3[01])")
_ONCE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FRIDAY, _SATURDAY = 4, 5
_WEEK = timedelta(days=7)


class Occurrence(NamedTuple):
    """One day of something that is due."""

    due: date
    stated: date
    """As the plan says it; `due` is later where that is no working day."""


def occurrences(
    recurrence: Recurrence | None,
    dates: Strings,
    since: date,
    until: date,
    *,
    working_days: bool = False,
) -> list[Occurrence]:
    """The days within a period, and of each given day and each recurrence at least the next one.

    Given days go before the recurrence: who says the days of a quarterly report has said all. A
    recurrence without days falls on the last day of its week, month, quarter, half-year or year;
    a week ends on Friday. A month that has no such day (31, 29 February) has its last day.

    Args:
        recurrence: How often, or None.
        dates: Days as given: ISO 8601 (once), MM-DD (each year), DD (each month).
        since: The first day of the period; a day that is given once is kept though it is past.
        until: Its last day.
        working_days: Whether what falls on a Saturday or Sunday is due on Monday, as periods end
            by article 203 of the Civil Code of China. Public holidays are not known.

    Returns:
        In order, each day once.
    """
    found: set[Occurrence] = set()
    for days in _series(recurrence, dates, since):
        moved = (Occurrence(_monday(day) if working_days else day, day) for day in days)
        upcoming = (one for one in moved if one.due >= since)
        found.update(islice(upcoming, 1))
        found.update(takewhile(lambda one: one.due <= until, upcoming))
    once = (day for day in map(_once, dates) if day)
    found.update(Occurrence(_monday(day) if working_days else day, day) for day in once)
    return sorted(found)


def _series(recurrence: Recurrence | None, dates: Strings, since: date) -> Iterator[Iterator[date]]:
    """The days of each day that comes again, or of the recurrence, from before `since` on."""
    first = max(since, date.min + _WEEK) - _WEEK  # a weekend before may be due within the period
    for match in filter(None, map(_AGAIN.fullmatch, dates)):
        months = {int(match["month"])} if match["month"] else range(1, 13)
        yield _in_months(months, int(match["day"]), first)
    if not dates and recurrence is Recurrence.WEEKLY:
        yield _fridays(first)
    elif not dates and recurrence is not None:
        yield _in_months(_MONTHS[recurrence], _LONGEST_MONTH, first)


def _once(text: str) -> date | None:
    """The day that is given with its year; None where it comes again, or is no day."""
    try:
        return date.fromisoformat(text) if _ONCE.fullmatch(text) else None
    except ValueError:
        return None


def _in_months(months: Container[int], day: int, first: date) -> Iterator[date]:
    for year in range(first.year, date.max.year + 1):
        for month in range(1, 13):
            if month in months:
                found = date(year, month, min(day, monthrange(year, month)[1]))
                if found >= first:
                    yield found


def _fridays(first: date) -> Iterator[date]:
    ordinal = first.toordinal() + (_FRIDAY - first.weekday()) % 7
    return map(date.fromordinal, range(ordinal, date.max.toordinal() + 1, 7))


def _monday(day: date) -> date:
    """The day, or the Monday behind a Saturday or Sunday."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day
