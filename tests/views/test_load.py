"""The view of loads: bars, the line of overload and why it is there, the Lorenz curve."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graphmodel.analysis.concentration import concentration
from graphmodel.analysis.load import load
from graphmodel.model.claims import facts_of_plans
from graphmodel.model.facts import Facts
from graphmodel.views import write_page
from tests.analysis.building import Attribution, facts_of
from tests.views.sample import plan_facts, two_of_a_place

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Opener = Callable[..., "Page"]
ROWS = "#view-load .load-row"
TEXTS = """rows => rows.map(row => ['rank', 'name', 'figure', 'counts'].map(
  name => row.querySelector('.' + name)?.textContent ?? ''))"""
LENGTHS = """rows => rows.map(row => Object.fromEntries(
  [...row.querySelectorAll('.part')].map(({ className, width }) =>
    [className.baseVal.split(' ')[1], width.baseVal.value])))"""
LIMITS = "lines => lines.map(line => [line.getAttribute('class'), line.x1.baseVal.value])"
SLACK = 0.01
"""Pixels that rounding may take."""


def crowd() -> Facts:
    """Seventy units; unit n leads n tasks, so that no two have the same load."""
    names = [chr(ord("㐀") + n) for n in range(70)]
    tasks = [name for n, name in enumerate(names, start=1) for _ in range(n)]
    return facts_of(*[Attribution(n, name) for n, name in enumerate(tasks, start=1)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("loads")
    write_page(plan_facts(), folder / "one.html", kinds=("load", "whatif"))
    write_page(two_of_a_place(), folder / "two.html", kinds=("load", "whatif"))
    write_page(crowd(), folder / "crowd.html", kinds=("load",))
    return folder


@pytest.fixture
def opened(quiet: Page, folder: Path) -> Opener:
    """Opens a page of the folder at the view of loads."""

    def at(name: str, width: int = 1440) -> Page:
        quiet.set_viewport_size({"width": width, "height": 900})
        quiet.goto((folder / f"{name}.html").as_uri())
        if quiet.locator("#to-load").is_visible():
            quiet.click("#to-load")
        return quiet

    return at


def rows(page: Page) -> list[list[str]]:
    texts: list[list[str]] = page.locator(ROWS).evaluate_all(TEXTS)
    return texts


def lengths(page: Page) -> list[dict[str, float]]:
    found: list[dict[str, float]] = page.locator(ROWS).evaluate_all(LENGTHS)
    return found


def test_rows_are_the_units_by_load(opened: Opener) -> None:
    assert rows(opened("one")) == [
        ["1", "县审批局", "3 超载", "牵头 3 · 配合 0"],
        ["2", "县发改局", "1", "牵头 1 · 配合 0"],
        ["3", "县市场监管局", "0.3", "牵头 0 · 配合 1"],
        ["3", "县文旅局", "0.3", "牵头 0 · 配合 1"],
    ]


def test_bars_are_as_long_as_what_they_stand_for(opened: Opener) -> None:
    approval, reform, market, tourism = lengths(opened("one"))
    one = reform["lead"]
    assert approval["lead"] == pytest.approx(3 * one, abs=SLACK)
    assert market["support"] == tourism["support"] == pytest.approx(0.3 * one, abs=SLACK)
    assert approval["support"] == approval["boilerplate"] == market["lead"] == 0


def test_boilerplate_support_is_drawn_behind_what_counts(opened: Opener) -> None:
    page = opened("two")
    first = page.locator(ROWS).first
    assert first.locator(".counts").text_content() == "牵头 5 · 配合 3"
    second, third = page.locator(ROWS).nth(1), page.locator(ROWS).nth(2)
    assert [row.locator(".counts").text_content() for row in (second, third)] == [
        "牵头 3 · 配合 0 · 套话 5",
        "牵头 1 · 配合 2 · 套话 5",
    ]
    bar = lengths(page)[1]
    assert bar["boilerplate"] == pytest.approx(bar["lead"] * 5 * 0.3 / 3, abs=SLACK)
    last = second.locator(".part").last
    assert last.get_attribute("class") == "part boilerplate"


def test_lines_stand_where_the_measure_has_them(opened: Opener) -> None:
    page = opened("one")
    lines = dict(page.locator("#view-load .limits line").evaluate_all(LIMITS))
    left = page.locator("#view-load .grid").first.evaluate("line => line.x1.baseVal.value")
    one = lengths(page)[1]["lead"]
    row = load(plan_facts()).iloc[0]
    assert lines["limit"] == pytest.approx(left + row["threshold"] * one, abs=0.05)
    assert lines["median"] == pytest.approx(left + row["median"] * one, abs=0.05)
    assert page.locator("#view-load .limit-label").text_content() == "超载线 2.5"
    assert page.locator("#view-load .median-label").text_content() == "中位数 0.7"


def test_why_the_line_is_there(opened: Opener) -> None:
    page = opened("one")
    page.click("#view-load summary:has-text('为什么是这条线')")
    # 0.3, 0.3, 1, 3: median 0.65; distances 0.35, 0.35, 0.35, 2.35: median 0.35.
    steps = page.locator("#view-load .why-line li").all_inner_texts()
    assert steps[0] == "4 个单位按负荷排开，正中间的是 0.65，即中位数：一个普通单位的负荷。"
    assert "这些差距的中位数（MAD）是 0.35" in steps[1]
    assert "z = 3.5 的负荷是 2.47" in steps[2]
    assert "牵头不少于 3 项任务" in steps[3]
    page.click(f"{ROWS} >> nth=1")
    assert page.locator("#view-load .why-line li").count() == 4


def test_units_can_be_sorted(opened: Opener) -> None:
    page = opened("two")
    order = {}
    for sort in ("负荷", "牵头", "配合", "名称"):
        page.click(f"#view-load .choices button:has-text('按{sort}')")
        order[sort] = "".join(row[1] for row in rows(page))
    # A leads 5, C 3, B 1; supports, boilerplate among them: B 7, C 5, D 6, A 3, E 1, F 1.
    assert order == {"负荷": "ACBDEF", "牵头": "ACBDEF", "配合": "BDCAEF", "名称": "ABCDEF"}


@pytest.mark.parametrize("number", [0, 1])
def test_of_a_plan_all_numbers_are_its_own(opened: Opener, number: int) -> None:
    page = opened("two")
    page.select_option("#plan", index=number + 1)
    own = load(facts_of_plans_by_number(two_of_a_place(), number))
    wanted = [(row["name"], f"{row['load']:g}") for row in own.to_dict("records")]
    figures = [(row[1], row[2].split()[0]) for row in rows(page)]
    assert figures == wanted
    label = page.locator("#view-load .limit-label").text_content()
    assert label == f"超载线 {round(float(own['threshold'].iloc[0]), 1):g}"
    ranking = [row.split() for row in page.locator("#sidebar button.unit").all_inner_texts()]
    assert [(row[0], row[-1]) for row in ranking] == wanted
    page.click(f"{ROWS} >> nth=0")
    first = own.iloc[0]
    wanted_rank = f"{first['load']:g}（本地 {len(own)} 个单位中第 1）"
    assert wanted_rank in page.locator("#details dl").first.inner_text()


def facts_of_plans_by_number(facts: Facts, number: int) -> Facts:
    return list(facts_of_plans(facts))[number][1]


def test_curve_is_that_of_the_measure(opened: Opener) -> None:
    page = opened("one")
    [row] = concentration(plan_facts()).to_dict("records")
    caption = page.locator("#view-load figcaption").inner_text()
    assert caption.startswith(f"基尼系数 {row['gini']:.3f}".rstrip("0"))
    assert f"最重的 3 个承担 {100 * row['top3_share']:.1f}%" in caption
    assert page.get_attribute("#view-load .lorenz-chart", "aria-label") == caption
    points: list[Any] = page.locator("#view-load .curve").evaluate(
        "curve => [...curve.points].map(({ x, y }) => [x, y])"
    )
    shares = [(128 - y) / 120 for _, y in points]
    assert shares == pytest.approx([0, 0.3 / 4.6, 0.6 / 4.6, 1.6 / 4.6, 1], abs=1e-3)
    assert [x for x, _ in points] == pytest.approx([34, 64, 94, 124, 154])


def test_bars_work_by_keyboard(opened: Opener) -> None:
    page = opened("one")
    assert page.locator(f"{ROWS} [tabindex='0']").count() == 1
    page.focus(f"{ROWS} [tabindex='0']")
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    assert page.locator("#details h2").first.inner_text() == "县发改局"
    chosen = page.locator(f"{ROWS} [aria-selected='true']")
    assert chosen.get_attribute("aria-label") == "第 2：县发改局，负荷 1 · 牵头 1 · 配合 0"
    assert chosen.evaluate("row => row === document.activeElement")


def test_many_units_are_shown_on_demand(opened: Opener) -> None:
    page = opened("crowd")
    assert page.locator(ROWS).count() == 60
    page.click("#view-load button.more:has-text('现列 60 个，显示全部 70 个单位')")
    assert page.locator(ROWS).count() == 70
    assert page.locator("#view-load button.more").inner_text() == "只列前面的单位"


def test_the_table_behind_has_all_units(opened: Opener) -> None:
    page = opened("crowd")
    page.click("#view-load summary:has-text('数据表')")
    assert page.locator("#view-load tbody tr").count() == 70


BOXES = """() => {
  const box = (element) => element.getBoundingClientRect();
  return [...document.querySelectorAll('#view-load .load-row')].map((row) => {
    const [name, figure] = ['.name', '.figure'].map((one) => box(row.querySelector(one)));
    const bar = box(row.querySelector('.part'));
    const ends = [...row.querySelectorAll('text, .part')].map((one) => box(one).right);
    return { name: [name.right, name.bottom], figure: figure.left, bar: [bar.left, bar.top],
             right: Math.max(...ends), room: box(document.querySelector('#view-load')).right };
  });
}"""


@pytest.mark.parametrize("width", [320, 390, 768, 1440, 2560])
def test_nothing_overlaps_at_any_width(opened: Opener, width: int) -> None:
    page = opened("one", width)
    for box in page.evaluate(BOXES):
        beside = box["name"][0] < box["bar"][0] or box["name"][1] <= box["bar"][1] + 1
        assert beside, box
        assert box["right"] <= box["room"], box


def test_the_chart_follows_the_width(opened: Opener) -> None:
    page = opened("one")
    before = page.locator("#view-load .load-chart").bounding_box()
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function(
        "width => document.querySelector('#view-load .load-chart').clientWidth !== width",
        arg=before and before["width"],
    )
    after = page.locator("#view-load .load-chart").bounding_box()
    assert after
    assert after["width"] == pytest.approx(700 - 36, abs=16)


def test_english(opened: Opener) -> None:
    page = opened("one")
    page.click("#language")
    assert rows(page)[0] == ["1", "县审批局", "3 Overloaded", "leads 3 · supports 0"]
    assert page.locator("#view-load .limit-label").text_content() == "threshold 2.5"
