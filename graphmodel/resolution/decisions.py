"""The rule and the reason of each decision that a mention names a unit, and what stays doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graphmodel.model.columns import Strings
from graphmodel.model.ids import squeeze
from graphmodel.model.vocabulary import Severity, UnitKind
from graphmodel.resolution.joining import Join, Joined, Likeness
from graphmodel.resolution.leads import Stated
from graphmodel.resolution.names import Name
from graphmodel.resolution.setting import Relation
from graphmodel.resolution.spelling import with_plain_brackets

_NO_ORGAN = re.compile(
    "(?:大学|学院|学校|[中小]学|幼儿园|研究院|研究所|协会|学会|商会|促进会|基金会)$"
)
"""How bodies end that have no function of government, so that none is missing."""
_DEPARTMENT = re.compile("[^局办]{2,12}[局办]")


class Rule(StrEnum):
    """Why a mention names its unit."""

    EXACT = "exact"
    """It is the unit's full name."""
    ABBREVIATION = "abbreviation"
    """It is another form of that name: 县住建局, 县住房和城乡建设局."""
    OWN_PLACE = "own-place"
    """It names the plan's place: 霁岭县住建局."""
    CARRIED_PREFIX = "carried-prefix"
    """It names no place, and means that of the plan."""
    OTHER_PLACE = "other-place"
    """It names another place, or one above: 市林草局 in the plan of a county."""
    ENTERPRISE = "enterprise"
    """It names an enterprise, whose place and legal form do not count."""
    COLLECTIVE = "collective"
    """It names a group."""
    NORMALISED = "normalised"
    """It is the name once pinyin, quotes or traditional characters are left out of account."""
    SECOND_NAME = "stated-alias"
    """The plan states it in brackets as a second name of the unit."""
    SHORT_BRANCH = "short-branch"
    """It is short for the only branch of that kind in the plan."""
    MISSPELLING = "misspelling"
    """It differs in one character from a name that is right."""
    FORMER_NAME = "former-name"
    """It is the unit's name from before a reform: 县环保局, beside 县生态环境局."""
    CORRECTION = "correction"
    """A person said so, in `corrections.toml`."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a mention that a person should look at."""

    code: str
    """unit-misspelling, unit-ambiguous or unit-unknown; correction-applied of what is settled."""
    severity: Severity
    mention: str
    message: str
    """One sentence in Chinese."""
    candidates: Strings = ()
    """Names that may be meant."""
    entry: str = ""
    """The correction that settled it."""


def decide(name: Name, unit_name: str, found: Join | None) -> tuple[Rule, str | None]:
    """The rule that decided for a name, and why where the rule alone does not say it.

    Args:
        name: The name as read.
        unit_name: Name of the unit that it was resolved to.
        found: The join that took the name to another one, if one did.
    """
    if found is not None:
        return _joined(name, found)
    if name.repaired:
        return Rule.MISSPELLING, f"与“{name.repaired}”只差一字，且本身不是已知的机构名"
    if name.kind is UnitKind.COLLECTIVE:
        return Rule.COLLECTIVE, None
    if name.words != with_plain_brackets(squeeze(name.mention)):
        return Rule.NORMALISED, f"去掉注音、引号并统一为简体后是“{name.words}”"
    return _by_place(name, unit_name)


def _joined(name: Name, found: Join) -> tuple[Rule, str]:
    rule = Rule(found.likeness.value)
    reasons = {
        Likeness.MISSPELLING: f"与“{found.example}”只差一字，类别和职能相同，后者出现更多或更早",
        Likeness.SHORT_BRANCH: f"本方案中只有“{found.example}”是同类分支机构",
        Likeness.SECOND_NAME: f"“{found.example}”括号内写明为同一机构",
        Likeness.FORMER_NAME: f"{found.year}年机构改革前的名称，现为“{found.example}”",
        Likeness.CORRECTION: f"按更正就是“{found.example}”",
    }
    return rule, reasons[found.likeness]


def _by_place(name: Name, unit_name: str) -> tuple[Rule, str | None]:
    place = name.place.name if name.place else "本方案所属地方"
    if name.enterprise:
        return Rule.EXACT if name.words == unit_name else Rule.ENTERPRISE, None
    if name.relation is not Relation.OWN:
        return Rule.OTHER_PLACE, f"不是本方案所属地方的机构，归在{place}"
    if name.stated is Stated.NOTHING:
        return Rule.CARRIED_PREFIX, f"未写地方，按{place}的机构理解"
    if name.words == unit_name:
        return Rule.EXACT, None
    if name.stated is Stated.PLACE:
        return Rule.OWN_PLACE, f"写明的地方就是{place}，规范名为“{name.canonical}”"
    return Rule.ABBREVIATION, f"与“{unit_name}”的规范名同为“{name.canonical}”"


def doubts(names: Sequence[Name], joined: Joined, formers: Mapping[str, str]) -> Iterator[Doubt]:
    """What stays doubtful about the names of one plan, in order of the names.

    Args:
        names: The names.
        joined: Which of them are one body.
        formers: Mentions with a former name, with the present one that they may stand for.
    """
    siblings = _siblings(names, joined)
    for name in names:
        found = joined.joins.get(name.key)
        if name.repaired:
            yield _misspelt(name, name.repaired)
        elif found is not None and found.likeness is Likeness.MISSPELLING:
            yield _misspelt(name, found.example)
        if name.mention in joined.open_branches:
            fitting = joined.open_branches[name.mention]
            others = "、".join(f"“{m}”" for m in fitting)
            yield _ambiguous(name, f"“{name.mention}”可能是{others}中的一个，没有合并。", fitting)
        if name.mention in formers:
            other = formers[name.mention]
            message = f"“{name.mention}”是机构改革前的名称，可能就是“{other}”，没有合并。"
            yield _ambiguous(name, message, (other,))
        if name.mention in siblings:
            other = siblings[name.mention]
            message = f"“{name.mention}”与“{other}”可能是同一机构，没有合并。"
            yield _ambiguous(name, message, (other,))
        unknown = name.functions == ("other",) and not name.known and not name.enterprise
        if unknown and found is None and not _NO_ORGAN.search(name.words):
            yield Doubt(
                "unit-unknown", Severity.INFO, name.mention, f"“{name.mention}”的职能不在词表中。"
            )


def _misspelt(name: Name, right: str) -> Doubt:
    message = f"“{name.mention}”应为“{right}”，已按同一机构处理。"
    return Doubt("unit-misspelling", Severity.WARNING, name.mention, message, (right,))


def _ambiguous(name: Name, message: str, candidates: Strings) -> Doubt:
    return Doubt("unit-ambiguous", Severity.WARNING, name.mention, message, candidates)


def _siblings(names: Sequence[Name], joined: Joined) -> Mapping[str, str]:
    """Departments whose name is part of a merged one's: 县教育局, where 县教体局 occurs too.

    So is that of a department of the government, where the party has one of that name: 县金融办
    beside 县委金融办.
    """
    departments: dict[str, str] = {}
    for name in names:
        alone = name.key not in joined.joins
        department = name.kind is UnitKind.UNIT and name.known and alone
        if department and _DEPARTMENT.fullmatch(name.canonical):
            departments.setdefault(name.key, name.mention)
    found: dict[str, str] = {}
    for key, mention in departments.items():
        home, _, words = key.rpartition(":")
        shorter = (f"{home}:{part}" for part in _parts(words[:-1], words[-1]))
        found |= {departments[part]: mention for part in shorter if part in departments}
    return found


def _parts(stem: str, end: str) -> Iterator[str]:
    """The names that may be part of a merged department's, longer ones first."""
    if end == "局":
        for length in range(len(stem) - 1, 1, -1):
            for start in range(len(stem) - length + 1):
                yield stem[start : start + length] + end
    elif stem.startswith("党委"):
        yield stem.removeprefix("党委") + end
