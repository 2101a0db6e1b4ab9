"""Words of a plan: where they stand, and the sentence around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from graphmodel.reports.cells import ELLIPSIS, visible

_LINE_END = re.compile(r"\r\n?|\n")
_STOPS = "。！？\r\n"
_BEFORE, _AFTER = 80, 40
"""Characters that are looked through for the bounds of the sentence."""
_LONGEST = 120
"""Characters of words that are shown; the text of a whole task is longer."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words, and what stands around them."""

    context: str
    """The sentence on one line, cut where it is long; without control characters."""
    start: int
    """Of the words in the context."""
    end: int


def passage(text: str, start: int, end: int) -> Passage:
    """The words between two offsets of a text, in their sentence."""
    shown_end = min(end, start + _LONGEST)
    before = _before(text, start)
    words = visible(text[start:shown_end])
    after = _after(text, end) if shown_end == end else ELLIPSIS
    return Passage(before + words + after, len(before), len(before) + len(words))


def _before(text: str, start: int) -> str:
    first = max(start - _BEFORE, 0)
    stop = max(text.rfind(mark, first, start) for mark in _STOPS)
    if stop >= 0:
        return visible(text[stop + 1 : start]).lstrip()
    return (ELLIPSIS if first else "") + visible(text[first:start]).lstrip()


def _after(text: str, end: int) -> str:
    last = min(end + _AFTER, len(text))
    stop = min((at for mark in _STOPS if (at := text.find(mark, end, last)) >= 0), default=None)
    if stop is not None:
        return visible(text[end : stop + 1]).rstrip()
    return visible(text[end:last]).rstrip() + (ELLIPSIS if last < len(text) else "")


class Position(NamedTuple):
    """A place as editors count it, from 1."""

    line: int
    column: int
    """In code points."""


class Lines:
    """The lines of a text, as editors count them."""

    def __init__(self, text: str) -> None:
        """Find the line starts."""
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def number(self, offset: int) -> int:
        """The number, from 1, of the line that an offset stands in."""
        return bisect_right(self._starts, offset)

    def position(self, offset: int) -> Position:
        """The line and the column of an offset."""
        line = self.number(offset)
        return Position(line, offset - self._starts[line - 1] + 1)
