"""The review of facts as text for a terminal, in Markdown, and as rows for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphmodel.reports.cells import NARROWEST, visible, wrap
from graphmodel.reports.explanation_text import underlined
from graphmodel.reports.markdown import escape
from graphmodel.reports.report import Report
from graphmodel.reports.review import Item
from graphmodel.reports.wording import Language, Wording

_INDENT = "  "
_MOST = 50
"""Doubts that a terminal is shown."""
_TITLE = Wording("{count} 处存疑，最要紧的在前", "{count} doubts, the worst first")
_NONE = Wording("没有存疑之处。", "Nothing is doubtful.")
_HEAD = Wording(
    "{number}. {head}[（{place}）][，涉及 {parts} 条责任]",
    "{number}. {head}[ ({place})][, {parts} responsibilities]",
)
_MORE = Wording(
    "以上是前 {shown} 处，共 {total} 处；要全部，请用 --format json、csv 或 md。",
    "The first {shown} of {total}; --format json, csv or md gives all.",
)
_ADVICE = Wording(
    "把适用的一段抄进文件旁的 corrections.toml，再次运行即生效；写法见 docs/corrections.md。",
    "Copy the entry that is right into corrections.toml beside the document and run again; "
    "docs/corrections.md describes the file.",
)
_NAMES = (
    "severity",
    "code",
    "words",
    "message",
    "parts",
    "plan",
    "place",
    "context",
    "corrections",
)


def to_text(items: Sequence[Item], language: Language, *, width: int) -> str:
    """The doubts as lines of at most `width` cells, the words underlined in their sentence."""
    width = max(width, NARROWEST)
    lines = list(wrap(_title(items, language), width))
    for number, item in enumerate(items[:_MOST], start=1):
        lines += ["", *_item(item, number, language, width)]
    if len(items) > _MOST:
        lines += ["", *wrap(_MORE(language, shown=_MOST, total=len(items)), width)]
    if items:
        lines += ["", *wrap(_ADVICE(language), width)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _title(items: Sequence[Item], language: Language) -> str:
    return _TITLE(language, count=len(items)) if items else _NONE(language)


def _item(item: Item, number: int, language: Language, width: int) -> Iterator[str]:
    yield from wrap(visible(_head(item, number, language)), width, _INDENT)
    yield from wrap(_INDENT + visible(_words(item)), width, _INDENT)
    if item.passage is not None and item.passage.end > item.passage.start:
        yield from underlined(item.passage, width)
    for remedy in item.remedies:
        yield from wrap(f"{_INDENT}# {visible(remedy.when)}", width, f"{_INDENT}# ")
        yield from (f"{_INDENT}{visible(line)}" for line in remedy.entry.splitlines())


def _head(item: Item, number: int, language: Language) -> str:
    place = item.place.words(language) if item.place else None
    return _HEAD(language, number=number, head=item.head, place=place, parts=item.parts or None)


def _words(item: Item) -> str:
    """What is doubtful; the words themselves where the sentence does not hold them."""
    if item.words in item.message:
        return item.message
    return f"“{item.words}”：{item.message}"


def to_markdown(items: Sequence[Item], language: Language) -> str:
    """The doubts as sections, the entries as blocks of code."""
    parts = [f"**{_title(items, language)}**"]
    for number, item in enumerate(items, start=1):
        parts.append(f"### {escape(_head(item, number, language))}")
        parts.append(escape(_words(item)))
        if item.passage is not None:
            parts.append(f"> {escape(item.passage.context)}")
        for remedy in item.remedies:
            parts.append(f"{escape(remedy.when)}\n\n```toml\n{remedy.entry}\n```")
    if items:
        parts.append(_ADVICE(language))
    return "\n\n".join(parts) + "\n"


def to_report(items: Sequence[Item], language: Language) -> Report:
    """The doubts as a table for machines."""
    rows = [
        {
            "severity": item.severity,
            "code": item.code,
            "words": item.words,
            "message": item.message,
            "parts": item.parts,
            "plan": item.plan,
            "place": item.place.words(language) if item.place else None,
            "context": item.passage.context if item.passage else None,
            "corrections": tuple(remedy.entry for remedy in item.remedies),
        }
        for item in items
    ]
    return Report(
        title=_title(items, language), language=language, names=_NAMES, rows=rows, columns=()
    )
