"""Attributions that stand under no number."""

from __future__ import annotations

from tests.extraction.drafts import draft_of, tasks_of


def test_paragraphs_before_the_first_number_that_assign_are_tasks() -> None:
    text = (
        "澄原县防汛方案\n强化统筹。\n加强监测预警。县水文站随时会商。（县水利局牵头）\n"
        "各乡镇要提高认识。\n加强值守。（县应急局负责，各乡镇配合）\n"
    )
    assert tasks_of(text) == {
        (1,): [(["县水利局"], [], [])],
        (2,): [(["县应急局"], ["各乡镇"], [])],
    }
    assert [task.title for task in draft_of(text).tasks] == ["加强监测预警", "加强值守"]


def test_bracket_alone_on_its_line_belongs_to_the_paragraph_above() -> None:
    text = (
        "澄原县防汛方案\n加强监测预警，及时发布。\n（县水利局牵头）\n加强值守。\n（县应急局牵头）\n"
    )
    assert [task.title for task in draft_of(text).tasks] == [
        *("加强监测预警，及时发布", "加强值守"),
    ]


def test_spans_are_those_of_the_paragraphs() -> None:
    text = "澄原县防汛方案\n加强监测。\n（县水利局牵头）\n加强值守。（县应急局牵头）\n"
    assert [text[task.start : task.end] for task in draft_of(text).tasks] == [
        *("加强监测。\n（县水利局牵头）", "加强值守。（县应急局牵头）"),
    ]


def test_paragraphs_and_items_stand_together_in_the_order_of_the_text() -> None:
    text = "方案\n加强统筹。（县政府办牵头）\n一、任务\n1. 推进。（县住建局牵头）\n"
    assert tasks_of(text) == {
        (1,): [(["县政府办"], [], [])],
        (1, 1): [(["县住建局"], [], [])],
    }


def test_paragraph_of_an_annex() -> None:
    text = "方案\n一、任务\n1. 推进。（县住建局牵头）\n附件1\n加强宣传。（县融媒体中心牵头）\n"
    assert tasks_of(text) == {
        (1, 1): [(["县住建局"], [], [])],
        ("annex", 1, 1): [(["县融媒体中心"], [], [])],
    }


def test_several_attributions_of_one_paragraph_are_of_one_task() -> None:
    text = "方案\n加强监测。（县水利局牵头）加强值守。（县应急局牵头）\n"
    assert tasks_of(text) == {(1,): [(["县水利局"], [], []), (["县应急局"], [], [])]}
