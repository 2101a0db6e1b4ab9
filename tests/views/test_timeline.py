"""What is due, in the page: drawn, listed and reached by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphmodel.views import write_page
from tests.views.due import TODAY, crowded_facts, due_facts, entries, expected_table, table
from tests.views.sample import plan_facts, two_plans

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("timelines")
    kinds = ("timeline",)
    write_page(due_facts(), folder / "due.html", kinds=kinds, today=TODAY)
    write_page(two_plans(), folder / "two.html", kinds=kinds, today=TODAY)
    write_page(two_plans(), folder / "clock.html", kinds=kinds)
    write_page(crowded_facts(), folder / "crowded.html", kinds=kinds, today=TODAY)
    write_page(replace(plan_facts(), deadlines=()), folder / "none.html", kinds=kinds)
    return folder


@pytest.fixture
def shown(quiet: Page, folder: Path) -> Page:
    """The quiet of `due_facts`."""
    quiet.goto((folder / "due.html").as_uri())
    return quiet


def marks(page: Page) -> list[list[str]]:
    """The lines of what each mark says of itself, in the order of rows and days."""
    labels = page.locator(".timeline .mark").evaluate_all(
        "marks => marks.map(mark => mark.getAttribute('aria-label').split('\\n'))"
    )
    rows: list[list[str]] = labels
    return rows


def names(page: Page) -> list[str]:
    """The names of the rows, without their tooltips."""
    texts: list[str] = page.locator(".timeline .names text").evaluate_all(
        "texts => texts.map(text => text.firstChild.textContent)"
    )
    return texts


@pytest.mark.browser
def test_rows_are_units_by_their_first_day(shown: Page) -> None:
    assert names(shown) == [
        *("县审批局", "县发改局", "（未写明单位）", "县供电公司", "县档案局"),
    ]


@pytest.mark.browser
def test_marks_stand_on_their_days(shown: Page) -> None:
    shown.get_by_role("button", name="按任务").click()
    assert names(shown)[0] == "提升开办企业便利度"
    past, near = marks(shown)[:2]
    assert past == [
        "提升开办企业便利度",
        "2025-12-24 · 逾期 · 1.1 · 提升开办企业便利度",
    ]
    assert near[1] == "2025-12-31 · 红：7 天内 · 1.1 · 提升开办企业便利度"
    places = shown.locator(".timeline .mark").evaluate_all(
        "marks => marks.map(mark => [mark.dataset.y, Number(mark.dataset.x)])"
    )
    line = float(shown.locator(".timeline .today line").get_attribute("x1") or 0)
    assert places[0][1] < line < places[1][1]


@pytest.mark.browser
def test_state_is_told_by_the_shape(shown: Page) -> None:
    shapes = shown.locator(".due-states .due-sign").evaluate_all(
        "signs => signs.map(sign => [...sign.children].map(part => part.localName).join())"
    )
    assert shapes == ["polygon", "circle", "circle,path", "circle", "circle"]
    fills = shown.locator(".due-states .due-sign circle").evaluate_all(
        "discs => discs.map(disc => getComputedStyle(disc).fill)"
    )
    assert fills[0] != fills[1]
    assert fills[1] == fills[2] == "rgb(255, 255, 255)"


@pytest.mark.browser
def test_signs_of_one_row_do_not_overlap(shown: Page) -> None:
    boxes = shown.locator(".timeline .mark .area").evaluate_all(
        "areas => areas.map(area => area.getBoundingClientRect()).map(b => [b.y, b.left, b.right])"
    )
    assert len(boxes) >= 10
    for (row, _, right), (other, left, _) in pairwise(boxes):
        assert row != other or right <= left + 0.01


def counts(page: Page) -> list[str]:
    texts: list[str] = page.locator(".due-states button").all_inner_texts()
    return [" ".join(text.split()) for text in texts]


@pytest.mark.browser
def test_states_are_counted_and_can_be_hidden(shown: Page) -> None:
    rows = expected_table(due_facts(), TODAY)
    expected = [
        f"{name} {sum(row[1] == name for row in rows)}"
        for name in ("逾期", "红：7 天内", "黄：30 天内", "绿：更晚", "无日期")
    ]
    assert counts(shown) == expected
    assert expected[0] == "逾期 1"
    shown.locator(".due-states button").nth(3).click()
    assert shown.locator(".due-states button").nth(3).get_attribute("aria-pressed") == "false"
    assert [row for row in table(shown) if row[1] == "绿：更晚"] == []
    assert counts(shown) == expected
    shown.locator(".due-states button").nth(3).press("Enter")
    assert len(table(shown)) == len(rows)


@pytest.mark.browser
def test_what_recurs_is_listed_once_as_next(shown: Page) -> None:
    listed = entries(shown, "next")
    assert listed[0] == ["2025-12-25", "今天到期", "报送", "县发改局", "每年 02-30"]
    assert [row[2] for row in listed].count("会议") == 1
    weekly = next(row for row in listed if row[2] == "会议")
    assert weekly == ["2025-12-26", "还有 1 天", "会议", "县审批局", "每周"]
    report = next(row for row in listed if row[2] == "报送 → 县档案局")
    assert report == [
        "2026-03-10",
        "还有 75 天",
        "报送 → 县档案局",
        "县发改局",
        "县档案局",
        "每年 03-10、12-10",
    ]
    assert entries(shown, "past") == [
        ["2025-12-24", "已过 1 天", "1.1 · 提升开办企业便利度", "县审批局"],
    ]
    assert entries(shown, "undated") == [
        ["无日期", "1.4 · 加强宣传引导", "县审批局", "验收前"],
        ["无日期", "报送", "县发改局"],
    ]


@pytest.mark.browser
def test_entry_leads_to_its_task_and_to_who_has_it(shown: Page) -> None:
    shown.locator(".due-list.past .what > button").click()
    assert shown.locator("#details h2").first.inner_text() == "提升开办企业便利度"
    assert shown.evaluate("document.activeElement.textContent") == "1.1 · 提升开办企业便利度"
    assert shown.locator(".due-list.past .due-entry").get_attribute("class") == "due-entry chosen"
    shown.locator(".due-list.next .who button", has_text="县发改局").first.click()
    assert shown.locator("#details h2").first.inner_text() == "县发改局"


@pytest.mark.browser
def test_a_mark_of_one_day_selects_its_task(shown: Page) -> None:
    shown.get_by_role("button", name="按任务").click()
    shown.locator(".timeline .mark").nth(1).click()
    assert shown.locator("#details h2").first.inner_text() == "提升开办企业便利度"
    assert shown.locator(".due-opened").is_hidden()
    chosen = shown.locator(".timeline .mark.chosen")
    assert chosen.count() == 2


def crowd(page: Page) -> Locator:
    """The first mark that stands for several."""
    return page.locator(".timeline .mark[aria-expanded]").first


@pytest.mark.browser
def test_a_mark_of_several_lists_them(shown: Page) -> None:
    mark = crowd(shown)
    count = int(mark.locator(".count").text_content() or 0)
    assert count > 1
    mark.click()
    opened = shown.locator(".due-opened")
    assert opened.locator(".due-entry").count() == count
    assert crowd(shown).get_attribute("aria-expanded") == "true"
    chart = shown.locator(".due-chart").bounding_box()
    box = opened.bounding_box()
    assert chart
    assert box
    assert chart["x"] <= box["x"]
    assert box["x"] + box["width"] <= chart["x"] + chart["width"] + 1
    shown.keyboard.press("Escape")
    assert opened.is_hidden()
    assert shown.evaluate("document.activeElement.classList.contains('mark')")


@pytest.mark.browser
def test_list_of_a_mark_closes_by_its_button(shown: Page) -> None:
    crowd(shown).click()
    shown.get_by_role("button", name="关闭").click()
    assert shown.locator(".due-opened").is_hidden()


@pytest.mark.browser
def test_a_unit_narrows_the_timeline_to_its_tasks(shown: Page) -> None:
    shown.locator(".timeline .name", has_text="县审批局").click()
    assert shown.locator("#details h2").first.inner_text() == "县审批局"
    told = {"提升开办企业便利度", "规范执法检查", "加强宣传引导", "会议", "通报", "考核"}
    assert set(names(shown)) == told
    shown.locator(".timeline .name", has_text="规范执法检查").click()
    assert shown.locator("#details h2").first.inner_text() == "规范执法检查"
    assert set(names(shown)) == told
    shown.get_by_role("button", name="返回全部单位").click()
    assert "县发改局" in names(shown)


@pytest.mark.browser
def test_keys_go_from_mark_to_mark(shown: Page) -> None:
    assert shown.locator(".timeline [tabindex='0']").count() == 1
    shown.locator(".timeline [tabindex='0']").focus()
    seen = []
    for key in ("Home", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp", "Home", "ArrowDown"):
        shown.keyboard.press(key)
        label = shown.evaluate("document.activeElement.getAttribute('aria-label')")
        seen.append(label.split("\n")[0].split(" · ")[0] + (" *" if "\n" in label else ""))
    assert seen == [
        *("县审批局", "县审批局 *", "县审批局 *", "县发改局 *", "县审批局 *", "县审批局"),
        "县发改局",
    ]
    shown.keyboard.press("Enter")
    assert shown.locator("#details h2").first.inner_text() == "县发改局"
    assert shown.locator(".timeline [tabindex='0']").count() == 1


@pytest.mark.browser
def test_day_is_the_readers_where_none_is_given(page: Page, folder: Path) -> None:
    page.clock.set_fixed_time(datetime(2026, 3, 2, 8, 30))
    page.goto((folder / "clock.html").as_uri())
    assert page.locator("#due-day").input_value() == "2026-03-02"
    rows = [[row[0], row[1], row[2], row[4], row[6]] for row in table(page)]
    assert rows == expected_table(two_plans(), date(2026, 3, 2))


@pytest.mark.browser
def test_emptied_day_is_the_first_one_again(shown: Page) -> None:
    shown.locator("#due-day").fill("2024-05-01")
    assert shown.locator(".timeline .today text").text_content() == "截至 2024-05-01"
    shown.locator("#due-day").fill("")
    assert shown.locator("#due-day").input_value() == TODAY.isoformat()
    assert shown.locator(".timeline .today text").text_content() == "截至 2025-12-25"


@pytest.mark.browser
def test_typing_a_day_leaves_the_focus_in_its_field(shown: Page) -> None:
    shown.locator("#due-day").focus()
    shown.keyboard.press("ArrowUp")
    assert shown.locator("#due-day").input_value() != TODAY.isoformat()
    assert shown.evaluate("document.activeElement.id") == "due-day"


@pytest.mark.browser
def test_months_in_which_nothing_falls_are_folded(shown: Page) -> None:
    shown.locator("#due-day").fill("2024-05-01")
    # August to November 2024, then April to November 2025; January 2025 alone stays.
    gaps = shown.locator(".timeline .gap title").all_text_contents()
    assert gaps == ["其间 4 个月没有到期事项", "其间 8 个月没有到期事项"]


@pytest.mark.browser
def test_places_are_apart_and_a_plan_is_chosen(page: Page, folder: Path) -> None:
    page.goto((folder / "two.html").as_uri())
    each = ["县审批局", "县供电公司", "县发改局"]
    assert names(page) == ["云岭县", *each, "雾河县", *each]
    page.locator("#plan").select_option(index=2)
    assert names(page) == each
    assert {row[6] for row in table(page)} == {"雾河县优化营商环境实施方案"}


@pytest.mark.browser
def test_says_what_it_leaves_out(page: Page, folder: Path) -> None:
    page.goto((folder / "crowded.html").as_uri())
    assert len(names(page)) == 60
    assert page.locator(".due-scroller > p").inner_text().startswith("只画出前 60 行")
    assert "另有 3 行" in page.locator(".due-scroller > p").inner_text()
    rest = page.locator("[data-fold=timeline-next] summary")
    assert rest.inner_text() == "其余 51 项"
    assert page.locator(".due-list.next .due-entry").count() == 12
    rest.click()
    assert page.locator(".due-list.next .due-entry").count() == 63


@pytest.mark.browser
def test_nothing_due_is_said(page: Page, folder: Path) -> None:
    page.goto((folder / "none.html").as_uri())
    assert page.locator(".due-scroller").inner_text() == "没有写明日期的事项。"
    assert page.locator("svg.timeline").count() == 0
    assert page.locator(".due-list > *").all_inner_texts()[:2] == [
        "接下来（0）",
        "以后没有写明日期的事项。",
    ]


@pytest.mark.browser
def test_names_stay_in_sight_on_a_narrow_screen(shown: Page) -> None:
    shown.set_viewport_size({"width": 360, "height": 740})
    shown.locator("#due-day").fill("2024-05-01")
    scroller = shown.locator(".due-scroller")
    shown.wait_for_function("() => document.querySelector('.due-scroller').clientWidth < 360")
    wide, seen = scroller.evaluate("place => [place.scrollWidth, place.clientWidth]")
    assert wide > seen
    before = shown.locator(".timeline .name").first.bounding_box()
    scroller.evaluate("place => { place.scrollLeft = 120; }")
    moved = "() => document.querySelector('.names').style.transform.includes('120')"
    shown.wait_for_function(moved)
    after = shown.locator(".timeline .name").first.bounding_box()
    assert before
    assert after
    assert after["x"] == pytest.approx(before["x"], abs=1)


@pytest.mark.browser
def test_language_changes_all_words(shown: Page) -> None:
    shown.locator("#language").click()
    assert counts(shown)[1].startswith("Red: within 7 days")
    assert entries(shown, "past")[0][1] == "1 day past"
    assert "Jan" in shown.locator(".timeline .grid text").all_text_contents()
    assert table(shown)[0][1] == "Overdue"


@pytest.mark.browser
def test_picture_is_the_whole_chart_and_paper_shows_it(shown: Page) -> None:
    shown.set_viewport_size({"width": 360, "height": 740})
    shown.locator("#due-day").fill("2024-05-01")
    shown.locator(".due-scroller").evaluate("place => { place.scrollLeft = 200; }")
    shown.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    picture = shown.locator("#sheet svg")
    texts = picture.locator("text").evaluate_all(
        "texts => texts.map(text => [text.firstChild.textContent, text.getAttribute('x')])"
    )
    assert {"县审批局", "县档案局", "截至 2024-05-01", "红：7 天内", "定期事项", "2026"} <= {
        text for text, _ in texts
    }
    assert {x for text, x in texts if text in ("县审批局", "县档案局")} == {"6"}
    assert float((picture.get_attribute("viewBox") or "").split()[2]) >= 800
    assert picture.locator("[transform], [style]").count() == 0


@pytest.mark.browser
def test_paper_without_a_chart_is_the_list(page: Page, folder: Path) -> None:
    page.goto((folder / "none.html").as_uri())
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("document.body.dataset.paper") == "list"


@pytest.mark.browser
def test_names_without_end_are_cut(page: Page, tmp_path: Path) -> None:
    facts = due_facts()
    tasks = tuple(replace(task, title="长" * 9000) for task in facts.tasks)
    units = tuple(replace(unit, name=unit.name + "局" * 9000) for unit in facts.units)
    long = replace(facts, tasks=tasks, units=units)
    write_page(long, tmp_path / "long.html", kinds=("timeline",), today=TODAY)
    page.goto((tmp_path / "long.html").as_uri())
    first = entries(page, "past")[0]
    assert first[2] == f"1.1 · {'长' * 119}…"
    assert first[3] == f"县审批局{'局' * 115}…"
    width = page.locator(".due-lists").evaluate("lists => [lists.scrollWidth, lists.clientWidth]")
    assert width[0] == width[1]


@pytest.mark.browser
def test_address_leads_to_day_and_mark(page: Page, folder: Path) -> None:
    page.goto((folder / "due.html").as_uri() + "#timelineRows=tasks&today=2024-05-01")
    assert page.locator("#due-day").input_value() == "2024-05-01"
    assert "提升开办企业便利度" in names(page)
    page.goto("about:blank")
    page.goto((folder / "due.html").as_uri() + "#today=never&timelineUnit=77&timelineMark=1@x")
    assert page.locator("#due-day").input_value() == TODAY.isoformat()
    assert names(page)[0] == "县审批局"
    assert page.locator(".due-opened").is_hidden()
