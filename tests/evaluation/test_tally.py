"""Tallies: figures, repeats, mistakes."""

from __future__ import annotations

import pytest

from graphmodel.evaluation import Mistake, Tally
from graphmodel.evaluation.tally import Where

HERE = Where("p", "3.1")


def test_figures() -> None:
    tally = Tally(right=6, extra=2, missed=4)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 / 3)
    assert (Tally().precision, Tally().recall, Tally().f1, Tally().facts) == (1.0, 1.0, 1.0, 0)
    assert (Tally(extra=1).f1, Tally(missed=1).f1, Tally(extra=1).recall) == (0.0, 0.0, 1.0)


def test_bags_are_compared_with_their_repeats() -> None:
    tally = Tally()
    tally.compare(HERE, ["a", "a", "b"], ["a", "c", "d"], optional=["d", "e"])
    assert (tally.right, tally.extra, tally.missed) == (1, 1, 2)
    assert list(map(str, tally.mistakes)) == [
        "p 3.1: missed a",
        "p 3.1: missed b",
        "p 3.1: extra c",
    ]


def test_facts_of_several_parts_are_told_in_words() -> None:
    tally = Tally()
    tally.compare(HERE, [("<=", 5.0, "天")], [])
    assert tally.mistakes == [Mistake(HERE, False, "<= 5.0 天")]


def test_tallies_add_up() -> None:
    one, other = Mistake(HERE, True, "x"), Mistake(HERE, True, "y")
    tally = Tally(1, 2, 3, [one])
    tally.add(Tally(10, 20, 30, [other]))
    assert (tally.right, tally.extra, tally.missed, tally.mistakes) == (11, 22, 33, [one, other])
