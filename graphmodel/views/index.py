"""The facts by plan and place, and the measures of them that the page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.analysis.load import load, names_of, places_of
from graphmodel.model.facts import Facts
from graphmodel.model.records import Plan

Row = dict[str, Any]
"""Plain JSON: what the page knows of one thing, by short names."""


class Index:
    """What all parts of the payload look up.

    Attributes:
        facts: The facts.
        today: The day by which deadlines are judged, or None.
        plan: The number of each plan, by id.
        place: The number of each plan's place, by the plan's number.
        places: The names of the places; a plan without one is a place of its own.
        boilerplate: The ids of the responsibilities that are boilerplate support.
        loads: The row of the load table of each unit that has one, by id.
        populations: The units whose loads are compared with each other.
        among: The number of the population of each unit that has one, by id, also of those that
            have no load yet.
    """

    def __init__(self, facts: Facts, today: date | None = None) -> None:
        """Take the measures.

        Raises:
            FactsError: `unknown_id`, when a responsibility names what is in no table.
        """
        self.facts, self.today = facts, today
        self.plan = {plan.id: number for number, plan in enumerate(facts.plans)}
        names = {place_key(plan): plan.jurisdiction or plan.title for plan in facts.plans}
        numbers = {key: number for number, key in enumerate(names)}
        self.place = [numbers[place_key(plan)] for plan in facts.plans]
        self.places = list(names.values())
        self.boilerplate = boilerplate(facts)
        table = load(facts)
        self.loads: dict[str, Row] = {
            row["unit"]: {str(name): value for name, value in row.items()}
            for row in table.to_dict("records")
        }
        key_of = dict(zip((u.id for u in facts.units), places_of(names_of(facts)), strict=True))
        populations = _populations(self.loads, key_of)
        self.populations = list(populations.values())
        numbered = {key: number for number, key in enumerate(populations)}
        self.among = {unit: numbered[key] for unit, key in key_of.items() if key in numbered}

    def place_of(self, plan: str) -> int:
        """The number of a plan's place."""
        return self.place[self.plan[plan]]


def place_key(plan: Plan) -> str:
    """What tells the place of a plan from others; a plan without one is a place of its own."""
    return plan.jurisdiction_id or plan.jurisdiction or plan.id


def _populations(loads: Collection[str], key_of: dict[str, str]) -> dict[str, list[str]]:
    """The units with a load, in the order of the table of units, by the key of their place."""
    populations: defaultdict[str, list[str]] = defaultdict(list)
    for unit, key in key_of.items():
        if unit in loads:
            populations[key].append(unit)
    return populations


def compact(**values: Any) -> Row:
    """A row without what is unknown, false or empty; numbers are kept."""
    return {
        name: value
        for name, value in values.items()
        if value is not None and value is not False and value not in ("", (), [])
    }
