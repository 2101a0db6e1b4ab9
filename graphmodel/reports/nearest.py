"""Ids that somebody may have meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from itertools import islice

from graphmodel.model.facts import Facts
from graphmodel.model.ids import squeeze

MOST = 5
_COMPARED = 20_000
"""Ids that are compared letter by letter; more would take seconds."""


def nearest(facts: Facts, ids: Collection[str], wanted: str) -> list[str]:
    """The ids of units of that name, then ids that hold it, then ids that are spelt like it."""
    return list(islice(dict.fromkeys(_candidates(facts, ids, squeeze(wanted))), MOST))


def _candidates(facts: Facts, ids: Collection[str], wanted: str) -> Iterator[str]:
    if not wanted:
        return
    yield from (unit.id for unit in facts.units if unit.name == wanted)
    yield from (row.unit for row in facts.mentions if row.mention == wanted)
    yield from sorted((key for key in ids if wanted in key), key=len)
    yield from get_close_matches(wanted, list(ids)[:_COMPARED], n=MOST)
