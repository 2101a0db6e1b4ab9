"""What is doubtful about facts, worst first, each with the words and what would settle it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graphmodel.model.columns import Strings
from graphmodel.model.facts import Facts
from graphmodel.model.records import Diagnostic, Responsibility
from graphmodel.model.vocabulary import CORRECTION_APPLIED, Confidence, Severity
from graphmodel.reports.explanation_words import reason_words
from graphmodel.reports.lookup import Lookup, Place
from graphmodel.reports.passages import Passage
from graphmodel.reports.remedies import Remedy, remedies
from graphmodel.reports.wording import Language, Wording

_RANKS = {
    Severity.ERROR: 0,
    Confidence.DOUBTFUL: 1,
    Severity.WARNING: 1,
    Confidence.LIKELY: 2,
    Severity.INFO: 3,
}
_CODES = {
    "unit-misspelling": Wording("称谓疑有误写", "name that may be misspelt"),
    "unit-ambiguous": Wording("称谓有歧义", "ambiguous name"),
    "unit-unknown": Wording("机构职能不明", "body of unknown function"),
    "attribution-not-understood": Wording("分工没有读懂", "attribution not understood"),
    "no-attribution": Wording("没有找到分工", "no attribution found"),
    "bracket-unbalanced": Wording("分工的括号不成对", "unbalanced bracket"),
    "report-to-nobody": Wording("报送没有对象", "report to nobody"),
    "annex-missing": Wording("附件缺失", "annex that is not there"),
    "annex-disagrees": Wording("附件与正文不一致", "annex and body disagree"),
    "page-without-text": Wording("页面没有文字", "page without text"),
    "formula-without-value": Wording("公式没有结果", "formula without a value"),
    "hidden-sheet": Wording("隐藏的工作表", "hidden sheet"),
    "cell-error": Wording("公式出错", "formula with an error"),
    "correction-unused": Wording("更正没有用到", "correction that was not used"),
    Confidence.DOUBTFUL: Wording("责任存疑", "doubtful responsibility"),
    Confidence.LIKELY: Wording("责任待核", "responsibility to be checked"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a person should look at."""

    code: str
    """Code of the diagnostic, or the class of the responsibilities."""
    severity: Severity | Confidence
    head: str
    """What kind of doubt it is, in the reader's language."""
    message: str
    words: str
    """The words that it is about."""
    plan: str | None
    place: Place | None
    passage: Passage | None
    parts: int
    """How many responsibilities hang on the words."""
    remedies: tuple[Remedy, ...]
    """The corrections that would settle it, the likeliest first."""


def review(facts: Facts, language: Language) -> list[Item]:
    """Everything doubtful: by weight, then by the responsibilities that hang on it, then by place.

    Args:
        facts: The facts, with texts if the words are to be shown.
        language: The reader's language; the sentences of diagnostics are in Chinese.
    """
    lookup = Lookup(facts)
    parts = Counter((row.plan, row.mention) for row in facts.responsibilities)
    several = len(facts.plans) > 1
    uncertain = list(_uncertain(facts))
    told = {(doubt.row.plan, doubt.words) for doubt in uncertain}
    doubts = [
        doubt
        for doubt in _open(facts)
        if doubt.severity is not Severity.INFO or (doubt.row.plan, doubt.words) not in told
    ]
    items = [_item(doubt, lookup, parts, several, language) for doubt in (*doubts, *uncertain)]
    return sorted(items, key=lambda item: (_RANKS[item.severity], -item.parts))


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A diagnostic, or responsibilities of the same words and reasons."""

    row: Diagnostic | Responsibility
    code: str
    severity: Severity | Confidence
    words: str
    message: str
    reasons: Strings = ()
    candidates: Strings = ()


def _open(facts: Facts) -> Iterator[_Doubt]:
    for row in facts.diagnostics:
        if row.code != CORRECTION_APPLIED:
            yield _Doubt(
                row,
                row.code,
                row.severity,
                row.detail,
                row.message,
                candidates=row.candidates,
            )


def _uncertain(facts: Facts) -> Iterator[_Doubt]:
    """Responsibilities that are not certain for a reason that no diagnostic tells."""
    told: defaultdict[tuple[str | None, str], set[str]] = defaultdict(set)
    for row in facts.diagnostics:
        told[row.plan, row.detail].add(row.code)
    seen = set()
    for part in facts.responsibilities:
        reasons = tuple(r for r in part.reasons if r not in told[part.plan, part.mention])
        key = (part.plan, part.mention, reasons)
        if reasons and part.confidence is not Confidence.CERTAIN and key not in seen:
            seen.add(key)
            yield _Doubt(part, part.confidence, part.confidence, part.mention, "", reasons)


def _item(
    doubt: _Doubt,
    lookup: Lookup,
    parts: Counter[tuple[str, str]],
    several: bool,
    language: Language,
) -> Item:
    row = doubt.row
    wording = _CODES.get(doubt.code)
    reasons = _join((reason_words(code, language) for code in doubt.reasons), language)
    return Item(
        code=doubt.code,
        severity=doubt.severity,
        head=wording(language) if wording else doubt.code,
        message=doubt.message or reasons,
        words=doubt.words,
        plan=row.plan,
        place=lookup.place(row),
        passage=lookup.passage(row),
        parts=parts[row.plan or "", doubt.words],
        remedies=remedies(
            doubt.code,
            doubt.words,
            doubt.candidates,
            plan=row.plan if several else None,
            language=language,
        ),
    )


def _join(words: Iterator[str], language: Language) -> str:
    return ("；" if language is Language.ZH else "; ").join(words)
