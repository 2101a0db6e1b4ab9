"""Proof that facts hold together: keys, foreign keys, spans, paths, dates, enums."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from graphmodel.model.columns import Column, columns_of
from graphmodel.model.facts import TABLES, Facts

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DATE_COLUMNS = {"issued", "date", "first", "last"}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one cell of the facts."""

    table: str
    row: int
    """Number of the row, from 0."""
    column: str
    what: str
    """duplicate_id, unknown_reference, bad_value, bad_span or bad_date."""
    value: str

    def __str__(self) -> str:
        """As a path into the facts: `tasks[3].plan: unknown_reference 'x'`."""
        return f"{self.table}[{self.row}].{self.column}: {self.what} {self.value!r}"


def validate(facts: Facts) -> list[Problem]:
    """All problems of the facts, by kind, then in the order of tables; none if they are sound."""
    return [
        *_duplicate_ids(facts),
        *_unknown_references(facts),
        *_bad_values(facts),
        *_bad_spans(facts),
    ]


def _duplicate_ids(facts: Facts) -> Iterator[Problem]:
    for table in TABLES:
        seen: set[str] = set()
        for number, row in enumerate(facts.rows(table)):
            key = getattr(row, "id", None)
            if not isinstance(key, str):
                continue
            if key in seen:
                yield Problem(table, number, "id", "duplicate_id", key)
            seen.add(key)


def _unknown_references(facts: Facts) -> Iterator[Problem]:
    ids = {table: _ids(facts, table) for table in TABLES}
    for table, record in TABLES.items():
        for column in columns_of(record):
            if column.references is None:
                continue
            known = ids[column.references]
            for number, row in enumerate(facts.rows(table)):
                for value in _as_tuple(getattr(row, column.name)):
                    if not isinstance(value, str) or value not in known:
                        yield Problem(table, number, column.name, "unknown_reference", str(value))


def _ids(facts: Facts, table: str) -> set[str]:
    keys = (getattr(row, "id", None) for row in facts.rows(table))
    return {key for key in keys if isinstance(key, str)}


def _as_tuple(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _bad_values(facts: Facts) -> Iterator[Problem]:
    for table, record in TABLES.items():
        for column in columns_of(record):
            values = list(map(attrgetter(column.name), facts.rows(table)))
            if column.name not in _DATE_COLUMNS and column.are_plain(values):
                continue
            check = _check_of(column)
            for number, value in enumerate(values):
                if value is None and column.optional:
                    continue
                if (what := check(value)) is not None:
                    yield Problem(table, number, column.name, what, str(value))


def _check_of(column: Column) -> Callable[[Any], str | None]:
    def check(value: Any) -> str | None:
        try:
            column.convert(value)
            if column.name in _DATE_COLUMNS:
                _day(value)
            if column.name == "dates" and not all(map(_is_day_of_duty, value)):
                return "bad_date"
        except (ValueError, KeyError, TypeError, OverflowError):
            return "bad_date" if column.name in _DATE_COLUMNS else "bad_value"
        return None

    return check


def _day(text: str) -> datetime.date:
    """A date in the one form of ISO 8601 that the facts know, so that dates compare as texts."""
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return datetime.date.fromisoformat(text)


def _is_day_of_duty(text: str) -> bool:
    """Whether a text is a day of a duty: YYYY-MM-DD, MM-DD each year, DD each month."""
    leap_year = {2: "2024-01-{}", 5: "2024-{}", 10: "{}"}.get(len(text), "")
    try:
        _day(leap_year.format(text))
    except ValueError:
        return False
    return True


def _bad_spans(facts: Facts) -> Iterator[Problem]:
    lengths = {row.plan: len(row.text) for row in facts.texts}
    for table, record in TABLES.items():
        if "start" not in {column.name for column in columns_of(record)}:
            continue
        for number, row in enumerate(facts.rows(table)):
            if row.start is None and row.end is None:
                continue
            if not all(end is None or isinstance(end, int) for end in (row.start, row.end)):
                continue  # already a bad value
            half = row.start is None or row.end is None
            if half or not 0 <= row.start <= row.end <= lengths.get(row.plan, row.end):
                yield Problem(table, number, "start", "bad_span", f"{row.start}:{row.end}")
