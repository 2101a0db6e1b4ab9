"""Bad input by size: what is damaged a hundred thousand times over is read in seconds too."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from graphmodel.extraction.draft import PlanDraft
from graphmodel.extraction.masking import masked
from graphmodel.extraction.plan import extract_plan
from tests.extraction.drafts import unread

PATIENCE = 30
"""Seconds. All of this takes a second or two; what is not linear takes minutes."""


@contextmanager
def patience() -> Iterator[None]:
    """Give up on what does not end, where the platform has alarms."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def give_up(signum: int, frame: FrameType | None) -> None:
        pytest.fail(f"not done after {PATIENCE} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def read(text: str) -> PlanDraft:
    with patience():
        return extract_plan(unread(text))


def section(filler: str) -> str:
    return f"一、任务\n（一）推进工作。{filler}\n二、保障\n1. 推进。（县住建局牵头）\n"


def task(filler: str) -> str:
    return (
        f"一、任务\n（一）推进工作。{filler}（县公安局牵头）\n二、保障\n1. 推进。（县住建局牵头）\n"
    )


def cell(filler: str) -> str:
    return f"一、任务\n推进。\n序号\t任务\t牵头单位\n1\t推进\t县住建局{filler}\n二、保障\n"


FILLERS = {
    "unclosed brackets": "（" * 100_000,
    "nested brackets": "（" * 100_000 + "）" * 100_000,
    "closing brackets": "）" * 100_000,
    "unclosed labels": "（牵头单位：" * 200_000,
    "bodies": "县住建局、" * 200_000,
    "digits": "1" * 1_000_000,
    "role words": "牵头" * 500_000,
    "line feeds": "\n" * 1_000_000,
    "carriage returns": "\r" * 1_000_000,
    "spaces": " " * 1_000_000,
    "recurrences": "每年" * 200_000,
    "annexes": "\n" + "附件：\n" * 100_000,
    "annex headings": "\r" + "附件1\r" * 100_000,
    "numbers": "\n" + "1.\n" * 100_000,
    "NUL bytes": "\x00" * 1_000_000,
    "lone surrogates": "\ud800" * 1_000_000,
    "book titles": "《" * 1_000_000,
    "members": "指标、" * 100_000,
    "listed indicators": "开办企业、" * 100_000 + "等18个指标",
    "days": "3月1日，" * 50_000,
    "reports": "每月报送县住建局，" * 20_000,
    "label lines": "\n牵头单位：县住建局" * 20_000,
    "brackets and labels": "（牵头单位：县住建局）\n牵头单位：县住建局\n" * 5_000,
}


@pytest.mark.parametrize("name", FILLERS)
def test_section_full_of(name: str) -> None:
    draft = read(section(FILLERS[name]))
    assert draft.tasks[-1].title == "推进"


@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ("1、", 100_000),
        ("1和", 100_000),
        ("三和", 100_000),
        ("1个、", 50_000),
        ("10%", 50_000),
        ("压缩至", 100_000),
        ("《甲乙丙》2024年底前", 20_000),
        ("2024年", 100_000),
        ("每季度", 100_000),
        ("“", 200_000),
    ],
)
def test_task_full_of(unit: str, times: int) -> None:
    draft = read(task(unit * times))
    assert [t.path for t in draft.tasks] == [(1, 1), (2, 1)]


@pytest.mark.parametrize(
    "unit",
    [
        "、县公安局",
        "和县公安局",
        "以及",
        "牵头",
        "负责，",
        "以下",
        "牵头单位：县住建局",
        "张三副县长、",
    ],
)
def test_cell_full_of(unit: str) -> None:
    draft = read(cell(unit * 20_000))
    assert len(draft.tasks) <= 1


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: "\n".join(["甲\t乙"] * 50_000), id="rows"),
        pytest.param(lambda: "甲\t" * 300_000, id="cells"),
        pytest.param(lambda: "关于印发意见" * 600 + "\n一、任务\n", id="head"),
        pytest.param(lambda: "2024年1月1日\n" * 50_000, id="dates"),
        pytest.param(lambda: "一、任务\n" + "附件1\n1. 好\n" * 20_000, id="annexes with items"),
        pytest.param(lambda: "一、推进。县住建局牵头。\n" * 10_000, id="items"),
        pytest.param(lambda: "县住建局牵头。\n" * 20_000, id="paragraphs"),
        pytest.param(lambda: "（县住建局）\n" * 20_000, id="bare lists"),
    ],
)
def test_document_full_of(make: Callable[[], str]) -> None:
    assert isinstance(read(make()), PlanDraft)


@pytest.mark.parametrize(
    "unit", ["1", "a", "a@", "13900000000", "联系人：", "责任领导：甲、", "0911-", "联 ", "组长："]
)
def test_masking_a_text_full_of(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    with patience():
        assert len(masked(text)) == len(text)
