"""One plan as rules look at it: its facts alone, and indexes that several rules share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from graphmodel.checks.finding import Span
from graphmodel.model.columns import Path
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.records import Responsibility, Task, Unit
from graphmodel.model.vocabulary import Role

_HEADING_END = re.compile(r"[。；;\n\r\f]")
_LONGEST_HEADING = 60
_TELLING = 6
"""Characters of a title by which its place is found; a long one stands on several lines."""
_PRINTED = re.compile(
    r"第[ \t]?(?P<x>[一二三四五六七八九十百]{1,4}|\d{1,3})[ \t]?(?P<noun>章|部分|编|节|条)"
    r"|(?P<a>[一二三四五六七八九十百]{1,4})、|[（(〔](?P<b>[一二三四五六七八九十百]{1,4})[）)〕]"
    r"|(?P<c>\d{1,3})[.．、]|[（(](?P<d>\d{1,3})[）)]|(?P<f>\d{1,2})[)）]|(?P<e>[①-⑳])"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that assign a task."""

    parts: Sequence[Responsibility]
    """The parts of bodies, as printed."""

    def of(self, role: Role) -> Sequence[Responsibility]:
        """The parts with a role."""
        return [part for part in self.parts if part.role is role]


@dataclass(frozen=True, slots=True)
class Item:
    """A place of the outline that is printed with a number."""

    path: Path
    start: int
    """Of its number."""
    title_end: int
    end: int
    """Where the next one begins."""
    style: str
    """How the number is printed: all of one style belong to one series."""
    is_task: bool

    @property
    def number(self) -> int:
        """The number that is printed."""
        return int(self.path[-1])

    @property
    def series(self) -> tuple[object, ...]:
        """What items have in common whose numbers may run on: annex or body, depth, style."""
        return self.path[:2] if self.path[0] == "annex" else (), len(self.path), self.style


class PlanView:
    """One plan.

    Attributes:
        facts: The facts of this plan and no other.
        plan: The plan.
        text: Its text; empty where the facts came without.
        today: The day to judge by where the plan has no date of issue.
    """

    def __init__(self, facts: Facts, today: date | None = None) -> None:
        """Keep the facts of one plan."""
        self.facts = facts
        self.plan = facts.plans[0]
        self.text = facts.text_of(self.plan.id) or ""
        self.today = today

    @property
    def issued(self) -> str | None:
        """The day of issue, ISO 8601; today where the plan has none."""
        return self.plan.issued or (self.today.isoformat() if self.today else None)

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """The bodies by id."""
        return {unit.id: unit for unit in self.facts.units}

    @cached_property
    def tasks(self) -> Sequence[Task]:
        """The tasks; rows of annexes that state one again are left out."""
        return [task for task in self.facts.tasks if task.same_as is None]

    @cached_property
    def attributions(self) -> Mapping[str, list[Attribution]]:
        """The attributions of each task that the task itself states, in order."""
        groups: defaultdict[tuple[str, int], list[Responsibility]] = defaultdict(list)
        for part in self.facts.responsibilities:
            if part.task is not None and not part.standing:
                groups[part.task, part.group].append(part)
        found: defaultdict[str, list[Attribution]] = defaultdict(list)
        for (task, _), parts in sorted(groups.items()):
            found[task].append(Attribution(sorted(parts, key=lambda p: (p.start, p.id))))
        return found

    def stated(self) -> Iterator[tuple[Task, Attribution]]:
        """Each attribution with its task."""
        for task in self.tasks:
            for attribution in self.attributions.get(task.id, ()):
                yield task, attribution

    def heading(self, start: int, end: int) -> Span:
        """The first line or sentence of what stands between two offsets."""
        last = min(end, start + _LONGEST_HEADING)
        stop = _HEADING_END.search(self.text, start, last) if self.text else None
        return start, stop.start() if stop else last

    @property
    def title_span(self) -> Span:
        """Where the title of the plan begins; the start of the text where it is not found."""
        start = max(self.text.find(self.plan.title[:_TELLING]), 0)
        return self.heading(start, len(self.text))

    def diagnosed(self, code: str) -> Iterator[tuple[Span, str, tuple[str, ...]]]:
        """What extraction says of a kind: place, words, names that may be meant."""
        for row in self.facts.diagnostics:
            if row.code == code and row.start is not None and row.end is not None:
                yield (row.start, row.end), row.detail, row.candidates

    @cached_property
    def items(self) -> Sequence[Item]:
        """The numbered headings and tasks, in the order of the text; none without the text."""
        rows = [(s.start, s.path, s.end, False) for s in self.facts.sections]
        rows += [(t.start, t.path, self.heading(t.start, t.end)[1], True) for t in self.facts.tasks]
        rows.sort(key=lambda row: row[0])
        ends = [*(start for start, *_ in rows[1:]), len(self.text)]
        return [
            Item(path, start, title_end, end, style, is_task)
            for (start, path, title_end, is_task), end in zip(rows, ends, strict=False)
            if (style := self._style(start)) is not None and isinstance(path[-1], int)
        ]

    @cached_property
    def below(self) -> Mapping[Path, Sequence[Item]]:
        """The items directly below each path."""
        found: defaultdict[Path, list[Item]] = defaultdict(list)
        for item in self.items:
            found[item.path[:-1]].append(item)
        return found

    def _style(self, start: int) -> str | None:
        printed = _PRINTED.match(self.text, start)
        return _style_of(printed) if printed else None

    def printed(self, style: str, start: int, end: int) -> Iterator[str]:
        """The numbers of a style that stand anywhere in a stretch of the text."""
        for match in _PRINTED.finditer(self.text, start, end):
            if _style_of(match) == style:
                yield next(filter(None, match.groups()))


def _style_of(printed: re.Match[str]) -> str:
    return printed["noun"] or printed.lastgroup or ""


def single_plans(facts: Facts) -> Iterator[Facts]:
    """The facts of each plan by itself, in the order of plans.

    What a rule says of a plan must not hang on the plans that are looked at together with it.
    """
    if len(facts.plans) == 1:
        yield facts
        return
    rows = {table: _by_plan(facts.rows(table)) for table in TABLES}
    shared = rows["indicators"].get(None, [])  # those of the vocabulary
    units = {unit.id: unit for unit in facts.units}
    for plan in facts.plans:
        own = {table: tuple(groups.get(plan.id, ())) for table, groups in rows.items()}
        alone = replace(Facts(**own), plans=(plan,), jurisdictions=facts.jurisdictions)
        yield replace(
            alone,
            units=tuple(units[key] for key in dict.fromkeys(_bodies(alone))),
            indicators=(*alone.indicators, *shared),
        )


def _bodies(facts: Facts) -> Iterator[str]:
    """The ids of all bodies that one plan speaks of; facts need not say how they were resolved."""
    yield from (row.unit for row in facts.mentions)
    yield from (row.unit for row in facts.responsibilities)
    for duty in facts.duties:
        yield from filter(None, (*duty.units, duty.to))
    for plan in facts.plans:
        yield from plan.issuer_ids


def _by_plan(rows: Sequence[Any]) -> Mapping[str | None, list[Any]]:
    groups: defaultdict[str | None, list[Any]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, "plan", None)].append(row)
    return groups
