"""Links: what is on show stands in the address, and the address brings it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest

from graphmodel.views import write_page
from tests.views.sample import plan_facts, two_plans

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

FIRST = "云岭县优化营商环境实施方案"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("address")
    write_page(plan_facts(), folder / "one.html")
    write_page(two_plans(), folder / "two.html")
    return folder


@pytest.fixture
def one(quiet: Page, folder: Path) -> Page:
    quiet.goto((folder / "one.html").as_uri())
    return quiet


@pytest.fixture
def two(quiet: Page, folder: Path) -> Page:
    quiet.goto((folder / "two.html").as_uri())
    return quiet


def hash_of(page: Page) -> str:
    return unquote(page.evaluate("location.hash"))


def go(page: Page, text: str) -> None:
    """Change the part of the address after #, as by hand."""
    page.evaluate("text => { location.hash = text; }", text)
    page.wait_for_function("() => new Promise(done => setTimeout(() => done(true), 50))")


def heading(page: Page) -> str:
    text: str = page.locator("#details h2").first.inner_text()
    return text


def choose(page: Page, text: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_nothing_stands_in_the_address_at_first(one: Page) -> None:
    assert hash_of(one) == ""


def test_choices_stand_in_the_address(one: Page) -> None:
    choose(one, "发改局")
    assert hash_of(one) == "#unit=县发改局"
    choose(one, "规范执法")
    assert hash_of(one) == "#task=1.3"
    choose(one, "耗时")
    assert hash_of(one) == "#indicator=耗时"
    one.click("#to-load")
    assert hash_of(one) == "#view=load&indicator=耗时"


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("unit=县发改局", "县发改局"),
        ("unit=某省/云岭县:发改局", "县发改局"),
        ("task=1.3", "规范执法检查"),
        ("task=规范执法检查", "规范执法检查"),
        ("task=云岭县:云政发〔2024〕1号#1.3", "规范执法检查"),
        ("indicator=耗时", "耗时"),
        ("edge=云岭县:云政发〔2024〕1号#1.2/0.lead.3", "牵头"),
        ("pair=县发改局&pair=县供电公司", "县发改局 × 县供电公司"),
    ],
)
def test_link_opens_what_it_names(quiet: Page, folder: Path, link: str, shown: str) -> None:
    quiet.goto(f"{(folder / 'one.html').as_uri()}#{quote(link, safe='=&')}")
    assert heading(quiet) == shown
    assert not quiet.is_visible("#note")


def test_units_of_one_name_are_told_apart_by_their_ids(two: Page) -> None:
    choose(two, "发改局")
    assert hash_of(two) == "#unit=某省/云岭县:发改局"
    go(two, "unit=某省/雾河县:发改局")
    assert heading(two) == "县发改局"
    assert "雾河县" in two.inner_text("#details")


def test_plan_and_filters(two: Page) -> None:
    plan = "雾河县:雾政发〔2024〕2号"
    two.select_option("#plan", label="雾河县 · 雾河县优化营商环境实施方案")
    two.uncheck("[data-key=support]")
    two.uncheck("[data-key=task]")
    two.wait_for_function("() => location.hash.includes('hidden')")
    assert hash_of(two) == f"#plan={plan}&hidden=task&hidden=support"
    two.reload()
    assert heading(two) == "雾河县优化营商环境实施方案"
    assert not two.is_checked("[data-key=task]")
    assert two.is_checked("[data-key=unit]")


def test_language_and_theme(one: Page) -> None:
    one.click("#theme")
    one.click("#language")
    one.wait_for_function("() => location.hash.includes('lang')")
    assert hash_of(one) == "#lang=en&theme=dark"
    one.reload()
    assert one.get_attribute("html", "lang") == "en"
    assert one.get_attribute("html", "data-theme") == "dark"
    go(one, "")
    assert one.get_attribute("html", "lang") == "zh-CN"
    assert one.get_attribute("html", "data-theme") == "light"


def test_options_of_views(one: Page) -> None:
    go(one, "view=matrix&matrixLeast=2&matrixBoilerplate=1&matrixForm=network")
    state = "[...document.querySelectorAll('#to-matrix')].map(b => b.getAttribute('aria-pressed'))"
    assert one.evaluate(state) == ["true"]
    assert not one.is_visible("#note")
    one.click("#to-load")
    assert hash_of(one) == "#view=load&matrixForm=network&matrixLeast=2&matrixBoilerplate=1"


def test_back_and_forward(one: Page) -> None:
    choose(one, "发改局")
    one.click("#to-load")
    choose(one, "规范执法")
    one.go_back()
    one.wait_for_function("() => !location.hash.includes('task')")
    assert heading(one) == "县发改局"
    assert one.is_visible("#view-load")
    one.go_back()
    one.wait_for_function("() => !location.hash.includes('load')")
    assert one.is_visible("#view-graph")
    assert heading(one) == "县发改局"
    one.go_back()
    one.wait_for_function("() => !location.hash")
    assert heading(one) == FIRST
    for _ in range(3):
        one.go_forward()
    one.wait_for_function("() => location.hash.includes('task')")
    assert heading(one) == "规范执法检查"


def test_filters_make_no_steps(one: Page) -> None:
    choose(one, "发改局")
    steps = one.evaluate("history.length")
    one.uncheck("[data-key=support]")
    one.check("[data-key=support]")
    one.uncheck("[data-key=task]")
    one.wait_for_function("() => location.hash.includes('hidden=task')")
    assert one.evaluate("history.length") == steps


@pytest.mark.parametrize(
    "broken",
    [
        "unit=没有的局",
        "task=9.9",
        "edge=none",
        "pair=县发改局",
        "pair=县发改局&pair=没有的局",
        "view=nothing",
        "plan=NaN",
        "lang=xx",
        "theme=red",
        "hidden=everything",
        "only=yes",
        "matrixLeast=many",
        "matrixForm=cube",
        "nobody=1",
        "__proto__=1",
        "unit=<script>alert(1)</script>",
        "%E0%A4%A=%",
    ],
)
def test_what_nobody_knows_is_ignored_and_said(one: Page, broken: str) -> None:
    go(one, f"{broken}&task=1.3" if not broken.startswith("task") else broken)
    assert one.is_visible("#note")
    assert one.inner_text("#note").startswith("链接中有不认识的内容，已忽略：")
    assert heading(one) == (FIRST if broken.startswith("task") else "规范执法检查")
    one.keyboard.press("Escape")
    assert not one.is_visible("#note") or broken.startswith("task")


def test_node_of_another_plan_is_not_shown(two: Page) -> None:
    go(two, "plan=雾河县:雾政发〔2024〕2号&unit=某省/云岭县:发改局")
    assert heading(two) == "雾河县优化营商环境实施方案"
