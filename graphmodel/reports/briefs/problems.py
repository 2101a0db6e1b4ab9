"""Gaps and contradictions by severity: a section of the summary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmodel.checks.finding import Finding
from graphmodel.checks.registry import RULES
from graphmodel.model.columns import encode
from graphmodel.model.ids import squeeze
from graphmodel.model.vocabulary import Severity
from graphmodel.reports.briefs.brief import Section, Table
from graphmodel.reports.briefs.question import Question
from graphmodel.reports.cells import cut
from graphmodel.reports.coverages import LABELS
from graphmodel.reports.lookup import Lookup
from graphmodel.reports.whens import listed
from graphmodel.reports.wording import Language, Wording

MOST_NAMED = 3
"""Findings of a kind that are named."""
_LONGEST = 24
"""Cells of words that are quoted."""
MASK = "■"
"""What stands for contact data in a text."""
UNCHECKED = "unit_without_task"
"""The gap that no rule of the checker is about."""
SEVERITIES = {
    Severity.ERROR: Wording("✖ 错误", "✖ error"),
    Severity.WARNING: Wording("▲ 警告", "▲ warning"),
    Severity.INFO: Wording("· 提示", "· remark"),
}
_TITLE = Wording("缺口与矛盾", "Gaps and contradictions")
_SAID = Wording(
    "错误 {error} 处，警告 {warning} 处，提示 {info} 处。",
    "Errors: {error}, warnings: {warning}, remarks: {info}.",
)
_HEAD = (
    Wording("级别", "Severity"),
    Wording("问题", "Problem"),
    Wording("数量", "Count"),
    Wording("所在", "Where"),
)
_SHARES = (4, 8, 3, 17)
_MORE = Wording("{names} 等", "{names} …")
_WHERE = Wording("{words}（{place}）", "{words} ({place})")
_RULE = Wording(
    "由 graphmodel check 的规则查出（docs/rules/），每个方案单独检查；负荷（W）见上文。"
    "逐条的位置和改法：graphmodel check、graphmodel report coverage。",
    "Found by the rules of graphmodel check (docs/rules/), each plan by itself; load (W) is told "
    "above. Each with its place and how to mend it: graphmodel check, graphmodel report coverage.",
)


@dataclass(frozen=True, slots=True)
class _Problem:
    """The findings of one kind."""

    severity: Severity
    label: str
    count: int
    named: Sequence[str]
    """The first of them."""


def problems(question: Question) -> Section:
    """How many findings of each severity, and of each kind the first."""
    language = question.language
    found = [*_by_rule(question), *_idle_units(question)]
    counts = {
        str(severity): sum(one.count for one in found if one.severity is severity)
        for severity in SEVERITIES
    }
    order = [*SEVERITIES]
    rows = [
        (SEVERITIES[one.severity](language), one.label, str(one.count), _named(one, language))
        for one in sorted(found, key=lambda one: order.index(one.severity))
    ]
    head = [wording(language) for wording in _HEAD]
    table = Table(head, rows, _SHARES, frozenset({2})) if rows else None
    return Section(_TITLE(language), (_SAID(language, **counts),), table, rules=(_RULE(language),))


def _named(problem: _Problem, language: Language) -> str:
    names = listed(problem.named, language)
    return names if problem.count <= MOST_NAMED else _MORE(language, names=names)


def _by_rule(question: Question) -> Iterator[_Problem]:
    lookup, language = Lookup(question.facts), question.language
    by_code: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in question.findings:
        by_code[finding.code].append(finding)
    for code, rule in RULES.items():
        if several := by_code[code]:
            title = rule.title.zh if language is Language.ZH else rule.title.en
            first = [_where(finding, lookup, question) for finding in several[:MOST_NAMED]]
            yield _Problem(rule.severity, f"{code} {title}", len(several), first)


def _where(finding: Finding, lookup: Lookup, question: Question) -> str:
    """The task, the words, cut where they are long, and their place.

    Without the text, and of words that are masked, the place alone.
    """
    language = question.language
    place = lookup.place_of(finding.plan, finding.start, finding.end)
    said = place.words(language) if question.has_several_plans else place.inside(language)
    words = squeeze(lookup.words(finding.plan, finding.start, finding.end)).strip(MASK)
    path = _path_around(finding, question)
    named = " ".join(filter(None, (path, cut(words, _LONGEST))))
    return _WHERE(language, words=named, place=said) if named else said


def _path_around(finding: Finding, question: Question) -> str:
    """The path of the task in whose words something was found."""
    tasks = [
        task
        for task in question.facts.tasks
        if task.plan == finding.plan and task.start <= finding.start < task.end
    ]
    around = min(tasks, key=lambda task: (task.end - task.start, task.id), default=None)
    return encode(around.path) if around else ""


def _idle_units(question: Question) -> Iterator[_Problem]:
    idle = [row["name"] for row in question.gaps if row["gap"] == UNCHECKED]
    if idle:
        label = LABELS[UNCHECKED](question.language)
        yield _Problem(Severity.INFO, label, len(idle), [*dict.fromkeys(idle)][:MOST_NAMED])
