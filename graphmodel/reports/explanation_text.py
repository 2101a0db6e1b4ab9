"""Explanations as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from graphmodel.reports.cells import NARROWEST, visible, width_of, wrap
from graphmodel.reports.explanation import Explanation, Field, Related, Value
from graphmodel.reports.explanation_words import column_word, table_word, value_word
from graphmodel.reports.passages import Passage
from graphmodel.reports.wording import Language, Wording

_INDENT = "  "
_HERE = Wording("{place}：", "{place}:")
_OFFSETS = Wording(
    "{source} 第 {start} 至 {end} 字符。事实中没有原文（提取时用了 --no-text），无法显示词句。",
    "{source}, characters {start} to {end}. The facts came without the text (--no-text), so that "
    "the words cannot be shown.",
)
_DECISION = Wording(
    "“{mention}”[ → {unit}][，规则 {rule}][，{reason}]",
    "“{mention}”[ → {unit}][, rule {rule}][, {reason}]",
)
_COLON = Wording("：", ": ")


def to_text(explanation: Explanation, language: Language, *, width: int) -> str:
    """The explanation as lines of at most `width` cells.

    The fact, the words behind it underlined in their sentence, what is known of it, and the
    facts that belong to it, each with its place and id.
    """
    width = max(width, NARROWEST)
    parts = [
        _head(explanation, language, width),
        _source(explanation, language, width),
        _fields(explanation.fields, language, width),
        *_related(explanation.related, language, width),
    ]
    return "\n".join("".join(f"{line.rstrip()}\n" for line in part) for part in parts if part)


def _head(explanation: Explanation, language: Language, width: int) -> list[str]:
    title = f" {explanation.title}" if explanation.title else ""
    head = f"{table_word(explanation.table, language)}{title} [{explanation.id}]"
    return list(wrap(visible(head), width, _INDENT))


def _source(explanation: Explanation, language: Language, width: int) -> list[str]:
    place = explanation.place
    if place is None:
        return []
    if explanation.passage is None:
        line = _OFFSETS(language, source=place.source, start=place.start, end=place.end)
        return list(wrap(visible(line), width, _INDENT))
    line = _HERE(language, place=place.words(language))
    return [*wrap(visible(line), width), *underlined(explanation.passage, width)]


def underlined(passage: Passage, width: int) -> Iterator[str]:
    """The passage in lines of at most `width` cells, with carets below its words."""
    line, below = _INDENT, _INDENT
    for number, char in enumerate(passage.context):
        cells = width_of(char)
        if width_of(line) + cells > width:
            yield from filter(str.strip, (line, below))
            line, below = _INDENT, _INDENT
        line += char
        below += ("^" if passage.start <= number < passage.end else " ") * cells
    yield from filter(str.strip, (line, below))


def _fields(fields: tuple[Field, ...], language: Language, width: int) -> list[str]:
    lines: list[str] = []
    for field in fields:
        name = column_word(field.column, language)
        values = _join((_value(field, value, language, True) for value in field.values), language)
        lines += wrap(visible(f"{name}{_COLON(language)}{values}"), width, _INDENT)
    return lines


def _value(field: Field, value: Value, language: Language, with_id: bool) -> str:
    """A value in words; an id by its title, and the id itself behind it if asked for."""
    if value.title is None:
        return value_word(field.column, value.text, language)
    return f"{value.title} [{value.text}]" if with_id else value.title


def _join(parts: Iterator[str], language: Language) -> str:
    return ("、" if language is Language.ZH else ", ").join(parts)


def _related(related: tuple[Related, ...], language: Language, width: int) -> Iterator[list[str]]:
    """The facts that belong to it, table by table."""
    for table, rows in groupby(related, key=lambda row: row.table):
        lines = [f"{table_word(table, language)}{_COLON(language)}".rstrip()]
        for row in rows:
            lines += wrap(_INDENT + visible(_brief(row, language)), width, _INDENT * 2)
        yield lines


def _brief(row: Related, language: Language) -> str:
    """A fact in one line, with its place and id."""
    is_decision = row.table == "mentions"
    said = {
        field.column: _join(
            (_value(field, value, language, is_decision) for value in field.values), language
        )
        for field in row.fields
    }
    if is_decision:
        return _DECISION(language, **said)
    where = f" ({row.place.words(language)})" if row.place else ""
    return " ".join(said.values()) + where + (f" [{row.id}]" if row.id else "")
