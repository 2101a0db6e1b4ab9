"""Who leads and who supports, by every rule of the grammar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.model.vocabulary import Basis, Role
from tests.extraction.drafts import parse, roles

A, B, C, D = "县住建局", "县公安局", "县税务局", "各乡镇"


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        (f"{A}牵头", [A], []),
        (f"{A}、{B}牵头", [A, B], []),
        (f"{A}牵头，{B}、{C}配合", [A], [B, C]),
        (f"{A}牵头,{B}配合", [A], [B]),
        (f"{A}牵头；{D}配合。", [A], [D]),
        (f"由{A}牵头，{B}参与", [A], [B]),
        (f"{A}牵头，{B}参加", [A], [B]),
        (f"{A}牵头，{B}协助", [A], [B]),
        (f"{A}牵头，{B}协办", [A], [B]),
        (f"{A}牵头，{B}负责", [A], [B]),
        (f"{A}牵头，{B}落实", [A], [B]),
        (f"{A}牵头，{B}、{C}按职责分工负责", [A], [B, C]),
        (f"{A}牵头，{B}、{D}等部门按职责分工负责", [A], [B, D]),
        (f"{A}牵头，{B}配合，{C}负责", [A], [B, C]),
        (f"{A}牵头，会同{B}落实", [A], [B]),
        (f"由{A}牵头会同{B}、{C}组织实施", [A], [B, C]),
        (f"{A}、{B}分别牵头，{D}配合", [A, B], [D]),
        (f"{A}牵头负责，{B}配合", [A], [B]),
        (f"{A}牵头组织实施，{B}配合实施", [A], [B]),
        (f"{A}主办，{B}协办", [A], [B]),
        (f"{A}牵头负责住房，{B}牵头负责户籍", [A, B], []),
        (f"{A}牵头制定方案，{B}配合", [A], [B]),
        (f"{A}牵头任务分解，{B}配合", [A], [B]),
        (f"{A}牵头人才引进，{B}负责人员管理", [A], [B]),
        (f"{A}牵头企业开办工作，{B}配合", [A], [B]),
        (f"牵头单位：{A}；配合单位：{B}、{C}", [A], [B, C]),
        (f"牵头单位:{A};配合单位:{B},{C}", [A], [B, C]),
        (f"牵头单位：{A}配合单位：{B}", [A], [B]),
        (f"牵头单位{A}，配合单位{B}", [A], [B]),
        (f"牵头部门：{A}；责任部门：{B}", [A], [B]),
        (f"配合单位：{B}；牵头单位：{A}", [A], [B]),
        (f"主办单位：{A}；协办单位：{B}", [A], [B]),
        (f"牵头责任单位：{A}；参与单位：{B}", [A], [B]),
        (f"牵头单位：{A}；协同单位：{B}；承办单位：{C}", [A], [B, C]),
        (f"{A}（牵头）、{B}", [A], [B]),
        (f"责任单位：{A}（牵头）、{B}", [A], [B]),
        (f"{A}（牵头单位）、{B}、{C}（配合单位）", [A], [B, C]),
    ],
)
def test_lead_word_designates(text: str, leads: list[str], supports: list[str]) -> None:
    assert roles(text) == (leads, supports, [], Basis.DESIGNATED)


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        (f"{A}负责", [A], []),
        (f"{A}、{B}负责", [A, B], []),
        (f"{A}、{B}、{C}按职责分工负责", [A, B, C], []),
        (f"{A}、{B}等部门按照职责分工负责", [A, B], []),
        (f"{A}负责，{B}配合", [A], [B]),
        (f"{A}、{B}按职责分工负责，{C}配合", [A, B], [C]),
        (f"{A}负责，{B}落实", [A], [B]),
        (f"{A}负责制定方案，{B}配合", [A], [B]),
        (f"{A}负责高校招生，{B}负责比对数据", [A, B], []),
        (f"{A}会同{B}", [A], [B]),
        (f"{A}会同{B}、{C}制定办法", [A], [B, C]),
        (f"{A}会同{B}负责", [A], [B]),
        (f"责任单位：{A}", [A], []),
        (f"责任单位：{A}、{B}", [A, B], []),
        (f"责任部门:{A}，配合部门:{B}", [A], [B]),
        (f"主要责任单位：{A}；责任单位：{B}", [A], [B]),
        (f"责任单位：{A}；承办单位：{B}", [A], [B]),
        (f"承办单位：{B}；责任单位：{A}", [A], [B]),
        (f"承办单位：{A}；协办单位：{B}", [A], [B]),
        (f"落实单位：{A}", [A], []),
        (f"责任单位：{A}，做好相关工作", [A], []),
        (A, [A], []),
        (f"{A}、{B}", [A, B], []),
        (f"{A}、{B}、{D}等", [A, B, D], []),
    ],
)
def test_without_a_lead_word(text: str, leads: list[str], supports: list[str]) -> None:
    basis = Basis.JOINT if len(leads) > 1 else Basis.SOLE
    assert roles(text) == (leads, supports, [], basis)


@pytest.mark.parametrize(
    ("text", "supports"),
    [
        (f"配合单位：{A}、{B}", [A, B]),
        (f"协办单位：{A}", [A]),
        (f"参与单位：{A}", [A]),
        (f"{A}、{B}配合", [A, B]),
        (f"{A}参与", [A]),
    ],
)
def test_support_alone_has_no_lead_and_no_basis(text: str, supports: list[str]) -> None:
    assert roles(text) == ([], supports, [], None)


@pytest.mark.parametrize(
    ("text", "leads", "supports", "engaged"),
    [
        (f"{A}负责，协调国网澄原供电公司做好相关工作", [A], [], ["国网澄原供电公司"]),
        (f"{A}牵头，{B}配合，协调{C}做好相关工作", [A], [B], [C]),
        (f"{A}负责，协调{B}、{C}开展工作", [A], [], [B, C]),
        (f"{A}负责，协调人行澄原支行做好相关工作，{D}配合", [A], [D], ["人行澄原支行"]),
    ],
)
def test_outside_body_is_engaged(
    text: str, leads: list[str], supports: list[str], engaged: list[str]
) -> None:
    assert roles(text)[:3] == (leads, supports, engaged)


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        (f"{A}、{B}、{C}，列第一位的为牵头单位", [A], [B, C]),
        (f"{A}、{B}、{C}（列第一位的为牵头单位）", [A], [B, C]),
        (f"{A}、{B}，排第一的为牵头单位，下同", [A], [B]),
        (f"责任单位：{A}、{B}，排名第一的单位为牵头单位", [A], [B]),
        (f"{A}、{B}、{C}，列首位的为牵头单位", [A], [B, C]),
        (f"{A}、{B}、{C}，列前两位的为牵头单位", [A, B], [C]),
        (f"{A}、{B}、{C}负责，排在第一位的为牵头单位，其他为配合单位", [A], [B, C]),
    ],
)
def test_first_listed_leads(text: str, leads: list[str], supports: list[str]) -> None:
    assert roles(text) == (leads, supports, [], Basis.FIRST_LISTED)


def test_first_lead_unit_leads() -> None:
    assert roles(f"第一牵头单位：{A}；配合单位：{B}")[:2] == ([A], [B])


@pytest.mark.parametrize(
    ("text", "leads", "supports"),
    [
        (f"{A}牵头，县纪委监委监督", [A], []),
        (f"{A}负责，县政府督查室督导", [A], []),
        (f"牵头单位：{A}；监督单位：县纪委监委；配合单位：{B}", [A], [B]),
        (f"{A}负责，市住建局指导", [A], []),
        (f"综合协调组{A}牵头，{B}配合", [A], [B]),
        (f"灾后重建组：{A}牵头，{B}配合", [A], [B]),
        (f"{A}牵头，以下均需各乡镇落实，不再列出", [A], []),
        (f"{A}牵头，{D}配合，以下均需{D}落实，不再列出", [A], [D]),
    ],
)
def test_words_that_give_no_role(text: str, leads: list[str], supports: list[str]) -> None:
    assert roles(text)[:2] == (leads, supports)


def test_body_named_twice_counts_once_at_its_first_place() -> None:
    assert parse(f"{A}、{B}、{A}牵头").assignments == (
        (A, Role.LEAD, 0, 4),
        (B, Role.LEAD, 5, 9),
    )


@given(
    st.lists(st.sampled_from((A, B, C, D, "县委编办")), min_size=1, max_size=5, unique=True),
    st.sampled_from((("牵头单位：", "；配合单位："), ("主办单位:", "协办单位:"))),
    st.integers(1, 4),
)
def test_labels_divide_any_list(names: list[str], labels: tuple[str, str], cut: int) -> None:
    leads, supports = names[:cut], names[cut:]
    text = labels[0] + "、".join(leads) + (labels[1] + "、".join(supports) if supports else "")
    assert roles(text) == (leads, supports, [], Basis.DESIGNATED)
