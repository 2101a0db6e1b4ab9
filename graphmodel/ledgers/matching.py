"""Finding the rows of a ledger that was filled in again among those of the changed plan.

A row is found by what it is about, not by its number alone: where an item is put in, those behind
it get other numbers, and with them other ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from graphmodel.ledgers.fields import ID, NAME, PATH, SUMS, TITLE
from graphmodel.ledgers.filled import FilledRow
from graphmodel.ledgers.ledger import BLANK, checksum

_WORDING = (TITLE.key, NAME.key, "a", "b")
"""The columns that say what a row is about."""
_LEAST_SIMILAR, _LEAST_SIMILAR_ELSEWHERE = 0.6, 0.8
"""Share of equal characters (Ratcliff and Obershelp) from which a reworded item is the same, with
the same number and with another: items of a plan have short titles that are much alike."""
_MOST_COMPARED = 50_000
"""Pairs of rows beyond which only those of one number are compared: it would take long."""

Key = tuple[object, ...] | None
"""What a row is found by; None where it says nothing."""


def matches(olds: Sequence[FilledRow], news: Sequence[FilledRow]) -> dict[int, int]:
    """Which old row each new row is.

    In this order: the same id and wording; the same wording, those with the same number first;
    the most similar wording. What people did to the words of
    the plan does not matter where the checksums are there.

    Returns:
        Numbers of old rows by numbers of new ones; each at most once.
    """
    found: dict[int, int] = {}
    for key in (id_and_wording, _path_and_wording, _wording):
        _pair(olds, news, key, found)
    _pair_similar(olds, news, found)
    return found


def sums_of(row: FilledRow) -> Mapping[str, str]:
    """The checksums of what the plan said, by column, or of what is there where they are gone."""
    sums = row.get(SUMS.key)
    if sums is None:
        return {key: checksum(text) for key, text in row.items()}
    return dict(pair.split("=", 1) for pair in sums.split() if "=" in pair)


def _wording(row: FilledRow) -> Key:
    sums = sums_of(row)
    words = tuple(sums.get(key, BLANK) for key in _WORDING)
    return words if any(word != BLANK for word in words) else None


def id_and_wording(row: FilledRow) -> Key:
    """What tells a row of the plan from all others; rows that people copied have it in common."""
    wording = _wording(row)
    return (row[ID.key], wording) if row.get(ID.key) and wording else None


def _path_and_wording(row: FilledRow) -> Key:
    wording = _wording(row)
    return (row.get(PATH.key), wording) if wording else None


def _pair(
    olds: Sequence[FilledRow],
    news: Sequence[FilledRow],
    key: Callable[[FilledRow], Key],
    found: dict[int, int],
) -> None:
    """Pair the rows of one key in their order."""
    left = defaultdict(list)
    for number in _left(len(olds), found.values()):
        left[key(olds[number])].append(number)
    for number in _left(len(news), found):
        wanted = key(news[number])
        if wanted is not None and left[wanted]:
            found[number] = left[wanted].pop(0)


def _left(count: int, taken: Iterable[int]) -> list[int]:
    return sorted(set(range(count)).difference(taken))


def _pair_similar(
    olds: Sequence[FilledRow], news: Sequence[FilledRow], found: dict[int, int]
) -> None:
    """Pair rows whose wording is much the same, the most similar first."""
    taken = set(found.values())
    scored = []
    for new, old in _candidates(olds, news, found):
        is_elsewhere = olds[old].get(PATH.key) != news[new].get(PATH.key)
        score = _similarity(olds[old], news[new])
        if score >= (_LEAST_SIMILAR_ELSEWHERE if is_elsewhere else _LEAST_SIMILAR):
            scored.append((-score, is_elsewhere, new, old))
    for *_, new, old in sorted(scored):
        if new not in found and old not in taken:
            found[new] = old
            taken.add(old)


def _candidates(
    olds: Sequence[FilledRow], news: Sequence[FilledRow], found: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """New and old rows that may be the same; rows that people added are none of the plan's."""
    has_ids = any(row.get(ID.key) for row in olds)
    left_old = [n for n in _left(len(olds), found.values()) if olds[n].get(ID.key) or not has_ids]
    left_new = _left(len(news), found)
    are_few = len(left_old) * len(left_new) <= _MOST_COMPARED
    by_path = defaultdict(list)
    for number in left_old:
        by_path[olds[number].get(PATH.key)].append(number)
    for new in left_new:
        for old in left_old if are_few else by_path[news[new].get(PATH.key)]:
            yield new, old


def _similarity(old: FilledRow, new: FilledRow) -> float:
    a, b = ("".join(row.get(key, "") for key in _WORDING) for row in (old, new))
    compared = SequenceMatcher(None, a, b, autojunk=False)
    is_worth_it = min(compared.real_quick_ratio(), compared.quick_ratio()) >= _LEAST_SIMILAR
    return compared.ratio() if is_worth_it else 0.0
