"""`report deadlines --status`: what people wrote into a ledger counts."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.commands import facts_file
from tests.cli.conftest import Call
from tests.ledgers.filling import filled, put, tasks, written
from tests.ledgers.sample import titled
from tests.reports.sample import FACTS, FIRST

LATER = ("--today", "2025-03-01", "--format", "json")


def test_finished_task_is_not_overdue(tmp_path: Path, call: Call) -> None:
    source = facts_file(tmp_path)
    ledger = written(filled(tasks(FACTS), put(status="已完成")), tmp_path)
    states = []
    for options in ((), ("--status", ledger)):
        done = call("report", "deadlines", source, *LATER, *options)
        assert done.status == 0
        [row] = [row for row in json.loads(done.out) if row["task"] == FIRST]
        states.append(row["state"])
    assert states == ["overdue", "finished"]


def test_task_under_way_stays_overdue(tmp_path: Path, call: Call) -> None:
    ledger = written(filled(tasks(FACTS), put(status="推进中")), tmp_path)
    done = call("report", "deadlines", facts_file(tmp_path), *LATER, "--status", ledger)
    assert "overdue" in {row["state"] for row in json.loads(done.out)}


def test_rows_that_are_about_no_task_are_told(tmp_path: Path, call: Call) -> None:
    made = filled(tasks(titled("建设数字档案馆")), put(status="已完成"))
    done = call(
        *("report", "deadlines", facts_file(tmp_path), *LATER),
        *("--status", ledger := written(made, tmp_path)),
    )
    line = f"{ledger} 中有 1 行在方案里找不到对应的任务，其状态未计入：建设数字档案馆。"
    assert (done.status, done.messages[0]) == (0, line)


def test_other_reports_know_nothing_of_it(tmp_path: Path, call: Call) -> None:
    done = call("report", "load", facts_file(tmp_path), "--status", "a.xlsx")
    assert (done.status, done.out) == (2, "")
    assert "--status" in done.err


def test_file_that_is_no_ledger_is_named(tmp_path: Path, call: Call) -> None:
    source = facts_file(tmp_path)
    done = call("report", "deadlines", source, "--status", source)
    assert (done.status, done.out) == (2, "")
    assert done.messages[0].startswith(f"{source} 里没有台账")
