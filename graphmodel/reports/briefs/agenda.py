"""What is due: a section of the summary."""

from __future__ import annotations

from collections import Counter

from graphmodel.analysis.schedule import FINISHED, OVERDUE, UNDATED
from graphmodel.reports.briefs.brief import Section, Table
from graphmodel.reports.briefs.question import Question
from graphmodel.reports.deadlines import counted, reports_owed, rules, shown
from graphmodel.reports.rows import Row
from graphmodel.reports.whens import listed
from graphmodel.reports.wording import Wording

MOST = 8
"""Days that the table shows."""
MOST_NAMED = 10
"""Things that a sentence names."""

_TITLE = Wording("期限与报送（截至 {today}）", "What is due (as of {today})")
_COUNTS = Wording("各日期的状态：{counts}。", "States of all days: {counts}.")
_NOTHING = Wording("没有期限，也没有定期事项。", "Nothing is due, and nothing recurs.")
_OVERDUE = Wording(
    "▲ 逾期：{paths}[等 {count} 项]。", "▲ Overdue: {paths}[ and more, {count} in all]."
)
_UNDATED = Wording(
    "{tasks} 项任务中 {without} 项（{share}）没有日期。",
    "{without} of {tasks} tasks ({share}) have no date.",
)
_OWED = Wording("{line}。", "{line}.")
_HEAD = (
    Wording("日期", "Date"),
    Wording("状态", "State"),
    Wording("责任单位", "Who"),
    Wording("事项", "What"),
)
_SHARES = (3, 2, 6, 10)


def agenda(question: Question) -> Section:
    """What is past, what comes next, who reports what to whom, and how much has no date."""
    language = question.language
    return Section(
        _TITLE(language, today=question.timing.today),
        (*_said(question), *(_OWED(language, line=line) for line in _owed(question))),
        _next(question),
        rules=rules(question.timing, question.finished, None, language),
    )


def _said(question: Question) -> list[str]:
    language = question.language
    if not question.due:
        states = _NOTHING(language)
    else:
        states = _COUNTS(
            language, counts=counted(Counter(r["state"] for r in question.due), language)
        )
    sentences = [states]
    if late := overdue(question):
        named = [question.label(row["path"], row["title"]) or row["id"] for row in late]
        more = len(named) if len(named) > MOST_NAMED else None
        sentences.append(_OVERDUE(language, paths=listed(named[:MOST_NAMED], language), count=more))
    if tasks := sum(row["tasks"] for row in question.dates):
        without = sum(row["without_date"] for row in question.dates)
        share = f"{without / tasks:.1%}"
        sentences.append(_UNDATED(language, tasks=tasks, without=without, share=share))
    return sentences


def _owed(question: Question) -> list[str]:
    return reports_owed(question.facts, question.language)[:MOST_NAMED]


def overdue(question: Question) -> list[Row]:
    """What is past, the last first, a row each."""
    return [row for row in reversed(question.due) if row["state"] == OVERDUE]


def _next(question: Question) -> Table | None:
    """The next day of each thing that is still open, the first first."""
    coming: dict[str, Row] = {}
    for row in question.due:
        if row["state"] not in (FINISHED, OVERDUE, UNDATED):
            coming.setdefault(row["id"], shown(row, question.language))
    rows = [[row["date"], row["label"], row["who"], row["what"]] for row in coming.values()]
    head = [wording(question.language) for wording in _HEAD]
    return Table(head, rows[:MOST], _SHARES) if rows else None
