"""Brackets of all kinds, matched in one pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.extraction.brackets import CLOSING, OPENING, match_brackets


def pairs(text: str) -> list[tuple[int, int | None, int]]:
    return [(b.opening, b.closing, b.limit) for b in match_brackets(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲", []),
        ("（甲）", [(0, 2, 2)]),
        ("（甲]", [(0, 2, 2)]),
        ("〔（甲）〕", [(0, 4, 4), (1, 3, 3)]),
        ("（甲）（乙）", [(0, 2, 2), (3, 5, 5)]),
        ("甲）乙（丙）", [(3, 5, 5)]),
        ("（甲", [(0, None, 2)]),
        ("（甲（乙", [(0, None, 2), (2, None, 4)]),
        ("（甲（乙）", [(0, None, 5), (2, 4, 4)]),
        ("）（", [(1, None, 2)]),
    ],
)
def test_pairs(text: str, expected: list[tuple[int, int | None, int]]) -> None:
    assert pairs(text) == expected


def test_only_the_given_stretch_is_looked_at() -> None:
    text = "（甲（乙）丙）"
    assert [tuple(b) for b in match_brackets(text, 1, 6)] == [(2, 4, 4)]


def test_brackets_nested_deeper_than_any_plan_has_them_are_passed_over() -> None:
    assert pairs("（（（（甲））））") == [(0, 8, 8), (1, 7, 7), (2, 6, 6)]


def test_kinds_pair_up() -> None:
    assert len(OPENING) == len(CLOSING) == len(set(OPENING + CLOSING)) / 2


@given(st.text("（）()〔〕[]【】［］甲", max_size=40))
def test_every_bracket_opens_and_closes_where_one_stands(text: str) -> None:
    found = match_brackets(text, 0, len(text))
    assert found == sorted(found)
    assert len({b.opening for b in found}) == len(found)
    closings = [b.closing for b in found if b.closing is not None]
    assert len(set(closings)) == len(closings)
    for bracket in found:
        assert text[bracket.opening] in OPENING
        assert bracket.opening < bracket.limit <= len(text)
        if bracket.closing is not None:
            assert text[bracket.closing] in CLOSING
            assert bracket.limit == bracket.closing
