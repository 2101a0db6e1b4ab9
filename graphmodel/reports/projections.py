"""The reports on leads and their supporters, and on tasks and indicators that share bodies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import indicator_names
from graphmodel.analysis.choices import Side
from graphmodel.analysis.projections import indicator_pairs, lead_support_pairs, task_pairs
from graphmodel.model.facts import Facts
from graphmodel.reports.collaborations import MOST, collaboration_report
from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.report import Bar, Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.tails import tails_lines
from graphmodel.reports.wording import Language, Wording

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Pairing:
    """The parameters of pairs."""

    side: Side = Side.UNITS
    least: int = 1
    """What a pair shares at least."""
    collectives: bool = False


_SHARED = (
    Column("bodies", Wording("共同单位", "Shared units"), importance=3),
    Column("co_lead", Wording("都牵头", "Leads both"), importance=7),
    Column("lead_support", Wording("一牵一配", "Leads one"), importance=8),
    Column("support_support", Wording("都配合", "Supports both"), importance=9),
    Column("jaccard", Wording("重合度", "Overlap"), Kind.SHARE, 4),
)
_COLUMNS = {
    Side.LEAD_SUPPORT: (
        Column("lead_name", Wording("牵头", "Lead"), Kind.TEXT, 1, least=12),
        Column("support_name", Wording("配合", "Support"), Kind.TEXT, 1, least=12),
        Column("tasks", Wording("任务", "Tasks"), importance=2),
        Column("boilerplate", Wording("套话", "Boilerplate"), importance=4),
        Column("task_ids", Wording("任务编号", "Task ids"), Kind.TEXT),
    ),
    Side.TASKS: (
        Column("path_a", Wording("任务甲", "Task A"), Kind.TEXT, 2, least=8),
        Column("title_a", Wording("名称", "Title"), Kind.TEXT, 5, least=14),
        Column("path_b", Wording("任务乙", "Task B"), Kind.TEXT, 2, least=8),
        Column("title_b", Wording("名称", "Title"), Kind.TEXT, 5, least=14),
        *_SHARED,
    ),
    Side.INDICATORS: (
        Column("name_a", Wording("指标甲", "Indicator A"), Kind.TEXT, 1, least=12),
        Column("name_b", Wording("指标乙", "Indicator B"), Kind.TEXT, 1, least=12),
        *_SHARED,
    ),
}
_PAIRS: Mapping[Side, Callable[..., pd.DataFrame]] = {
    Side.LEAD_SUPPORT: lead_support_pairs,
    Side.TASKS: task_pairs,
    Side.INDICATORS: indicator_pairs,
}
_TITLES = {
    Side.LEAD_SUPPORT: Wording("谁牵头、谁配合", "Leads and their supporters"),
    Side.TASKS: Wording("由同样的单位承担的任务", "Tasks that share units"),
    Side.INDICATORS: Wording("由同样的单位承担的指标", "Indicators that share units"),
}
_RULES = {
    Side.LEAD_SUPPORT: Wording(
        "任务：前者牵头、后者配合的任务数，至少 {least} 项；套话：其中只是套话式或通则"
        "配合的任务数。",
        "Tasks: those that the first leads and the second supports, {least} at least; boilerplate: "
        "those of them with boilerplate or standing support only.",
    ),
    Side.TASKS: Wording(
        "共同单位：两项任务都有分工的单位数，至少 {least} 个，套话式和通则配合不算；"
        "重合度：占两项任务全部单位的比例（Jaccard）。",
        "Shared units: those with a part in both tasks, {least} at least, without boilerplate and "
        "standing support; overlap: their share of the units of either (Jaccard).",
    ),
    Side.INDICATORS: Wording(
        "共同单位：在两个指标的任务里都有分工的单位数，至少 {least} 个，套话式和通则配合不算；"
        "重合度：占两个指标全部单位的比例（Jaccard）；指标按全国统一的一级指标归并。",
        "Shared units: those with a part in tasks of both indicators, {least} at least, without "
        "boilerplate and standing support; overlap: their share of the units of either (Jaccard); "
        "indicators are the national ones of the first level.",
    ),
}
GROUPS = {
    False: Wording("集合主体不计。", "Without collectives."),
    True: Wording("集合主体计入。", "With collectives."),
}
_BAR = Wording("█实质 ░套话", "█real ░other")


def pairs_report(facts: Facts, pairing: Pairing, language: Language) -> Report:
    """The pairs of a side, those that share most first."""
    side = pairing.side
    if side is Side.UNITS:
        return collaboration_report(
            facts, language, least=pairing.least, collectives=pairing.collectives
        )
    frame = _PAIRS[side](facts, least=pairing.least, collectives=pairing.collectives)
    rows = rows_of(frame)
    rule = _RULES[side](language, least=pairing.least)
    return Report(
        title=_TITLES[side](language),
        language=language,
        names=list(frame.columns),
        rows=_named(rows, facts) if side is Side.INDICATORS else rows,
        columns=_COLUMNS[side],
        bar=Bar(_BAR, 3, _real_and_other) if side is Side.LEAD_SUPPORT else None,
        most=MOST,
        rules=[rule, GROUPS[pairing.collectives](language), *tails_lines(facts, language)],
    )


def _real_and_other(row: Row) -> tuple[float, float]:
    return row["tasks"] - row["boilerplate"], row["boilerplate"]


def _named(rows: list[Row], facts: Facts) -> list[Row]:
    """The rows with the names of indicators."""
    names = indicator_names(facts)
    return [{**row, **{f"name_{s}": names[row[f"code_{s}"]] for s in "ab"}} for row in rows]
