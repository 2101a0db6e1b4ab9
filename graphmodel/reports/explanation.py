"""What stands behind one fact: the words, the rules, the facts that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graphmodel.model.columns import Column, columns_of, encode
from graphmodel.model.errors import FactsError
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.records import Responsibility
from graphmodel.reports.lookup import Lookup, Place
from graphmodel.reports.nearest import nearest
from graphmodel.reports.passages import Passage


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact; of an id also what it stands for."""

    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a fact with its values."""

    column: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another fact that belongs to the one explained."""

    table: str
    id: str | None
    fields: tuple[Field, ...]
    """The columns that tell what it is."""
    place: Place | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """What stands behind one fact."""

    table: str
    id: str
    title: str | None
    fields: tuple[Field, ...]
    """All columns that say something, but for id and offsets."""
    place: Place | None
    """None where the fact comes from no one place: a unit, an indicator of the vocabulary."""
    passage: Passage | None
    """The words behind it; None without place or text."""
    related: tuple[Related, ...]


_BRIEF = {
    "plans": ("title",),
    "sections": ("path", "title"),
    "tasks": ("path", "title"),
    "jurisdictions": ("name",),
    "mentions": ("mention", "unit", "rule", "reason"),
    "responsibilities": ("role", "unit", "task", "indicator"),
    "posts": ("post",),
    "indicators": ("name",),
    "measures": ("indicator", "task", "words"),
    "targets": ("metric", "op", "value", "unit"),
    "deadlines": ("date", "recurrence", "event"),
    "duties": ("kind", "units", "recurrence", "dates", "to"),
    "diagnostics": ("severity", "code", "message"),
}
"""The columns that tell in one line what a fact is."""
_SAID_ELSEWHERE = ("id", "start", "end")


def explain(facts: Facts, key: str) -> Explanation:
    """What stands behind the fact of an id, of any table that has ids.

    Args:
        facts: The facts, with texts if the words are to be shown.
        key: The id.

    Raises:
        FactsError: `unknown_id`; `nearest` names ids like it, and of units of that name.
    """
    lookup = Lookup(facts)
    if key not in lookup.rows:
        raise FactsError(key, "unknown_id", nearest=", ".join(nearest(facts, lookup.rows, key)))
    table, row = lookup.rows[key]
    columns = [c for c in columns_of(TABLES[table]) if c.name not in _SAID_ELSEWHERE]
    return Explanation(
        table=table,
        id=key,
        title=lookup.title(key),
        fields=_fields(lookup, row, columns),
        place=lookup.place(row),
        passage=lookup.passage(row),
        related=tuple(_related(lookup, table, row)),
    )


def _fields(lookup: Lookup, row: Any, columns: Iterable[Column]) -> tuple[Field, ...]:
    """The columns that say something: no list is empty, no yes-or-no is no."""
    cells = ((column, getattr(row, column.name)) for column in columns)
    return tuple(
        Field(column.name, _values(lookup, column, value))
        for column, value in cells
        if value is not False and value not in (None, "", ())
    )


def _values(lookup: Lookup, column: Column, value: Any) -> tuple[Value, ...]:
    if column.references is None:
        parts = value if column.type == "strings" else (value,)
        return tuple(Value(_text(part)) for part in parts)
    ids = value if isinstance(value, tuple) else (value,)
    return tuple(Value(key, lookup.title(key)) for key in ids)


def _text(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, float) else encode(value)


def _related(lookup: Lookup, table: str, row: Any) -> Iterator[Related]:
    """The decision on the unit, the facts that refer to this one, the doubts about its words."""
    if isinstance(row, Responsibility):
        for mention in lookup.facts.mentions:
            if (mention.plan, mention.mention) == (row.plan, row.mention):
                yield _brief(lookup, "mentions", mention, "")
    for other, found in lookup.referring(table, row.id):
        yield _brief(lookup, other, found, row.id)
    for doubt in lookup.facts.diagnostics:
        if _overlap(doubt, row):
            yield _brief(lookup, "diagnostics", doubt, row.id)


def _brief(lookup: Lookup, table: str, row: Any, known: str) -> Related:
    """The fact in one line, without the id that is being explained."""
    columns = {column.name: column for column in columns_of(TABLES[table])}
    chosen = [columns[name] for name in _BRIEF.get(table, ()) if getattr(row, name) != known]
    return Related(
        table,
        getattr(row, "id", None),
        _fields(lookup, row, chosen),
        lookup.place(row),
    )


def _overlap(doubt: Any, row: Any) -> bool:
    start, end = getattr(row, "start", None), getattr(row, "end", None)
    if doubt.start is None or start is None or doubt.plan != row.plan:
        return False
    return bool(doubt.start < end and start < doubt.end)
