"""Sentences in two languages, with parts that may be left out."""

from __future__ import annotations

from graphmodel.reports.wording import Language, Wording

FOUND = Wording("没有 {what}[；是否指：{near}]。", "No {what}[; did you mean {near}?]")


def test_values_are_put_in() -> None:
    assert FOUND(Language.ZH, what="甲", near="乙") == "没有 甲；是否指：乙。"
    assert FOUND(Language.EN, what="A", near="B") == "No A; did you mean B?"


def test_part_without_its_value_is_left_out() -> None:
    assert FOUND(Language.ZH, what="甲") == "没有 甲。"
    assert FOUND(Language.EN, what="A", near="") == "No A"
    assert FOUND(Language.EN, what="A", near=None) == "No A"


def test_zero_is_a_value() -> None:
    assert Wording("[{n} 个]", "[{n}]")(Language.ZH, n=0) == "0 个"


def test_values_are_not_read_as_templates() -> None:
    assert FOUND(Language.EN, what="{near}[x]", near="y") == "No {near}[x]; did you mean y?"
