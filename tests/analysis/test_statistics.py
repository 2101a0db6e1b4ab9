"""Formulas against their definitions, written out."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean, median

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphmodel.analysis.statistics import gini, herfindahl, lorenz, ranks, robust_z, top_share
from tests.analysis.building import of_tables

# Tenths, as loads are: sums of floats that differ by rounding would be no loads.
numbers = st.lists(st.integers(0, 400).map(lambda n: n / 10), min_size=1, max_size=30)


def grouped(*groups: list[float]) -> tuple[pd.Series[float], pd.Series[str]]:
    """The numbers of several groups as columns, and the group of each."""
    values = [float(value) for group in groups for value in group]
    names = [f"group {n}" for n, group in enumerate(groups) for _ in group]
    return pd.Series(values, dtype="float64"), pd.Series(names, dtype="object")


def test_robust_z_by_hand() -> None:
    # Median 2, deviations 1, 0, 0, 1, 8: MAD 1.
    table = robust_z(*grouped([1, 2, 2, 3, 10]))
    assert table["z"].tolist() == pytest.approx([-0.6745, 0, 0, 0.6745, 8 * 0.6745])
    assert table["median"].tolist() == [2.0] * 5
    assert table["threshold"].tolist() == pytest.approx([2 + 3.5 / 0.6745] * 5)


def test_robust_z_where_more_than_half_are_equal() -> None:
    # Median 1, MAD 0, mean deviation 9 / 4.
    table = robust_z(*grouped([1, 1, 1, 10]))
    assert table["z"].tolist() == pytest.approx([0, 0, 0, 9 / (1.253314 * 9 / 4)])


def test_robust_z_where_all_are_equal() -> None:
    table = robust_z(*grouped([2, 2, 2], [5]))
    assert table["z"].tolist() == [0.0] * 4
    assert table["threshold"].tolist() == [2.0, 2.0, 2.0, 5.0]


def test_robust_z_keeps_groups_apart() -> None:
    together = robust_z(*grouped([1, 2, 3], [10, 20, 60]))
    assert together["z"].tolist() == pytest.approx(
        [-0.6745, 0, 0.6745, -0.6745, 0, 0.6745 * 40 / 10]
    )


@of_tables
@given(numbers)
def test_robust_z_is_its_definition(values: list[float]) -> None:
    middle = median(values)
    deviations = [abs(value - middle) for value in values]
    if mad := median(deviations):
        expected = [0.6745 * (value - middle) / mad for value in values]
    elif mean := fmean(deviations):
        expected = [(value - middle) / (1.253314 * mean) for value in values]
    else:
        expected = [0.0] * len(values)
    assert robust_z(*grouped(values))["z"].tolist() == pytest.approx(expected)


@of_tables
@given(numbers)
def test_z_at_the_threshold_is_three_and_a_half(values: list[float]) -> None:
    table = robust_z(*grouped(values))
    above = pd.Series(values) > table["threshold"] + 1e-9
    below = pd.Series(values) < table["threshold"] - 1e-9
    assert (table["z"][above] > 3.5).all()
    assert (table["z"][below] < 3.5).all()


def test_concentration_by_hand() -> None:
    # 1, 2, 3, 4: Σ (2i − 5) x = −3 − 2 + 3 + 12 = 10; 10 / (4 · 10) = 1/4.
    # Shares 0.1 … 0.4: Σ of squares 0.3. Top three 9 of 10. One of four has all: 3/4, 1, 1.
    values, groups = grouped([4, 1, 3, 2], [0, 7, 0, 0], [0, 0])
    assert gini(values, groups).tolist() == pytest.approx([0.25, 0.75, 0.0])
    assert herfindahl(values, groups).tolist() == pytest.approx([0.3, 1.0, 0.0])
    assert top_share(values, groups, 3).tolist() == pytest.approx([0.9, 1.0, 0.0])
    assert gini(values, groups).index.tolist() == ["group 0", "group 1", "group 2"]


@of_tables
@given(numbers)
@example([0.1] * 12)  # whose weighted sum in floats is below 0
def test_gini_is_half_the_relative_mean_difference(values: list[float]) -> None:
    mean = fmean(values)
    differences = sum(abs(a - b) for a in values for b in values)
    expected = differences / (2 * len(values) ** 2 * mean) if mean else 0.0
    result = gini(*grouped(values)).iloc[0]
    assert result == pytest.approx(expected, abs=1e-12)
    assert 0 <= result < 1


@of_tables
@given(numbers, st.integers(1, 5))
def test_shares_lie_between_equality_and_monopoly(values: list[float], count: int) -> None:
    if not any(values):
        return
    columns = grouped(values)
    assert 1 / len(values) - 1e-9 <= herfindahl(*columns).iloc[0] <= 1 + 1e-9
    largest = sorted(values, reverse=True)[:count]
    assert top_share(*columns, count).iloc[0] == pytest.approx(sum(largest) / sum(values))


def test_lorenz_by_hand() -> None:
    # 1, 2, 3, 4: a tenth is 0.4 of the first number, a half the first two.
    values, groups = grouped([4, 1, 3, 2], [0, 7], [0, 0])
    steps, some, none = lorenz(values, groups).to_numpy().tolist()
    expected = [0.04, 0.08, 0.14, 0.22, 0.3, 0.42, 0.54, 0.68, 0.84, 1.0]
    assert steps == pytest.approx(expected)
    assert some == pytest.approx([*[0] * 5, 0.2, 0.4, 0.6, 0.8, 1])
    assert none == [0.0] * 10


@of_tables
@given(st.lists(st.integers(0, 400).map(lambda n: n / 10), min_size=10, max_size=10))
def test_gini_is_twice_the_area_between_the_lorenz_curve_and_evenness(values: list[float]) -> None:
    columns = grouped(values)
    curve = [0.0, *lorenz(*columns).iloc[0]]  # of ten numbers it has its corners at the tenths
    area = sum((a + b) / 20 for a, b in pairwise(curve))
    if any(values):
        assert 1 - 2 * area == pytest.approx(gini(*columns).iloc[0], abs=1e-12)


@of_tables
@given(numbers, numbers)
def test_rank_is_one_and_how_many_are_larger(one: list[float], other: list[float]) -> None:
    expected = [1 + sum(n > value for n in some) for some in (one, other) for value in some]
    values, groups = grouped(one, other)
    assert ranks(values, groups).tolist() == expected
    mixed = values.index[::2].append(values.index[1::2])
    assert ranks(values[mixed], groups[mixed]).sort_index().tolist() == expected
