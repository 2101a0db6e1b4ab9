"""The place of a plan with those above it, told by its name and by what the text says."""

from __future__ import annotations

import re

from graphmodel.model.records import Jurisdiction
from graphmodel.model.vocabulary import JurisdictionLevel
from graphmodel.resolution.divisions import (
    Division,
    chain_of,
    divisions,
    short_name,
)
from graphmodel.resolution.spelling import plain

NATION = Jurisdiction("全国", "全国", JurisdictionLevel.NATION, None)
_NATION_NAMES = frozenset({"全国", "国家", "中国", "中央", "中华人民共和国"})

_LEVELS = (
    (JurisdictionLevel.PROVINCE, ("省", "自治区", "特别行政区")),
    (JurisdictionLevel.CITY, ("市", "州", "盟", "地区")),
    (JurisdictionLevel.COUNTY, ("县", "区", "旗")),
    (JurisdictionLevel.TOWNSHIP, ("镇", "乡", "街道", "苏木")),
)
_PART = re.compile(
    r"[㐀-鿿]{2,12}?(?:自治[区州县旗]|地区|[省市县州盟旗]|(?<![城社])区)(?![市县区])(?=[㐀-鿿]{2})"
)
_BEFORE = re.compile(r"[㐀-鿿]{2,20}+$")
_PREPOSITIONS = tuple("在由经受按据从对向与和及为将把")
_LONGEST_INVENTED = 4
_LOOK_BACK = 21
_LONGEST_NAME = 40


def jurisdiction_chain(name: str | None, context: str) -> tuple[Jurisdiction, ...]:
    """The place of this name with those above it, from the top down.

    Args:
        name: As printed: 霁岭县, 槐州市望屏区, 山东省, 全国.
        context: Words of the plan. A name of several places is told apart by the provinces and
            cities named here; a place that the divisions lack hangs where the words put it.

    Returns:
        None of a plan without a place; only the place itself where nothing tells what it lies in.
    """
    words = plain(name or "").removesuffix("人民政府")[:_LONGEST_NAME]
    if not words:
        return ()
    if words in _NATION_NAMES:
        return (NATION,)
    *above, own = _parts(words)
    known = _known(own, "".join(above) + context, above)
    if known is not None:
        return known
    return _below(_stated_above(above, own, context), own)


def _parts(words: str) -> list[str]:
    """槐州市望屏区 → 槐州市, 望屏区; the name of one division is never cut."""
    parts = []
    while not divisions().named(words) and (end := _end_of_part(words)):
        parts.append(words[:end])
        words = words[end:]
    return [*parts, words]


def _end_of_part(words: str) -> int:
    for end in range(len(words) - 2, 1, -1):
        if divisions().named(words[:end]):
            return end
    match = _PART.match(words)
    return match.end() if match else 0


def _known(
    name: str, context: str, above: list[str] | tuple[str, ...]
) -> tuple[Jurisdiction, ...] | None:
    """The chain of a place of the divisions; the place alone if nothing tells which it is."""
    table = divisions()
    candidates = table.named(name) or [d for d in table.called(short_name(name)) if _like(d, name)]
    if above:
        candidates = [d for d in candidates if any(u.name == above[-1] for u in table.line(d))]
    if not candidates:
        return None
    best = _best(candidates, name, context)
    own = candidates[0]
    above_it = table.line(best)[:-1] if best else ()
    name = own.name if "自治" in own.name else name
    return chain_of([*((d.name, d.level) for d in above_it), (name, own.level)])


def _like(division: Division, name: str) -> bool:
    """Whether a name may mean a division: 延边州, or 神木县 that became 神木市."""
    if "自治" in division.name:
        return _level(name) in (None, division.level)
    county = division.level is JurisdictionLevel.COUNTY
    return county and _level(name) in (JurisdictionLevel.COUNTY, JurisdictionLevel.CITY)


def _best(candidates: list[Division], name: str, context: str) -> Division | None:
    if len(candidates) == 1:
        return candidates[0]
    scores = [_score(candidate, name, context) for candidate in candidates]
    top = max(scores)
    return candidates[scores.index(top)] if top and scores.count(top) == 1 else None


def _score(candidate: Division, name: str, context: str) -> int:
    """How clearly the context names what lies above the candidate."""
    above = divisions().line(candidate)[:-1]
    return sum(
        4 * (place.name + name in context)
        + 2 * (place.name in context)
        + (short_name(place.name) in context)
        for place in above
    )


def _stated_above(above: list[str], name: str, context: str) -> tuple[Jurisdiction, ...]:
    """What the text puts before the name of a place that the divisions lack: 槐州市 霁岭县."""
    if above:
        return jurisdiction_chain("".join(above), context)
    start = context.find(name)
    while start >= 0:
        if found := _ending_in_place(context[max(0, start - _LOOK_BACK) : start]):
            return found
        start = context.find(name, start + len(name))
    return ()


def _ending_in_place(text: str) -> tuple[Jurisdiction, ...]:
    match = _BEFORE.search(text)
    words = match[0].removeprefix("中共") if match else ""
    for start in range(len(words) - 1):
        if divisions().named(words[start:]):
            return _known(words[start:], text, ()) or ()
    level = _level(words)
    invented = 2 < len(words) <= _LONGEST_INVENTED and not words.startswith(_PREPOSITIONS)
    if invented and level in (JurisdictionLevel.PROVINCE, JurisdictionLevel.CITY):
        return chain_of([(words, level)])
    return ()


def _below(above: tuple[Jurisdiction, ...], name: str) -> tuple[Jurisdiction, ...]:
    level = _level(name) or JurisdictionLevel.COUNTY
    if level is JurisdictionLevel.CITY and above and above[-1].level is JurisdictionLevel.CITY:
        level = JurisdictionLevel.COUNTY
    return chain_of([*((place.name, place.level) for place in above), (name, level)])


def _level(name: str) -> JurisdictionLevel | None:
    return next((level for level, endings in _LEVELS if name.endswith(endings)), None)
