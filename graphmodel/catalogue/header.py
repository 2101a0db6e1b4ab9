r"""The header of a query: the comments with which its file begins, a line a fact.

    // title: 单位负荷 | Load of each unit
    // param: lead: float = 1.0 | 牵头的权重 | weight of a lead
    // column: unit: str | 单位编号 | id of the unit
    // measure: load.load

A parameter without `=` has to be given; nothing after `=` is the empty text. Lines without one of
these four words before a colon are remarks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NoReturn, TypeVar

from graphmodel.catalogue.entry import Column, Entry, Parameter, Said
from graphmodel.catalogue.values import TODAY, TYPES, parsed
from graphmodel.model.errors import QueryError

_FIELD = re.compile(r"//\s*(title|param|column|measure)\s*:\s*(.*)")
_MEASURE = re.compile(r"[a-z_]+\.[a-z_]+")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_T = TypeVar("_T", Column, Parameter)


def parse(name: str, source: str) -> Entry:
    """The query in a file.

    Args:
        name: Its name, that of the file.
        source: The text of the file.

    Raises:
        QueryError: `bad_header`, with `file` and `line` (from 1): the line that is wrong, or
            below the header, where something is missing in it.
    """
    lines = source.splitlines()
    head = next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))
    return _Header(name, lines[:head]).entry("\n".join(lines[head:]).strip() + "\n")


class _Header:
    """The lines of one header, and where one is that is wrong."""

    def __init__(self, name: str, lines: list[str]) -> None:
        self._name = name
        self._lines = lines

    def entry(self, text: str) -> Entry:
        """The entry, all of which has to be there."""
        title = self._only("title")
        measure = self._only("measure")
        columns = self._each("column", self._column)
        parameters = self._each("param", self._parameter)
        if not columns or not text.strip() or not _MEASURE.fullmatch(measure[1]):
            self._wrong(measure[0] if columns and text.strip() else len(self._lines))
        said = self._said(title[0], title[1].split(" | "))
        return Entry(self._name, said, parameters, columns, measure[1], text)

    def _fields(self, word: str) -> Iterator[tuple[int, str]]:
        """Number (from 0) and text of the lines with this word."""
        for number, line in enumerate(self._lines):
            found = _FIELD.fullmatch(line.rstrip())
            if found and found[1] == word:
                yield number, found[2]

    def _each(self, word: str, read: Callable[[int, str], _T]) -> tuple[_T, ...]:
        """What the lines with this word declare, each name once."""
        found: dict[str, _T] = {}
        for number, line in self._fields(word):
            declared = read(number, line)
            if declared.name in found:
                self._wrong(number)
            found[declared.name] = declared
        return tuple(found.values())

    def _only(self, word: str) -> tuple[int, str]:
        found = list(self._fields(word))
        if len(found) != 1:
            self._wrong(found[1][0] if found else len(self._lines))
        return found[0]

    def _column(self, number: int, line: str) -> Column:
        declared, *docs = line.split(" | ")
        name, kind = self._declared(number, declared)
        return Column(name, kind, self._said(number, docs))

    def _parameter(self, number: int, line: str) -> Parameter:
        declared, *docs = line.split(" | ")
        left, equals, default = declared.partition("=")
        name, kind = self._declared(number, left)
        value = default.strip() if equals else None
        if value is not None and not (kind == "date" and value == TODAY):
            self._check(number, value, kind)
        return Parameter(name, kind, value, self._said(number, docs))

    def _declared(self, number: int, text: str) -> tuple[str, str]:
        """`name: type`."""
        name, _, kind = (part.strip() for part in text.partition(":"))
        if not _NAME.fullmatch(name) or kind not in TYPES:
            self._wrong(number)
        return name, kind

    def _said(self, number: int, words: list[str]) -> Said:
        if len(words) != 2 or not all(part.strip() for part in words):
            self._wrong(number)
        return Said(*(part.strip() for part in words))

    def _check(self, number: int, value: str, kind: str) -> None:
        try:
            parsed(value, kind)
        except ValueError:
            self._wrong(number)

    def _wrong(self, number: int) -> NoReturn:
        raise QueryError(
            self._name, "bad_header", file=f"cypher/{self._name}.cypher", line=number + 1
        )
