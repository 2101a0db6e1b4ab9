"""The outline of a plan: 第一章 第一条 一、 （一） 1. （1） ①, with the path of printed numbers.

A number counts at the start of a line. In the middle of a line, where page layout glued a heading
to the text before it, it counts only if it is the next one that the outline expects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from graphmodel.extraction.brackets import CLOSING
from graphmodel.extraction.numerals import CHINESE, CIRCLED, ordinal
from graphmodel.model.columns import Path

LINE_START = r"(?:(?<=[\n\r\f\v\u2028\u2029])|\A)"
_CHINESE = "[一二三四五六七八九十百]{1,4}+"
_NUMBERS = (
    rf"第[ \t]?(?:(?P<x>{_CHINESE}|\d{{1,3}}+)[ \t]?(?:章|部分|编)"
    rf"|(?P<y>{_CHINESE}|\d{{1,3}}+)[ \t]?节|(?P<z>{_CHINESE}|\d{{1,3}}+)[ \t]?条)"
    r"(?=[ \t\u3000]*+[^\s，。；])(?=[ \t\u3000:：])"
    rf"|(?P<a>{_CHINESE})、"
    rf"|[（(〔](?P<b>{_CHINESE})[）)〕]、?"
    r"|(?P<c>\d{1,3}+)(?:[.．](?!\d)|[.．](?=20\d\d年)|、(?!\d)|、(?=\d{1,4}[\u4e00-\u9fff]))"
    r"|[（(](?P<d>\d{1,3}+)[）)]"
    r"|(?P<f>\d{1,2}+)[)）](?!\d)"
    rf"|(?P<e>[{CIRCLED}])"
)
_LEVELS = {"x": -2, "y": -1, "z": 0, "a": 1, "b": 2, "c": 3, "d": 4, "f": 4, "e": 5}
# These begin with the character before the number, so that a scan for it finds them quickly; the
# number itself is looked at ahead.
_AFTER_LINE_END = re.compile(rf"[\n\r\f\v\u2028\u2029](?=[ \t\u3000\xa0#>*]*+(?P<all>{_NUMBERS}))")
_AT_TEXT_START = re.compile(rf"(?=[ \t\u3000\xa0#>*]*+(?P<all>{_NUMBERS}))")
_GLUED = re.compile(rf"[。；;！!？?）)〕】\]］](?=[ \t\u3000]*+(?P<all>{_NUMBERS}))")
_GLUED_TO_HEADING = re.compile(r"(?P<all>(?P<c>1(?<=[\u4e00-\u9fff]1))[.．])(?![\d])")
_FIRST_GLUED = re.compile(
    r"(?P<all>(?P<a>一(?<![统唯单第专逐同合归划]一))、)(?=[\u4e00-\u9fff]{4})"
)
_ANYWHERE = re.compile(
    rf"(?<![统唯单第专逐同合归划其之{CHINESE}\d])(?P<all>{_NUMBERS})(?=[^\s{CHINESE}])"
)
"""In a text without line ends: a number and words behind it."""
_LONGEST_HEADING = 40
_SENTENCE = re.compile("[。；;：:]")
_ANNEX = re.compile(
    r"附[ \t\u3000]{0,4}(?:[件表][ \t\u3000]{0,4})?(?P<number>\d{1,2}|[一二三四五六七八九十])?"
    r"[ \t\u3000]{0,4}(?P<colon>[:：])?[ \t\u3000*]{0,8}"
)
_FIRST_OF_LIST = re.compile(r"\s{0,8}1[.．、]")
_MOST_MARKS = 40
_MARKS = " \t\u3000\xa0#>*"
_LINE_ENDS = "\n\r\f\v\u2028\u2029"
_LINE_END = re.compile(f"[{_LINE_ENDS}]")
_PUNCTUATION = re.compile(r"[，。；：,;:]")


@dataclass(slots=True)
class Item:
    """A numbered place of the outline and the text that is its own."""

    level: int
    """1 for 一、 to 5 for ①; below 1 for 第一条, 第一节, 第一章."""
    path: Path
    start: int
    """Offset of the number."""
    body: int
    """Offset behind the number."""
    end: int
    """Offset of the next number, or of the end of the part."""
    parent: Item | None


class Outline(NamedTuple):
    """The numbered items of a document, and the body and annexes that they stand in."""

    items: list[Item]
    parts: list[Part]


def outline(text: str) -> Outline:
    """All items in the order of the text. Linear in its length."""
    found = parts(text)
    return Outline([item for part in found for item in _items(text, part)], found)


@dataclass(frozen=True, slots=True)
class Part:
    """The body or one annex: the stretch of text in which numbers hang together."""

    prefix: Path
    start: int
    end: int


def parts(text: str) -> list[Part]:
    """The body, then the annexes.

    What stands after an annex heading counts as an annex only if the body has begun before;
    otherwise the plan itself is the annex of a notice.
    """
    first = next(
        (mark.start for mark in _at_line_starts(text, 0, len(text)) if mark.style == "a"), None
    )
    cuts: list[tuple[Path, int]] = [((), 0)]
    for match in _ANNEX.finditer(text):
        if first is None or match.start() < first or not _begins_line(text, match.start()):
            continue
        prefix = _annex_prefix(text, match)
        if prefix is not None:
            cuts.append((prefix, match.start()))
    cuts.append(((), len(text)))
    return [Part(prefix, start, end) for (prefix, start), (_, end) in pairwise(cuts)]


def _annex_prefix(text: str, match: re.Match[str]) -> Path | None:
    """The path of the annex that a line opens; of a list of annexes; None for other lines."""
    alone = match.end() == _line_end(text, match.end())
    if match["number"]:
        return ("annex", ordinal(match["number"])) if alone or match["colon"] else None
    if match["colon"] and (not alone or _FIRST_OF_LIST.match(text, match.end())):
        return ("list",)
    return ("annex", 1) if alone else None


def _begins_line(text: str, position: int) -> bool:
    before = text[max(0, position - _MOST_MARKS) : position].rstrip(_MARKS)
    return not before or before[-1] in _LINE_ENDS


def _line_end(text: str, start: int) -> int:
    match = _LINE_END.search(text, start)
    return match.start() if match else len(text)


def _items(text: str, part: Part) -> list[Item]:
    if part.prefix == ("list",):
        return []  # the list of annexes is numbered, but is no outline
    items: list[Item] = []
    stack: list[Item] = []
    last: dict[int, int] = {}
    marks = _candidates(text, part)
    run_on = not any(mark.certain for mark in marks)
    for mark in marks:
        level, number = _LEVELS[mark.style], ordinal(mark.number)
        if run_on:
            expected = _is_next(text, stack, last, mark)
        else:
            expected = mark.certain or _is_expected(text, stack, level, number, mark.start)
        if not expected or (items and mark.start < items[-1].body):
            continue
        last[level] = number
        while stack and stack[-1].level >= level:
            stack.pop()
        parent = stack[-1] if stack else None
        path = (*(parent.path if parent else part.prefix), number)
        start = mark.start
        item = Item(level, path, start, mark.end, part.end, parent)
        if items:
            items[-1].end = start
        items.append(item)
        stack.append(item)
    return items


class _Mark(NamedTuple):
    """A printed number: （三）."""

    end: int
    """Offset behind it."""
    start: int
    style: str
    number: str
    certain: bool
    """Whether it stands at the start of a line."""


def _candidates(text: str, part: Part) -> list[_Mark]:
    """Numbers in the order of the text."""
    span = (part.start, part.end)
    found = [*_at_line_starts(text, *span)]
    taken = {mark.end for mark in found}
    patterns = [_GLUED, _GLUED_TO_HEADING] if found else [_ANYWHERE]
    if found and not any(mark.style == "a" for mark in found):
        patterns.append(_FIRST_GLUED)
    for pattern in patterns:
        marks = (_mark(match, certain=False) for match in pattern.finditer(text, *span))
        found += [mark for mark in marks if mark.end not in taken]
    return sorted(found)


def _at_line_starts(text: str, start: int, end: int) -> Iterator[_Mark]:
    first = _AT_TEXT_START.match(text, start, end) if start == 0 else None
    if first is not None:
        yield _mark(first, certain=True)
    for match in _AFTER_LINE_END.finditer(text, max(start - 1, 0), end):
        yield _mark(match, certain=True)


def _mark(match: re.Match[str], *, certain: bool) -> _Mark:
    style = next(style for style in _LEVELS if match.groupdict().get(style))
    return _Mark(match.end("all"), match.start("all"), style, match[style], certain)


def _is_next(text: str, stack: list[Item], last: dict[int, int], mark: _Mark) -> bool:
    """Whether a number goes on with the outline of a text without line ends, such as OCR gives.

    Numbers of a level may run on across those above it: 一、（一）（二）二、（三）.
    """
    level, number = _LEVELS[mark.style], ordinal(mark.number)
    if not stack:
        return level == 1 and number == 1
    if any(item.level == level for item in stack):
        return number == last[level] + 1
    if level < stack[0].level or number not in (1, last.get(level, 0) + 1):
        return False
    heading = text[stack[-1].body : mark.start]
    behind_sentence = text[mark.start - 1] in "。；;：:！" or text[mark.start - 1] in CLOSING
    return behind_sentence or (len(heading) <= _LONGEST_HEADING and not _SENTENCE.search(heading))


def _is_expected(text: str, stack: list[Item], level: int, number: int, start: int) -> bool:
    """Whether a number in the middle of a line goes on with the outline."""
    if not stack:
        return level == 1 and number == 1
    top = stack[-1]
    if level > top.level:
        heading = text[top.body : min(start, top.body + 80)].rstrip("。；; ")
        return number == 1 and not _PUNCTUATION.search(heading)
    sibling = next((item for item in reversed(stack) if item.level == level), None)
    return sibling is not None and sibling.path[-1] == number - 1
