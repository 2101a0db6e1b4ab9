"""What extraction takes from one document: mentions are words still, not units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from graphmodel.extraction.dates import When
from graphmodel.extraction.quantities import Quantity
from graphmodel.extraction.roles import Attribution
from graphmodel.extraction.squeezed import Squeezed
from graphmodel.model.columns import Path
from graphmodel.model.vocabulary import (
    Basis,
    DutyKind,
    LinkBasis,
    PlanStatus,
    Recurrence,
    Role,
    Severity,
)


class Mention(NamedTuple):
    """Words that name a body, without white space, and where they stand."""

    words: str
    start: int
    end: int


class DraftAssignment(NamedTuple):
    """One body's part in an attribution."""

    mention: Mention
    role: Role


@dataclass(frozen=True, slots=True)
class DraftAttribution:
    """One attribution of a task."""

    assignments: tuple[DraftAssignment, ...]
    basis: Basis | None
    open_ended: bool
    rule: str
    posts: tuple[Mention, ...] = ()
    standing: bool = False
    """Whether it comes from a rule stated once for later tasks."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Everybody named, in order."""
        return tuple(a.mention for a in self.assignments)

    @property
    def leads(self) -> tuple[Mention, ...]:
        """Those who lead, in order."""
        return tuple(a.mention for a in self.assignments if a.role is Role.LEAD)


def drafted(said: Attribution, words: Squeezed) -> DraftAttribution:
    """What the grammar said of some words, with the places of its bodies in the document."""
    return DraftAttribution(
        assignments=tuple(
            DraftAssignment(Mention(a.words, *words.span(a.start, a.end)), a.role)
            for a in said.assignments
        ),
        basis=said.basis,
        open_ended=said.open_ended,
        rule=said.rule,
        posts=tuple(Mention(p.words, *words.span(p.start, p.end)) for p in said.officials),
    )


def led_by(leads: tuple[Mention, ...], basis: Basis, rule: str) -> DraftAttribution | None:
    """The attribution of bodies that lead and nothing else; None without any."""
    assignments = tuple(DraftAssignment(mention, Role.LEAD) for mention in leads)
    return DraftAttribution(assignments, basis, False, rule) if leads else None


class IndicatorLink(NamedTuple):
    """An indicator that a task is about."""

    code: str
    basis: LinkBasis
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A numbered heading."""

    path: Path
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DraftTask:
    """A task with all that its text says."""

    path: Path
    title: str
    start: int
    end: int
    attributions: tuple[DraftAttribution, ...]
    links: tuple[IndicatorLink, ...] = ()
    targets: tuple[Quantity, ...] = ()
    deadlines: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftIndicator:
    """An indicator that the plan lists, with the bodies that answer for it."""

    name: str
    level: int
    parent: str | None
    code: str | None
    start: int
    end: int
    attribution: DraftAttribution | None = None


@dataclass(frozen=True, slots=True)
class DraftDuty:
    """A recurring obligation."""

    kind: DutyKind
    bodies: tuple[Mention, ...]
    to: Mention | None
    recurrence: Recurrence | None
    dates: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DraftStage:
    """A phase of the plan."""

    name: str
    first: str | None
    last: str | None
    start: int
    end: int


class Doubt(NamedTuple):
    """Something seen and not understood, or doubtful."""

    code: str
    severity: Severity
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of the document says of the plan itself."""

    title: str
    doc_number: str | None
    issuers: tuple[str, ...]
    jurisdiction: str | None
    issued: str | None
    status: PlanStatus
    references: tuple[str, ...]
    addressees: tuple[str, ...] = ()
    """Single bodies that the notice is addressed to."""


@dataclass(slots=True)
class PlanDraft:
    """Everything that one document says."""

    front: FrontMatter
    sections: list[DraftSection] = field(default_factory=list)
    tasks: list[DraftTask] = field(default_factory=list)
    indicators: list[DraftIndicator] = field(default_factory=list)
    duties: list[DraftDuty] = field(default_factory=list)
    stages: list[DraftStage] = field(default_factory=list)
    goals: list[Quantity] = field(default_factory=list)
    """Targets of the whole plan."""
    doubts: list[Doubt] = field(default_factory=list)
    private: list[tuple[int, int]] = field(default_factory=list)
    """Spans with names or telephone numbers of persons, by the head of their column."""

    def attributions(self) -> Iterator[DraftAttribution]:
        """All attributions, those of tasks first."""
        for task in self.tasks:
            yield from task.attributions
        for indicator in self.indicators:
            if indicator.attribution:
                yield indicator.attribution
