"""Brackets of all the kinds that plans use, matched in one pass whatever their kind.

OCR and typists mix them (〔…], （…)), so any closing bracket closes any opening one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

OPENING = "〔（([【［｛{〈＜「"
CLOSING = "〕）)]】］｝}〉＞」"

_BRACKET = re.compile(f"[{re.escape(OPENING + CLOSING)}]")
_DEEPEST = 3
"""Brackets nested deeper are not looked into: no plan has them, only damage has."""


class Bracket(NamedTuple):
    """Offsets of a pair of brackets, and where its content ends."""

    opening: int
    closing: int | None
    """None where the closing bracket is missing."""
    limit: int
    """The closing bracket; without one the next bracket that lacks its own, or the end."""


def match_brackets(text: str, start: int, end: int) -> list[Bracket]:
    """The brackets of text[start:end] in the order of their openings. Linear in the length."""
    closings: list[tuple[int, int]] = []
    stack: list[int] = []
    deepest = 0
    for match in _BRACKET.finditer(text, start, end):
        if match.group() in OPENING:
            stack.append(match.start())
            deepest = max(deepest, len(stack))
        elif stack:
            closings.append((stack.pop(), match.start()))
    closings.sort()
    closed = closings if deepest <= _DEEPEST else _shallow(closings)
    found = [Bracket(opening, closing, closing) for opening, closing in closed]
    if not stack:
        return found
    unclosed = [Bracket(opening, None, limit) for opening, limit in pairwise((*stack, end))]
    return sorted([*found, *unclosed])


def _shallow(closings: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The closed brackets, in order, that are not nested too deep in others."""
    around: list[int] = []
    for opening, closing in closings:
        while around and around[-1] < opening:
            around.pop()
        if len(around) < _DEEPEST:
            yield opening, closing
        around.append(closing)
