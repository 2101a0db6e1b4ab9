"""Mentions of bodies, read as names: whose body, which function, what kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphmodel.model.columns import Strings
from graphmodel.model.records import Jurisdiction
from graphmodel.model.vocabulary import JurisdictionLevel, UnitKind
from graphmodel.resolution import collectives
from graphmodel.resolution.bodies import stems_of, whole_body
from graphmodel.resolution.enterprises import is_enterprise, read_enterprise
from graphmodel.resolution.gazetteer import usual_hosts
from graphmodel.resolution.leads import Lead, Stated, leads
from graphmodel.resolution.organs import Reading, organ, unknown_organ
from graphmodel.resolution.parks import park
from graphmodel.resolution.repairs import repaired
from graphmodel.resolution.setting import RANKS, Relation, Setting, Where
from graphmodel.resolution.spelling import contract, plain, without_connectives

_ASIDE = re.compile("（(?P<words>[^（）]*+)）$")
_GROUP_OFFICE = re.compile("(?:小组|指挥部|联席会议)办")
_SET_UP = re.compile("^(?:办公室)?(?:设|挂靠)[在于]?")
_UNKNOWN_PLACE = re.compile("[㐀-鿿]{2,6}?(?P<level>[省市县区旗])(?=政府|[^级直市区县]|$)")
_TOWNSHIP = re.compile("[㐀-鿿]{1,6}?(?:民族乡|街道|[镇乡])")
_TOWN_OFFICES = {"": "", "政府": "", "办": "", "党委": "党委", "党工委": "党委"}
_TOWNSHIP_CODE = ("township",)
_TOWNSHIPS_BELONG_TO = (JurisdictionLevel.COUNTY, JurisdictionLevel.TOWNSHIP, None)
_LEVELS = {
    "省": JurisdictionLevel.PROVINCE,
    "市": JurisdictionLevel.CITY,
}
_LONGEST_NAME = 80
"""Longer words are no name; they are kept, and not read."""
_LENGTHS_OF_SHORT_PLACES = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class Name:
    """What one mention says of the body that it names."""

    mention: str
    words: str
    """The mention without noise."""
    kind: UnitKind
    functions: Strings
    place: Jurisdiction | None
    home: str
    """Id of the place, or of the plan where that is not known."""
    canonical: str
    relation: Relation
    stated: Stated
    known: bool
    enterprise: bool = False
    repaired: str = ""
    """The right spelling, where the mention is misspelt."""
    branch: str = ""
    """Canonical name as a branch, if it is one of a higher body."""
    slip: str = ""
    """Key of the branch at the plan's place, if one character tells the name from it."""
    host: str = ""
    """Key of the body that houses the office: 县审批局 of 县营商办（县审批局）."""
    alias: str = ""
    """Key of the second name in brackets: 省知识产权局 of 省市场监管局（省知识产权局）."""

    @property
    def key(self) -> str:
        """Id of the body: its place and its canonical name."""
        return f"{self.home}:{self.canonical}"


def read_name(mention: str, setting: Setting, *, trusted: bool = False) -> Name:
    """Read one mention as it is meant in a plan of the setting.

    Args:
        mention: The words, without white space.
        setting: Where the plan stands.
        trusted: Whether a person gave the name: it is not misspelt, however it is spelt.
    """
    words = plain(mention)
    name = contract(words)
    if len(name) > _LONGEST_NAME:
        unread = Reading(setting.own, name, ("other",), Stated.NOTHING, known=False)
        return _name(mention, words, unread, setting)
    if collectives.is_collective(name):
        return _group(mention, words, name, setting)
    aside = _ASIDE.search(name)
    main = name[: aside.start()] if aside and aside.start() else name
    reading = _read(main, setting, trusted)
    result = _name(mention, words, reading, setting)
    return _with_aside(result, aside["words"], setting) if aside and main != name else result


def _group(mention: str, words: str, name: str, setting: Setting) -> Name:
    where, word = setting.own, collectives.level_word(name)
    if word and (of_word := setting.of_level_word(word)).place is not None:
        where = of_word
    code = collectives.function_of(name)
    place = where.place or setting.own.place
    return Name(
        mention=mention,
        words=words,
        kind=UnitKind.COLLECTIVE,
        functions=(code,),
        place=place,
        home=place.id if place else setting.home,
        canonical=collectives.canonical(name),
        relation=where.relation,
        stated=Stated.NOTHING,
        known=True,
    )


def _read(name: str, setting: Setting, trusted: bool) -> Reading:
    if is_enterprise(name):
        reading = read_enterprise(name, setting)
        return replace(reading, repaired="", known=True) if trusted else reading
    ways = list(leads(name, setting))
    for found in _readings(name, ways, setting, trusted):
        if found is not None:
            return replace(found, repaired="", known=True) if trusted else found
    unknown = unknown_organ(next(way for way in ways if way.rest or len(ways) == 1))
    return replace(unknown, known=trusted)


def _readings(
    name: str, ways: list[Lead], setting: Setting, trusted: bool
) -> Iterator[Reading | None]:
    """Ways to read a name, the surest first."""
    for way in ways:
        yield _of_whole(name, way, organ(way, setting))
    for way in ways:
        yield _park(way, setting)
    yield _at_unknown_place(name, setting)
    for way in ways:
        yield _township(way)
    for way in ways if not trusted else ():
        yield _of_whole(name, way, repaired(way, setting))
    if len(ways) == 1:
        yield _after_short_place(name, setting)
        yield _after_unknown_words(name, setting)


def _of_whole(name: str, way: Lead, reading: Reading | None) -> Reading | None:
    """The reading, with the right spelling of the whole name and not only of its rest."""
    if reading is None or not reading.repaired:
        return reading
    lead = name.removesuffix(way.rest)
    return replace(reading, repaired=lead + reading.repaired)


def _park(way: Lead, setting: Setting) -> Reading | None:
    reading = park(way)
    if reading is not None and way.stated is Stated.NOTHING:
        return _after_short_place(way.rest, setting) or reading
    return reading


def _at_unknown_place(name: str, setting: Setting) -> Reading | None:
    """A body of a place that no table knows: 梓荫区政府."""
    start = 0
    while match := _UNKNOWN_PLACE.match(name, start):
        start = match.end()
        level = _LEVELS.get(match["level"], JurisdictionLevel.COUNTY)
        below = setting.level is not None and RANKS[level] > RANKS[setting.level]
        relation = Relation.BELOW if below else Relation.ELSEWHERE
        where = Where(relation, None, name[:start], level)
        reading = organ(Lead(where, name[start:], Stated.PLACE), setting)
        if reading is not None:
            return reading
    return None


def _township(lead: Lead) -> Reading | None:
    """The government of a township, or a body of it: 云田镇政府."""
    match = _TOWNSHIP.match(lead.rest)
    if match is None:
        return None
    town, rest = lead.rest[: match.end()], lead.rest[match.end() :]
    where = lead.where
    if where.level not in _TOWNSHIPS_BELONG_TO:
        where = replace(where, relation=Relation.BELOW)
    if rest in _TOWN_OFFICES:
        return Reading(where, town + _TOWN_OFFICES[rest], _TOWNSHIP_CODE, Stated.PLACE, known=True)
    body = whole_body(without_connectives(rest))
    if body is None:
        return None
    canonical = town + body.canonical(uniform=True)
    return Reading(where, canonical, body.functions, Stated.PLACE, known=True)


def _after_short_place(name: str, setting: Setting) -> Reading | None:
    """A body after the short name of a place that is none of the plan's: 槐州海关."""
    for length in _LENGTHS_OF_SHORT_PLACES:
        where = setting.of_short_name_near(name[:length])
        if where is not None and len(name) > length:
            way = Lead(where, name[length:], Stated.PLACE, name[:length])
            if (reading := organ(way, setting) or park(way)) is not None:
                return reading
    return None


def _after_unknown_words(name: str, setting: Setting) -> Reading | None:
    """A known body after words that may be a place: it keeps them in its name.

    Its branch at a place that is known belongs there: 槐州银保监分局霁岭监管组.
    """
    for length in _LENGTHS_OF_SHORT_PLACES:
        way = Lead(Where(Relation.ELSEWHERE, None), name[length:], Stated.PLACE)
        reading = organ(way, setting)
        if reading is not None and reading.where.place is not None:
            return reading
        body = whole_body(without_connectives(name[length:]))
        if body is not None:
            relation = Relation.ELSEWHERE if body.functions == ("customs",) else Relation.OWN
            canonical = name[:length] + body.canonical(uniform=True)
            where = Where(relation, None)
            return Reading(where, canonical, body.functions, Stated.PLACE, known=False)
    return None


def _name(mention: str, words: str, reading: Reading, setting: Setting) -> Name:
    where = reading.where
    place = where.place or setting.own.place
    unit = where.relation is Relation.OWN and not reading.enterprise
    return Name(
        mention=mention,
        words=words,
        kind=UnitKind.UNIT if unit else UnitKind.EXTERNAL,
        functions=reading.functions,
        place=place,
        home=place.id if place else setting.home,
        canonical=reading.canonical if where.place else where.words + reading.canonical,
        relation=where.relation,
        stated=reading.stated,
        known=reading.known,
        enterprise=reading.enterprise,
        repaired=reading.repaired,
        branch=reading.branch,
        slip=f"{setting.home}:{reading.slip}" if reading.slip else "",
    )


def _with_aside(name: Name, aside: str, setting: Setting) -> Name:
    """The name with what stands in brackets after it: a second name, or a part of the body."""
    if entries := stems_of(without_connectives(aside)):
        codes = [code for entry in entries for code in entry.functions]
        return replace(
            name,
            functions=tuple(dict.fromkeys((*codes, *name.functions))),
            canonical=f"{name.canonical}（{''.join(entry.canonical for entry in entries)}）",
        )
    second = read_name(_SET_UP.sub("", aside), setting)
    both = (name, second)
    if any(n.kind is not UnitKind.UNIT or not n.known for n in both) or name.place != second.place:
        return name
    functions = tuple(dict.fromkeys((*name.functions, *second.functions)))
    if _is_group_office(name) and not _is_group_office(second):
        return replace(name, functions=functions, host=second.key)
    return replace(name, functions=functions, alias=second.key)


def _is_group_office(name: Name) -> bool:
    """Whether the body is the office of a leading group, and so part of another body."""
    if not name.canonical.endswith("办"):
        return False
    known = name.canonical in usual_hosts() or name.functions[0] == "business_env_office"
    return known or _GROUP_OFFICE.search(contract(name.words)) is not None
