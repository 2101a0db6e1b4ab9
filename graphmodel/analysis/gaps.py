"""All gaps of plans in one table: what nobody leads, and who is named and has nothing to do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from graphmodel.analysis import coverage
from graphmodel.analysis.frames import frame
from graphmodel.analysis.tasks import leaders
from graphmodel.model.facts import Facts
from graphmodel.model.records import Plan
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    import pandas as pd

GAPS = (
    *("task_without_lead", "task_led_by_collectives", "indicator_without_task"),
    *("indicator_without_lead", "indicator_without_owner", "unit_without_task"),
)
"""The kinds, in the order in which they are shown."""
ISSUER = "issuer"
"""What is told of a unit without task that issued the plan."""
_BETWEEN_NAMES = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]+")

_Row = tuple[Any, ...]
_Span = tuple[int | None, int | None]


def gaps(facts: Facts, plan: str = "") -> pd.DataFrame:
    """What is not covered, plan by plan.

    - `task_without_lead`: nobody leads the task; `task_led_by_collectives`: groups do, and no
      single body (`coverage.tasks_without_lead`, `coverage.tasks_led_by_collectives`);
    - `indicator_without_task`: no task is about the first-level indicator
      (`coverage.indicators_without_task`);
    - `indicator_without_lead`, of the first level, and `indicator_without_owner`, of the second:
      nobody answers for it (`coverage.indicators_without_lead`). In a plan that gives no
      indicator a lead of its own, who leads a task about it answers for it, and one without a
      task is told as that alone;
    - `unit_without_task`: the head of the plan, all before its first heading, names a unit as
      addressee, issuer or otherwise, and no task does. Names that stand neither in an address nor
      elsewhere in this plan or another one of the place are not known; without the text issuers
      alone are.

    Args:
        facts: The facts.
        plan: Id of the plan that is looked at; empty: all.

    Returns:
        In the order of plans, kinds and places: `plan`, `gap`; `id` of the task, indicator or
        unit, `path` of the task or None, `name`: its title or name; `detail`: names of the
        groups that lead, or issuer, a tuple; `start`, `end` of the task or indicator, or of the
        words that name the unit, None for an issuer that only the signature names.
    """
    order = {one.id: number for number, one in enumerate(facts.plans)}
    found = [row for row in _all(facts, plan) if row[0] in order]
    found.sort(key=lambda row: (order[row[0]], GAPS.index(row[1]), row[6] or 0, row[2]))
    return frame(found, "plan gap id path name detail start end")


def _all(facts: Facts, plan: str) -> Iterator[_Row]:
    yield from _tasks(facts, plan)
    yield from _indicators(facts, plan)
    yield from _units(facts, plan)


def _tasks(facts: Facts, plan: str) -> Iterator[_Row]:
    for row in _rows(coverage.tasks_without_lead(facts, plan)):
        yield row.plan, GAPS[0], row.task, row.path, row.title, (), row.start, row.end
    groups: defaultdict[_Row, list[str]] = defaultdict(list)
    for row in _rows(coverage.tasks_led_by_collectives(facts, plan)):
        key = (row.plan, row.task, row.path, row.title, row.start, row.end)
        groups[key].append(row.group_name)
    for (of, task, path, title, start, end), names in groups.items():
        yield of, GAPS[1], task, path, title, tuple(names), start, end


def _indicators(facts: Facts, plan: str) -> Iterator[_Row]:
    for row in _rows(coverage.indicators_without_task(facts, plan)):
        yield _indicator(row, GAPS[2])
    leading = {r.plan for r in facts.responsibilities if r.indicator is not None}
    parents = {row.id: row.parent for row in facts.indicators}
    measured, led = _measured(facts, {t.id for t in facts.tasks}), _measured(facts, leaders(facts))
    for row in _rows(coverage.indicators_without_lead(facts, plan)):
        keys = {(row.plan, key) for key in (row.indicator, row.code, parents[row.indicator])}
        by_tasks = row.plan not in leading
        if not by_tasks or (keys & measured and not keys & led):
            yield _indicator(row, GAPS[3] if row.level == 1 else GAPS[4])


def _rows(table: pd.DataFrame) -> Iterable[Any]:
    """The rows of a table, their columns as attributes."""
    return table.itertuples()


def _indicator(row: Any, gap: str) -> _Row:
    return row.plan, gap, row.indicator, None, row.indicator_name, (), row.start, row.end


def _measured(facts: Facts, tasks: Collection[str]) -> set[tuple[str, str]]:
    """Plan and id or code of the indicators that some tasks are about, and of those above them."""
    parents = {row.id: row.parent for row in facts.indicators}
    return {
        (m.plan, key)
        for m in facts.measures
        if m.task in tasks
        for key in (m.indicator, m.code, parents.get(m.indicator))
        if key is not None
    }


def _units(facts: Facts, plan: str) -> Iterator[_Row]:
    at_work = {(r.plan, r.unit) for r in facts.responsibilities if r.task is not None}
    names = {unit.id: unit.name for unit in facts.units if unit.kind is UnitKind.UNIT}
    heads = _Heads(facts)
    for one in facts.plans:
        if plan not in ("", one.id):
            continue
        named: dict[str, _Span] = dict.fromkeys(one.issuer_ids, (None, None)) | heads.named(one)
        for unit, (start, end) in named.items():
            if unit in names and (one.id, unit) not in at_work:
                detail = (ISSUER,) if unit in one.issuer_ids else ()
                yield one.id, GAPS[5], unit, None, names[unit], detail, start, end


class _Heads:
    """What the heads of plans name."""

    def __init__(self, facts: Facts) -> None:
        """Find where each head ends, and what each name means in each plan and place."""
        self._texts = {row.plan: row.text for row in facts.texts}
        self._ends: dict[str, int] = {}
        starts = [(section.plan, section.start) for section in facts.sections]
        for plan, start in [*starts, *((task.plan, task.start) for task in facts.tasks)]:
            self._ends[plan] = min(start, self._ends.get(plan, start))
        self._of_places: defaultdict[str | None, dict[str, str]] = defaultdict(dict)
        for unit in facts.units:
            self._of_places[unit.jurisdiction_id][unit.name] = unit.id
        self._of_plans: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for row in facts.mentions:
            self._of_plans[row.plan][row.mention] = row.unit

    def named(self, plan: Plan) -> dict[str, _Span]:
        """The bodies whose names stand alone between punctuation, and where they do first."""
        text = self._texts.get(plan.id, "")[: self._ends.get(plan.id, 0)]
        known = self._of_places[plan.jurisdiction_id] | self._of_plans[plan.id]
        found: dict[str, _Span] = {}
        start = 0
        for gap in _BETWEEN_NAMES.finditer(text):
            unit = known.get(text[start : gap.start()])
            if unit is not None:
                found.setdefault(unit, (start, gap.start()))
            start = gap.end()
        return found
