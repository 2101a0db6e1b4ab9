"""The beginning of a name that tells whose body it is: 县, 霁岭县, 霁岭, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graphmodel.model.vocabulary import JurisdictionLevel
from graphmodel.resolution.bodies import whole_body
from graphmodel.resolution.setting import LEVEL_WORDS, Setting, Where
from graphmodel.resolution.spelling import contract, plain, without_connectives

_LEVEL_WORD = re.compile(
    "(?!市(?:场|容|政(?:公用|工程|建设|设施|园林)))(?:" + "|".join(LEVEL_WORDS) + ")"
)
"""A word for a place, but not the beginning of 市场, 市容, 市政公用."""
_LEAGUE = re.compile("团(?P<word>[省市县区州盟旗])委$")
_YOUTH = re.compile("共青团(?P<place>.*)$")


class Stated(StrEnum):
    """How a name states its place."""

    NOTHING = "nothing"
    LEVEL = "level"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Lead:
    """One way to take the beginning of a name as its place."""

    where: Where
    rest: str
    stated: Stated
    taken: str = ""
    """A short name taken from the beginning, which may be part of a longer one."""


def leads(name: str, setting: Setting) -> Iterator[Lead]:
    """The ways to take a beginning of a plain, contracted name as its place, the surest first."""
    name = _youth_league(name).removeprefix("中共")
    if (full := _full_names(name, setting)) is not None:
        yield full
    if match := _LEVEL_WORD.match(name):
        yield Lead(setting.of_level_word(match[0]), name[match.end() :], Stated.LEVEL)
    for where, length in setting.short_beginnings(name):
        yield Lead(where, name[length:], Stated.PLACE, name[:length])
    yield Lead(setting.own, name, Stated.NOTHING)


def level_stated(name: str) -> JurisdictionLevel | None:
    """The level of the place that a name begins with a word for; 乡村振兴局 begins with none."""
    match = _LEVEL_WORD.match(name)
    if match is None or whole_body(without_connectives(contract(plain(name)))):
        return None
    return LEVEL_WORDS[match[0]]


def _youth_league(name: str) -> str:
    """团县委 → 县团委, 共青团霁岭县委 → 霁岭县团委, which are read like other names."""
    if match := _LEAGUE.match(name):
        return f"{match['word']}团委"
    if match := _YOUTH.match(name):
        return match["place"].removesuffix("委") + "团委"
    return name


def _full_names(name: str, setting: Setting) -> Lead | None:
    """槐州市望屏区发改局 → 望屏区, 发改局."""
    where, rest = None, name
    while (found := setting.beginning(rest)) is not None:
        where, rest = found[0], rest[found[1] :]
    return Lead(where, rest, Stated.PLACE) if where else None
