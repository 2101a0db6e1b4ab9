"""Where the page says that words stand, and how far it says that they can be relied on."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.model.records import Place
from graphmodel.model.vocabulary import Confidence, PlaceUnit
from graphmodel.views.payload import payload
from graphmodel.views.where import places
from tests.views.sample import PLAN, TEXT, plan_facts


def test_lines_of_a_text() -> None:
    tasks = [TEXT.index(f"\n{number}.") + 1 for number in (1, 2, 3, 4)]
    # The first of line 7 are the words behind the break in the fourth task, of 8 the annex.
    starts = [*tasks, TEXT.rindex("各乡镇"), TEXT.rindex("县审批局")]
    lines = [list(pair) for pair in zip(starts, range(3, 9), strict=True)]
    assert places(plan_facts()) == [{"unit": "line", "starts": lines}]


def test_pages_also_without_the_text() -> None:
    half = TEXT.index("3.规范")
    pages = (
        Place(PLAN, PlaceUnit.PAGE, 1, None, 0, half),
        Place(PLAN, PlaceUnit.PAGE, 2, None, half, len(TEXT)),
    )
    facts = replace(plan_facts(), places=pages).without_texts()
    first = TEXT.index("1.提升")
    assert places(facts) == [{"unit": "page", "starts": [[first, 1], [half, 2]]}]


def test_sheets_by_name() -> None:
    sheet = Place(PLAN, PlaceUnit.SHEET, 1, "任务分解表", 0, len(TEXT))
    facts = replace(plan_facts(), places=(sheet,))
    assert places(facts) == [{"unit": "sheet", "starts": [[TEXT.index("1.提升"), "任务分解表"]]}]


def test_nothing_is_known_without_text_and_places() -> None:
    assert places(plan_facts().without_texts()) == [{}]


def test_doubts_and_their_words() -> None:
    facts = plan_facts()
    first, *others = facts.responsibilities
    doubted = replace(first, confidence=Confidence.LIKELY, reasons=("words:long",))
    content = payload(replace(facts, responsibilities=(doubted, *others)))
    assert content.edges[0]["confidence"] == "likely"
    assert content.edges[0]["reasons"] == ["words:long"]
    assert "confidence" not in content.edges[1]
    assert content.about["reasons"] == {
        "words:long": ("称谓过长，可能不只是机构名", "longer than names are")
    }
