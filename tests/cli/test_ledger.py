"""`graphmodel ledger`: files that people open, and what is said when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import facts_file, plan_file, run
from tests.cli.conftest import Call
from tests.ledgers.sample import sheets


def test_workbook_of_a_document_is_written(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "台账" / "任务.xlsx"
    done = call("ledger", plan_file(tmp_path), "--out", out)
    assert (done.status, done.out) == (0, "")
    assert done.messages == [f"已写入 {out}", "1 张表，2 行。"]
    [rows] = sheets(out.read_bytes()).values()
    assert [row[2] for row in rows[4:]] == ["精简审批", "规范收费"]


def test_each_kind_counts_its_tables(tmp_path: Path, call: Call) -> None:
    source, out = facts_file(tmp_path), tmp_path / "a.docx"
    done = call("ledger", source, "--kind", "units", "--format", "docx", "--out", out)
    assert done.messages[-1] == "4 张表，8 行。"
    done = call("ledger", source, "--kind", "collaboration", "--format", "csv", "--lang", "en")
    assert (done.status, done.messages) == (0, ["Tables: 1, rows: 1."])
    assert done.out.startswith("\ufeffNo.,Unit A,Unit B,")


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_file_is_needed_for_what_is_no_text(tmp_path: Path, call: Call, form: str) -> None:
    done = call("ledger", facts_file(tmp_path), "--format", form)
    line = f"--format {form} 不是文本；请用 --out 指定文件。"
    assert (done.status, done.out, done.messages) == (2, "", [line])


def test_what_can_be_read_is_written(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "a.xlsx"
    done = call("ledger", facts_file(tmp_path), tmp_path / "无.txt", "--out", out)
    assert done.status == 4
    assert out.is_file()


def test_nothing_is_written_where_nothing_can_be_read(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "a.xlsx"
    done = call("ledger", tmp_path / "无.txt", "--out", out)
    assert done.status == 2
    assert not out.exists()


def test_help_is_bilingual() -> None:
    said = run("ledger", "--help").stdout.decode()
    assert "编制任务分解表和责任清单。 | Task breakdown table and duty lists" in said
