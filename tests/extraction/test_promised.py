"""Annexes that are announced and not there; brackets and reports that lack their other half."""

from __future__ import annotations

import pytest

from tests.extraction.drafts import draft_of

BODY = (
    "澄原县工作方案\n一、任务\n1.推进审批。全面梳理（见附件2）。（县住建局负责）\n"
    "二、保障\n抓好落实。\n"
)
WITHOUT_MENTION = BODY.replace("（见附件2）", "")
LIST = "附件：1.任务分解表\n2.联络员名单\n\n"
FIRST, SECOND = "附件1\n任务分解表\n一个事项\n", "附件2\n联络员名单\n一个单位\n"


def doubts(text: str) -> list[tuple[str, str]]:
    return [(d.code, text[d.start : d.end]) for d in draft_of(text).doubts]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (BODY + LIST + FIRST + SECOND, []),
        (BODY + LIST + FIRST, ["附件2"]),
        (BODY + LIST, ["附件2", "任务分解表"]),
        (WITHOUT_MENTION + LIST + FIRST, ["联络员名单"]),
        (BODY.replace("见附件2", "见附件1") + "附件：任务分解表\n", ["附件1"]),
        (
            WITHOUT_MENTION + "附件：《澄原县工作方案》任务分解表\n",
            ["《澄原县工作方案》任务分解表"],
        ),
        (BODY + "附件1：任务分解表\n附件2：联络员名单\n", ["附件2", "附件1：任务分解表"]),
        (BODY + "附件1：任务分解表\n一个事项\n附件2：联络员名单\n一个单位\n", []),
        # A map is an image: the text has its heading alone.
        (BODY + LIST + FIRST + "附件2\n", []),
        # The title heads what follows, though the word 附件 is not there again.
        (
            WITHOUT_MENTION
            + "附件：澄原县优化营商环境任务分解表\n\n澄原县优化营商环境任务分解表\n一个事项\n",
            [],
        ),
        # A notice that has the plan as its annex.
        ("通知\n附件：澄原县工作方案\n\n" + WITHOUT_MENTION, []),
    ],
)
def test_annexes_that_are_not_there(text: str, missing: list[str]) -> None:
    assert [words for code, words in doubts(text) if code == "annex-missing"] == missing


@pytest.mark.parametrize(
    ("words", "is_balanced"),
    [
        ("（牵头单位：县住建局；配合单位：各乡镇（街道））", True),
        ("〔牵头单位：县住建局；配合单位：各乡镇（街道）]", True),
        ("（牵头单位：县住建局；配合单位：各乡镇（街道）", False),
        ("（牵头单位：县住建局；配合单位：县财政局。", False),
        ("牵头单位：县住建局；配合单位：县财政局", True),
        ("〔牵头单位：县住建局〕及各乡镇人民政府〕", False),
    ],
)
def test_brackets_of_attributions(words: str, is_balanced: bool) -> None:
    text = (
        f"澄原县工作方案\n一、任务\n1.推进审批。全面梳理。{words}\n2.规范收费。（县财政局负责）\n"
    )
    found = [said for code, said in doubts(text) if code == "bracket-unbalanced"]
    assert (found == []) is is_balanced
    assert all("县住建局" in said for said in found)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("各乡镇每季度报送进展情况。", ["各乡镇每季度报送进展情况"]),
        ("做好衔接。各单位于每月5日前上报台账。", ["各单位于每月5日前上报台账"]),
        ("各乡镇每季度向县住建局报送进展情况。", []),
        ("各乡镇每季度将进展情况报送县住建局。", []),
        ("各乡镇每季度报送进展情况，重大事项随时报县政府办。", []),
        ("及时报送进展情况。", []),
        ("每季度召开会议。", []),
    ],
)
def test_reports_that_nobody_is_named_for(words: str, found: list[str]) -> None:
    heading = "澄原县工作方案\n一、保障\n（一）加强督导"
    for text in (f"{heading}。{words}\n", f"{heading}\n{words}\n"):
        assert [said for code, said in doubts(text) if code == "report-to-nobody"] == found
