"""The search box in a browser: what is found, in which order, and what it says of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphmodel.model.facts import Facts
from graphmodel.views import write_page
from tests.views.sample import plan_facts

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RENAMED = {
    "县文旅局": ("人民银行云岭县支行", ("central_bank",)),
    "县发改局": ("县发改局", ("development_reform", "other")),
    "县市场监管局": ("县市场监管局", ("market_regulation", "development_reform")),
}
"""Names and functions that are given to units of the sample."""


def renamed_facts() -> Facts:
    facts = plan_facts()
    units = tuple(
        replace(unit, name=name, function=functions[0], functions=functions)
        for unit in facts.units
        for name, functions in [RENAMED.get(unit.name, (unit.name, unit.functions))]
    )
    return replace(facts, units=units)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("search") / "page.html"
    write_page(renamed_facts(), file)
    return file


@pytest.fixture
def opened(quiet: Page, file: Path) -> Page:
    quiet.goto(file.as_uri())
    quiet.keyboard.press("/")
    return quiet


def rows(page: Page, text: str) -> list[list[str]]:
    """What is found: of each the name, the kind, and how else it matched."""
    page.fill("#search", text)
    found = page.locator("#found li").evaluate_all(
        "rows => rows.map(row => [...row.children].slice(1).map(part => part.textContent))"
    )
    return [list(row) for row in found]


def marked(page: Page) -> list[str]:
    texts: list[str] = page.locator("#found mark").all_text_contents()
    return texts


def test_initials_of_pinyin(opened: Page) -> None:
    assert rows(opened, "fgj") == [["县发改局", "单位 · 拼音"]]
    assert marked(opened) == ["发改局"]


def test_pinyin_in_full_and_unfinished(opened: Page) -> None:
    assert rows(opened, "fagaij") == [["县发改局", "单位 · 拼音"]]
    assert marked(opened) == ["发改局"]
    assert rows(opened, "fa'gai ju") == [["县发改局", "单位 · 拼音"]]


def test_pinyin_starts_with_a_syllable(opened: Page) -> None:
    # "aga" stands within f-a-ga-i, and begins no syllable.
    assert rows(opened, "aga") == []


def test_character_with_several_sounds(opened: Page) -> None:
    assert rows(opened, "yinhang") == [["人民银行云岭县支行", "单位 · 拼音"]]
    assert marked(opened) == ["银行"]
    assert rows(opened, "zhihang") == [["人民银行云岭县支行", "单位 · 拼音"]]
    assert rows(opened, "yinxing") == []


def test_function_in_both_languages(opened: Page) -> None:
    assert rows(opened, "reform") == [
        [unit, "单位", "职能 Development and reform"] for unit in ("县发改局", "县市场监管局")
    ]
    assert rows(opened, "Central") == [["人民银行云岭县支行", "单位", "职能 Central bank"]]
    assert marked(opened) == ["Central"]
    # Of a body whose function has no code nothing is known.
    assert rows(opened, "other") == []


def test_name_as_written_in_the_text(opened: Page) -> None:
    found = rows(opened, "文旅局")
    assert found == [["人民银行云岭县支行", "单位", "文中写作 县文旅局"]]
    assert marked(opened) == ["文旅局"]


def test_words_of_a_task(opened: Page) -> None:
    found = rows(opened, "分管副")
    assert found == [
        [
            "推进获得电力改革",
            "任务 · 1.2",
            "原文 …力改革。每季度通报，分管副县长负责。（县供电公司、县发改局负责）",
        ]
    ]
    assert marked(opened) == ["分管副"]


def test_number_and_code(opened: Page) -> None:
    assert rows(opened, "1.3") == [["规范执法检查", "任务 · 1.3", "编号 1.3"]]
    assert rows(opened, "STARTING") == [["开办企业", "一级指标", "代码 starting_business"]]


def test_units_first_and_the_start_before_the_middle(opened: Page) -> None:
    names = [row[0] for row in rows(opened, "供电")]
    assert names == ["县供电公司", "推进获得电力改革"]
    names = [row[0] for row in rows(opened, "开办企业")]
    assert names == ["开办企业", "提升开办企业便利度"]


def test_heavier_units_first(opened: Page) -> None:
    # By load 3, 1 and 0.3; the two of equal load in the order of the facts.
    names = [row[0] for row in rows(opened, "县")][:4]
    assert names == ["县审批局", "县发改局", "县市场监管局", "县供电公司"]


def test_sound_of_the_name_before_that_of_a_function(opened: Page) -> None:
    # 发改 is the function of 县市场监管局 here, and stands in the middle of the name 县发改局.
    assert [row[0] for row in rows(opened, "fagai")] == ["县发改局", "县市场监管局"]


def test_nothing_found_is_said(opened: Page) -> None:
    assert rows(opened, "没有的名字") == []
    assert opened.inner_text("#found") == "没有找到"
    assert not opened.is_visible("#found-list")


def test_signs_of_patterns_are_only_signs(opened: Page) -> None:
    for text in (".*", "[", "(", "\\", "$&", "__proto__"):
        assert rows(opened, text) == []


def test_what_is_left_out_is_counted(page: Page, tmp_path: Path) -> None:
    facts = plan_facts()
    tasks = tuple(
        replace(facts.tasks[0], id=f"{facts.plans[0].id}#2.{n}", path=(2, n), title=f"复制{n}")
        for n in range(1, 31)
    )
    write_page(replace(facts, tasks=(*facts.tasks, *tasks)), tmp_path / "many.html")
    page.goto((tmp_path / "many.html").as_uri())
    page.keyboard.press("/")
    assert len(rows(page, "复制")) == 12
    assert page.inner_text("#found p") == "另有 18 个，请多输入几个字"
