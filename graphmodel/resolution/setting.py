"""Where a plan stands: its place with those above it, and what a name means seen from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from graphmodel.model.records import Jurisdiction
from graphmodel.model.vocabulary import JurisdictionLevel
from graphmodel.resolution.chains import NATION
from graphmodel.resolution.divisions import Division, divisions, spellings
from graphmodel.resolution.spelling import plain, without_connectives

RANKS = {level: rank for rank, level in enumerate(JurisdictionLevel)}
_LONGEST_PLACE = 16

LEVEL_WORDS: dict[str, JurisdictionLevel] = {
    "国务院": JurisdictionLevel.NATION,
    "国家": JurisdictionLevel.NATION,
    "全国": JurisdictionLevel.NATION,
    "中央": JurisdictionLevel.NATION,
    "中国": JurisdictionLevel.NATION,
    "自治区": JurisdictionLevel.PROVINCE,
    "自治州": JurisdictionLevel.CITY,
    "地区": JurisdictionLevel.CITY,
    "省": JurisdictionLevel.PROVINCE,
    "市": JurisdictionLevel.CITY,
    "州": JurisdictionLevel.CITY,
    "盟": JurisdictionLevel.CITY,
    "县": JurisdictionLevel.COUNTY,
    "区": JurisdictionLevel.COUNTY,
    "旗": JurisdictionLevel.COUNTY,
    "镇": JurisdictionLevel.TOWNSHIP,
    "乡": JurisdictionLevel.TOWNSHIP,
}
"""Words before a name that stand for the place of a level; longer ones first."""


class Relation(StrEnum):
    """How a place lies to that of the plan."""

    OWN = "own"
    ABOVE = "above"
    BELOW = "below"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Where:
    """A place that a name states, or that it means by stating none."""

    relation: Relation
    place: Jurisdiction | None
    """None if no table knows it; then `words` tell it apart."""
    words: str = ""
    level: JurisdictionLevel | None = None


class Setting:
    """The place of a plan, and the places that names of its bodies may hold."""

    def __init__(
        self, plan: str, places: tuple[Jurisdiction, ...], level: JurisdictionLevel | None = None
    ) -> None:
        """Stand at the last of the places.

        Args:
            plan: Id of the plan.
            places: From the top down; empty if the plan's place is not known.
            level: The level of the plan where its place is not known.
        """
        self.places = places
        self.home = places[-1].id if places else plan
        self.known = {place.id: place for place in (*places, NATION)}
        """Every place that the plan or a name read so far has named, by id."""
        self.level = places[-1].level if places else level
        self.own = Where(Relation.OWN, places[-1] if places else None, "", self.level)

    @cached_property
    def spellings(self) -> dict[str, Jurisdiction]:
        """Full and short names of the plan's places; of equal ones the lower place's."""
        pairs = [
            (without_connectives(words), place)
            for place in self.places
            for words in spellings(plain(place.name))
        ]
        return dict(pairs)

    @cached_property
    def by_length(self) -> list[tuple[str, Jurisdiction]]:
        """The same, longer names first."""
        return sorted(self.spellings.items(), key=lambda pair: (-len(pair[0]), pair[0]))

    @cached_property
    def _of_words(self) -> Mapping[str, Where]:
        return {word: self._of_word(word, level) for word, level in LEVEL_WORDS.items()}

    def of_level_word(self, word: str) -> Where:
        """The place that a level word means here: 市 in the plan of a county is the city above."""
        return self._of_words[word]

    def _of_word(self, word: str, level: JurisdictionLevel) -> Where:
        if level is JurisdictionLevel.NATION:
            return self.at(NATION)
        for place in reversed(self.places):
            if place.name.endswith(word) or (place.level is level and word in "省州盟"):
                return self.at(place)
        if level is self.level:
            return self.own
        return Where(self._relation_of_level(level), None, word, level)

    def _relation_of_level(self, level: JurisdictionLevel) -> Relation:
        if self.level is None:
            return Relation.ELSEWHERE
        return Relation.ABOVE if RANKS[level] < RANKS[self.level] else Relation.BELOW

    def at(self, place: Jurisdiction) -> Where:
        """A known place, seen from the plan's."""
        own = self.places[-1].id if self.places else ""
        if place.id == own:
            return self.own
        if place is NATION or any(place.id == above.id for above in self.places):
            relation = Relation.ABOVE
        elif own and (place.id.startswith(f"{own}/") or own == NATION.id):
            relation = Relation.BELOW
        else:
            relation = Relation.ELSEWHERE
        return Where(relation, place, "", place.level)

    def line(self, place: str) -> tuple[Jurisdiction, ...]:
        """A known place with those above it, from the top down."""
        own = self.known[place]
        return (*self.line(own.parent), own) if own.parent else (own,)

    def beginning(self, text: str) -> tuple[Where, int] | None:
        """The place whose full name the text begins with, and the length of the name."""
        for length in range(min(len(text), _LONGEST_PLACE), 1, -1):
            if (where := self.of_full_name(text[:length])) is not None:
                return where, length
        return None

    def of_full_name(self, name: str) -> Where | None:
        """The place of this full name: one of the plan's, or a division of the country."""
        place = self.spellings.get(name)
        if place is not None and plain(place.name) == name:
            return self.at(place)
        return self._of_divisions(divisions().named(name))

    def of_short_name(self, name: str) -> Where | None:
        """The place of this name without its last part: one of the plan's, or a division."""
        place = self.spellings.get(name)
        return self.at(place) if place else self._of_divisions(divisions().called(name))

    def of_short_name_near(self, name: str) -> Where | None:
        """The same, but of other provinces only the cities: names of districts are common words."""
        found = [d for d in divisions().called(name) if self._is_near(d)]
        return self._of_divisions(found)

    def _is_near(self, division: Division) -> bool:
        province = self.places[0].name if self.places else ""
        line = divisions().line(division)
        return division.level is not JurisdictionLevel.COUNTY or line[0].name == province

    def of_name(self, name: str) -> Where | None:
        """The place of this full or short name."""
        return self.of_full_name(name) or self.of_short_name(name)

    def _of_divisions(self, found: list[Division]) -> Where | None:
        if not found:
            return None
        chains = [divisions().chain(division) for division in found]
        if len(chains) > 1:
            chains = self._nearest(chains)
        if len(chains) > 1:
            return None
        for place in chains[0]:
            self.known.setdefault(place.id, place)
        return self.at(self.known[chains[0][-1].id])

    def _nearest(self, chains: list[tuple[Jurisdiction, ...]]) -> list[tuple[Jurisdiction, ...]]:
        """The chains that share most places with the plan's, if they share any."""
        shared = [sum(a.id == b.id for a, b in zip(c, self.places, strict=False)) for c in chains]
        most = max(shared)
        return [c for c, n in zip(chains, shared, strict=True) if n == most] if most else chains

    def short_beginnings(self, text: str) -> Iterator[tuple[Where, int]]:
        """The places of the plan whose short name the text begins with."""
        for name, place in self.by_length:
            if text.startswith(name):
                yield self.at(place), len(name)
