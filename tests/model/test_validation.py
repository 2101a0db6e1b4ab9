"""Each kind of problem that facts can have, named exactly."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graphmodel.model.facts import Facts
from graphmodel.model.validation import Problem, validate
from tests.model.building import CITED, LEAD, PLAN, SOUND, TEXT, changed


def test_sound_facts_have_no_problem() -> None:
    assert validate(SOUND) == []
    assert validate(SOUND.without_texts()) == []
    assert validate(Facts()) == []


@pytest.mark.parametrize(
    ("table", "row", "cells", "column", "what", "value"),
    [
        ("sections", 0, {"plan": "x"}, "plan", "unknown_reference", "x"),
        ("plans", 0, {"issuer_ids": ("甲县:住建", "x")}, "issuer_ids", "unknown_reference", "x"),
        ("plans", 0, {"jurisdiction_id": "甲县"}, "jurisdiction_id", "unknown_reference", "甲县"),
        ("sections", 1, {"parent": "p#1.1"}, "parent", "unknown_reference", "p#1.1"),
        ("tasks", 0, {"section": "p#2"}, "section", "unknown_reference", "p#2"),
        ("jurisdictions", 1, {"parent": "丙省"}, "parent", "unknown_reference", "丙省"),
        ("units", 0, {"jurisdiction_id": "x"}, "jurisdiction_id", "unknown_reference", "x"),
        ("mentions", 0, {"unit": "x"}, "unit", "unknown_reference", "x"),
        ("responsibilities", 0, {"task": "p#9"}, "task", "unknown_reference", "p#9"),
        ("responsibilities", 5, {"indicator": "x"}, "indicator", "unknown_reference", "x"),
        ("responsibilities", 1, {"unit": "x"}, "unit", "unknown_reference", "x"),
        ("posts", 0, {"task": "x"}, "task", "unknown_reference", "x"),
        ("indicators", 1, {"parent": "x"}, "parent", "unknown_reference", "x"),
        ("measures", 0, {"indicator": "x"}, "indicator", "unknown_reference", "x"),
        ("targets", 0, {"task": "x"}, "task", "unknown_reference", "x"),
        ("deadlines", 0, {"task": "x"}, "task", "unknown_reference", "x"),
        ("duties", 0, {"to": "x"}, "to", "unknown_reference", "x"),
        ("duties", 0, {"units": ("供电", "x")}, "units", "unknown_reference", "x"),
        ("stages", 0, {"plan": "x"}, "plan", "unknown_reference", "x"),
        ("texts", 0, {"plan": "x"}, "plan", "unknown_reference", "x"),
        ("plans", 0, {"status": "lost"}, "status", "bad_value", "lost"),
        ("units", 0, {"kind": "person"}, "kind", "bad_value", "person"),
        ("responsibilities", 0, {"role": "leads"}, "role", "bad_value", "leads"),
        ("responsibilities", 0, {"standing": 1}, "standing", "bad_value", "1"),
        ("responsibilities", 0, {"group": None}, "group", "bad_value", "None"),
        ("targets", 0, {"op": "<"}, "op", "bad_value", "<"),
        ("targets", 0, {"value": float("inf")}, "value", "bad_value", "inf"),
        ("tasks", 0, {"path": (1.5,)}, "path", "bad_value", "(1.5,)"),
        ("tasks", 0, {"title": None}, "title", "bad_value", "None"),
        ("tasks", 0, {"start": "6"}, "start", "bad_value", "6"),
        ("plans", 0, {"issuers": "甲"}, "issuers", "bad_value", "甲"),
        ("plans", 0, {"issued": "2023-02-29"}, "issued", "bad_date", "2023-02-29"),
        ("plans", 0, {"issued": "20230228"}, "issued", "bad_date", "20230228"),
        ("plans", 0, {"issued": "2023-W01-1"}, "issued", "bad_date", "2023-W01-1"),
        ("plans", 0, {"issued": "２０２３-01-01"}, "issued", "bad_date", "２０２３-01-01"),
        ("deadlines", 0, {"date": "soon"}, "date", "bad_date", "soon"),
        ("duties", 0, {"dates": ("03-10", "02-30")}, "dates", "bad_date", "('03-10', '02-30')"),
        ("duties", 0, {"dates": ("32",)}, "dates", "bad_date", "('32',)"),
        ("duties", 0, {"dates": ("soon",)}, "dates", "bad_date", "('soon',)"),
        ("duties", 0, {"dates": ("2023-02-29",)}, "dates", "bad_date", "('2023-02-29',)"),
        ("stages", 0, {"first": "2024-2-1"}, "first", "bad_date", "2024-2-1"),
        ("stages", 0, {"last": ""}, "last", "bad_date", ""),
        ("tasks", 0, {"start": -1}, "start", "bad_span", "-1:18"),
        ("tasks", 0, {"start": 19}, "start", "bad_span", "19:18"),
        ("tasks", 0, {"end": 21}, "start", "bad_span", "6:21"),
        ("indicators", 0, {"start": None}, "start", "bad_span", "None:10"),
        ("diagnostics", 0, {"start": 3}, "start", "bad_span", "3:None"),
    ],
)
def test_problem_is_named(
    table: str, row: int, cells: dict[str, Any], column: str, what: str, value: str
) -> None:
    assert validate(changed(table, row, **cells)) == [Problem(table, row, column, what, value)]


def test_days_of_a_duty_are_of_a_year_of_each_year_or_of_each_month() -> None:
    assert validate(changed("duties", 0, dates=("2024-02-29", "02-29", "31", "01"))) == []


def test_spans_at_the_edges_of_the_text_are_sound() -> None:
    assert validate(changed("tasks", 0, start=0, end=len(TEXT))) == []
    assert validate(changed("tasks", 0, start=20, end=20)) == []


def test_spans_of_a_plan_without_text_are_open_to_the_right() -> None:
    facts = changed("tasks", 0, end=1000).without_texts()
    assert validate(facts) == []


def test_span_is_measured_by_the_text_of_its_own_plan() -> None:
    facts = changed("tasks", 0, plan="q", section=None, end=1000)
    assert validate(facts) == []


def test_second_row_of_an_id_is_the_duplicate() -> None:
    facts = replace(SOUND, responsibilities=(*SOUND.responsibilities, LEAD, LEAD))
    duplicate = "p#1.1/0.lead.0"
    assert validate(facts) == [
        Problem("responsibilities", 6, "id", "duplicate_id", duplicate),
        Problem("responsibilities", 7, "id", "duplicate_id", duplicate),
    ]


def test_one_id_in_two_tables_is_no_duplicate() -> None:
    plans = (PLAN, CITED, replace(CITED, id="p#1"))
    assert validate(replace(SOUND, plans=plans)) == []


def test_problems_stand_by_kind_then_by_table() -> None:
    facts = changed("targets", 0, plan="x", start=-1)
    facts = replace(
        facts,
        plans=(replace(PLAN, status="lost", issued="x"), CITED, CITED),  # type: ignore[arg-type]  # the point
    )
    assert [str(problem) for problem in validate(facts)] == [
        "plans[2].id: duplicate_id 'q'",
        "targets[0].plan: unknown_reference 'x'",
        "plans[0].issued: bad_date 'x'",
        "plans[0].status: bad_value 'lost'",
        "targets[0].start: bad_span '-1:10'",
    ]
