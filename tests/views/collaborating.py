"""Facts of units that share tasks, and ways through the view of collaboration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphmodel.model.facts import Facts
from graphmodel.views import write_page
from tests.views.sample import PLACE, PLAN, plan_facts

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CELLS = "#view-matrix [role=gridcell]"
Open = Callable[[Facts], "Page"]


def with_annex(facts: Facts) -> Facts:
    """The facts with an annex that states task 1 and its lead again, and adds a lead to it."""
    first = facts.tasks[0]
    again = replace(first, id=f"{PLAN}#annex", path=("annex", 1, 1), same_as=first.id)
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


def opening(quiet: Page, tmp_path: Path) -> Open:
    """What opens the view of collaboration of facts."""

    def open_page(facts: Facts) -> Page:
        write_page(facts, tmp_path / "page.html", kinds=("load", "matrix"))
        quiet.goto((tmp_path / "page.html").as_uri())
        quiet.click("#to-matrix")
        return quiet

    return open_page


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


def saved_svg(page: Page) -> str:
    with page.expect_download() as download:
        page.click("#svg")
    return download.value.path().read_text("utf-8")
