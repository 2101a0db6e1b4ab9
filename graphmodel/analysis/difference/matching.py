"""Which task of the old state is which of the new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.difference.likeness import Likeness, likeness
from graphmodel.model.columns import Path
from graphmodel.model.records import Task

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

FLOOR = 0.5
"""Likeness of title or text below which two tasks are never the same."""
PATH_BONUS = 0.1
"""What the same printed numbers add to the likeness when pairs are chosen."""
HELD = 0.6
"""Share of a task's words that another has to hold, for the one to be a part of the other."""
SAME, TITLE, PATH, WORDING = "path_title", "title", "path", "wording"
"""What pairs two tasks: numbers and title, title alone, numbers and wording, wording alone."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two tasks that are the same, by numbers of rows."""

    old: int
    new: int
    similarity: float
    """0 to 1: the mean of the likeness of titles and of texts; of titles alone without texts."""
    by: str


@dataclass(frozen=True, slots=True)
class Matching:
    """What became of the tasks."""

    pairs: list[Match]
    """In the order of the new tasks."""
    split: list[tuple[int, int]]
    """Old tasks, and new ones that hold a part of their words beside the one they are paired to."""
    merged: list[tuple[int, int]]
    """Old tasks, and new ones that took them in beside the one these are paired to."""
    gone: list[int]
    new: list[int]


def match(
    old: Sequence[Task], new: Sequence[Task], old_texts: Sequence[str], new_texts: Sequence[str]
) -> Matching:
    """Pair the tasks so that the sum of their likeness is the greatest.

    An assignment problem (Kuhn 1955; solved as by Crouse 2016 in
    `scipy.optimize.linear_sum_assignment`). The worth of a pair is the mean of the likeness of
    titles and of texts, and up to `PATH_BONUS` for the printed numbers; pairs alike in neither
    title nor text by `FLOOR` are never made.

    Args:
        old: The tasks of the old state.
        new: Those of the new one.
        old_texts: Their texts without attributions, or empty (`likeness.words_of`).
        new_texts: The same of the new ones.
    """
    from scipy.optimize import linear_sum_assignment

    alike = likeness(old, new, old_texts, new_texts)
    similarity = _similarity(alike, old_texts, new_texts)
    worth = _worth(alike, similarity, old, new)
    pairs = [
        Match(i, j, float(similarity[i, j]), _by(old[i], new[j]))
        for i, j in zip(*map(list, linear_sum_assignment(worth, maximize=True)), strict=True)
        if worth[i, j] > 0
    ]
    pairs.sort(key=lambda pair: pair.new)
    return _complete(alike, pairs, len(old), len(new))


def _similarity(alike: Likeness, old_texts: Sequence[str], new_texts: Sequence[str]) -> Floats:
    import numpy as np

    has_text = np.outer([bool(t) for t in old_texts], [bool(t) for t in new_texts])
    mean = (alike.titles + alike.texts) / 2
    return np.where(has_text, mean, alike.titles)


def _worth(alike: Likeness, similarity: Floats, old: Sequence[Task], new: Sequence[Task]) -> Floats:
    import numpy as np

    is_alike = np.maximum(alike.titles, alike.texts) >= FLOOR
    return np.where(is_alike, similarity + PATH_BONUS * _same_numbers(old, new), 0.0)


def _same_numbers(old: Sequence[Task], new: Sequence[Task]) -> Floats:
    """The share of the printed numbers, from the first on, that are the same."""
    import numpy as np

    lengths = [np.array([len(task.path) for task in tasks]) for tasks in (old, new)]
    same = np.zeros((len(old), len(new)))
    codes: dict[Path, int] = {}
    for depth in range(1, max((len(task.path) for task in old), default=0) + 1):
        # Paths that end before have no number there, and none is the same as another.
        ends = [
            np.array(
                [
                    codes.setdefault(t.path[:depth], len(codes)) if len(t.path) >= depth else none
                    for t in tasks
                ],
                dtype=np.int64,
            )
            for tasks, none in ((old, -1), (new, -2))
        ]
        same += np.equal.outer(*ends)
    share: Floats = same / np.maximum(np.maximum.outer(*lengths), 1)
    return share


def _by(old: Task, new: Task) -> str:
    if old.title == new.title:
        return SAME if old.path == new.path else TITLE
    return PATH if old.path == new.path else WORDING


def _complete(alike: Likeness, pairs: list[Match], olds: int, news: int) -> Matching:
    """The rest: parts of what is paired, and what is in one state alone."""
    old_paired, new_paired = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    gone = [i for i in range(olds) if i not in old_paired]
    new = [j for j in range(news) if j not in new_paired]
    split = list(_held(alike.of_new.T, new, old_paired))
    merged = list(_held(alike.of_old, gone, new_paired))
    taken_in, split_off = {i for i, _ in merged}, {j for j, _ in split}
    return Matching(
        pairs,
        [(i, j) for j, i in split],
        merged,
        [i for i in gone if i not in taken_in],
        [j for j in new if j not in split_off],
    )


def _held(shares: Floats, rest: list[int], paired: set[int]) -> Iterator[tuple[int, int]]:
    """Tasks without a partner, each with the paired one that holds most of its words."""
    among = sorted(paired)
    for number in rest:
        best = max(among, key=lambda other: shares[number, other], default=None)
        if best is not None and shares[number, best] >= HELD:
            yield number, best


def moved(matching: Matching) -> set[int]:
    """The pairs, by number, that are out of the order that most of them keep.

    All but a longest common subsequence of the two orders; of several the one that ends first.
    """
    from bisect import bisect_left

    tails: list[int] = []
    chains: list[tuple[int, ...]] = []
    for number, pair in enumerate(matching.pairs):
        at = bisect_left(tails, pair.old)
        chain = (*(chains[at - 1] if at else ()), number)
        tails[at : at + 1], chains[at : at + 1] = [pair.old], [chain]
    kept = set(chains[-1]) if chains else set()
    return set(range(len(matching.pairs))) - kept
