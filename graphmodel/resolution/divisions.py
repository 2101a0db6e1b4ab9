"""The administrative divisions of China, read from `data/divisions.csv` when first needed."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from graphmodel.model.columns import Strings
from graphmodel.model.records import Jurisdiction
from graphmodel.model.resources import resource
from graphmodel.model.vocabulary import JurisdictionLevel

_SUFFIXES = ("市", "县", "区", "省", "旗", "盟", "州", "地区", "新区", "林区", "自治区", "自治州")
_SUFFIX = re.compile(r"(?:特别行政区|自治[区州县旗]|地区|[新林特]区|[省市县区州盟旗])$")
_PEOPLES = re.compile(
    r"(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|"
    r"拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|"
    r"怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族?$"
)


@dataclass(frozen=True, slots=True)
class Division:
    """One row of the table: a province, a city (or prefecture), or a county (or district)."""

    code: str
    name: str
    level: JurisdictionLevel
    parent: str
    """Code of the division above it; empty for a province."""


@dataclass(frozen=True, slots=True)
class Divisions:
    """All divisions, by code and by name."""

    by_code: dict[str, Division]
    by_name: dict[str, list[Division]]
    by_short: dict[str, list[Division]]
    """Of the autonomous ones: 延边 for 延边朝鲜族自治州."""

    def named(self, name: str) -> list[Division]:
        """The divisions of exactly this name; names of districts repeat."""
        return self.by_name.get(name, [])

    def called(self, short: str) -> list[Division]:
        """The divisions of this name without its last part: 槐州."""
        found = [d for suffix in _SUFFIXES for d in self.by_name.get(short + suffix, ())]
        return found + self.by_short.get(short, [])

    def line(self, division: Division) -> tuple[Division, ...]:
        """The division with those above it, from the province down."""
        above = self.by_code.get(division.parent)
        return (*self.line(above), division) if above else (division,)

    def chain(self, division: Division) -> tuple[Jurisdiction, ...]:
        """The line as jurisdictions."""
        return chain_of([(d.name, d.level) for d in self.line(division)])


def chain_of(places: list[tuple[str, JurisdictionLevel]]) -> tuple[Jurisdiction, ...]:
    """Jurisdictions of names and levels from the top down; an id is the names so far."""
    chain: list[Jurisdiction] = []
    for name, level in places:
        parent = chain[-1].id if chain else None
        chain.append(Jurisdiction(f"{parent}/{name}" if parent else name, name, level, parent))
    return tuple(chain)


@cache
def divisions() -> Divisions:
    """The divisions of `data/`, read once."""
    table = Divisions({}, {}, {})
    levels = {str(level): level for level in JurisdictionLevel}
    with resource("data", "divisions.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for code, name, level, parent in rows:
            division = Division(code, name, levels[level], parent)
            table.by_code[code] = division
            table.by_name.setdefault(name, []).append(division)
            if "自治" in name:
                table.by_short.setdefault(short_name(name), []).append(division)
    return table


def short_name(name: str) -> str:
    """The name as plans shorten it: 霁岭县 → 霁岭, 延边朝鲜族自治州 → 延边; 郊区 stays."""
    short = _SUFFIX.sub("", name)
    if len(short) < 2:
        return name
    while len(rest := _PEOPLES.sub("", short)) >= 2 and "自治" in name and rest != short:
        short = rest
    return short.removesuffix("族")


def spellings(name: str) -> Strings:
    """The names that plans give a place: 延边朝鲜族自治州, 延边州, 延边."""
    short = short_name(name)
    return tuple(dict.fromkeys((name, short + name[-1], short))) if short != name else (name,)
