"""Wrong characters in the name of a body, told by the names that the gazetteer knows.

Only a name that no reading fits is repaired, and only one character of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from graphmodel.model.columns import Strings
from graphmodel.resolution.bodies import whole_body
from graphmodel.resolution.gazetteer import gazetteer
from graphmodel.resolution.heads import heads
from graphmodel.resolution.leads import Lead
from graphmodel.resolution.organs import Reading, organ
from graphmodel.resolution.setting import Setting
from graphmodel.resolution.spelling import (
    blurred,
    differ_once,
    respelt,
    shortened,
    swapped,
    without_connectives,
)

_SHORTEST = 4
"""Stems of fewer characters are too near to each other: 民政, 财政; 水务, 税务."""
_LONG = 5
"""From here on any one wrong character is taken for a slip; below only one that looks alike."""
_LONGEST_NAME = 30
_SHORTEST_ALIKE = 3
_LONGEST_ALIKE = 9
"""Lengths of the stems that a part of a name is compared with by sound; two characters that sound
like a stem are too often a name of their own: 城关, 城管."""
_HEADS = ("领导小组办", "管委会", "中心", "局", "委", "厅", "办", "部")


def repaired(lead: Lead, setting: Setting) -> Reading | None:
    """The organ that the rest of a lead names once a single wrong character is put right.

    None if several are as near.
    """
    rest = without_connectives(lead.rest)
    if len(rest) > _LONGEST_NAME:
        return None
    found: dict[str, Reading] = {}
    for words in _respellings(rest):
        reading = organ(replace(lead, rest=words), setting)
        if reading is not None and reading.functions != ("other",):
            found.setdefault(reading.canonical, replace(reading, repaired=words))
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=4096)
def _respellings(rest: str) -> Strings:
    """The names that the words may be a misspelling of; most of them mean nothing."""
    return (*respelt(rest), *_with_alike_part(rest), *_with_near_stem(rest))


def _with_alike_part(rest: str) -> Iterator[str]:
    """The name with a stem or modifier in it replaced by one that sounds or looks alike."""
    known = _parts_by_blur()
    for start in range(len(rest) - 1):
        for end in range(start + 2, min(len(rest), start + _LONGEST_ALIKE) + 1):
            for blur in blurred(rest[start:end]):
                for part in known.get(blur, ()):
                    words = rest[:start] + part + rest[end:]
                    if whole_body(words):
                        yield words


@cache
def _parts_by_blur() -> dict[str, Strings]:
    """Stems and modifiers by what they have in common with words that sound or look alike."""
    known: dict[str, Strings] = {}
    table = gazetteer()
    stems = (
        s for s in (*table.stems, *table.bodies) if _SHORTEST_ALIKE <= len(s) <= _LONGEST_ALIKE
    )
    for part in (*stems, *sorted(heads().modifiers)):
        for blur in blurred(part):
            known[blur] = (*known.get(blur, ()), part)
    return known


def _with_near_stem(rest: str) -> Iterator[str]:
    """The name with the stem before its head replaced by the one stem of the gazetteer near it."""
    for head in _HEADS:
        if rest.endswith(head):
            stem = near_stem(rest[: -len(head)])
            if stem and whole_body(stem + head):
                yield stem + head


def near_stem(words: str) -> str:
    """The stem that the words miss by one character; empty if there is none, or several."""
    if len(words) < _SHORTEST - 1:
        return ""
    stems = gazetteer().stems
    near = (*shortened(words), *swapped(words))
    found = {word for word in near if len(word) >= _SHORTEST and word in stems}
    found.update(_gaps().get(words, ()))
    if len(words) >= _LONG:
        for gap in shortened(words):
            found.update(stem for stem in _gaps().get(gap, ()) if differ_once(stem, words))
    meanings = {stems[stem].canonical for stem in found}
    return min(found) if len(meanings) == 1 else ""


@cache
def _gaps() -> dict[str, tuple[str, ...]]:
    """The longer stems, by what is left of them without one character."""
    gaps: dict[str, tuple[str, ...]] = {}
    for stem in gazetteer().stems:
        if len(stem) >= _SHORTEST:
            for gap in dict.fromkeys(shortened(stem)):
                gaps[gap] = (*gaps.get(gap, ()), stem)
    return gaps
