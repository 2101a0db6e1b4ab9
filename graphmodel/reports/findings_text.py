"""Findings of the plan checker as text for a terminal, and in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphmodel.model.vocabulary import PlaceUnit
from graphmodel.reports.cells import NARROWEST, visible, wrap
from graphmodel.reports.explanation_text import underlined
from graphmodel.reports.findings import SEVERITIES, Shown
from graphmodel.reports.markdown import escape
from graphmodel.reports.wording import Language, Wording

_INDENT = "  "
_MOST_PLACES = 3
_CORRECTION = Wording("改为：{words}", "write: {words}")
_ALSO = Wording("另见 {places}[ 等 {count} 处]", "see also {places}[ and {count} more]")


def to_text(items: Sequence[Shown], language: Language, *, width: int) -> str:
    """The findings as lines of at most `width` cells: place, code, message, the words with carets.

    A file of lines has `name:line:column`, which editors and terminals open.
    """
    width = max(width, NARROWEST)
    parts = ("".join(f"{line.rstrip()}\n" for line in _item(i, language, width)) for i in items)
    return "\n".join(parts)


def _item(item: Shown, language: Language, width: int) -> Iterator[str]:
    severity = SEVERITIES[item.finding.severity](language)
    head = f"{_place(item, language)} {item.finding.code} {severity} {item.message}"
    yield from wrap(visible(head), width, _INDENT)
    if item.passage is not None and item.passage.end > item.passage.start:
        yield from underlined(item.passage, width)
    for line in (_correction(item, language), _also(item, language)):
        if line is not None:
            yield from wrap(_INDENT + visible(line), width, _INDENT)


def _place(item: Shown, language: Language) -> str:
    if item.start is None or item.place.unit is not PlaceUnit.LINE:
        return item.place.words(language)
    return f"{item.place.source}:{item.start.line}:{item.start.column}"


def _correction(item: Shown, language: Language) -> str | None:
    words = item.finding.correction
    return _CORRECTION(language, words=words) if words is not None else None


def _also(item: Shown, language: Language) -> str | None:
    """Where other words stand; the file is the same."""
    places = dict.fromkeys(place.inside(language) for place in item.also)
    places.pop(item.place.inside(language), None)
    if not places:
        return None
    comma = "、" if language is Language.ZH else ", "
    some = comma.join(list(places)[:_MOST_PLACES])
    more = len(places) if language is Language.ZH else len(places) - _MOST_PLACES
    return _ALSO(language, places=some, count=more if len(places) > _MOST_PLACES else None)


def to_markdown(items: Sequence[Shown], closing: str, language: Language) -> str:
    """The findings as a list below the line of counts, the words as quotes."""
    parts = [f"**{escape(closing)}**"]
    for item in items:
        severity = SEVERITIES[item.finding.severity](language)
        place = escape(_place(item, language))
        lines = [f"**{item.finding.code}** {severity}, {place}: {escape(item.message)}"]
        lines += [escape(line) for line in (_correction(item, language),) if line is not None]
        lines += [f"> {escape(item.passage.context)}"] if item.passage else []
        parts.append("- " + "\n\n  ".join(lines))
    return "\n\n".join(parts) + "\n"
