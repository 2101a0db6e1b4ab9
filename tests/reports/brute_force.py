"""The figures of the summary, counted again by plain loops over the facts.

What supports are boilerplate is taken as found: that rule has tests of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import combinations
from statistics import mean, median

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.model.facts import Facts
from graphmodel.model.records import Deadline, Responsibility
from graphmodel.model.vocabulary import Recurrence, Role, UnitKind

WEIGHTS = {Role.LEAD: 1.0, Role.SUPPORT: 0.3, Role.ENGAGED: 0.1}
STRENGTH = [Role.LEAD, Role.SUPPORT, Role.ENGAGED]
LAST_MONTHS = {
    Recurrence.MONTHLY: range(1, 13),
    Recurrence.QUARTERLY: (3, 6, 9, 12),
    Recurrence.HALF_YEARLY: (6, 12),
    Recurrence.YEARLY: (12,),
}


class Counted:
    """The facts, looked at one by one."""

    def __init__(self, facts: Facts) -> None:
        """Find which responsibilities count, and which have no weight."""
        self.facts = facts
        self.units = {unit.id: unit for unit in facts.units}
        self.same = {task.id: task.same_as for task in facts.tasks if task.same_as}
        stated = {(r.task, r.unit, r.role) for r in facts.responsibilities}
        self.parts = [
            r
            for r in facts.responsibilities
            if r.task is not None
            and not (r.task in self.same and (self.same[r.task], r.unit, r.role) in stated)
        ]
        self._marked = boilerplate(facts)

    def weighs(self, r: Responsibility) -> bool:
        return r.id not in self._marked and not (r.standing and r.role is Role.SUPPORT)

    def loads(self) -> dict[str, float]:
        """The load of each unit that has a part in a task."""
        weighty: dict[tuple[str, str | None, int, Role], bool] = {}
        for r in self.parts:
            if self.units[r.unit].kind is UnitKind.UNIT:
                key = (r.unit, r.task, r.group, r.role)
                weighty[key] = weighty.get(key, False) or self.weighs(r)
        found: defaultdict[str, float] = defaultdict(float)
        for (unit, _, _, role), counts in weighty.items():
            found[unit] += WEIGHTS[role] * counts
        return dict(found)

    def leads(self, unit: str) -> set[tuple[str | None, int]]:
        """The attributions that a unit leads."""
        mine = (r for r in self.parts if r.unit == unit and r.role is Role.LEAD)
        return {(r.task, r.group) for r in mine}

    def shared(self, unit: str) -> int:
        """How many of its tasks another unit of its place supports and could lead."""
        return len({task for task, group in self.leads(unit) if self._takers(unit, task, group)})

    def _takers(self, unit: str, task: str | None, group: int) -> set[str]:
        home = self.same.get(task or "", task)
        family = [r for r in self.parts if self.same.get(r.task or "", r.task) == home]
        place = self.units[unit].jurisdiction_id
        supporters = {
            r.unit
            for r in family
            if r.role is Role.SUPPORT and self.units[r.unit].kind is UnitKind.UNIT
            if self.units[r.unit].jurisdiction_id == place
        }
        leading = {
            r.unit for r in family if r.role is Role.LEAD and (r.task != task or r.group == group)
        }
        return supporters - leading - {unit}

    def overloaded(self) -> dict[str, float]:
        """The overloaded units, with z; only for units of one place."""
        loads = self.loads()
        scores = robust(list(loads.values()))
        return {
            unit: score
            for unit, score in zip(loads, scores, strict=True)
            if score > 3.5 and len({task for task, _ in self.leads(unit)}) >= 3
        }

    def threshold(self) -> float:
        """The load at which z is 3.5."""
        values = list(self.loads().values())
        middle = median(values)
        spread = median(abs(x - middle) for x in values)
        if spread:
            return middle + 3.5 * spread / 0.6745
        return middle + 3.5 * 1.253314 * mean(abs(x - middle) for x in values)

    def pairs(self) -> dict[tuple[str, str], Counter[str]]:
        """What bodies have in common, without groups: tasks, of each kind, and boilerplate."""
        roles: defaultdict[str, dict[str, Role]] = defaultdict(dict)
        weighty: defaultdict[str, set[str]] = defaultdict(set)
        for r in self.parts:
            if self.units[r.unit].kind is not UnitKind.COLLECTIVE and r.task is not None:
                before = roles[r.task].get(r.unit, r.role)
                roles[r.task][r.unit] = min(before, r.role, key=STRENGTH.index)
                if self.weighs(r):
                    weighty[r.task].add(r.unit)
        found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for task, bodies in roles.items():
            for a, b in combinations(sorted(bodies), 2):
                both = {bodies[a], bodies[b]}
                found[a, b]["tasks"] += 1
                found[a, b]["lead_support"] += both == {Role.LEAD, Role.SUPPORT}
                found[a, b]["co_lead"] += both == {Role.LEAD}
                found[a, b]["support_support"] += both == {Role.SUPPORT}
                found[a, b]["boilerplate"] += not {a, b} <= weighty[task]
        return dict(found)

    def without_date(self) -> int:
        """The tasks of bodies without a day and a recurrence."""
        dated = {self.same.get(d.task, d.task) for d in self.facts.deadlines if d.date}
        again = {self.same.get(d.task, d.task) for d in self.facts.deadlines if d.recurrence}
        own = {task.id for task in self.facts.tasks} - set(self.same)
        return len(own - dated - again)

    def _is_restated(self, d: Deadline) -> bool:
        """Whether a row of an annex says what the task of the body says."""
        return any(
            self.same.get(d.task) == o.task
            and (o.date, o.recurrence, o.event) == (d.date, d.recurrence, d.event)
            for o in self.facts.deadlines
        )

    def without_day(self) -> int:
        """What hangs on an event, and duties of which nothing is said."""
        events = [d for d in self.facts.deadlines if d.event and not self._is_restated(d)]
        return len(events) + sum(not u.dates and not u.recurrence for u in self.facts.duties)

    def days(self, today: date, horizon: int) -> list[tuple[str, date]]:
        """Each day on which something is due, once, by a walk over the calendar."""
        issued = {plan.id: plan.issued for plan in self.facts.plans}
        found = []
        for d in self.facts.deadlines:
            inside = any(u.plan == d.plan and u.start <= d.start < u.end for u in self.facts.duties)
            if self._is_restated(d) or (d.recurrence and inside):
                continue
            if d.date:
                found.append((d.id, date.fromisoformat(d.date)))
            elif d.recurrence:
                since = max(today, date.fromisoformat(issued[d.plan] or today.isoformat()))
                found += [(d.id, x) for x in walk(since, today, horizon, d.recurrence, "")]
        for u in self.facts.duties:
            since = max(today, date.fromisoformat(issued[u.plan] or today.isoformat()))
            for text in u.dates or ("",):
                if len(text) > len("MM-DD"):
                    found.append((u.id, date.fromisoformat(text)))
                elif text or u.recurrence:
                    found += [(u.id, x) for x in walk(since, today, horizon, u.recurrence, text)]
        return list(dict.fromkeys(found))


def walk(
    since: date, today: date, horizon: int, recurrence: Recurrence | None, text: str
) -> list[date]:
    """The matching days up to the horizon, and at least the first."""
    every = [since + timedelta(days=n) for n in range(1500)]
    matching = [day for day in every if falls_on(day, recurrence, text)]
    last = today + timedelta(days=horizon)
    return [day for day in matching if day <= last] or matching[:1]


def falls_on(day: date, recurrence: Recurrence | None, text: str) -> bool:
    if text:
        return day.isoformat().endswith(f"-{text}")
    if recurrence is Recurrence.WEEKLY:
        return day.isoweekday() == 5
    months = LAST_MONTHS[Recurrence(recurrence or "")]
    return (day + timedelta(days=1)).day == 1 and day.month in months


def robust(values: list[float]) -> list[float]:
    """Iglewicz and Hoaglin's z."""
    middle = median(values or [0.0])
    spread = median([abs(x - middle) for x in values] or [0.0])
    if spread:
        return [0.6745 * (x - middle) / spread for x in values]
    deviation = mean([abs(x - middle) for x in values] or [0.0])
    return [(x - middle) / (1.253314 * deviation) if deviation else 0.0 for x in values]


def gini(values: list[float]) -> float:
    """Half the mean difference of all couples, in proportion to the mean."""
    total = sum(values)
    differences = sum(abs(x - y) for x in values for y in values)
    return differences / (2 * len(values) * total) if total else 0.0
