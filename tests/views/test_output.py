"""Pictures as files: opened and measured, in both themes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PIL import Image

from graphmodel.model.facts import merge
from graphmodel.views import write_page
from tests.views.sample import TEXT, plan_facts, two_plans

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"
WHITE = (255, 255, 255)
DARK_GROUND = (0x11, 0x16, 0x1E)
TODAY = date(2025, 3, 1)
OUTSIDE = """texts => {
  const { width, height } = document.documentElement.getBoundingClientRect();
  const isOut = ({ left, top, right, bottom }) =>
    left < 0 || top < 0 || right > width || bottom > height;
  return texts.filter(text => isOut(text.getBoundingClientRect())).map(text => text.textContent);
}"""
"""The words of a picture that are not all within it."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    write_page(plan_facts(), folder / "one.html", today=TODAY)
    write_page(two_plans(), folder / "two.html", today=TODAY)
    return folder


@pytest.fixture
def load(quiet: Page, folder: Path) -> Page:
    """The view of loads."""
    quiet.goto(f"{(folder / 'one.html').as_uri()}#view=load")
    return quiet


def saved(page: Page, kind: str) -> tuple[str, Path]:
    """The name and the file that a button gives."""
    with page.expect_download() as download:
        page.click(f"#{kind}")
    return download.value.suggested_filename, download.value.path()


def svg_of(page: Page) -> ElementTree.Element:
    _, path = saved(page, "svg")
    return ElementTree.fromstring(path.read_text("utf-8"))


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def test_svg_says_what_it_is_of_when_and_from_where(load: Page) -> None:
    name, path = saved(load, "svg")
    assert name == "云岭县 · 单位负荷.svg"
    found = texts(ElementTree.fromstring(path.read_text("utf-8")))
    assert "云岭县 · 责任关系图" in found
    assert "单位负荷" in found
    assert "制图日期：2025-03-01" in found
    source = "来源：《云岭县优化营商环境实施方案》（云政发〔2024〕1号、云岭县.txt）"
    assert source in "".join(found)
    assert {"县审批局", "县发改局", "县市场监管局", "县文旅局"} <= set(found)


def test_svg_needs_no_style_sheet(load: Page) -> None:
    root = svg_of(load)
    names = {name for element in root.iter() for name in element.attrib}
    assert names & {"class", "style", "tabindex", "role", "data-key", "aria-label"} == set()
    assert not [tag for tag in (f"{SVG}style", f"{SVG}image") if root.find(f".//{tag}") is not None]
    assert "var(" not in ElementTree.tostring(root, "unicode")


def test_svg_alone_has_the_colours_and_places_of_the_page(load: Page, tmp_path: Path) -> None:
    colours = "marks => [...new Set(marks.map(mark => getComputedStyle(mark).fill))].sort()"
    shown = load.locator("#view-load svg rect").evaluate_all(colours)
    _, path = saved(load, "svg")
    alone = tmp_path / "alone.svg"
    alone.write_bytes(path.read_bytes())
    load.goto(alone.as_uri())
    drawn = load.locator("svg svg rect").evaluate_all(colours)
    assert set(shown) <= set(drawn)
    assert len(drawn) >= 3


@pytest.mark.parametrize("view", ["graph", "load", "matrix", "timeline", "compare", "whatif"])
@pytest.mark.parametrize("width", [480, 1440])
def test_all_words_of_a_picture_are_in_it(
    view: str, width: int, quiet: Page, folder: Path, tmp_path: Path
) -> None:
    quiet.set_viewport_size({"width": width, "height": 900})
    quiet.goto(f"{(folder / 'two.html').as_uri()}#view={view}&lang=en")
    _, path = saved(quiet, "svg")
    alone = tmp_path / "alone.svg"
    alone.write_bytes(path.read_bytes())
    quiet.goto(alone.as_uri())
    assert quiet.locator("text").count() > 4
    assert quiet.locator("text").evaluate_all(OUTSIDE) == []


@pytest.mark.parametrize(("theme", "ground"), [("light", WHITE), ("dark", DARK_GROUND)])
def test_png_is_twice_as_sharp_on_the_ground_of_the_page(
    load: Page, theme: str, ground: tuple[int, int, int]
) -> None:
    load.evaluate("theme => { location.hash = `view=load&theme=${theme}`; }", theme)
    load.wait_for_selector(f"html[data-theme={theme}]")
    root = svg_of(load)
    name, path = saved(load, "png")
    assert name == "云岭县 · 单位负荷.png"
    with Image.open(path) as image:
        assert image.size == (2 * int(root.attrib["width"]), 2 * int(root.attrib["height"]))
        assert image.convert("RGB").getpixel((3, 3)) == ground
        colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 24) or []}
    assert len(colours) > 20


def test_picture_of_a_choice_says_so(load: Page) -> None:
    load.evaluate("() => { location.hash = 'view=load&unit=县发改局'; }")
    load.wait_for_selector("#details h2:has-text('县发改局')")
    assert "单位负荷 · 聚焦：县发改局" in texts(svg_of(load))


def test_every_view_that_is_a_picture_can_be_saved(load: Page) -> None:
    keys = load.locator("#views button").evaluate_all("all => all.map(one => one.id.slice(3))")
    assert {"graph", "load", "matrix"} <= set(keys)
    for key in keys:
        load.click(f"#to-{key}")
        if load.is_enabled("#svg"):
            assert len(texts(svg_of(load))) > 4, key


@pytest.mark.parametrize(("places", "columns"), [(2, 1), (8, 2)])
def test_loads_of_several_places_are_one_picture(
    places: int, columns: int, quiet: Page, tmp_path: Path
) -> None:
    names = [f"{number}县" for number in range(places)]
    facts = merge(plan_facts(TEXT, f"{name}:政〔2024〕1号", f"某省/{name}") for name in names)
    write_page(facts, tmp_path / "places.html", kinds=["load"])
    quiet.goto((tmp_path / "places.html").as_uri())
    root = svg_of(quiet)
    charts = [chart.attrib for chart in list(root.iter(f"{SVG}svg"))[1].findall(f"{SVG}svg")]
    corners = [(float(chart["x"]), float(chart["y"])) for chart in charts]
    assert [text[:2] for text in texts(root) if "各单位负荷" in text] == names
    assert len({x for x, _ in corners}) == columns
    assert len(set(corners)) == places
    assert len({y for _, y in corners}) == places // columns


def test_list_is_no_picture_and_says_so(load: Page) -> None:
    load.click("#to-findings")
    assert load.is_disabled("#png")
    assert load.is_disabled("#svg")
    assert load.get_attribute("#png", "title") == "这个视图是列表，没有图可存；请用“打印”"


def test_several_plans_are_named(page: Page, folder: Path) -> None:
    page.goto(f"{(folder / 'two.html').as_uri()}#view=load&lang=en")
    name, path = saved(page, "svg")
    assert name == "Responsibility graph · Load.svg"
    found = "".join(texts(ElementTree.fromstring(path.read_text("utf-8"))))
    assert "云岭县优化营商环境实施方案" in found
    assert "雾河县优化营商环境实施方案" in found


def test_names_that_files_cannot_hold(page: Page, tmp_path: Path) -> None:
    facts = plan_facts()
    bad = 'a\x01/\\:*?"<>|\ud800b'
    plans = tuple(replace(plan, jurisdiction=bad) for plan in facts.plans)
    units = tuple(replace(unit, name=f"{unit.name}\x00\x1b\ufffe&<") for unit in facts.units)
    write_page(replace(facts, plans=plans, units=units), tmp_path / "bad.html")
    page.goto(f"{(tmp_path / 'bad.html').as_uri()}#view=load")
    name, path = saved(page, "svg")
    assert name == "a___________b · 单位负荷.svg"
    found = texts(ElementTree.fromstring(path.read_text("utf-8")))
    assert any("县发改局" in text and "\x1b" not in text for text in found)
    assert saved(page, "png")[1].read_bytes().startswith(b"\x89PNG")
