"""What would relieve whoever carries too much: sentences and result tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from graphmodel.analysis.load import Weights
from graphmodel.analysis.relief.obstacles import FULL, NO_SUPPORTER, NO_UNIT
from graphmodel.analysis.relief.relieving import relieve
from graphmodel.model.facts import Facts
from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.lookup import Lookup, Place
from graphmodel.reports.overloaded import weights_line
from graphmodel.reports.passages import Passage
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.whens import listed
from graphmodel.reports.wording import Language, Wording

_TITLE = Wording("减负：最少的牵头调整", "Relief: the fewest changes of lead")
_UNITS = Wording("调整前后", "Before and after")
_OBSTACLES = Wording("仍超线单位的牵头任务", "What the units that stay above the line lead")
_NOBODY = Wording(
    "没有单位的负荷超过超载线，不必调整。",
    "No unit's load exceeds the line; nothing has to change.",
)
_DONE = Wording(
    "{place}：超载线 {line}，{above} 个单位超线；调整 {count} 项牵头，全部回到线内（{proof}）。",
    "{place}: line {line}, {above} units above it; {count} changes of lead bring all of them below "
    "({proof}).",
)
_FEWEST = Wording("已证明为最少", "proved to be the fewest")
_NO_LESS = Wording("已证明不能再少", "proved to be the least")
_AT_LEAST = Wording(
    "时限内只证明至少要 {least} 项", "in the time given it was only proved that {least} are needed"
)
_LEFT = Wording(
    "{place}：超载线 {line}，{above} 个单位超线；无法全部回到线内[（已证明：至少超出 {bound}）]。"
    "[{how}]仍有 {after} 个单位超线，共超出 {excess}[（{proof}）]。",
    "{place}: line {line}, {above} units above it; not all of them can be brought below"
    "[ (proved: {bound} is left at least)].[ {how}] {after} units stay above, by {excess} together"
    "[ ({proof})].",
)
_LEAST = Wording("最少调整 {count} 项，可使超出最少：", "{count} changes of lead leave the least:")
_FOUND = Wording(
    "时限内找到的最好办法是调整 {count} 项：",
    "The best that was found in the time given are {count} changes:",
)
_ANEW = Wording(
    "▲ {place}调整后的中位数和 MAD 变了：按其重算，超载线 {line}，超载 {count} 个[：{names}]。",
    "▲ {place}: median and MAD are others after the changes. By them the line is {line}, and "
    "{count} units count as overloaded[: {names}].",
)
_STUCK = Wording(
    "▲ {name}仍牵头 {count} 项：{reasons}。", "▲ {name} keeps {count} leads: {reasons}."
)
_REASON = Wording("{why} {count} 项", "{why}: {count}")
_RULES = (
    Wording(
        "超载线：当地调整前稳健 z 为 3.5 的负荷，调整后不重算；超线的单位都算，不论牵头几项。",
        "The line: the load at which robust z is 3.5 before the changes, of each place, and kept "
        "as it is; every unit above it counts, however few tasks it leads.",
    ),
    Wording(
        "每项调整把一个分工的牵头交给同一任务、同一地方的一个配合单位（集合主体和外部单位不接），"
        "原牵头单位改为配合。",
        "Each change hands the lead of one attribution to a unit of the same place that supports "
        "the task (no groups, no outside bodies); who led it supports it from then on.",
    ),
    Wording(
        "同样少的方案中，先选有实质配合的单位，再选负荷较轻的，再选靠前的任务。",
        "Of equally short lists: first those to units that support with weight, then to units with "
        "less load, then earlier tasks.",
    ),
)
_UNRANKED = Wording(
    "时限已到，同样少的方案没有排完：可能还有次序在前的。",
    "Time was up before equally short lists were ranked: another may come first by that rule.",
)
_TO_BOILERPLATE = Wording("套话式配合单位", "boilerplate supporter")
REASONS = {
    NO_SUPPORTER: Wording("没有配合单位", "nobody supports it"),
    NO_UNIT: Wording("没有本地单位配合", "no unit of the place supports it"),
    FULL: Wording("配合单位接下会超线", "supporters would be above the line"),
}
CHANGE_COLUMNS = (
    Column("path", Wording("任务", "Task"), Kind.TEXT, 1),
    Column("title", Wording("标题", "Title"), Kind.TEXT, 4),
    Column("giver_name", Wording("原牵头", "From"), Kind.TEXT, 2),
    Column("taker_name", Wording("改由", "To"), Kind.TEXT, 2),
    Column("note", Wording("说明", "Note"), Kind.TEXT, 6),
    Column("place", Wording("出处", "Place"), Kind.TEXT, 5),
    Column("context", Wording("原文", "Words"), Kind.TEXT, 7),
)
UNIT_COLUMNS = (
    Column("jurisdiction", Wording("地方", "Place"), Kind.TEXT),
    Column("name", Wording("单位", "Unit"), Kind.TEXT, 1),
    Column("load", Wording("负荷", "Load"), Kind.AMOUNT, 2),
    Column("load_after", Wording("新负荷", "New load"), Kind.AMOUNT, 2),
    Column("threshold", Wording("超载线", "Line"), Kind.AMOUNT, 3),
    Column("leads", Wording("牵头", "Leads"), importance=4),
    Column("leads_after", Wording("新牵头", "New leads"), importance=4),
    Column("z", Wording("z", "z"), Kind.SCORE, 5),
    Column("z_after", Wording("新 z", "New z"), Kind.SCORE, 5),
)
OBSTACLE_COLUMNS = (
    Column("name", Wording("单位", "Unit"), Kind.TEXT, 1, least=12),
    Column("path", Wording("任务", "Task"), Kind.TEXT, 2, least=8),
    Column("title", Wording("标题", "Title"), Kind.TEXT, 4, least=12),
    Column("why", Wording("为何交不出去", "Why it stays"), Kind.TEXT, 3),
    Column("supporters_names", Wording("配合", "Supporters"), Kind.TEXT, 5, least=12),
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change of lead, with the words that it is about."""

    row: Row
    mention: str
    place: Place | None
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class ReliefReport:
    """Relief, for people and machines."""

    proposals: Sequence[Proposal]
    changes: Report
    units: Report
    obstacles: Report
    places: Sequence[Row]


def relief_report(facts: Facts, weights: Weights, language: Language) -> ReliefReport:
    """What would relieve whoever carries too much (`relieving.relieve`)."""
    found = relieve(facts, weights=weights)
    proposals = list(_proposals(facts, rows_of(found.changes)))
    places, units, obstacles = (
        rows_of(table) for table in (found.places, found.units, found.obstacles)
    )
    is_ranked = all(place["ranked"] for place in places)
    rules = [rule(language) for rule in (_RULES if is_ranked else (*_RULES, _UNRANKED))]
    changes = Report(
        _TITLE(language),
        language,
        [*map(str, found.changes.columns), "place", "context"],
        [_shown(proposal, language) for proposal in proposals],
        CHANGE_COLUMNS,
        findings=[*_findings(places, language), *_stuck(obstacles, language)],
        rules=[*rules, weights_line(weights, False, language)],
    )
    unit_names = [str(name) for name in found.units.columns]
    return ReliefReport(
        proposals,
        changes,
        Report(
            _UNITS(language),
            language,
            unit_names,
            units,
            UNIT_COLUMNS,
            flag="above_after",
            group="jurisdiction",
            headings={row["jurisdiction"]: row["jurisdiction"] or "" for row in units},
        ),
        _obstacles(obstacles, list(map(str, found.obstacles.columns)), language),
        places,
    )


def _proposals(facts: Facts, rows: Sequence[Row]) -> Iterator[Proposal]:
    lookup = Lookup(facts)
    for row in rows:
        _, lead = lookup.rows[row["responsibility"]]
        yield Proposal(row, lead.mention, lookup.place(lead), lookup.passage(lead))


def _shown(proposal: Proposal, language: Language) -> Row:
    """The row with what people are shown; without the text, the mention is all the words."""
    place, passage = proposal.place, proposal.passage
    return {
        **proposal.row,
        "note": _TO_BOILERPLATE(language) if proposal.row["boilerplate"] else "",
        "place": place.words(language) if place else None,
        "context": passage.context if passage else proposal.mention,
    }


def _obstacles(rows: Sequence[Row], names: Sequence[str], language: Language) -> Report:
    comma = "、" if language is Language.ZH else ", "
    shown = [
        {
            **row,
            "why": REASONS[row["reason"]](language),
            "supporters_names": comma.join(row["supporters"]),
        }
        for row in rows
    ]
    return Report(_OBSTACLES(language), language, names, shown, OBSTACLE_COLUMNS)


def _findings(places: Sequence[Row], language: Language) -> Iterator[str]:
    if not places:
        yield _NOBODY(language)
    for place in places:
        said = {
            "place": place["jurisdiction"],
            "line": f"{place['threshold']:.4g}",
            "above": place["above"],
            "count": place["changes"] or None,
        }
        if place["above_after"]:
            bound = f"{place['least_excess']:.4g}" if place["least_excess"] > 0 else None
            numbers = {"after": place["above_after"], "excess": f"{place['excess']:.4g}"}
            said_how = _LEAST if place["proved"] else _FOUND
            how = said_how(language, count=place["changes"]) if place["changes"] else None
            proof = _NO_LESS(language) if place["proved"] else None
            yield _LEFT(language, **said, **numbers, bound=bound, how=how, proof=proof)
        else:
            proved = _FEWEST if place["proved"] else _AT_LEAST
            yield _DONE(language, **said, proof=proved(language, least=place["least_changes"]))
        if place["changes"]:
            yield _ANEW(
                language,
                place=place["jurisdiction"],
                line=f"{place['threshold_after']:.4g}",
                count=len(place["overloaded_after"]),
                names=listed(place["overloaded_after"], language),
            )


def _stuck(obstacles: Sequence[Row], language: Language) -> Iterator[str]:
    """How many leads each unit above the line keeps, and why."""
    for name, rows in groupby(obstacles, key=lambda row: row["name"]):
        counts = Counter(row["reason"] for row in rows)
        reasons = [
            _REASON(language, why=REASONS[reason](language), count=count)
            for reason, count in counts.items()
        ]
        said = listed(reasons, language)
        yield _STUCK(language, name=name, count=counts.total(), reasons=said)
