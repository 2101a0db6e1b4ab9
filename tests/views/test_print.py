"""Paper: the pages of a PDF, rendered and measured."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest

from graphmodel.views import write_page
from tests.views.sample import plan_facts
from tests.views.test_panel import many_facts

if TYPE_CHECKING:
    import numpy.typing as npt
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

A4 = (842, 595)
"""Width and height of a sheet on its side, in points."""
MARGIN = 34
"""12 mm in points."""
CAPTION = ("云岭县 · 责任关系图", "制图日期：2025-03-01", "云岭县优化营商环境实施方案")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("print")
    write_page(plan_facts(), folder / "one.html", today=date(2025, 3, 1))
    write_page(many_facts(), folder / "many.html", today=date(2025, 3, 1))
    return folder


@pytest.fixture
def one(quiet: Page, folder: Path) -> Page:
    quiet.goto((folder / "one.html").as_uri())
    return quiet


def show(page: Page, text: str) -> None:
    """Follow a link in the page."""
    page.evaluate("text => { location.hash = text; }", text)
    page.wait_for_function("() => new Promise(done => setTimeout(() => done(true), 100))")


def printed(page: Page) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))


def text_of(sheet: pypdfium2.PdfPage) -> str:
    text: str = sheet.get_textpage().get_text_bounded()
    return text


def ink(sheet: pypdfium2.PdfPage) -> npt.NDArray[np.bool_]:
    """Where a sheet is not white, by point."""
    pixels = sheet.render(scale=1).to_numpy()
    dark: npt.NDArray[np.bool_] = pixels.min(axis=2) < 250
    return dark


def size_of(sheet: pypdfium2.PdfPage) -> tuple[int, int]:
    width, height = sheet.get_size()
    return round(width), round(height)


def assert_within_margins(sheet: pypdfium2.PdfPage) -> None:
    rows, columns = np.nonzero(ink(sheet))
    width, height = size_of(sheet)
    assert columns.min() >= MARGIN - 1
    assert columns.max() <= width - MARGIN + 1
    assert rows.min() >= MARGIN - 1
    assert rows.max() <= height - MARGIN + 1


@pytest.mark.parametrize(
    ("view", "name"),
    [("graph", "任务全图"), ("load", "单位负荷"), ("matrix", "部门协作"), ("timeline", "时限")],
)
def test_view_is_one_sheet_with_title_date_and_source(one: Page, view: str, name: str) -> None:
    show(one, f"view={view}")
    sheets = printed(one)
    assert len(sheets) == 1
    assert size_of(sheets[0]) in (A4, A4[::-1])
    text = text_of(sheets[0])
    assert [part for part in (*CAPTION, name) if part not in text] == []
    assert_within_margins(sheets[0])


def test_picture_is_on_the_sheet_whole(one: Page) -> None:
    show(one, "view=load")
    sheet = printed(one)[0]
    text = text_of(sheet)
    assert [n for n in ("县审批局", "县发改局", "县市场监管局", "县文旅局") if n not in text] == []
    assert ink(sheet).mean() > 0.01


def test_dark_page_is_light_on_paper_and_dark_again(one: Page) -> None:
    show(one, "view=load&theme=dark")
    assert ink(printed(one)[0]).mean() < 0.5
    assert one.get_attribute("html", "data-theme") == "dark"
    assert one.locator("#sheet *").count() == 0


def test_buttons_and_filters_stay_off_paper(one: Page) -> None:
    text = "".join(text_of(sheet) for sheet in printed(one))
    assert [
        word for word in ("复位", "PNG", "勾选显示", "数据表", "如何使用") if word in text
    ] == []


def test_what_is_chosen_follows_on_sheets_of_its_own(one: Page) -> None:
    show(one, "view=load&unit=县审批局")
    sheets = printed(one)
    assert len(sheets) == 2
    assert "聚焦：县审批局" in text_of(sheets[0])
    text = text_of(sheets[1])
    assert "为何超载" in text
    assert "提升开办企业便利度" in text
    for sheet in sheets:
        assert_within_margins(sheet)


def test_folded_list_is_printed_whole_and_folded_again(page: Page, folder: Path) -> None:
    page.goto(f"{(folder / 'many.html').as_uri()}#view=load&unit=县审批局")
    text = "".join(text_of(sheet) for sheet in printed(page))
    assert [n for n in range(1, 31) if f"复制{n}" not in text] == []
    assert page.locator("#details details[open]").count() == 0


def test_list_flows_below_its_title(one: Page) -> None:
    show(one, "view=findings")
    sheets = printed(one)
    text = text_of(sheets[0])
    assert [part for part in (*CAPTION, "检查结果") if part not in text] == []
    for sheet in sheets:
        assert size_of(sheet) == A4
        assert_within_margins(sheet)


def test_name_of_ten_thousand_characters_leaves_room_for_the_picture(
    page: Page, tmp_path: Path
) -> None:
    facts = plan_facts()
    plans = tuple(
        replace(plan, jurisdiction="长" * 10_000, source="名" * 10_000) for plan in facts.plans
    )
    write_page(replace(facts, plans=plans), tmp_path / "long.html")
    page.goto(f"{(tmp_path / 'long.html').as_uri()}#view=load")
    sheets = printed(page)
    assert len(sheets) == 1
    assert "县审批局" in text_of(sheets[0])
    assert_within_margins(sheets[0])
