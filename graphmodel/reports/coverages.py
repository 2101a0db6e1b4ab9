"""The report on gaps: tasks and indicators that nobody leads, units with nothing to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from graphmodel.analysis.gaps import GAPS, ISSUER, gaps
from graphmodel.model.facts import Facts
from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.lookup import Lookup
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.whens import listed
from graphmodel.reports.wording import Language, Wording

COLUMNS = (
    Column("label", Wording("缺口", "Gap"), Kind.TEXT, 1, least=24),
    Column("what", Wording("内容", "What"), Kind.TEXT, 2, least=20),
    Column("more", Wording("说明", "Note"), Kind.TEXT, 4, least=8),
    Column("place", Wording("位置", "Place"), Kind.TEXT, 3, least=8),
)
LABELS = dict(
    zip(
        GAPS,
        (
            Wording("任务无牵头", "task without a lead"),
            Wording("任务只由集合主体牵头", "task led by groups only"),
            Wording("一级指标无任务", "level-1 indicator, no task"),
            Wording("一级指标无牵头", "level-1 indicator, no lead"),
            Wording("二级指标无责任单位", "level-2 indicator, no owner"),
            Wording("文首提到的单位无任务", "unit in the head, no task"),
        ),
        strict=True,
    )
)
_TITLE = Wording("覆盖情况", "Coverage")
_ISSUER = Wording("发文单位", "issuer")
_HEADING = Wording(
    "{title}：任务 {tasks} 项，指标 {indicators} 个；{counts}",
    "{title}: {tasks} tasks, {indicators} indicators; {counts}",
)
_COUNT = Wording("{label} {count}", "{label}: {count}")
_NO_GAPS = Wording("没有缺口", "no gaps")
_RULES = (
    Wording(
        "指标有人负责：它本身、它的上级，或它的全部下级有牵头单位；方案没有给任何指标定牵头的，"
        "以相关任务的牵头单位为准。附件重复正文的任务，按附件自身的分工判断。",
        "An indicator is answered for where it is led, or the one above it, or all below it; in a "
        "plan that gives no indicator a lead, where a task about it is led. A row of an annex "
        "that states a task again is judged by what it says itself.",
    ),
    Wording(
        "文首：第一个标题之前的主送、署名等处；除主送和署名外，只认得本方案或同一地方其他方案用过的名称。",
        "Head: all before the first heading. Beside addressees and issuers only names that this "
        "plan or another one of the place uses elsewhere are known.",
    ),
)


class _Span(NamedTuple):
    plan: str
    start: int | None
    end: int | None


def coverage_report(facts: Facts, language: Language) -> Report:
    """What is not covered, plan by plan."""
    frame = gaps(facts)
    lookup = Lookup(facts)
    rows = [_shown(row, lookup, language) for row in rows_of(frame)]
    headings = _headings(facts, rows, language)
    whole = [key for key in headings if key not in {row["plan"] for row in rows}]
    return Report(
        title=_TITLE(language),
        language=language,
        names=list(frame.columns),
        rows=rows,
        columns=COLUMNS,
        group="plan",
        headings=headings,
        findings=[headings[key] for key in whole],
        rules=[rule(language) for rule in _RULES],
    )


def _shown(row: Row, lookup: Lookup, language: Language) -> Row:
    place = lookup.place(_Span(row["plan"], row["start"], row["end"]))
    detail = [_ISSUER(language) if one == ISSUER else one for one in row["detail"]]
    return {
        **row,
        "label": LABELS[row["gap"]](language),
        "what": " ".join(filter(None, (row["path"], row["name"]))),
        "more": listed(detail, language),
        "place": place.inside(language) if place else "",
    }


def _headings(facts: Facts, rows: Sequence[Row], language: Language) -> dict[str | None, str]:
    counts = Counter((row["plan"], row["gap"]) for row in rows)
    tasks = Counter(task.plan for task in facts.tasks)
    indicators = Counter(row.plan for row in facts.indicators)
    return {
        plan.id: _HEADING(
            language,
            title=plan.title,
            tasks=tasks[plan.id],
            indicators=indicators[plan.id],
            counts=listed(_counts(plan.id, counts, language), language) or _NO_GAPS(language),
        )
        for plan in facts.plans
    }


def _counts(plan: str, counts: Counter[tuple[str, str]], language: Language) -> list[str]:
    return [
        _COUNT(language, label=LABELS[gap](language), count=counts[plan, gap])
        for gap in GAPS
        if counts[plan, gap]
    ]
