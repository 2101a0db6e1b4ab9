"""What the summary consists of, whatever it is written as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from graphmodel.reports.wording import Language


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart, in two parts."""

    label: str
    solid: float
    light: float
    said: str
    """The number that the bar stands for, and what is said of it."""
    stands_out: bool = False

    @property
    def length(self) -> float:
        """Both parts together, in the unit of the chart."""
        return self.solid + self.light


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other, as long as their numbers."""

    caption: str
    solid: str
    """What the first part of each bar is."""
    light: str
    """What the second part is."""
    bars: Sequence[Bar]

    @property
    def longest(self) -> float:
        """The length that fills the room; 1 where all are 0."""
        return max((bar.length for bar in self.bars), default=0.0) or 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a head row."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    shares: Sequence[int]
    """How wide the columns are, in proportion."""
    numbers: frozenset[int] = frozenset()
    """The columns whose values stand to the right, from 0."""


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with what stands below it, in this order."""

    title: str
    said: Sequence[str] = ()
    block: Chart | Table | None = None
    points: Sequence[str] = ()
    """Items of a numbered list."""
    rules: Sequence[str] = ()
    """How the figures were counted, in small print."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The summary."""

    title: str
    subtitle: str
    language: Language
    sections: Sequence[Section]

    def chapters(self) -> Iterator[tuple[str, Section]]:
        """The sections, each with its title and number: 一、, or 1."""
        is_chinese = self.language is Language.ZH
        numbers: Iterable[object] = "一二三四五六七八九十" if is_chinese else count(1)
        mark = "、" if is_chinese else ". "
        for number, section in zip(numbers, self.sections, strict=False):
            yield f"{number}{mark}{section.title}", section
