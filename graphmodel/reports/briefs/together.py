"""Who works with whom: the third section of the summary."""

from __future__ import annotations

from collections import Counter

from graphmodel.analysis.collaboration import collaboration
from graphmodel.reports.briefs.brief import Section, Table
from graphmodel.reports.briefs.question import Question
from graphmodel.reports.collaborations import RULE
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.wording import Wording

MOST = 6
"""Pairs that the table shows."""

_TITLE = Wording("协作", "Collaboration")
_SAID = Wording(
    "{pairs} 对单位有共同任务（不计只有套话式配合的）；协作面最广的是 {name}，与 {partners} 个单位"
    "有共同任务。",
    "{pairs} pairs of units share tasks (boilerplate support aside); {name} has the most partners: "
    "{partners}.",
)
_NOBODY = Wording("没有单位有共同任务。", "No units share a task.")
_HEAD = (
    Wording("单位甲", "Unit A"),
    Wording("单位乙", "Unit B"),
    Wording("共同任务", "Tasks"),
    Wording("牵头–配合", "Lead–support"),
    Wording("共同牵头", "Joint lead"),
    Wording("共同配合", "Both support"),
    Wording("套话", "Boilerplate"),
)
_COUNTS = ("tasks", "lead_support", "co_lead", "support_support", "boilerplate")
_SHARES = (10, 10, 6, 6, 6, 6, 7)


def together(question: Question) -> Section:
    """The pairs that share most, without those that only boilerplate joins."""
    pairs = [row for row in rows_of(collaboration(question.facts)) if _real(row)]
    pairs.sort(key=lambda row: -_real(row))  # stable: the order of the table among equals
    language = question.language
    return Section(
        _TITLE(language),
        (_said(pairs, question),),
        _table(pairs[:MOST], question) if pairs else None,
        rules=(RULE(language),),
    )


def _real(row: Row) -> int:
    """The tasks that both have more than boilerplate in."""
    return int(row["tasks"] - row["boilerplate"])


def _said(pairs: list[Row], question: Question) -> str:
    if not pairs:
        return _NOBODY(question.language)
    partners = Counter(row[key] for row in pairs for key in ("unit_a", "unit_b"))
    names = {row[f"unit_{side}"]: row[f"name_{side}"] for row in pairs for side in "ab"}
    widest = min(partners, key=lambda unit: (-partners[unit], unit))
    return _SAID(question.language, pairs=len(pairs), name=names[widest], partners=partners[widest])


def _table(pairs: list[Row], question: Question) -> Table:
    rows = [(row["name_a"], row["name_b"], *(str(row[key]) for key in _COUNTS)) for row in pairs]
    head = [wording(question.language) for wording in _HEAD]
    return Table(head, rows, _SHARES, frozenset(range(2, len(_HEAD))))
