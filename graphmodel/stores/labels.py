"""Our labels in a query, with the prefix that they have in a database."""

from __future__ import annotations

import re

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
