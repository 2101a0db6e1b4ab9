"""The report on load cut by plan, by indicator or by month."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.analysis.choices import Cut
from graphmodel.analysis.load_by import load_by
from graphmodel.model.facts import Facts
from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.loads import LOAD_BAR, NOWHERE, Counting, counting_rules
from graphmodel.reports.report import Bar, Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.tails import tails_lines
from graphmodel.reports.wording import Language, Wording

COLUMNS = (
    Column("unit", Wording("编号", "Id"), Kind.TEXT),
    Column("name", Wording("单位", "Unit"), Kind.TEXT, 1),
    Column("load", Wording("负荷", "Load"), Kind.AMOUNT, 2),
    Column("share", Wording("占比", "Share"), Kind.SHARE, 3),
    Column("tasks", Wording("任务", "Tasks"), importance=6),
    Column("leads", Wording("牵头", "Leads"), importance=5),
    Column("supports", Wording("配合", "Supports"), importance=8),
    Column("boilerplate_supports", Wording("套话", "Boilerplate"), importance=10),
    Column("engaged", Wording("协同", "Engaged"), importance=11),
    Column("rank", Wording("名次", "Rank"), importance=9),
)
_PLACE = Column("place", Wording("地方", "Place"), Kind.TEXT, 4, least=6)
_TITLES = {
    Cut.PLAN: Wording("各方案的单位负荷", "Load of units, plan by plan"),
    Cut.INDICATOR: Wording("各指标的单位负荷", "Load of units, indicator by indicator"),
    Cut.MONTH: Wording("各月到期任务的单位负荷", "Load of units, by month of the deadline"),
}
_HEADING = Wording(
    "{label}[ ({key})]：{units} 个单位，负荷 {load}",
    "{label}[ ({key})]: {units} units, load {load}",
)
_NONE = {
    Cut.PLAN: Wording("不属于任何方案", "Of no plan"),
    Cut.INDICATOR: Wording("与指标没有联系的任务", "Tasks about no indicator"),
    Cut.MONTH: Wording("没有日期的任务", "Tasks without a day"),
}
_RULES = {
    Cut.PLAN: Wording(
        "占比、名次：在各方案之内；各方案的负荷相加等于总负荷。",
        "Share and rank: within the plan; the loads of plans add up to the whole.",
    ),
    Cut.INDICATOR: Wording(
        "指标：按全国统一的一级指标归并；一项任务涉及几个指标的，每个指标都计，所以各指标的负荷"
        "相加会大于总负荷。占比、名次：在各指标之内。",
        "Indicators: the national ones of the first level; a task about several counts for each, "
        "so that their loads add up to more than the whole. Share and rank: within the indicator.",
    ),
    Cut.MONTH: Wording(
        "月份：任务的第一个到期日所在的月；各月的负荷相加等于总负荷。占比、名次：在各月之内。",
        "Month: that of the first day on which something of the task is due; the loads of months "
        "add up to the whole. Share and rank: within the month.",
    ),
}


def load_by_report(facts: Facts, cut: Cut, counting: Counting, language: Language) -> Report:
    """The load of units in each plan, for each indicator, or in each month."""
    frame = load_by(
        facts,
        cut,
        weights=counting.weights,
        split_leads=counting.split_leads,
        collectives=counting.collectives,
    )
    rows = [{**row, "place": row["jurisdiction"] or NOWHERE(language)} for row in rows_of(frame)]
    several = len({row["place"] for row in rows}) > 1 and cut is not Cut.PLAN
    return Report(
        title=_TITLES[cut](language),
        language=language,
        names=list(frame.columns),
        rows=rows,
        columns=(*COLUMNS[:2], _PLACE, *COLUMNS[2:]) if several else COLUMNS,
        bar=Bar(LOAD_BAR, 7, counting.parts),
        group=cut,
        headings=_headings(rows, cut, language),
        rules=[
            _RULES[cut](language),
            *counting_rules(counting, language),
            *tails_lines(facts, language),
        ],
    )


def _headings(rows: Sequence[Row], cut: Cut, language: Language) -> dict[str | None, str]:
    """A line for each plan, indicator or month: how many units, how much load."""
    groups: dict[str | None, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[cut], []).append(row)
    return {
        key: _HEADING(
            language,
            label=some[0]["label"] or _NONE[cut](language),
            key=key if cut is not Cut.MONTH else None,
            units=len(some),
            load=f"{sum(row['load'] for row in some):.4g}",
        )
        for key, some in groups.items()
    }
