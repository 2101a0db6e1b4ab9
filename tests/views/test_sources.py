"""Which pieces of the texts the page carries."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.model.facts import Facts
from graphmodel.views.sources import LINE_LIMIT, snippets
from tests.views.sample import PLAN, TEXT, plan_facts, two_plans


def pieces(facts: Facts) -> list[tuple[int, str]]:
    found = snippets(facts)[0]
    assert found is not None
    return found


def test_each_task_and_the_line_of_what_is_said_elsewhere() -> None:
    assert [text for _, text in pieces(plan_facts())] == [
        "1.提升开办企业便利度。2025年底前压减至1个工作日。"
        "〔牵头单位：县审批局；配合单位：县市场监管局、各乡镇〕",
        "2.推进获得电力改革。每季度通报，分管副县长负责。（县供电公司、县发改局负责）",
        "3.规范执法检查。〔牵头单位：县审批局；配合单位：各乡镇〕",
        "4.加强宣传引导。〔牵头单位：县审批局；配合单位：县文旅\n局、各乡镇〕",
        "附件：开办企业指标由县审批局负责。",
    ]


def test_pieces_say_where_they_start() -> None:
    assert all(TEXT.startswith(text, start) for start, text in pieces(plan_facts()))


def test_overlapping_pieces_are_one() -> None:
    facts = plan_facts()
    whole = replace(facts.tasks[0], end=facts.tasks[2].end)
    of = pieces(replace(facts, tasks=(whole, *facts.tasks[1:])))
    assert of[0] == (whole.start, TEXT[whole.start : whole.end])
    assert len(of) == 3


def test_long_line_is_cut() -> None:
    facts = plan_facts()
    text = TEXT.replace("附件：", "附件：" + "长" * 5000)
    moved = facts.responsibilities[-1]
    moved = replace(moved, start=moved.start + 5000, end=moved.end + 5000)
    parts = (*facts.responsibilities[:-1], moved)
    of = pieces(replace(facts, responsibilities=parts, texts=(replace(facts.texts[0], text=text),)))
    assert of[-1] == (moved.start - LINE_LIMIT, text[moved.start - LINE_LIMIT :].rstrip("\n"))


def test_plan_without_text_has_none() -> None:
    facts = two_plans()
    one = replace(facts, texts=tuple(row for row in facts.texts if row.plan == PLAN))
    assert [found is None for found in snippets(one)] == [False, True]
    assert snippets(facts.without_texts()) == [None, None]
