"""What queries give, as result tables: columns and values of any kind, texts that do no harm."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphmodel.model.columns import encode
from graphmodel.reports import formats
from graphmodel.reports.cells import visible
from graphmodel.reports.columns import Column, Kind, write_cells
from graphmodel.reports.explanation_words import value_word
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row
from graphmodel.reports.strips import strips
from graphmodel.reports.wording import Language, Wording

MOST = 200
"""Rows of an answer that a terminal is given."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_RAW_IN_JSON = re.compile(r"[\x7f-\x9f]")
_FORMULA = re.compile(r"\s*[=+\-@\t]")
_ORDER = re.compile(r"\bORDER\s+BY\s+(\w+)\b(?!\s*[.(])", re.IGNORECASE)
_SMALLEST, _LARGEST = 1e-3, 1e15
"""Numbers outside these would be all noughts, or all digits, with decimals."""
_IDS_LAST, _SAME_LATE = 1000, 500
_TRUTH = {True: Wording("是", "yes"), False: Wording("否", "no")}
_COMMA = Wording("、", ", ")
_LEFT_OUT = Wording(
    "有 {count} 列放不下，没有显示；要全部，请用 --format csv 或 json。",
    "{count} columns do not fit and are not shown; --format csv or json gives all.",
)


class Verbatim(Wording):
    """Words that are shown as they are, whatever brackets and braces they hold."""

    def __call__(self, language: Language, **values: object) -> str:
        """The words in a language."""
        return visible(self.zh if language is Language.ZH else self.en)


@dataclass(frozen=True, slots=True)
class Head:
    """A column of an answer."""

    name: str
    words: tuple[str, str] | None = None
    """What it holds, in Chinese and English, where somebody has said so."""

    @property
    def wording(self) -> Wording:
        """Its head for people.

        In Chinese what it holds, up to the first bracket; in English, where that is a whole
        sentence, the name.
        """
        if self.words is None:
            return Verbatim(self.name, self.name)
        return Verbatim(self.words[0].split("（")[0], self.name.replace("_", " "))

    @property
    def is_id(self) -> bool:
        """Whether people can do without it."""
        return self.words is not None and self.words[1].startswith("id of")


def answer_report(
    title: str,
    heads: Sequence[Head],
    rows: Iterable[Sequence[Any]],
    language: Language,
    query: str = "",
) -> Report:
    """The rows of an answer as a result table.

    Args:
        title: What was asked.
        heads: The columns; of several with one name all but the first get a number.
        rows: Texts, numbers, truth values, None, tuples and dictionaries of these.
        language: Of heads and words.
        query: What was asked: a narrow terminal keeps the column that it sorts by.
    """
    names = _told_apart([head.name for head in heads])
    sorted_by = _sorted_by(query)
    table = [dict(zip(names, map(_finite, row), strict=True)) for row in rows]
    columns = []
    for place, (name, head) in enumerate(zip(names, heads, strict=True)):
        values = [row[name] for row in table]
        importance = _importance(head, place, sorted_by, _are_the_same(values))
        columns.append(Column(name, head.wording, _kind(values), importance))
    return Report(title, language, names, table, columns, most=MOST)


def _sorted_by(query: str) -> str:
    """The column by which a query sorts its rows first, where that is a name."""
    found = _ORDER.findall(query)
    return found[-1] if found else ""


def _are_the_same(values: Sequence[Any]) -> bool:
    """Whether a column does not tell its rows apart, as that of the unit that was asked for."""
    return len(values) > 1 and all(value == values[0] for value in values)


def _importance(head: Head, place: int, sorted_by: str, is_same: bool) -> int:
    """Columns from left to right, but the one that rows are sorted by early.

    Late are those that do not tell rows apart, and ids.
    """
    if head.is_id:
        return _IDS_LAST + place
    if head.name == sorted_by:
        return 1
    return _SAME_LATE + place if is_same else 2 * place


def _told_apart(names: Sequence[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        number, unique = 1, name
        while unique in found:
            number += 1
            unique = f"{name}_{number}"
        found.append(unique)
    return found


def _finite(value: Any) -> Any:
    """The value with what JSON has no number for as None."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, tuple):
        return tuple(map(_finite, value))
    if isinstance(value, dict):
        return {key: _finite(part) for key, part in value.items()}
    return value


def _kind(values: Sequence[Any]) -> Kind:
    """How the values of a column are written."""
    known = [value for value in values if value is not None]
    if not known or not all(_is_number(value) for value in known):
        return Kind.TEXT
    sizes = [abs(value) for value in known if isinstance(value, float) and value]
    if not all(_SMALLEST <= size < _LARGEST for size in sizes):
        return Kind.TEXT
    return Kind.AMOUNT if all(size == round(size, 2) for size in sizes) else Kind.RATIO


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def for_people(report: Report) -> Report:
    """The table with truth values, roles and lists in words, and what is nested as JSON."""
    rows = [
        {name: _told(name, value, report.language) for name, value in row.items()}
        for row in report.rows
    ]
    return replace(report, rows=rows)


def _told(column: str, value: Any, language: Language) -> Any:
    if isinstance(value, bool):
        return _TRUTH[value](language)
    if isinstance(value, str):
        return value_word(column.rpartition("_")[2], value, language)
    if isinstance(value, tuple) and all(isinstance(part, str) for part in value):
        return _COMMA(language).join(value)
    return _flat(value)


def _flat(value: Any) -> Any:
    """The value; nested lists and dictionaries as JSON."""
    nested = isinstance(value, tuple) and any(isinstance(part, tuple | dict) for part in value)
    if isinstance(value, dict) or nested:
        return json.dumps(value, ensure_ascii=False)
    return value


def left_out(report: Report, width: int) -> str | None:
    """A line on the columns that a terminal of that width has no room for; None: it has for all."""
    rows = report.rows[: report.most]
    count = sum(any(write_cells(column, rows, report.language)) for column in report.columns)
    count -= len(strips(report, rows, width))
    return _LEFT_OUT(report.language, count=count) if count else None


def to_json(report: Report) -> str:
    """The rows as a JSON list of objects; control characters are written as escapes."""
    return _RAW_IN_JSON.sub(lambda char: f"\\u{ord(char[0]):04x}", formats.to_json(report))


def to_csv(report: Report) -> str:
    """The rows as CSV that spreadsheets do not carry out.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; control
    characters are shown as �.
    """
    rows = [{name: harmless(value) for name, value in row.items()} for row in report.rows]
    names = {name: harmless(name) for name in report.names}
    if all(name == shown for name, shown in names.items()):
        return formats.to_csv(replace(report, rows=rows))
    renamed: list[Row] = [{names[name]: value for name, value in row.items()} for row in rows]
    return formats.to_csv(replace(report, names=list(names.values()), rows=renamed))


def harmless(value: Any) -> Any:
    """A value for a cell of CSV that no spreadsheet carries out."""
    if value is None or isinstance(value, bool | int | float):
        return value
    text = _CONTROL.sub("\ufffd", encode(_flat(value)))
    return f"'{text}" if _FORMULA.match(text) else text
