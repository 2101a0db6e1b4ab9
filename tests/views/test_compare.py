"""The comparison of counties: what the page is told, and what it shows of that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graphmodel.analysis.place_comparison import figures_of, places_of
from graphmodel.model.facts import Facts, merge
from graphmodel.reports.place_comparison import MEASURES, indicator_name
from graphmodel.reports.wording import Language
from graphmodel.views import write_page
from graphmodel.views.comparison import MOST_PLACES
from graphmodel.views.page import words
from graphmodel.views.payload import payload
from graphmodel.views.vocabularies import indicators
from tests.analysis.building import Attribution, facts_of
from tests.views.sample import plan_facts

if TYPE_CHECKING:
    from playwright.sync_api import Page

Opener = Callable[..., "Page"]
VIEW = "#view-compare"
FUNCTIONS = {"A": "tax", "B": "finance", "C": "finance", "D": "justice"}
SUPPORT_OR_LEAD = ("support", "lead", "lead", "support", "lead")
"""What the bars of `three` stand for, in their order."""
NAMES = "all => all.map(one => one.textContent)"


def functioning(facts: Facts) -> Facts:
    """The facts with functions of bodies, by name."""
    units = tuple(replace(unit, function=FUNCTIONS.get(unit.name, "other")) for unit in facts.units)
    return replace(facts, units=units)


def county(place: str, *attributions: Attribution) -> Facts:
    return functioning(facts_of(*attributions, place=place))


def three() -> Facts:
    """甲: A leads two, B and C support one each; 乙: B leads one; 丙: D leads one, A supports."""
    return merge(
        (
            county("甲", Attribution(1, "A", "BC"), Attribution(2, "A")),
            county("乙", Attribution(1, "B")),
            county("丙", Attribution(1, "D", "A")),
        )
    )


def compared(facts: Facts) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = payload(facts, ("load", "compare")).views["compare"]
    return rows


def test_one_place_is_compared_with_nothing() -> None:
    assert compared(plan_facts()) == []


def test_each_place_has_its_functions_with_their_units() -> None:
    facts = three()
    labels = {node["id"]: node["label"] for node in payload(facts, ("load",)).nodes}
    found = [
        {
            row["code"]: (
                *("".join(labels[unit] for unit in row[which]) for which in ("units", "leading")),
                *(row["leads"], row["share"]),
            )
            for row in place["functions"]
        }
        for place in compared(facts)
    ]
    assert found == [
        {"tax": ("A", "A", 2, 0.7692), "finance": ("BC", "", 0, 0.2308)},  # of 2.6
        {"finance": ("B", "B", 1, 1.0)},
        {"justice": ("D", "D", 1, 0.7692), "tax": ("A", "", 0, 0.2308)},
    ]


def test_names_are_those_of_the_vocabulary() -> None:
    [tax] = [row for row in compared(three())[0]["functions"] if row["code"] == "tax"]
    assert tax["name"] == ("税务", "Taxation")


def test_each_place_has_what_it_lacks() -> None:
    found = [
        [(row["kind"], row["name"][1], row["having"]) for row in place["lacks"]]
        for place in compared(three())
    ]
    # Who leads: tax in 甲, finance in 乙, justice in 丙.
    tax, finance, justice = (("function", name, 1) for name in ("Taxation", "Finance", "Justice"))
    assert found == [[finance, justice], [justice, tax], [finance, tax]]


def test_figures_are_those_of_the_comparison() -> None:
    facts = three()
    wanted: list[dict[str, float]] = [{} for _ in range(3)]
    numbers = {place.key: number for number, place in enumerate(places_of(facts))}
    for place, measure, value in figures_of(places_of(facts)).itertuples(index=False):
        wanted[numbers[str(place)]][str(measure)] = round(float(str(value)), 4)
    assert [row["figures"] for row in compared(facts)] == wanted


def test_measures_are_called_as_in_reports() -> None:
    own = {key: pair for key, pair in words().items() if key.startswith("figure_")}
    wanted = {
        f"figure_{name}": (word(Language.ZH), word(Language.EN))
        for name, (word, _) in MEASURES.items()
    }
    assert own == {key: wanted[key] for key in own}


def test_indicators_are_called_as_in_reports() -> None:
    code = "starting_business"
    assert indicators([code])[code] == tuple(indicator_name(code, lang) for lang in Language)


def test_more_places_than_can_be_read_are_left_out() -> None:
    many = merge(tuple(county(f"{n}县", Attribution(1, "A")) for n in range(MOST_PLACES + 1)))
    assert len(compared(many)) == MOST_PLACES


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compared")
    kinds = ("load", "compare", "whatif")
    write_page(three(), folder / "three.html", kinds=kinds)
    write_page(plan_facts(), folder / "one.html", kinds=kinds)
    places = "子丑寅卯辰巳午未申"
    many = merge(tuple(county(place, Attribution(1, "A", "B")) for place in places))
    write_page(many, folder / "many.html", kinds=kinds)
    return folder


@pytest.fixture
def opened(quiet: Page, folder: Path) -> Opener:
    """Opens a quiet of the folder."""

    def at(name: str, width: int = 1440) -> Page:
        quiet.set_viewport_size({"width": width, "height": 900})
        quiet.goto((folder / f"{name}.html").as_uri())
        if quiet.locator("#to-compare").count():
            quiet.click("#to-compare")
        return quiet

    return at


def texts(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(f"{VIEW} {selector}").evaluate_all(NAMES)
    return found


def cells(page: Page) -> list[str]:
    marks = page.locator(f"{VIEW} [role='option']").all()
    return [mark.get_attribute("aria-label") or "" for mark in marks]


@pytest.mark.browser
def test_one_place_has_no_such_view(opened: Opener) -> None:
    assert opened("one").locator("#to-compare").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("width", [1440, 360])
def test_cells_stand_by_function_and_place(opened: Opener, width: int) -> None:
    page = opened("three", width)
    # By the sum of shares: finance 1.23, tax 1, justice 0.77.
    assert cells(page) == [
        "甲 · 财政：占负荷 23.1%，牵头 0 项，B、C",
        "乙 · 财政：占负荷 100%，牵头 1 项，B",
        "甲 · 税务：占负荷 76.9%，牵头 2 项，A",
        "丙 · 税务：占负荷 23.1%，牵头 0 项，A",
        "丙 · 司法：占负荷 76.9%，牵头 1 项，D",
    ]
    bars = page.locator(f"{VIEW} .compare-cell .part").evaluate_all(
        "all => all.map(one => [one.className.baseVal, one.width.baseVal.value])"
    )
    assert [name for name, _ in bars] == [f"part {kind}" for kind in SUPPORT_OR_LEAD]
    whole = bars[1][1]
    shares = [length / whole for _, length in bars]
    assert shares == pytest.approx([0.2308, 1, 0.7692, 0.2308, 0.7692], abs=1e-3)


@pytest.mark.browser
def test_a_cell_leads_to_its_unit_by_mouse_and_keyboard(opened: Opener) -> None:
    page = opened("three")
    page.click(f"{VIEW} .compare-cell >> nth=2")
    assert page.locator("#details h2").first.inner_text() == "A"
    assert texts(page, "[aria-selected='true'] + g text") == ["76.9% A"]
    page.focus(f"{VIEW} [role='option'][tabindex='0']")
    for key in ("Home", "ArrowDown", "ArrowRight", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    # 甲 finance, 甲 tax, 丙 tax, 丙 justice.
    assert page.locator("#details h2").first.inner_text() == "D"
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "丙 · 司法：占负荷 76.9%，牵头 1 项，D"


@pytest.mark.browser
def test_the_table_names_all_units_and_leads_to_them(opened: Opener) -> None:
    page = opened("three")
    page.click(f"{VIEW} summary:has-text('数据表')")
    rows = page.locator(f"{VIEW} details tbody tr").all_inner_texts()
    assert [row.split() for row in rows] == [
        ["财政", "23.1%", "·", "牵头", "0", "（B）（C）", "100%", "·", "牵头", "1", "B", "–"],
        ["税务", "76.9%", "·", "牵头", "2", "A", "–", "23.1%", "·", "牵头", "0", "（A）"],
        ["司法", "–", "–", "76.9%", "·", "牵头", "1", "D"],
    ]
    page.click(f"{VIEW} details button:has-text('（C）')")
    assert page.locator("#details h2").first.inner_text() == "C"


@pytest.mark.browser
def test_figures_and_lacks_stand_below(opened: Opener) -> None:
    page = opened("three")
    rows = page.locator(f"{VIEW} > .wide tbody tr").all_inner_texts()
    assert rows[:3] == ["方案\t1\t1\t1", "任务\t2\t1\t1", "承担任务的单位\t3\t1\t2"]
    assert texts(page, ".lacks h3") == ["甲（2）", "乙（2）", "丙（2）"]
    assert texts(page, ".lacks p") == [
        "职能：财政 1/3、司法 1/3",
        "职能：司法 1/3、税务 1/3",
        "职能：财政 1/3、税务 1/3",
    ]


@pytest.mark.browser
def test_places_can_be_left_out_and_the_first_are_shown(opened: Opener) -> None:
    page = opened("many", 1920)
    assert texts(page, ".compare-chart .head") == list("子丑寅卯辰巳")
    page.click(f"{VIEW} .chip:has-text('寅')")
    page.click(f"{VIEW} .chip:has-text('未')")
    assert texts(page, ".compare-chart .head") == list("子丑卯辰巳未")
    assert page.get_attribute(f"{VIEW} .chip:has-text('寅')", "aria-pressed") == "false"
    assert texts(page, ".note")[0].startswith("这里只比较前 8 个地区，共有 9 个")


@pytest.mark.browser
def test_english(opened: Opener) -> None:
    page = opened("three")
    page.click("#language")
    assert cells(page)[0] == "甲 · Finance: 23.1% of the load, 0 leads, B, C"
