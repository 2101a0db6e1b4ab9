"""Sentences that say who is overloaded and why, and how load was counted."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.analysis.load import LEAST_TASKS_LED, Weights
from graphmodel.analysis.statistics import THRESHOLD
from graphmodel.reports.rows import Row
from graphmodel.reports.wording import Language, Wording

MARK = Wording("▲ 超载", "▲ overloaded")
_MOST = 10
"""Units that are spoken of one by one."""

_OVERLOADED = Wording(
    "▲ {name}[（{place}）]超载：牵头 {leads} 项，负荷 {load}，[是中位数 {median} 的 {times} 倍，]"
    "占当地负荷的 {share}，z={z}。",
    "▲ {name}[ ({place})] is overloaded: leads {leads}, load {load}, "
    "[{times} times the median {median}, ]{share} of the load there, z={z}.",
)
_OTHERS = Wording(
    "▲ 还有 {count} 个单位超载，见 report overload。",
    "▲ {count} more units are overloaded, see report overload.",
)
_NOBODY = Wording(
    "没有单位超载。[z 最高的是 {name}（{place}）：牵头 {leads} 项，负荷 {load}，z={z}。]",
    "No unit is overloaded.[ Highest z: {name} ({place}), leads {leads}, load {load}, z={z}.]",
)
_RULE = Wording(
    "超载：稳健 z = 0.6745 ×（负荷 − 中位数）÷ MAD（MAD 为 0 时改用平均绝对偏差）大于 {threshold}，"
    "且牵头至少 {least} 项任务；只与同一地方承担任务的单位相比，集合主体和外部单位不计。",
    "Overloaded: robust z = 0.6745 × (load − median) ÷ MAD (the mean absolute deviation where MAD "
    "is 0) above {threshold}, and at least {least} tasks led; among the units of the same place "
    "that have a part in a task, without collectives and outside bodies.",
)
_WEIGHTS = Wording(
    "权重：牵头 {lead}，配合 {support}，协同 {engaged}；套话式配合和通则配合计 0。",
    "Weights: lead {lead}, support {support}, engaged {engaged}; boilerplate and standing support "
    "count 0.",
)
_SPLIT = Wording("共同牵头的，按单位数平分。", "A joint lead is shared out equally.")


def findings(loads: Sequence[Row], language: Language) -> list[str]:
    """One sentence for each overloaded row of a load table; one, if there is none."""
    overloaded = [row for row in loads if row["overloaded"]]
    if not overloaded:
        highest = max(loads, key=lambda row: row["z"], default={})
        return [_sentence(_NOBODY, highest, language)]
    sentences = [_sentence(_OVERLOADED, row, language) for row in overloaded[:_MOST]]
    others = len(overloaded) - _MOST
    return [*sentences, _OTHERS(language, count=others)] if others > 0 else sentences


def _sentence(wording: Wording, row: Row, language: Language) -> str:
    if not row:
        return wording(language)
    median = row["median"]
    return wording(
        language,
        place=row["jurisdiction"],
        name=row["name"],
        leads=row["leads"],
        load=f"{row['load']:.4g}",
        median=f"{median:.3g}",
        times=f"{row['load'] / median:.1f}" if median else None,
        share=f"{row['share']:.1%}",
        z=f"{row['z']:.1f}",
    )


def rules(weights: Weights, split_leads: bool, language: Language) -> list[str]:
    """The rule of overload, and the weights that the loads were counted with."""
    rule = _RULE(language, threshold=THRESHOLD, least=LEAST_TASKS_LED)
    return [rule, weights_line(weights, split_leads, language)]


def weights_line(weights: Weights, split_leads: bool, language: Language) -> str:
    """The weights that loads were counted with."""
    said = _WEIGHTS(
        language,
        lead=f"{weights.lead:g}",
        support=f"{weights.support:g}",
        engaged=f"{weights.engaged:g}",
    )
    return f"{said}{_gap(language)}{_SPLIT(language)}" if split_leads else said


def _gap(language: Language) -> str:
    return " " if language is Language.EN else ""
