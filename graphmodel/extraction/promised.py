"""Annexes that a document announces: one that it does not hold is a doubt.

A plan announces its annexes in a list behind the body (附件：1.任务分解表) or by number in its
sentences (见附件2). One that is not there was forgotten, or is a file of its own that was not
given; either way what it says was not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphmodel.extraction.draft import Doubt
from graphmodel.extraction.numerals import ordinal
from graphmodel.extraction.outline import Part
from graphmodel.model.ids import squeeze
from graphmodel.model.vocabulary import Severity

_NUMBER = r"(?P<number>\d{1,2}|[一二三四五六七八九十])"
_HEAD = re.compile(r"附[ \t\u3000]{0,4}件[ \t\u3000]{0,4}\d{0,2}[ \t\u3000]{0,4}[:：]?")
_ENTRY = re.compile(
    rf"[ \t\u3000*]*+(?:{_NUMBER}[ \t]?[.．、](?!\d)[ \t\u3000]*+)?"
    r"(?P<title>[^\s][^\n\r\f]{1,99})"
)
_NEXT_LINE = re.compile(r"\s{1,24}")
_MENTIONED = re.compile(
    rf"(?:见|按照?|填写|[（(])(?P<annex>附件[ \t]?{_NUMBER})(?![\d.．年月日个份项])"
)
_LONGEST_HEADING = 60
_MARKS = " \t\u3000*。；;"
_TELLING = 12
"""Characters at the beginning of a title that tell an annex."""


def missing_annexes(text: str, parts: Sequence[Part]) -> Iterator[Doubt]:
    """The annexes that a text announces and does not hold, each at its first announcement.

    Args:
        text: The document's text.
        parts: Its body and annexes, as `outline.parts` tells them apart.
    """
    has_list = any(part.prefix == ("list",) for part in parts)
    told = {_number(p) for p in parts if _is_annex(p) and (has_list or _has_content(text, p))}
    for number, start, end in sorted([*_listed(text, parts), *_mentioned(text)], key=_by_place):
        if number not in told and not _stands_elsewhere(text, start, end):
            told.add(number)
            yield Doubt("annex-missing", Severity.WARNING, start, end)


def _by_place(announced: tuple[int, int, int]) -> int:
    return announced[1]


def _is_annex(part: Part) -> bool:
    return part.prefix[:1] == ("annex",)


def _number(part: Part) -> int:
    return int(part.prefix[1])


def _has_content(text: str, part: Part) -> bool:
    """Whether more than a heading stands in the annex.

    A map or form is an image, of which the text has the heading alone; but where no list says that
    there are annexes, headings alone are the list.
    """
    lines = text[part.start : part.end].split("\n")
    return sum(bool(line.strip(_MARKS)) for line in lines) > 1


def _listed(text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int, int]]:
    """Number and title of each annex of a list, with one entry a line."""
    for part in parts:
        if part.prefix == ("list",):
            yield from _entries(text, part)
        elif _is_annex(part) and not _has_content(text, part):
            yield _number(part), *_stripped(text, part.start, part.end)


def _entries(text: str, part: Part) -> Iterator[tuple[int, int, int]]:
    head = _HEAD.match(text, part.start)
    if head is None:
        return
    position, number = head.end(), 0
    while (entry := _ENTRY.match(text, position, part.end)) is not None:
        if number and ordinal(entry["number"] or "〇") != number + 1:
            return
        number += 1
        yield number, *_stripped(text, *entry.span("title"))
        gap = _NEXT_LINE.match(text, entry.end(), part.end)
        if gap is None or entry["number"] is None:
            return
        position = gap.end()


def _mentioned(text: str) -> Iterator[tuple[int, int, int]]:
    for match in _MENTIONED.finditer(text):
        yield ordinal(match["number"]), *match.span("annex")


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start : min(end, start + _LONGEST_HEADING)]
    first = len(words) - len(words.lstrip())
    return start + first, start + len(words.rstrip())


def _stands_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether the title heads what follows, though without the word 附件."""
    title = squeeze(text[start:end]).strip("《》“”")[:_TELLING]
    return len(title) == _TELLING and title in squeeze(text[end:]).replace("《", "")
