"""The words that names of bodies end in, and those that narrow them, from `data/unit_words.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from graphmodel.model.columns import Strings
from graphmodel.model.resources import read_vocabulary


class Head(StrEnum):
    """What a word at the end of a name says of the body."""

    DEPARTMENT = "department"
    """A department of a government: 局, 委, 厅, 部."""
    NATIONAL = "national"
    """A department of the nation's: 总局, 总署."""
    BRANCH = "branch"
    """The branch of a higher body: 分局, 支行, 管理部."""
    GROUP_OFFICE = "group_office"
    """The office of a leading group: 领导小组办公室."""
    OTHER = "other"
    """办, 中心, 大队 and the like."""


_MODIFIERS = ("modifier", "neutral")


@dataclass(frozen=True, slots=True)
class Heads:
    """The words by what they say."""

    kinds: dict[str, Head]
    by_character: dict[str, Strings]
    """The heads by their first character."""
    branches: Strings
    modifiers: frozenset[str]
    """Words between stem and head that narrow what a body does: 管理, 救援."""
    neutral: frozenset[str]
    """Those that the name of a department may as well lack: 大数据（管理）局."""

    def is_department(self, head: str) -> bool:
        """Whether a head is one of departments, of whatever level."""
        return self.kinds.get(head) in (Head.DEPARTMENT, Head.NATIONAL)


@cache
def heads() -> Heads:
    """The words of `data/`, read once."""
    rows = read_vocabulary("unit_words.csv")
    kinds = {row["word"]: Head(row["kind"]) for row in rows if row["kind"] not in _MODIFIERS}
    by_character: dict[str, Strings] = {}
    for word in kinds:
        by_character[word[0]] = (*by_character.get(word[0], ()), word)
    return Heads(
        kinds,
        by_character,
        tuple(word for word, kind in kinds.items() if kind is Head.BRANCH),
        frozenset(row["word"] for row in rows if row["kind"] in _MODIFIERS),
        frozenset(row["word"] for row in rows if row["kind"] == "neutral"),
    )
