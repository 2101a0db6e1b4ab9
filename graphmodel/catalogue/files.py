"""The queries that travel with the package."""

from __future__ import annotations

from functools import cache

from graphmodel.catalogue.entry import Entry
from graphmodel.catalogue.header import parse
from graphmodel.catalogue.words import nearest
from graphmodel.model.errors import QueryError
from graphmodel.model.resources import resource

_FOLDER = "cypher"


def names() -> list[str]:
    """The names of all queries, in order."""
    return sorted(path.stem for path in resource(_FOLDER).glob("*.cypher"))


@cache
def entry(name: str) -> Entry:
    """A query by its name.

    Raises:
        QueryError: `no_such_query`, with `nearest`: the name most like it, or empty;
            `bad_header`, with `file` and `line`.
    """
    known = names()
    if name not in known:
        raise QueryError(name, "no_such_query", nearest=nearest(name, known))
    text = resource(_FOLDER, f"{name}.cypher").read_text(encoding="utf-8")
    return parse(name, text)
