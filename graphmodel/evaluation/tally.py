"""Counts of what was right, extra and missed, and the mistakes themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Where(NamedTuple):
    """What a comparison is about."""

    plan: str
    """Id of the annotation."""
    path: str = ""
    """Path of the task; of other facts what is compared, such as `title` of the plan."""
    task: str | None = None
    """Id of the task that was found, None where there is none."""


class Mistake(NamedTuple):
    """One fact that was found without being there, or missed."""

    where: Where
    is_extra: bool
    fact: str

    def __str__(self) -> str:
        """In one line, for people."""
        words = "extra" if self.is_extra else "missed"
        return f"{self.where.plan} {self.where.path}: {words} {self.fact}"


@dataclass(slots=True)
class Tally:
    """How often one kind of fact was right, found without being there, or missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    mistakes: list[Mistake] = field(default_factory=list)

    def compare(
        self,
        where: Where,
        expected: Iterable[Hashable],
        found: Iterable[Hashable],
        optional: Iterable[Hashable] = (),
    ) -> None:
        """Count two bags of facts against each other; what is optional is right either way."""
        wanted, given = Counter(expected), Counter(found)
        missed, extra = wanted - given, given - wanted - Counter(optional)
        self.right += (wanted & given).total()
        self.missed += missed.total()
        self.extra += extra.total()
        self.mistakes += [Mistake(where, False, _words(fact)) for fact in missed.elements()]
        self.mistakes += [Mistake(where, True, _words(fact)) for fact in extra.elements()]

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.right += other.right
        self.extra += other.extra
        self.missed += other.missed
        self.mistakes += other.mistakes

    @property
    def facts(self) -> int:
        """How many facts were compared."""
        return self.right + self.extra + self.missed

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _words(fact: Hashable) -> str:
    return " ".join(map(str, fact)) if isinstance(fact, tuple) else str(fact)
