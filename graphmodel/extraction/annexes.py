"""Tasks of the body that a table in an annex states again (任务分解表)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graphmodel.extraction.draft import DraftTask

_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*")
_CLAUSE = re.compile(r"[，。；：,;:]")
_NO_WORD = re.compile(r"[\W_]+")
_LEAST = 8
"""Characters that the first clause of a title needs to tell the task."""


def restated(tasks: Sequence[DraftTask]) -> dict[int, int]:
    """From the position of each annex task that states a task of the body again to that one's.

    They are the same where their titles are, or where the first clauses are and have eight
    characters at least; numbers and punctuation aside.
    """
    titles: dict[str, int] = {}
    clauses: dict[str, int] = {}
    for position, task in enumerate(tasks):
        if not _in_annex(task):
            titles.setdefault(_plain(task.title), position)
            clauses.setdefault(_first_clause(task.title), position)
    found: dict[int, int] = {}
    for position, task in enumerate(tasks):
        if _in_annex(task):
            same = titles.get(_plain(task.title), clauses.get(_first_clause(task.title)))
            if same is not None:
                found[position] = same
    return found


def _in_annex(task: DraftTask) -> bool:
    return task.path[:1] == ("annex",)


def _plain(title: str) -> str:
    return _NO_WORD.sub("", _NUMBER.sub("", title))


def _first_clause(title: str) -> str:
    """The first clause, or the whole title where that is too short to tell the task."""
    clause = _plain(_CLAUSE.split(_NUMBER.sub("", title), maxsplit=1)[0])
    return clause if len(clause) >= _LEAST else _plain(title)
