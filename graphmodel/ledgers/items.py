"""What plans ask for, item by item: tasks, and indicators that somebody leads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graphmodel.analysis.bodies import body_names
from graphmodel.analysis.tasks import in_order
from graphmodel.ledgers.fields import (
    DUE,
    ENGAGED,
    ID,
    INDICATOR,
    LEAD,
    PATH,
    PLAN,
    SOURCE,
    SUPPORT,
    TARGET,
    TITLE,
)
from graphmodel.ledgers.words import (
    deadline_words,
    indicator_words,
    listed,
    path_words,
    sentences,
    targets_words,
)
from graphmodel.model.facts import Facts
from graphmodel.model.records import Responsibility, Task
from graphmodel.model.vocabulary import Role
from graphmodel.reports.lookup import Lookup
from graphmodel.reports.wording import Language

Texts = dict[str, str]
"""The texts of a row by the keys of its columns."""


@dataclass(frozen=True, slots=True)
class Item:
    """A task, or an indicator that a plan has somebody lead."""

    texts: Texts
    roles: Mapping[str, Role]
    """The bodies that have a part in it, by id, with their strongest role."""
    is_task: bool = True


class Items:
    """The items of facts, in the words of a language."""

    def __init__(self, facts: Facts, language: Language) -> None:
        """Index what hangs on tasks."""
        self._facts = facts
        self._language = language
        self._lookup = Lookup(facts)
        self._names = body_names(facts)
        several = len(facts.plans) > 1
        self._plans = {plan.id: plan.title if several else "" for plan in facts.plans}
        self._targets = _by_task(facts.targets)
        self._deadlines = _by_task(facts.deadlines)
        self._measures = _by_task(facts.measures)
        self._indicators = {row.id: row.name for row in facts.indicators}
        self._roles: defaultdict[tuple[str, str], dict[str, Role]] = defaultdict(dict)
        for r in facts.responsibilities:
            roles = self._roles[r.plan, r.task or r.indicator or ""]
            if r.unit not in roles or _ORDER[r.role] < _ORDER[roles[r.unit]]:
                roles[r.unit] = r.role

    def __iter__(self) -> Iterator[Item]:
        """The tasks by plan and place in the plan, then the indicators that are led without one.

        What a table in an annex states again, with nobody that the body does not name, is none.
        """
        for task in in_order(self._facts.tasks):
            if not self._is_stated_again(task):
                yield self._task(task)
        first: dict[tuple[str, str], Responsibility] = {}
        for r in self._facts.responsibilities:
            if r.indicator is not None:
                first.setdefault((r.plan, r.indicator), r)
        led = self._led_by_tasks()
        for (plan, indicator), r in first.items():
            bodies = self._roles[plan, indicator].keys()
            if not any(bodies <= others for others in led[plan, self._indicators[indicator]]):
                yield self._indicator(r, indicator)

    def _led_by_tasks(self) -> defaultdict[tuple[str, str], list[set[str]]]:
        """The leads of each task about an indicator, by plan and name of the indicator.

        A plan that has a chapter for each indicator gives its lead twice.
        """
        found: defaultdict[tuple[str, str], list[set[str]]] = defaultdict(list)
        for m in self._facts.measures:
            name = self._indicators[m.indicator]
            roles = self._roles[m.plan, m.task]
            found[m.plan, name].append({u for u, role in roles.items() if role is Role.LEAD})
        return found

    def _is_stated_again(self, task: Task) -> bool:
        if task.same_as is None:
            return False
        return (
            self._roles[task.plan, task.id].items() <= self._roles[task.plan, task.same_as].items()
        )

    def _task(self, task: Task) -> Item:
        language = self._language
        measures = (self._indicators[m.indicator] for m in self._measures.get(task.id, ()))
        days = (deadline_words(d, language) for d in self._deadlines.get(task.id, ()))
        texts = {
            ID.key: task.id,
            PATH.key: path_words(task.path, language),
            TITLE.key: task.title,
            INDICATOR.key: listed(measures, language),
            TARGET.key: targets_words(self._targets.get(task.id, ()), language),
            DUE.key: sentences(days, language),
            **self._common(task, task.id),
        }
        return Item(texts, self._roles[task.plan, task.id])

    def _indicator(self, first: Responsibility, indicator: str) -> Item:
        texts = {
            ID.key: f"{first.plan}!!{indicator}",  # one of the vocabulary goes with no plan
            TITLE.key: indicator_words(self._indicators[indicator], self._language),
            INDICATOR.key: self._indicators[indicator],
            **self._common(first, indicator),
        }
        return Item(texts, self._roles[first.plan, indicator], is_task=False)

    def _common(self, row: Task | Responsibility, key: str) -> Texts:
        """What tasks and indicators have alike: plan, bodies by role, source."""
        return {
            PLAN.key: self.plan(row),
            **self._named(self._roles[row.plan, key]),
            SOURCE.key: self.source(row),
        }

    def _named(self, roles: Mapping[str, Role]) -> Texts:
        """The names of bodies, by the columns of their roles."""
        return {
            field.key: listed(
                (self._names[unit] for unit, own in roles.items() if own is role), self._language
            )
            for role, field in _COLUMNS.items()
        }

    def plan(self, row: Any) -> str:
        """The title of the plan that a fact comes from, where there are several."""
        return self._plans[row.plan]

    def source(self, row: Any) -> str:
        """Where a fact stands, in words; of a lone plan without the file, which stands above."""
        return self.place(row, with_file=len(self._facts.plans) > 1)

    def place(self, row: Any, *, with_file: bool) -> str:
        """Where a fact stands, in words."""
        place = self._lookup.place(row)
        if place is None:
            return ""
        place = place if with_file else replace(place, source="")
        return place.words(self._language).strip(" ,")


_COLUMNS = {Role.LEAD: LEAD, Role.SUPPORT: SUPPORT, Role.ENGAGED: ENGAGED}
_ORDER = {role: number for number, role in enumerate(_COLUMNS)}


def _by_task(rows: Iterable[Any]) -> dict[str | None, list[Any]]:
    found: dict[str | None, list[Any]] = {}
    for row in rows:
        found.setdefault(row.task, []).append(row)
    return found
