"""`graphmodel calendar`: a file for calendar programs."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands import facts_file, plan_file, run
from tests.cli.conftest import Call
from tests.ledgers.icalendar_checker import checked


def test_file_and_standard_output_are_the_same(tmp_path: Path) -> None:
    source, out = facts_file(tmp_path), tmp_path / "日历" / "plan.ics"
    printed = run("calendar", source)
    assert printed.returncode == 0
    assert printed.stderr.decode() == "2 个日程。\n"
    written = run("calendar", source, "--out", out)
    assert written.stderr.decode() == f"已写入 {out}\n2 个日程。\n"
    assert out.read_bytes() == printed.stdout
    assert len(checked(printed.stdout)) == 2


def test_plan_without_deadlines_gives_an_empty_calendar(tmp_path: Path, call: Call) -> None:
    done = call("calendar", plan_file(tmp_path), "--out", tmp_path / "a.ics", "--lang", "en")
    assert (done.status, done.messages[-1]) == (0, "0 events.")


def test_day_that_is_none_is_told(tmp_path: Path, call: Call) -> None:
    done = call("calendar", facts_file(tmp_path), "--today", "5月1日")
    assert (done.status, done.out) == (2, "")
    assert "5月1日" in done.err
