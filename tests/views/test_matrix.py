"""The matrix of collaboration, and the panel of a pair."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphmodel.model.records import Responsibility
from graphmodel.model.vocabulary import Role
from tests.views.collaborating import (
    CELLS,
    Open,
    focused,
    labels,
    of_many_units,
    opening,
    rows_behind,
    saved_svg,
    show_network,
    with_more_tasks,
)
from tests.views.sample import plan_facts, two_plans

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(quiet: Page, tmp_path: Path) -> Open:
    """Opens the view of collaboration of facts."""
    return opening(quiet, tmp_path)


def test_matrix_of_the_sample(opened: Open) -> None:
    page = opened(plan_facts())
    names = page.locator("#view-matrix [role=rowheader]").all_inner_texts()
    # The community of three first, in each the heavier units first.
    assert names == ["县审批局", "县市场监管局", "县文旅局", "县发改局", "县供电公司"]
    assert page.locator("#view-matrix [role=columnheader]").all_inner_texts() == names
    assert labels(page.locator(CELLS)) == [
        "县审批局 × 县市场监管局：1 项共同任务",
        "县审批局 × 县文旅局：1 项共同任务",
        "县市场监管局 × 县审批局：1 项共同任务",
        "县文旅局 × 县审批局：1 项共同任务",
        "县发改局 × 县供电公司：1 项共同任务",
        "县供电公司 × 县发改局：1 项共同任务",
    ]
    assert page.locator(CELLS).all_inner_texts() == ["1"] * 6
    assert page.inner_text("#view-matrix [role=status]") == (
        "5 个单位，3 对协作，每对至少 1 项共同任务"
    )


def test_cells_stand_in_the_columns_of_their_units(opened: Open) -> None:
    page = opened(plan_facts())
    heads = page.locator("#view-matrix [role=columnheader]")
    cell = page.locator(CELLS).nth(1).bounding_box()
    head = heads.nth(2).bounding_box()
    row = page.locator("#view-matrix [role=rowheader]").nth(0).bounding_box()
    assert cell is not None
    assert head is not None
    assert row is not None
    assert cell["x"] == pytest.approx(head["x"], abs=0.6)
    assert cell["y"] == pytest.approx(row["y"], abs=0.6)


def test_boilerplate_support_and_collectives_count_where_ticked(opened: Open) -> None:
    page = opened(plan_facts())
    page.check("[data-key=matrixCollectives]")
    # 各乡镇 has nothing but boilerplate support.
    assert page.locator(CELLS).count() == 6
    page.check("[data-key=matrixBoilerplate]")
    assert rows_behind(page) == [
        ["县审批局", "各乡镇", "3"],
        ["县审批局", "县市场监管局", "1"],
        ["县审批局", "县文旅局", "1"],
        ["县市场监管局", "各乡镇", "1"],
        ["各乡镇", "县文旅局", "1"],
        ["县供电公司", "县发改局", "1"],
    ]
    page.uncheck("[data-key=matrixCollectives]")
    assert page.locator(CELLS).count() == 6


def test_least_number_of_shared_tasks(opened: Open) -> None:
    page = opened(with_more_tasks(plan_facts(), 2))
    slider = page.locator("[data-key=matrix-least]")
    assert slider.get_attribute("max") == "3"
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert page.inner_text(".collaboration output") == "2"
    assert page.evaluate("document.activeElement.dataset.key") == "matrix-least"
    assert labels(page.locator(CELLS)) == [
        "县审批局 × 县市场监管局：3 项共同任务",
        "县市场监管局 × 县审批局：3 项共同任务",
    ]
    assert page.inner_text("#view-matrix [role=status]") == (
        "2 个单位，1 对协作，每对至少 2 项共同任务；另有 3 个单位没有这样的协作，未列出"
    )


def test_least_in_an_address_is_held_to_what_there_is(opened: Open) -> None:
    page = opened(plan_facts())
    page.goto(page.url.split("#")[0] + "#view=matrix&matrixForm=network&matrixLeast=99")
    assert page.inner_text(".collaboration output") == "1"
    assert page.locator(".network .tie").count() == 3


def test_orders(opened: Open) -> None:
    page = opened(two_plans())
    orders = {}
    for order in ("load", "name"):
        page.select_option("[data-key=matrix-order]", order)
        orders[order] = page.locator("#view-matrix [role=rowheader]").all_inner_texts()[:5]
    # Within a place by load; and by sound: dian, fa, gong, shen, shi, wen without their 县.
    assert orders["load"] == [
        f"云岭县 {name}"
        for name in ("县审批局", "县发改局", "县市场监管局", "县文旅局", "县供电公司")
    ]
    assert orders["name"] == [
        f"云岭县 {name}"
        for name in ("县发改局", "县供电公司", "县审批局", "县市场监管局", "县文旅局")
    ]
    assert page.locator("#view-matrix .begins").count() == 0
    page.select_option("[data-key=matrix-order]", "community")
    assert page.locator("#view-matrix .begins.row").count() == 3


def test_plan_chosen_leaves_its_units(opened: Open) -> None:
    page = opened(two_plans())
    assert page.locator("#view-matrix [role=rowheader]").count() == 10
    page.select_option("#plan", "1")
    names = page.locator("#view-matrix [role=rowheader]").all_inner_texts()
    assert names == ["县审批局", "县市场监管局", "县文旅局", "县发改局", "县供电公司"]


def test_cell_leads_to_the_tasks_of_the_pair(opened: Open) -> None:
    page = opened(plan_facts())
    page.click(f"{CELLS} >> nth=0")
    assert page.inner_text("#details h2") == "县审批局 × 县市场监管局"
    assert page.locator("#details h3").all_inner_texts() == ["共同任务（1）"]
    item = page.locator("#details .edges > li")
    assert item.locator("button.link").first.inner_text() == "提升开办企业便利度"
    assert item.locator(".notes").first.inner_text() == "牵头 / 配合 · 1.1 · 2025-12-31"
    assert item.locator("blockquote").count() == 0
    item.locator("summary").click()
    marks = item.locator("blockquote mark").all_inner_texts()
    assert marks == ["县审批局", "县市场监管局"]
    chosen = page.locator(f"{CELLS}[aria-selected=true]")
    assert labels(chosen) == [
        "县审批局 × 县市场监管局：1 项共同任务",
        "县市场监管局 × 县审批局：1 项共同任务",
    ]
    page.click("#details h2 button >> nth=1")
    assert page.inner_text("#details h2") == "县市场监管局"


def test_pair_tells_boilerplate_support_apart(opened: Open) -> None:
    page = opened(plan_facts())
    page.check("[data-key=matrixCollectives]")
    page.check("[data-key=matrixBoilerplate]")
    page.get_by_label("县审批局 × 各乡镇：3 项共同任务").first.click()
    assert page.locator("#details h3").all_inner_texts() == ["一方只是套话式配合的共同任务（3）"]
    notes = page.locator("#details .edges > li > .notes").all_inner_texts()
    assert [note.split(" · ")[0] for note in notes] == ["牵头 / 套话式配合"] * 3
    assert page.inner_text("#details dl").split() == ["牵头与配合", "3"]


def test_name_selects_the_unit_and_marks_its_row_and_column(opened: Open) -> None:
    page = opened(plan_facts())
    assert not page.is_visible("#view-matrix .band.row")
    page.click("#view-matrix [role=rowheader] >> nth=3")
    assert page.inner_text("#details h2") == "县发改局"
    assert page.locator("#view-matrix [aria-selected=true]").all_inner_texts() == ["县发改局"] * 2
    row = page.locator("#view-matrix [role=rowheader]").nth(3).bounding_box()
    band = page.locator("#view-matrix .band.row").bounding_box()
    assert row is not None
    assert band is not None
    assert band["y"] == pytest.approx(row["y"], abs=2)


def test_matrix_by_keyboard(opened: Open) -> None:
    page = opened(plan_facts())
    assert page.locator("#view-matrix [role=grid] [tabindex='0']").count() == 1
    page.focus("#view-matrix [role=grid] [tabindex='0']")
    assert focused(page) == "县审批局"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "县审批局 × 县市场监管局：1 项共同任务"
    page.keyboard.press("ArrowDown")
    # Nothing is shared further down in this column.
    assert focused(page) == "县审批局 × 县市场监管局：1 项共同任务"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "县审批局 × 县文旅局：1 项共同任务"
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "县审批局 × 县文旅局"
    assert focused(page) == "县审批局 × 县文旅局：1 项共同任务"
    page.keyboard.press("ArrowUp")
    assert focused(page) == "县文旅局"
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "县文旅局"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    assert focused(page) == "县审批局"
    assert page.locator("#view-matrix [role=grid] [tabindex='0']").count() == 1


def test_names_stay_in_sight_when_the_matrix_is_scrolled(opened: Open) -> None:
    page = opened(of_many_units(60))
    page.set_viewport_size({"width": 390, "height": 844})
    view = page.locator("#view-matrix")
    view.evaluate("view => view.scrollTo(500, 600)")
    box = view.bounding_box()
    head = page.locator("#view-matrix .heads").bounding_box()
    name = page.locator("#view-matrix [role=rowheader]").nth(30).bounding_box()
    assert box is not None
    assert head is not None
    assert name is not None
    assert box["x"] + box["width"] <= 390
    assert head["y"] == pytest.approx(box["y"], abs=1)
    assert name["x"] == pytest.approx(box["x"], abs=1)


def test_rows_are_filled_when_they_come_near(opened: Open) -> None:
    page = opened(of_many_units(120))
    assert page.locator("#view-matrix [role=rowheader]").count() == 120
    # A chain has 2 · 119 cells; those of the last rows are not drawn yet.
    last = page.locator("#view-matrix [role=row]").last
    assert last.locator("[role=gridcell]").count() == 0
    page.locator("#view-matrix").evaluate("view => view.scrollTo(0, view.scrollHeight)")
    last.locator("[role=gridcell]").first.wait_for(state="attached")
    name = last.locator("[role=rowheader]").inner_text()
    assert {label.split(" × ")[0] for label in labels(last.locator("[role=gridcell]"))} == {name}


def test_of_very_many_units_the_heaviest_are_shown(opened: Open) -> None:
    page = opened(of_many_units(230))
    assert page.locator("#view-matrix [role=rowheader]").count() == 200
    assert "只列共同任务最多的 200 个单位，略去 30 个" in page.inner_text(
        "#view-matrix [role=status]"
    )


def test_words_follow_the_language(opened: Open) -> None:
    page = opened(plan_facts())
    page.click("#language")
    assert page.inner_text("#view-matrix h2") == "Collaboration matrix: tasks that two units share"
    assert labels(page.locator(CELLS))[0] == "县审批局 × 县市场监管局: tasks shared: 1"
    show_network(page)
    assert page.locator(".network .key text").first.text_content() == "Unit"


def test_matrix_is_saved_as_a_picture(opened: Open, page: Page) -> None:
    opened(plan_facts())
    text = saved_svg(page)
    page.set_content(text[text.index("<svg") :])
    counts = page.locator("svg text").evaluate_all(
        "texts => texts.map(text => text.textContent).filter(text => text === '1').length"
    )
    assert counts == 7  # six cells, and one in the legend
    fills = page.locator("svg rect").evaluate_all("all => all.map(one => one.getAttribute('fill'))")
    assert fills.count("rgb(227, 237, 247)") == 7
    assert "var(" not in text
    assert "5 个单位，3 对协作，每对至少 1 项共同任务" in text


def test_nothing_shared(opened: Open) -> None:
    facts = plan_facts()
    leads = tuple(part for part in facts.responsibilities if is_first_lead(part))
    page = opened(replace(facts, responsibilities=leads))
    assert "没有单位共同承担这么多任务。" in page.inner_text("#view-matrix")
    show_network(page)
    assert page.locator(".network").count() == 0


def is_first_lead(part: Responsibility) -> bool:
    return part.task is not None and part.role is Role.LEAD and part.mention != "县供电公司"
