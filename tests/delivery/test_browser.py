"""The pages in a browser: from the index to the words, on every width, for everybody, on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pypdfium2
import pytest

from graphmodel import extract
from graphmodel.delivery.answers import CLOSEST
from graphmodel.delivery.products import write_delivery
from graphmodel.delivery.site import write_site
from graphmodel.model.resources import resource
from graphmodel.reports.wording import Language
from tests.views.sample import plan_facts, two_plans
from tools import axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = ("index.html", "findings.html", "units/云岭县 县审批局.html", "units/云岭县 各乡镇.html")
A4 = (595, 842)
"""Points."""
MARGIN = 30
"""Points that stay white on each side."""
AXE = """async () => (await axe.run(document)).violations.flatMap(
  ({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))"""


@pytest.fixture(scope="module", params=list(Language))
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("delivery") / "交付 一"
    write_delivery(two_plans(), folder, language=request.param, today=None)
    return folder


def test_from_the_index_to_the_words_and_on(quiet: Page, folder: Path) -> None:
    quiet.goto((folder / "index.html").as_uri())
    quiet.locator(".answer li > a").first.click()
    assert quiet.locator("h1").inner_text().startswith("县审批局")
    assert quiet.locator("mark").first.inner_text() == "县审批局"
    quiet.locator("table a").first.click()
    assert quiet.locator("h1").inner_text() == "县市场监管局"
    quiet.locator("nav a").first.click()
    assert unquote(quiet.url).endswith("/交付 一/index.html")


def test_interactive_page_opens_on_the_body(quiet: Page, folder: Path) -> None:
    quiet.goto((folder / PAGES[2]).as_uri())
    quiet.locator("nav a").nth(1).click()
    assert "县审批局" in quiet.locator("#details h2").inner_text()


def test_interactive_page_names_the_same_partners(quiet: Page, tmp_path: Path) -> None:
    facts = extract(resource("data", "samples", "jiling-2023-action.txt"))
    write_site(facts, tmp_path / "site", language=Language.ZH, kinds=["load"], today=None)
    quiet.goto((tmp_path / "site" / "index.html").as_uri())
    quiet.locator(".answer li > a").first.click()
    told = quiet.locator("table tbody tr").all_inner_texts()
    quiet.locator("nav a").nth(1).click()
    chips = quiet.locator("#details ul.chips li").all_inner_texts()
    assert len(chips) >= CLOSEST
    assert ["\t".join(chip.rsplit(" ", 1)) for chip in chips] == [
        "\t".join(row.split("\t")[:2]) for row in told[: len(chips)]
    ]


def test_interactive_page_opens_on_a_plan_and_on_a_view(quiet: Page, folder: Path) -> None:
    index = (folder / "index.html").as_uri()
    quiet.goto(index)
    quiet.locator("table").first.locator("a").nth(1).click()
    assert quiet.locator("#plan").input_value() == "1"
    quiet.goto(index)
    quiet.locator(".ways p a").nth(1).click()
    assert quiet.locator("body").get_attribute("data-view") == "load"


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_the_window(quiet: Page, folder: Path, name: str) -> None:
    quiet.goto((folder / name).as_uri())
    for width in (320, 390, 768, 1280, 1920, 3840):
        quiet.set_viewport_size({"width": width, "height": 800})
        assert quiet.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("long", ["局" * 10_000, "x" * 10_000, "0.1" * 3_000])
def test_long_texts_break(quiet: Page, tmp_path: Path, long: str) -> None:
    facts = plan_facts()
    facts = replace(
        facts,
        units=tuple(replace(unit, name=long + unit.name) for unit in facts.units),
        plans=tuple(
            replace(plan, title=long, source=long, doc_number=long) for plan in facts.plans
        ),
        tasks=tuple(replace(task, title=long) for task in facts.tasks),
        targets=tuple(replace(target, metric=long, unit=long) for target in facts.targets),
    )
    write_site(facts, tmp_path / "site", language=Language.ZH, kinds=["load"], today=None)
    pages = sorted((tmp_path / "site").rglob("*.html"))
    quiet.set_viewport_size({"width": 320, "height": 640})
    for page in pages:
        if page.name != "graph.html":
            quiet.goto(page.as_uri())
            assert quiet.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, folder: Path, name: str, theme: str) -> None:
    if missing := axe.lacking():
        pytest.skip(missing)
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.goto((folder / name).as_uri())
    page.evaluate(axe.script().read_text(encoding="utf-8"))
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(AXE) == []


@pytest.mark.parametrize("name", PAGES)
def test_print_fits_a4_in_light_colours(page: Page, folder: Path, name: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto((folder / name).as_uri())
    heading = page.locator("h1").inner_text().split()[0]
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    first = document[0]
    assert tuple(map(round, first.get_size())) == A4
    assert heading in first.get_textpage().get_text_range()
    for number in range(len(document)):
        picture = document[number].render(scale=1).to_pil().convert("L")
        width, height = picture.size
        inside = picture.crop((MARGIN, MARGIN, width - MARGIN, height - MARGIN))
        assert inside.getextrema()[0] < 100
        picture.paste(255, (MARGIN, MARGIN, width - MARGIN, height - MARGIN))
        assert picture.getextrema() == (255, 255)
