"""Lines to paragraphs, also from one page to the next."""

from __future__ import annotations

from typing import NamedTuple

from graphmodel.reading.pages.flow import are_level
from graphmodel.reading.pages.measure import Column
from graphmodel.reading.pages.page import Line
from graphmodel.reading.pages.wrapping import (
    begins_item,
    ends_sentence,
    glued,
    is_annex_mark,
    is_date,
    is_next_item,
    was_wrapped,
)

_INDENT = 0.8
"""Ems from which a line is indented."""
_FARTHEST = 6.0
"""Ems by which the first line of a paragraph is indented at most: what begins further in, such as
a signature, does not go on at the margin."""
_EVEN = 0.5
"""Ems within which two lines begin at the same place."""
_APART = 1.5
"""Usual distances between lines from which a gap parts paragraphs."""
_SIZES = 0.12
_HEIGHTS = 0.3
"""Shares by which print of one paragraph differs in size; in height, where only that is known."""
_TITLE = (1.1, 1.8)
"""How many times larger than the text a title is; what is larger is the name at the head of an
official paper."""
_TITLE_GAP = 2.2
"""Sizes between the lower edges of two lines of one title."""
_CENTRED = 1.5
"""Ems by which the middle of a centred line misses that of its column."""
_MID_SENTENCE = ("，", "、", ",")
"""What no paragraph ends with."""
_LABEL = 4
"""Characters of a number or a label that stands apart from what it is for."""


class PagedLine(NamedTuple):
    """A line, the 1-based number of its page, and the column that it stands in."""

    line: Line
    page: int
    column: Column


def continues(paragraph: list[PagedLine], following: PagedLine) -> bool:
    """Whether a line goes on with the paragraph that the lines before it make up."""
    last = paragraph[-1]
    line, below = last.line, following.line
    if _are_level(last, following):
        is_number = len(line.text) <= _LABEL and begins_item(line.text)
        return is_number or line.text.endswith(("：", ":"))
    if line.text.endswith(_MID_SENTENCE) and not begins_item(below.text):
        return _same_size(line, below, _HEIGHTS)
    if _is_title(last) and _is_title(following) and last.page == following.page:
        return (
            _same_size(line, below, _SIZES) and below.bottom - line.bottom < _TITLE_GAP * below.em
        )
    if not _same_size(line, below, _SIZES if line.size and below.size else _HEIGHTS):
        return False
    if last.page == following.page and _is_apart(line, below, last.column):
        return False
    free = last.column.right - line.right
    if not last.column.is_indented and ends_sentence(line.text) and free > line.em:
        return False
    if not was_wrapped(line, below.text, free):
        return False
    return not _begins_anew(paragraph, below.text) and _is_indented_alike(paragraph, following)


def _begins_anew(paragraph: list[PagedLine], following: str) -> bool:
    """Whether the words of a line say that a paragraph begins with it."""
    last, column = paragraph[-1].line.text, paragraph[-1].column
    return (
        is_date(last)
        or is_date(following)
        or is_annex_mark(following)
        or is_next_item(paragraph[0].line.text, following)
        or (begins_item(following) and (ends_sentence(last) or not column.is_indented))
    )


def _are_level(first: PagedLine, second: PagedLine) -> bool:
    return first.page == second.page and are_level(first.line, second.line)


def _is_title(paged: PagedLine) -> bool:
    line, column = paged.line, paged.column
    low, high = _TITLE
    off = (line.left + line.right) / 2 - (column.left + column.right) / 2
    return low * column.em < line.em < high * column.em and abs(off) < _CENTRED * line.em


def _same_size(first: Line, second: Line, share: float) -> bool:
    return abs(first.em - second.em) <= share * max(first.em, second.em)


def _is_apart(line: Line, below: Line, column: Column) -> bool:
    """Whether a gap parts two lines; one that goes up begins another column."""
    return below.bottom - line.bottom > _APART * max(column.pitch, line.em)


def _is_indented_alike(paragraph: list[PagedLine], following: PagedLine) -> bool:
    """Whether the place where a line begins lets it go on with a paragraph.

    Usually that is the margin. It is further in where the whole paragraph is, or where all of it
    hangs from a number.
    """
    last = paragraph[-1]
    shift = following.line.left - following.column.left
    before = last.line.left - last.column.left
    if shift < _INDENT * following.line.em:
        return before < _FARTHEST * last.line.em
    if ends_sentence(last.line.text) or begins_item(following.line.text):
        return False
    if abs(shift - before) < _EVEN * following.line.em:
        return True
    return len(paragraph) == 1 and before < shift and begins_item(last.line.text)


def joined(paragraph: list[PagedLine]) -> tuple[str, list[int]]:
    """Give the text of a paragraph, and the offset in it where each of its lines begins."""
    text = ""
    starts = []
    for paged in paragraph:
        words = " ".join(paged.line.text.split())
        text = glued(text, words)
        starts.append(len(text) - len(words))
    return text, starts
