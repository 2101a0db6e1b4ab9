"""The changes of lead that are open: each from who leads to who supports the same task.

A change is within one attribution. Who led it supports it afterwards; who takes it over loses the
support that it had there. Groups and outside bodies neither give nor take, and nothing is handed
to another jurisdiction: its bodies are not the plan's to charge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.analysis.load import Weights
from graphmodel.analysis.parts import COUNTS, parts
from graphmodel.analysis.roles import LEAD, SUPPORT
from graphmodel.model.facts import Facts
from graphmodel.model.records import Unit
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    import pandas as pd


class Part(NamedTuple):
    """One body's part in one attribution, by numbers of rows (`parts.parts`)."""

    attribution: int
    unit: int
    role: int
    task: int
    plan: int
    weightless: int
    row: int


@dataclass(frozen=True, slots=True)
class Handover:
    """One change of lead that is open."""

    lead: Part
    support: Part
    """The part by which the other body is on the task."""
    loss: float
    """Load that who led it gets rid of."""
    gain: float
    """Load that who takes it over gets."""


def handovers(facts: Facts, weights: Weights) -> list[Handover]:
    """All changes of lead that are open, in the order of the plans, then of ids.

    Args:
        facts: The facts.
        weights: What an attribution weighs.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    return [
        found
        for family in _families(facts, parts(facts))
        for lead in family.leads
        for found in _of_lead(facts, family, lead, weights)
    ]


@dataclass(frozen=True, slots=True)
class _Family:
    """The parts in one task and in the rows of annexes that state it again."""

    task: int
    """The number of the task of the body."""
    leads: list[Part]
    supports: list[Part]

    def turns(self, support: Part, lead: Part) -> bool:
        """Whether a change of the lead takes a support away: in the attribution, or restated."""
        is_restated = lead.task == self.task != support.task
        return support.attribution == lead.attribution or is_restated


def _families(facts: Facts, table: pd.DataFrame) -> Iterator[_Family]:
    """The tasks that somebody has a part in, by plan and place in the plan."""
    numbers = {task.id: number for number, task in enumerate(facts.tasks)}
    stated = [numbers.get(task.same_as or task.id, n) for n, task in enumerate(facts.tasks)]
    found: defaultdict[int, list[Part]] = defaultdict(list)
    for part in map(Part._make, zip(*(table[name] for name in Part._fields), strict=True)):
        found[stated[part.task]].append(part)
    tasks, units = facts.tasks, facts.units
    for number in sorted(found, key=lambda n: (tasks[n].plan, tasks[n].start, tasks[n].id)):
        every = sorted(found[number], key=lambda part: (part.attribution, units[part.unit].id))
        of_role = [[p for p in every if p.role == role] for role in (LEAD, SUPPORT)]
        yield _Family(number, *of_role)


def _of_lead(facts: Facts, family: _Family, lead: Part, weights: Weights) -> Iterator[Handover]:
    """The changes that one lead is open to, one for each body that can take it."""
    takers = [part for part in family.supports if _can_take(facts, family, lead, part)]
    closest: dict[int, Part] = {}
    for part in sorted(takers, key=lambda part: _distance(lead, part)):
        closest.setdefault(part.unit, part)
    loss = weights.lead - _support_left(family, lead, weights)
    for unit in sorted(closest, key=lambda unit: facts.units[unit].id):
        gain = weights.lead - _turned(family, lead, unit, weights)
        yield Handover(lead, closest[unit], loss, gain)


def _can_take(facts: Facts, family: _Family, lead: Part, support: Part) -> bool:
    """Whether a supporter is another unit of the same place that does not lead here already."""
    giver, taker = facts.units[lead.unit], facts.units[support.unit]
    single = giver.kind is UnitKind.UNIT and taker.kind is UnitKind.UNIT
    if not single or support.unit == lead.unit or place_of(taker) != place_of(giver):
        return False
    return not any(
        part.unit == support.unit
        and (part.attribution == lead.attribution or part.task != lead.task)
        for part in family.leads
    )


def place_of(unit: Unit) -> str:
    """The jurisdiction of a unit, as `load.places_of` tells them apart."""
    return unit.jurisdiction_id or unit.jurisdiction or ""


def _distance(lead: Part, support: Part) -> tuple[bool, int]:
    """A support of the very attribution is closer, and one with weight is."""
    return support.attribution != lead.attribution, support.weightless


def _support_left(family: _Family, lead: Part, weights: Weights) -> float:
    """The load that supporting what it led adds to a unit; none where that is counted already."""
    of_body = (p for p in family.supports if p.task == family.task and p.unit == lead.unit)
    if lead.task != family.task and any(of_body):
        return 0.0
    return weights.support - _turned(family, lead, lead.unit, weights)


def _turned(family: _Family, lead: Part, unit: int, weights: Weights) -> float:
    """The load of the supports of a unit that a change of the lead takes away."""
    return sum(
        weights.support
        for part in family.supports
        if part.unit == unit and part.weightless == COUNTS and family.turns(part, lead)
    )
