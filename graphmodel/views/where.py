"""Where in their documents the words stand that the page quotes: lines, pages, sheets."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.model.facts import Facts
from graphmodel.reports.lookup import Lookup, Place
from graphmodel.views.index import Row

_QUOTED = ("tasks", "responsibilities", "measures")


def places(facts: Facts) -> list[Row]:
    """Where the words of each plan stand.

    Returns:
        One row a plan: `unit`, what is counted, and `starts`, the first offset quoted on each
        line, page, paragraph or sheet, with its number, or the name of a sheet. Empty where
        neither the text nor such places are known.
    """
    lookup = Lookup(facts)
    starts: dict[str, set[int]] = {plan.id: set() for plan in facts.plans}
    for table in _QUOTED:
        for row in facts.rows(table):
            starts[row.plan].add(row.start)
    return [
        _places(lookup.place_of(plan, start, start) for start in sorted(found))
        for plan, found in starts.items()
    ]


def _places(quoted: Iterable[Place]) -> Row:
    """The first place quoted of each line or page, in order."""
    unit, found = "", dict[int | str, int]()
    for place in quoted:
        if place.number is not None:
            unit = str(place.unit)
            found.setdefault(place.name or place.number, place.start)
    return (
        {"unit": unit, "starts": [[start, name] for name, start in found.items()]} if found else {}
    )
