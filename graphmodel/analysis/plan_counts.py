"""What each plan holds, and what is odd about it: counts and the things counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graphmodel.analysis import coverage
from graphmodel.analysis.boilerplate import boilerplate, boilerplate_tails
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Severity, UnitKind


@dataclass(frozen=True, slots=True)
class PlanCount:
    """One measure of all plans."""

    measure: str
    counts: Mapping[str | None, int]
    """By plan; a plan that is not in it has none."""
    items: Mapping[str | None, Sequence[str]] = field(default_factory=dict)
    """What was counted, by plan, where it is few and worth a look."""


def plan_counts(facts: Facts) -> Iterator[PlanCount]:
    """The measures of plans, in the order in which they are shown (see `summary.summary`)."""
    yield _rows(facts, "tasks")
    yield PlanCount("attributions", _attributions(facts))
    yield _rows(facts, "responsibilities")
    yield from _bodies(facts)
    yield from _lead_gaps(facts)
    yield _boilerplate(facts)
    yield _rows(facts, "indicators")
    yield from _indicator_gaps(facts)
    for table in ("targets", "deadlines", "duties", "stages"):
        yield _rows(facts, table)
    yield from diagnostics(facts)


def diagnostics(facts: Facts) -> Iterator[PlanCount]:
    """The diagnostics of each severity, the worst first; those of no plan under None."""
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        counts = Counter(d.plan for d in facts.diagnostics if d.severity is severity)
        yield PlanCount(f"diagnostics_{severity}", counts)


def _rows(facts: Facts, table: str) -> PlanCount:
    return PlanCount(table, Counter(row.plan for row in facts.rows(table)))


def _attributions(facts: Facts) -> Counter[str | None]:
    named = (r for r in facts.responsibilities if r.task is not None and not r.standing)
    groups = {(r.plan, r.task, r.group) for r in named}
    return Counter(plan for plan, _, _ in groups)


def _bodies(facts: Facts) -> Iterator[PlanCount]:
    kinds = _kinds(facts)
    names = {unit.id: unit.name for unit in facts.units}
    named = {(r.plan, r.unit) for r in facts.responsibilities}
    for kind in UnitKind:
        yield PlanCount(f"{kind}s", Counter(plan for plan, unit in named if kinds[unit] is kind))
    at_work = {(r.plan, r.unit) for r in facts.responsibilities if r.task is not None}
    idle = dict.fromkeys(
        (r.plan, r.unit)
        for r in facts.responsibilities
        if (r.plan, r.unit) not in at_work and kinds[r.unit] is UnitKind.UNIT
    )
    yield _count("indicator_only_units", ((plan, names[unit]) for plan, unit in idle))


def _kinds(facts: Facts) -> dict[str, UnitKind]:
    return {unit.id: unit.kind for unit in facts.units}


def _lead_gaps(facts: Facts) -> Iterator[PlanCount]:
    unled = coverage.tasks_without_lead(facts)
    yield _count("tasks_without_lead", zip(unled["plan"], unled["task"], strict=True))
    groups = coverage.tasks_led_by_collectives(facts).drop_duplicates("task")
    yield _count("tasks_led_by_collectives", zip(groups["plan"], groups["task"], strict=True))


def _count(measure: str, pairs: Iterable[tuple[str | None, str]]) -> PlanCount:
    items: defaultdict[str | None, list[str]] = defaultdict(list)
    for plan, item in pairs:
        items[plan].append(item)
    return PlanCount(measure, {plan: len(found) for plan, found in items.items()}, items)


def _boilerplate(facts: Facts) -> PlanCount:
    marked = boilerplate(facts)
    tails = boilerplate_tails(facts)
    names: defaultdict[str | None, list[str]] = defaultdict(list)
    for plan, tail in zip(tails["plan"], tails["names"], strict=True):
        names[plan] += [name for name in tail if name not in names[plan]]
    counts = Counter[str | None](r.plan for r in facts.responsibilities if r.id in marked)
    return PlanCount("boilerplate_supports", counts, names)


def _indicator_gaps(facts: Facts) -> Iterator[PlanCount]:
    for measure, found in (
        ("indicators_without_lead", coverage.indicators_without_lead(facts)),
        ("indicators_without_task", coverage.indicators_without_task(facts)),
    ):
        yield _count(measure, zip(found["plan"], found["indicator_name"], strict=True))
