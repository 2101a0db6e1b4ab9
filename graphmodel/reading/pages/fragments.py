"""Pieces of text with boxes to lines: what stands level is one line, unless a wide gap parts it.

For formats whose pieces are no lines: characters of OFD, words that a recogniser found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median_high

from graphmodel.reading.pages.page import Line

_WIDE_GAP = 3.0
"""Heights of a line between two pieces that do not belong together."""
_WORD_GAP = 0.35
"""Heights of a line between two Latin words."""
_LETTER_GAP = 0.8
"""Heights of a line between two words of any script."""
_OTHER_SIZE = 1.25
"""How many times larger than the one beside it print is that does not belong to it, such as a
note in the margin."""
_DOUBLE = 0.25
"""Heights by which a character that is drawn twice, to look bold, is moved."""
_LEVEL = 0.5
"""Share of its height by which the lower of two pieces of a line stands beside the other."""


def lines_of(fragments: Iterable[Line]) -> list[Line]:
    """Give the lines that fragments make up, from top to bottom and from left to right.

    Args:
        fragments: In any order. White space counts inside a line, not at its ends.
    """
    parts = (_trimmed(part) for row in _rows(fragments) for part in _parts(row))
    return [_joined(part) for part in parts if part]


def _rows(fragments: Iterable[Line]) -> list[list[Line]]:
    """Group the fragments that stand level; rows from top to bottom, each from left to right."""
    rows: list[list[Line]] = []
    for fragment in sorted(fragments, key=lambda fragment: fragment.top + fragment.bottom):
        if rows and _are_level(rows[-1][0], fragment):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [_once(sorted(row, key=lambda fragment: fragment.left)) for row in rows]


def _once(row: list[Line]) -> list[Line]:
    """Leave out what is drawn twice at one place."""
    return row[:1] + [
        fragment
        for last, fragment in pairwise(row)
        if fragment.text != last.text
        or fragment.left - last.left > _DOUBLE * (last.bottom - last.top)
    ]


def _are_level(first: Line, second: Line) -> bool:
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return shared > _LEVEL * min(first.bottom - first.top, second.bottom - second.top)


def _parts(row: list[Line]) -> Iterator[list[Line]]:
    """Cut a row where the gap is wide."""
    first = 0
    for number in range(1, len(row)):
        if _are_apart(row[number - 1], row[number]):
            yield row[first:number]
            first = number
    yield row[first:]


def _are_apart(last: Line, following: Line) -> bool:
    gap = (following.left - last.right) / (last.bottom - last.top)
    sizes = sorted((last.size or 1.0, following.size or last.size or 1.0))
    return gap > _WIDE_GAP or (gap > _LETTER_GAP and sizes[1] > _OTHER_SIZE * sizes[0])


def _trimmed(part: list[Line]) -> list[Line]:
    words = [number for number, fragment in enumerate(part) if fragment.text.strip()]
    return part[words[0] : words[-1] + 1] if words else []


def _joined(part: list[Line]) -> Line:
    """Make one line of fragments; its size is the middle one of theirs, its certainty the least."""
    return Line(
        "".join(_spaced(part)),
        part[0].left,
        min(fragment.top for fragment in part),
        max(fragment.right for fragment in part),
        max(fragment.bottom for fragment in part),
        certainty=_certainty(part),
        size=_size(part),
    )


def _spaced(part: list[Line]) -> Iterator[str]:
    """Give the texts, with a space where a gap parts two words."""
    yield part[0].text
    for last, fragment in pairwise(part):
        gap = (fragment.left - last.right) / (last.bottom - last.top)
        if gap > _LETTER_GAP or (
            gap > _WORD_GAP and _is_latin(last.text[-1:]) and _is_latin(fragment.text[:1])
        ):
            yield " "
        yield fragment.text


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _size(part: list[Line]) -> float | None:
    sizes = [fragment.size for fragment in part if fragment.size]
    return median_high(sizes) if sizes else None


def _certainty(part: list[Line]) -> float | None:
    return min((line.certainty for line in part if line.certainty is not None), default=None)
