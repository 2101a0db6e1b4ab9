"""The panel on the right: tasks with what belongs to them, and why a relation is there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Confidence
from graphmodel.views import write_page
from tests.views.sample import plan_facts

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

COPIES = 30


def doubtful_facts() -> Facts:
    """The sample; that 县审批局 leads the first task is likely only."""
    facts = plan_facts()
    first, *others = facts.responsibilities
    reasons = ("words:long", "rule:support-only")
    doubted = replace(first, confidence=Confidence.LIKELY, reasons=reasons)
    return replace(facts, responsibilities=(doubted, *others))


def many_facts() -> Facts:
    """The sample with as many more tasks that 县审批局 leads."""
    facts = plan_facts()
    task, part = facts.tasks[0], facts.responsibilities[0]
    numbers = range(1, COPIES + 1)
    tasks = [replace(task, id=f"{task.plan}#2.{n}", path=(2, n), title=f"复制{n}") for n in numbers]
    parts = [replace(part, id=f"{row.id}/0.lead.0", task=row.id) for row in tasks]
    return replace(
        facts,
        tasks=(*facts.tasks, *tasks),
        responsibilities=(*facts.responsibilities, *parts),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("panel")
    write_page(doubtful_facts(), folder / "doubtful.html")
    write_page(many_facts(), folder / "many.html")
    return folder


@pytest.fixture
def unit(page: Page, folder: Path) -> Page:
    page.goto(f"{(folder / 'doubtful.html').as_uri()}#unit=县审批局")
    return page


def rows(page: Page) -> list[list[str]]:
    """Names and values of the lists of the panel."""
    pairs = "lists => lists.flatMap(list => [...list.children].map(part => part.textContent))"
    texts = page.locator("#details dl").evaluate_all(pairs)
    return [list(pair) for pair in zip(texts[::2], texts[1::2], strict=True)]


def test_task_of_a_unit_with_all_that_belongs_to_it(unit: Page) -> None:
    first = unit.locator("#details .edges > li").first
    assert first.locator("button.link").first.inner_text() == "提升开办企业便利度"
    assert first.locator(".notes").inner_text() == "1.1 · 2025-12-31"
    assert first.locator(".about-task").inner_text().split() == [
        *("指标", "开办企业", "目标", "压减", "≤", "1个工作日", "配合", "县市场监管局"),
    ]
    assert first.locator("blockquote mark").inner_text() == "县审批局"
    assert first.locator("cite").inner_text() == "第 3 行 为何有这条关系"


def test_why_is_one_click_away(unit: Page) -> None:
    unit.click("#details .why-edge >> nth=0")
    assert unit.inner_text("#details h2") == "牵头"
    assert rows(unit) == [
        ["文中写作", "县审批局"],
        ["依据", "明写牵头"],
        ["规则", "bracket"],
        ["可信度", "较可信；称谓过长，可能不只是机构名；只有配合单位，没有读出牵头单位"],
        ["时限", "2025-12-31"],
        ["事实编号", "云岭县:云政发〔2024〕1号#1.1/0.lead.0"],
    ]
    assert unit.inner_text("#details cite") == (
        "《云岭县优化营商环境实施方案》 · 云岭县.txt · 第 3 行 · 1.1"
    )


def test_why_by_keyboard_and_back(unit: Page) -> None:
    unit.focus("#details .why-edge >> nth=1")
    label = unit.get_attribute("#details .why-edge >> nth=1", "aria-label")
    assert label == "为何有这条关系：县审批局 牵头 规范执法检查"
    unit.keyboard.press("Enter")
    assert unit.inner_text("#details h2") == "牵头"
    assert unit.evaluate("document.activeElement.id") == "details"
    unit.go_back()
    unit.wait_for_function("() => !location.hash.includes('edge')")
    assert unit.inner_text("#details h2 >> nth=0") == "县审批局"


def test_what_is_certain_says_so_and_what_is_not_is_marked(unit: Page) -> None:
    assert unit.locator("#details .badge.doubt").all_inner_texts() == ["较可信"]
    unit.click("#details .why-edge >> nth=1")
    assert ["可信度", "确定"] in rows(unit)


def test_task_says_where_it_stands(page: Page, folder: Path) -> None:
    page.goto(f"{(folder / 'doubtful.html').as_uri()}#task=1.4")
    assert ["位置", "第 6 行"] in rows(page)
    cites = page.locator("#details cite").all_inner_texts()
    # 县文旅 stands at the end of line 6, 各乡镇 after the break.
    assert cites == [f"第 {line} 行 为何有这条关系" for line in (6, 6, 7)]


def test_reasons_in_english(page: Page, folder: Path) -> None:
    page.goto(f"{(folder / 'doubtful.html').as_uri()}#lang=en&unit=县审批局")
    page.click("#details .why-edge >> nth=0")
    assert ["Confidence", "likely; longer than names are; support without a lead"] in rows(page)


def test_long_list_is_folded(page: Page, folder: Path) -> None:
    page.goto(f"{(folder / 'many.html').as_uri()}#unit=县审批局")
    led = page.locator("#details section", has=page.locator("h3", has_text="牵头（33）"))
    assert led.locator(".edges > li").count() == 12
    led.locator("summary").click()
    assert led.locator(".edges > li").count() == 33
    assert led.locator("button.link").last.is_visible()
