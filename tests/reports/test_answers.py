"""Answers of queries as tables: columns of any kind, and texts that do no harm."""

from __future__ import annotations

import json
import math

import pytest

from graphmodel.reports.answers import (
    Head,
    answer_report,
    for_people,
    left_out,
    to_csv,
    to_json,
)
from graphmodel.reports.columns import Kind
from graphmodel.reports.report import Report
from graphmodel.reports.terminal import to_text
from graphmodel.reports.wording import Language


def report(*values: object, query: str = "") -> Report:
    """A report of one column."""
    return answer_report("t", [Head("x")], [(value,) for value in values], Language.ZH, query)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ((1, 2, None), Kind.AMOUNT),
        ((1.5, 2), Kind.AMOUNT),
        ((0.333,), Kind.RATIO),
        ((1e-9,), Kind.TEXT),
        ((1e300,), Kind.TEXT),
        ((True,), Kind.TEXT),
        ((None,), Kind.TEXT),
        (("1",), Kind.TEXT),
        ((), Kind.TEXT),
    ],
)
def test_kind_follows_the_values(values: tuple[object, ...], kind: Kind) -> None:
    assert report(*values).columns[0].kind is kind


def test_columns_of_one_name_are_told_apart() -> None:
    made = answer_report("t", [Head("a"), Head("a_2"), Head("a")], [(1, 2, 3)], Language.EN)
    assert made.names == ["a", "a_2", "a_3"]
    assert json.loads(to_json(made)) == [{"a": 1, "a_2": 2, "a_3": 3}]


def test_heads_keep_their_brackets_and_lose_control_characters() -> None:
    made = answer_report("t", [Head("{a: [1]}\x1b[2J")], [(1,)], Language.ZH)
    assert "{a: [1]}�[2J" in to_text(made, width=60)


def test_heads_say_what_columns_hold() -> None:
    heads = [Head("sole_leads", ("其中独家牵头（按条款计）", "of these, alone"))]
    for language, word in ((Language.ZH, "其中独家牵头"), (Language.EN, "sole leads")):
        [column] = answer_report("t", heads, [], language).columns
        assert column.head(language) == word


def test_narrow_terminal_keeps_what_rows_are_sorted_by() -> None:
    heads = [Head("id", ("编号", "id of it")), *(Head(f"c{n}") for n in range(8)), Head("load")]
    row = ("x" * 20, *("y" * 10 for _ in range(8)), 1.5)
    made = answer_report("t", heads, [row], Language.EN, "… ORDER BY load DESC, id")
    assert to_text(made, width=40).splitlines()[2].split() == ["c0", "c1", "c2", "load"]
    assert left_out(made, 40) == (
        "6 columns do not fit and are not shown; --format csv or json gives all."
    )
    assert left_out(made, 200) is None


def test_narrow_terminal_lets_what_is_the_same_in_all_rows_go_before_the_rest() -> None:
    heads = [Head("unit"), Head("title"), Head("partner")]
    partners = {"a": "县水利局", "b": "县财政局"}
    rows = [("县住建局", title * 30, partner) for title, partner in partners.items()]
    made = answer_report("t", heads, rows, Language.EN)
    assert to_text(made, width=32).splitlines()[2].split() == ["title", "partner"]
    made = answer_report("t", heads, rows[:1], Language.EN)
    assert to_text(made, width=32).splitlines()[2].split() == ["unit", "title"]


def test_roles_for_people() -> None:
    heads = [Head("role"), Head("partner_role"), Head("title")]
    made = answer_report("t", heads, [("lead", "support", "lead")], Language.ZH)
    assert list(for_people(made).rows[0].values()) == ["牵头", "配合", "lead"]


def test_values_for_people() -> None:
    values = (True, ("a", "b"), {"k": ("v", None)}, (("x",),))
    shown = [row["x"] for row in for_people(report(*values)).rows]
    assert shown == ["是", "a、b", '{"k": ["v", null]}', '[["x"]]']


def test_numbers_that_are_none_are_null() -> None:
    made = report(math.nan, (math.inf, 1.0), {"k": math.nan})
    assert [row["x"] for row in json.loads(to_json(made))] == [None, [None, 1.0], {"k": None}]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", " =1", "\n=1", "\r=1"])
def test_no_text_is_a_formula(text: str) -> None:
    assert to_csv(report(text)).split("\n", 1)[1].lstrip('"')[0] in "'�"


def test_numbers_stay_numbers() -> None:
    assert to_csv(report(-1, -0.5)) == "x\n-1\n-0.5\n"
