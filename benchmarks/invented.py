"""Plans of invented counties, as many as are asked for; the same on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from graphmodel.model.facts import Facts
from graphmodel.model.records import (
    Deadline,
    Jurisdiction,
    Plan,
    Responsibility,
    Section,
    Task,
    Unit,
)
from graphmodel.model.vocabulary import Basis, JurisdictionLevel, PlanStatus, Role, UnitKind

FUNCTIONS = ("housing", "tax", "finance", "justice", "education", "health", "power", "water")


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is to be; units of a place have a part in much or in little."""

    places: int
    plans_a_place: int
    tasks_a_plan: int
    leads_a_task: int
    supports_a_task: int
    """By single bodies."""
    collectives_a_task: int
    """Supports by groups."""
    units_a_place: int
    collectives_a_place: int = 0
    sections_a_plan: int = 0


def invented(size: Size) -> Facts:
    """The facts of invented plans."""
    places = [f"岚东省/槐州市/第{number}县" for number in range(size.places)]
    plans = [_plan(place, number) for place in places for number in range(size.plans_a_place)]
    tasks = [task for plan in plans for task in _tasks(plan, size)]
    return Facts(
        plans=tuple(plans),
        sections=tuple(section for plan in plans for section in _sections(plan, size)),
        tasks=tuple(tasks),
        jurisdictions=tuple(
            Jurisdiction(p, p.split("/")[-1], JurisdictionLevel.COUNTY, None) for p in places
        ),
        units=tuple(unit for place in places for unit in _units(place, size)),
        responsibilities=tuple(_responsibilities(plans, tasks, size)),
        deadlines=tuple(_deadlines(tasks)) if size.sections_a_plan else (),
    )


def _plan(place: str, number: int) -> Plan:
    name = place.split("/")[-1]
    return Plan(
        id=f"{name}:政办发〔2023〕{number + 1}号",
        title=f"{name}优化营商环境行动方案之{number + 1}",
        doc_number=f"政办发〔2023〕{number + 1}号",
        issuers=(),
        issuer_ids=(),
        jurisdiction=name,
        jurisdiction_id=place,
        issued="2023-03-06",
        status=PlanStatus.ISSUED,
        references=(),
        source=f"{name}-{number + 1}.txt",
        sha256="",
        format="text",
        encoding=None,
    )


def _sections(plan: Plan, size: Size) -> Iterator[Section]:
    for number in range(1, size.sections_a_plan + 1):
        yield Section(f"{plan.id}#{number}", plan.id, (number,), "重点任务", None, 0, 4)


def _tasks(plan: Plan, size: Size) -> Iterator[Task]:
    for number in range(size.tasks_a_plan):
        above = number % size.sections_a_plan + 1 if size.sections_a_plan else None
        path = (above, number + 1) if above else (number + 1,)
        yield Task(
            id=f"{plan.id}#{'.'.join(map(str, path))}",
            plan=plan.id,
            path=path,
            title=f"推进第{number + 1}项工作提质增效",
            section=f"{plan.id}#{above}" if above else None,
            start=number * 200,
            end=number * 200 + 180,
        )


def _units(place: str, size: Size) -> Iterator[Unit]:
    name = place.split("/")[-1]
    kinds = [(UnitKind.UNIT, size.units_a_place), (UnitKind.COLLECTIVE, size.collectives_a_place)]
    for kind, count in kinds:
        for number in range(count):
            function = FUNCTIONS[number % len(FUNCTIONS)]
            key = f"{place}:{kind}{number}"
            yield Unit(key, f"{name}{kind}{number}局", kind, function, (function,), name, place)


def _responsibilities(plans: list[Plan], tasks: list[Task], size: Size) -> Iterator[Responsibility]:
    random = Random(0)
    places = {plan.id: str(plan.jurisdiction_id) for plan in plans}
    ranks = [1 / rank for rank in range(1, size.units_a_place + 1)]
    for task in tasks:
        place = places[task.plan]
        chosen = random.choices(
            range(size.units_a_place), ranks, k=size.leads_a_task + size.supports_a_task
        )
        bodies = [f"{place}:unit{number}" for number in chosen]
        groups = random.sample(range(size.collectives_a_place), size.collectives_a_task)
        bodies += [f"{place}:collective{number}" for number in groups]
        for number, body in enumerate(bodies):
            yield _responsibility(task, body, number, number < size.leads_a_task)


def _responsibility(task: Task, body: str, number: int, leads: bool) -> Responsibility:
    role = Role.LEAD if leads else Role.SUPPORT
    start = task.start + 100 + 8 * number
    return Responsibility(
        id=f"{task.id}/0.{role}.{number}",
        plan=task.plan,
        task=task.id,
        indicator=None,
        unit=body,
        mention=body.rsplit(":")[-1],
        role=role,
        group=0,
        basis=Basis.DESIGNATED if leads else None,
        open_ended=False,
        standing=False,
        rule="invented",
        start=start,
        end=start + 6,
    )


def _deadlines(tasks: list[Task]) -> Iterator[Deadline]:
    """A day for every third task, spread over two years."""
    for number, task in enumerate(tasks[::3]):
        day = f"{2023 + number % 2}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        key = f"{task.id}/deadline.0"
        yield Deadline(key, task.plan, task.id, day, None, None, task.start, task.start + 8)
