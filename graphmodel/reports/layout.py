"""Which columns a line has room for, and how wide each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 2
"""Blank cells between two columns."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How much room a column wants."""

    importance: int
    """1 is given room first."""
    least: int
    """Cells below which it is better left out."""
    most: int
    """Cells beyond which it has no use for more."""


def widths(wishes: Sequence[Wish], total: int) -> list[int]:
    """Cells for each column, 0 for one left out; with the gaps at most `total` together.

    Room is given by importance, first the least, then what is left up to the most; among
    equally important columns to the narrower one. The most important column is never left out,
    but cut to `total` where it must be.
    """
    order = sorted(range(len(wishes)), key=lambda number: wishes[number].importance)
    given = [0] * len(wishes)
    left = total + GAP
    for number in order:
        least = wishes[number].least if any(given) else min(wishes[number].least, total)
        if least + GAP <= left:
            given[number] = least
            left -= least + GAP
    for _ in range(left):
        growing = [number for number in order if 0 < given[number] < wishes[number].most]
        if growing:
            given[min(growing, key=lambda n: (wishes[n].importance, given[n]))] += 1
    return given
