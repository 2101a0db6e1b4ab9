"""`report deadlines`: the options of days, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.commands import facts_file
from tests.cli.conftest import Call


def test_states_by_the_options(tmp_path: Path, call: Call) -> None:
    facts = facts_file(tmp_path)
    options = ("--format", "json", "--today", "2024-12-20")
    for days, state in (
        ((), "yellow"),
        (("--red", "11"), "red"),
        (("--red", "1", "--yellow", "10"), "green"),
    ):
        rows = json.loads(call("report", "deadlines", facts, *options, *days).out)
        assert {row["id"]: row["state"] for row in rows}[f"{rows[0]['task']}/deadline.0"] == state


def test_rules_are_told_beside_json(tmp_path: Path, call: Call) -> None:
    facts = facts_file(tmp_path)
    options = ("--format", "json", "--today", "2024-12-20", "--working-days", "--lang", "en")
    done = call("report", "deadlines", facts, *options, "--horizon", "5")
    assert "● at most 7 days left" in done.err
    assert "listed for 5 days ahead" in done.err
    assert "article 203" in done.err
    assert [row["date"] for row in json.loads(done.out)] == ["2024-12-31", "2024-12-31"]


def test_today_is_that_of_the_clock(tmp_path: Path, call: Call) -> None:
    done = call("report", "deadlines", facts_file(tmp_path), "--lang", "en")
    assert f"as of {date.today()}" in done.out.splitlines()[0]


def test_within_leaves_out_what_is_later(tmp_path: Path, call: Call) -> None:
    options = ("--today", "2024-12-20", "--within", "10", "--format", "csv")
    done = call("report", "deadlines", facts_file(tmp_path), *options)
    assert len(done.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--today", "20.6.2024"), "--today 不能是“20.6.2024”；请写成 2024-06-30。"),
        (("--red", "40"), "--red 40 大于 --yellow 30：红的天数不能多于黄的。"),
    ],
)
def test_what_is_refused(
    tmp_path: Path, options: tuple[str, ...], message: str, call: Call
) -> None:
    done = call("report", "deadlines", facts_file(tmp_path), *options)
    assert (done.status, done.out, done.messages) == (2, "", [message])


def test_a_negative_number_of_days(tmp_path: Path, call: Call) -> None:
    done = call("report", "deadlines", facts_file(tmp_path), "--horizon", "-1")
    assert (done.status, done.out, len(done.messages)) == (2, "", 1)
    assert "--horizon" in done.messages[0]


@pytest.mark.parametrize(
    "options",
    [
        ("--today", "2024-06-01"),
        ("--within", "0"),
        ("--red", "1"),
        ("--yellow", "60"),
        ("--horizon", "10"),
        ("--working-days",),
    ],
)
def test_other_reports_are_not_about_days(
    tmp_path: Path, options: tuple[str, ...], call: Call
) -> None:
    done = call("report", "load", facts_file(tmp_path), *options, "--lang", "en")
    assert (done.status, done.out, len(done.messages)) == (2, "", 1)
    assert options[0] in done.err
    assert "deadlines" in done.err
