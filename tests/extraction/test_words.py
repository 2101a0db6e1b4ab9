"""The words of the grammar, from the tables in `data/`."""

from __future__ import annotations

import re

import pytest

from graphmodel.extraction.words import alternation, attribution_words, body_words
from graphmodel.model.resources import read_vocabulary

MEANINGS = {
    *("designated", "main", "responsible", "undertaking", "support", "none", "charge"),
    *("with", "engaged"),
}


def test_longest_word_first_and_each_once() -> None:
    pattern = alternation(["局", "总局", "局", "分局", "a.b"])
    assert pattern == "a\\.b|分局|总局|局"
    assert re.fullmatch(pattern, "a.b")
    assert not re.fullmatch(pattern, "axb")


def test_every_word_has_a_known_use_and_meaning_and_stands_once() -> None:
    rows = read_vocabulary("attribution_words.csv")
    keys = [(row["use"], row["word"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert {row["use"] for row in rows} == {"label", "verb", "before"}
    assert {row["meaning"] for row in rows} == MEANINGS


def test_every_word_about_bodies_has_a_known_use_and_stands_once() -> None:
    rows = read_vocabulary("body_words.csv")
    keys = [(row["use"], row["word"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert {row["use"] for row in rows} == {"ending", "generic", "qualifier", "empty"}


@pytest.mark.parametrize(
    ("use", "word", "meaning"),
    [
        ("labels", "牵头", "designated"),
        ("labels", "主要责任", "main"),
        ("labels", "责任", "responsible"),
        ("labels", "承办", "undertaking"),
        ("labels", "配合", "support"),
        ("labels", "监督", "none"),
        ("verbs", "牵头", "designated"),
        ("verbs", "按职责分工负责", "charge"),
        ("verbs", "参与", "support"),
        ("verbs", "指导", "none"),
        ("before", "会同", "with"),
        ("before", "协调", "engaged"),
    ],
)
def test_meanings(use: str, word: str, meaning: str) -> None:
    words: dict[str, str] = getattr(attribution_words(), use)
    assert words[word] == meaning


@pytest.mark.parametrize(
    "text", ["部门", "有关部门", "相关单位", "8个部门", "十二家单位", "各部门"]
)
def test_words_that_name_nobody(text: str) -> None:
    assert body_words().generic.fullmatch(text)


@pytest.mark.parametrize("text", ["县级部门", "涉农单位", "县住建局"])
def test_words_that_name_somebody(text: str) -> None:
    assert not body_words().generic.fullmatch(text)
