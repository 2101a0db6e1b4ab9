"""Which plan speaks of which of the rows that several plans have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from graphmodel.model.facts import SHARED, Facts

Claimed = dict[str, dict[str, None]]
"""Ids of shared rows by plan, each once, in order."""


def claims(facts: Facts) -> dict[str, Claimed]:
    """What each plan speaks of, by table of `facts.SHARED`.

    A plan speaks of the bodies that its rows refer to and of the bodies that host these; of the
    places that those and itself belong to, with the places above; of the indicators without a
    plan that its rows refer to, with those above. A row that no plan speaks of is spoken of by
    all plans of the facts, since they came together.
    """
    said: dict[str, Claimed] = {table: {plan.id: {} for plan in facts.plans} for table in SHARED}
    above = _above(facts)
    for table, plan, key in _references(facts):
        _claim(said[table].get(plan), key, above[table])
    _claim_the_rest(said["units"], above["units"])
    places = {unit.id: unit.jurisdiction_id for unit in facts.units}
    for plan, bodies in said["units"].items():
        for body in bodies:
            _claim(said["jurisdictions"][plan], places.get(body), above["jurisdictions"])
    _claim_the_rest(said["jurisdictions"], above["jurisdictions"])
    _claim_the_rest(said["indicators"], above["indicators"])
    return said


def _above(facts: Facts) -> dict[str, dict[str, str | None]]:
    """For each shared row the one that it hangs on; every id that there is, is a key."""
    return {
        "units": {unit.id: unit.host for unit in facts.units},
        "jurisdictions": {place.id: place.parent for place in facts.jurisdictions},
        "indicators": {row.id: row.parent for row in facts.indicators if row.plan is None},
    }


def _claim(claimed: dict[str, None] | None, key: str | None, above: dict[str, str | None]) -> None:
    """Claim a row and those that it hangs on."""
    while claimed is not None and key is not None and key in above and key not in claimed:
        claimed[key] = None
        key = above[key]


def _references(facts: Facts) -> Iterator[tuple[str, str, str | None]]:
    """Table of a shared row, plan, id."""
    for plan in facts.plans:
        yield "jurisdictions", plan.id, plan.jurisdiction_id
        yield from (("units", plan.id, unit) for unit in plan.issuer_ids)
    pairs: dict[tuple[str, str], None] = {}
    pairs.update(((r.plan, r.unit), None) for r in facts.responsibilities)
    pairs.update(((m.plan, m.unit), None) for m in facts.mentions)
    yield from (("units", plan, unit) for plan, unit in pairs)
    for duty in facts.duties:
        yield from (("units", duty.plan, unit) for unit in duty.units)
        yield "units", duty.plan, duty.to
    for part in facts.responsibilities:
        if part.indicator is not None:
            yield "indicators", part.plan, part.indicator
    for measure in facts.measures:
        yield "indicators", measure.plan, measure.indicator
    for row in facts.indicators:
        if row.plan is not None:
            yield "indicators", row.plan, row.parent


def _claim_the_rest(claimed: Claimed, above: dict[str, str | None]) -> None:
    """Let every plan claim what none does, with what that hangs on."""
    spoken_of: set[str] = set().union(*claimed.values())
    rest = [key for key in above if key not in spoken_of]
    for ids in claimed.values():
        for key in rest:
            _claim(ids, key, above)


def facts_of_plans(facts: Facts) -> Iterator[tuple[str, Facts]]:
    """The facts of each plan alone: its rows, and the shared rows that it speaks of."""
    rows = _rows_by_plan(facts)
    claimed = claims(facts)
    shared = {table: {row.id: row for row in facts.rows(table)} for table in SHARED}
    for plan in facts.plans:
        tables: dict[str, Any] = {
            table: tuple(found.get(plan.id, ())) for table, found in rows.items()
        }
        for table in SHARED:
            own = (shared[table][key] for key in claimed[table][plan.id])
            tables[table] = (*own, *tables.get(table, ()))
        yield plan.id, Facts(**{**tables, "plans": (plan,)})


def _rows_by_plan(facts: Facts) -> dict[str, defaultdict[str, list[Any]]]:
    """The rows that go with a plan, by table and plan."""
    tables: dict[str, defaultdict[str, list[Any]]] = {}
    for table in facts.__slots__:
        found: defaultdict[str, list[Any]] = defaultdict(list)
        for row in facts.rows(table):
            if (plan := getattr(row, "plan", None)) is not None:
                found[plan].append(row)
        tables[table] = found
    return tables
