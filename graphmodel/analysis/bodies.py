"""Bodies and indicators by what people call them."""

from __future__ import annotations

from collections.abc import Mapping

from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import UnitKind


def units_called(facts: Facts, unit: str) -> dict[str, str]:
    """The units and outside bodies, no groups, with this id or name: name by id, by id."""
    return bodies_called(facts, unit, but=UnitKind.COLLECTIVE)


def bodies_called(facts: Facts, body: str, but: UnitKind | None = None) -> dict[str, str]:
    """The bodies with this id or name: name by id, in the order of ids.

    Args:
        facts: The facts.
        body: Id or name.
        but: A kind that is left out.
    """
    found = {u.id: u.name for u in facts.units if body in (u.id, u.name) and u.kind is not but}
    return dict(sorted(found.items()))


def body_names(facts: Facts) -> Mapping[str | None, str]:
    """The names of all bodies by id, to be asked for that of no body too."""
    return {unit.id: unit.name for unit in facts.units}


def indicator_names(facts: Facts) -> dict[str, str]:
    """The names of first-level indicators by their national code.

    That of the vocabulary where the facts have it, else that of the first plan.
    """
    known = sorted(facts.indicators, key=lambda row: (row.level, row.plan is not None))
    return {row.code: row.name for row in reversed(known) if row.code is not None}
