"""The page in a browser: what a reader sees and does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphmodel.model.facts import Facts
from graphmodel.views import write_page
from tests.views.sample import plan_facts, two_plans

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ALL_TEXTS = "elements => elements.map(element => element.textContent)"
OVERLOADED = (0xC2, 0x41, 0x0C)
"""The colour of the only overloaded unit of the sample, 县审批局."""
LEAD = (0x00, 0x72, 0xB2)
"""The colour of the lines that say who leads."""

FIND_SQUARE = """([red, green, blue]) => {
  const canvas = document.querySelector('#graph canvas');
  const ratio = canvas.width / canvas.clientWidth;
  const box = canvas.getBoundingClientRect();
  const { data, width } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const filled = (k) => data[k] === red && data[k + 1] === green && data[k + 2] === blue;
  for (let k = 0; k < data.length; k += 4) {
    let row = 0;
    while (row < 12 && filled(k + 4 * row) && filled(k + 4 * width * row)) row += 1;
    if (row < 12) continue;
    const place = k / 4;
    const x = ((place % width) + 6) / ratio;
    return [box.left + x, box.top + (Math.floor(place / width) + 6) / ratio];
  }
  return null;
}"""

FIND_LINE = """([red, green, blue]) => {
  const canvas = document.querySelector('#graph canvas');
  const ratio = canvas.width / canvas.clientWidth;
  const box = canvas.getBoundingClientRect();
  const { data, width } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const drawn = (k) => data[k] === red && data[k + 1] === green && data[k + 2] === blue;
  const far = [4 * 8, -4 * 8, 4 * 8 * width, -4 * 8 * width];
  for (let k = 0; k < data.length; k += 4) {
    if (!drawn(k) || far.some((step) => drawn(k + step))) continue;
    const place = k / 4;
    return [box.left + (place % width) / ratio, box.top + Math.floor(place / width) / ratio];
  }
  return null;
}"""
"""Where a pixel of a colour is, all alone but for a thin line."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    write_page(plan_facts(), folder / "one.html")
    write_page(two_plans(), folder / "two.html")
    write_page(plan_facts().without_texts(), folder / "textless.html")
    write_page(plan_facts(), folder / "english.html", lang="en")
    write_page(Facts(), folder / "empty.html")
    return folder


@pytest.fixture
def one(quiet: Page, folder: Path) -> Page:
    """The quiet of one plan."""
    quiet.goto((folder / "one.html").as_uri())
    return quiet


@pytest.fixture
def two(quiet: Page, folder: Path) -> Page:
    """The quiet of two plans."""
    quiet.goto((folder / "two.html").as_uri())
    return quiet


def search(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text)


def heading(page: Page) -> str:
    text: str = page.locator("#details h2").first.inner_text()
    return text


def click_overloaded_unit(page: Page) -> None:
    x, y = page.wait_for_function(FIND_SQUARE, arg=list(OVERLOADED)).json_value()
    page.mouse.click(x, y)


def quotes(page: Page, section: str) -> list[str]:
    """The passages quoted in a section of the panel, as they are in the document."""
    part = page.locator("#details section", has=page.locator("h3", has_text=section))
    texts: list[str] = part.locator("blockquote").evaluate_all(ALL_TEXTS)
    return texts


def marks(page: Page) -> list[str]:
    texts: list[str] = page.locator("#details blockquote mark").evaluate_all(ALL_TEXTS)
    return texts


def test_first_sight(one: Page) -> None:
    assert one.title() == "云岭县 · 责任关系图"
    assert heading(one) == "云岭县优化营商环境实施方案"
    assert one.inner_text("#status") == "显示 12 个节点、13 条关系"
    counts = one.locator("#sidebar label").all_inner_texts()
    assert [text.split("\n") for text in counts] == [
        ["单位", "4"],
        ["外部单位", "1"],
        ["集合主体", "1"],
        ["任务", "4"],
        ["一级指标", "1"],
        ["二级指标", "1"],
        ["牵头", "6"],
        ["配合", "2"],
        ["套话式配合", "3"],
        ["指标对应", "1"],
        ["指标分级", "1"],
    ]


def test_units_stand_by_load_and_the_overloaded_is_marked(one: Page) -> None:
    rows = one.locator("#sidebar button.unit").all_inner_texts()
    assert [row.split() for row in rows] == [
        ["县审批局", "超载", "3"],
        ["县发改局", "1"],
        ["县市场监管局", "0.3"],
        ["县文旅局", "0.3"],
    ]


def test_click_on_a_unit_shows_its_words_exactly(one: Page) -> None:
    click_overloaded_unit(one)
    assert heading(one) == "县审批局"
    assert quotes(one, "牵头（3）") == [
        "〔牵头单位：县审批局；配合单位：县市场监管局、各乡镇〕",
        "〔牵头单位：县审批局；配合单位：各乡镇〕",
        "〔牵头单位：县审批局；配合单位：县文旅\n局、各乡镇〕",
    ]
    assert quotes(one, "负责指标") == ["附件：开办企业指标由县审批局负责。"]
    assert marks(one) == ["县审批局"] * 4
    assert one.locator("#details cite").first.inner_text() == "第 3 行 为何有这条关系"


def test_click_on_an_edge_shows_its_words(one: Page) -> None:
    search(one, "获得电力")
    one.keyboard.press("Enter")
    x, y = one.wait_for_function(FIND_LINE, arg=list(LEAD)).json_value()
    one.mouse.click(x, y)
    assert heading(one) == "牵头"
    assert quotes(one, "出处") == ["（县供电公司、县发改局负责）"]
    assert marks(one) in (["县供电公司"], ["县发改局"])
    ends = one.locator("#details .ends button").all_inner_texts()
    assert ends == [*marks(one), "推进获得电力改革"]


def test_why_a_unit_is_overloaded(one: Page) -> None:
    one.click("#sidebar button.unit >> nth=0")
    assert one.inner_text("#details .why") == (
        "为何超载：牵头 3 项，负荷 3，高于超载线 2.5（本地单位中位数 0.7）；"
        "稳健 z 值 4.5 大于 3.5，且牵头不少于 3 项任务。"
    )


def test_mention_over_a_line_break_is_marked_as_it_stands(one: Page) -> None:
    search(one, "文旅")
    one.keyboard.press("Enter")
    assert marks(one) == ["县文旅\n局"]


def test_task_shows_its_text_with_what_was_read(one: Page) -> None:
    search(one, "开办企业便利度")
    one.keyboard.press("Enter")
    found = one.locator("#details .text mark").evaluate_all(
        "marks => marks.map(mark => [mark.className, mark.textContent])"
    )
    assert found == [
        ["measures", "开办企业"],
        ["deadline", "2025年底前"],
        ["target", "1个工作日"],
        ["lead", "县审批局"],
        ["support", "县市场监管局"],
        ["boilerplate", "各乡镇"],
    ]
    assert "2025-12-31" in one.inner_text("#details dl")


def test_indicator_shows_who_leads_it_and_its_tasks(one: Page) -> None:
    search(one, "starting_business")
    one.keyboard.press("Enter")
    assert heading(one) == "开办企业"
    assert one.locator("#details h3").all_inner_texts() == [
        "牵头单位（1）",
        "对应任务（1）",
        "下级指标（1）",
    ]


def test_names_in_the_panel_lead_on(one: Page) -> None:
    search(one, "审批")
    one.keyboard.press("Enter")
    one.click("#details button.link:has-text('规范执法检查')")
    assert heading(one) == "规范执法检查"


def test_search_finds_units_tasks_and_indicators(one: Page) -> None:
    search(one, "开办企业")
    found = one.locator("#found li .name").all_inner_texts()
    assert found == ["开办企业", "提升开办企业便利度"]
    for key, chosen in (("ArrowUp", 1), ("ArrowDown", 0), ("ArrowDown", 1)):
        one.keyboard.press(key)
        assert one.get_attribute("#search", "aria-activedescendant") == f"found-{chosen}"
    one.keyboard.press("Enter")
    assert heading(one) == "提升开办企业便利度"
    assert not one.is_visible("#found")


def test_search_without_result_says_so_and_escape_leaves_it(one: Page) -> None:
    search(one, "没有的名字")
    assert one.inner_text("#found") == "没有找到"
    one.keyboard.press("Escape")
    assert one.input_value("#search") == ""
    assert not one.is_visible("#found")


def test_escape_goes_back_step_by_step(one: Page) -> None:
    search(one, "审批")
    one.keyboard.press("Enter")
    one.click("#only")
    assert one.get_attribute("#only", "aria-pressed") == "true"
    one.keyboard.press("Escape")
    assert one.get_attribute("#only", "aria-pressed") == "false"
    assert heading(one) == "县审批局"
    one.keyboard.press("Escape")
    assert heading(one) == "云岭县优化营商环境实施方案"
    assert one.is_disabled("#only")


def test_neighbourhood_shows_only_the_unit_its_tasks_and_partners(one: Page) -> None:
    search(one, "发改")
    one.keyboard.press("Enter")
    one.click("#only")
    # 县发改局, its task, and 县供电公司 that leads it too; a lead of each.
    assert one.inner_text("#status") == "显示 3 个节点、2 条关系 · 已聚焦：县发改局"


def test_filters_hide(one: Page) -> None:
    one.uncheck("[data-key=support]")
    assert one.inner_text("#status") == "显示 12 个节点、11 条关系"
    one.uncheck("[data-key=task]")
    # Left without tasks: the lead of the indicator, and the indicator below it.
    assert one.inner_text("#status") == "显示 8 个节点、2 条关系"
    one.click("#reset")
    assert one.inner_text("#status") == "显示 12 个节点、13 条关系"
    assert one.is_checked("[data-key=task]")


def test_filters_work_by_keyboard_and_keep_the_focus(one: Page) -> None:
    one.focus("[data-key=task]")
    one.keyboard.press("Space")
    assert not one.is_checked("[data-key=task]")
    assert one.evaluate("document.activeElement.dataset.key") == "task"


def test_plan_can_be_chosen(two: Page) -> None:
    assert two.inner_text("#status") == "显示 24 个节点、26 条关系"
    two.select_option("#plan", label="雾河县 · 雾河县优化营商环境实施方案")
    assert two.inner_text("#status") == "显示 12 个节点、13 条关系"
    assert heading(two) == "雾河县优化营商环境实施方案"
    search(two, "审批")
    # The unit, and the three tasks whose text names it.
    assert two.locator("#found li .name").all_inner_texts() == [
        *("县审批局", "提升开办企业便利度", "规范执法检查", "加强宣传引导"),
    ]


def test_both_places_are_found_and_told_apart(two: Page) -> None:
    search(two, "审批局")
    notes = two.locator("#found .notes").all_inner_texts()
    assert notes[:2] == ["单位 · 云岭县", "单位 · 雾河县"]
    assert all(note.startswith("任务") for note in notes[2:])


def test_theme_can_be_switched(one: Page) -> None:
    light = one.evaluate("getComputedStyle(document.body).backgroundColor")
    one.click("#theme")
    assert one.get_attribute("html", "data-theme") == "dark"
    assert one.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_theme_follows_the_system(page: Page, folder: Path) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto((folder / "one.html").as_uri())
    assert page.get_attribute("html", "data-theme") == "dark"


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (800, 900)])
def test_nothing_is_wider_than_the_window(one: Page, size: tuple[int, int]) -> None:
    one.set_viewport_size({"width": size[0], "height": size[1]})
    assert one.evaluate("document.documentElement.scrollWidth") == size[0]
    for name in ("#sidebar", "#details", "#graph", "#png", "#search"):
        box = one.locator(name).bounding_box()
        assert box is not None, name
        assert box["x"] >= 0, name
        assert box["x"] + box["width"] <= size[0], name


def test_facts_without_texts_say_so(page: Page, folder: Path, complaints: list[str]) -> None:
    page.goto((folder / "textless.html").as_uri())
    assert "缺正文" in page.inner_text("#details")
    search(page, "发改")
    page.keyboard.press("Enter")
    assert "「县发改局」" in page.inner_text("#details .edges")
    assert page.locator("blockquote").count() == 0
    assert complaints == []


def test_page_in_english(page: Page, folder: Path, complaints: list[str]) -> None:
    page.goto((folder / "english.html").as_uri())
    assert page.title() == "云岭县 · Responsibility graph"
    assert page.inner_text("#status") == "12 nodes and 13 relations shown"
    assert complaints == []


def test_page_of_nothing(page: Page, folder: Path, complaints: list[str]) -> None:
    page.goto((folder / "empty.html").as_uri())
    assert page.inner_text("#status") == "显示 0 个节点、0 条关系"
    assert not page.is_visible("#views")
    assert complaints == []


def test_enter_that_ends_a_composition_chooses_nothing(one: Page) -> None:
    search(one, "审批")
    one.dispatch_event("#search", "keydown", {"key": "Enter", "isComposing": True})
    assert one.is_visible("#found")
    assert heading(one) == "云岭县优化营商环境实施方案"
