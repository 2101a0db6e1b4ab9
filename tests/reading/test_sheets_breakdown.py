"""A plan's breakdown table as a workbook and as a CSV file gives the plan's responsibilities."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphmodel.model.facts import Facts
from graphmodel.pipeline import facts_of
from graphmodel.reading import read_bytes, read_document
from tests.rendering.xlsx import breakdown, render_csv, render_xlsx

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "samples").glob("*.txt"))
FIVE = ("yijun-2021", "huining-2022", "weibin-2023", "jingle-2020", "xiangyuan-2023")
RENDERERS = pytest.mark.parametrize(
    ("render", "name"), [(render_xlsx, "a.xlsx"), (render_csv, "a.csv")]
)
Render = Callable[[Facts], bytes]
Said = tuple[str, set[str], set[str], str | None]


def said(facts: Facts) -> list[Said]:
    """Title, leads, supports and deadline of each task."""
    return [
        (row.title, set(row.leads.split("、")), set(row.supports.split("、")), row.deadline)
        for row in breakdown(facts)
    ]


def check(path: Path, render: Render, name: str) -> None:
    facts = facts_of(read_document(path))
    assert said(facts_of(read_bytes(render(facts), name))) == said(facts)


@RENDERERS
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_plans(path: Path, render: Render, name: str) -> None:
    check(path, render, name)


@RENDERERS
@pytest.mark.shared
@pytest.mark.parametrize("plan", FIVE)
def test_real_plans(shared: Path, plan: str, render: Render, name: str) -> None:
    check(shared / "documents" / f"{plan}.txt", render, name)
