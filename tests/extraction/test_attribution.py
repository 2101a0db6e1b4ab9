"""Attributions: persons, hard negatives, open lists, deadlines, damage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.extraction.attribution import can_be_attribution, parse_squeezed
from graphmodel.model.vocabulary import Basis
from tests.extraction.drafts import parse, roles

A, B, C, D = "县住建局", "县公安局", "县税务局", "各乡镇"


def test_only_what_is_said_of_all_that_follows_is_a_convention() -> None:
    assert parse(f"{A}、{B}，列第一位的为牵头单位，下同").convention == 1
    assert parse(f"{A}、{B}、{C}，列前两位的为牵头单位，下同").convention == 2
    assert parse(f"{A}、{B}，列第一位的为牵头单位").convention == 0
    assert parse(f"{A}牵头，{B}配合，下同").convention == 0


@pytest.mark.parametrize("ordinal", ["第一", "首要"])
def test_label_of_the_first_lead_is_no_convention(ordinal: str) -> None:
    found = parse_squeezed(f"{ordinal}牵头单位：{A}；配合单位：{B}")
    assert found is None or found.basis is not Basis.FIRST_LISTED


@pytest.mark.parametrize(
    ("text", "leads", "supports", "persons"),
    [
        (f"分管副县长牵头，{A}配合", [], [A], ["分管副县长"]),
        (f"县长牵头，{A}负责，{B}配合", [A], [B], ["县长"]),
        (f"责任领导：甲某某副县长；牵头单位：{A}；配合单位：{B}", [A], [B], ["甲某某副县长"]),
        (f"牵头领导:甲某某;责任单位:{A}", [A], [], ["甲某某"]),
        (f"责任领导：甲某某、乙某某责任单位：{A}", [A], [], ["甲某某", "乙某某"]),
        (f"牵头单位：{A}责任人：甲某某", [A], [], ["甲某某"]),
    ],
)
def test_person_never_leads(
    text: str, leads: list[str], supports: list[str], persons: list[str]
) -> None:
    found = parse(text)
    assert ([*found.leads], [*found.supports]) == (leads, supports)
    assert list(found.persons) == persons


@pytest.mark.parametrize(
    "text",
    [
        "支持企业牵头组建创新联合体",
        "鼓励行业协会牵头制定团体标准",
        "负责人签字后归档",
        "落实首问负责制",
        "参与人数不少于100人",
        "详见附件2",
        "不含个体工商户",
        "以下简称“牵头单位”",
        "牵头单位负总责",
        "责任部门要主动对接",
        "含税务登记",
        "",
        "牵头单位：",
        "牵头单位：无；配合单位：/",
        "责任单位：详见附件2",
        "责任单位：同上",
        "责任单位（盖章）：",
    ],
)
def test_hard_negatives(text: str) -> None:
    found = parse_squeezed(text)
    assert found is None or found.assignments == ()


@pytest.mark.parametrize(
    "text",
    [
        "支持企业牵头组建创新联合体，争取项目资金",
        "各部门要高度重视，把这项工作抓实抓细",
        "鼓励行业协会、商会参与",
        "明确专人负责",
        "企业开办由多部门参与",
    ],
)
def test_hard_negatives_in_prose(text: str) -> None:
    found = parse_squeezed(text, prose=True)
    assert found is None or found.assignments == ()


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        (f"{A}牵头，{B}等部门配合", True),
        (f"{A}、{B}等按职责分工负责", True),
        (f"牵头单位：{A}；配合单位：{B}、{C}等县级相关部门", True),
        (f"{A}牵头，{D}、县直相关部门配合", False),
    ],
)
def test_open_ended(text: str, is_open: bool) -> None:
    assert parse(text).open_ended is is_open


def test_qualified_collective_behind_the_open_list_is_a_mention() -> None:
    found = parse(f"{A}牵头，{B}等县级相关部门配合")
    assert (found.leads, found.supports) == ((A,), (B, "县级相关部门"))


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        (f"牵头单位：{A}；完成时限：2024年6月底前", "2024年6月底前"),
        (f"{A}牵头，6月底前完成", "6月底前"),
        (f"{A}牵头，于2024年6月30日前完成", "2024年6月30日前"),
        (f"责任单位：{A}；完成时限：长期坚持", "长期坚持"),
        (f"责任单位：{A}；时限要求：2024年2月30日", "2024年2月30日"),
        (f"{A}牵头，{B}配合，会议召开前完成", "会议召开前"),
        (f"完成时限：2024年底牵头单位：{A}", "2024年底"),
        (f"{A}牵头，{B}配合", None),
    ],
)
def test_deadline(text: str, deadline: str | None) -> None:
    found = parse(text)
    assert found.deadline == deadline
    assert found.leads == (A,)


def test_traditional_words_are_understood_and_names_stay_as_printed() -> None:
    found = parse("牽頭單位：縣住建局、縣公安局；配合單位：縣稅務局")
    assert found.leads == ("縣住建局", "縣公安局")
    assert found.supports == ("縣稅務局",)
    assert parse("縣住建局負責，各鄉鎮協辦").leads == ("縣住建局",)


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        ("县住建居牵头，县公安局配合", ["县住建居"], [B]),
        ("牵头单位：住jian局；配合单位：县公安局", ["住jian局"], [B]),
        ("市生态环境局澄圆分局牵头", ["市生态环境局澄圆分局"], []),
    ],
)
def test_damaged_names_stay_as_written(text: str, leads: list[str], supports: list[str]) -> None:
    assert roles(text)[:2] == (leads, supports)


def test_ellipsis_borrows_the_ending_of_the_last() -> None:
    found = parse("澄东、澄西、澄南区人民政府负责")
    assert found.leads == ("澄东", "澄西", "澄南区人民政府")


@pytest.mark.parametrize(
    ("text", "possible"), [(f"{A}牵头", True), ("责任部门", True), ("2021年", False), ("", False)]
)
def test_cheap_look_at_a_bracket(text: str, possible: bool) -> None:
    assert can_be_attribution(text) is possible


@given(
    st.lists(
        st.sampled_from(
            (
                *(A, B, C, D, "县长", "等部门", "牵头", "负责", "配合", "会同", "协调", "、", "，"),
                *(
                    "牵头单位：",
                    "责任领导：",
                    "列第一位的为牵头单位",
                    "下同",
                    "2024年底前",
                    "（",
                    "）",
                ),
            )
        ),
        max_size=20,
    ).map("".join)
)
def test_words_of_any_attribution_stand_in_the_text(text: str) -> None:
    found = parse_squeezed(text)
    if found is None:
        return
    for assignment in found.assignments:
        assert text[assignment.start : assignment.end] == assignment.words
    for person in found.officials:
        assert text[person.start : person.end] == person.words
    assert (found.basis is None) == (not found.leads)
    roles_of = [(a.words, a.role) for a in found.assignments]
    assert len(set(roles_of)) == len(roles_of)
