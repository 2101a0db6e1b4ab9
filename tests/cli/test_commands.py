"""The commands: what they give, and what they say of bad input."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from graphmodel import __version__
from tests.cli.commands import PLAN_TEXT, REPORTS, facts_file, plan_file
from tests.cli.conftest import Call

DONE, FAILED, PARTLY = 0, 2, 4


def test_extract_into_a_file(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "新 文件夹" / "事实.json"
    printed = call("extract", plan_file(tmp_path))
    written = call("extract", plan_file(tmp_path), "--out", out, "--lang", "en")
    assert (written.status, written.out) == (DONE, "")
    assert out.read_text(encoding="utf-8") == printed.out
    assert written.messages[0] == f"Written: {out}"


def test_extract_into_a_folder_that_can_be_read_again(tmp_path: Path, call: Call) -> None:
    folder = tmp_path / "facts"
    assert call("extract", facts_file(tmp_path), "--format", "csv", "--out", folder).status == 0
    first, second = call("extract", facts_file(tmp_path)), call("extract", folder)
    assert first.out == second.out


def test_extract_without_texts(tmp_path: Path, call: Call) -> None:
    plan = plan_file(tmp_path)
    assert json.loads(call("extract", plan, "--no-text").out)["texts"] == []
    assert len(json.loads(call("extract", plan).out)["texts"]) == 1


def test_plan_id_is_taken(tmp_path: Path, call: Call) -> None:
    done = call("extract", plan_file(tmp_path), "--plan-id", "云岭-1")
    assert [plan["id"] for plan in json.loads(done.out)["plans"]] == ["云岭-1"]


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_in_every_format(tmp_path: Path, name: str, call: Call) -> None:
    facts = facts_file(tmp_path)
    as_json = call("report", name, facts, "--format", "json")
    as_csv = call("report", name, facts, "--format", "csv")
    rows = json.loads(as_json.out)
    cells = list(csv.DictReader(io.StringIO(as_csv.out)))
    assert len(rows) == len(cells)
    assert all(list(row) == list(cell) for row, cell in zip(rows, cells, strict=True))
    for kind in ("table", "md"):
        done = call("report", name, facts, "--format", kind)
        assert (done.status, done.err) == (DONE, "")
        assert done.out.strip()


def test_load_of_the_small_plan(tmp_path: Path, call: Call) -> None:
    done = call("report", "load", facts_file(tmp_path), "--format", "json")
    assert [(row["unit"], row["leads"], row["load"]) for row in json.loads(done.out)] == [
        ("云岭县:县财政局", 1, 1.3),
        ("云岭县:县审批局", 1, 1.0),
    ]
    assert done.messages[-1].startswith("权重：牵头 1，配合 0.3，协同 0.1；")


def test_weights_change_the_load(tmp_path: Path, call: Call) -> None:
    options = ("--format", "json", "--weights", "lead=2,support=0.5")
    done = call("report", "load", facts_file(tmp_path), *options)
    assert [row["load"] for row in json.loads(done.out)] == [2.5, 2.0]
    assert done.messages[-1].startswith("权重：牵头 2，配合 0.5，协同 0.1；")


def test_report_into_a_file_is_what_is_printed(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "报告.md"
    facts = facts_file(tmp_path)
    printed = call("report", "load", facts, "--format", "md")
    written = call("report", "load", facts, "--format", "md", "--out", out)
    assert (written.status, written.out) == (DONE, "")
    assert out.read_text(encoding="utf-8") == printed.out


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_width_of_the_terminal_is_kept(tmp_path: Path, width: int, call: Call) -> None:

    done = call("report", "load", facts_file(tmp_path), COLUMNS=str(width))
    assert 30 <= max(map(cell_len, done.out.splitlines())) <= width


def test_explain_shows_the_words(tmp_path: Path, call: Call) -> None:
    key = "云岭县:云政发〔2024〕1号#1.1/0.lead.0"
    done = call("explain", facts_file(tmp_path), "--id", key)
    assert done.status == DONE
    assert done.out.splitlines()[2:5] == [
        "云岭 方案.txt 第 3 行：",
        "  〔牵头单位：县审批局；配合单位：县财政局、各乡镇〕",
        "              ^^^^^^^^",
    ]


def test_explain_a_document_by_the_ids_of_extract(tmp_path: Path, call: Call) -> None:
    plan = plan_file(tmp_path)
    facts = json.loads(call("extract", plan).out)
    key = facts["responsibilities"][1]["id"]
    done = call("explain", plan, "--id", key)
    assert done.status == DONE
    assert "县财政局" in done.out
    assert "云岭 方案.txt 第 5 行：" in done.out.splitlines()


def test_explain_unknown_id(tmp_path: Path, call: Call) -> None:
    done = call("explain", facts_file(tmp_path), "--id", "县财政局")
    assert (done.status, done.out) == (FAILED, "")
    [line] = done.messages
    assert line.startswith("没有编号为 县财政局 的事实；是否指：云岭县:县财政局")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "是空文件"),
        (bytes(range(256)) * 40, "既不是文本，也不是能读取的格式"),
        (b"GIF89a\x01\0", "的格式（GIF）还不能读取"),
        ("今天天气很好，适合出门散步。\n".encode(), "不像方案"),
    ],
)
def test_unusable_file(tmp_path: Path, content: bytes, words: str, call: Call) -> None:
    path = tmp_path / "坏 文件.txt"
    path.write_bytes(content)
    done = call("extract", path)
    assert (done.status, done.out) == (FAILED, "")
    [line] = done.messages
    assert line.startswith(f"{path} {words}")


@pytest.mark.parametrize("command", ["extract", "view", "make"])
def test_empty_name_is_not_the_current_folder(
    command: str, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan_file(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = call(command, "", "--out", tmp_path / "out")
    assert (done.status, done.messages) == (FAILED, ['找不到 ""，请检查路径。'])
    assert not (tmp_path / "out").exists()


def test_folder_without_documents(tmp_path: Path, call: Call) -> None:
    done = call("report", "load", tmp_path, "--lang", "en")
    assert (done.status, done.out) == (FAILED, "")
    assert done.messages == [
        f"{tmp_path}: the folder holds nothing that can be read (Word, PDF, OFD, Excel, CSV, web "
        "pages, text, images); check the path."
    ]


@pytest.mark.parametrize("content", ["", "{", '{"schema": "x"}', "[" * 100_000])
def test_malformed_facts(tmp_path: Path, content: str, call: Call) -> None:
    path = tmp_path / "facts.json"
    path.write_text(content)
    done = call("report", "load", path)
    assert (done.status, done.out) == (FAILED, "")
    [line] = done.messages
    assert line.startswith(f"{path} 不是有效的事实文件")


def test_same_id_with_other_content_names_both_files(tmp_path: Path, call: Call) -> None:
    first = plan_file(tmp_path, "甲.txt")
    second = plan_file(tmp_path, "乙.txt", PLAN_TEXT + "\n3.简化流程。〔牵头单位：县财政局〕\n")
    done = call("extract", first, second, "--plan-id", "x")
    assert done.status == PARTLY
    assert "乙.txt 和 甲.txt 编号相同（x）而内容不同" in done.messages[0]


@pytest.mark.parametrize("out", ["", "facts.json/x.json"])
@pytest.mark.parametrize("command", [["extract"], ["report", "load"], ["view"]])
def test_result_that_cannot_be_written(
    tmp_path: Path, command: list[str], out: str, call: Call
) -> None:
    facts = facts_file(tmp_path, "facts.json")
    done = call(*command, facts, "--out", tmp_path / out)
    assert (done.status, done.out) == (FAILED, "")
    [line] = done.messages
    assert line.startswith(f"无法写入 {tmp_path / out}：")
    assert list(tmp_path.iterdir()) == [facts]


def test_version_is_that_of_the_package(call: Call) -> None:
    assert call("--version").out.splitlines() == [f"graphmodel {__version__}"]


def test_lone_surrogates_do_no_harm(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "facts.json"
    facts = facts_file(tmp_path).read_text(encoding="utf-8")
    path.write_text(facts.replace("县财政局", "县\\ud800局"), encoding="utf-8")
    as_json = call("report", "load", path, "--format", "json")
    assert json.loads(as_json.out)[0]["name"] == "县\ufffd局"
    assert "县�局" in call("report", "load", path).out
    assert call("extract", path, "--out", tmp_path / "again.json").status == DONE
    assert call("extract", tmp_path / "again.json").out == call("extract", path).out
