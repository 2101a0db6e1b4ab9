"""Whole documents: plans that are written by rule are read back."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.extraction.draft import PlanDraft
from graphmodel.model.columns import Path
from tests.extraction.drafts import Said, draft_of, said_by

CHINESE = ["一", "二", "三", "四", "五", "六"]
BODIES = (
    *("县住建局", "县公安局", "县发展和改革局", "县文化和旅游局", "县税务局", "县人民法院"),
    *("市生态环境局澄原分局", "国网澄原供电公司", "县工信局（县科技局）", "各乡镇", "县直有关部门"),
)
TITLES = ("推进审批改革", "加强事中事后监管", "优化营商环境，提升服务水平", "开展专项行动")
SENTENCES = ("优化流程，压减时限。", "年底前完成。", "网办率达到95%以上。", "")
FORMS = (
    "〔牵头单位：{leads}；配合单位：{supports}〕",
    "（牵头单位:{leads};配合单位:{supports})",
    "（{leads}牵头，{supports}配合）",
    "（{leads}牵头，{supports}按职责分工负责）",
    "【主办单位：{leads} 协办单位：{supports}】",
    "\n牵头单位：{leads}\n配合单位：{supports}",
    "（由{leads}牵头，{supports}参与）。",
)


@dataclass(frozen=True)
class Item:
    """One item of a written plan and what is to be read."""

    title: str
    sentence: str
    form: str
    leads: list[str]
    supports: list[str]

    def text(self, joint: str) -> str:
        """The item without its number."""
        leads, supports = joint.join(self.leads), joint.join(self.supports)
        return f"{self.title}。{self.sentence}{self.form.format(leads=leads, supports=supports)}"


@st.composite
def items(draw: st.DrawFn) -> Item:
    names = draw(st.lists(st.sampled_from(BODIES), min_size=2, max_size=6, unique=True))
    cut = draw(st.integers(1, len(names) - 1))
    title, sentence, form = (draw(st.sampled_from(s)) for s in (TITLES, SENTENCES, FORMS))
    return Item(title, sentence, form, names[:cut], names[cut:])


plans = st.lists(st.lists(items(), min_size=1, max_size=3), min_size=1, max_size=4)


def written(sections: list[list[Item]], joint: str = "、") -> str:
    """The text of a plan with these items in these sections."""
    lines = ["澄原县工作方案"]
    for number, section in enumerate(sections):
        lines.append(f"{CHINESE[number]}、重点任务")
        lines += [f"{n}. {item.text(joint)}" for n, item in enumerate(section, start=1)]
    return "\n".join(lines) + "\n"


def expected(sections: list[list[Item]]) -> list[tuple[Path, str, list[Said]]]:
    return [
        ((number, n), item.title, [(item.leads, item.supports, [])])
        for number, section in enumerate(sections, start=1)
        for n, item in enumerate(section, start=1)
    ]


def read(draft: PlanDraft) -> list[tuple[Path, str, list[Said]]]:
    return [
        (task.path, task.title, [said_by(attribution) for attribution in task.attributions])
        for task in draft.tasks
    ]


@settings(deadline=None)
@given(plans, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\n\u3000\u3000"]))
def test_written_plan_is_read_back(sections: list[list[Item]], end: str) -> None:
    draft = draft_of(written(sections).replace("\n", end))
    assert read(draft) == expected(sections)
    assert draft.doubts == []
    assert [s.path for s in draft.sections] == [(n + 1,) for n in range(len(sections))]


@settings(max_examples=50, deadline=None)
@given(
    plans, st.sampled_from(["、\n", "、 ", "\n、", "、\n\n— 3 —\n\n", "、\f", "、\r\n  - 12 -\r\n"])
)
def test_page_layout_between_the_names_changes_nothing(
    sections: list[list[Item]], joint: str
) -> None:
    closed = [[i for i in section if not i.form.startswith("\n")] for section in sections]
    kept = [section for section in closed if section]
    assert read(draft_of(written(kept, joint))) == expected(kept)


@settings(max_examples=50, deadline=None)
@given(plans)
def test_reading_twice_gives_the_same(sections: list[list[Item]]) -> None:
    text = written(sections)
    assert draft_of(text) == draft_of(text)


@settings(max_examples=50, deadline=None)
@given(plans)
def test_unrelated_section_at_the_end_changes_no_task(sections: list[list[Item]]) -> None:
    text = written(sections)
    longer = f"{text}十二、附则\n其他事项按有关规定办理，由相关规定另行明确。\n"
    assert draft_of(longer).tasks == draft_of(text).tasks


@settings(max_examples=50, deadline=None)
@given(plans)
def test_unrelated_paragraph_at_the_end_changes_no_attribution(
    sections: list[list[Item]],
) -> None:
    text = written(sections)
    longer = draft_of(f"{text}\n其他事项按有关规定办理。\n")
    assert longer.tasks[:-1] == draft_of(text).tasks[:-1]
    assert read(longer) == expected(sections)


def test_digits_of_full_width_are_numbers_and_dates() -> None:
    draft = draft_of(
        "澄原县方案\n\n一、任务\n１．推进审批。到２０２７年办理时限压减至１５个工作日以内。（县住建局牵头）\n"
    )
    (task,) = draft.tasks
    assert [when.date for when in task.deadlines] == ["2027-12-31"]
    assert [(q.value, q.unit) for q in task.targets] == [(15.0, "工作日")]
