"""A query with what its header says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphmodel.catalogue.values import TODAY, parsed
from graphmodel.catalogue.words import nearest
from graphmodel.model.errors import QueryError


class Said(NamedTuple):
    """The same words in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that the query is given as `$name`."""

    name: str
    type: str
    """One of `values.TYPES`: str, int, float, bool, date, strings."""
    default: str | None
    """Its text where none is given; None: it has to be given. `today`, of a date: the caller has
    to give one, and may take that of the clock."""
    doc: Said

    @property
    def is_required(self) -> bool:
        """Whether `Entry.values` has to be given a text."""
        return self.default is None or self.is_today

    @property
    def is_today(self) -> bool:
        """Whether it is a day that callers take to be today where people say nothing."""
        return self.type == "date" and self.default == TODAY


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the rows that the query gives."""

    name: str
    type: str
    """One of `values.TYPES`."""
    doc: Said


@dataclass(frozen=True, slots=True)
class Entry:
    """A query of the catalogue."""

    name: str
    title: Said
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    measure: str
    """The measure that gives the same rows: module below `graphmodel.analysis`, and function."""
    text: str
    """The query, without its header."""

    def values(self, given: Mapping[str, str]) -> dict[str, Any]:
        """The values of all parameters, for the store that runs the query.

        Args:
            given: Texts by name of parameter: `2.5`, `true`, `2023-12-31`, `a|b`.

        Returns:
            A value of the declared type for each parameter: dates as `datetime.date`, strings as
            a list. Where no text is given it is the default.

        Raises:
            QueryError: `no_such_parameter`, `missing_parameter`, `bad_parameter`; details are
                `parameter`, and `nearest` (a name, or empty) or `value` and `type`.
        """
        known = [parameter.name for parameter in self.parameters]
        for name in given:
            if name not in known:
                close = nearest(name, known)
                raise QueryError(self.name, "no_such_parameter", parameter=name, nearest=close)
        return {p.name: self._value(p, given.get(p.name)) for p in self.parameters}

    def _value(self, parameter: Parameter, text: str | None) -> Any:
        if text is None and parameter.is_required:
            raise QueryError(self.name, "missing_parameter", parameter=parameter.name)
        text = text if text is not None else parameter.default or ""
        try:
            return parsed(text, parameter.type)
        except ValueError as error:
            raise QueryError(
                self.name,
                "bad_parameter",
                parameter=parameter.name,
                value=text,
                type=parameter.type,
            ) from error
