"""Recurrences as rules of calendars (RFC 5545, 3.3.10), on the same days as the reports."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graphmodel.analysis.recurrence import occurrences
from graphmodel.model.columns import Strings
from graphmodel.model.vocabulary import Recurrence

Rule = Mapping[str, object]

_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31
_LAST_DAY = -1
_COMMON_YEAR, _LEAP_YEAR = 2023, 2024
_RULES: Mapping[Recurrence, Rule] = {
    Recurrence.WEEKLY: {"FREQ": "WEEKLY", "BYDAY": "FR"},
    Recurrence.MONTHLY: {"FREQ": "MONTHLY", "BYMONTHDAY": _LAST_DAY},
    Recurrence.QUARTERLY: {"FREQ": "YEARLY", "BYMONTH": [3, 6, 9, 12], "BYMONTHDAY": _LAST_DAY},
    Recurrence.HALF_YEARLY: {"FREQ": "YEARLY", "BYMONTH": [6, 12], "BYMONTHDAY": _LAST_DAY},
    Recurrence.YEARLY: {"FREQ": "YEARLY", "BYMONTH": 12, "BYMONTHDAY": _LAST_DAY},
}


@dataclass(frozen=True, slots=True)
class Series:
    """Days in a calendar."""

    first: date
    rule: Rule | None = None
    """How they go on after the first; None for a single day."""


def series(recurrence: Recurrence | None, dates: Strings, since: date) -> Iterator[Series]:
    """The series of something that is due on given days, or again and again.

    Given days go before the recurrence; one without days falls on the last day of its period, as
    in `analysis.recurrence.occurrences`, which also gives the first day.

    Args:
        recurrence: How often, or None.
        dates: Days as given: ISO 8601 (once), MM-DD (each year), DD (each month).
        since: The day from which on it is due.
    """
    for day in dates:
        for found in occurrences(None, (day,), since, since)[:1]:
            yield Series(found.due, _rule_of_day(day))
    if not dates and recurrence is not None:
        [first, *_] = occurrences(recurrence, (), since, since)
        yield Series(first.due, _RULES[recurrence])


def _rule_of_day(day: str) -> Rule | None:
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 1:
        return {"FREQ": "MONTHLY", **_day_of_month(parts[0], _SHORTEST_MONTH, _LONGEST_MONTH)}
    if len(parts) == 2:
        month, number = parts
        shortest, longest = (monthrange(year, month)[1] for year in (_COMMON_YEAR, _LEAP_YEAR))
        return {"FREQ": "YEARLY", "BYMONTH": month, **_day_of_month(number, shortest, longest)}
    return None


def _day_of_month(number: int, shortest: int, longest: int) -> Rule:
    """The day, or the last one of months that do not have it."""
    if number <= shortest:
        return {"BYMONTHDAY": number}
    if number >= longest:
        return {"BYMONTHDAY": _LAST_DAY}
    return {"BYMONTHDAY": [*range(shortest, number + 1)], "BYSETPOS": _LAST_DAY}
