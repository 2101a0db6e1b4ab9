"""Where attributions stand: brackets of every kind, labels, sentences, the words around them."""

from __future__ import annotations

import pytest

from graphmodel.extraction.assignments import find_attributions
from tests.extraction.drafts import Said, draft_of, item, only_task, said_by, tasks_of

A, B, C, D = "县住建局", "县公安局", "县税务局", "各乡镇"
BOTH: Said = ([A], [B], [])


def groups(words: str) -> list[Said]:
    return [said_by(attribution) for attribution in item(words).attributions]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        *("〔〕", "（）", "()", "[]", "【】", "［］"),
        *("〔]", "（)", "(）", "【〕", "［）", "〔)"),
    ],
)
def test_brackets_of_any_kind_and_mixed(opening: str, closing: str) -> None:
    assert groups(f"推进审批。{opening}牵头单位：{A}；配合单位：{B}{closing}") == [BOTH]
    assert groups(f"推进审批。{opening}{A}牵头，{B}配合{closing}") == [BOTH]


@pytest.mark.parametrize(
    "words",
    [
        f"推进审批。〔牵头单位:{A};配合单位:{B}〕",
        f"推进审批。（牵头单位{A}，配合单位{B}）",
        f"推进审批。（牵头单位：{A}配合单位：{B}）",
        f"推进审批。（牵头单位：{A} 配合单位：{B}）",
        f"推进审批。（牵头单位： {A}\n配合单位： {B}）",
        f"推进审批。（{A}牵头，{B}配合）。",
        f"推进审批（{A}牵头，{B}配合）。",
        f"推进审批。\n（{A}牵头，{B}配合）",
        f"推进审批。\n\n　　（{A}牵头，{B}配合）",
        f"（{A}牵头，{B}配合）推进审批。",
        f"推进审批（含备案）、监管（含抽查）。（{A}牵头，{B}配合）",
        f"推进审批。（（{A}牵头，{B}配合））",
        f"推进审批。〔（牵头单位：{A}；配合单位：{B}）〕",
        f"推进审批。（{A}牵头，{B}配合",
        f"推进审批。〔牵头单位：{A}；配合单位：{B}。",
        f"推进审批。（注：甲（{A}牵头，{B}配合）",
        f"推进审批。）{A}牵头（{A}牵头，{B}配合）",
    ],
)
def test_one_attribution_however_it_is_written(words: str) -> None:
    assert groups(words) == [BOTH]


@pytest.mark.parametrize(
    "name",
    [
        "县住\n建局",
        "县住\r\n建局",
        "县 住 建 局",
        "县住\n\n建局",
        "县住\f建局",
        "县住\n— 3 —\n建局",
        "县住\r\n  - 3 -\r\n建局",
        "县住\u3000建局",
    ],
)
def test_layout_inside_a_name(name: str) -> None:
    task = item(f"推进审批。（{name}牵头，{B}配合）")
    assert [said_by(a) for a in task.attributions] == [BOTH]


def test_span_of_a_mention_over_a_page_break() -> None:
    text = "澄原县方案\n一、任务\n1. 推进。（县住\n— 3 —\n建局牵头）"
    ((assignment,),) = (a.assignments for a in only_task(text).attributions)
    assert assignment.mention.words == A
    assert text[assignment.mention.start : assignment.mention.end] == "县住\n— 3 —\n建局"


def test_nested_bracket_belongs_to_the_name() -> None:
    assert groups("推进。（县工信局（县科技局）牵头，各乡镇人民政府（街道）配合）") == [
        (["县工信局（县科技局）"], ["各乡镇人民政府（街道）"], [])
    ]


@pytest.mark.parametrize(
    "words",
    [
        f"推进。〔牵头单位：{A}；配合单位：{B}〕及{D}）。",
        f"推进。〔牵头单位：{A}；配合单位：{B}〕、{D}〕",
        f"推进。〔牵头单位：{A}；配合单位：{B}]和{D}〕",
        f"推进。〔牵头单位：{A}；配合单位：{B}〕以及{D}〕。",
    ],
)
def test_list_goes_on_behind_the_closing_bracket(words: str) -> None:
    assert groups(words) == [([A], [B, D], [])]


@pytest.mark.parametrize(
    "words",
    [
        f"推进。〔牵头单位：{A}；配合单位：{B}〕及时报告。（详见附件）",
        f"推进。〔牵头单位：{A}；配合单位：{B}〕和群众一起（含企业）推进）。",
        f"推进。〔牵头单位：{A}；配合单位：{B}〕、抓好落实。",
    ],
)
def test_text_behind_the_bracket_is_no_list(words: str) -> None:
    assert groups(words) == [BOTH]


def test_several_attributions_of_one_item() -> None:
    words = f"推进审批。（{A}牵头，{B}配合）推进监管。（{C}牵头）推进服务。（{D}负责）"
    assert groups(words) == [BOTH, ([C], [], []), ([D], [], [])]


@pytest.mark.parametrize(
    "words",
    [
        f"推进审批。\n牵头单位：{A}\n配合单位：{B}",
        f"推进审批。\r\n牵头单位：{A}\r\n配合单位：{B}\r\n",
        f"推进审批。\n牵头单位：{A}。\n配合单位：{B}。",
        f"推进审批。\n**牵头单位：**{A}\n**配合单位：**{B}",
        f"推进审批。牵头单位：{A}；配合单位：{B}。",
        f"推进审批。\n　　牵头单位：{A}；配合单位：{B}\n",
        f"推进审批。\n牵头单位：{A}\n\n配合单位：{B}\n\n其他事项另行通知。",
    ],
)
def test_labels_at_the_start_of_lines(words: str) -> None:
    assert groups(words) == [BOTH]


def test_list_behind_a_label_runs_to_the_end_of_its_line() -> None:
    assert groups(f"推进审批。\n责任单位：{A}、{B}\n县公安局要做好登记。") == [([A, B], [], [])]


@pytest.mark.parametrize(
    "words",
    [
        f"推进审批。{A}牵头，{B}配合。",
        f"推进审批。\n{A}牵头，{B}配合。\n",
        f"推进审批；{A}牵头，{B}配合。",
    ],
)
def test_sentence_that_is_an_attribution(words: str) -> None:
    assert groups(words) == [BOTH]


@pytest.mark.parametrize(
    "words",
    [
        f"推进审批。（{A}、{B}）",
        f"推进审批。（{A}、{B}）\n",
        f"推进审批（{A}、{B}）。",
    ],
)
def test_bracket_of_names_alone_at_the_end_of_a_paragraph(words: str) -> None:
    task = item(words)
    assert [said_by(a) for a in task.attributions] == [([A, B], [], [])]
    assert task.attributions[0].basis == "joint"


@pytest.mark.parametrize(
    "words",
    [
        f"推进审批。（{A}、{B}）等单位开展试点。",
        "推进审批（县级）。",
        "推进审批，支持企业牵头组建联合体。",
        "推进审批，建立首问负责制、牵头部门与配合部门会商机制。",
        "推进审批。各牵头单位要每月报送进展。",
        "推进审批（详见附件2）。",
        "推进审批（责任单位：待定）。",
        "推进审批。（牵头单位、责任单位、完成时限见附件）",
        "推进审批。由分管领导牵头建立专班。",
        "推进审批。各级各部门要密切配合。",
        "推进审批。本方案由县住建局负责解释。",
    ],
)
def test_item_without_attribution_is_a_section(words: str) -> None:
    draft = draft_of(f"澄原县方案\n一、任务\n1. {words}")
    assert draft.tasks == []
    assert [section.path for section in draft.sections] == [(1,), (1, 1)]


@pytest.mark.parametrize(
    "bracket",
    [
        "（牵头单位：" + "甲" * 41 + "）",
    ],
)
def test_what_was_not_understood_is_reported_with_its_place(bracket: str) -> None:
    text = f"澄原县方案\n一、任务\n1. 推进审批。{bracket}"
    draft = draft_of(text)
    assert draft.tasks == []
    (doubt,) = draft.doubts
    assert (doubt.code, text[doubt.start : doubt.end]) == ("attribution-not-understood", bracket)


def test_bracket_not_understood_gives_nobody_a_role() -> None:
    """Neither do the labels inside it."""
    words = f"推进。（牵头单位：{'甲' * 41}；配合单位：{'乙' * 41}）"
    draft = draft_of(f"方案\n一、任务\n1. {words}")
    assert (draft.tasks, len(draft.doubts)) == ([], 1)


def test_attribution_belongs_to_the_deepest_item() -> None:
    text = (
        "澄原县方案\n一、任务\n（一）改革\n1. 推进。\n（1）审批。（县住建局牵头）\n"
        "（2）监管。（县公安局牵头）\n2. 服务。（县税务局牵头）\n"
    )
    assert tasks_of(text) == {
        (1, 1, 1, 1): [([A], [], [])],
        (1, 1, 1, 2): [([B], [], [])],
        (1, 1, 2): [([C], [], [])],
    }
    assert [section.title for section in draft_of(text).sections] == ["任务", "改革", "推进"]


def test_unclosed_bracket_does_not_reach_the_next_item() -> None:
    text = "方案\n一、任务\n1. 推进。（县住建局牵头\n2. 监管。（县公安局牵头）\n"
    assert tasks_of(text) == {(1, 1): [([A], [], [])], (1, 2): [([B], [], [])]}


def test_paragraph_without_a_number_that_assigns_is_a_task() -> None:
    text = "澄原县防汛方案\n加强巡查。（县水利局牵头）\n加强值守。（县应急局负责，各乡镇配合）\n"
    assert tasks_of(text) == {
        (1,): [(["县水利局"], [], [])],
        (2,): [(["县应急局"], [D], [])],
    }


def test_convention_holds_from_the_item_that_states_it() -> None:
    text = (
        "方案\n一、任务\n1. 甲。（县财政局、县审计局）\n"
        f"2. 乙。（责任单位：{A}、{B}，列第一位的为牵头单位，下同）\n"
        f"3. 丙。（责任单位：{B}、{C}、{D}）\n4. 丁。（{C}）\n5. 戊。（{A}、{B}牵头，{D}配合）\n"
    )
    assert tasks_of(text) == {
        (1, 1): [(["县财政局", "县审计局"], [], [])],
        (1, 2): [([A], [B], [])],
        (1, 3): [([B], [C, D], [])],
        (1, 4): [([C], [], [])],
        (1, 5): [([A, B], [D], [])],
    }
    bases = [task.attributions[0].basis for task in draft_of(text).tasks]
    assert bases == ["joint", "first_listed", "first_listed", "sole", "designated"]


def test_rule_and_basis_are_kept() -> None:
    attribution = item(f"推进。（{A}牵头，{B}等部门配合）").attributions[0]
    assert (attribution.basis, attribution.open_ended, attribution.rule) == (
        *("designated", True, "verb-designated"),
    )


def test_post_in_charge_is_kept_apart_from_the_bodies() -> None:
    text = f"方案\n一、任务\n1. 推进。（责任领导：甲某某副县长；牵头单位：{A}）"
    (attribution,) = only_task(text).attributions
    assert said_by(attribution) == ([A], [], [])
    (post,) = attribution.posts
    assert (post.words, text[post.start : post.end]) == ("甲某某副县长", "甲某某副县长")


def test_list_that_goes_on_behind_a_bracket_with_a_damaged_name_before_it() -> None:
    text = "推进审批。〔牵头单位：县住建局；配合单位：县级有关门〕\n及各乡镇人民政府〕\n"
    (found,), _ = find_attributions(text, 0, len(text))
    supports = [a for a in found.attribution.assignments if a.role == "support"]
    assert [a.words for a in supports] == ["县级有关门", "各乡镇人民政府"]
    spans = [found.words.span(a.start, a.end) for a in supports]
    assert [text[start:end] for start, end in spans] == ["县级有关门", "各乡镇人民政府"]
