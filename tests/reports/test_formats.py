"""Result tables for machines, and the rows that they are made of."""

from __future__ import annotations

import csv
import io
import json

import pandas as pd

from graphmodel.reports.formats import to_csv, to_json
from graphmodel.reports.rows import rows_of
from tests.reports.reporting import ROWS, report


def test_json_has_the_named_columns_in_order() -> None:
    assert to_json(report(ROWS[1:3])) == (
        "[\n"
        ' {"name": "区财政局", "load": 3.0, "over": false, "ids": ["石岭区:区财政局", "a|b"]},\n'
        ' {"name": "县发改局", "load": 1.3, "over": false, "ids": ["云岭县:县发改局", "a|b"]}\n'
        "]\n"
    )


def test_json_without_rows_is_an_empty_list() -> None:
    assert json.loads(to_json(report(()))) == []


def test_csv_has_a_head_line_and_joins_lists() -> None:
    assert to_csv(report(ROWS[:2])) == (
        "name,load,over,ids\n"
        "县行政审批服务局,13.2,true,云岭县:县行政审批服务局|a\\|b\n"
        "区财政局,3.0,false,石岭区:区财政局|a\\|b\n"
    )


def test_csv_without_rows_is_its_head_line() -> None:
    assert to_csv(report(())) == "name,load,over,ids\n"


def test_csv_quotes_what_needs_it() -> None:
    rows = ({**ROWS[0], "name": '甲,"乙"\n丙'},)
    [_, cells] = csv.reader(io.StringIO(to_csv(report(rows))))
    assert cells[0] == '甲,"乙"\n丙'


def test_rows_hold_plain_values() -> None:
    frame = pd.DataFrame(
        {
            "count": pd.Series([1], dtype="int64"),
            "load": [0.1 + 0.2],
            "flag": [True],
            "ids": [("a", "b")],
            "missing": [float("nan")],
            "infinite": [float("inf")],
            "name": ["县"],
            "none": pd.Series([None], dtype="object"),
        }
    )
    [row] = rows_of(frame)
    assert list(row.items()) == [
        ("count", 1),
        ("load", 0.3),
        ("flag", True),
        ("ids", ("a", "b")),
        ("missing", None),
        ("infinite", None),
        ("name", "县"),
        ("none", None),
    ]
    assert {type(row["count"]), type(row["load"]), type(row["flag"])} == {int, float, bool}


def test_fractions_have_six_decimals() -> None:
    assert rows_of(pd.DataFrame({"share": [1 / 3, -1e-9]})) == [
        {"share": 0.333333},
        {"share": 0.0},
    ]
