"""No text at all does any harm, and every span holds the words that were read there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.extraction.draft import Mention, PlanDraft
from graphmodel.extraction.masking import masked
from graphmodel.extraction.plan import extract_plan
from graphmodel.model.ids import squeeze
from tests.extraction.drafts import unread

WORDS = st.sampled_from(
    (
        *("一、", "二、", "（一）", "（二）", "1.", "2. ", "3、", "（1）", "(2)", "①", "⑳"),
        *("附件", "附件1", "附件：", "附件2：", "\n", "\r", "\r\n", "\f", "\t", " ", "\u3000"),
        *("\x00", "\ud800", "\udfff", "𠮷", "\u2028", "\x85", "\x0b", "\ufeff", "■"),
        *("牵头", "负责", "配合", "参与", "落实", "监督", "会同", "协调", "按职责分工负责", "下同"),
        *(
            "牵头单位：",
            "责任单位:",
            "配合单位：",
            "责任领导：",
            "完成时限：",
            "列第一位的为牵头单位",
        ),
        *(
            "县住建局",
            "县公安局",
            "各乡镇",
            "各部门",
            "国网澄原供电公司",
            "县长",
            "甲某某",
            "等部门",
        ),
        *(
            "和",
            "及",
            "以及",
            "等",
            "、",
            "，",
            "；",
            "。",
            "：",
            "（",
            "）",
            "〔",
            "〕",
            "]",
            "【",
        ),
        *(
            "《",
            "》",
            "“",
            "”",
            "以下",
            "不再列出",
            "每年",
            "每季度",
            "按月",
            "2024年",
            "年底前",
            "0月",
        ),
        *(
            "2月30日",
            "13月",
            "第一季度",
            "压缩至",
            "不超过",
            "5个",
            "10%",
            "9" * 30,
            "工作日",
            "以内",
        ),
        *(
            "指标",
            "包含",
            "四个指标，分别为",
            "1十个指标",
            "“开办企业”",
            "开办企业、",
            "等18个指标",
        ),
        *(
            "序号",
            "任务",
            "指标名称",
            "牵头单位",
            "责任单位",
            "|",
            "部署阶段（",
            "2024年3月上旬",
            "）",
        ),
        *(
            "报送",
            "向县住建局",
            "召开会议",
            "通报",
            "关于印发",
            "方案",
            "的通知",
            "〔2024〕3号",
            "澄原县",
        ),
        *(
            "二〇二四年三月一日",
            "139",
            "00000000",
            "联系人：",
            "a@b.cn",
            "１",
            "٣",
            "²",
            "#",
            "*",
            "0",
        ),
    )
)
texts = st.one_of(
    st.lists(WORDS, max_size=60).map("".join),
    st.tuples(
        st.just("一、任务\n（一）推进。"),
        st.lists(WORDS, max_size=40).map("".join),
        st.just("（县住建局牵头）"),
    ).map("".join),
    st.text(max_size=60),
)


def spans(draft: PlanDraft) -> Iterator[tuple[str, int, int]]:
    """Everything that was read, with the words that must stand there."""
    for task in draft.tasks:
        yield "", task.start, task.end
        for attribution in task.attributions:
            yield from (a.mention for a in attribution.assignments)
            yield from attribution.posts
        yield from ((link.words, link.start, link.end) for link in task.links)
        yield from (("", target.start, target.end) for target in task.targets)
        yield from (("", deadline.start, deadline.end) for deadline in task.deadlines)
    for indicator in draft.indicators:
        yield indicator.name, indicator.start, indicator.end
        yield from _mentions(indicator.attribution.mentions if indicator.attribution else ())
    for duty in draft.duties:
        yield "", duty.start, duty.end
        yield from _mentions((*duty.bodies, *((duty.to,) if duty.to else ())))
    for stage in draft.stages:
        yield stage.name, stage.start, stage.end
    yield from (("", section.start, section.end) for section in draft.sections)
    yield from (("", doubt.start, doubt.end) for doubt in draft.doubts)


def _mentions(mentions: tuple[Mention, ...]) -> Iterator[tuple[str, int, int]]:
    yield from mentions


@settings(max_examples=400, deadline=None)
@given(texts)
def test_any_text_is_read_and_every_span_holds_its_words(text: str) -> None:
    draft = extract_plan(unread(text))
    for words, start, end in spans(draft):
        assert 0 <= start <= end <= len(text)
        assert squeeze(words) in squeeze(text[start:end])
    assert [task.start for task in draft.tasks] == sorted(task.start for task in draft.tasks)
    assert all(words == squeeze(words) for task in draft.tasks for words in [task.title])
    assert len(masked(text)) == len(text)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_any_text_gives_the_same_twice(text: str) -> None:
    assert extract_plan(unread(text)) == extract_plan(unread(text))


@pytest.mark.parametrize("text", ["x", "一、", "1.", "（", "附件", "附件1\n", "\x00", "牵头单位："])
def test_smallest_documents(text: str) -> None:
    draft = extract_plan(unread(text))
    assert (draft.tasks, draft.indicators, draft.duties, draft.stages) == ([], [], [], [])


def test_empty_text() -> None:
    draft = extract_plan(unread(""))
    assert (draft.sections, draft.tasks, draft.front.title) == ([], [], "plan")
