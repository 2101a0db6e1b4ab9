"""How long the measures take on a million responsibilities of invented plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random
from statistics import median

from benchmarks.measuring import Figure, Work, cpu_seconds, median_ratio
from graphmodel.analysis.collaboration import collaboration
from graphmodel.analysis.load import load
from graphmodel.model.facts import Facts
from graphmodel.model.records import Jurisdiction, Plan, Responsibility, Task, Unit
from graphmodel.model.vocabulary import Basis, JurisdictionLevel, PlanStatus, Role, UnitKind

REFERENCE = "one pass over the same records that counts them by unit"
PLACES, PLANS_A_PLACE, TASKS_A_PLAN, BODIES_A_TASK, UNITS_A_PLACE = 200, 5, 100, 10, 60
RUNS = 3


def measures() -> list[Figure]:
    """Processor time of load and collaboration."""
    facts = invented()
    works: dict[str, Work] = {
        "reference": lambda: Counter(row.unit for row in facts.responsibilities),
        "load": lambda: load(facts),
        "collaboration": lambda: collaboration(facts),
    }
    seconds = cpu_seconds(works, RUNS)
    return [
        Figure(
            f"{name}, {len(facts.responsibilities) / 1e6:g} M responsibilities",
            median(seconds[name]),
            "s",
            median_ratio(seconds[name], seconds["reference"]),
        )
        for name in ("load", "collaboration")
    ]


def invented() -> Facts:
    """Plans of several counties; a few units of each have a part in much, most in little."""
    places = [f"county {number}" for number in range(PLACES)]
    return Facts(
        plans=tuple(_plan(plan, place) for place in places for plan in _plans(place)),
        tasks=tuple(task for place in places for task in _tasks(place)),
        jurisdictions=tuple(
            Jurisdiction(place, place, JurisdictionLevel.COUNTY, None) for place in places
        ),
        units=tuple(_unit(unit, place) for place in places for unit in _units(place)),
        responsibilities=tuple(_responsibilities(places)),
    )


def _plans(place: str) -> list[str]:
    return [f"{place}, plan {number}" for number in range(PLANS_A_PLACE)]


def _units(place: str) -> list[str]:
    return [f"{place}:unit {number}" for number in range(UNITS_A_PLACE)]


def _tasks(place: str) -> Iterator[Task]:
    for plan in _plans(place):
        for number in range(TASKS_A_PLAN):
            yield Task(f"{plan}#{number}", plan, (number,), "task", None, 0, 1)


def _responsibilities(places: list[str]) -> Iterator[Responsibility]:
    random = Random(0)
    weights = [1 / rank for rank in range(1, UNITS_A_PLACE + 1)]
    for place in places:
        units = _units(place)
        for task in _tasks(place):
            chosen = random.choices(units, weights, k=BODIES_A_TASK)
            for number, unit in enumerate(chosen):
                yield _responsibility(task, unit, number)


def _responsibility(task: Task, unit: str, number: int) -> Responsibility:
    role = Role.SUPPORT if number else Role.LEAD
    return Responsibility(
        id=f"{task.id}/0.{role}.{number}",
        plan=task.plan,
        task=task.id,
        indicator=None,
        unit=unit,
        mention=unit,
        role=role,
        group=0,
        basis=None if number else Basis.DESIGNATED,
        open_ended=False,
        standing=False,
        rule="invented",
        start=number,
        end=number + 1,
    )


def _unit(unit: str, place: str) -> Unit:
    return Unit(unit, unit, UnitKind.UNIT, "other", ("other",), place, place)


def _plan(plan: str, place: str) -> Plan:
    return Plan(
        id=plan,
        title=plan,
        doc_number=None,
        issuers=(),
        issuer_ids=(),
        jurisdiction=place,
        jurisdiction_id=place,
        issued=None,
        status=PlanStatus.ISSUED,
        references=(),
        source=plan,
        sha256="",
        format="text",
        encoding=None,
    )
