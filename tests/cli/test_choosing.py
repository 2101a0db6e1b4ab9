"""The options that choose what `report` measures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import facts_file
from tests.cli.conftest import Call


@pytest.mark.parametrize(
    ("report", "options", "reports"),
    [
        ("overload", ["--by", "month"], "load"),
        ("network", ["--collectives"], "load, concentration, collaboration"),
        ("load", ["--pairs", "tasks"], "collaboration"),
        ("load", ["--least", "1"], "collaboration, network"),
        ("collaboration", ["--groups", "place"], "network"),
    ],
)
def test_option_of_another_report_is_refused(
    tmp_path: Path, report: str, options: list[str], reports: str, call: Call
) -> None:
    facts = facts_file(tmp_path)
    done = call("report", report, facts, *options)
    assert (done.status, done.out) == (2, "")
    assert done.messages == [f"选项 {options[0]} 只用于这些报告：{reports}。"]
    english = call("report", report, facts, *options, "--lang", "en")
    assert english.messages == [f"{options[0]} goes with these reports alone: {reports}."]


def test_load_is_cut(tmp_path: Path, call: Call) -> None:
    done = call("report", "load", facts_file(tmp_path), "--by", "month", "--format", "json")
    assert [(row["month"], row["name"], row["load"]) for row in json.loads(done.out)] == [
        ("2024-12", "县审批局", 1.0),
        ("2024-12", "县财政局", 0.3),
        (None, "县财政局", 1.0),
    ]
    by_code = call("report", "load", facts_file(tmp_path), "--by=indicator", "--format=json")
    assert {row["indicator"] for row in json.loads(by_code.out)} == {"electricity", None}


def test_collectives_count_when_asked(tmp_path: Path, call: Call) -> None:
    options = (facts_file(tmp_path), "--format", "json", "--collectives")
    assert "各乡镇" in {row["name"] for row in json.loads(call("report", "load", *options).out)}
    pairs = json.loads(call("report", "collaboration", *options).out)
    assert "各乡镇" in {name for row in pairs for name in (row["name_a"], row["name_b"])}
    [place] = json.loads(call("report", "concentration", *options).out)
    assert (place["units"], place["load"], len(place["lorenz"])) == (3, 2.6, 10)


def test_pairs_of_leads_and_supporters(tmp_path: Path, call: Call) -> None:
    options = (facts_file(tmp_path), "--pairs", "lead-support", "--format", "json")
    rows = json.loads(call("report", "collaboration", *options).out)
    assert [(row["lead_name"], row["support_name"], row["tasks"]) for row in rows] == [
        ("县审批局", "县财政局", 1)
    ]


def test_network_by_a_threshold(tmp_path: Path, call: Call) -> None:
    facts = facts_file(tmp_path)
    one, two = (
        json.loads(call("report", "network", facts, "--least", least, "--format", "json").out)
        for least in ("1", "2")
    )
    assert [row["degree"] for row in one] == [1, 1]
    assert [row["degree"] for row in two] == [0, 0]
    assert [row["constraint"] for row in two] == [None, None]
