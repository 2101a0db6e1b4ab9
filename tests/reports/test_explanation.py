"""What stands behind facts: words, rules, decisions, other facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmodel.model.errors import FactsError
from graphmodel.model.facts import TABLES
from graphmodel.model.records import Place as PlaceRow
from graphmodel.model.vocabulary import PlaceUnit
from graphmodel.reports.explanation import Explanation, explain
from graphmodel.reports.nearest import nearest
from graphmodel.reports.wording import Language
from tests.reports.sample import (
    APPROVAL,
    FACTS,
    FINANCE,
    FIRST,
    PLAN,
    POWER,
    SECOND,
    SOURCE,
    TEXT,
    TOWNS,
    span,
)


def texts(found: Explanation) -> dict[str, list[str]]:
    """The values of each column that is told."""
    return {field.column: [value.text for value in field.values] for field in found.fields}


def related(found: Explanation) -> list[tuple[str, str | None]]:
    return [(row.table, row.id) for row in found.related]


def underlined(found: Explanation) -> str:
    assert found.passage is not None
    return found.passage.context[found.passage.start : found.passage.end]


def test_responsibility_is_explained_by_words_rule_and_decision() -> None:
    found = explain(FACTS, f"{FIRST}/0.lead.0")
    assert found.table == "responsibilities"
    assert underlined(found) == "县审批局"
    assert found.place is not None
    assert (found.place.source, found.place.number) == (SOURCE, 3)
    assert (found.place.start, found.place.end) == span("县审批局")
    assert texts(found) == {
        "plan": [PLAN],
        "task": [FIRST],
        "unit": [APPROVAL],
        "mention": ["县审批局"],
        "role": ["lead"],
        "group": ["0"],
        "basis": ["designated"],
        "rule": ["labels"],
        "confidence": ["certain"],
    }
    decision, doubt = found.related
    assert (decision.table, doubt.table) == ("mentions", "diagnostics")
    assert {field.column: field.values[0].text for field in decision.fields} == {
        "mention": "县审批局",
        "unit": APPROVAL,
        "rule": "short-name",
        "reason": "审批局是行政审批服务局的简称",
    }


def test_words_over_a_line_break() -> None:
    found = explain(FACTS, f"{SECOND}/0.lead.0")
    assert underlined(found) == "县财  政局"
    assert found.place is not None
    assert str(found.place) == f"{SOURCE}:4"


def test_unit_is_explained_by_its_mentions_and_roles() -> None:
    found = explain(FACTS, FINANCE)
    assert found.title == "县财政局"
    assert (found.place, found.passage) == (None, None)
    assert related(found) == [
        ("mentions", None),
        ("responsibilities", f"{FIRST}/0.support.0"),
        ("responsibilities", f"{SECOND}/0.lead.0"),
    ]
    assert [str(row.place) for row in found.related[1:]] == [f"{SOURCE}:3", f"{SOURCE}:4"]
    assert [value.title for field in found.related[1].fields for value in field.values] == [
        None,
        "1.1 精简获得电力审批",
    ]


def test_unit_has_its_duties_and_what_is_owed_to_it() -> None:
    assert ("duties", f"{PLAN}/duty.0") in related(explain(FACTS, TOWNS))
    assert ("duties", f"{PLAN}/duty.0") in related(explain(FACTS, APPROVAL))


def test_task_is_explained_by_all_that_belongs_to_it() -> None:
    found = explain(FACTS, FIRST)
    assert underlined(found) == "精简获得电力审批"
    assert related(found) == [
        ("responsibilities", f"{FIRST}/0.lead.0"),
        ("responsibilities", f"{FIRST}/0.support.0"),
        ("responsibilities", f"{FIRST}/0.support.1"),
        ("measures", f"{FIRST}/electricity"),
        ("targets", f"{FIRST}/target.0"),
        ("deadlines", f"{FIRST}/deadline.0"),
    ]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (f"{FIRST}/target.0", "5个工作日以内"),
        (f"{FIRST}/deadline.0", "2024年底前"),
        (f"{FIRST}/electricity", "获得电力"),
        (f"{PLAN}/duty.0", "每季度向县审批局报送进展"),
        (f"{PLAN}#1", "一、主要任务"),
    ],
)
def test_words_behind_other_facts(key: str, words: str) -> None:
    assert underlined(explain(FACTS, key)) == words


def test_numbers_are_told_without_noise() -> None:
    assert texts(explain(FACTS, f"{FIRST}/target.0"))["value"] == ["5"]


def test_indicator_of_the_vocabulary_has_no_place() -> None:
    found = explain(FACTS, POWER)
    assert found.place is None
    assert related(found) == [("measures", f"{FIRST}/electricity")]


def test_without_text_the_offsets_are_told() -> None:
    found = explain(FACTS.without_texts(), f"{FIRST}/0.lead.0")
    start, end = span("县审批局")
    assert found.passage is None
    assert str(found.place) == f"{SOURCE}[{start}:{end}]"


def test_page_sheet_or_paragraph_is_told_in_place_of_the_line() -> None:
    start, _ = span("县审批局")
    for unit, name, words in (
        (PlaceUnit.PAGE, None, f"{SOURCE} 第 2 页"),
        (PlaceUnit.PARAGRAPH, None, f"{SOURCE} 第 2 段"),
        (PlaceUnit.SHEET, "分工", f"{SOURCE} 工作表“分工”"),
    ):
        places = (
            PlaceRow(PLAN, unit, 1, "首页" if name else None, 0, start - 1),
            PlaceRow(PLAN, unit, 2, name, start - 1, len(TEXT)),
        )
        found = explain(replace(FACTS, places=places), f"{FIRST}/0.lead.0")
        assert found.place
        assert found.place.words(Language.ZH) == words
        assert (found.place.unit, found.place.number, found.place.name) == (unit, 2, name)


def test_every_id_can_be_explained() -> None:
    keys = [row.id for table in TABLES for row in FACTS.rows(table) if hasattr(row, "id")]
    assert len(keys) == 18
    assert [explain(FACTS, key).id for key in keys] == keys


def test_unknown_id_names_the_nearest() -> None:
    with pytest.raises(FactsError) as caught:
        explain(FACTS, "县财政局")
    assert (caught.value.code, caught.value.source) == ("unknown_id", "县财政局")
    assert str(caught.value.details["nearest"]).split(", ")[0] == FINANCE


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("县财政局", [FINANCE]),
        ("县 财政局", [FINANCE]),
        ("duty.0", [f"{PLAN}/duty.0"]),
        ("云岭县:县财证局", [FINANCE, APPROVAL]),
        ("zzz", []),
        ("", []),
    ],
)
def test_nearest(wanted: str, expected: list[str]) -> None:
    keys = [row.id for table in TABLES for row in FACTS.rows(table) if hasattr(row, "id")]
    assert nearest(FACTS, keys, wanted)[: len(expected) or None] == expected
