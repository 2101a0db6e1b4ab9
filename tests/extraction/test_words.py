"""The words of the grammar, from the tables in `data/`."""

from __future__ import annotations

import re

import pytest

from graphmodel.extraction.attribution import parse_squeezed
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
    assert {row["use"] for row in rows} == {"label", "verb", "last_verb", "before"}
    assert {row["meaning"] for row in rows} == MEANINGS


def test_every_word_about_bodies_has_a_known_use_and_stands_once() -> None:
    rows = read_vocabulary("body_words.csv")
    keys = [(row["use"], row["word"]) for row in rows]
    assert len(set(keys)) == len(keys)
    assert {row["use"] for row in rows} == {"ending", "no_ending", "generic", "qualifier", "empty"}


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


def words_of(use: str) -> list[tuple[str, str]]:
    rows = read_vocabulary("attribution_words.csv")
    return [(row["word"], row["meaning"]) for row in rows if row["use"] == use]


def check(meaning: str, text: str) -> None:
    """One body with one word that means this: it leads, supports, or has no role."""
    found = parse_squeezed(text)
    said = (found.leads, found.supports, found.basis) if found else ((), (), None)
    if meaning in ("support", "none"):
        assert said == ((), ("县住建局",) if meaning == "support" else (), None)
    else:
        basis = "designated" if meaning == "designated" else "sole"
        assert said == (("县住建局",), (), basis)


@pytest.mark.parametrize(("word", "meaning"), words_of("label"))
@pytest.mark.parametrize("noun", ["单位", "部门", "处室", "科室", "机构", "主体"])
def test_every_label_gives_its_role(word: str, meaning: str, noun: str) -> None:
    check(meaning, f"{word}{noun}：县住建局")


@pytest.mark.parametrize(("word", "meaning"), words_of("verb"))
def test_every_verb_gives_its_role(word: str, meaning: str) -> None:
    check(meaning, f"县住建局{word}")


@pytest.mark.parametrize(
    "label",
    [
        *("责任领导", "牵头领导", "分管领导", "主管领导", "包抓领导", "包联领导", "联系领导"),
        *("挂帅领导", "责任人", "牵头人", "负责人", "责任县领导", "分管区领导", "包联负责人"),
    ],
)
def test_every_label_of_a_post_names_persons(label: str) -> None:
    found = parse_squeezed(f"{label}：甲某某；责任单位：县住建局")
    assert found is not None
    assert found.leads == ("县住建局",)
    assert found.persons == ("甲某某",)


@pytest.mark.parametrize(
    "label",
    [
        *("完成时限", "完成时间", "完成期限", "时间节点", "时限要求", "时间要求", "办结时限"),
        "时限",
    ],
)
def test_every_label_of_a_time_gives_the_deadline(label: str) -> None:
    found = parse_squeezed(f"责任单位：县住建局；{label}：2024年底")
    assert found is not None
    assert (found.leads, found.deadline) == (("县住建局",), "2024年底")


@pytest.mark.parametrize(
    "text", ["部门", "有关部门", "相关单位", "8个部门", "十二家单位", "各部门"]
)
def test_words_that_name_nobody(text: str) -> None:
    assert body_words().generic.fullmatch(text)


@pytest.mark.parametrize("text", ["县级部门", "涉农单位", "县住建局"])
def test_words_that_name_somebody(text: str) -> None:
    assert not body_words().generic.fullmatch(text)
