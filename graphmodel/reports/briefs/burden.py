"""Load and overload, with the chart: the second section of the summary."""

from __future__ import annotations

from graphmodel.analysis.concentration import TOP
from graphmodel.reports.briefs.brief import Bar, Chart, Section
from graphmodel.reports.briefs.question import Question
from graphmodel.reports.overloaded import MARK, findings, rules
from graphmodel.reports.rows import Row
from graphmodel.reports.whens import listed
from graphmodel.reports.wording import Wording

MOST = 10
"""Units that the chart shows."""

_TITLE = Wording("负荷", "Load")
_UNEVEN = Wording(
    "{place}：{units} 个单位共 {load}，负荷最高的 {top} 个占 {share}，基尼系数 {gini}。",
    "{place}: {units} units carry {load}; the {top} that carry most {share}; Gini {gini}.",
)
_CAPTION = Wording(
    "负荷最高的 {count} 个单位（超载线 {threshold}）",
    "The {count} units that carry most (overloaded above {threshold})",
)
_LEADS = Wording("牵头", "leads")
_REST = Wording("配合、协同", "supports, engaged")


def burden(question: Question) -> Section:
    """Who carries most, who is overloaded, how uneven it is."""
    loads, counting, language = question.loads, question.counting, question.language
    return Section(
        _TITLE(language),
        (*findings(loads, language), *_uneven(question)),
        _chart(question) if loads else None,
        rules=rules(counting.weights, counting.split_leads, language),
    )


def _uneven(question: Question) -> list[str]:
    return [
        _UNEVEN(
            question.language,
            place=row["jurisdiction"],
            units=row["units"],
            load=f"{row['load']:.1f}",
            top=min(TOP, row["units"]),
            share=f"{row['top3_share']:.1%}",
            gini=f"{row['gini']:.3f}",
        )
        for row in question.uneven
    ]


def _chart(question: Question) -> Chart:
    language = question.language
    heaviest = sorted(question.loads, key=lambda row: -row["load"])[:MOST]
    return Chart(
        _CAPTION(language, count=len(heaviest), threshold=_thresholds(heaviest, question)),
        _LEADS(language),
        _REST(language),
        [_bar(row, question) for row in heaviest],
    )


def _thresholds(rows: list[Row], question: Question) -> str:
    """The load above which units of each place are overloaded."""
    limits = {row["jurisdiction"]: f"{row['threshold']:.3g}" for row in rows}
    if len(limits) == 1:
        return next(iter(limits.values()))
    return listed([f"{place} {limit}" for place, limit in limits.items()], question.language)


def _bar(row: Row, question: Question) -> Bar:
    solid, light = question.counting.parts(row)
    place = row["jurisdiction"] if len(question.uneven) > 1 else None
    label = " ".join(filter(None, (place, row["name"])))
    mark = f" {MARK(question.language)}" if row["overloaded"] else ""
    return Bar(label, solid, light, f"{row['load']:.4g}{mark}", row["overloaded"])
