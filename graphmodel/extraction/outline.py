"""The outline of a plan: 一、 （一） 1. （1） ①, with the path of printed numbers.

A number counts at the start of a line. In the middle of a line, where page layout glued a heading
to the text before it, it counts only if it is the next one that the outline expects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from graphmodel.extraction.numerals import CIRCLED, ordinal
from graphmodel.model.columns import Path

LINE_START = r"(?:(?<=[\n\r\f\v\u2028\u2029])|\A)"
_CHINESE = "[一二三四五六七八九十百]{1,4}+"
_NUMBERS = (
    rf"(?P<a>{_CHINESE})、"
    rf"|[（(〔](?P<b>{_CHINESE})[）)〕]、?"
    r"|(?P<c>\d{1,3}+)(?:[.．](?!\d)|、(?!\d))"
    r"|[（(](?P<d>\d{1,3}+)[）)]"
    rf"|(?P<e>[{CIRCLED}])"
)
_LEVELS = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
_AT_LINE_START = re.compile(rf"{LINE_START}[ \t\u3000\xa0#>*]*+(?:{_NUMBERS})")
_GLUED = re.compile(rf"(?<=[。；;！!？?）)〕】\]］])[ \t\u3000]*+(?:{_NUMBERS})")
_GLUED_TO_HEADING = re.compile(r"(?<=[\u4e00-\u9fff])(?P<c>1)[.．](?![\d])")
_FIRST_GLUED = re.compile(r"(?<![统唯单第专逐同合归划])(?P<a>一)、(?=[\u4e00-\u9fff]{4})")
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
    """1 for 一、 to 5 for ①."""
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
    first = next((m.start() for m in _AT_LINE_START.finditer(text) if m["a"]), None)
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
    for match, certain in _candidates(text, part):
        style = match.lastgroup or ""
        level, number = _LEVELS[style], ordinal(match[style])
        if not certain and not _is_expected(text, stack, level, number, match.start()):
            continue
        while stack and stack[-1].level >= level:
            stack.pop()
        parent = stack[-1] if stack else None
        path = (*(parent.path if parent else part.prefix), number)
        start = match.end() - len(match.group().lstrip(_MARKS))
        item = Item(level, path, start, match.end(), part.end, parent)
        if items:
            items[-1].end = start
        items.append(item)
        stack.append(item)
    return items


def _candidates(text: str, part: Part) -> Iterator[tuple[re.Match[str], bool]]:
    """Numbers in the order of the text, with whether they stand at the start of a line."""
    span = (part.start, part.end)
    found = [(m, True) for m in _AT_LINE_START.finditer(text, *span)]
    taken = {m.end() for m, _ in found}
    found += [(m, False) for m in _GLUED.finditer(text, *span) if m.end() not in taken]
    found += [(m, False) for m in _GLUED_TO_HEADING.finditer(text, *span) if m.end() not in taken]
    if not any(m["a"] for m, certain in found if certain):
        found += [(m, False) for m in _FIRST_GLUED.finditer(text, *span) if m.end() not in taken]
    found.sort(key=lambda pair: pair[0].end())
    yield from found


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
