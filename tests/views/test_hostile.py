"""Facts whose every text is an attack: the page shows them and runs none."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graphmodel.model.facts import Facts
from graphmodel.views import write_page
from tests.views.sample import two_plans

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page

pytestmark = pytest.mark.browser

ATTACKS = [
    "</script><img src=x onerror=alert(1)>",
    "<b onclick=alert(2)>粗</b>",
    "\"'`><svg onload=alert(3)>",
    "{{ 7 * 7 }}{% raw %}${alert(4)}",
    "<!--<script>alert(5)",
    "a\u2028b\u2029c\ud800",
    "javascript:alert(6)",
    "__proto__",
]
SHOWN = {
    "plans": ("title", "doc_number", "issuers", "jurisdiction", "source"),
    "sections": ("title",),
    "tasks": ("title",),
    "units": ("name",),
    "mentions": ("rule", "reason"),
    "responsibilities": ("mention", "rule"),
    "posts": ("post",),
    "indicators": ("name", "code"),
    "measures": ("words",),
    "targets": ("metric", "unit"),
    "deadlines": ("event",),
    "texts": ("text",),
}
COUNT_ELEMENTS = """() => Object.fromEntries(
  ['img', 'b[onclick]', 'svg', 'script', 'iframe', 'style'].map(
    (name) => [name, document.querySelectorAll(name).length]))"""


def hostile(attack: str) -> Facts:
    """The sample with the attack in front of every text that a page shows."""

    def poisoned(value: Any) -> Any:
        return (attack,) if isinstance(value, tuple) else attack + (value or "")

    facts = two_plans()
    tables = {
        table: tuple(
            replace(row, **{name: poisoned(getattr(row, name)) for name in names})
            for row in facts.rows(table)
        )
        for table, names in SHOWN.items()
    }
    return replace(facts, **tables)


def test_all_tables_that_a_page_shows_are_poisoned() -> None:
    silent = {"jurisdictions", "duties", "stages", "diagnostics", "places"}
    assert set(SHOWN) | silent == {field.name for field in fields(Facts)}


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


@pytest.mark.parametrize("attack", ATTACKS)
def test_attack_is_shown_and_does_nothing(
    attack: str, page: Page, alarms: list[str], outside: list[str], tmp_path: Path
) -> None:
    write_page(hostile(attack), tmp_path / "page.html")
    page.goto((tmp_path / "page.html").as_uri())
    before = page.evaluate(COUNT_ELEMENTS)
    assert (before["img"], before["svg"], before["script"]) == (0, 0, 8)
    page.select_option("#plan", index=1)
    page.keyboard.press("/")
    page.keyboard.type("县审批局")
    page.keyboard.press("Enter")
    assert page.locator("#details h2").evaluate("h => h.textContent") == f"{attack}县审批局"
    page.click("#only")
    page.click("#details button.link:has-text('提升开办企业便利度')")
    page.click("#to-load")
    page.click("#view-load button.unit >> nth=1")
    page.click("#to-graph")
    page.wait_for_timeout(100)
    assert page.evaluate(COUNT_ELEMENTS) == before
    assert alarms == []
    assert outside == []


def test_attack_in_an_id(page: Page, alarms: list[str], tmp_path: Path) -> None:
    facts = two_plans()
    attack = "</script><script>alert(1)</script>"
    units = tuple(replace(unit, id=attack + unit.id) for unit in facts.units)
    parts = tuple(replace(row, unit=attack + row.unit) for row in facts.responsibilities)
    mentions = tuple(replace(row, unit=attack + row.unit) for row in facts.mentions)
    poisoned = replace(facts, units=units, responsibilities=parts, mentions=mentions)
    write_page(poisoned, tmp_path / "page.html")
    page.goto((tmp_path / "page.html").as_uri())
    assert page.inner_text("#status") == "显示 24 个节点、26 条关系"
    assert alarms == []


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
