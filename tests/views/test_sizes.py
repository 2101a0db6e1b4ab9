"""From a narrow phone to 4K: all of the page is in the window, and can be reached by keyboard."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphmodel.views import write_page
from tests.views.opening import LANGUAGES, find, show_view, speak, too_wide, views_of
from tests.views.sample import two_plans

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SIZES = [(320, 640), (390, 844), (768, 1024), (1280, 720), (1920, 1080), (3840, 2160)]
HEADER = "header h1, header select, header input, header button"
BOXES = """(selector) => [...document.querySelectorAll(selector)].filter(
    (element) => element.checkVisibility()
  ).map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [element.id, left, top, right, bottom];
  })"""
LEAST_TARGET = 24
"""Pixels that a button has to be wide and high at least, by WCAG 2.2."""

Box = tuple[str, float, float, float, float]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sizes") / "page.html"
    write_page(two_plans(), path)
    return path


def boxes_of(page: Page, selector: str) -> list[Box]:
    return [tuple(box) for box in page.evaluate(BOXES, selector)]


def overlapping(boxes: list[Box]) -> list[tuple[str, str]]:
    """The pairs of boxes that have more than an edge in common."""
    return [
        (a[0], b[0])
        for a, b in combinations(boxes, 2)
        if min(a[3], b[3]) - max(a[1], b[1]) > 1 and min(a[4], b[4]) - max(a[2], b[2]) > 1
    ]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_all_is_in_the_window(page: Page, path: Path, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(path.as_uri())
    for selected in (False, True):
        if selected:
            find(page, "县审批局")
        for lang in LANGUAGES:
            speak(page, lang)
            for key in views_of(page):
                show_view(page, key)
                assert too_wide(page) == [], (lang, key)
                held(boxes_of(page, HEADER), size[0])


def held(boxes: list[Box], width: int) -> None:
    """What is in the header stands apart, in the window, and is large enough to be hit."""
    assert {"title", "plan", "search", "language", "print", "to-graph"} <= {box[0] for box in boxes}
    assert overlapping(boxes) == []
    assert [box for box in boxes if box[1] < 0 or box[3] > width] == []
    small = [box for box in boxes if min(box[3] - box[1], box[4] - box[2]) < LEAST_TARGET]
    assert [name for name, *_ in small if name != "title"] == []


def test_overlap_is_found() -> None:
    left, right, below = ("a", 0, 0, 10, 10), ("b", 5, 5, 15, 15), ("c", 0, 10, 10, 20)
    assert overlapping([left, right, below]) == [("a", "b"), ("b", "c")]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_picture_fills_its_place(page: Page, path: Path, size: tuple[int, int]) -> None:
    """The picture gets most of the width that the panels leave, and is tall enough to read."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(path.as_uri())
    [stage] = boxes_of(page, "#stage")
    assert stage[3] - stage[1] >= 0.6 * size[0]
    assert stage[4] - stage[2] >= size[1] / 2
    [canvas] = boxes_of(page, "#graph canvas")
    assert canvas[1:] == pytest.approx(stage[1:], abs=2)


FOCUS = """() => {
  const element = document.activeElement;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const ring = ({ outlineStyle, outlineWidth, strokeWidth, stroke }) =>
    outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    || stroke !== 'none' && parseFloat(strokeWidth) >= 2;
  return {
    what: element.outerHTML.slice(0, 200),
    isInWindow: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
    isMarked: element.type === 'date'
      || [element, ...element.querySelectorAll('rect')].map((e) => getComputedStyle(e)).some(ring),
  };
}"""
"""Where the focus is; marks of charts have a frame, and the parts of a date are the browser's."""
MOST_STEPS = 80


def tab_to(page: Page, selector: str) -> None:
    """Go on by the tab key to an element; where the focus is can be seen all the way."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["isInWindow"], focus
        assert focus["isMarked"], focus
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached in {MOST_STEPS} steps")


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)], ids=str)
def test_all_is_reached_by_keyboard_alone(page: Page, path: Path, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(path.as_uri())
    for key in views_of(page):
        tab_to(page, f"#to-{key}")
        page.keyboard.press("Enter")
        assert page.is_visible(f"#view-{key}")
    find(page, "县审批局")
    assert page.inner_text("#details h2") == "县审批局"
    tab_to(page, "#details .why-edge")
    page.keyboard.press("Enter")
    assert "县审批局" in page.locator("#details blockquote mark").all_inner_texts()
