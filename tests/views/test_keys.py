"""The dialog of keys, and the way past the header."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphmodel.views import write_page
from tests.views.sample import plan_facts

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

FOCUS = "document.activeElement.id"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("keys") / "page.html"
    write_page(plan_facts(), file)
    return file


@pytest.fixture
def one(quiet: Page, file: Path) -> Page:
    quiet.goto(file.as_uri())
    return quiet


def test_question_mark_opens_the_keys_and_escape_closes_only_them(one: Page) -> None:
    one.click("#sidebar button.unit >> nth=0")
    one.keyboard.press("?")
    assert one.is_visible("#help")
    assert one.inner_text("#help h2") == "按键"
    assert one.locator("#help dt").count() == one.locator("#help dd").count() == 8
    one.keyboard.press("Escape")
    assert not one.is_visible("#help")
    assert one.inner_text("#details h2 >> nth=0") == "县审批局"


def test_keys_of_the_page_rest_while_the_dialog_is_open(one: Page) -> None:
    one.click("#keys")
    one.keyboard.press("/")
    for _ in range(4):
        inside = one.evaluate("document.activeElement.closest('dialog, body').id")
        assert inside in ("help", "")
        one.keyboard.press("Tab")
    assert one.evaluate(FOCUS) != "search"
    one.click("#help button")
    assert not one.is_visible("#help")
    assert one.evaluate(FOCUS) == "keys"


def test_question_mark_can_be_typed_into_the_search(one: Page) -> None:
    one.keyboard.press("/")
    one.keyboard.type("?")
    assert one.input_value("#search") == "?"
    assert not one.is_visible("#help")


def test_first_stop_leads_past_the_header(one: Page) -> None:
    one.keyboard.press("Tab")
    assert one.evaluate(FOCUS) == "skip"
    box = one.locator("#skip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    one.keyboard.press("Enter")
    assert one.evaluate(FOCUS) == "stage"
    assert one.evaluate("location.hash") == ""


def test_keys_are_listed_in_english_too(one: Page) -> None:
    one.click("#language")
    one.click("#keys")
    assert one.inner_text("#help h2") == "Keys"
    assert one.inner_text("#help button") == "Close"
