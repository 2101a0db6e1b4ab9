"""The catalogue of queries for people: the list, and one query with what it takes and gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from graphmodel.model.columns import encode
from graphmodel.reports.answers import Head, answer_report
from graphmodel.reports.cells import NARROWEST, visible, wrap
from graphmodel.reports.report import Report
from graphmodel.reports.wording import Language, Wording

_INDENT = "  "
_TITLE = Wording("查询", "Queries")
_HEADS = (
    Head("name", ("名称", "Name")),
    Head("title", ("标题", "Title")),
    Head("parameters", ("参数", "Parameters")),
)
_PARAMETERS = Wording("参数", "Parameters")
_COLUMNS = Wording("列", "Columns")
_NONE = Wording("（没有）", "(none)")
_REQUIRED = Wording("必填", "required")
_TODAY = Wording("默认今天", "default: today")
_DEFAULT = Wording("默认 {value}", "default: {value}")
_EMPTY = Wording("默认为空", "default: empty")
_MEASURE = Wording("与度量 {measure} 的结果相同。", "Gives the same rows as the measure {measure}.")
_QUERY = "Cypher"
_VALUES = Wording("参数：{values}。", "Parameters: {values}.")
_COMMA = Wording("，", ", ")


class Field(Protocol):
    """A column of a query."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def type(self) -> str:
        """The type of its values."""

    @property
    def doc(self) -> tuple[str, str]:
        """What it holds, in Chinese and English."""


class Taken(Field, Protocol):
    """A parameter of a query."""

    @property
    def default(self) -> str | None:
        """Its value where none is given; None: it has to be given."""

    @property
    def is_today(self) -> bool:
        """Whether it is today where none is given."""


class Query(Protocol):
    """A query with what its header says."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def title(self) -> tuple[str, str]:
        """What it asks, in Chinese and English."""

    @property
    def parameters(self) -> Sequence[Taken]:
        """What it takes."""

    @property
    def columns(self) -> Sequence[Field]:
        """What it gives."""

    @property
    def measure(self) -> str:
        """The measure that gives the same rows."""

    @property
    def text(self) -> str:
        """The query itself."""


def said(words: tuple[str, str], language: Language) -> str:
    """The words in a language."""
    return words[0] if language is Language.ZH else words[1]


def values_line(values: Mapping[str, Any], language: Language) -> list[str]:
    """One line on what a query was asked with; none where that is nothing."""
    texts = {name: encode(_tuple(value)) for name, value in values.items()}
    joined = _COMMA(language).join(f"{name}={text}" for name, text in texts.items() if text)
    return [_VALUES(language, values=visible(joined))] if joined else []


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def queries_report(queries: Sequence[Query], language: Language) -> Report:
    """Names, titles and the names of the parameters of all queries."""
    rows = [(q.name, said(q.title, language), tuple(p.name for p in q.parameters)) for q in queries]
    return answer_report(_TITLE(language), _HEADS, rows, language)


def query_text(query: Query, language: Language, *, width: int) -> str:
    """A query as lines of at most `width` cells; the Cypher itself stays as it is."""
    width = max(width, NARROWEST)
    taken = [(p, _value_of(p, language)) for p in query.parameters]
    given = [(column, None) for column in query.columns]
    blocks = [
        [f"{query.name}  {said(query.title, language)}"],
        [_PARAMETERS(language), *_fields(taken, language, width)],
        [_COLUMNS(language), *_fields(given, language, width)],
        [*wrap(_MEASURE(language, measure=query.measure), width, _INDENT)],
        [_QUERY, *(_INDENT + visible(line) for line in query.text.splitlines())],
    ]
    return "\n".join("".join(f"{line.rstrip()}\n" for line in block) for block in blocks)


def _value_of(parameter: Taken, language: Language) -> str:
    if parameter.is_today:
        return _TODAY(language)
    if parameter.default is None:
        return _REQUIRED(language)
    return _DEFAULT(language, value=parameter.default) if parameter.default else _EMPTY(language)


def _fields(
    fields: Sequence[tuple[Field, str | None]], language: Language, width: int
) -> Iterator[str]:
    """`name: type (default) words`, a line each."""
    for field, value in fields:
        declared = f"{field.name}: {field.type}" + (f" ({value})" if value else "")
        words = visible(f"{_INDENT}{declared}  {said(field.doc, language)}")
        yield from wrap(words, width, _INDENT * 3)
    if not fields:
        yield _INDENT + _NONE(language)
