"""Text without layout, and the way back to the document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.extraction.squeezed import squeezed
from graphmodel.model.ids import squeeze

LAYOUT = st.text("甲乙1 \n\r\f\t\u3000—-第页0", max_size=40)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("县住建局", "县住建局"),
        (" 县 住\u3000建\t局 ", "县住建局"),
        ("县住\n建局", "县住建局"),
        ("县住\r\n建局", "县住建局"),
        ("县住\r建局", "县住建局"),
        ("县住\f建局", "县住建局"),
        ("县住\n— 3 —\n建局", "县住建局"),
        ("县住\n- 12 -\n建局", "县住建局"),
        ("县住\n—3—\r\n建局", "县住建局"),
        ("县住\n\n  — 3 —  \n\n建局", "县住建局"),
        ("县住\r\n\t-- 3 --\r\n建局", "县住建局"),
        ("县住\n第 3 页\n建局", "县住建局"),
        ("县住\n— 3 —\f建局", "县住建局"),
        ("县住—3—建局", "县住—3—建局"),
        ("**牵头单位：**县住建局", "牵头单位：县住建局"),
        ("第3页甲", "第3页甲"),
        ("甲\n第3页甲", "甲第3页甲"),
        ("", ""),
        ("\n \n", ""),
    ],
)
def test_layout_is_left_out(text: str, words: str) -> None:
    assert squeezed(text, (0, len(text))).text == words


def test_spans_lead_back_over_the_layout() -> None:
    text = "甲（县住\n— 3 —\n建局牵头）"
    piece = squeezed(text, (2, len(text) - 1))
    assert piece.text == "县住建局牵头"
    start, end = piece.span(0, 4)
    assert (start, text[start:end]) == (2, "县住\n— 3 —\n建局")
    assert text[slice(*piece.span(4, 6))] == "牵头"


def test_span_of_a_text_without_layout_is_moved_only() -> None:
    piece = squeezed("甲（县住建局）", (2, 6))
    assert piece.offsets is None
    assert piece.span(0, 4) == (2, 6)


def test_several_pieces_are_one_text() -> None:
    text = "〔县住建局〕、各 乡镇〕"
    piece = squeezed(text, (1, 5), (6, 11))
    assert piece.text == "县住建局、各乡镇"
    assert text[slice(*piece.span(5, 8))] == "各 乡镇"


@given(LAYOUT, st.integers(0, 40), st.integers(0, 40))
def test_way_back_is_monotonic_and_loses_nothing_but_layout(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    piece = squeezed(text, (start, end))
    assert not any(char.isspace() for char in piece.text)
    offsets = [piece.span(i, i + 1)[0] for i in range(len(piece.text))]
    assert [text[i] for i in offsets] == list(piece.text)
    assert offsets == sorted(set(offsets))
    assert all(start <= i < end for i in offsets)
    if not any(mark in text for mark in "—-页"):
        assert piece.text == squeeze(text[start:end])


@given(LAYOUT)
def test_whole_spans_hold_their_words(text: str) -> None:
    piece = squeezed(text, (0, len(text)))
    for i in range(len(piece.text)):
        first, last = piece.span(0, i + 1)
        assert text[first] == piece.text[0]
        assert text[last - 1] == piece.text[i]
