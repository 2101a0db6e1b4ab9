"""Medians of several runs, beside a reference that is measured in the same rounds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Floor:
    """What a figure has to reach."""

    limit: float
    at_least: bool = False

    def is_met(self, value: float) -> bool:
        """Whether a figure is good enough."""
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        """As it stands in the table: `≤ 1.2`."""
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    what: str
    value: float
    unit: str
    ratio: float | None = None
    """How many times the reference of its section."""
    floor: Floor | None = None
    is_more: bool = False
    """Whether it was given up at this value: the figure is greater."""


def cpu_seconds(works: Mapping[str, Work], runs: int) -> dict[str, list[float]]:
    """The processor time of each work in each of several rounds, after one that does not count.

    The works take turns, so that what else the machine does meets them alike.

    Returns:
        By the name of the work, seconds of this process, one a round.
    """
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for count in range(runs + 1):
        for name, work in works.items():
            took = _cpu_seconds(work)
            if count:
                seconds[name].append(took)
    return seconds


def _cpu_seconds(work: Work) -> float:
    gc.collect()
    start = time.process_time()
    result = work()
    end = time.process_time()
    del result  # taking it apart is not part of the work
    return end - start


def median_ratio(seconds: list[float], reference: list[float]) -> float:
    """How many times the reference, as the median over the rounds."""
    return median(a / b for a, b in zip(seconds, reference, strict=True))
