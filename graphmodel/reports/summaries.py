"""The report of figures and findings of each place and plan."""

from __future__ import annotations

from graphmodel.analysis.summary import summary
from graphmodel.model.facts import Facts
from graphmodel.reports.columns import Column, Kind, write_value
from graphmodel.reports.loads import Counting
from graphmodel.reports.overloaded import weights_line
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.wording import Language, Wording

COLUMNS = (
    Column("label", Wording("项目", "Measure"), Kind.TEXT, 1),
    Column("figure", Wording("数值", "Value"), Kind.COUNT, 2),
    Column("found", Wording("内容", "Found"), Kind.TEXT, 3),
)
MEASURES = {
    "plans": (Wording("方案", "Plans"), Kind.COUNT),
    "loaded_units": (Wording("承担任务的单位", "Units with a part in a task"), Kind.COUNT),
    "load": (Wording("总负荷", "Load"), Kind.AMOUNT),
    "overloaded": (Wording("▲ 超载单位", "▲ Overloaded units"), Kind.COUNT),
    "highest_z": (Wording("最高 z", "Highest z"), Kind.SCORE),
    "gini": (Wording("基尼系数", "Gini"), Kind.RATIO),
    "hhi": (Wording("HHI", "HHI"), Kind.RATIO),
    "top3_share": (Wording("前三占比", "Share of the top 3"), Kind.SHARE),
    "tasks": (Wording("任务", "Tasks"), Kind.COUNT),
    "attributions": (Wording("分工", "Attributions"), Kind.COUNT),
    "responsibilities": (Wording("责任", "Responsibilities"), Kind.COUNT),
    "units": (Wording("单位", "Units"), Kind.COUNT),
    "collectives": (Wording("集合主体", "Collectives"), Kind.COUNT),
    "externals": (Wording("外部单位", "Outside bodies"), Kind.COUNT),
    "indicator_only_units": (
        Wording("只负责指标的单位", "Units that lead indicators only"),
        Kind.COUNT,
    ),
    "tasks_without_lead": (Wording("无牵头的任务", "Tasks without a lead"), Kind.COUNT),
    "tasks_led_by_collectives": (
        Wording("只由集合主体牵头的任务", "Tasks led by collectives only"),
        Kind.COUNT,
    ),
    "boilerplate_supports": (Wording("套话式配合", "Boilerplate supports"), Kind.COUNT),
    "indicators": (Wording("指标", "Indicators"), Kind.COUNT),
    "indicators_without_lead": (
        Wording("无牵头的指标", "Indicators without a lead"),
        Kind.COUNT,
    ),
    "indicators_without_task": (
        Wording("无任务的一级指标", "First-level indicators without a task"),
        Kind.COUNT,
    ),
    "targets": (Wording("量化目标", "Targets"), Kind.COUNT),
    "deadlines": (Wording("期限", "Deadlines"), Kind.COUNT),
    "duties": (Wording("定期义务", "Duties"), Kind.COUNT),
    "stages": (Wording("阶段", "Stages"), Kind.COUNT),
    "diagnostics_error": (Wording("诊断：错误", "Diagnostics: errors"), Kind.COUNT),
    "diagnostics_warning": (Wording("诊断：警告", "Diagnostics: warnings"), Kind.COUNT),
    "diagnostics_info": (Wording("诊断：提示", "Diagnostics: remarks"), Kind.COUNT),
}
"""How each measure is named and written."""
_TITLE = Wording("概况", "Summary")
_NO_PLAN = Wording("不属于任何方案", "Of no plan")


def summary_report(facts: Facts, counting: Counting, language: Language) -> Report:
    """The figures of each place and each of its plans, and the findings worth a second look."""
    frame = summary(facts, weights=counting.weights, split_leads=counting.split_leads)
    rows = [_shown(row, language) for row in rows_of(frame)]
    headings: dict[str | None, str] = {
        row["of"]: row["jurisdiction"] or _NO_PLAN(language) for row in rows if row["plan"] is None
    }
    headings |= {plan.id: f"{plan.title} ({plan.id})" for plan in facts.plans}
    return Report(
        title=_TITLE(language),
        language=language,
        names=list(frame.columns),
        rows=rows,
        columns=COLUMNS,
        group="of",
        headings=headings,
        rules=[weights_line(counting.weights, counting.split_leads, language)],
    )


def _shown(row: Row, language: Language) -> Row:
    """The row with what people are shown of it."""
    measure = row["measure"]
    wording, kind = MEASURES.get(measure, (Wording(measure, measure), Kind.COUNT))
    plan = row["plan"]
    found = (item.removeprefix(f"{plan}#") for item in row["items"])
    return {
        **row,
        "of": plan or f"place {row['jurisdiction']}",
        "label": wording(language),
        "figure": write_value(row["value"], kind),
        "found": "、".join(found) if language is Language.ZH else ", ".join(found),
    }
