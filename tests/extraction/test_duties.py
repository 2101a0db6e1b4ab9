"""Recurring obligations: who, what, to whom, how often, on which days."""

from __future__ import annotations

import pytest

from graphmodel.extraction.draft import DraftDuty
from tests.extraction.drafts import draft_of

Short = tuple[str, list[str], str | None, str | None, tuple[str, ...]]


def short(duty: DraftDuty) -> Short:
    bodies = [mention.words for mention in duty.bodies]
    return duty.kind, bodies, duty.to and duty.to.words, duty.recurrence, duty.dates


def duties(words: str) -> list[Short]:
    return [short(duty) for duty in draft_of(f"方案\n一、保障\n（一）加强督导。{words}\n").duties]


@pytest.mark.parametrize(
    ("words", "duty"),
    [
        (
            "各牵头部门每季度向县营商办报送进展情况。",
            ("report", ["各牵头部门"], "县营商办", "quarterly", ()),
        ),
        (
            "各乡镇、各部门要于3月10日前将进展情况报送县政府办公室。",
            ("report", ["各乡镇", "各部门"], "县政府办公室", None, ("03-10",)),
        ),
        (
            "县直各单位于6月5日、12月5日前将工作总结报县发改局。",
            ("report", ["县直各单位"], "县发改局", None, ("06-05", "12-05")),
        ),
        (
            "各乡镇每月25日前向县住建局上报台账。",
            ("report", ["各乡镇"], "县住建局", "monthly", ("25",)),
        ),
        (
            "各部门于2024年11月30日前将总结报送县政府办。",
            ("report", ["各部门"], "县政府办", None, ("2024-11-30",)),
        ),
        ("县营商办每月通报工作进展。", ("bulletin", ["县营商办"], None, "monthly", ())),
        ("县政府办每季度召开一次联席会议。", ("meet", ["县政府办"], None, "quarterly", ())),
        ("县政府督查室每半年开展督查。", ("assess", ["县政府督查室"], None, "half_yearly", ())),
        ("由县发改局每年组织评估。", ("assess", ["县发改局"], None, "yearly", ())),
        ("每季度召开推进会议。", ("meet", [], None, "quarterly", ())),
        (
            "各乡镇\n每季度向县\n住建局报送进展。",
            ("report", ["各乡镇"], "县住建局", "quarterly", ()),
        ),
    ],
)
def test_duty(words: str, duty: Short) -> None:
    assert duties(words) == [duty]


@pytest.mark.parametrize(
    "words",
    [
        "各部门要及时报送信息。",
        "2024年3月10日印发。",
        "每年新增就业岗位。",
        "定期召开会议。",
        "于3月10日前完成改造。",
        "每周开展巡查。",
    ],
)
def test_sentence_without_a_recurring_duty(words: str) -> None:
    assert duties(words) == []


@pytest.mark.parametrize("day", ["13月45日", "2月30日", "0月5日", "4月31日"])
def test_day_that_does_not_exist_is_no_date(day: str) -> None:
    assert [d[4] for d in duties(f"各乡镇于{day}前报送县政府办。")] in ([], [()])


def test_two_duties_of_one_sentence() -> None:
    words = "县营商办每月通报进展，每季度召开调度会议。"
    assert duties(words) == [
        ("bulletin", ["县营商办"], None, "monthly", ()),
        ("meet", ["县营商办"], None, "quarterly", ()),
    ]


def test_lead_of_the_item_owes_what_names_nobody() -> None:
    draft = draft_of("方案\n一、任务\n1. 推进。每季度召开推进会议。（县住建局牵头，县公安局配合）")
    assert [short(duty) for duty in draft.duties] == [
        ("meet", ["县住建局"], None, "quarterly", ()),
    ]


def test_official_owes_no_duty_of_a_body() -> None:
    draft = draft_of("方案\n一、任务\n1. 推进。分管领导要每季度召开会议。（县住建局牵头）")
    assert [short(duty) for duty in draft.duties] == [("meet", [], None, "quarterly", ())]


def test_spans_of_a_duty() -> None:
    text = "方案\n一、保障\n（一）加强督导。各乡镇每季度向县住建局报送进展，抓好落实。\n"
    (duty,) = draft_of(text).duties
    assert text[duty.start : duty.end].startswith("各乡镇每季度向县住建局报送")
    assert duty.to is not None
    assert text[duty.to.start : duty.to.end] == "县住建局"
    (body,) = duty.bodies
    assert text[body.start : body.end] == "各乡镇"
