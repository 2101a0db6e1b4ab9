"""Words in their sentence, and the numbers of lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.reports.passages import Lines, Passage, passage


def words_of(found: Passage) -> str:
    return found.context[found.start : found.end]


def test_sentence_around_the_words() -> None:
    text = "一是开办企业。〔牵头单位：县审批局；配合单位：县财政局〕二是"
    found = passage(text, text.index("县财政局"), text.index("县财政局") + 4)
    assert found.context == "〔牵头单位：县审批局；配合单位：县财政局〕二是"
    assert words_of(found) == "县财政局"


def test_sentence_ends_with_its_line() -> None:
    found = passage("上一行\n（县审批局\r\n下一行", 5, 9)
    assert found == Passage("（县审批局", 1, 5)


def test_words_over_a_line_break_are_on_one_line() -> None:
    found = passage("（县财\r\n政局）", 1, 7)
    assert found.context == "（县财  政局）"
    assert words_of(found) == "县财  政局"


def test_far_ends_are_cut() -> None:
    found = passage("甲" * 200 + "县审批局" + "乙" * 200, 200, 204)
    assert found.context == "…" + "甲" * 80 + "县审批局" + "乙" * 40 + "…"
    assert words_of(found) == "县审批局"


def test_long_words_are_cut() -> None:
    found = passage("甲" * 300, 0, 300)
    assert found == Passage("甲" * 120 + "…", 0, 120)


def test_control_characters_keep_their_place() -> None:
    found = passage("\x1b[2J县\x00局牵头", 4, 7)
    assert found.context == "�[2J县�局牵头"
    assert words_of(found) == "县�局"


@given(st.text(st.sampled_from("县局。\n ，"), max_size=400), st.data())
def test_words_are_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert words_of(passage(text, start, end)) == text[start:end][:120].replace("\n", " ")


@pytest.mark.parametrize(
    ("offset", "line"), [(0, 1), (1, 1), (2, 2), (4, 3), (5, 3), (6, 4), (7, 4)]
)
def test_lines_end_as_editors_have_it(offset: int, line: int) -> None:
    assert Lines("a\nb\rc\r\nd").number({5: 5, 6: 7, 7: 8}.get(offset, offset)) == line
