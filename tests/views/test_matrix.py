"""Collaboration in the page: the matrix, the network, and the panel of a pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphmodel.analysis.collaboration import collaboration
from graphmodel.analysis.networks.measures import network
from graphmodel.model.facts import Facts
from graphmodel.model.records import Responsibility
from graphmodel.model.vocabulary import Role
from graphmodel.pipeline import extract
from graphmodel.views import write_page
from graphmodel.views.payload import payload
from tests.views.sample import PLACE, PLAN, plan_facts, two_plans

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ROOT = Path(__file__).resolve().parents[2]
FIVE = ("weibin-2023", "huining-2022", "jingle-2020", "xiangyuan-2023", "yijun-2021")
CELLS = "#view-matrix [role=gridcell]"
Open = Callable[[Facts], "Page"]
Names = tuple[str, str]


def with_annex(facts: Facts) -> Facts:
    """The facts with an annex that states task 1 and its lead again, and adds a lead to it."""
    task = replace(facts.tasks[0], id=f"{PLAN}#annex", path=("annex", 1, 1))
    again = replace(task, same_as=facts.tasks[0].id)
    lead = replace(facts.responsibilities[0], id=f"{again.id}/lead.0", task=again.id)
    other = replace(lead, id=f"{again.id}/lead.1", unit=f"{PLACE}:发改局", mention="县发改局")
    return replace(
        facts,
        tasks=(*facts.tasks, again),
        responsibilities=(*facts.responsibilities, lead, other),
    )


def with_more_tasks(facts: Facts, count: int) -> Facts:
    """The facts with `count` more tasks of 县审批局 and 县市场监管局."""
    first, supporter = facts.responsibilities[:2]
    tasks = [replace(facts.tasks[0], id=f"{PLAN}#2.{k}", path=(2, k)) for k in range(count)]
    parts = [
        replace(part, id=f"{task.id}/{part.role}", task=task.id)
        for task in tasks
        for part in (first, supporter)
    ]
    return replace(
        facts,
        tasks=(*facts.tasks, *tasks),
        responsibilities=(*facts.responsibilities, *parts),
    )


def of_many_units(count: int) -> Facts:
    """The facts of tasks that each unit shares with the one before: a chain of units."""
    facts = plan_facts()
    units = [replace(facts.units[0], id=f"{PLACE}:u{k}", name=f"单位{k}") for k in range(count)]
    tasks = [replace(facts.tasks[0], id=f"{PLAN}#3.{k}", path=(3, k)) for k in range(1, count)]
    lead, supporter = facts.responsibilities[:2]
    return replace(
        facts,
        units=tuple(units),
        tasks=tuple(tasks),
        responsibilities=tuple(
            replace(part, id=f"{task.id}/{part.role}", task=task.id, unit=unit.id)
            for k, task in enumerate(tasks)
            for part, unit in ((lead, units[k]), (supporter, units[k + 1]))
        ),
        **dict.fromkeys(("indicators", "measures", "targets", "deadlines", "posts"), ()),
        mentions=(),
    )


def test_communities_are_those_of_the_network() -> None:
    facts = two_plans()
    content = payload(facts, kinds=("matrix",))
    keys = {row["id"]: row["key"] for row in content.nodes}
    groups = [{keys[body] for body in row["bodies"]} for row in content.views["matrix"]]
    table = network(facts)
    expected = table.groupby("community")["unit"].agg(set)
    assert groups == [expected[number] for number in sorted(expected.index)]
    assert [len(group) for group in groups] == [3, 3, 2, 2]


def test_what_an_annex_states_again_is_told() -> None:
    rows = payload(with_annex(plan_facts())).edges
    assert [row["key"] for row in rows if row.get("repeat")] == [f"{PLAN}#annex/lead.0"]


@pytest.fixture
def opened(page: Page, tmp_path: Path, outside: list[str]) -> Iterator[Open]:
    """Opens the view of collaboration of facts; nothing may go out or wrong."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def open_page(facts: Facts) -> Page:
        write_page(facts, tmp_path / "page.html", kinds=("load", "matrix"))
        page.goto((tmp_path / "page.html").as_uri())
        page.click("#to-matrix")
        return page

    yield open_page
    assert complaints == []
    assert outside == []


def labels(marks: Locator) -> list[str]:
    texts: list[str] = marks.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    return texts


def show_network(page: Page) -> None:
    page.click("[data-key=form-network]")


def focused(page: Page) -> str:
    label: str = page.evaluate(
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
    )
    return label


def rows_behind(page: Page) -> list[list[str]]:
    rows: list[list[str]] = page.locator("#view-matrix .behind tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return rows


def counts_in(page: Page) -> dict[frozenset[str], int]:
    """The tasks of each pair as the table behind the picture has them."""
    return {frozenset((a, b)): int(tasks) for a, b, tasks in rows_behind(page)}


@pytest.mark.browser
def test_matrix_of_the_sample(opened: Open) -> None:
    page = opened(plan_facts())
    names = page.locator("#view-matrix [role=rowheader]").all_inner_texts()
    # The community of three first, in each the heavier units first.
    assert names == ["县审批局", "县市场监管局", "县文旅局", "县发改局", "县供电公司"]
    assert page.locator("#view-matrix [role=columnheader]").all_inner_texts() == names
    assert labels(page.locator(CELLS)) == [
        "县审批局 × 县市场监管局：1 项共同任务",
        "县审批局 × 县文旅局：1 项共同任务",
        "县市场监管局 × 县审批局：1 项共同任务",
        "县文旅局 × 县审批局：1 项共同任务",
        "县发改局 × 县供电公司：1 项共同任务",
        "县供电公司 × 县发改局：1 项共同任务",
    ]
    assert page.locator(CELLS).all_inner_texts() == ["1"] * 6
    assert page.inner_text("#view-matrix [role=status]") == (
        "5 个单位，3 对协作，每对至少 1 项共同任务"
    )


@pytest.mark.browser
def test_cells_stand_in_the_columns_of_their_units(opened: Open) -> None:
    page = opened(plan_facts())
    heads = page.locator("#view-matrix [role=columnheader]")
    cell = page.locator(CELLS).nth(1).bounding_box()
    head = heads.nth(2).bounding_box()
    row = page.locator("#view-matrix [role=rowheader]").nth(0).bounding_box()
    assert cell is not None
    assert head is not None
    assert row is not None
    assert cell["x"] == pytest.approx(head["x"], abs=0.6)
    assert cell["y"] == pytest.approx(row["y"], abs=0.6)


@pytest.mark.browser
def test_routine_support_and_collectives_count_where_ticked(opened: Open) -> None:
    page = opened(plan_facts())
    page.check("[data-key=matrixCollectives]")
    # 各乡镇 has nothing but routine support.
    assert page.locator(CELLS).count() == 6
    page.check("[data-key=matrixRoutine]")
    assert rows_behind(page) == [
        ["县审批局", "各乡镇", "3"],
        ["县审批局", "县市场监管局", "1"],
        ["县审批局", "县文旅局", "1"],
        ["县市场监管局", "各乡镇", "1"],
        ["各乡镇", "县文旅局", "1"],
        ["县供电公司", "县发改局", "1"],
    ]
    page.uncheck("[data-key=matrixCollectives]")
    assert page.locator(CELLS).count() == 6


@pytest.mark.browser
def test_least_number_of_shared_tasks(opened: Open) -> None:
    page = opened(with_more_tasks(plan_facts(), 2))
    slider = page.locator("[data-key=matrix-least]")
    assert slider.get_attribute("max") == "3"
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert page.inner_text(".collaboration output") == "2"
    assert page.evaluate("document.activeElement.dataset.key") == "matrix-least"
    assert labels(page.locator(CELLS)) == [
        "县审批局 × 县市场监管局：3 项共同任务",
        "县市场监管局 × 县审批局：3 项共同任务",
    ]
    assert page.inner_text("#view-matrix [role=status]") == (
        "2 个单位，1 对协作，每对至少 2 项共同任务；另有 3 个单位没有这样的协作，未列出"
    )


@pytest.mark.browser
def test_orders(opened: Open) -> None:
    page = opened(two_plans())
    orders = {}
    for order in ("load", "name"):
        page.select_option("[data-key=matrix-order]", order)
        orders[order] = page.locator("#view-matrix [role=rowheader]").all_inner_texts()[:5]
    # Within a place by load; and by sound: dian, fa, gong, shen, shi, wen without their 县.
    assert orders["load"] == [
        f"云岭县 {name}"
        for name in ("县审批局", "县发改局", "县市场监管局", "县文旅局", "县供电公司")
    ]
    assert orders["name"] == [
        f"云岭县 {name}"
        for name in ("县发改局", "县供电公司", "县审批局", "县市场监管局", "县文旅局")
    ]
    assert page.locator("#view-matrix .begins").count() == 0
    page.select_option("[data-key=matrix-order]", "community")
    assert page.locator("#view-matrix .begins.row").count() == 3


@pytest.mark.browser
def test_plan_chosen_leaves_its_units(opened: Open) -> None:
    page = opened(two_plans())
    assert page.locator("#view-matrix [role=rowheader]").count() == 10
    page.select_option("#plan", "1")
    names = page.locator("#view-matrix [role=rowheader]").all_inner_texts()
    assert names == ["县审批局", "县市场监管局", "县文旅局", "县发改局", "县供电公司"]


@pytest.mark.browser
def test_cell_leads_to_the_tasks_of_the_pair(opened: Open) -> None:
    page = opened(plan_facts())
    page.click(f"{CELLS} >> nth=0")
    assert page.inner_text("#details h2") == "县审批局 × 县市场监管局"
    assert page.locator("#details h3").all_inner_texts() == ["共同任务（1）"]
    item = page.locator("#details .edges > li")
    assert item.locator("button.link").first.inner_text() == "提升开办企业便利度"
    assert item.locator(".notes").first.inner_text() == "牵头 / 配合 · 1.1 · 2025-12-31"
    assert item.locator("blockquote").count() == 0
    item.locator("summary").click()
    marks = item.locator("blockquote mark").all_inner_texts()
    assert marks == ["县审批局", "县市场监管局"]
    chosen = page.locator(f"{CELLS}[aria-selected=true]")
    assert labels(chosen) == [
        "县审批局 × 县市场监管局：1 项共同任务",
        "县市场监管局 × 县审批局：1 项共同任务",
    ]
    page.click("#details h2 button >> nth=1")
    assert page.inner_text("#details h2") == "县市场监管局"


@pytest.mark.browser
def test_pair_tells_routine_support_apart(opened: Open) -> None:
    page = opened(plan_facts())
    page.check("[data-key=matrixCollectives]")
    page.check("[data-key=matrixRoutine]")
    page.get_by_label("县审批局 × 各乡镇：3 项共同任务").first.click()
    assert page.locator("#details h3").all_inner_texts() == ["一方只是例行配合的共同任务（3）"]
    notes = page.locator("#details .edges > li > .notes").all_inner_texts()
    assert [note.split(" · ")[0] for note in notes] == ["牵头 / 例行配合"] * 3
    assert page.inner_text("#details dl").split() == ["牵头与配合", "3"]


@pytest.mark.browser
def test_name_selects_the_unit_and_marks_its_row_and_column(opened: Open) -> None:
    page = opened(plan_facts())
    assert not page.is_visible("#view-matrix .band.row")
    page.click("#view-matrix [role=rowheader] >> nth=3")
    assert page.inner_text("#details h2") == "县发改局"
    assert page.locator("#view-matrix [aria-selected=true]").all_inner_texts() == ["县发改局"] * 2
    row = page.locator("#view-matrix [role=rowheader]").nth(3).bounding_box()
    band = page.locator("#view-matrix .band.row").bounding_box()
    assert row is not None
    assert band is not None
    assert band["y"] == pytest.approx(row["y"], abs=2)


@pytest.mark.browser
def test_matrix_by_keyboard(opened: Open) -> None:
    page = opened(plan_facts())
    assert page.locator("#view-matrix [role=grid] [tabindex='0']").count() == 1
    page.focus("#view-matrix [role=grid] [tabindex='0']")
    assert focused(page) == "县审批局"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "县审批局 × 县市场监管局：1 项共同任务"
    page.keyboard.press("ArrowDown")
    # Nothing is shared further down in this column.
    assert focused(page) == "县审批局 × 县市场监管局：1 项共同任务"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "县审批局 × 县文旅局：1 项共同任务"
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "县审批局 × 县文旅局"
    assert focused(page) == "县审批局 × 县文旅局：1 项共同任务"
    page.keyboard.press("ArrowUp")
    assert focused(page) == "县文旅局"
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == "县文旅局"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    assert focused(page) == "县审批局"
    assert page.locator("#view-matrix [role=grid] [tabindex='0']").count() == 1


@pytest.mark.browser
def test_names_stay_in_sight_when_the_matrix_is_scrolled(opened: Open) -> None:
    page = opened(of_many_units(60))
    page.set_viewport_size({"width": 390, "height": 844})
    view = page.locator("#view-matrix")
    view.evaluate("view => view.scrollTo(500, 600)")
    box = view.bounding_box()
    head = page.locator("#view-matrix .heads").bounding_box()
    name = page.locator("#view-matrix [role=rowheader]").nth(30).bounding_box()
    assert box is not None
    assert head is not None
    assert name is not None
    assert box["x"] + box["width"] <= 390
    assert head["y"] == pytest.approx(box["y"], abs=1)
    assert name["x"] == pytest.approx(box["x"], abs=1)


@pytest.mark.browser
def test_rows_are_filled_when_they_come_near(opened: Open) -> None:
    page = opened(of_many_units(120))
    assert page.locator("#view-matrix [role=rowheader]").count() == 120
    # A chain has 2 · 119 cells; those of the last rows are not drawn yet.
    last = page.locator("#view-matrix [role=row]").last
    assert last.locator("[role=gridcell]").count() == 0
    page.locator("#view-matrix").evaluate("view => view.scrollTo(0, view.scrollHeight)")
    last.locator("[role=gridcell]").first.wait_for(state="attached")
    name = last.locator("[role=rowheader]").inner_text()
    assert {label.split(" × ")[0] for label in labels(last.locator("[role=gridcell]"))} == {name}


@pytest.mark.browser
def test_of_very_many_units_the_heaviest_are_shown(opened: Open) -> None:
    page = opened(of_many_units(230))
    assert page.locator("#view-matrix [role=rowheader]").count() == 200
    assert "只列共同任务最多的 200 个单位，略去 30 个" in page.inner_text(
        "#view-matrix [role=status]"
    )


@pytest.mark.browser
def test_what_an_annex_states_again_counts_once(opened: Open) -> None:
    page = opened(with_annex(plan_facts()))
    # The lead stated again is none of the annex' task, so its new lead shares it with nobody.
    assert counts_in(page)[frozenset(("县审批局", "县市场监管局"))] == 1
    assert frozenset(("县审批局", "县发改局")) not in counts_in(page)


@pytest.mark.browser
def test_network_of_the_sample(opened: Open) -> None:
    page = opened(plan_facts())
    show_network(page)
    assert labels(page.locator(".network .tie")) == [
        "县供电公司 × 县发改局：1 项共同任务",
        "县审批局 × 县文旅局：1 项共同任务",
        "县审批局 × 县市场监管局：1 项共同任务",
    ]
    assert sorted(labels(page.locator(".network .body[data-key]"))) == [
        "县供电公司",
        "县发改局 · 负荷 1",
        "县审批局 · 负荷 3 · 超载",
        "县市场监管局 · 负荷 0.3",
        "县文旅局 · 负荷 0.3",
    ]
    key = page.locator(".network .key text").all_text_contents()
    assert key == ["单位", "外部单位", "超载", "1 项共同任务"]


@pytest.mark.browser
def test_unit_of_the_network_shows_its_ties(opened: Open) -> None:
    page = opened(plan_facts())
    show_network(page)
    page.locator(".network .body.unit.overloaded path").first.click()
    assert page.inner_text("#details h2") == "县审批局"
    faded = page.locator(".network .body.faded text").all_text_contents()
    assert sorted(faded) == ["县供电公司", "县发改局"]
    assert labels(page.locator(".network .tie.faded")) == ["县供电公司 × 县发改局：1 项共同任务"]


@pytest.mark.browser
def test_tie_leads_to_the_tasks_of_the_pair(opened: Open) -> None:
    page = opened(plan_facts())
    show_network(page)
    page.get_by_label("县供电公司 × 县发改局").locator(".reach").dispatch_event("click")
    assert page.inner_text("#details h2") == "县供电公司 × 县发改局"
    notes = page.locator("#details .edges .notes").first.inner_text()
    assert notes == "牵头 / 牵头 · 1.2 · 每季度"
    assert labels(page.locator(".network .tie[aria-pressed=true]")) == [
        "县供电公司 × 县发改局：1 项共同任务"
    ]


def reached_by_arrows(page: Page) -> set[str]:
    """The bodies that arrow keys lead to, from the one in focus on."""
    reached, waiting = {focused(page)}, [focused(page)]
    while waiting:
        label = waiting.pop()
        for key in ("ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight"):
            page.focus(f'.network .body[aria-label="{label}"]')
            page.keyboard.press(key)
            if focused(page) not in reached:
                reached.add(focused(page))
                waiting.append(focused(page))
    return reached


@pytest.mark.browser
def test_network_by_keyboard(opened: Open) -> None:
    page = opened(plan_facts())
    show_network(page)
    assert page.locator(".network .body[tabindex='0']").count() == 1
    page.focus(".network .body[tabindex='0']")
    assert len(reached_by_arrows(page)) == 5
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == focused(page).split(" · ")[0]
    page.focus(".network .tie[tabindex='0']")
    first = focused(page)
    page.keyboard.press("Enter")
    assert page.inner_text("#details h2") == first.split("：")[0]
    assert page.locator(".network .tie[tabindex='0']").count() == 1


@pytest.mark.browser
def test_next_tie_by_keyboard_is_one_of_the_unit_selected(opened: Open) -> None:
    page = opened(plan_facts())
    show_network(page)
    page.locator(".network .body.unit.overloaded path").first.click()
    page.focus(".network .tie[tabindex='0']")
    reached = [focused(page)]
    for _ in range(2):
        page.keyboard.press("ArrowRight")
        reached.append(focused(page))
    assert reached[0] == reached[2] != reached[1]
    assert all(label.startswith("县审批局 × ") for label in reached)


@pytest.mark.browser
def test_words_follow_the_language(opened: Open) -> None:
    page = opened(plan_facts())
    page.click("#language")
    assert page.inner_text("#view-matrix h2") == "Collaboration matrix: tasks that two units share"
    assert labels(page.locator(CELLS))[0] == "县审批局 × 县市场监管局: tasks shared: 1"
    show_network(page)
    assert page.locator(".network .key text").first.text_content() == "Unit"


def boxes_in(page: Page) -> list[dict[str, float]]:
    """The boxes of bodies with their names, in pixels of the window."""
    boxes: list[dict[str, float]] = page.locator(".network .body[data-key]").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().toJSON())"
    )
    return boxes


def overlaps(a: dict[str, float], b: dict[str, float]) -> bool:
    wide = min(a["right"], b["right"]) - max(a["left"], b["left"])
    high = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    return wide > 1 and high > 1


def is_inside(a: dict[str, float], frame: dict[str, float]) -> bool:
    wide = frame["left"] <= a["left"] and a["right"] <= frame["right"]
    return wide and frame["top"] <= a["top"] and a["bottom"] <= frame["bottom"]


@pytest.mark.browser
@pytest.mark.parametrize("many", [False, True])
def test_names_of_the_network_do_not_overlap(opened: Open, many: bool) -> None:
    page = opened(of_many_units(60) if many else two_plans())
    show_network(page)
    boxes = boxes_in(page)
    assert len(boxes) == (60 if many else 10)
    assert [pair for pair in combinations(boxes, 2) if overlaps(*pair)] == []
    frame = page.locator(".network").evaluate("picture => picture.getBoundingClientRect().toJSON()")
    assert [box for box in boxes if not is_inside(box, frame)] == []


@pytest.mark.browser
def test_network_is_drawn_alike_each_time(opened: Open) -> None:
    drawn = set()
    for _ in range(2):
        page = opened(two_plans())
        show_network(page)
        drawn.add(page.locator(".network").evaluate("picture => picture.outerHTML"))
    assert len(drawn) == 1


@pytest.mark.browser
def test_places_of_the_network_are_named(opened: Open) -> None:
    page = opened(two_plans())
    show_network(page)
    assert page.locator(".network .caption").all_text_contents() == ["云岭县", "雾河县"]


def saved_svg(page: Page) -> str:
    with page.expect_download() as download:
        page.click("#svg")
    return download.value.path().read_text("utf-8")


@pytest.mark.browser
def test_matrix_is_saved_as_a_picture(opened: Open, page: Page) -> None:
    opened(plan_facts())
    text = saved_svg(page)
    page.set_content(text[text.index("<svg") :])
    counts = page.locator("svg text").evaluate_all(
        "texts => texts.map(text => text.textContent).filter(text => text === '1').length"
    )
    assert counts == 7  # six cells, and one in the legend
    fills = page.locator("svg rect").evaluate_all("all => all.map(one => one.getAttribute('fill'))")
    assert fills.count("rgb(227, 237, 247)") == 7
    assert "var(" not in text


@pytest.mark.browser
def test_network_is_saved_as_a_picture(opened: Open, page: Page) -> None:
    opened(plan_facts())
    show_network(page)
    text = saved_svg(page)
    page.set_content(text[text.index("<svg") :])
    texts = page.locator("svg text").all_text_contents()
    assert {"县审批局", "县供电公司", "1 项共同任务"} <= set(texts)
    assert "var(" not in text


@pytest.mark.browser
def test_nothing_shared(opened: Open) -> None:
    facts = plan_facts()
    leads = tuple(part for part in facts.responsibilities if is_first_lead(part))
    page = opened(replace(facts, responsibilities=leads))
    assert "没有单位共同承担这么多任务。" in page.inner_text("#view-matrix")
    show_network(page)
    assert page.locator(".network").count() == 0


def is_first_lead(part: Responsibility) -> bool:
    return part.task is not None and part.role is Role.LEAD and part.mention != "县供电公司"


def expected(facts: Facts, collectives: bool, routine: bool) -> dict[frozenset[str], int]:
    """The pairs of the measure, by names."""
    table = collaboration(facts, collectives=collectives)
    tasks = table["tasks"] if routine else table["tasks"] - table["boilerplate"]
    names = map(frozenset, zip(table["name_a"], table["name_b"], strict=True))
    return {pair: count for pair, count in zip(names, tasks.tolist(), strict=True) if count}


def hold_to_measure(page: Page, facts: Facts) -> None:
    for collectives in (False, True):
        for routine in (False, True):
            page.set_checked("[data-key=matrixCollectives]", collectives)
            page.set_checked("[data-key=matrixRoutine]", routine)
            assert counts_in(page) == expected(facts, collectives, routine)


@pytest.mark.browser
@pytest.mark.parametrize("name", sorted(p.name for p in (ROOT / "data" / "samples").iterdir()))
def test_counts_are_those_of_the_measure_on_the_samples(opened: Open, name: str) -> None:
    facts = extract(ROOT / "data" / "samples" / name)
    hold_to_measure(opened(facts), facts)


@pytest.mark.browser
@pytest.mark.parametrize("name", FIVE)
def test_counts_are_those_of_the_measure_on_the_plans(
    opened: Open, shared: Path, name: str
) -> None:
    facts = extract(shared / "documents" / f"{name}.txt")
    page = opened(facts)
    hold_to_measure(page, facts)
    show_network(page)
    boxes = boxes_in(page)
    assert [pair for pair in combinations(boxes, 2) if overlaps(*pair)] == []
