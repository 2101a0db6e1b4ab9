"""The lines above the table of a ledger; an update knows those of ours by how they begin."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.ledgers.fields import kind_title
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language, Wording

_TITLE = Wording("{plan}{kind}", "{kind}: {plan}")
_PLANS = Wording("{kind}（{count} 个方案）", "{kind} of {count} plans")
_BODY = Wording("{name}{kind}", "{kind}: {name}")
_SOURCE = Wording(
    "依据：《{title}》[（{number}）]，文件 {file}", "Source: {title}[ ({number})], file {file}"
)
_SOURCES = Wording("依据：{count} 个方案，见各行", "Source: {count} plans, named in each row")
_MOST_SOURCES = 5
"""Lines that leave room for the table below them, which stay in sight as its head does."""
_TOTAL = Wording(
    "合计：{bodies} 个单位，{tasks} 项任务[，另有 {indicators} 个指标][，{duties} 项定期义务]。",
    "Total: {bodies} bodies, {tasks} tasks[, {indicators} further indicators]"
    "[, {duties} recurring duties].",
)
_HOW = Wording(
    "填写：状态、完成日期、备注；可排序、筛选、增加列和行。方案变动后运行 "
    "graphmodel ledger --update，所填内容会保留。",
    "To fill in: status, date, remarks; rows may be sorted and filtered, columns and rows added. "
    "When the plan changes, graphmodel ledger --update keeps all that.",
)
_PAIRS = Wording(
    "说明：同一任务中都有分工的两个单位为一对；套话是其中一方只在套话式名单里的任务数；"
    "不含集合主体。",
    "Note: two bodies that both have a part in a task are a pair; boilerplate: tasks in which one "
    "of them only stands in a list that many tasks share; without collectives.",
)


def title_of(facts: Facts, kind: LedgerKind, language: Language) -> str:
    """The title of a ledger."""
    name = kind_title(kind, language)
    if len(facts.plans) == 1:
        return _TITLE(language, plan=facts.plans[0].title, kind=name)
    return _PLANS(language, kind=name, count=len(facts.plans))


def title_of_list(name: str, language: Language) -> str:
    """The title of the list of a body."""
    return _BODY(language, name=name, kind=kind_title(LedgerKind.UNITS, language))


def source_lines(facts: Facts, language: Language) -> list[str]:
    """The documents that a ledger is made from, a line each where they are few."""
    if len(facts.plans) > _MOST_SOURCES:
        return [_SOURCES(language, count=len(facts.plans))]
    return [
        _SOURCE(language, title=plan.title, number=plan.doc_number, file=plan.source)
        for plan in facts.plans
    ]


def how_line(language: Language) -> str:
    """What people may do with a ledger."""
    return _HOW(language)


def printed_lines(lines: Sequence[str], language: Language) -> list[str]:
    """The lines without what only a workbook can do."""
    return [line for line in lines if line != how_line(language)]


def pairs_line(language: Language) -> str:
    """What a pair is."""
    return _PAIRS(language)


def total_line(language: Language, **counts: int) -> str:
    """How much the lists of bodies hold; what there is none of is left out."""
    return _TOTAL(language, **{name: count or None for name, count in counts.items()})


def foreign_lines(lines: Sequence[str], language: Language) -> list[str]:
    """The lines that people have added above a table."""
    ours = [_begin(wording(language)) for wording in (_SOURCE, _TOTAL, _HOW, _PAIRS)]
    titles = [kind_title(kind, language) for kind in LedgerKind]
    return [
        line
        for line in lines
        if not line.startswith(tuple(ours)) and not any(title in line for title in titles)
    ]


def _begin(line: str) -> str:
    """The words up to the first colon, with it."""
    return line[: max(line.find("："), line.find(":")) + 1]
