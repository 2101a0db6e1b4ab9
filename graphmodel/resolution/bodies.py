"""Names of bodies without their place: stems of the gazetteer and a head, 住建 + 局."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graphmodel.model.columns import Strings
from graphmodel.resolution.gazetteer import MISSPELT, Entry, gazetteer
from graphmodel.resolution.heads import Head, heads

_NATIONAL = re.compile("^(?:国务院|中央)|总[局署]$")
_ONE_DEPARTMENT = frozenset("局委厅")
# A character is read as a stem only where no longer name fits.
_COSTS = {"character": 1.5}
_MODIFIER_COST = 1.2
_LENGTHS_OF_MODIFIERS = (2, 4, 6)


@dataclass(frozen=True, slots=True)
class Body:
    """The beginning of a text, read as the name of a body."""

    end: int
    """How many characters it takes."""
    stem: str
    """Canonical names of its stems."""
    modifiers: Strings
    head: str
    functions: Strings
    local: str
    """What the branch of a higher body is called, if the local body is one."""
    party: bool
    """Only the party has such a body."""
    misspelt: bool
    national: bool
    """Its head is one of national bodies: 财政部, 海关总署."""

    @property
    def is_branch(self) -> bool:
        """Whether its head is that of a branch: 公安分局."""
        return heads().kinds.get(self.head) is Head.BRANCH

    def canonical(self, *, uniform: bool) -> str:
        """The canonical name.

        Args:
            uniform: Whether 局, 委 and 厅 are one, as they are in a city or county, which has one
                department for one matter.
        """
        kind = heads().kinds.get(self.head)
        if kind in (Head.DEPARTMENT, Head.NATIONAL):
            one = uniform and not self.party and self.head in _ONE_DEPARTMENT
            telling = (word for word in self.modifiers if word not in heads().neutral)
            return self.stem + "".join(telling) + ("局" if one else self.head)
        if kind is Head.GROUP_OFFICE:
            # 优化营商环境工作领导小组办公室 is the long name of 营商办.
            return f"{self.stem}办"
        return self.stem + "".join(self.modifiers) + self.head


@dataclass(frozen=True, slots=True)
class _Path:
    """The cheapest way to cut the first characters of a text into names."""

    cost: float
    entries: tuple[Entry, ...] = ()
    modifiers: Strings = ()


@lru_cache(maxsize=4096)
def bodies_at(text: str) -> tuple[Body, ...]:
    """The bodies that a text begins with, the longest first.

    Args:
        text: A contracted name without connectives: 发展改革科学技术局.
    """
    paths = _paths(text)
    found = {end: _whole(entry, end) for end, entry in _entries_at(text, gazetteer().bodies, 0)}
    for start, path in sorted(paths.items(), key=_plainest):
        for head in heads().by_character.get(text[start : start + 1], ()):
            end = start + len(head)
            if end not in found and text.startswith(head, start) and _may_end(path, head):
                found[end] = _composed(path, head, end)
    return tuple(found[end] for end in sorted(found, reverse=True))


def _plainest(item: tuple[int, _Path]) -> tuple[int, int]:
    """Sorts paths: few modifiers first (公积金|管理部), then long stems (金融监管|局)."""
    start, path = item
    return len(path.modifiers), -start


def whole_body(text: str) -> Body | None:
    """The body that the whole text names, if the gazetteer knows its parts."""
    found = bodies_at(text)
    return found[0] if found and found[0].end == len(text) else None


def stems_of(text: str) -> tuple[Entry, ...]:
    """The stems that the whole text consists of: 金融 of 市府办（金融）; none if it does not."""
    path = _paths(text).get(len(text))
    return path.entries if path and not path.modifiers else ()


def contained(text: str) -> Entry | None:
    """The longest stem inside a text that is no known name; of equally long ones the first."""
    table, best = gazetteer(), None
    for start in range(len(text) - 1):
        for _, entry in _entries_at(text, table.stems, start):
            telling = entry.part != "character" and entry.name not in heads().modifiers
            if telling and (best is None or len(entry.name) > len(best.name)):
                best = entry
    return best


def _entries_at(text: str, table: dict[str, Entry], start: int) -> list[tuple[int, Entry]]:
    longest = min(len(text), start + gazetteer().longest)
    ends = range(start + 1, longest + 1)
    return [(end, table[text[start:end]]) for end in ends if text[start:end] in table]


def _paths(text: str) -> dict[int, _Path]:
    """The cheapest path to each position that names reach, from left to right."""
    stems, modifiers = gazetteer().stems, heads().modifiers
    paths = {0: _Path(0.0)}
    for start in range(len(text)):
        path = paths.get(start)
        if path is None:
            continue
        if not path.modifiers:
            for end, entry in _entries_at(text, stems, start):
                if path.entries and entry.name in modifiers:
                    continue
                cost = path.cost + _COSTS.get(entry.part, 1.0)
                _improve(paths, end, _Path(cost, (*path.entries, entry)))
        for length in _LENGTHS_OF_MODIFIERS if path.entries else ():
            if (word := text[start : start + length]) in modifiers:
                longer = _Path(path.cost + _MODIFIER_COST, path.entries, (*path.modifiers, word))
                _improve(paths, start + length, longer)
    del paths[0]
    return paths


def _improve(paths: dict[int, _Path], end: int, path: _Path) -> None:
    if end not in paths or path.cost < paths[end].cost:
        paths[end] = path


def _may_end(path: _Path, head: str) -> bool:
    """Characters name departments only, and one alone only a commission: 教委."""
    characters = sum(entry.part == "character" for entry in path.entries)
    several = len(path.entries) > 1 and heads().is_department(head)
    return not characters or several or head == "委"


def _whole(entry: Entry, end: int) -> Body:
    return Body(
        end=end,
        stem=entry.canonical,
        modifiers=(),
        head="",
        functions=entry.functions,
        local=entry.local,
        party=False,
        misspelt=entry.form == MISSPELT,
        national=_NATIONAL.search(entry.canonical) is not None,
    )


def _composed(path: _Path, head: str, end: int) -> Body:
    entries = path.entries
    codes = [code for entry in entries for code in entry.functions]
    party = all(entry.part == "party" for entry in entries)
    return Body(
        end=end,
        stem="".join(entry.canonical for entry in entries),
        modifiers=path.modifiers,
        head=head,
        functions=tuple(dict.fromkeys(codes)),
        local=entries[0].local if len(entries) == 1 else "",
        party=party,
        misspelt=any(entry.form == MISSPELT for entry in entries),
        national=heads().kinds[head] is Head.NATIONAL or (head == "部" and not party),
    )
