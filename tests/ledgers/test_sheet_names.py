"""Names of sheets: what Excel refuses never gets there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.ledgers.sheet_names import LONGEST, sheet_names

FORBIDDEN = set("[]:*?/\\")


@pytest.mark.parametrize(
    ("names", "allowed"),
    [
        (["县住建局", "县财政局"], ["县住建局", "县财政局"]),
        (["甲/乙", "甲:乙", "甲?乙"], ["甲_乙", "甲_乙~2", "甲_乙~3"]),
        (["a", "A"], ["a", "A~2"]),
        (["History"], ["History~2"]),
        (["'单位'", ""], ["单位", "_"]),
        (["局" * 40, "局" * 41], ["局" * 31, "局" * 29 + "~2"]),
        (["😀" * 16], ["😀" * 15]),
    ],
)
def test_names(names: list[str], allowed: list[str]) -> None:
    assert sheet_names(names) == allowed


@given(st.lists(st.text(st.sampled_from("ab[]:*?/\\'A 局😀\x00\ud800"), max_size=40), max_size=8))
def test_every_name_is_allowed_and_unique(names: list[str]) -> None:
    found = sheet_names(names)
    assert len({name.casefold() for name in found}) == len(found) == len(names)
    for name in found:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST
        assert not FORBIDDEN & set(name)
        assert name == name.strip("'")
        assert name.casefold() != "history"
