"""N: names of bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from graphmodel.checks.finding import Hit, Message, Span
from graphmodel.checks.view import PlanView
from graphmodel.model.records import Responsibility
from graphmodel.model.resources import read_vocabulary
from graphmodel.model.vocabulary import UnitKind

_HEADS = {"总局": "局", "局": "局", "委": "委", "厅": "厅", "部": "部", "办": "局"}
"""How a former name ends, and how the present one does: 扶贫办, 乡村振兴局."""
_OTHERWISE_TOLD = ("misspelling", "former-name", "normalised", "stated-alias", "correction")
"""Rules of resolution by which words are another name of a body for a reason of their own."""
_BRACKET = re.compile("[（(〔][^（()）〔〕]*[）)〕]")
_FORMER = "former-name"


def misspellings(plan: PlanView) -> Iterator[Hit]:
    """N001: a name that differs in one character from one that is right."""
    for span, words, (candidate, *_) in plan.diagnosed("unit-misspelling"):
        right = _respelt(words, candidate)
        message = Message(
            f"“{words}”疑为“{right}”之误", f"“{words}” is probably a misspelling of “{right}”"
        )
        yield Hit(span, message, right)


def _respelt(words: str, candidate: str) -> str:
    """The words with the one character put right, as long as they are.

    The right name may be told by a shorter form: 青禾天燃气有限公司, 青禾天然气公司.
    """
    for index in range(len(words) if len(candidate) < len(words) else 0):
        for char in dict.fromkeys(candidate):
            respelt = words[:index] + char + words[index + 1 :]
            if _is_within(candidate, respelt):
                return respelt
    return candidate


def _is_within(short: str, long: str) -> bool:
    """Whether all characters of a name stand in another, in the same order."""
    rest = iter(long)
    return all(char in rest for char in short)


def ambiguous_names(plan: PlanView) -> Iterator[Hit]:
    """N002: a short name that several bodies of the plan have."""
    for span, words, candidates in plan.diagnosed("unit-ambiguous"):
        if len(candidates) > 1:
            names = "、".join(f"“{name}”" for name in candidates)
            yield Hit(span, Message(f"“{words}”可能指{names}", f"“{words}” may mean {names}"))


def several_names(plan: PlanView) -> Iterator[Hit]:
    """N003: one body under two names, or two names that may be one body."""
    places = _places(plan)
    for names in _names_of_units(plan).values():
        first, *others = sorted(names, key=lambda name: places[name].start)
        for name in (other for other in others if not _is_variant(first, other)):
            part = places[name]
            yield Hit(
                (part.start, part.end),
                Message(
                    f"“{name}”与“{first}”是同一单位，写法不一",
                    f"“{name}” and “{first}” are one body under two names",
                ),
                also=((places[first].start, places[first].end),),
            )
    former = {span for span, _, _ in _former(plan)}
    for span, words, candidates in plan.diagnosed("unit-ambiguous"):
        if len(candidates) == 1 and span not in former:
            yield Hit(
                span,
                Message(
                    f"“{words}”与“{candidates[0]}”可能是同一单位",
                    f"“{words}” and “{candidates[0]}” may be one body",
                ),
            )


def _places(plan: PlanView) -> Mapping[str, Responsibility]:
    """The first place of each mention that gives a body a part."""
    places: dict[str, Responsibility] = {}
    for part in sorted(plan.facts.responsibilities, key=lambda part: part.start):
        places.setdefault(part.mention, part)
    return places


def _names_of_units(plan: PlanView) -> Mapping[str, list[str]]:
    """The names of each single body that has a part and more than one name."""
    places = _places(plan)
    names: defaultdict[str, list[str]] = defaultdict(list)
    for row in plan.facts.mentions:
        is_single = plan.units[row.unit].kind is not UnitKind.COLLECTIVE
        if is_single and row.mention in places and row.rule not in _OTHERWISE_TOLD:
            names[row.unit].append(row.mention)
    return {unit: mentions for unit, mentions in names.items() if len(mentions) > 1}


def _is_variant(one: str, other: str) -> bool:
    """Whether two names differ in nothing but how fully the place is named, or in a second name.

    岚东省数据局, 省数据局; 市国投公司（数据交易中心）; 青禾区 in 青禾区、云岭区人民政府.
    """
    short, long = sorted((_BRACKET.sub("", one), _BRACKET.sub("", other)), key=len)
    return long.endswith(short) or long.removeprefix(short) in ("人民政府", "政府")


def former_names(plan: PlanView) -> Iterator[Hit]:
    """N004: a body by its name from before a reform that lies years back."""
    for span, words, (present, year) in _former(plan):
        yield Hit(
            span,
            Message(
                f"“{words}”是 {year} 年机构改革前的名称，现为“{present}”",
                f"“{words}” is the name from before the reform of {year}, now “{present}”",
            ),
            present,
        )


def _former(plan: PlanView) -> Iterator[tuple[Span, str, tuple[str, str]]]:
    """Place and words of each former name, with the present one and the year of the reform."""
    issued = plan.issued or ""
    joined = {row.mention for row in plan.facts.mentions if row.rule == _FORMER}
    for words, part in _places(plan).items():
        found = _reformed(words)
        if found is not None and (issued[:4] > found[1] or words in joined):
            yield (part.start, part.end), words, found


def _reformed(name: str) -> tuple[str, str] | None:
    """The present name of a body that is called by a former one, and the year."""
    for head, now in _HEADS.items():
        stem = name.removesuffix(head)
        for old, (new, year) in _reforms().items() if stem != name else ():
            before = stem.removesuffix(old)
            if before != stem and (not before or before[-1] in "省市县区州旗"):
                return before + new + now, year
    return None


@cache
def _reforms() -> Mapping[str, tuple[str, str]]:
    """The present stem and the year of each former stem that no place has kept."""
    rows = read_vocabulary("reforms.csv")
    return {row["old"]: (row["new"], row["year"]) for row in rows if row["kept"] == "no"}
