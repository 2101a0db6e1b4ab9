"""Room on a line goes to columns by their importance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.reports.layout import GAP, Wish, widths

NAME, LOAD, BAR = Wish(1, 20, 24), Wish(2, 5, 5), Wish(3, 10, 30)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (100, [24, 5, 30]),
        (60, [24, 5, 27]),
        (39, [20, 5, 10]),
        (38, [24, 5, 0]),
        (27, [20, 5, 0]),
        (26, [24, 0, 0]),
        (10, [10, 0, 0]),
    ],
)
def test_least_important_column_goes_first(total: int, expected: list[int]) -> None:
    assert widths([NAME, LOAD, BAR], total) == expected


def test_order_on_the_line_is_not_the_order_of_importance() -> None:
    assert widths([BAR, LOAD, NAME], 38) == [0, 5, 24]


def test_equally_important_columns_grow_alike() -> None:
    assert widths([Wish(1, 12, 30), Wish(1, 14, 30)], 42) == [20, 20]


def test_nothing_wished_for() -> None:
    assert widths([], 80) == []


wishes = st.builds(
    lambda importance, least, more: Wish(importance, least, least + more),
    st.integers(1, 9),
    st.integers(1, 30),
    st.integers(0, 20),
)


@given(st.lists(wishes, min_size=1, max_size=9), st.integers(1, 120))
def test_columns_fit(wanted: list[Wish], total: int) -> None:
    given_ = widths(wanted, total)
    shown = [room for room in given_ if room]
    assert shown
    assert sum(shown) + GAP * (len(shown) - 1) <= total
    assert all(room <= wish.most for room, wish in zip(given_, wanted, strict=True))
