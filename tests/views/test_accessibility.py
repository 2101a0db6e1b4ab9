"""axe-core finds nothing to say against any view, in both languages and both themes."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graphmodel.views import write_page
from tests.views.opening import LANGUAGES, THEMES, find, paint, search, show_view, speak, views_of
from tests.views.sample import two_plans
from tools import axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

DESK, PHONE = (1280, 720), (390, 844)
LOOKS = [*((DESK, *look) for look in product(LANGUAGES, THEMES)), (PHONE, "zh", "light")]
RUN = """async () => {
  const { violations, passes } = await axe.run(document);
  const told = ({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`);
  return { violations: violations.flatMap(told), passes: passes.length };
}"""


@pytest.fixture(scope="session")
def axe_source() -> str:
    """The script of axe-core."""
    missing = axe.lacking()
    if missing:
        pytest.skip(missing)
    return axe.script().read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("accessibility") / "page.html"
    write_page(two_plans(), path)
    return path


@pytest.fixture
def opened(page: Page, path: Path, axe_source: str) -> Page:
    """The page with axe-core in it; its colours change at once."""
    page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    page.emulate_media(reduced_motion="reduce")
    page.goto(path.as_uri())
    page.evaluate(axe_source)
    return page


def violations(page: Page) -> list[str]:
    """What axe-core has to say, one line an element; it must have looked at something."""
    told: dict[str, Any] = page.evaluate(RUN)
    assert told["passes"] > 15
    violations: list[str] = told["violations"]
    return violations


def violations_of_views(page: Page) -> dict[str, list[str]]:
    """By view, where there are any."""
    found = {}
    for key in views_of(page):
        show_view(page, key)
        found[key] = violations(page)
    assert len(found) == 7
    return {key: lines for key, lines in found.items() if lines}


@pytest.mark.parametrize(("size", "lang", "theme"), LOOKS, ids=str)
def test_no_violation_on_any_view(
    opened: Page, size: tuple[int, int], lang: str, theme: str
) -> None:
    opened.set_viewport_size({"width": size[0], "height": size[1]})
    speak(opened, lang)
    paint(opened, theme)
    assert violations_of_views(opened) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_no_violation_with_a_unit_selected(opened: Page, theme: str) -> None:
    paint(opened, theme)
    find(opened, "县审批局")
    assert violations_of_views(opened) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_no_violation_in_the_panel_and_the_dialog(opened: Page, theme: str) -> None:
    paint(opened, theme)
    find(opened, "县审批局")
    opened.locator("#details .why-edge").first.click()
    assert violations(opened) == []
    for what in ("获得电力", "starting_business"):
        find(opened, what)
        assert violations(opened) == []
    opened.keyboard.press("?")
    assert opened.is_visible("#help")
    assert violations(opened) == []


@pytest.mark.parametrize("theme", THEMES)
def test_no_violation_in_the_list_of_what_is_found(opened: Page, theme: str) -> None:
    paint(opened, theme)
    search(opened, "县审批局")
    assert opened.is_visible("#found")
    assert violations(opened) == []
    opened.keyboard.type("没有的名字")
    assert opened.is_visible("#found")
    assert violations(opened) == []


def test_violation_is_found(opened: Page) -> None:
    opened.evaluate("document.querySelector('#search').removeAttribute('aria-label')")
    opened.evaluate("document.querySelector('#search').removeAttribute('placeholder')")
    assert violations(opened) == ["label: #search"]
