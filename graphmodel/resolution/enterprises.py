"""Names of enterprises: 国网槐州供电公司, 岚东省水务集团霁岭供水公司, 县自来水公司."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphmodel.resolution.divisions import short_name
from graphmodel.resolution.gazetteer import MISSPELT, Entry, gazetteer
from graphmodel.resolution.leads import Lead, Stated, leads
from graphmodel.resolution.organs import Reading
from graphmodel.resolution.setting import Setting, Where
from graphmodel.resolution.spelling import without_connectives

_ENTERPRISE = re.compile(
    "(?:公司|集团|银行|[水电热气]厂|信用(?:合作)?联?社|农信社|农商行|煤矿|营业厅|供电所|"
    "电信|移动|联通|铁塔|农发行|[工农中建交]行)$"
    "|^(?:国网|国家电网|中国(?:电信|移动|联通|铁塔|石油|石化|邮政集团)|国铁)"
    "|(?:银行|农发行|[工农中建交]行).*[分支]行$"
)
_CENTRAL_BANK = re.compile("人民银行|人行|央行")
_BEFORE_PLACE = re.compile("国网|国家电网|中国(?!银行)")
_BANK = re.compile("银行|[分支]行$")
_BRANCH_OF_GRID = re.compile("供电|电力")
_NATIONWIDE = frozenset({"power_supply", "post", "telecom", "tobacco"})
"""Functions whose enterprises have one branch at a place, however it is called."""
_GENERIC = re.compile("电网|电力|供电|通信|网络|专卖|集团|分?公司|[省市县区]")
_OTHER = ("other",)


def is_enterprise(name: str) -> bool:
    """Whether a plain, contracted name is one of an enterprise."""
    return _ENTERPRISE.search(name) is not None and not _CENTRAL_BANK.search(name)


def read_enterprise(name: str, setting: Setting) -> Reading:
    """Read the name of an enterprise; it belongs to the last place that it names."""
    before = _BEFORE_PLACE.match(name)
    bare = name[before.end() :] if before else name
    if _GENERIC.fullmatch(bare) or not bare:
        before, bare = None, name
    ways = leads(bare, setting)
    lead = next(way for way in ways if way.rest and not (before and _is_quarter(way)))
    found = _with_inner_place(lead, setting)
    words = found.holder + found.rest
    entry = None if _BANK.search(name) else _business(words)
    if entry is None:
        return Reading(found.where, words, _OTHER, found.stated, known=False, enterprise=True)
    misspelt = entry.form == MISSPELT
    canonical = words.replace(entry.name, entry.canonical) if misspelt else words
    if _is_only_branch(words, entry, setting):
        canonical = f"{entry.canonical}公司"
    return Reading(
        found.where,
        canonical,
        entry.functions,
        found.stated,
        known=words.startswith(entry.name),
        enterprise=True,
        repaired=name.replace(entry.name, entry.canonical) if misspelt else "",
    )


def _is_quarter(lead: Lead) -> bool:
    """Whether a level word begins the name of a quarter: 国网市北供电公司."""
    return lead.stated is Stated.LEVEL and not _BRANCH_OF_GRID.match(lead.rest)


@dataclass(frozen=True, slots=True)
class _Placed:
    """The name of an enterprise around its last place."""

    where: Where
    holder: str
    """What stands before the place: the company that it is a branch of."""
    rest: str
    stated: Stated


def _with_inner_place(lead: Lead, setting: Setting) -> _Placed:
    rest = without_connectives(lead.rest)
    for name, place in setting.by_length:
        start = rest.rfind(name)
        if start > 0:
            above = lead.where.place if lead.stated is Stated.PLACE else None
            holder = (short_name(above.name) if above else "") + rest[:start]
            return _Placed(setting.at(place), holder, rest[start + len(name) :], Stated.PLACE)
    return _Placed(lead.where, "", rest, lead.stated)


def _is_only_branch(words: str, entry: Entry, setting: Setting) -> bool:
    """Whether nothing in the words tells the enterprise from others of its kind at the place."""
    if entry.functions[0] not in _NATIONWIDE:
        return False
    for name, _ in setting.by_length:
        words = words.replace(name, "")
    return not _GENERIC.sub("", words.replace(entry.name, ""))


def _business(words: str) -> Entry | None:
    """What the enterprise deals in: the longest name of the table inside, the last of equals."""
    table = gazetteer().enterprises
    found = [entry for name, entry in table.items() if name in words]
    return max(found, key=lambda entry: (len(entry.name), words.rfind(entry.name)), default=None)
