"""Widths in terminal cells, cutting, wrapping, and what a terminal must not be given."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from graphmodel.reports.cells import cut, visible, width_of, wrap

TEXTS = st.text(st.sampled_from("县审批局，。（）ab 1"), max_size=80)


def test_chinese_characters_take_two_cells() -> None:
    assert width_of("县a局") == 5


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("县审批局", 8, "县审批局"),
        ("县审批局", 7, "县审批…"),
        ("县审批局", 6, "县审…"),
        ("abc", 2, "a…"),
    ],
)
def test_cut(text: str, width: int, expected: str) -> None:
    assert cut(text, width) == expected


@given(TEXTS, st.integers(1, 40))
def test_cut_text_fits(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width


def test_control_characters_are_not_let_through() -> None:
    assert visible("甲\x1b[31m乙\n丙\t丁\u202e\x00\ud800") == "甲�[31m乙 丙 丁���"


@given(st.text(max_size=50))
def test_visible_text_is_as_long(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert {unicodedata.category(char) for char in shown}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


def test_lines_break_between_chinese_characters_but_not_before_punctuation() -> None:
    assert list(wrap("县审批局牵头，县财政局配合。", 12)) == [
        "县审批局牵",
        "头，县财政局",
        "配合。",
    ]


def test_lines_break_at_blanks_between_words() -> None:
    assert list(wrap("the median of loads", 10, "  ")) == ["the median", "  of loads"]


def test_id_stays_whole() -> None:
    assert list(wrap("县审批局 [云岭县:县审批局]", 20)) == ["县审批局", "[云岭县:县审批局]"]


@given(TEXTS, st.integers(8, 40))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@given(st.text(st.sampled_from("县审批局 "), max_size=80), st.integers(4, 40))
def test_wrapped_lines_fit(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrap(text.strip(), width, "  "))
