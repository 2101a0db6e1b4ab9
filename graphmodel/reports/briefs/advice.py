"""What to do: the last section of the summary, each item for a figure of those above."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from graphmodel.analysis.coverage import tasks_with_many_leads
from graphmodel.analysis.relief.handovers import handovers
from graphmodel.analysis.schedule import FINISHED
from graphmodel.model.vocabulary import Severity
from graphmodel.reports.briefs.agenda import overdue
from graphmodel.reports.briefs.brief import Section
from graphmodel.reports.briefs.question import Question
from graphmodel.reports.deadlines import shown
from graphmodel.reports.rows import rows_of
from graphmodel.reports.whens import listed
from graphmodel.reports.wording import Wording

MOST_UNITS = 3
"""Overloaded units that are spoken of one by one."""
MOST_NAMED = 6
"""Tasks and indicators that an item names."""
MANY = 3
"""Leads beyond which a task has too many."""

_TITLE = Wording("建议", "What to do")
_NOTHING = Wording("没有需要处理的事项。", "Nothing needs to be done.")
_RELIEVE = Wording(
    "减轻 {name}：负荷超出超载线 {excess}；它牵头的 {led} 项任务中 {shared} 项有别的单位配合，"
    "可改由配合单位牵头（graphmodel relieve 给出改动最少的办法）。",
    "Relieve {name}, which is {excess} above the threshold: of the {led} tasks that it leads "
    "{shared} have a supporter who could lead (graphmodel relieve finds the fewest changes).",
)
_NO_TAKER = Wording(
    "减轻 {name}：负荷超出超载线 {excess}；它牵头的 {led} 项任务都没有可以接手的配合单位，"
    "要先增加配合单位。",
    "Relieve {name}, which is {excess} above the threshold: none of the {led} tasks that it leads "
    "has a supporter who could lead; add supporters first.",
)
_ITEMS = {
    "task_without_lead": Wording(
        "为 {count} 项没有牵头的任务确定牵头单位：{names}。",
        "Name a lead for tasks that have none ({count}): {names}.",
    ),
    "task_led_by_collectives": Wording(
        "为 {count} 项只由集合主体牵头的任务指定一个具体单位：{names}。",
        "Name one unit for tasks that only groups lead ({count}): {names}.",
    ),
    "indicator_without_task": Wording(
        "为 {count} 个没有任务的一级指标安排任务，或说明理由：{names}。",
        "Set tasks for first-level indicators that have none, or say why ({count}): {names}.",
    ),
    "indicator_without_lead": Wording(
        "为 {count} 个没有牵头的一级指标确定牵头单位：{names}。",
        "Name a lead for first-level indicators that have none ({count}): {names}.",
    ),
    "indicator_without_owner": Wording(
        "为 {count} 个没有责任单位的二级指标确定责任单位：{names}。",
        "Name an owner for second-level indicators that have none ({count}): {names}.",
    ),
}
_MANY = Wording(
    "为 {count} 项由 {many} 个以上单位共同牵头的任务确定一个总牵头：{names}。",
    "Name one lead in chief for tasks that more than {many} bodies lead ({count}): {names}.",
)
_OVERDUE = Wording(
    "核实 {count} 个已过日期的事项是否完成，结果记入台账。",
    "Find out whether what is past was done ({count}), and enter it in the ledger.",
)
_UNDATED = Wording(
    "为 {count} 项没有日期的任务补上期限。", "Set a date for tasks that have none ({count})."
)
_NEXT = Wording(
    "最近要办：{date} 前，{who}，{what}。", "Next to be done: by {date}, {who}, {what}."
)
_MEND = Wording(
    "发文前[改正 {errors} 处错误][{both}][核对 {warnings} 处警告]"
    "（graphmodel check 逐条给出位置和改法）。",
    "Before it is issued, [mend what is wrong (errors: {errors})][{both}]"
    "[look at what is doubtful (warnings: {warnings})]; graphmodel check tells place and "
    "correction of each.",
)
_AND = Wording("、", " and ")
_MORE = Wording("{names} 等", "{names} …")


def advice(question: Question) -> Section:
    """What follows from the figures, the most pressing first."""
    points = [
        *_relief(question),
        *_of_gaps(question),
        *_many_leads(question),
        *_mending(question),
        *_of_dates(question),
    ]
    said = () if points else (_NOTHING(question.language),)
    return Section(_TITLE(question.language), said, points=points)


def _relief(question: Question) -> Iterator[str]:
    shared = _handed_over(question)
    overloaded = [row for row in question.loads if row["overloaded"]]
    for row in overloaded[:MOST_UNITS]:
        takers = len(shared[row["unit"]])
        yield (_RELIEVE if takers else _NO_TAKER)(
            question.language,
            name=row["name"],
            excess=f"{row['load'] - row['threshold']:.2f}",
            led=row["tasks_led"],
            shared=takers,
        )


def _handed_over(question: Question) -> dict[str, set[int]]:
    """The tasks of each unit whose lead a supporter could take over (`analysis.relief`)."""
    facts = question.facts
    found: defaultdict[str, set[int]] = defaultdict(set)
    for change in handovers(facts, question.counting.weights):
        found[facts.units[change.lead.unit].id].add(change.lead.task)
    return found


def _of_gaps(question: Question) -> Iterator[str]:
    for gap, wording in _ITEMS.items():
        found = [row for row in question.gaps if row["gap"] == gap]
        names = [question.label(row["path"], row["name"]) for row in found]
        if names:
            yield wording(question.language, count=len(names), names=_named(names, question))


def _many_leads(question: Question) -> Iterator[str]:
    tasks = rows_of(tasks_with_many_leads(question.facts, MANY))
    names = [question.label(row["path"], row["title"]) for row in tasks]
    if names:
        named = _named(names, question)
        yield _MANY(question.language, count=len(names), many=MANY, names=named)


def _mending(question: Question) -> Iterator[str]:
    counts = Counter(finding.severity for finding in question.findings)
    errors, warnings = counts[Severity.ERROR] or None, counts[Severity.WARNING] or None
    both = _AND(question.language) if errors and warnings else None
    if errors or warnings:
        yield _MEND(question.language, errors=errors, both=both, warnings=warnings)


def _of_dates(question: Question) -> Iterator[str]:
    language = question.language
    if late := overdue(question):
        yield _OVERDUE(language, count=len(late))
    if without := sum(row["without_date"] for row in question.dates):
        yield _UNDATED(language, count=without)
    coming = [r for r in question.due if r["days"] is not None and r["days"] >= 0]
    following = [row for row in coming if row["state"] != FINISHED][:1]
    for row in (shown(row, language) for row in following):
        yield _NEXT(language, date=row["date"], who=row["who"], what=row["what"])


def _named(names: list[str], question: Question) -> str:
    said = listed(names[:MOST_NAMED], question.language)
    return said if len(names) <= MOST_NAMED else _MORE(question.language, names=said)
