"""Places in queries: the caret stands below the place, whatever stands before it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from graphmodel.reports.carets import pointed


@pytest.mark.parametrize(
    ("text", "line", "column", "expected"),
    [
        ("RETRN 1", 1, 1, ["  RETRN 1", "  ^"]),
        ("a 县财政局 b", 1, 8, ["  a 县财政局 b", "             ^"]),
        ("a\n  b c", 2, 5, ["    b c", "      ^"]),
        ("a\tb\x1b", 1, 3, ["  a b�", "    ^"]),
        ("ab", 1, 9, ["  ab", "    ^"]),
        ("ab", 2, 1, []),
        ("ab", 1, 0, []),
        ("", 1, 1, ["  ", "  ^"]),
    ],
)
def test_caret(text: str, line: int, column: int, expected: list[str]) -> None:
    assert pointed(text, line, column, 60) == expected


def test_long_line_is_cut_on_both_sides() -> None:
    text = "县" * 100 + "!" + "乡" * 100
    shown, caret = pointed(text, 1, 101, 40)
    assert shown.startswith("  …县")
    assert shown.endswith("乡…")
    assert cell_len(shown[: shown.index("!")]) == len(caret) - 1


@given(st.text("ab县𠀀 "), st.integers(1, 80), st.integers(30, 60))
def test_caret_points_at_the_character(text: str, column: int, width: int) -> None:
    shown, caret = pointed(text, 1, column, width)
    assert max(cell_len(shown), len(caret)) <= width
    before = len(caret) - 1
    place = min(column - 1, len(text))
    if place < len(text) and text[place] != " ":
        at = next(n for n in range(len(shown)) if cell_len(shown[:n]) == before)
        assert shown[at] == text[place]
