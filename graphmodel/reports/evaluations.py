"""The reports on how facts compare with annotations: figures, and the mistakes behind them."""

from __future__ import annotations

from collections.abc import Mapping

from graphmodel.evaluation.tally import Mistake, Tally
from graphmodel.model.facts import Facts
from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.lookup import Lookup
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row
from graphmodel.reports.wording import Language, Wording

_KINDS = {
    "lead": Wording("牵头", "lead"),
    "support": Wording("配合", "support"),
    "engaged": Wording("协同", "engaged"),
    "basis": Wording("牵头依据", "basis"),
    "open_ended": Wording("以“等”结尾", "open-ended"),
    "title": Wording("任务标题", "title"),
    "target": Wording("量化目标", "target"),
    "target_unit": Wording("目标及单位", "target with unit"),
    "deadline": Wording("期限", "deadline"),
    "measures": Wording("指标关联", "indicator link"),
    "indicator": Wording("指标", "indicator"),
    "indicator_lead": Wording("指标牵头", "indicator lead"),
    "unit": Wording("单位类别和职能", "kind and function of units"),
    "same_unit": Wording("同一单位", "same unit"),
    "plan": Wording("方案信息", "plan"),
    "span": Wording("原文位置", "place in the text"),
}
_EXTRA, _MISSED = Wording("多出", "extra"), Wording("遗漏", "missed")
_KIND = Column("kind_name", Wording("内容", "Kind"), Kind.TEXT, 1, least=12)
FIGURES = (
    _KIND,
    Column("precision", Wording("精确率", "Precision"), Kind.RATIO, 2),
    Column("recall", Wording("召回率", "Recall"), Kind.RATIO, 3),
    Column("f1", Wording("F1", "F1"), Kind.RATIO, 1),
    Column("right", Wording("正确", "Right"), importance=4),
    Column("extra", _EXTRA, importance=5),
    Column("missed", _MISSED, importance=6),
)
MISTAKES = (
    _KIND,
    Column("mistake_name", Wording("差错", "Mistake"), Kind.TEXT, 2, least=4),
    Column("fact", Wording("内容", "Fact"), Kind.TEXT, 1, least=16),
    Column("plan", Wording("方案", "Plan"), Kind.TEXT, 5, least=10),
    Column("path", Wording("任务", "Task"), Kind.TEXT, 3, least=6),
    Column("place", Wording("原文位置", "Place"), Kind.TEXT, 4, least=12),
)
_TITLE = Wording("与人工标注比较", "Compared with annotations")
_MISTAKES = Wording("遗漏与多出", "What is missed and what is extra")
_RULE = Wording(
    "精确率：提取结果中正确的比例；召回率：标注中被提取到的比例；F1：两者的调和平均。"
    "文字须完全一致（空白不计）。",
    "Precision: the share of what was extracted that is right; recall: the share of what is "
    "annotated that was extracted; F1: their harmonic mean. Words count only where they are the "
    "same, but for white space.",
)
_FIGURE_NAMES = ("kind", "precision", "recall", "f1", "right", "extra", "missed")
_MISTAKE_NAMES = ("kind", "mistake", "fact", "plan", "path", "place")


def figures_report(tallies: Mapping[str, Tally], language: Language) -> Report:
    """Precision, recall and F1 of each kind of fact that there is."""
    return Report(
        title=_TITLE(language),
        language=language,
        names=_FIGURE_NAMES,
        rows=[_figures(kind, tally, language) for kind, tally in tallies.items() if tally.facts],
        columns=FIGURES,
        rules=[_RULE(language)],
    )


def _figures(kind: str, tally: Tally, language: Language) -> Row:
    values = {name: getattr(tally, name) for name in _FIGURE_NAMES if name != "kind"}
    return {"kind": kind, "kind_name": _KINDS[kind](language), **values}


def mistakes_report(tallies: Mapping[str, Tally], facts: Facts, language: Language) -> Report:
    """Everything that is missed or extra, with the task and its place in the document."""
    lookup = Lookup(facts)
    return Report(
        title=_MISTAKES(language),
        language=language,
        names=_MISTAKE_NAMES,
        rows=[
            _mistake(kind, mistake, lookup, language)
            for kind, tally in tallies.items()
            for mistake in tally.mistakes
        ],
        columns=MISTAKES,
    )


def _mistake(kind: str, mistake: Mistake, lookup: Lookup, language: Language) -> Row:
    _, task = lookup.rows.get(mistake.where.task or "", (None, None))
    place = lookup.place(task) if task else None
    return {
        "kind": kind,
        "kind_name": _KINDS[kind](language),
        "mistake": "extra" if mistake.is_extra else "missed",
        "mistake_name": (_EXTRA if mistake.is_extra else _MISSED)(language),
        "fact": mistake.fact,
        "plan": mistake.where.plan,
        "path": mistake.where.path,
        "place": place.words(language) if place else None,
    }
