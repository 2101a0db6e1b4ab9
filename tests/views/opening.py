"""Ways through the page that several tests go: to a view, a language, a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

LANGUAGES = {"zh": "zh-CN", "en": "en"}
THEMES = ("light", "dark")
TOO_WIDE = """() => [document.documentElement,
  ...document.querySelectorAll('header, aside, .view:not(:has(> .matrix))')].filter(
    (element) => element.scrollWidth > element.clientWidth + 1
  ).map(({ tagName, id, scrollWidth }) => `${tagName} ${id} ${scrollWidth}`)"""


def views_of(page: Page) -> list[str]:
    """The keys of the views that the page has."""
    ids: list[str] = page.locator("#views button").evaluate_all(
        "buttons => buttons.map(button => button.id.slice('to-'.length))"
    )
    return ids


def show_view(page: Page, key: str) -> None:
    page.click(f"#to-{key}")


def speak(page: Page, lang: str) -> None:
    """Have the page in a language."""
    if page.get_attribute("html", "lang") != LANGUAGES[lang]:
        page.click("#language")


def paint(page: Page, theme: str) -> None:
    """Have the page in a theme."""
    if page.get_attribute("html", "data-theme") != theme:
        page.click("#theme")


def search(page: Page, text: str) -> None:
    """Type into the search, as from anywhere."""
    page.keyboard.press("/")
    page.keyboard.type(text)


def find(page: Page, text: str) -> None:
    """Select the first thing that the search finds."""
    search(page, text)
    page.keyboard.press("Enter")


def too_wide(page: Page) -> list[str]:
    """What has to be scrolled sideways, but for the matrix and boxes that are made for it."""
    found: list[str] = page.evaluate(TOO_WIDE)
    return found
