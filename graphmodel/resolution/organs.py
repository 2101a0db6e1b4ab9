"""Names of organs of state, party and people: their body, or the branch of a body elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphmodel.model.columns import Strings
from graphmodel.model.vocabulary import JurisdictionLevel
from graphmodel.resolution.bodies import Body, bodies_at, contained, whole_body
from graphmodel.resolution.chains import NATION
from graphmodel.resolution.gazetteer import gazetteer
from graphmodel.resolution.heads import heads
from graphmodel.resolution.leads import Lead, Stated
from graphmodel.resolution.setting import LEVEL_WORDS, Relation, Setting, Where
from graphmodel.resolution.spelling import are_alike, differ_once, without_connectives

_UNIFORM = frozenset(
    {None, JurisdictionLevel.CITY, JurisdictionLevel.COUNTY, JurisdictionLevel.TOWNSHIP}
)
_COMMITTEE_AND_GOVERNMENT = re.compile("委(?:[省市县区州盟旗]?政府)?")
_SCHOOL = re.compile("(?:大学|学院|学校|[中小]学|幼儿园)$")
_LEVEL_ENDING = re.compile("[省市县区州旗]$")
_FAR = Where(Relation.ELSEWHERE, None)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the name of one body says."""

    where: Where
    canonical: str
    """Canonical name without the place."""
    functions: Strings
    stated: Stated
    known: bool
    """Whether the gazetteer knows all its parts."""
    enterprise: bool = False
    branch: str = ""
    """Canonical name as a branch, if it is one of a higher body."""
    slip: str = ""
    """Canonical name of the branch at the plan's place, if one character tells it from that."""
    repaired: str = ""
    """The right spelling of what stands after the lead, where that is misspelt."""


def organ(lead: Lead, setting: Setting) -> Reading | None:
    """The organ that the rest of a lead names, if the gazetteer knows its parts."""
    rest = without_connectives(lead.rest)
    if not rest:
        of_place = lead.stated is not Stated.NOTHING
        government = Reading(lead.where, "政府", ("other",), lead.stated, known=True)
        return government if of_place else None
    if lead.stated is not Stated.NOTHING and rest.startswith("委"):
        return _party_organ(lead, rest)
    if (entry := gazetteer().placed.get(rest)) is not None and lead.taken:
        return Reading(lead.where, entry.canonical, entry.functions, lead.stated, known=True)
    if (body := whole_body(rest)) is not None:
        return _of_body(lead, body, setting)
    if rest.startswith("政府") and (body := whole_body(rest[2:])) is not None:
        return _of_body(lead, body, setting)
    return _part_of_body(lead, rest, setting) or _branch_around_place(rest, setting)


def unknown_organ(lead: Lead) -> Reading:
    """A body of which the gazetteer knows a part at most; a stem inside tells the function."""
    rest = without_connectives(lead.rest)
    if lead.stated is not Stated.NOTHING and rest.startswith("委"):
        rest = f"党{rest}"
    parents = [body for body in bodies_at(rest) if body.head and len(body.stem) > 1]
    entry = None if _SCHOOL.search(rest) else contained(rest)
    functions = parents[0].functions if parents else entry.functions if entry else ("other",)
    return Reading(lead.where, rest, functions, lead.stated, known=False)


def _party_organ(lead: Lead, rest: str) -> Reading | None:
    """县委组织部, 县委办, 县委县政府督查室."""
    match = _COMMITTEE_AND_GOVERNMENT.match(rest)
    name = rest[match.end() :] if match else rest
    joint = match is not None and match.end() > 1
    if joint and not name:
        return Reading(lead.where, "党委政府", ("other",), lead.stated, known=True)
    body = whole_body(f"党委{name}")
    if body is None and (body := whole_body(name)) is None:
        return None
    canonical = _canonical(body, lead.where)
    if not (body.party or joint or canonical.startswith("党委") or body.head == ""):
        canonical = f"党委{canonical}"
    return Reading(lead.where, canonical, body.functions, lead.stated, known=True)


def _of_body(lead: Lead, body: Body, setting: Setting) -> Reading:
    where = lead.where
    if lead.stated is Stated.NOTHING:
        where = _of_head(body, setting)
    elif body.head == "厅" and where.level is JurisdictionLevel.COUNTY:
        where = setting.of_level_word("自治区")
    reading = Reading(where, _canonical(body, where), body.functions, lead.stated, known=True)
    if lead.stated is Stated.NOTHING and (body.local or body.is_branch):
        reading = replace(reading, branch=reading.canonical)
    return replace(reading, repaired=reading.canonical) if body.misspelt else reading


def _of_head(body: Body, setting: Setting) -> Where:
    """Whose body it is when only its head tells: 财政部 of the nation, 财政厅 of the province."""
    if body.national and setting.level is not JurisdictionLevel.NATION:
        return setting.at(NATION)
    if body.head == "厅" and setting.level in _UNIFORM:
        return setting.of_level_word("省")
    return setting.own


def _canonical(body: Body, where: Where) -> str:
    uniform = where.level in _UNIFORM
    if body.local and not body.modifiers and where.level is not JurisdictionLevel.NATION:
        department = uniform and heads().is_department(body.head)
        if not body.head or body.is_branch or department:
            return body.local
    return body.canonical(uniform=uniform)


def _part_of_body(lead: Lead, rest: str, setting: Setting) -> Reading | None:
    """市生态环境局 + 霁岭分局, 政府办 + 金融股: a body, and what of it."""
    for parent in bodies_at(rest):
        after = rest[parent.end :]
        for reading in _parts(lead, parent, after, setting):
            if reading is not None:
                return reading
    return None


def _parts(lead: Lead, parent: Body, after: str, setting: Setting) -> Iterator[Reading | None]:
    yield _in_place(lead, parent, after, setting)
    yield _branch_elsewhere(lead, parent, after, setting)
    yield _inside(lead, parent, after)


def _in_place(lead: Lead, parent: Body, after: str, setting: Setting) -> Reading | None:
    """The branch, or the subordinate body, at a place that the name states."""
    for where, length in _places_before(after, setting):
        tail = after[length:]
        if tail in heads().branches:
            return _branch(where, parent, tail)
        if len(tail) == 2 and tail.endswith("局") and parent.head.endswith("局"):
            # No body is called so: one wrong character in 分局.
            right = lead.rest.removesuffix(tail) + "分局"
            return replace(_branch(where, parent, "分局"), repaired=right)
        if (body := whole_body(tail)) is not None:
            return _of_body(Lead(where, tail, Stated.PLACE), body, setting)
    return None


def _places_before(after: str, setting: Setting) -> Iterator[tuple[Where, int]]:
    """The places that what follows a body begins with, and the length of their names."""
    yield from setting.short_beginnings(after)
    if (found := setting.beginning(after)) is not None:
        yield found
    if after[:1] in LEVEL_WORDS:
        yield setting.of_level_word(after[0]), 1


def _branch_around_place(rest: str, setting: Setting) -> Reading | None:
    """生态环境霁岭分局: the place stands between the stem and the head."""
    for name, place in setting.by_length:
        start = rest.find(name, 1)
        body = whole_body(rest[:start] + rest[start + len(name) :]) if start > 0 else None
        if body is not None and body.is_branch:
            return _branch(setting.at(place), body, body.head)
    return None


def _branch(where: Where, parent: Body, head: str) -> Reading:
    canonical = parent.local or parent.stem + head
    return Reading(where, canonical, parent.functions, Stated.PLACE, known=True, branch=canonical)


def _branch_elsewhere(lead: Lead, parent: Body, after: str, setting: Setting) -> Reading | None:
    """The branch at a place that is none of the plan's, or only a quarter of it."""
    head = next((head for head in heads().branches if after.endswith(head)), None)
    if head is None:
        return None
    words = after.removesuffix(head)
    if not words:
        return _branch(setting.own, parent, head)
    where = setting.of_name(words)
    if where is not None and _lies_in(where, lead.where):
        return _branch(where, parent, head)
    meant = _misspelt_place(words, setting) if where is None else None
    if meant and are_alike(meant, words):
        right = lead.rest.removesuffix(after) + meant + head
        return replace(_branch(setting.own, parent, head), repaired=right)
    far = _LEVEL_ENDING.search(words) and setting.places
    reading = _branch(_FAR if far else setting.own, parent, head)
    canonical = f"{_canonical(parent, lead.where)}{after}"
    return replace(reading, canonical=canonical, slip=reading.canonical if meant else "")


def _misspelt_place(words: str, setting: Setting) -> str | None:
    """The name of the plan's place that the words miss by one character."""
    names = (name for name, place in setting.by_length if place == setting.own.place)
    return next((name for name in names if differ_once(name, words)), None)


def _lies_in(where: Where, above: Where) -> bool:
    """Whether a branch at one place may be one of a body at the other."""
    if where.place is None or above.place is None:
        return False
    return above.place == NATION or where.place.id.startswith(f"{above.place.id}/")


def _inside(lead: Lead, parent: Body, after: str) -> Reading | None:
    """A part of a body that has a function of its own: 政府办金融股, 公安局交警支队."""
    body = whole_body(after)
    if body is None:
        return None
    canonical = body.canonical(uniform=True)
    if not set(body.functions) & set(parent.functions):
        canonical = _canonical(parent, lead.where) + canonical
    # A section of the office does the work of the department that the place lacks.
    first, second = (body, parent) if parent.functions == ("office",) else (parent, body)
    functions = tuple(dict.fromkeys((*first.functions, *second.functions)))
    return Reading(lead.where, canonical, functions, lead.stated, known=True)
