"""What the plans hold: the first section of the summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graphmodel.model.facts import Facts
from graphmodel.model.records import Plan
from graphmodel.model.vocabulary import PlanStatus, Role, UnitKind
from graphmodel.reports.briefs.brief import Section, Table
from graphmodel.reports.briefs.question import Question
from graphmodel.reports.wording import Language, Wording

_TITLE = Wording("总体情况", "Scope")
_SAID = Wording(
    "共 {tasks} 项任务、{responsibilities} 条责任（牵头 {lead}、配合 {support}、协同 {engaged}），"
    "涉及 {units} 个单位、{collectives} 个集合主体、{externals} 个外部单位；"
    "指标 {indicators} 个，量化目标 {targets} 个。",
    "{tasks} tasks with {responsibilities} responsibilities ({lead} leads, {support} supports, "
    "{engaged} engaged) of {units} units, {collectives} collectives and {externals} outside "
    "bodies; {indicators} indicators, {targets} targets.",
)
_HEAD = (
    Wording("方案", "Plan"),
    Wording("文号", "Number"),
    Wording("印发", "Issued"),
    Wording("任务", "Tasks"),
    Wording("责任", "Responsibilities"),
    Wording("有日期", "With a date"),
)
_SHARES = (9, 5, 3, 2, 3, 2)
_DRAFT = Wording("（征求意见稿）", " (draft)")
_RULE = Wording(
    "责任：一个单位在一项任务或指标中的一个角色，按原文逐条计；附件重复正文的任务另计任务数。",
    "A responsibility is one role of one body in one task or indicator, as the text says it; rows "
    "of an annex that state a task again are tasks, too.",
)


def scope(question: Question) -> Section:
    """How much the plans hold, all together, and where there are several each."""
    facts, language = question.facts, question.language
    roles = Counter(r.role for r in facts.responsibilities)
    said = _SAID(
        language,
        tasks=len(facts.tasks),
        responsibilities=len(facts.responsibilities),
        **{str(role): roles[role] for role in Role},
        **{f"{kind}s": count for kind, count in _bodies(facts).items()},
        indicators=sum(row.plan is not None for row in facts.indicators),
        targets=len(facts.targets),
    )
    table = _plans(question) if question.has_several_plans else None
    return Section(_TITLE(language), (said,), table, rules=(_RULE(language),))


def _bodies(facts: Facts) -> dict[str, int]:
    """How many bodies of each kind have a responsibility."""
    named = {r.unit for r in facts.responsibilities}
    kinds = Counter(unit.kind for unit in facts.units if unit.id in named)
    return {str(kind): kinds[kind] for kind in UnitKind}


def _plans(question: Question) -> Table:
    facts, language = question.facts, question.language
    tasks = Counter(task.plan for task in facts.tasks)
    parts = Counter(r.plan for r in facts.responsibilities)
    dated = {row["plan"]: row["with_day"] + row["recurring"] for row in question.dates}
    rows: Sequence[Sequence[str]] = [
        (
            *(titled(plan, language), plan.doc_number or "", plan.issued or ""),
            *map(str, (tasks[plan.id], parts[plan.id], dated[plan.id])),
        )
        for plan in facts.plans
    ]
    return Table([head(language) for head in _HEAD], rows, _SHARES, frozenset({3, 4, 5}))


def titled(plan: Plan, language: Language) -> str:
    """The title of a plan, and whether it is a draft."""
    return plan.title + (_DRAFT(language) if plan.status is PlanStatus.DRAFT else "")
