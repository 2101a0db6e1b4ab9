"""Values of parameters as they are written on the command line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from graphmodel.cli.errors import WrongUsage
from graphmodel.model.errors import QueryError
from graphmodel.reports.wording import Language

if TYPE_CHECKING:
    from graphmodel.catalogue import Entry, Parameter

_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+([eE][+-]?[0-9]{1,2})?|[eE][+-]?[0-9]{1,2})")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = {"true": True, "false": False, "null": None}
_QUOTED = re.compile(r'"(.*)"', re.DOTALL)
_EXAMPLES = {
    "str": "…",
    "int": "3",
    "float": "0.5",
    "bool": "true",
    "date": "2024-06-30",
    "strings": "a|b",
}
_UNIT = "县住建局"


def pairs(given: Sequence[str]) -> dict[str, str]:
    """`name=value` as names with texts.

    Raises:
        WrongUsage: `bad_pair`, with the part that is none.
    """
    found = {}
    for part in given:
        name, equals, text = part.partition("=")
        if not equals or not name.strip():
            raise WrongUsage("--param", "bad_pair", part=part)
        found[name.strip()] = text
    return found


def day(text: str | None) -> date | None:
    """The day of `--today`.

    Raises:
        WrongUsage: `bad_day`.
    """
    if text is None:
        return None
    try:
        return _day(text)
    except ValueError as error:
        raise WrongUsage("--today", "bad_day", part=text) from error


def _day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def guessed(text: str) -> Any:
    """The value of a parameter whose type nobody has declared.

    Numbers, days, true, false and null are what they look like; all else, and what stands in
    double quotes, is text.
    """
    if quoted := _QUOTED.fullmatch(text):
        return quoted[1]
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    try:
        return float(text) if _NUMBER.fullmatch(text) else _day(text)
    except ValueError:
        return text


def values_of(
    entry: Entry, given: Mapping[str, str], today: date | None, language: Language
) -> dict[str, Any]:
    """The values of a query's parameters; a day that stands for today is taken from the clock.

    Raises:
        QueryError: As `Entry.values`, with what people need to know of the parameter.
    """
    day = (today or date.today()).isoformat()
    filled = {p.name: day for p in entry.parameters if p.is_today} | dict(given)
    try:
        return entry.values(filled)
    except QueryError as error:
        known = {parameter.name: parameter for parameter in entry.parameters}
        parameter = known.get(str(error.details.get("parameter")))
        if parameter is None:
            raise
        details = {**error.details, **_about(parameter, language)}
        raise QueryError(error.source, error.code, **details) from error


def _about(parameter: Parameter, language: Language) -> dict[str, str]:
    example = _UNIT if parameter.name == "unit" else _EXAMPLES[parameter.type]
    return {
        "type": parameter.type,
        "meaning": parameter.doc.zh if language is Language.ZH else parameter.doc.en,
        "example": f"{parameter.name}={example}",
    }
