"""What each body has to do: a list for each, and their index with the figures of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from graphmodel.analysis.bodies import body_names
from graphmodel.ledgers.fields import (
    BODY,
    DUE,
    DUTY_FIELDS,
    ID,
    INDEX_FIELDS,
    KIND,
    LEAD,
    NAME,
    PART,
    PLAN,
    SOURCE,
    TITLE,
)
from graphmodel.ledgers.items import Items, Texts
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.ledger import Part, table
from graphmodel.ledgers.lines import (
    how_line,
    source_lines,
    title_of,
    title_of_list,
    total_line,
)
from graphmodel.ledgers.words import duty_words, listed
from graphmodel.model.facts import Facts
from graphmodel.model.records import Unit
from graphmodel.model.vocabulary import Role
from graphmodel.reports.explanation_words import table_word, value_word
from graphmodel.reports.whens import when
from graphmodel.reports.wording import Language, Wording

_INDEX = Wording("目录", "Index")
_COUNTS = ("leads", "indicators", "supports", "engagements", "duties")
"""The figures of the index, the weightiest first."""
_COUNT_OF_ROLE = {Role.LEAD: "leads", Role.SUPPORT: "supports", Role.ENGAGED: "engagements"}


@dataclass(frozen=True, slots=True)
class _Body:
    """A body with what it has to do."""

    unit: Unit
    rows: list[Texts] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, count: str, row: Texts) -> None:
        """One more row."""
        self.counts[count] += 1
        self.rows.append({**row, BODY.key: self.unit.id})

    @property
    def order(self) -> tuple[int | str, ...]:
        """Who leads most comes first."""
        return (*(-self.counts[name] for name in _COUNTS), self.unit.id)


def lists(facts: Facts, language: Language) -> list[Part]:
    """The index, then the lists, that of who leads most first."""
    items = Items(facts, language)
    every = {unit.id: _Body(unit) for unit in facts.units}
    total = _add_items(every, items, language)
    _add_duties(every, items, facts, language)
    bodies = sorted((b for b in every.values() if b.rows), key=lambda body: body.order)
    total["bodies"], total["duties"] = len(bodies), len(facts.duties)
    return [_index(facts, bodies, total, language), *(_list(b, language) for b in bodies)]


def _add_items(bodies: dict[str, _Body], items: Items, language: Language) -> Counter[str]:
    """Give each body its rows, led ones first; how many tasks and indicators there are."""
    every = [*items]
    for role, count in _COUNT_OF_ROLE.items():
        word = value_word("role", role, language)
        for item in every:
            row = {**item.texts, PART.key: word}
            for unit in (unit for unit, own in item.roles.items() if own is role):
                bodies[unit].add(count if item.is_task else "indicators", row)
    return Counter("tasks" if item.is_task else "indicators" for item in every)


def _add_duties(bodies: dict[str, _Body], items: Items, facts: Facts, language: Language) -> None:
    """Give each body the rows of its recurring duties."""
    names = body_names(facts)
    for duty in facts.duties:
        texts = {
            ID.key: duty.id,
            PLAN.key: items.plan(duty),
            PART.key: table_word("duties", language),
            TITLE.key: duty_words(duty, names.get(duty.to), language),
            LEAD.key: listed((names[unit] for unit in duty.units), language),
            DUE.key: when(duty.recurrence, duty.dates, language),
            SOURCE.key: items.source(duty),
        }
        for unit in dict.fromkeys(duty.units):
            bodies[unit].add("duties", texts)


def _index(facts: Facts, bodies: Iterable[_Body], total: Counter[str], language: Language) -> Part:
    rows = [
        {
            ID.key: body.unit.id,
            NAME.key: body.unit.name,
            KIND.key: value_word("kind", body.unit.kind, language),
            **{name: str(body.counts[name] or "") for name in _COUNTS},
        }
        for body in bodies
    ]
    fields, cells = table(INDEX_FIELDS, rows)
    lines = [*source_lines(facts, language), total_line(language, **total), how_line(language)]
    title = title_of(facts, LedgerKind.UNITS, language)
    return Part(_INDEX(language), title, lines, fields, cells)


def _list(body: _Body, language: Language) -> Part:
    fields, cells = table(DUTY_FIELDS, body.rows)
    unit = body.unit
    return Part(unit.name, title_of_list(unit.name, language), (), fields, cells, unit.id)
