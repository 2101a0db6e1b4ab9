"""Facts that are loaded while something breaks: two versions of many plans, and plans beside them.

The versions have the same plans, with other leads, names and sections, and each with tasks and
bodies that the other lacks. All follows from `data/plans`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from graphmodel.analysis.graph import derived
from graphmodel.model.columns import columns_of
from graphmodel.model.facts import TABLES, Facts, merge
from graphmodel.model.graph import Derived
from graphmodel.model.records import Task
from graphmodel.pipeline import extract

DATA = Path(__file__).resolve().parent.parent.parent / "data"
_DROPPED, _MOVED = 0.1, 0.2


@dataclass(frozen=True, slots=True)
class Bundle:
    """Facts, and what the analysis adds to them."""

    facts: Facts
    derived: Derived


@dataclass(frozen=True, slots=True)
class Bundles:
    """What a store is filled with, again and again."""

    versions: tuple[Bundle, Bundle]
    """The same plans, as they were and as they are."""
    others: Bundle
    """Plans that share bodies with these, and stay as they are."""


def bundles(copies: int = 1) -> Bundles:
    """So many copies of the plans in two versions, and two of them once more."""
    plans = extract(DATA / "plans")
    whole = merge([renamed(plans, f"~{n}") for n in range(copies)])
    old, new = (changed(whole, seed) for seed in (1, 2))
    two = extract([DATA / "plans" / name for name in ("weibin-2023", "yijun-2021")])
    others = changed(renamed(two, "~beside"), 3)
    return Bundles((_with_derived(old), _with_derived(new)), _with_derived(others))


def _with_derived(facts: Facts) -> Bundle:
    return Bundle(facts, derived(facts))


def renamed(facts: Facts, ending: str) -> Facts:
    """The facts with another ending to every id that goes with a plan; bodies stay shared."""
    own = {plan.id for plan in facts.plans}
    for table in TABLES:
        rows = (row for row in facts.rows(table) if getattr(row, "plan", None) is not None)
        own.update(row.id for row in rows if hasattr(row, "id"))
    names = {key: key + ending for key in own}
    return Facts(**{table: tuple(_with_names(facts, table, names)) for table in TABLES})


def _with_names(facts: Facts, table: str, names: dict[str, str]) -> Iterator[Any]:
    columns = [c.name for c in columns_of(TABLES[table]) if c.name == "id" or c.references]
    for row in facts.rows(table):
        values = {name: getattr(row, name) for name in columns}
        plain = {k: v for k, v in values.items() if isinstance(v, str) and v in names}
        yield replace(row, **{name: names[value] for name, value in plain.items()})


def changed(facts: Facts, seed: int) -> Facts:
    """The facts with some of everything dropped, moved and renamed."""
    rng = Random(seed)
    facts = _without_tasks(facts, {task.id for task in _some(facts.tasks, _DROPPED, rng)})
    hosts = {unit.host for unit in facts.units}
    alone = [unit.id for unit in facts.units if unit.id not in hosts]
    facts = _without_bodies(facts, set(_some(alone, _DROPPED, rng)))
    facts = _with_other_sections(facts, rng)
    bodies = [unit.id for unit in facts.units]
    return replace(
        facts,
        units=tuple(
            replace(unit, name=f"{unit.name}{seed}") if rng.random() < _MOVED else unit
            for unit in facts.units
        ),
        responsibilities=tuple(
            replace(part, unit=rng.choice(bodies)) if rng.random() < _MOVED else part
            for part in facts.responsibilities
        ),
    )


def _some(rows: Iterable[Any], share: float, rng: Random) -> list[Any]:
    return [row for row in rows if rng.random() < share]


def _without_tasks(facts: Facts, gone: set[str]) -> Facts:
    tables = ("responsibilities", "posts", "measures", "targets", "deadlines")
    kept = {name: tuple(r for r in facts.rows(name) if r.task not in gone) for name in tables}
    tasks = (task for task in facts.tasks if task.id not in gone)
    same = (replace(t, same_as=None) if t.same_as in gone else t for t in tasks)
    return replace(facts, **kept, tasks=tuple(same))


def _without_bodies(facts: Facts, gone: set[str]) -> Facts:
    def rest(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in ids if key not in gone)

    return replace(
        facts,
        units=tuple(unit for unit in facts.units if unit.id not in gone),
        mentions=tuple(row for row in facts.mentions if row.unit not in gone),
        responsibilities=tuple(row for row in facts.responsibilities if row.unit not in gone),
        plans=tuple(replace(plan, issuer_ids=rest(plan.issuer_ids)) for plan in facts.plans),
        duties=tuple(
            replace(duty, units=rest(duty.units), to=None if duty.to in gone else duty.to)
            for duty in facts.duties
        ),
    )


def _with_other_sections(facts: Facts, rng: Random) -> Facts:
    by_plan: dict[str, list[str]] = {}
    for section in facts.sections:
        by_plan.setdefault(section.plan, []).append(section.id)

    def moved(task: Task) -> Task:
        several = by_plan.get(task.plan, [])
        is_moved = rng.random() < _MOVED
        return replace(task, section=rng.choice([*several, None])) if is_moved else task

    return replace(facts, tasks=tuple(map(moved, facts.tasks)))
