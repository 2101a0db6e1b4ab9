"""The tokens of an attribution."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.extraction.clause import Kind, tokens

PIECES = st.sampled_from(
    (
        *(
            "县住建局",
            "各乡镇",
            "牵头",
            "配合",
            "负责",
            "按职责分工负责",
            "牵头单位：",
            "责任部门:",
        ),
        *("责任领导：", "完成时限：", "2024年底前", "每季度", "会同", "协调", "监督", "等部门"),
        *("、", "，", "；", "。", "：", "（", "）", "和", "人", "县长", "完成", "单位", "甲", "1"),
    )
)


def read(text: str) -> list[tuple[str, str]]:
    return [(token.kind.value, text[token.start : token.end]) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("县住建局", [("list", "县住建局")]),
        (
            "牵头单位：县住建局；配合单位：各乡镇",
            [
                ("label", "牵头单位："),
                ("list", "县住建局；"),
                ("label", "配合单位："),
                ("list", "各乡镇"),
            ],
        ),
        (
            "牵头单位：县住建局配合单位：各乡镇",
            [
                ("label", "牵头单位："),
                ("list", "县住建局"),
                ("label", "配合单位："),
                ("list", "各乡镇"),
            ],
        ),
        ("责任单位县住建局", [("label", "责任单位"), ("list", "县住建局")]),
        (
            "县住建局牵头，各乡镇配合",
            [("list", "县住建局"), ("verb", "牵头"), ("list", "，各乡镇"), ("verb", "配合")],
        ),
        (
            "县住建局牵头推进甲，各乡镇按职责分工负责",
            [
                ("list", "县住建局"),
                ("verb", "牵头推进甲"),
                ("list", "，各乡镇"),
                ("verb", "按职责分工负责"),
            ],
        ),
        (
            "责任领导：张三；牵头单位：县住建局",
            [
                ("post", "责任领导："),
                ("list", "张三；"),
                ("label", "牵头单位："),
                ("list", "县住建局"),
            ],
        ),
        ("会同县公安局", [("before", "会同"), ("list", "县公安局")]),
    ],
)
def test_tokens(text: str, parts: list[tuple[str, str]]) -> None:
    assert read(text) == parts


@pytest.mark.parametrize(
    "text", ["牵头人签字", "负责人审批", "责任制考核", "负责的事项", "牵头企业"]
)
def test_words_that_only_begin_like_verbs(text: str) -> None:
    assert [token.kind for token in tokens(text)] == [Kind.LIST]


@given(st.lists(PIECES, max_size=25).map("".join))
def test_tokens_cover_the_text_in_order(text: str) -> None:
    position = 0
    for token in tokens(text):
        assert token.start == position
        assert token.end > token.start
        position = token.end
    assert position == len(text)
