"""Sentences that say which supports are boilerplate, and by what rule."""

from __future__ import annotations

from graphmodel.analysis.boilerplate import boilerplate_tails
from graphmodel.model.facts import Facts
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.wording import Language, Wording

_MOST = 4
"""Tails that are told one by one; a plan has one or two."""

_RULE = Wording(
    "套话式配合：方案里至少一半分工的配合名单以同一串单位收尾，这一串单位的配合。如：{tails}。",
    "Boilerplate: support of bodies in the row with which the lists of supporters of at least half "
    "of a plan's attributions end, such as {tails}.",
)
_TAIL = Wording(
    "《{plan}》“{names}”（{attributions} 处，占 {share}）",
    "“{names}” in {plan} ({attributions} times, {share})",
)
_COMMA = Wording("、", ", ")
_SEMICOLON = Wording("；", "; ")
_MORE = Wording("等 {count} 串", "{count} in all")


def tails_lines(facts: Facts, language: Language) -> list[str]:
    """The rule and the tails that it found, on one line; none where it found none."""
    rows = rows_of(boilerplate_tails(facts))
    if not rows:
        return []
    titles = {plan.id: plan.title for plan in facts.plans}
    told = [_tail(row, titles[row["plan"]], language) for row in rows[:_MOST]]
    if len(rows) > _MOST:
        told.append(_MORE(language, count=len(rows)))
    return [_RULE(language, tails=_SEMICOLON(language).join(told))]


def _tail(row: Row, title: str, language: Language) -> str:
    return _TAIL(
        language,
        plan=title,
        names=_COMMA(language).join(row["names"]),
        attributions=row["attributions"],
        share=f"{row['share']:.0%}",
    )
