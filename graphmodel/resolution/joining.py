"""Names of one plan that mean one body though they read differently.

Two names that differ are two bodies unless a rule here says why they are one. Names that the
gazetteer knows are never taken for misspellings of each other: 民政局, 财政局; 水务局, 税务局.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graphmodel.model.columns import Strings
from graphmodel.model.vocabulary import UnitKind
from graphmodel.resolution.leads import Stated
from graphmodel.resolution.names import Name
from graphmodel.resolution.spelling import blurred, contract, shortened, swapped

_LONG = 8
"""From here on a name with one character more or less is taken for the same."""
_TELLING = frozenset("一二三四五六七八九十东西南北中上下左右大小新老旧内外前后高低")
"""Characters that tell one name from another, so that none of them is merely missing."""
_LONGEST_NAME = 40


class Likeness(StrEnum):
    """Why two names are taken for one."""

    SECOND_NAME = "stated-alias"
    SHORT_BRANCH = "short-branch"
    MISSPELLING = "misspelling"
    FORMER_NAME = "former-name"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Join:
    """A body that is another one, and the name that shows it."""

    key: str
    """The body that it is."""
    likeness: Likeness
    example: str
    """A mention of that body."""
    year: str = ""
    """Of a former name the year of the reform."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What the names of a plan come to."""

    joins: Mapping[str, Join]
    """By the key of the body that is another one; a target is never joined itself."""
    open_branches: Mapping[str, tuple[str, ...]]
    """Short names of a branch that several mentions of branches fit, with these mentions."""


def join(names: Sequence[Name], counts: Mapping[str, int], given: Mapping[str, Join]) -> Joined:
    """Find the names that mean one body.

    Args:
        names: The names of one plan, in order of first appearance.
        counts: How often each mention occurs.
        given: What people said; it comes before all rules.
    """
    joins: dict[str, Join] = {}
    branches, open_branches = _short_branches(names)
    pairs = (
        *given.items(),
        *_second_names(names),
        *branches.items(),
        *_misspelt_branches(names),
        *_misspellings_of_known(names),
        *_misspellings(names, counts),
    )
    for key, found in pairs:
        if key not in joins and _end(found.key, joins) != key:
            joins[key] = found
    final = {key: replace(found, key=_end(key, joins)) for key, found in joins.items()}
    return Joined(final, open_branches)


def _end(key: str, joins: Mapping[str, Join]) -> str:
    """The key at the end of a row of joins."""
    while key in joins:
        key = joins[key].key
    return key


def _second_names(names: Sequence[Name]) -> Iterator[tuple[str, Join]]:
    """省知识产权局, where the plan has 省市场监管局（省知识产权局）.

    What is stated as the second name of two bodies is joined to neither.
    """
    keys = {name.key for name in names}
    owners: dict[str, dict[str, str]] = {}
    for name in sorted(names, key=_by_mention):
        if name.alias in keys and name.alias != name.key:
            owners.setdefault(name.alias, {}).setdefault(name.key, name.mention)
    for alias, of_it in owners.items():
        if len(of_it) == 1:
            key, mention = next(iter(of_it.items()))
            yield alias, Join(key, Likeness.SECOND_NAME, mention)


def _short_branches(
    names: Sequence[Name],
) -> tuple[dict[str, Join], dict[str, tuple[str, ...]]]:
    """人行, where the only longer name of such a branch is 人行槐州市中心支行."""
    placed: dict[str, dict[str, str]] = {}
    stated = {name.key for name in names if name.stated is not Stated.NOTHING}
    for name in names:
        if name.branch and name.stated is Stated.PLACE:
            placed.setdefault(name.branch, {}).setdefault(name.key, name.mention)
    joins, open_branches = {}, {}
    for name in names:
        fitting = placed.get(name.branch, {}) if name.branch else {}
        if name.stated is not Stated.NOTHING or name.key in stated or not fitting:
            continue
        if len(fitting) == 1:
            key, mention = next(iter(fitting.items()))
            joins[name.key] = Join(key, Likeness.SHORT_BRANCH, mention)
        else:
            open_branches[name.mention] = tuple(fitting.values())
    return joins, open_branches


def _misspelt_branches(names: Sequence[Name]) -> Iterator[tuple[str, Join]]:
    """The branch at a place that is the plan's but for one character, beside the right one."""
    right = {name.key: name.mention for name in sorted(names, key=_by_mention, reverse=True)}
    for name in names:
        if name.slip in right:
            yield name.key, Join(name.slip, Likeness.MISSPELLING, right[name.slip])


def _misspellings_of_known(names: Sequence[Name]) -> Iterator[tuple[str, Join]]:
    """县税物局 beside 县税务局: a name that nothing explains but a known one that sounds alike."""
    unknown = [name for name in names if not name.known and not name.enterprise]
    if not unknown:
        return
    known: dict[str, Name] = {}
    for name in sorted(names, key=_by_mention):
        if name.known and name.kind is not UnitKind.COLLECTIVE:
            for blur in blurred(contract(name.words)[:_LONGEST_NAME]):
                known.setdefault(blur, name)
    for name in unknown:
        alike = (known.get(blur) for blur in blurred(contract(name.words)[:_LONGEST_NAME]))
        right = next((other for other in alike if other and other.kind is name.kind), None)
        if right is not None and name.functions in (right.functions, ("other",)):
            yield name.key, Join(right.key, Likeness.MISSPELLING, right.mention)


def _by_mention(name: Name) -> str:
    return name.mention


def _misspellings(names: Sequence[Name], counts: Mapping[str, int]) -> Iterator[tuple[str, Join]]:
    """柏岩经开区管委会, where 柏崖经开区管委会 is more frequent; the first of equals is right."""
    unknown = [n for n in names if not n.known and n.kind is not UnitKind.COLLECTIVE]
    examples: dict[str, Name] = {}
    weights: dict[str, int] = {}
    for name in unknown:
        examples.setdefault(name.key, name)
        weights[name.key] = weights.get(name.key, 0) + counts[name.mention]
    order = sorted(examples, key=lambda key: -weights[key])
    rank = {key: number for number, key in enumerate(order)}
    for key, others in _better_spellings(examples, rank).items():
        best = min(others, key=rank.__getitem__)
        yield key, Join(best, Likeness.MISSPELLING, examples[best].mention)


def _better_spellings(
    examples: Mapping[str, Name], rank: Mapping[str, int]
) -> dict[str, list[str]]:
    """The keys that each key is a misspelling of, if any; a better one has a lower rank."""
    better: dict[str, list[str]] = {}
    first: dict[tuple[str, Strings, UnitKind, str], str] = {}
    for key in rank:
        name = examples[key]
        for blur in blurred(name.canonical[:_LONGEST_NAME]):
            leader = first.setdefault((name.home, name.functions, name.kind, blur), key)
            if leader != key:
                better.setdefault(key, []).append(leader)
        for near in _with_slip(name):
            if near in rank and _is_alike(name, examples[near]):
                good, bad = sorted((key, near), key=rank.__getitem__)
                better.setdefault(bad, []).append(good)
    return better


def _is_alike(name: Name, other: Name) -> bool:
    return other.functions == name.functions and other.kind is name.kind


def _with_slip(name: Name) -> Iterator[str]:
    """Keys of the names that a name becomes with a character left out, or with two swapped."""
    words = name.canonical
    if len(words) > _LONGEST_NAME:
        return
    for near in swapped(words):
        yield f"{name.home}:{near}"
    if len(words) >= _LONG:
        for index, near in enumerate(shortened(words)):
            if words[index] not in _TELLING:
                yield f"{name.home}:{near}"
