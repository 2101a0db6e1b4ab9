"""Facts by id: what an id stands for, where a fact stands, which facts refer to it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphmodel.model import records
from graphmodel.model.columns import Column, columns_of, encode
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.vocabulary import PlaceUnit
from graphmodel.reports.passages import Lines, Passage, Position, passage
from graphmodel.reports.wording import Language, Wording

_TITLES = {"tasks": ("path", "title"), "sections": ("path", "title"), "plans": ("title",)}
"""The columns that tell people which fact is meant, where it is not `name`."""
_TOO_BROAD = ("plan", "jurisdiction_id")
"""References that gather half of the facts."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands in its plan."""

    source: str
    """Name of the file."""
    start: int
    """First code point."""
    end: int
    unit: PlaceUnit = PlaceUnit.LINE
    """What is counted."""
    number: int | None = None
    """The line, page, sheet or paragraph, from 1; None where the facts came without the text."""
    name: str | None = None
    """Name of a sheet."""

    def __str__(self) -> str:
        """`plan.txt:12`, `plan.pdf:page 7`, or `plan.txt[340:352]` where no line is known."""
        if self.number is None:
            return f"{self.source}[{self.start}:{self.end}]"
        if self.unit is PlaceUnit.LINE:
            return f"{self.source}:{self.number}"
        return f"{self.source}:{self.unit} {self.name or self.number}"

    def words(self, language: Language) -> str:
        """The place in words, such as `plan.pdf 第7页`; the offsets where no line is known."""
        if self.number is None:
            return str(self)
        return _IN_FILE(language, source=self.source, place=self.inside(language))

    def inside(self, language: Language) -> str:
        """The place in its file, in words: `第7页`; the offsets where no line is known."""
        if self.number is None:
            return f"[{self.start}:{self.end}]"
        return _WORDS[self.unit](language, number=self.number, name=self.name or str(self.number))


_IN_FILE = Wording("{source} {place}", "{source}, {place}")
_WORDS = {
    PlaceUnit.LINE: Wording("第 {number} 行", "line {number}"),
    PlaceUnit.PARAGRAPH: Wording("第 {number} 段", "paragraph {number}"),
    PlaceUnit.PAGE: Wording("第 {number} 页", "page {number}"),
    PlaceUnit.SHEET: Wording("工作表“{name}”", "sheet “{name}”"),
}


class Lookup:
    """The facts, to be looked up by id."""

    def __init__(self, facts: Facts) -> None:
        """Index the rows of all tables by id."""
        self.facts = facts
        self.rows: dict[str, tuple[str, Any]] = {}
        for table in TABLES:
            for row in facts.rows(table):
                if hasattr(row, "id"):
                    self.rows.setdefault(row.id, (table, row))
        self._texts = {row.plan: row.text for row in facts.texts}
        self._lines: dict[str, Lines] = {}
        self._places: defaultdict[str, list[records.Place]] = defaultdict(list)
        for place in facts.places:
            self._places[place.plan].append(place)

    def title(self, key: str) -> str | None:
        """What people call the fact of an id; None where there is none, or no better name."""
        if key not in self.rows:
            return None
        table, row = self.rows[key]
        names = _TITLES.get(table, ("name",))
        return " ".join(encode(getattr(row, name)) for name in names if hasattr(row, name)) or None

    def place(self, row: Any) -> Place | None:
        """Where a fact stands; None where it comes from no one place."""
        plan, start, end = (getattr(row, name, None) for name in ("plan", "start", "end"))
        if plan is None or start is None or end is None:
            return None
        return self.place_of(plan, start, end)

    def place_of(self, plan: str, start: int, end: int) -> Place:
        """Where some words of a plan stand."""
        _, source = self.rows.get(plan, (None, None))
        name = source.source if source else plan
        if places := self._places.get(plan):
            number = bisect_right(places, start, key=lambda place: place.start)
            found = places[max(number - 1, 0)]
            return Place(name, start, end, found.unit, found.number, found.name)
        position = self.position(plan, start)
        return Place(name, start, end, number=position.line if position else None)

    def position(self, plan: str, offset: int) -> Position | None:
        """Line and column of an offset in the text; None where the facts came without."""
        if plan not in self._texts:
            return None
        if plan not in self._lines:
            self._lines[plan] = Lines(self._texts[plan])
        return self._lines[plan].position(offset)

    def words(self, plan: str, start: int, end: int) -> str:
        """The words between two offsets; empty where the facts came without the text."""
        return self._texts.get(plan, "")[start:end]

    def passage(self, row: Any) -> Passage | None:
        """The words behind a fact; None where there is no one place, or no text."""
        place = self.place(row)
        if place is None or row.plan not in self._texts:
            return None
        return passage(self._texts[row.plan], place.start, place.end)

    def referring(self, table: str, key: str) -> Iterator[tuple[str, Any]]:
        """The facts that refer to one, table by table, each once."""
        for other, record in TABLES.items():
            columns = [c.name for c in columns_of(record) if _refers(c, table)]
            for row in self.facts.rows(other) if columns else ():
                if any(_holds(getattr(row, name), key) for name in columns):
                    yield other, row


def _refers(column: Column, table: str) -> bool:
    return column.references == table and column.name not in _TOO_BROAD


def _holds(value: object, key: str) -> bool:
    return key in value if isinstance(value, tuple) else value == key
