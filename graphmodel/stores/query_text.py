"""Queries as text: our labels with their prefix, and the parameters that they need."""

from __future__ import annotations

import re
from collections.abc import Container

from graphmodel.model.errors import QueryError
from graphmodel.model.schema import NODE_TYPES

_LABELS = "|".join(node.label for node in NODE_TYPES)
_TOKEN = re.compile(
    r"//[^\n]*+"  # a comment to the end of its line
    r"|/\*.*?\*/"
    r"|'(?:[^'\\]|\\.)*+'"
    r'|"(?:[^"\\]|\\.)*+"'
    r"|`[^`]*+`"
    rf"|(?P<colon>[:|&!]\s*+)(?P<label>{_LABELS})\b",
    re.DOTALL,
)


def prefixed(query: str, prefix: str) -> str:
    """The query with `:Unit` as `:prefixUnit`; texts, comments and quoted names stay."""
    if not prefix:
        return query
    return _TOKEN.sub(
        lambda token: f"{token['colon']}{prefix}{token['label']}" if token["label"] else token[0],
        query,
    )


def as_asked(error: QueryError, query: str, prefix: str) -> QueryError:
    """The error on a query with prefixes, told of the query as it was asked."""
    details = dict(error.details)
    line, column = details.get("line"), details.get("column")
    lines = query.split("\n")
    if isinstance(line, int) and isinstance(column, int) and line <= len(lines):
        asked = lines[line - 1]
        ends = (n for n in range(len(asked) + 1) if len(prefixed(asked[:n], prefix)) >= column - 1)
        details["column"] = next(ends, len(asked)) + 1
    return QueryError(
        query, error.code, **{**details, **({"text": query} if "text" in details else {})}
    )


_PARAMETER = re.compile(
    r"//[^\n]*+|/\*.*?\*/|'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\"|`[^`]*+`|\$(?P<name>\w+)",
    re.DOTALL,
)


def check_parameters(query: str, given: Container[str]) -> None:
    """Refuse a query that uses a parameter that is not given; an engine may take it for null.

    Raises:
        QueryError: `missing_parameter`.
    """
    for found in _PARAMETER.finditer(query):
        if found["name"] and found["name"] not in given:
            raise QueryError(query, "missing_parameter", parameter=found["name"])
