"""Contact data and names of persons never leave: masked, character for character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.extraction.masking import masked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("电话：13900000000。", "电话：■■■■■■■■■■■。"),
        ("139 0000 0000", "■■■■■■■■■■■■■"),
        ("139-0000-0000", "■■■■■■■■■■■■■"),
        ("电话：0911-1234567", "电话：■■■■■■■■■■■■"),
        ("传真(0911)1234567", "传真(■■■■■■■■■■■■"),
        ("010-12345678转123", "■■■■■■■■■■■■■■■■"),
        ("联系电话：1234567", "联系电话：■■■■■■■"),
        ("邮箱：ying.shang-1@mail.example.gov.cn；", f"邮箱：{'■' * 32}；"),
        ("联系人：甲某某", "联系人：■■■"),
        ("联系人: 甲某某 乙某", "联系人: ■■■ 乙某"),
        ("联系人：甲某某，电话：13900000000", "联系人：■■■，电话：■■■■■■■■■■■"),
        ("填表人：甲某", "填表人：■■"),
        ("责任领导：甲某某、乙某某", "责任领导：■■■■■■■"),
        ("责任领导：甲某某副县长", "责任领导：■■■副县长"),
        ("责任领导：副县长甲某某", "责任领导：副县长■■■"),
        ("分管领导：常务副县长甲某某；", "分管领导：常务副县长■■■；"),
        ("责任人：甲某某，县住建局局长", "责任人：■■■，县住建局局长"),
        ("牵头领导：甲某某 责任单位：县住建局", "牵头领导：■■■ 责任单位：县住建局"),
    ],
)
def test_masked(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "责任领导：副县长甲某某牵头单位：县住建局",
        "责任人：甲某某责任单位：县住建局",
        "责任领导：甲某某牵头单位：县住建局",
    ],
)
def test_label_behind_a_name_stays_readable(text: str) -> None:
    hidden = masked(text)
    assert "甲某某" not in hidden
    assert hidden.endswith("单位：县住建局")


@pytest.mark.parametrize(
    "text",
    [
        "组长：甲某某  县委副书记、县长",
        "组　长：甲某某　县长",
        "副组长：甲某某 县委常委、副县长",
        "主　任：甲某某 县长",
        "成员：甲某某 县住建局局长\n      乙某某 县公安局局长",
        "联系人：甲 某",
        "联 系 人：甲某某",
        "联系人甲某某，电话13900000000",
    ],
)
def test_names_of_officials_and_contacts(text: str) -> None:
    hidden = masked(text)
    assert "某" not in hidden
    assert len(hidden) == len(text)
    assert all(post in hidden for post in ("县长", "局长") if post in text)


@pytest.mark.parametrize(
    "text",
    [
        "压缩至5个工作日，新增1200家，覆盖率95.5%。",
        "甲政发〔2024〕12号",
        "2024年3月10日",
        "统一社会信用代码91110000123456789X",
        "投资13900000000元".replace("13900000000", "139000000000"),
        "责任单位：县住建局、县公安局",
        "牵头单位：县住建局；联系单位：县公安局",
        "12345热线、12315平台",
        "面积0.15平方公里",
        "编号20240310000001",
        "",
    ],
)
def test_what_is_no_contact_stays(text: str) -> None:
    assert masked(text) == text


@given(st.text("联系人电话：:甲某乙、，139 00000000-0911@a.cn副县长责任领导单位\n■", max_size=60))
def test_offsets_hold_and_nothing_else_changes(text: str) -> None:
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert all(after in (before, "■") for before, after in zip(text, hidden, strict=True))


@given(st.text("联系人电话：甲某、139 00000000-0911@a.cn副县长责任领导\n", max_size=60))
def test_masking_twice_changes_no_more_numbers(text: str) -> None:
    """What is masked once has no number or address left to find."""
    once = masked(text)
    assert not any(len(run) >= 11 for run in once.split("■") if run.isdecimal() and run[0] == "1")
