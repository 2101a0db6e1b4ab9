"""The report on the network of bodies that share tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.analysis.choices import Grouping
from graphmodel.analysis.networks.communities import SEEDS
from graphmodel.analysis.networks.measures import Measured, measured
from graphmodel.model.facts import Facts
from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.loads import NOWHERE
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.tails import tails_lines
from graphmodel.reports.wording import Language, Wording


@dataclass(frozen=True, slots=True)
class Netting:
    """The parameters of a network."""

    least: int = 1
    """Tasks that two bodies share at least to be tied."""
    grouping: Grouping = Grouping.FUNCTION
    """The groups that brokers stand between."""


_CORE = Wording("● 核心", "● core")
COLUMNS = (
    Column("unit", Wording("编号", "Id"), Kind.TEXT),
    Column("name", Wording("单位", "Unit"), Kind.TEXT, 1, least=16),
    Column("strength", Wording("强度", "Strength"), importance=2),
    Column("degree", Wording("度", "Degree"), importance=3),
    Column("betweenness", Wording("中介", "Between"), Kind.SCORE, 4),
    Column("constraint", Wording("约束", "Constraint"), Kind.RATIO, 10),
    Column("effective_size", Wording("有效规模", "Eff. size"), Kind.SCORE, 12),
    Column("brokerage", Wording("居间", "Brokerage"), importance=11),
    Column("community", Wording("社群", "Group"), importance=8),
    Column("core", Wording("核心", "Core"), Kind.FLAG, 9, _CORE, least=6),
    Column("rank", Wording("名次", "Rank"), importance=5),
    Column("rank_with_boilerplate", Wording("计套话", "+boiler."), importance=6),
    Column("rank_with_collectives", Wording("计集合", "+groups"), importance=7),
    Column("out_degree", Wording("所牵", "Leads to"), importance=13),
    Column("in_degree", Wording("所配", "Supports"), importance=14),
    Column("liaison", Wording("联络", "Liaison"), importance=19),
    Column("representative", Wording("代表", "Represent."), importance=15),
    Column("gatekeeper", Wording("守门", "Gatekeeper"), importance=16),
    Column("coordinator", Wording("协调", "Coordinator"), importance=17),
    Column("consultant", Wording("顾问", "Consultant"), importance=18),
)
_TITLE = Wording("单位协作网络", "Network of units")
_HEADING = Wording("{place}：{units} 个单位", "{place}: {units} units")
_OVERVIEW = Wording(
    "共 {units} 个单位，{pairs} 对有共同任务，密度 {density}；社群 {communities} 个，"
    "模块度 {modularity}。",
    "{units} units, {pairs} pairs that share tasks, density {density}; {communities} communities, "
    "modularity {modularity}.",
)
_DIVISION = Wording(
    "核心：{size} 个相连的单位中的 {core} 个：{names}；[与理想的核心—边缘结构的相关系数 {fit}，]"
    "不符 {misfits} 对。",
    "Core: {core} of {size} connected units: {names}; [correlation with the ideal {fit}, ]"
    "{misfits} pairs unlike it.",
)
_SENSITIVITY = Wording(
    "{place}，{variant}：名次的等级相关系数，强度 {strength}，中介 {betweenness}"
    "[；变动最大的是{name}：第 {rank} 名变为第 {other} 名]。",
    "{place}, {variant}: rank correlation of strength {strength}, of betweenness {betweenness}"
    "[; {name} moves most, from rank {rank} to {other}].",
)
_VARIANTS = {
    "boilerplate": Wording("计入套话", "with boilerplate"),
    "collectives": Wording("计入集合主体", "with collectives"),
    "both": Wording("两者都计", "with both"),
}
_MOST_PARTS, _MOST_PLACES, _MOST_NAMES, _LEAST_UNITS = 3, 3, 8, 3
"""What is told one by one of connected parts, of places, of a core; smaller parts are not."""
_RULES = (
    Wording(
        "关系：两个单位都有分工的任务数，至少 {least} 项；只有套话式或通则配合的不算，集合主体"
        "不算。“计套话”“计集合”两列是算上它们以后的名次。",
        "Ties: tasks that two units both have a part in, {least} at least; boilerplate and "
        "standing support do not count, nor do collectives: the columns +boiler. and +groups have "
        "the rank with them.",
    ),
    Wording(
        "强度：与各单位共同任务数之和，名次按它排；度：有共同任务的单位数；中介：经过它的最短路径"
        "连着多少对其他单位（Freeman 1977）；约束：伙伴之间重叠的程度（Burt 1992）；社群：Louvain "
        "法，种子 {first}–{last} 中模块度最高的；核心：Borgatti 和 Everett 2000 年的离散模型，"
        "核心与边缘之间的关系不论，不符的对数最少（Lip 2011）。",
        "Strength: tasks shared with others, summed up, by which units are ranked; degree: units "
        "that it shares tasks with; between: pairs of others whose shortest ways lead through it "
        "(Freeman 1977); constraint: how far partners overlap (Burt 1992); group: community, by "
        "the Louvain method, the best of seeds {first} to {last}; core: discrete model of Borgatti "
        "and Everett 2000, ties between core and periphery left open, fewest misfits (Lip 2011).",
    ),
    Wording(
        "居间：从“牵头→配合”看，有多少对单位经它相连而不直接相连（Gould 和 Fernandez 1989），"
        "五种角色见 --format csv；组别：{groups}。",
        "Brokerage: pairs of units that it links from lead to supporter and that have no such "
        "link of their own (Gould and Fernandez 1989); --format csv has the five roles; groups: "
        "{groups}.",
    ),
)
_GROUPS = {
    Grouping.FUNCTION: Wording("单位的职能", "functions of units"),
    Grouping.PLACE: Wording("单位所属的地方", "places that units belong to"),
}
_COMMA = Wording("、", ", ")
_AND_MORE = Wording("{names}等", "{names}, …")


def network_report(facts: Facts, netting: Netting, language: Language) -> Report:
    """The units by what they share with others, place by place."""
    result = measured(facts, least=netting.least, grouping=netting.grouping)
    rows = rows_of(result.table)
    return Report(
        title=_TITLE(language),
        language=language,
        names=list(result.table.columns),
        rows=rows,
        columns=COLUMNS,
        group="jurisdiction_id",
        headings=_headings(rows, language),
        findings=[*_findings(result, rows, language)],
        rules=[*_rules(netting, language), *tails_lines(facts, language)],
    )


def _headings(rows: Sequence[Row], language: Language) -> dict[str | None, str]:
    places: dict[str | None, list[Row]] = {}
    for row in rows:
        places.setdefault(row["jurisdiction_id"], []).append(row)
    return {
        key: _HEADING(language, place=some[0]["jurisdiction"] or NOWHERE(language), units=len(some))
        for key, some in places.items()
    }


def _findings(result: Measured, rows: Sequence[Row], language: Language) -> Iterator[str]:
    overview = result.overview
    yield _OVERVIEW(
        language,
        units=len(rows),
        pairs=overview.pairs,
        density=f"{overview.density:.1%}",
        communities=overview.communities,
        modularity=f"{overview.modularity:.3f}",
    )
    yield from _divisions(result, rows, language)
    places = [row for row in rows_of(result.sensitivity) if row["units"] >= _LEAST_UNITS]
    for row in places[: _MOST_PLACES * len(_VARIANTS)]:
        yield _moved(row, language)


def _divisions(result: Measured, rows: Sequence[Row], language: Language) -> Iterator[str]:
    for number, part in enumerate(result.overview.divisions[:_MOST_PARTS], start=1):
        if len(part.bodies) < _LEAST_UNITS:
            continue
        core = [row["name"] for row in rows if row["part"] == number and row["core"]]
        names = _COMMA(language).join(core[:_MOST_NAMES])
        yield _DIVISION(
            language,
            size=len(part.bodies),
            core=len(core),
            names=_AND_MORE(language, names=names) if len(core) > _MOST_NAMES else names,
            fit=None if part.fit is None else f"{part.fit:.3f}",
            misfits=part.misfits,
        )


def _moved(row: Row, language: Language) -> str:
    return _SENSITIVITY(
        language,
        place=row["jurisdiction"] or NOWHERE(language),
        variant=_VARIANTS[row["variant"]](language),
        strength=_correlation(row["strength_correlation"]),
        betweenness=_correlation(row["betweenness_correlation"]),
        name=row["name"],
        rank=row["rank"],
        other=row["rank_with"],
    )


def _correlation(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _rules(netting: Netting, language: Language) -> list[str]:
    values = {
        "least": netting.least,
        "first": SEEDS[0],
        "last": SEEDS[-1],
        "groups": _GROUPS[netting.grouping](language),
    }
    return [rule(language, **values) for rule in _RULES]
