"""Indicators: the lists that plans give of them, and the tasks that are about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphmodel.extraction.draft import DraftIndicator, IndicatorLink
from graphmodel.extraction.numerals import CHINESE, number
from graphmodel.extraction.squeezed import squeezed
from graphmodel.extraction.words import alternation
from graphmodel.model.resources import read_vocabulary
from graphmodel.model.vocabulary import LinkBasis


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """The vocabulary `data/indicators.csv`, compiled."""

    codes: dict[str, str]
    """From the names of a first-level indicator to its code."""
    names: dict[str, str]
    """From the code to the national name."""
    second_level: frozenset[str]
    title_words: re.Pattern[str]
    codes_of_word: dict[str, tuple[str, ...]]
    full_names: re.Pattern[str]
    """Names so long that they mean the indicator wherever they stand."""


@cache
def indicator_words() -> IndicatorWords:
    """The indicators that are known by name."""
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    second_level = set()
    for row in read_vocabulary("indicators.csv"):
        if row["level"] == "2":
            second_level.add(row["name"])
            continue
        names[row["code"]] = row["name"]
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            codes.setdefault(name, row["code"])
        for word in row["title_words"].split("|"):
            words.setdefault(word, []).append(row["code"])
    return IndicatorWords(
        codes=codes,
        names=names,
        second_level=frozenset(second_level),
        title_words=re.compile(alternation(list(words))),
        codes_of_word={word: tuple(found) for word, found in words.items()},
        full_names=re.compile(alternation([name for name in names.values() if len(name) >= 4])),
    )


def code_of(name: str) -> str | None:
    """The code of a first-level indicator by any of its names; None for other indicators."""
    return indicator_words().codes.get(name.strip('“”"'))


def links_of(text: str, start: int, title_end: int, end: int) -> tuple[IndicatorLink, ...]:
    """The indicators that a task is about: by its title, or because its text names one in full.

    Args:
        text: The document's text.
        start: Where the title begins.
        title_end: Where it ends.
        end: Where the task's text ends.
    """
    links: dict[str, IndicatorLink] = {}
    words = indicator_words()
    for match in words.title_words.finditer(text, start, title_end):
        for code in words.codes_of_word[match.group()]:
            links.setdefault(
                code, IndicatorLink(code, LinkBasis.TITLE, match.group(), *match.span())
            )
    for match in words.full_names.finditer(text, title_end, end):
        code = words.codes[match.group()]
        links.setdefault(code, IndicatorLink(code, LinkBasis.BODY, match.group(), *match.span()))
    return tuple(links.values())


_LIST_END = re.compile(
    rf"等?这?(?:\d{{1,3}}|[{CHINESE}]{{1,3}})[个项大](?:[\u4e00-\u9fff]{{0,6}})?指标"
)
_LONGEST_LIST = 1200
"""Characters before the count in which the list that it counts can stand."""
_KNOWN_AT_LEAST = 5
"""Known names that make an enumeration a list of indicators; its other members are local ones."""


def listed_in_prose(text: str, start: int, end: int) -> Iterator[DraftIndicator]:
    """First-level indicators that a sentence lists: 企业开办、…、包容普惠创新等18个关键指标."""
    if "指标" not in text[start:end]:
        return
    piece = squeezed(text, (start, end))
    behind = 0
    for match in _LIST_END.finditer(piece.text):
        first = _list_start(piece.text, match.start())
        if first < behind:
            continue
        behind = match.end()
        names = list(_members(piece.text[first : match.start()], first))
        if sum(code_of(name) is not None for name, _ in names) < _KNOWN_AT_LEAST:
            continue
        for name, position in names:
            span = piece.span(position, position + len(name))
            yield DraftIndicator(name, 1, None, code_of(name), *span)


def _list_start(text: str, end: int) -> int:
    """Where the clause begins that ends at `end`."""
    left = max(0, end - _LONGEST_LIST)
    return max(left, *(text.rfind(mark, left, end) + 1 for mark in "，。；;：:"))


def _members(text: str, base: int) -> Iterator[tuple[str, int]]:
    """The members of a list with 、; a name that holds 、 itself stays whole."""
    parts = text.split("、")
    i, position = 0, base
    while i < len(parts):
        taken = 2 if i + 1 < len(parts) and code_of("、".join(parts[i : i + 2])) else 1
        words = "、".join(parts[i : i + taken])
        name, skipped = _without_verb(words) if i == 0 else (words, 0)
        yield name, position + skipped
        position += len(words) + 1
        i += taken


def _without_verb(words: str) -> tuple[str, int]:
    """紧盯企业开办 → 企业开办: the longest end of the words that is an indicator."""
    for skipped in range(len(words) - 1):
        if code_of(words[skipped:]):
            return words[skipped:], skipped
    return words, 0


_DEFINITION = re.compile(
    rf"(?:包含|包括|下设|分为|设有|共有?)(?P<count>\d{{1,3}}|[{CHINESE}]{{1,3}})个(?:二级)?(?:分)?指标"
    r"[，,]?(?:分别)?(?:为|是|包括)?[:：]?(?P<names>[^。；;]{2,400})"
)
_NAMED = re.compile(r"^[“\"](?P<name>[^”\"]{2,30})[”\"]")


def defined_in_paragraphs(
    text: str, start: int, end: int
) -> list[tuple[DraftIndicator, list[DraftIndicator]]]:
    """Indicators that paragraphs define, as “X”指标…包含四个二级指标，分别为a、b、c和d does.

    Returns:
        Each first-level indicator, in order, with its second-level ones.
    """
    found: list[tuple[DraftIndicator, list[DraftIndicator]]] = []
    if "指标" not in text[start:end]:
        return found
    for line in re.finditer(r"[^\n\r]+", text[start:end]):
        piece = squeezed(text, (start + line.start(), start + line.end()))
        named = _NAMED.match(piece.text)
        definition = _DEFINITION.search(piece.text)
        if named is None or definition is None:
            continue
        members = split_counted(definition["names"], int(number(definition["count"])))
        children = []
        position = definition.start("names")
        for member in members:
            at = piece.text.index(member, position)
            position = at + len(member)
            span = piece.span(at, position)
            children.append(DraftIndicator(member, 2, named["name"], None, *span))
        name = named["name"]
        parent = DraftIndicator(name, 1, None, code_of(name), *piece.span(*named.span("name")))
        found.append((parent, children))
    return found


def split_counted(text: str, count: int) -> list[str]:
    """The members of a list whose number is announced.

    Cuts at 、, then at 以及 and 及 and 和 as long as members are missing: of names that the
    vocabulary does not hold whole, the last first.
    """
    members = re.findall(r"(?:“[^”]*”|[^、“])+", text)
    for word in ("以及", "及", "和"):
        for i in range(len(members) - 1, -1, -1):
            if len(members) >= count:
                return members
            if members[i] in indicator_words().second_level:
                continue
            left, joint, right = members[i].rpartition(word)
            if joint and len(left) >= 2 and len(right) >= 2:
                members[i : i + 1] = [left, right]
    return members
