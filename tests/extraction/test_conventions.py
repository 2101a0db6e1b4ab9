"""What a document says once about how its lists are to be read."""

from __future__ import annotations

import pytest

from graphmodel.extraction.conventions import by_convention, stated_once, without_conventions
from tests.extraction.drafts import parse


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("县住建局、县公安局，列第一位的为牵头单位", "县住建局、县公安局", 1),
        ("县住建局、县公安局（排名第一的为牵头单位）", "县住建局、县公安局", 1),
        ("县住建局、县公安局，前两位为牵头单位，下同", "县住建局、县公安局", 2),
        ("县住建局、县公安局、县税务局，列前三位的为牵头单位", "县住建局、县公安局、县税务局", 3),
        ("县住建局牵头，以下均需各乡镇落实，不再列出", "县住建局牵头", 0),
        ("县住建局牵头，以下任务各乡镇均须落实，不再逐项列出", "县住建局牵头", 0),
        ("县住建局牵头，各乡镇配合", "县住建局牵头，各乡镇配合", 0),
        ("第一季度前由县住建局牵头", "第一季度前由县住建局牵头", 0),
        ("县第一中学牵头", "县第一中学牵头", 0),
    ],
)
def test_conventions_are_cut_off(text: str, words: str, count: int) -> None:
    said = without_conventions(text)
    assert (said.words, said.first_listed) == (words, count)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("县住建局牵头，以下均需各乡镇落实，不再列出", ["各乡镇"]),
        ("县住建局牵头，以下任务各乡镇、县财政局均须落实，不再逐项列出", ["各乡镇", "县财政局"]),
        ("县住建局牵头，以下不再列出", []),
        ("县住建局牵头，各乡镇配合", []),
    ],
)
def test_bodies_of_a_standing_rule(text: str, bodies: list[str]) -> None:
    assert [name.words for name in without_conventions(text).standing] == bodies


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("各项任务的责任单位中，列第一位的为牵头单位。", 1),
        ("注：表中责任单位排前两位的为牵头单位。", 2),
        ("县住建局、县公安局，列第一位的为牵头单位，下同", 0),
        ("第一阶段由县住建局牵头", 0),
        ("", 0),
    ],
)
def test_a_sentence_that_speaks_of_all_lists(text: str, count: int) -> None:
    assert stated_once(text) == count


def test_lists_that_no_word_tells_apart_are_read_by_the_convention() -> None:
    found = by_convention(parse("责任单位：县住建局、县公安局、县税务局；配合单位：各乡镇"), 1)
    assert (found.leads, found.supports) == (*(("县住建局",), ("县公安局", "县税务局", "各乡镇")),)
    assert (found.basis, found.rule) == ("first_listed", "first-listed-convention")


@pytest.mark.parametrize(
    "text", ["县住建局、县公安局牵头，各乡镇配合", "责任单位：县住建局", "县住建局负责，各乡镇配合"]
)
def test_what_the_text_designates_stays(text: str) -> None:
    assert by_convention(parse(text), 1) == parse(text)


def test_two_lead_where_two_lead() -> None:
    found = by_convention(parse("县住建局、县公安局、县税务局"), 2)
    assert (found.leads, found.supports) == (("县住建局", "县公安局"), ("县税务局",))
