"""Whom a notice is addressed to."""

from __future__ import annotations

import pytest

from graphmodel.extraction.addressees import addressees
from tests.extraction.drafts import draft_of

HEAD = "关于印发《澄原县优化营商环境工作方案》的通知\n\n{}\n\n现将《方案》印发给你们：\n请落实。\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("各乡镇，县直各部门：", ()),
        ("县发改局、县住建局，各乡镇：", ("县发改局", "县住建局")),
        (
            "各乡镇、街道办事处，县工业园区管委会，县政府各工作部门、直属机构：",
            ("县工业园区管委会",),
        ),
        ("各乡镇人民政府、县公安局：", ("县公安局",)),
        ("各省、自治区、直辖市人民政府，国务院各部委、各直属机构：", ()),
        ("各市、县（市、区）应急管理局，省气象局：", ("省气象局",)),
        ("县公安局、县公安局：", ("县公安局",)),
        ("国网澄原县供电公司、县城投公司:", ("国网澄原县供电公司", "县城投公司")),
        ("县直有关单位：", ()),
        ("经县政府同意，现将有关事项通知如下：", ()),
        ("联系人：县政府办公室", ()),
    ],
)
def test_single_bodies_of_an_address(line: str, expected: tuple[str, ...]) -> None:
    text = HEAD.format(line)
    assert addressees(text, len(text)) == expected


def test_address_stands_in_the_head() -> None:
    text = HEAD.format("县发改局、县住建局：")
    assert addressees(text, text.index("县发改局")) == ()


def test_front_matter_tells_them() -> None:
    text = HEAD.format("县发改局，县住建局：") + "一、任务\n（一）推进。（县发改局负责）\n"
    assert draft_of(text).front.addressees == ("县发改局", "县住建局")
