"""`graphmodel ledger`: files that people open, and what is said when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphmodel
from tests.cli.commands import PLAN_TEXT, facts_file, plan_file, run
from tests.cli.conftest import Call
from tests.ledgers.filling import filled, put, tasks, written
from tests.ledgers.sample import sheets
from tests.reports.sample import FACTS


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


LATER = PLAN_TEXT.replace(
    "1.精简审批", "1.开办企业。一天办结。〔牵头单位：县税务局〕\n\n2.精简审批"
)
LATER = LATER.replace("2.规范收费", "3.规范收费")


def test_update_keeps_what_was_filled_in_and_tells_what_changed(tmp_path: Path, call: Call) -> None:
    source, old, new = plan_file(tmp_path), tmp_path / "旧.xlsx", tmp_path / "新.xlsx"
    written(filled(tasks(graphmodel.extract(source)), put(remark="等材料")), tmp_path, "旧.xlsx")
    before = old.read_bytes()
    later = plan_file(tmp_path, text=LATER)
    done = call("ledger", later, "--update", old, "--out", new)
    assert (done.status, done.out) == (0, "")
    assert done.messages == [
        f"已写入 {new}",
        f"沿用 {old} 所填内容：不变 0 行，变更 2 行，新增 1 行，删除 0 行。",
    ]
    [rows] = sheets(new.read_bytes()).values()
    assert {row[2]: row[rows[3].index("备注")] for row in rows[4:]} == {
        "开办企业": "",
        "精简审批": "等材料",
        "规范收费": "",
    }
    assert old.read_bytes() == before


def test_update_does_not_write_over_the_old_ledger(tmp_path: Path, call: Call) -> None:
    source, old = facts_file(tmp_path), written(tasks(FACTS), tmp_path)
    done = call("ledger", source, "--update", old, "--out", old)
    line = f"--out 不能是 {old} 本身：已填写的台账要保留原样；请换一个文件名。"
    assert (done.status, done.messages) == (2, [line])


def test_file_that_is_no_ledger_is_named(tmp_path: Path, call: Call) -> None:
    source, out = facts_file(tmp_path), tmp_path / "新.xlsx"
    done = call("ledger", source, "--update", source, "--out", out, "--lang", "en")
    line = f"{source} holds no ledger; give an .xlsx file that graphmodel ledger made."
    assert (done.status, done.messages) == (2, [line])
    assert not out.exists()


def test_ledger_of_another_kind_is_named(tmp_path: Path, call: Call) -> None:
    source, old = facts_file(tmp_path), written(tasks(FACTS), tmp_path)
    done = call(
        *("ledger", source, "--kind", "units", "--update", old),
        *("--out", tmp_path / "新.xlsx"),
    )
    line = f"{old} 是另一种台账（tasks）；请去掉 --kind，或换成 --kind tasks。"
    assert (done.status, done.messages) == (2, [line])
