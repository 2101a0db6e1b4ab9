"""A place in a query, with a caret below it."""

from __future__ import annotations

from graphmodel.reports.cells import ELLIPSIS, visible, width_of

_INDENT = "  "
_AFTER = 12
"""Cells that are kept free behind the place, so that one sees how it goes on."""


def pointed(text: str, line: int, column: int, width: int) -> list[str]:
    """The line of a text and the caret, each in at most `width` cells.

    Args:
        text: The text.
        line: Its line, from 1.
        column: The character that the caret stands below, from 1; one after the last is the end.
        width: Cells; what does not fit is cut away before and behind the place.

    Returns:
        Two lines; none where the text has no such place.
    """
    lines = text.splitlines() or [""]
    if not 1 <= line <= len(lines) or column < 1:
        return []
    words = visible(lines[line - 1])
    place = min(column - 1, len(words))
    first = _first(words, place, width)
    before = (ELLIPSIS if first else "") + words[first:place]
    shown = _fitting(before + words[place:], width - len(_INDENT))
    return [_INDENT + shown, " " * width_of(_INDENT + before) + "^"]


def _first(words: str, place: int, width: int) -> int:
    """From which character on the words are shown, so that there is room for the place."""
    room = max(width - len(_INDENT) - _AFTER - 1, 1)
    first = place
    while first and width_of(words[first - 1 : place]) <= room:
        first -= 1
    return first


def _fitting(words: str, room: int) -> str:
    """As much of the words as there is room for; blanks before them stay."""
    if width_of(words) <= room:
        return words.rstrip()
    while words and width_of(words) >= room:
        words = words[:-1]
    return words.rstrip() + ELLIPSIS
