"""`report summary` as the two pages that are handed on."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.commands import facts_file
from tests.cli.conftest import Call
from tests.ledgers.filling import filled, put, tasks, written
from tests.reports.sample import FACTS

TODAY = ("--today", "2025-02-01")


@pytest.mark.parametrize(("form", "beginning"), [("md", "# "), ("html", "<!DOCTYPE html>")])
def test_text_is_printed_or_written(tmp_path: Path, form: str, beginning: str, call: Call) -> None:
    facts, out = facts_file(tmp_path), tmp_path / f"摘要.{form}"
    printed = call("report", "summary", facts, "--format", form, *TODAY)
    assert (printed.status, printed.err) == (0, "")
    assert printed.out.startswith(beginning)
    assert "▲ 逾期" in printed.out
    assert call("report", "summary", facts, "--format", form, "--out", out, *TODAY).status == 0
    assert out.read_text(encoding="utf-8") == printed.out


def test_word_needs_a_file(tmp_path: Path, call: Call) -> None:
    facts, out = facts_file(tmp_path), tmp_path / "summary.docx"
    refused = call("report", "summary", facts, "--format", "docx")
    assert (refused.status, refused.out) == (2, "")
    assert refused.messages == ["--format docx 不是文本；请用 --out 指定文件。"]
    done = call("report", "summary", facts, "--format", "docx", "--out", out, "--lang", "en")
    assert (done.status, done.messages) == (0, [f"Written: {out}"])
    with zipfile.ZipFile(out) as archive:
        assert b"What to do" in archive.read("word/document.xml")


def test_parameters_are_those_of_the_reports(tmp_path: Path, call: Call) -> None:
    options = ("--format", "md", "--weights", "support=0.5", "--red", "100", "--yellow", "100")
    done = call("report", "summary", facts_file(tmp_path), *options, *TODAY)
    assert "配合 0.5" in done.out
    assert "● 剩余不超过 100 天" in done.out
    assert "| 县财政局 | ████████████████░░░░░░░░ | 1.5 |" in done.out


def test_what_a_ledger_says_is_finished_counts(tmp_path: Path, call: Call) -> None:
    ledger = written(filled(tasks(FACTS), put(status="已完成")), tmp_path)
    options = ("--format", "md", "--lang", "en", *TODAY)
    before = call("report", "summary", facts_file(tmp_path), *options)
    after = call("report", "summary", facts_file(tmp_path), *options, "--status", ledger)
    assert "▲ overdue 1" in before.out
    assert "▲ overdue" not in after.out
    assert "✔ finished 1" in after.out


@pytest.mark.parametrize("form", ["docx", "html"])
def test_other_reports_are_no_documents(tmp_path: Path, form: str, call: Call) -> None:
    done = call("report", "load", facts_file(tmp_path), "--format", form, "--lang", "en")
    assert (done.status, done.out) == (2, "")
    assert done.messages == [
        f"--format {form} goes with report summary alone; others take table, json, csv or md."
    ]


def test_inputs_that_cannot_be_read_are_told_beside_the_rest(tmp_path: Path, call: Call) -> None:
    facts, out = facts_file(tmp_path), tmp_path / "summary.html"
    missing = tmp_path / "none.txt"
    done = call("report", "summary", facts, missing, "--format", "html", "--out", out)
    assert done.status == 4
    assert str(missing) in done.messages[0]
    assert out.is_file()
