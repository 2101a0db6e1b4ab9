"""Attributions that stand under no number: the paragraph that carries one is the task."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from graphmodel.extraction.assignments import find_attributions
from graphmodel.extraction.headings import heading_attribution, lists_duties
from graphmodel.extraction.outline import Item, Part

_PARAGRAPH = re.compile(r"[^\n\r\f]*\S[^\n\r\f]*")
_NUMBERED_LEVEL = 6
"""Below ①: a paragraph never encloses a numbered item."""


def paragraph_items(text: str, part: Part, end: int) -> Iterator[Item]:
    """Items made of the paragraphs before the first number of a part that assign something.

    Args:
        text: The document's text.
        part: The body or an annex.
        end: Where its first numbered item begins, or where it ends without any.
    """
    found, _ = find_attributions(text, part.start, end)
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(text, part.start, end)] if found else []
    number = 0
    behind = part.start
    for attribution in found:
        start, stop = _carrier(paragraphs, attribution.start, behind)
        stop = max(stop, attribution.end)
        if start < behind:
            continue
        number += 1
        behind = stop
        yield Item(_NUMBERED_LEVEL, (*part.prefix, number), start, start, stop, None)


def duty_items(text: str, item: Item) -> Iterator[Item]:
    """Items made of the paragraphs below a heading such as 部门职责 that begin with a body.

    Args:
        text: The document's text.
        item: A numbered item; its end is moved to the first of these paragraphs.
    """
    if not lists_duties(text, item):
        return
    number = 0
    lines = [m.span() for m in _PARAGRAPH.finditer(text, item.body, item.end)][1:]
    for start, end in lines:
        paragraph = Item(_NUMBERED_LEVEL, (*item.path, number + 1), start, start, end, item)
        if heading_attribution(text, paragraph) is not None:
            number += 1
            item.end = min(item.end, start)
            yield paragraph


def _carrier(paragraphs: list[tuple[int, int]], position: int, behind: int) -> tuple[int, int]:
    """The paragraph around a position; where it begins there, the one before it too."""
    i = bisect_right(paragraphs, (position, sys.maxsize)) - 1
    start, end = paragraphs[i]
    alone = position - start <= 1 and i > 0 and paragraphs[i - 1][0] >= behind
    return (paragraphs[i - 1][0] if alone else start), end
