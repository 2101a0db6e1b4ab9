"""The network of collaboration."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.views.collaborating import (
    Open,
    boxes_in,
    focused,
    is_inside,
    labels,
    of_many_units,
    opening,
    overlaps,
    saved_svg,
    show_network,
)
from tests.views.sample import plan_facts, two_plans

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(quiet: Page, tmp_path: Path) -> Open:
    """Opens the view of collaboration of facts."""
    return opening(quiet, tmp_path)


def test_network_of_the_sample(opened: Open) -> None:
    page = opened(plan_facts())
    show_network(page)
    assert labels(page.locator(".network .tie")) == [
        "县供电公司 × 县发改局：1 项共同任务",
        "县审批局 × 县文旅局：1 项共同任务",
        "县审批局 × 县市场监管局：1 项共同任务",
    ]
    assert sorted(labels(page.locator(".network .body[data-key]"))) == [
        "县供电公司",
        "县发改局 · 负荷 1",
        "县审批局 · 负荷 3 · 超载",
        "县市场监管局 · 负荷 0.3",
        "县文旅局 · 负荷 0.3",
    ]
    key = page.locator(".network .key text").all_text_contents()
    assert key == ["单位", "外部单位", "超载", "1 项共同任务"]


def test_unit_of_the_network_shows_its_ties(opened: Open) -> None:
    page = opened(plan_facts())
    show_network(page)
    page.locator(".network .body.unit.overloaded path").first.click()
    assert page.inner_text("#details h2") == "县审批局"
    faded = page.locator(".network .body.faded text").all_text_contents()
    assert sorted(faded) == ["县供电公司", "县发改局"]
    assert labels(page.locator(".network .tie.faded")) == ["县供电公司 × 县发改局：1 项共同任务"]


def test_tie_leads_to_the_tasks_of_the_pair(opened: Open) -> None:
    page = opened(plan_facts())
    show_network(page)
    page.get_by_label("县供电公司 × 县发改局").locator(".reach").dispatch_event("click")
    assert page.inner_text("#details h2") == "县供电公司 × 县发改局"
    notes = page.locator("#details .edges .notes").first.inner_text()
    assert notes == "牵头 / 牵头 · 1.2 · 每季度"
    assert labels(page.locator(".network .tie[aria-pressed=true]")) == [
        "县供电公司 × 县发改局：1 项共同任务"
    ]


def reached_by_arrows(page: Page) -> set[str]:
    """The bodies that arrow keys lead to, from the one in focus on."""
    reached, waiting = {focused(page)}, [focused(page)]
    while waiting:
        label = waiting.pop()
        for key in ("ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight"):
            page.focus(f'.network .body[aria-label="{label}"]')
            page.keyboard.press(key)
            if focused(page) not in reached:
                reached.add(focused(page))
                waiting.append(focused(page))
    return reached


def test_network_by_keyboard(opened: Open) -> None:
    page = opened(plan_facts())
    show_network(page)
    assert page.locator(".network .body[tabindex='0']").count() == 1
    page.focus(".network .body[tabindex='0']")
    assert len(reached_by_arrows(page)) == 5
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == focused(page).split(" · ")[0]
    page.focus(".network .tie[tabindex='0']")
    first = focused(page)
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == first.split("：")[0]
    assert page.locator(".network .tie[tabindex='0']").count() == 1


def test_next_tie_by_keyboard_is_one_of_the_unit_selected(opened: Open) -> None:
    page = opened(plan_facts())
    show_network(page)
    page.locator(".network .body.unit.overloaded path").first.click()
    page.focus(".network .tie[tabindex='0']")
    reached = [focused(page)]
    for _ in range(2):
        page.keyboard.press("ArrowRight")
        reached.append(focused(page))
    assert reached[0] == reached[2] != reached[1]
    assert all(label.startswith("县审批局 × ") for label in reached)


@pytest.mark.parametrize("many", [False, True])
def test_names_of_the_network_do_not_overlap(opened: Open, many: bool) -> None:
    page = opened(of_many_units(60) if many else two_plans())
    show_network(page)
    boxes = boxes_in(page)
    assert len(boxes) == (60 if many else 10)
    assert [pair for pair in combinations(boxes, 2) if overlaps(*pair)] == []
    frame = page.locator(".network").evaluate("picture => picture.getBoundingClientRect().toJSON()")
    assert [box for box in boxes if not is_inside(box, frame)] == []


def test_network_is_drawn_alike_each_time(opened: Open) -> None:
    drawn = set()
    for _ in range(2):
        page = opened(two_plans())
        show_network(page)
        drawn.add(page.locator(".network").evaluate("picture => picture.outerHTML"))
    assert len(drawn) == 1


def test_places_of_the_network_are_named(opened: Open) -> None:
    page = opened(two_plans())
    show_network(page)
    assert page.locator(".network .caption").all_text_contents() == ["云岭县", "雾河县"]


def test_network_is_saved_as_a_picture(opened: Open, page: Page) -> None:
    opened(plan_facts())
    show_network(page)
    text = saved_svg(page)
    page.set_content(text[text.index("<svg") :])
    texts = page.locator("svg text").all_text_contents()
    assert {"县审批局", "县供电公司", "1 项共同任务"} <= set(texts)
    assert "var(" not in text
