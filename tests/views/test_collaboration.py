"""What the page counts of pairs of units is what the measures count."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphmodel.analysis.collaboration import collaboration
from graphmodel.analysis.networks.measures import network
from graphmodel.model.facts import Facts
from graphmodel.pipeline import extract
from graphmodel.views.payload import payload
from tests.views.collaborating import (
    Open,
    boxes_in,
    counts_in,
    opening,
    overlaps,
    show_network,
    with_annex,
)
from tests.views.sample import PLAN, plan_facts, two_plans

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
FIVE = ("weibin-2023", "huining-2022", "jingle-2020", "xiangyuan-2023", "yijun-2021")


@pytest.fixture
def opened(quiet: Page, tmp_path: Path) -> Open:
    """Opens the view of collaboration of facts."""
    return opening(quiet, tmp_path)


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


@pytest.mark.browser
def test_what_an_annex_states_again_counts_once(opened: Open) -> None:
    page = opened(with_annex(plan_facts()))
    # The lead stated again is none of the annex' task, so its new lead shares it with nobody.
    assert counts_in(page)[frozenset(("县审批局", "县市场监管局"))] == 1
    assert frozenset(("县审批局", "县发改局")) not in counts_in(page)


def expected(facts: Facts, collectives: bool, boilerplate: bool) -> dict[frozenset[str], int]:
    """The pairs of the measure, by names."""
    table = collaboration(facts, collectives=collectives)
    tasks = table["tasks"] if boilerplate else table["tasks"] - table["boilerplate"]
    names = map(frozenset, zip(table["name_a"], table["name_b"], strict=True))
    return {pair: count for pair, count in zip(names, tasks.tolist(), strict=True) if count}


def hold_to_measure(page: Page, facts: Facts) -> None:
    for collectives in (False, True):
        for boilerplate in (False, True):
            page.set_checked("[data-key=matrixCollectives]", collectives)
            page.set_checked("[data-key=matrixBoilerplate]", boilerplate)
            assert counts_in(page) == expected(facts, collectives, boilerplate)


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
