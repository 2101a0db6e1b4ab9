"""The page of one body: its load, whom it works with, what it has to do, on whose words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.delivery.bars import bar
from graphmodel.delivery.contents import Contents, graph_link, texts
from graphmodel.delivery.templates import rendered
from graphmodel.ledgers.fields import ID, PART
from graphmodel.model.records import Responsibility, Unit
from graphmodel.model.vocabulary import Role
from graphmodel.reports.columns import write_value
from graphmodel.reports.explanation_words import value_word
from graphmodel.reports.loads import LOAD_COLUMNS
from graphmodel.reports.lookup import Lookup
from graphmodel.reports.overloaded import findings
from graphmodel.reports.rows import Row

IN_TABLE, NAMED = 10, 40
"""Partners with all their figures, and how many are named at all: who has more is in every list."""
_FIGURES = [column for column in LOAD_COLUMNS if column.importance is not None and column.is_number]


@dataclass(frozen=True, slots=True)
class Quote:
    """Some words of a plan, in their sentence."""

    before: str
    words: str
    after: str
    place: str
    counts: bool = True
    """Whether what they say adds to the load."""


@dataclass(frozen=True, slots=True)
class Item:
    """A task, an indicator or a duty of the body."""

    texts: Mapping[str, str]
    """By the keys of the columns of a ledger."""
    quotes: list[Quote]


@dataclass(frozen=True, slots=True)
class Group:
    """What the body has to do in one role."""

    part: str
    """The role, in words."""
    items: list[Item] = field(default_factory=list)


class UnitPages:
    """The pages of the bodies of some facts."""

    def __init__(self, contents: Contents) -> None:
        """Index the words behind everything."""
        self._contents = contents
        self._lookup = Lookup(contents.facts)
        self._weightless = boilerplate(contents.facts)
        self._behind: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
        for part in contents.facts.responsibilities:
            key = part.task if part.task is not None else f"{part.plan}!!{part.indicator}"
            self._behind[key, part.unit].append(part)
        for duty in contents.facts.duties:
            for unit in dict.fromkeys(duty.units):
                self._behind[duty.id, unit].append(duty)

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        """The path and the content of each page, in the order of the table of bodies."""
        for unit in self._contents.facts.units:
            if unit.id in self._contents.names:
                yield self._contents.names[unit.id], self.page(unit)

    def page(self, unit: Unit) -> bytes:
        """The page of one body."""
        contents = self._contents
        load = contents.loads.get(unit.id)
        partners = contents.partners[unit.id]
        return rendered(
            "unit",
            contents.language,
            unit=unit,
            kind=value_word("kind", unit.kind, contents.language),
            load=load,
            figures=self._figures(load),
            bar=load and bar(load, max(load["load"], load["threshold"] or 0.0)),
            sentences=findings([load], contents.language) if load and load["overloaded"] else [],
            among=load and contents.load.headings[load["jurisdiction_id"]],
            partners=partners[:IN_TABLE],
            further=partners[IN_TABLE:NAMED],
            unnamed=len(partners) - NAMED,
            link=contents.link,
            groups=self._groups(unit.id),
            graph=graph_link(unit=unit.id),
        )

    def _figures(self, load: Row | None) -> list[tuple[str, str]]:
        """The load in figures, each with its head."""
        language = self._contents.language
        return [(c.head(language), write_value(load[c.key], c.kind)) for c in _FIGURES if load]

    def _groups(self, unit: str) -> list[Group]:
        """What a body has to do by role, in the order of its list."""
        groups: dict[str, Group] = {}
        for row in texts(self._contents.lists[unit]):
            group = groups.setdefault(row[PART.key], Group(row[PART.key]))
            quotes = map(self._quote, self._behind[row[ID.key], unit])
            group.items.append(Item(row, list(quotes)))
        return list(groups.values())

    def _quote(self, row: Any) -> Quote:
        language = self._contents.language
        where = self._lookup.place_of(row.plan, row.start, row.end)
        is_lone = len(self._contents.facts.plans) == 1
        place = where.inside(language) if is_lone else where.words(language)
        counts = not isinstance(row, Responsibility) or self._counts(row)
        passage = self._lookup.passage(row)
        if passage is None:
            return Quote("", getattr(row, "mention", ""), "", place, counts)
        text, start, end = passage.context, passage.start, passage.end
        return Quote(text[:start], text[start:end], text[end:], place, counts)

    def _counts(self, part: Responsibility) -> bool:
        is_support = part.role is Role.SUPPORT
        return not is_support or not (part.standing or part.id in self._weightless)
