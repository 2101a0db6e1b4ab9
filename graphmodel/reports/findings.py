"""Findings of the plan checker in the reader's language, with their words and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graphmodel.checks.finding import Finding, Message
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Severity
from graphmodel.reports.lookup import Lookup, Place
from graphmodel.reports.passages import Passage, Position
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row
from graphmodel.reports.wording import Language, Wording

SEVERITIES = {
    Severity.ERROR: Wording("错误", "error"),
    Severity.WARNING: Wording("警告", "warning"),
    Severity.INFO: Wording("提示", "info"),
}
_NONE = Wording("没有发现问题（{rules} 条规则）。", "Nothing found ({rules} rules).")
_COUNTS = Wording(
    "共 {total} 处：错误 {error}，警告 {warning}，提示 {info}（{rules} 条规则）。",
    "{total} found: errors {error}, warnings {warning}, remarks {info} ({rules} rules).",
)
_UNCHECKED = Wording(
    "{plans} 的事实中没有原文，没有检查 {codes}。",
    "{plans}: the facts came without the text, so that {codes} were not checked.",
)
_NAMES = (
    *("code", "severity", "plan", "source", "place", "line", "column", "start", "end", "words"),
    *("message", "correction", "also"),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as a reader sees it."""

    finding: Finding
    message: str
    place: Place
    start: Position | None
    """Line and column of the first of its words; None where the facts came without the text."""
    end: Position | None
    """Of the character behind the last one."""
    words: str
    """The words themselves; empty where the facts came without the text."""
    passage: Passage | None
    also: tuple[Place, ...]
    """Where other words stand that it is about."""


def shown(facts: Facts, findings: Sequence[Finding], language: Language) -> list[Shown]:
    """The findings with their words and places, in their order."""
    lookup = Lookup(facts)
    return [_shown(lookup, finding, language) for finding in findings]


def _shown(lookup: Lookup, finding: Finding, language: Language) -> Shown:
    plan = finding.plan
    return Shown(
        finding=finding,
        message=in_language(finding.message, language),
        place=lookup.place_of(plan, finding.start, finding.end),
        start=lookup.position(plan, finding.start),
        end=lookup.position(plan, finding.end),
        words=lookup.words(plan, finding.start, finding.end),
        passage=lookup.passage(finding),
        also=tuple(lookup.place_of(plan, *span) for span in finding.also),
    )


def in_language(message: Message, language: Language) -> str:
    """The sentence in a language."""
    return message.zh if language is Language.ZH else message.en


def closing_line(findings: Sequence[Finding], rules: int, language: Language) -> str:
    """How many findings of each severity."""
    if not findings:
        return _NONE(language, rules=rules)
    counts = Counter(finding.severity for finding in findings)
    numbers = {str(severity): counts[severity] for severity in Severity}
    return _COUNTS(language, total=len(findings), rules=rules, **numbers)


def unchecked_line(facts: Facts, codes: Sequence[str], language: Language) -> str | None:
    """What could not be checked for want of the text; None where everything was."""
    with_text = {row.plan for row in facts.texts}
    bare = [plan.source for plan in facts.plans if plan.id not in with_text]
    if not bare or not codes:
        return None
    comma = "、" if language is Language.ZH else ", "
    return _UNCHECKED(language, plans=comma.join(bare), codes=comma.join(codes))


def to_report(items: Sequence[Shown], language: Language) -> Report:
    """The findings as a table for machines.

    `line` and `column` count from 1, `start` and `end` are code points, `also` holds further
    spans as `start-end`.
    """
    rows = [_row(item, language) for item in items]
    return Report(title="", language=language, names=_NAMES, rows=rows, columns=())


def _row(item: Shown, language: Language) -> Row:
    found = item.finding
    return {
        "code": found.code,
        "severity": found.severity,
        "plan": found.plan,
        "source": item.place.source,
        "place": item.place.words(language),
        "line": item.start.line if item.start else None,
        "column": item.start.column if item.start else None,
        "start": found.start,
        "end": found.end,
        "words": item.words,
        "message": item.message,
        "correction": found.correction,
        "also": tuple(f"{start}-{end}" for start, end in found.also),
    }
