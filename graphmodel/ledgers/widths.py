"""How wide the columns of a ledger are: a Chinese character takes two cells."""

from __future__ import annotations

import math
from collections.abc import Sequence

from graphmodel.ledgers.fields import Origin
from graphmodel.ledgers.ledger import Part
from graphmodel.reports.wording import Language

_NARROWEST = 5
_PADDING = 1


def widths(part: Part, language: Language) -> list[int]:
    """Cells for each column: those of its longest line, at most what its field allows.

    A hidden column has none.
    """
    return [_width(part, number, language) for number in range(len(part.fields))]


def _width(part: Part, number: int, language: Language) -> int:
    field = part.fields[number]
    if field.origin is Origin.HIDDEN:
        return 0
    longest = max(_NARROWEST, min(_cells(field.head(language)), field.widest))
    for row in part.rows:
        if longest >= field.widest:
            break  # a column of a hundred thousand rows is seldom looked through
        longest = max(longest, *map(_cells, row[number].split("\n")))
    return min(longest, max(field.widest, _NARROWEST)) + _PADDING


def lines_of(cells: Sequence[str], sizes: Sequence[int]) -> int:
    """How many lines a row takes, when texts are wrapped to columns of these sizes.

    Programs do not agree on whether a row without a height is as high as its text. A column of
    size 0, which is hidden, does not count.
    """
    lines = 1
    for text, size in zip(cells, sizes, strict=True):
        if size and (2 * len(text) > size or "\n" in text):
            lines = max(lines, sum(_lines(line, size) for line in text.split("\n")))
    return lines


def _lines(text: str, size: int) -> int:
    return max(1, math.ceil(_cells(text) / size))


def _cells(text: str) -> int:
    """About how many cells a text takes: as many as bytes in GB 18030, two for most of Chinese."""
    return len(text.encode("gb18030", "replace"))
