"""The graph in a browser: names, focus, keys, aggregates, the picture that is saved."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from benchmarks.invented import Size, invented
from graphmodel import extract
from graphmodel.model.facts import Facts
from graphmodel.views import write_page
from graphmodel.views.aggregates import LARGE, MOST_IN_ONE, aggregate_rows
from graphmodel.views.payload import payload
from tests.views.sample import plan_facts, two_of_a_place, two_plans
from tools.make_data import PLANS, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SVG = {"svg": "http://www.w3.org/2000/svg"}
MEASURE = """text => {
  const holder = document.createElement('div');
  document.body.replaceChildren(holder);
  const file = new DOMParser().parseFromString(text, 'image/svg+xml');
  holder.append(document.importNode(file.documentElement, true));
  return [...holder.querySelectorAll('text[paint-order=stroke]')].flatMap((name, number) =>
    [...name.querySelectorAll('tspan')].map((line) => {
      const { a, d, e, f } = name.getScreenCTM();
      const size = parseFloat(getComputedStyle(name).fontSize);
      const [x, y] = ['x', 'y'].map((key) => Number(line.getAttribute(key)));
      const half = line.getComputedTextLength() / 2;
      const [low, high] = [y - 0.88 * size, y + 0.12 * size];
      return { number, name: name.textContent, left: (x - half) * a + e, right: (x + half) * a + e,
        top: low * d + f, bottom: high * d + f };
    }));
}"""
"""The boxes of the lines of the names in a saved picture, by the browser's own measure."""


def large() -> Facts:
    """Two counties, of 800 tasks and 20 units each."""
    return invented(
        Size(
            places=2,
            plans_a_place=1,
            tasks_a_plan=800,
            leads_a_task=1,
            supports_a_task=2,
            collectives_a_task=0,
            units_a_place=20,
            sections_a_plan=4,
        )
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graphs")
    write_page(plan_facts(), folder / "one.html", kinds=["graph"])
    write_page(two_plans(), folder / "two.html", kinds=["graph"])
    write_page(two_of_a_place(), folder / "place.html", kinds=["graph"])
    write_page(large(), folder / "large.html", kinds=["graph"])
    return folder


@pytest.fixture
def one(quiet: Page, folder: Path) -> Page:
    quiet.goto((folder / "one.html").as_uri())
    return quiet


@pytest.fixture
def many(quiet: Page, folder: Path) -> Page:
    quiet.goto((folder / "large.html").as_uri())
    return quiet


def saved(page: Page) -> bytes:
    with page.expect_download() as download:
        page.click("#svg")
    return download.value.path().read_bytes()


def names(picture: bytes) -> list[str]:
    """The names in a saved picture, which have a rim of the ground around their letters."""
    texts = etree.fromstring(picture).findall(".//svg:text[@paint-order='stroke']", SVG)
    return [text_of(text) for text in texts]


def text_of(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())


def tags(picture: bytes, tag: str) -> int:
    return len(etree.fromstring(picture).findall(f".//svg:{tag}", SVG))


def overlapping(boxes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The names whose lines cover a part of each other."""
    return [
        (a["name"], b["name"])
        for a, b in combinations(boxes, 2)
        if a["number"] != b["number"]
        and a["left"] < b["right"]
        and b["left"] < a["right"]
        and a["top"] < b["bottom"]
        and b["top"] < a["bottom"]
    ]


def test_overlaps_are_seen() -> None:
    box = {"number": 0, "name": "甲", "left": 0, "right": 10, "top": 0, "bottom": 10}
    beside = box | {"number": 1, "name": "乙", "left": 10, "right": 20}
    over = box | {"number": 2, "name": "丙", "left": 9, "right": 19}
    assert overlapping([box, beside]) == []
    assert overlapping([box, over]) == [("甲", "丙")]


def test_saved_picture_holds_what_is_seen(one: Page) -> None:
    picture = saved(one)
    assert set(names(picture)) >= {"县审批局超载", "县发改局", "县市场监管局", "各乡镇"}
    assert tags(picture, "circle") == 4 + 1, "four tasks, and their sign in the legend"
    assert tags(picture, "path") == 13
    assert tags(picture, "image") == 0


def test_picture_of_a_focus_has_only_its_lines(one: Page) -> None:
    one.click("#sidebar button.unit >> nth=1")
    # 县发改局 leads one task, together with 县供电公司.
    assert tags(saved(one), "path") == 1
    one.click("[data-key=steps-2]")
    picture = saved(one)
    assert tags(picture, "path") == 2
    assert {"县发改局", "县供电公司"} <= set(names(picture))
    assert one.get_attribute("[data-key=steps-2]", "aria-pressed") == "true"


def test_picture_of_a_neighbourhood(one: Page) -> None:
    one.click("#sidebar button.unit >> nth=1")
    one.click("#only")
    picture = saved(one)
    assert "推进获得电力改革" in text_of(etree.fromstring(picture))
    assert tags(picture, "path") == 2
    assert tags(picture, "circle") == 1, "the sign of tasks in the legend; boxes have no circles"


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (390, 844)])
@pytest.mark.parametrize("name", ["one", "two"])
def test_no_name_covers_another(page: Page, folder: Path, name: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto((folder / f"{name}.html").as_uri())
    picture = saved(page).decode()
    page.goto("about:blank")
    boxes = page.evaluate(MEASURE, picture)
    assert len({box["number"] for box in boxes}) >= 6
    assert overlapping(boxes) == []


@pytest.fixture(scope="module", params=["five", "samples"])
def plans(request: pytest.FixtureRequest, folder: Path) -> tuple[Path, list[dict[str, Any]]]:
    """A page of five plans of five counties, or of five of one county, and its units."""
    if request.param == "five":
        shared = request.getfixturevalue("shared")
        facts = extract([shared / "documents" / f"{plan}.txt" for plan in PLANS])
    else:
        facts = extract(ROOT / "data" / "samples")
    file = folder / f"{request.param}.html"
    write_page(facts, file, kinds=["graph"])
    nodes = payload(facts, ["graph"]).nodes
    return file, [node for node in nodes if node["group"] == "unit"]


@pytest.mark.parametrize("plan", [0, 1, 2, 3, 4, None])
def test_units_of_the_plans_have_names_at_first(
    plan: int | None, plans: tuple[Path, list[dict[str, Any]]], page: Page
) -> None:
    file, units = plans
    page.goto(file.as_uri())
    if plan is not None:
        page.select_option("#plan", value=str(plan))
    picture = saved(page)
    wanted = [node["label"] for node in units if plan is None or plan in node["plans"]]
    named = [name for name in names(picture) if name.removesuffix("超载") in wanted]
    assert len(named) >= 0.9 * len(wanted)
    page.goto("about:blank")
    assert overlapping(page.evaluate(MEASURE, picture.decode())) == []


CANVAS = "document.querySelector('#graph canvas').toDataURL()"


def test_names_change_with_the_language(one: Page) -> None:
    chinese = one.evaluate(CANVAS)
    one.click("#language")
    one.click("#language")
    assert one.evaluate(CANVAS) == chinese
    one.click("#language")
    # 县审批局 is overloaded, which its name says.
    assert one.evaluate(CANVAS) != chinese


def test_arrow_keys_walk_and_enter_selects(one: Page) -> None:
    one.focus("#graph")
    one.keyboard.press("ArrowDown")
    reached = [one.inner_text("#reached")]
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp"):
        one.keyboard.press(key)
        reached.append(one.inner_text("#reached"))
    assert len(set(reached)) > 1
    assert all(text.split(" · ")[1] for text in reached)
    one.keyboard.press("Enter")
    assert one.inner_text("#details h2").split("\n")[0] == reached[-1].split(" · ")[0]
    assert one.evaluate("document.activeElement.id") == "graph"


def test_keys_zoom_and_fit(one: Page) -> None:
    def spread() -> float:
        tree = etree.fromstring(saved(one))
        inner = tree.findall(".//svg:svg", SVG)[-1]
        return float(str(inner.get("viewBox")).split()[2])

    whole = spread()
    one.focus("#graph")
    one.keyboard.press("+")
    assert spread() == pytest.approx(whole / 1.3, rel=0.01)
    one.focus("#graph")
    one.keyboard.press("-")
    one.keyboard.press("0")
    assert spread() == pytest.approx(whole, rel=0.01)


def test_table_behind_names_load_and_partners(one: Page) -> None:
    one.click("#table summary")
    one.locator("#table tbody tr").first.wait_for()
    rows = one.locator("#table tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["云岭县", "县审批局", "3", "超载", "县市场监管局 1、县文旅局 1"],
        ["云岭县", "县发改局", "1", "", "县供电公司 1"],
        ["云岭县", "县市场监管局", "0.3", "", "县审批局 1"],
        ["云岭县", "县文旅局", "0.3", "", "县审批局 1"],
    ]


@pytest.mark.parametrize(("plan", "overloaded"), [("", "A"), ("一", ""), ("二", "C")])
def test_loads_are_those_of_the_plan_chosen(
    plan: str, overloaded: str, quiet: Page, folder: Path
) -> None:
    quiet.goto((folder / "place.html").as_uri())
    quiet.select_option("#plan", index=" 一二".index(plan or " "))
    drawn = names(saved(quiet))
    assert "".join(name[0] for name in drawn if name.endswith("超载")) == overloaded
    quiet.click("#table summary")
    quiet.locator("#table tbody tr").first.wait_for()
    rows = quiet.locator("#table tbody tr").all_inner_texts()
    assert "".join(row.split("\t")[1] for row in rows if "超载" in row) == overloaded


def test_small_graphs_have_no_aggregates() -> None:
    assert payload(two_plans(), ["graph"]).about["aggregates"] == []


def test_aggregates_hold_each_node_once() -> None:
    content = payload(large(), ["graph"])
    rows = content.about["aggregates"]
    assert len(content.nodes) == 2 * 820 > LARGE
    assert sorted(id for row in rows for id in row["nodes"]) == list(range(1, 1641))
    assert max(len(row["nodes"]) for row in rows) <= MOST_IN_ONE
    assert [row["group"] for row in rows if row["place"] == 0] == ["unit"] * 8 + ["task"] * 4
    assert {row["number"] for row in rows if row["group"] == "task"} == {"1", "2", "3", "4"}


def test_what_is_more_than_may_unfold_is_told_in_parts() -> None:
    nodes = [
        {"id": number, "group": "task", "label": "推进", "place": 0, "plans": [0], "path": "1"}
        for number in range(1, LARGE + 2)
    ]
    rows = aggregate_rows(nodes)
    assert [row["part"] for row in rows][:2] == [[1, MOST_IN_ONE], [MOST_IN_ONE + 1, 500]]
    assert [row["part"] for row in rows][-1] == [LARGE + 1, LARGE + 1]


def test_large_graph_opens_folded_and_says_so(many: Page) -> None:
    said = many.inner_text("#status").split(" · ")
    assert said[:2] == [
        "显示 1640 个节点、4800 条关系",
        "其中部分收在 24 个汇总里，点击展开",
    ]
    picture = saved(many)
    assert {"住建", "税务", "重点任务"} <= set(names(picture))
    assert tags(picture, "path") <= 8 * 4 * 2


def test_aggregate_unfolds_and_folds_by_key(many: Page) -> None:
    many.focus("#graph")
    many.keyboard.press("ArrowUp")
    assert "汇总" in many.inner_text("#reached")
    name = many.inner_text("#reached").split("，")[0]
    many.keyboard.press("Enter")
    assert "收在 23 个汇总里" in many.inner_text("#status")
    fold = many.locator("#sidebar .open button")
    assert fold.inner_text() == f"－ {name}"
    fold.press("Enter")
    assert "收在 24 个汇总里" in many.inner_text("#status")
    assert many.locator("#sidebar .open").count() == 0


def test_selection_comes_out_of_its_aggregate(many: Page) -> None:
    many.click("#sidebar button.unit >> nth=0")
    chosen = many.inner_text("#details h2").split("\n")[0]
    picture = saved(many)
    assert any(name.startswith(chosen) for name in names(picture))
    edges = int(many.locator("#sidebar label b").nth(2).inner_text())
    assert 0 < tags(picture, "path") < edges
