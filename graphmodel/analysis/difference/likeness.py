"""How alike the words of two lists of tasks are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graphmodel.model.facts import Facts
from graphmodel.model.records import Responsibility, Task

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_array

    Floats = npt.NDArray[np.float64]

_NO_WORD = re.compile(r"[\W_]+")
_OPENING, _CLOSING = "（〔(【[", "）〕)】]"
_LABEL = 12
"""Characters before the first body of an attribution that may belong to it: 〔牵头单位："""
_TAIL = 20
"""Characters behind its last one: 按职责分工负责）."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Each task of one list (rows) against each of another (columns), all from 0 to 1."""

    titles: Floats
    """Dice coefficient of the pairs of neighbouring characters in the titles."""
    texts: Floats
    """The same of the texts without attributions; all 0 where the facts came without texts."""
    of_old: Floats
    """The share of an old task's words that stand in the new one, too."""
    of_new: Floats
    """The share of a new task's words that stand in the old one, too."""


def likeness(
    old: Sequence[Task], new: Sequence[Task], old_texts: Sequence[str], new_texts: Sequence[str]
) -> Likeness:
    """How alike the tasks are.

    The Dice coefficient of two sets is twice the size of what both hold over the sum of their
    sizes (Dice 1945).

    Args:
        old: One list of tasks.
        new: The other.
        old_texts: Their texts without attributions, or empty (`words_of`).
        new_texts: The same of the other.
    """
    titles = dice([task.title for task in old], [task.title for task in new])
    texts = _shared(old_texts, new_texts)
    return Likeness(titles, texts.dice(), texts.of_rows(), texts.of_columns())


def dice(old: Sequence[str], new: Sequence[str]) -> Floats:
    """The Dice coefficients of the pairs of characters of texts, old ones in rows."""
    return _shared(old, new).dice()


def words_of(facts: Facts, tasks: Sequence[Task]) -> list[str]:
    """The text of each task without the words that assign it; empty where there is no text."""
    texts = {row.plan: row.text for row in facts.texts}
    named: defaultdict[str, list[Responsibility]] = defaultdict(list)
    for part in facts.responsibilities:
        if part.task is not None and not part.standing:
            named[part.task].append(part)
    return [_without(texts.get(task.plan, ""), task, named[task.id]) for task in tasks]


def _without(text: str, task: Task, parts: Iterable[Responsibility]) -> str:
    groups: defaultdict[int, list[Responsibility]] = defaultdict(list)
    for part in parts:
        if task.start <= part.start and part.end <= task.end:
            groups[part.group].append(part)
    kept, at = [], task.start
    for start, end in sorted(_span(text, task, group) for group in groups.values()):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at : task.end]])


def _span(text: str, task: Task, group: Sequence[Responsibility]) -> tuple[int, int]:
    """From the bracket before an attribution's first body to the one behind its last."""
    start, end = min(part.start for part in group), max(part.end for part in group)
    before = text[max(start - _LABEL, task.start) : start]
    opening = max(map(before.rfind, _OPENING))
    behind = text[end : min(end + _TAIL, task.end)]
    closing = min((at for mark in _CLOSING if (at := behind.find(mark)) >= 0), default=-1)
    return start - (len(before) - opening if opening >= 0 else 0), end + closing + 1


@dataclass(frozen=True, slots=True)
class _Shared:
    """How many pairs of characters two lists of texts have, and have in common."""

    common: Floats
    rows: Floats
    columns: Floats

    def dice(self) -> Floats:
        return _ratio(2 * self.common, self.rows[:, None] + self.columns[None, :])

    def of_rows(self) -> Floats:
        return _ratio(self.common, self.rows[:, None])

    def of_columns(self) -> Floats:
        return _ratio(self.common, self.columns[None, :])


def _ratio(part: Floats, whole: Floats) -> Floats:
    import numpy as np

    ratio: Floats = part / np.maximum(whole, 1.0)
    return ratio


def _shared(old: Sequence[str], new: Sequence[str]) -> _Shared:
    import numpy as np

    numbers: dict[str, int] = {}
    pairs = [[_pairs(text, numbers) for text in texts] for texts in (old, new)]
    left, right = (_incidence(of_texts, len(numbers)) for of_texts in pairs)
    common = (left @ right.T).toarray()
    sizes = [np.array(list(map(len, of_texts)), dtype=np.float64) for of_texts in pairs]
    return _Shared(common, *sizes)


def _pairs(text: str, numbers: dict[str, int]) -> list[int]:
    """The numbers of the pairs of neighbouring characters; of one character alone, of that."""
    words = _NO_WORD.sub("", text)
    found = ["".join(pair) for pair in pairwise(words)] or [words] * bool(words)
    return sorted({numbers.setdefault(pair, len(numbers)) for pair in found})


def _incidence(of_texts: Sequence[Sequence[int]], width: int) -> csr_array:
    import numpy as np
    from scipy.sparse import csr_array

    ends = np.cumsum([0, *map(len, of_texts)])
    columns = np.array([column for pairs in of_texts for column in pairs], dtype=np.int64)
    ones = np.ones(len(columns), dtype=np.float64)
    matrix: csr_array = csr_array((ones, columns, ends), shape=(len(of_texts), max(width, 1)))
    return matrix
