"""D001, D002, D007: counts, numbers and references that the outline does not bear out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphmodel.checks.finding import Hit, Message, Span
from graphmodel.checks.view import Item, PlanView
from graphmodel.extraction.numerals import ordinal
from graphmodel.model.columns import Path

_N = r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3}|两)"
_IN_BRACKETS = re.compile(
    rf"[（(]\s*共?(?P<count>{_N}\s*(?:大?项|个|条))[^（()）]{{0,6}}[）)]\s*\Z"
)
_IN_QUOTES = re.compile(r"[“\"](?P<count>(?P<n>\d{1,2})(?:大?项|个|条))[^”\"]{1,8}[”\"]\s*\Z")
"""Words with a Chinese numeral in quotation marks are names: “三项制度”."""
_FOLLOWING = re.compile(
    rf"以下(?P<count>{_N}\s*(?:大?项|个|条|大?类|大?方面))[^，。；：:\n]{{0,12}}[:：。]"
)
_LOOKED_THROUGH = 300
"""Characters behind a heading in which it is said how many items follow."""
_LISTED = re.compile(
    rf"(?P<count>{_N}\s*个)[^，。；：:、\n]{{2,12}}[，,]?分别[为是][:：]?(?P<list>[^。；;\n]{{3,400}})"
)
_INDICATORS = re.compile(rf"(?P<count>{_N}\s*[个项])(?P<what>[^，。；：、\n]{{0,10}}?)指标")
_LEAST_INDICATORS, _NEARLY = 10, 3
"""Smaller numbers are those of a part of the indicators; larger differences are no slips."""
_BRACKETS = re.compile("[（(“《][^（()）“”《》]*[）)”》]")
_JOINTS = re.compile("以及|[和及与]")
_CHINESE = "一两三四五六七八九十"
"""Numerals before a measure word."""
_REFERENCE = re.compile(
    r"(?:本(?:方案|计划|意见|办法|措施|细则|规划|机制|通知|规定)|[（(]?(?:详|参)?见|前述|上述)"
    r"第(?P<n>\d{1,3}|[一二三四五六七八九十百]{1,4})(?P<noun>章|部分|编|节|条)"
)


def announced_counts(plan: PlanView) -> Iterator[Hit]:
    """D001: a count of what follows that is not the count of what follows."""
    for item in plan.items:
        children = _children(plan, item)
        said = _announced(plan, item, children) if children else None
        if said is not None:
            span, number = said
            there = len(children) + _unread(plan, children)
            if number != there:
                yield _miscounted(plan, span, number, there)
    yield from _indicators(plan)
    for match in _LISTED.finditer(plan.text):
        number, counts = ordinal(_plain(match["n"])), _elements(match["list"])
        if counts and number not in counts:
            nearest = min(counts, key=lambda count: abs(count - number))
            yield _miscounted(plan, match.span("count"), number, nearest)


def _indicators(plan: PlanView) -> Iterator[Hit]:
    """The first count of the indicators of the plan, where it lists nearly as many, or a few more.

    Several may be one of the national ones (获得用水, 获得用气), so both counts will do.
    """
    listed = [row for row in plan.facts.indicators if row.level == 1 and row.plan is not None]
    counts = {len(listed), len({row.code or row.id for row in listed})}
    for match in _INDICATORS.finditer(plan.text) if listed else ():
        number = ordinal(_plain(match["n"]))
        if "二级" not in match["what"] and number >= _LEAST_INDICATORS:
            if 0 < abs(number - len(listed)) <= _NEARLY and number not in counts:
                hit = _miscounted(plan, match.span("count"), number, len(listed))
                message = Message(
                    f"写的是 {number}，列出的一级指标有 {len(listed)}",
                    f"says {number} where {len(listed)} first-level indicators are listed",
                )
                yield replace(hit, message=message)
            return


def _children(plan: PlanView, item: Item) -> Sequence[Item]:
    """The items directly below one, of the style of the first."""
    below = plan.below.get(item.path, ())
    return [other for other in below if other.style == below[0].style]


def _unread(plan: PlanView, items: Sequence[Item]) -> int:
    """How many numbers are printed between some items that were not read as items."""
    first, last = items[0], items[-1]
    numbers = set(map(ordinal, plan.printed(first.style, first.start, last.start)))
    between = set(range(first.number, last.number)) - {item.number for item in items}
    return len(numbers & between)


def _announced(plan: PlanView, item: Item, children: Sequence[Item]) -> tuple[Span, int] | None:
    """Where a heading, or the words below it, say how many items follow, and how many."""
    behind = min(children[0].start, item.title_end + _LOOKED_THROUGH)
    title = plan.text[item.start : item.title_end]
    found = _IN_BRACKETS.search(title) or _IN_QUOTES.search(title)
    start = item.start
    if found is None:
        found, start = _FOLLOWING.search(plan.text, item.start, behind), 0
    if found is None:
        return None
    first, last = found.span("count")
    return (start + first, start + last), ordinal(_plain(found["n"]))


def _plain(number: str) -> str:
    return number.replace("两", "二")


def _miscounted(plan: PlanView, span: Span, said: int, there: int) -> Hit:
    words = plan.text[slice(*span)]
    number = re.match(r"\d+|[一二三四五六七八九十两]+", words)
    right = str(there) if words[0].isdecimal() else _CHINESE[there - 1 : there]
    return Hit(
        span,
        Message(f"写的是 {said}，实际有 {there}", f"says {said} where there are {there}"),
        right + words[number.end() :] if number and right else None,
    )


def _elements(words: str) -> range | None:
    """How many things a list names at least and at most: 和 may stand within a name.

    None where the list is left open, or is more than a list.
    """
    plain = _BRACKETS.sub("", words)
    if re.search("等|[，,：:]", plain) or "、" not in plain:
        return None
    least = plain.count("、") + 1
    return range(least, least + len(_JOINTS.findall(plain)) + 1)


def numbering(plan: PlanView) -> Iterator[Hit]:
    """D002: numbers of a series that are left out or come twice.

    A series may begin anew below each heading, or run on (1 to 10, then from 11).
    """
    last: dict[tuple[object, ...], Item] = {}
    latest: dict[Path, Item] = {}
    seen: defaultdict[tuple[object, ...], set[int]] = defaultdict(set)
    for item in plan.items:
        siblings = seen[item.path[:-1], item.style]
        previous, above = last.get(item.series), latest.get(item.path[:-1])
        if item.number == 1:
            siblings.clear()  # a list may begin anew below words that have no number
        if item.number in siblings:
            message = f"编号 {item.number} 重复", f"number {item.number} comes twice"
            yield Hit((item.start, item.title_end), Message(*message))
        elif _is_gap(plan, item, previous, above if not siblings else previous):
            message = f"缺少编号 {item.number - 1}", f"number {item.number - 1} is left out"
            yield Hit((item.start, item.title_end), Message(*message))
        siblings.add(item.number)
        last[item.series] = latest[item.path] = item


def _is_gap(plan: PlanView, item: Item, previous: Item | None, since: Item | None) -> bool:
    """Whether the number before that of an item is missing.

    Args:
        plan: The plan.
        item: The item.
        previous: The one before it in its series, be it below another heading.
        since: Behind which item the missing number would have to be printed.
    """
    if item.number == 1 or (previous is not None and item.number == previous.number + 1):
        return False
    if since is None or (since is previous and item.number < since.number):
        return False
    numbers = map(ordinal, plan.printed(item.style, since.start, item.start))
    return item.number - 1 not in numbers


def references(plan: PlanView) -> Iterator[Hit]:
    """D007: a reference to a numbered place of the plan that it does not have."""
    every = {item.number for item in plan.items}
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for item in plan.items:
        numbers[item.style].add(item.number)
    for match in _REFERENCE.finditer(plan.text):
        noun, number = match["noun"], ordinal(match["n"])
        if number not in numbers.get(noun, every):
            yield Hit(
                match.span(),
                Message(
                    f"文中没有第{match['n']}{noun}", f"there is no place numbered {number} ({noun})"
                ),
            )
