"""Titles of items, and headings that name who is responsible."""

from __future__ import annotations

import pytest

from tests.extraction.drafts import draft_of, item, said_by


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("推进审批改革。压减时限，优化流程。（县住建局牵头）", "推进审批改革"),
        ("推进审批改革\n压减时限，优化流程。（县住建局牵头）", "推进审批改革"),
        ("推进审批改革。（县住建局牵头）", "推进审批改革"),
        ("推进审批改革（县住建局牵头）", "推进审批改革"),
        ("推进审批改革，\n优化流程。压减时限。（县住建局牵头）", "推进审批改革，优化流程"),
        ("推进审批\n— 2 —\n改革。压减时限。（县住建局牵头）", "推进审批"),
        ("　推进 审批\u3000改革 。压减时限。（县住建局牵头）", "推进审批改革"),
        ("**推进审批改革**。压减时限。（县住建局牵头）", "推进审批改革"),
        ("推进审批改革，压减时限（县住建局牵头）。", "推进审批改革，压减时限"),
        ("\n推进审批改革\n压减时限。（县住建局牵头）", "推进审批改革"),
        ("推进审批改革：\n压减时限。（县住建局牵头）", "推进审批改革：压减时限"),
    ],
)
def test_title(words: str, title: str) -> None:
    assert item(words).title == title


def test_long_line_goes_on_in_the_next() -> None:
    first = "推进审批改革" * 11
    assert item(f"{first}\n和监管。压减时限。（县住建局牵头）").title == f"{first}和监管"


def test_title_never_reaches_into_the_attribution() -> None:
    assert item("（县住建局牵头）推进审批。").title == ""


def test_task_spans_its_number_and_its_last_attribution() -> None:
    text = "方案\n一、任务\n1. 推进。\n压减时限。（县住建局牵头）\n各单位要配合。\n2. 完成。"
    (task,) = draft_of(text).tasks
    assert text[task.start : task.end] == "1. 推进。\n压减时限。（县住建局牵头）"


def test_text_behind_an_attribution_in_the_heading_is_of_the_task() -> None:
    text = "方案\n一、任务\n1. 推进（县住建局牵头）\n压减时限。\n优化流程。\n2. 完成。"
    (task,) = draft_of(text).tasks
    assert text[task.start : task.end] == "1. 推进（县住建局牵头）\n压减时限。\n优化流程。"


def test_sections_have_their_headings() -> None:
    text = "方案\n一、总体要求\n坚持改革。\n（一）目标。到2025年，全面完成。\n"
    sections = draft_of(text).sections
    assert [(s.path, s.title) for s in sections] == [((1,), "总体要求"), ((1, 1), "目标")]
    assert text[sections[0].start : sections[0].end] == "一、总体要求"


@pytest.mark.parametrize(
    ("words", "leads", "title"),
    [
        (
            "县住建局\n负责获得用水、获得用气指标及涉及领域的有关事项。",
            ["县住建局"],
            "获得用水、获得用气",
        ),
        ("县住建局\n主要负责办理建筑许可指标以及相关事项。", ["县住建局"], "办理建筑许可"),
        ("县住建局、县公安局\n负责开办企业指标。", ["县住建局", "县公安局"], "开办企业指标"),
        (
            "县法院\n负责执行合同、办理破产指标及涉及领域的有关事项。",
            ["县法院"],
            "执行合同、办理破产",
        ),
        (
            "县教育局和县人力资源和社会保障局\n承担劳动力市场监管指标等有关工作。",
            ["县教育局", "县人力资源和社会保障局"],
            "劳动力市场监管",
        ),
    ],
)
def test_lead_in_the_heading(words: str, leads: list[str], title: str) -> None:
    text = f"方案\n一、分工\n（一）{words}\n（二）其他\n无。"
    (task,) = draft_of(text).tasks
    (attribution,) = task.attributions
    assert said_by(attribution) == (leads, [], [])
    assert (attribution.basis, attribution.rule) == ("heading", "heading")
    assert (task.path, task.title) == ((1, 1), title)


@pytest.mark.parametrize(
    "words",
    [
        "组织领导\n负责统筹协调各项工作。",
        "县住建局（牵头）\n审批事项。",
        "推进改革\n县住建局负责审批。请支持",
        "县住建局\n各乡镇要抓好落实。",
    ],
)
def test_heading_without_a_lead(words: str) -> None:
    draft = draft_of(f"方案\n一、分工\n（一）{words}\n")
    assert all(a.basis != "heading" for task in draft.tasks for a in task.attributions)


DUTIES = (
    "澄原县工作方案\n一、任务\n推进改革。\n二、部门职责\n"
    "县发展和改革局：负责统筹协调。牵头编制计划。\n"
    "县住建局、县水务局：做好供水保障；\n"
    "各乡镇：配合做好入户宣传。\n"
    "其他部门按各自职责做好工作。\n"
    "三、保障\n（一）县财政局负责筹措资金。\n"
)


def test_list_of_the_duties_of_bodies() -> None:
    tasks = draft_of(DUTIES).tasks
    assert [(t.path, t.title, said_by(t.attributions[0])) for t in tasks] == [
        ((2, 1), "统筹协调", (["县发展和改革局"], [], [])),
        ((2, 2), "做好供水保障", (["县住建局", "县水务局"], [], [])),
        ((2, 3), "配合做好入户宣传", ([], ["各乡镇"], [])),
    ]


def test_numbered_duties() -> None:
    text = (
        "澄原县工作方案\n一、职责分工\n（一）县住建局负责城镇供水。\n"
        "（二）县水务局：指导农村供水。\n二、保障\n（一）县财政局负责筹措资金。\n"
    )
    tasks = draft_of(text).tasks
    assert [(t.path, t.title, said_by(t.attributions[0])[0]) for t in tasks] == [
        ((1, 1), "城镇供水", ["县住建局"]),
        ((1, 2), "指导农村供水", ["县水务局"]),
    ]
