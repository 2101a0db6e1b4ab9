"""The facts of one plan, written at random."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from graphmodel.model.columns import Strings
from graphmodel.model.facts import Facts
from graphmodel.model.records import (
    Deadline,
    Diagnostic,
    Duty,
    Indicator,
    Jurisdiction,
    Measure,
    Mention,
    Plan,
    Post,
    Responsibility,
    Section,
    Stage,
    Target,
    Task,
    Text,
    Unit,
)
from graphmodel.model.vocabulary import (
    Basis,
    Confidence,
    DutyKind,
    LinkBasis,
    Operator,
    PlanStatus,
    Recurrence,
    Role,
    Severity,
)

_LENGTH = 60
"""Code points of the text of a plan."""
_VALUES = (0.0, 0.1, 1.0, 3.5, 1e300, 5e-324, -2.0, 123456789.25)
_DAYS = ("2024-02-29", "1999-12-31", "2030-06-30")
_T = TypeVar("_T")


@dataclass
class Writer:
    """Writes one plan: every id is of the plan and unlike any other id."""

    rng: Random
    texts: Sequence[str]
    number: int
    version: int
    size: int
    bodies: Sequence[Unit]
    plan: str = field(init=False)

    def __post_init__(self) -> None:
        """Name the plan, in all its versions alike."""
        self.plan = f"plan {self.number}{self._of_id(self.number)}"

    def facts(self, places: tuple[Jurisdiction, ...], vocabulary: tuple[Indicator, ...]) -> Facts:
        """All tables of the plan."""
        sections = self._sections()
        tasks = self._tasks(sections)
        indicators = (*vocabulary, *self._indicators(vocabulary))
        lengths = (Text(self.plan, "x" * _LENGTH),) if self.rng.random() < 0.5 else ()
        return Facts(
            plans=(self._plan(places),),
            sections=sections,
            tasks=tasks,
            jurisdictions=places,
            units=tuple(self.bodies),
            mentions=self._mentions(),
            responsibilities=self._responsibilities(tasks, indicators),
            posts=tuple(
                Post(self._id("post", n), self.plan, t.id, self._text(), *self._span())
                for n, t in enumerate(tasks[:1])
            ),
            indicators=indicators,
            measures=self._measures(tasks, indicators),
            targets=self._targets(tasks),
            deadlines=self._deadlines(tasks),
            duties=self._duties(),
            stages=(Stage(f"{self.plan}/stage", self.plan, self._text(), None, None, 0, 1),),
            diagnostics=(
                Diagnostic("code", Severity.INFO, self._text(), self.plan, None, None),
                Diagnostic("code", Severity.INFO, self._text(), None, None, None),
            ),
            texts=lengths,
        )

    def _of_id(self, number: int) -> str:
        """A text for an id, the same in every version."""
        return self.texts[number % len(self.texts)][:40]

    def _id(self, what: str, number: int) -> str:
        return f"{self.plan}/{what}.{number}{self._of_id(number)}"

    def _text(self) -> str:
        return self.rng.choice(self.texts)

    def _maybe(self, value: _T) -> _T | None:
        """The value, or None; what is not known is never the empty text."""
        return value if value != "" and self.rng.random() < 0.6 else None

    def _some(self, values: Sequence[_T], most: int = 2) -> list[_T]:
        """Up to so many of the values, some of them again."""
        return self.rng.choices(values, k=self.rng.randint(0, most)) if values else []

    def _count(self) -> range:
        return range(self.rng.randint(0, self.size))

    def _span(self) -> tuple[int, int]:
        start = self.rng.randint(0, _LENGTH)
        return start, self.rng.randint(start, _LENGTH)

    def _names(self) -> Strings:
        return tuple(dict.fromkeys(text for text in self._some(self.texts, 3) if text))

    def _plan(self, places: Sequence[Jurisdiction]) -> Plan:
        """The plan; its title is one of few, so that plans cite each other."""
        place = self._maybe(self.rng.choice(places))
        return Plan(
            id=self.plan,
            title=self.texts[(self.number + self.version) % len(self.texts)],
            doc_number=self._maybe(self._text()),
            issuers=self._names(),
            issuer_ids=tuple(body.id for body in self._some(self.bodies, 3)),
            jurisdiction=self._maybe(place.name) if place else None,
            jurisdiction_id=place.id if place else None,
            issued=self._maybe(self.rng.choice(_DAYS)),
            status=self.rng.choice(tuple(PlanStatus)),
            references=self._names(),
            source=self._text(),
            sha256=str(self.version),
            format="text",
            encoding=self._maybe("utf-8"),
        )

    def _sections(self) -> tuple[Section, ...]:
        found: list[Section] = []
        for n in self._count():
            above = self.rng.choice(found).id if found and self.rng.random() < 0.5 else None
            key = self._id("section", n)
            found.append(Section(key, self.plan, (n,), self._text(), above, *self._span()))
        return tuple(found)

    def _tasks(self, sections: Sequence[Section]) -> tuple[Task, ...]:
        found: list[Task] = []
        for n in self._count():
            section = self._maybe(self.rng.choice(sections).id) if sections else None
            same = self.rng.choice(found).id if found and self.rng.random() < 0.4 else None
            path = ("annex", 1, n) if same else (self.rng.randint(1, 9), n)
            row = Task(
                self._id("task", n), self.plan, path, self._text(), section, *self._span(), same
            )
            found.append(row)
        return tuple(found)

    def _mentions(self) -> tuple[Mention, ...]:
        return tuple(
            Mention(self.plan, self._text(), body.id, "rule", None)
            for body in self._some(self.bodies)
        )

    def _responsibilities(
        self, tasks: Sequence[Task], indicators: Sequence[Indicator]
    ) -> tuple[Responsibility, ...]:
        """Of a few tasks and indicators, so that bodies meet, and meet themselves."""
        if not self.bodies:
            return ()
        roles = [(task.id, None, self.rng.choice(tuple(Role))) for task in self._some(tasks, 12)]
        leads = [(None, indicator.id, Role.LEAD) for indicator in self._some(indicators, 2)]
        found = [*roles, *leads]
        return tuple(self._responsibility(n, *about) for n, about in enumerate(found))

    def _responsibility(
        self, number: int, task: str | None, indicator: str | None, role: Role
    ) -> Responsibility:
        start, end = self._span()
        return Responsibility(
            id=self._id("part", number),
            plan=self.plan,
            task=task,
            indicator=indicator,
            unit=self.rng.choice(self.bodies).id,
            mention=self._text(),
            role=role,
            group=self.rng.randint(0, 1),
            basis=self.rng.choice(tuple(Basis)) if role is Role.LEAD else None,
            open_ended=self.rng.random() < 0.5,
            standing=self.rng.random() < 0.3,
            rule=self._text(),
            start=start,
            end=end,
            confidence=self.rng.choice(tuple(Confidence)),
        )

    def _indicators(self, vocabulary: Sequence[Indicator]) -> list[Indicator]:
        """Of the first level, and below one of the plan or of the vocabulary."""
        found: list[Indicator] = []
        for n in self._count():
            above = self.rng.choice((None, *vocabulary, *found))
            name, code = self._text(), self._maybe("tax")
            level, parent = (2, above.id) if above else (1, None)
            key = self._id("indicator", n)
            found.append(Indicator(key, self.plan, name, level, parent, code, *self._span()))
        return found

    def _measures(
        self, tasks: Sequence[Task], indicators: Sequence[Indicator]
    ) -> tuple[Measure, ...]:
        return tuple(
            Measure(
                self._id("measure", n),
                self.plan,
                self.rng.choice(indicators).id,
                "tax",
                task.id,
                self.rng.choice(tuple(LinkBasis)),
                self._text(),
                *self._span(),
            )
            for n, task in enumerate(self._some(tasks, 3))
        )

    def _targets(self, tasks: Sequence[Task]) -> tuple[Target, ...]:
        return tuple(
            Target(
                self._id("target", n),
                self.plan,
                self._maybe(self.rng.choice(tasks).id) if tasks else None,
                self._text(),
                self.rng.choice(tuple(Operator)),
                self.rng.choice(_VALUES),
                self._text(),
                *self._span(),
            )
            for n in self._count()
        )

    def _deadlines(self, tasks: Sequence[Task]) -> tuple[Deadline, ...]:
        return tuple(
            Deadline(
                self._id("deadline", n),
                self.plan,
                task.id,
                self._maybe(self.rng.choice(_DAYS)),
                self._maybe(self.rng.choice(tuple(Recurrence))),
                self._maybe(self._text()),
                *self._span(),
            )
            for n, task in enumerate(self._some(tasks, 4))
        )

    def _duties(self) -> tuple[Duty, ...]:
        """Duties, owed by bodies that may be named twice, to themselves, or to nobody."""
        return tuple(
            Duty(
                self._id("duty", n),
                self.plan,
                self.rng.choice(tuple(DutyKind)),
                tuple(body.id for body in self._some(self.bodies, 3)),
                self._maybe(self.rng.choice(self.bodies).id) if self.bodies else None,
                self._maybe(self.rng.choice(tuple(Recurrence))),
                tuple(self._some(("03-10", "25", "2024-02-29"))),
                *self._span(),
            )
            for n in self._count()
        )
