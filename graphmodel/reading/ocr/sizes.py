"""The size of print: the heights of boxes, with the scatter of the detector taken out."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from graphmodel.reading.pages import Line

_SCATTER = 0.2
"""Share by which the heights of boxes around print of one size differ."""
_SHORT = 4
"""Characters of a word whose box says little: it may be half as high again as its neighbours'."""


def with_sizes(fragments: Sequence[Line]) -> list[Line]:
    """Give each fragment of a page the size of the print that it belongs to."""
    telling = [fragment for fragment in fragments if len(fragment.text) > _SHORT]
    sizes = _sizes([_height(fragment) for fragment in telling or fragments])
    return [
        fragment._replace(size=min(sizes, key=lambda size: _ratio(size, _height(fragment))))
        for fragment in fragments
    ]


def _sizes(heights: list[float]) -> list[float]:
    """Give the sizes that heights scatter around, the most common first."""
    sizes = []
    while heights:
        size = median_low(heights)
        sizes.append(size)
        heights = [height for height in heights if _ratio(size, height) > 1 + _SCATTER]
    return sizes


def _ratio(first: float, second: float) -> float:
    return max(first, second) / min(first, second)


def _height(fragment: Line) -> float:
    return max(fragment.bottom - fragment.top, 1.0)
