"""Facts whose every text is an attack: the page shows them and runs none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from graphmodel.model.facts import TABLES
from graphmodel.model.validation import validate
from graphmodel.views import write_page
from tests.views.attacks import ATTACKS, attacked, hostile
from tests.views.opening import find, show_view, speak, too_wide, views_of
from tests.views.sample import two_plans

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page

pytestmark = pytest.mark.browser

INTRUDERS = """() => [...document.querySelectorAll('*')].filter((element) =>
  element.matches('img, iframe, object, embed, base, form, body script[src], body > b')
  || [...element.attributes].some(({ name, value }) =>
    /^on/i.test(name) || (/^(xlink:)?(href|src|action)$/i.test(name) && !/^(data:,|#)/.test(value)))
).map(({ outerHTML }) => outerHTML)"""
COUNTS = """() => ['script', 'style'].map((name) => document.querySelectorAll(name).length)"""
BOXES = """() => [...document.querySelectorAll('body *')].filter(
    (element) => element.checkVisibility() && !element.closest('script, option, svg')
  ).map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [element.tagName, ...[left, top, right, bottom].map(Math.round)];
  })"""


ELEMENTS = {
    *("svg", "g", "text", "tspan", "rect", "line", "path", "circle", "ellipse", "polygon"),
    *("polyline", "title", "desc", "defs", "pattern", "marker", "clipPath", "use"),
}
"""What a picture may be made of."""
TODAY = date(2025, 12, 1)


def test_every_table_has_a_row_and_every_attack_makes_sound_facts() -> None:
    assert set(attacked()) == set(TABLES)
    for attack in ATTACKS.values():
        facts = hostile(attack)
        assert [table for table in TABLES if not facts.rows(table)] == []
        assert validate(facts) == []


@pytest.fixture
def alarms(page: Page) -> list[str]:
    """The dialogs that opened, what was written on the console, and errors of scripts."""
    seen: list[str] = []

    def note(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("console", lambda message: seen.append(message.text))
    return seen


def look(page: Page) -> None:
    """Nothing came into the page, and nothing is wider than its place."""
    assert page.evaluate(INTRUDERS) == []
    assert too_wide(page) == []


def look_at_all_views(page: Page) -> None:
    for key in views_of(page):
        show_view(page, key)
        look(page)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=list(ATTACKS))
def test_attack_is_shown_and_does_nothing(
    attack: str, page: Page, alarms: list[str], outside: list[str], tmp_path: Path
) -> None:
    write_page(hostile(attack), tmp_path / "page.html")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto((tmp_path / "page.html").as_uri())
    before = page.evaluate(COUNTS)
    assert len(views_of(page)) == 7
    look_at_all_views(page)
    page.select_option("#plan", index=1)
    find(page, "县审批局")
    assert f"{attack}县审批局" in page.locator("#details h2").evaluate("h => h.textContent")
    look_at_all_views(page)
    show_view(page, "graph")
    page.click("#only")
    look(page)
    page.locator("#details .why-edge").first.click()
    assert attack in page.locator("#details").evaluate("panel => panel.textContent")
    look(page)
    find(page, "推进获得电力改革")
    look(page)
    speak(page, "en")
    look_at_all_views(page)
    page.wait_for_timeout(300)  # The address is written a little later.
    assert page.evaluate(COUNTS) == before
    assert alarms == []
    assert outside == []


def test_half_a_character_is_shown(page: Page, alarms: list[str], tmp_path: Path) -> None:
    """Facts that were read hold none, those of other makers may."""
    facts = two_plans()
    tasks = tuple(replace(task, title=f"\ud800{task.title}") for task in facts.tasks)
    write_page(replace(facts, tasks=tasks), tmp_path / "page.html")
    page.goto((tmp_path / "page.html").as_uri())
    find(page, "推进获得电力改革")
    assert "推进获得电力改革" in page.inner_text("#details h2")
    look_at_all_views(page)
    show_view(page, "timeline")
    for name in ("png", "svg"):
        with page.expect_download():
            page.click(f"#{name}")
    assert alarms == []


@pytest.mark.parametrize("attack", ["script", "attribute", "separators", "nul", "bidi"])
def test_files_hold_the_attack_as_text(
    attack: str, page: Page, alarms: list[str], tmp_path: Path
) -> None:
    write_page(hostile(ATTACKS[attack]), tmp_path / "page.html")
    page.goto((tmp_path / "page.html").as_uri())
    for key in ("graph", "load", "matrix", "timeline"):
        show_view(page, key)
        with page.expect_download() as download:
            page.click("#svg")
        assert re.fullmatch(r"[^/\\<>:\"|?*\x00-\x1f]+\.svg", download.value.suggested_filename)
        picture = etree.fromstring(download.value.path().read_bytes())
        assert {etree.QName(element).localname for element in picture.iter()} <= ELEMENTS
        names = {str(name) for element in picture.iter() for name in element.attrib}
        assert [name for name in names if name.startswith("on") or "href" in name] == []
    assert alarms == []


def test_turned_text_turns_nothing_beside_it(page: Page, tmp_path: Path) -> None:
    """Every element is where it is for a text of the same width that turns nothing.

    But in pictures, where no text stands in line with another.
    """
    turning = ATTACKS["bidi"]
    straight = re.sub("[\u200f-\u2069]", "\u200b", turning)
    boxes: dict[str, list[list[Any]]] = {}
    for name, attack in (("turning", turning), ("straight", straight)):
        write_page(hostile(attack), tmp_path / f"{name}.html", today=TODAY)
        page.goto((tmp_path / f"{name}.html").as_uri())
        boxes[name] = []
        for words in ("县审批局", "推进获得电力改革"):
            find(page, words)
            for key in views_of(page):
                show_view(page, key)
                boxes[name] += page.evaluate(BOXES)
    assert len(boxes["straight"]) > 1000
    assert [pair for pair in zip(*boxes.values(), strict=True) if pair[0] != pair[1]] == []


BROKEN = [
    "unit=<script>alert(1)</script>",
    "unit=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "view=<b>&plan=NaN&task=__proto__&edge=-1&pair=1,2,3",
    "view=constructor&plan=1e9&steps=Infinity&hidden=toString",
    "plan=0x0&only=maybe&unfolded=__proto__&today=9999-99-99",
    "%E0%A4%A&%00&=&&&#=#?",
    "view=timeline&timelineRows=<svg onload=alert(1)>&timelineHidden=__proto__",
    "view=whatif&whatifChanges=lead:x:y&whatifChanges=%F0%9F",
    "view=matrix&matrixLeast=-5&matrixForm=__proto__&matrixOrder=valueOf",
    "unit=" + "W" * 10_000,
]


@pytest.mark.parametrize("address", BROKEN)
def test_broken_address_breaks_nothing(
    address: str, page: Page, alarms: list[str], outside: list[str], tmp_path: Path
) -> None:
    write_page(two_plans(), tmp_path / "page.html")
    page.goto(f"{(tmp_path / 'page.html').as_uri()}#{address}")
    look(page)
    assert "县审批局" in page.inner_text("#sidebar")
    look_at_all_views(page)
    page.evaluate("address => { location.hash = address; }", f"lang=en&{address}")
    look_at_all_views(page)
    assert alarms == []
    assert outside == []


def test_file_names_of_documents_and_pages(
    page: Page, alarms: list[str], outside: list[str], tmp_path: Path
) -> None:
    """Files may be called what paths allow, and so may the plans' own files."""
    name = "\"><script>alert(1)<\u2215script> \u202e 'x' & %3Cb%3E"
    facts = two_plans()
    plans = tuple(replace(plan, source=f"{name}.txt") for plan in facts.plans)
    path = tmp_path / f"{name}.html"
    write_page(replace(facts, plans=plans), path)
    page.goto(path.as_uri())
    page.select_option("#plan", index=1)
    assert f"{name}.txt" in page.inner_text("#details")
    look_at_all_views(page)
    assert alarms == []
    assert outside == []


def test_policy_stops_what_is_not_of_the_page(page: Page, tmp_path: Path) -> None:
    write_page(two_plans(), tmp_path / "page.html")
    page.goto((tmp_path / "page.html").as_uri())
    stopped = page.evaluate("""async () => {
      const seen = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        seen.push(event.effectiveDirective);
      });
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.body.append(script);
      new Image().src = 'https://host.example/a.png';
      await fetch('https://host.example/').catch(() => 0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [window.intruder, seen.sort()];
    }""")
    assert stopped == [None, ["connect-src", "img-src", "script-src-elem"]]
