"""The facts by plan and place, and the measures of them that the page shows."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.analysis.load import load, places_of
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
        key_of = dict(zip(table["unit"].tolist(), places_of(table).tolist(), strict=True))
        self.populations = _populations(facts, key_of)

    def place_of(self, plan: str) -> int:
        """The number of a plan's place."""
        return self.place[self.plan[plan]]


def place_key(plan: Plan) -> str:
    """What tells the place of a plan from others; a plan without one is a place of its own."""
    return plan.jurisdiction_id or plan.jurisdiction or plan.id


def _populations(facts: Facts, key_of: dict[str, str]) -> list[list[str]]:
    """Units of one key together, in the order of the table of units."""
    populations: defaultdict[str, list[str]] = defaultdict(list)
    for unit in facts.units:
        if unit.id in key_of:
            populations[key_of[unit.id]].append(unit.id)
    return list(populations.values())


def compact(**values: Any) -> Row:
    """A row without what is unknown, false or empty; numbers are kept."""
    return {
        name: value
        for name, value in values.items()
        if value is not None and value is not False and value not in ("", (), [])
    }
