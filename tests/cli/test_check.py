"""`graphmodel check`: findings, their formats, exit statuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from graphmodel.checks.registry import RULES
from tests.cli.commands import plan_file
from tests.cli.conftest import Call

DONE, FINDINGS, FAILED, PARTLY = 0, 1, 2, 4
PLAN = """\
云岭县优化营商环境实施方案

一、主要任务（3项）

1.精简审批。减少材料。（牵头单位：县审批局；配合单位：县财政局）

2.规范收费。公布清单。（牵头单位：各乡镇）
"""
CLEAN = PLAN.replace("3项", "2项").replace("：各乡镇", "：县财政局")


def codes(output: str) -> list[str]:
    return [row["code"] for row in json.loads(output)]


def test_findings_in_the_terminal(tmp_path: Path, call: Call) -> None:
    done = call("check", plan_file(tmp_path, text=PLAN))
    assert done.status == FINDINGS
    assert done.out.splitlines()[:4] == [
        "云岭 方案.txt:3:8 D001 错误 写的是 3，实际有 2",
        "  一、主要任务（3项）",
        "                ^^^",
        "  改为：2项",
    ]
    assert done.messages == ["共 2 处：错误 1，警告 1，提示 0（27 条规则）。"]
    english = call("check", plan_file(tmp_path, text=PLAN), "--lang", "en")
    assert english.messages == ["2 found: errors 1, warnings 1, remarks 0 (27 rules)."]


def test_nothing_found(tmp_path: Path, call: Call) -> None:
    done = call("check", plan_file(tmp_path, text=CLEAN))
    assert (done.status, done.out) == (DONE, "")
    assert done.messages == ["没有发现问题（27 条规则）。"]


def test_warnings_alone_do_not_fail(tmp_path: Path, call: Call) -> None:
    plan = plan_file(tmp_path, text=PLAN)
    assert call("check", plan, "--ignore", "D").status == DONE
    done = call("check", plan, "--select", "R,d001", "--ignore", "R002", "--format", "json")
    assert (done.status, codes(done.out)) == (FINDINGS, ["D001"])


def test_formats_agree(tmp_path: Path, call: Call) -> None:
    plan = plan_file(tmp_path, text=PLAN)
    expected = ["D001", "R002"]
    assert codes(call("check", plan, "--format", "json").out) == expected
    cells = csv.DictReader(io.StringIO(call("check", plan, "--format", "csv").out))
    assert [cell["code"] for cell in cells] == expected
    run = json.loads(call("check", plan, "--format", "sarif").out)["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == expected
    assert len(run["tool"]["driver"]["rules"]) == len(RULES)
    markdown = call("check", plan, "--format", "md").out
    assert [line[4:8] for line in markdown.splitlines() if line.startswith("- **")] == expected


def test_words_of_a_document_are_no_formula(tmp_path: Path, call: Call) -> None:
    plan = plan_file(tmp_path, "=SUM(A1).txt", PLAN)
    (cell, _) = csv.DictReader(io.StringIO(call("check", plan, "--format", "csv").out))
    assert cell["source"] == "'=SUM(A1).txt"


def test_corrections_settle_what_was_looked_at(tmp_path: Path, call: Call) -> None:
    plan = plan_file(tmp_path, text=f"{CLEAN}\n附件：任务分解表\n")
    assert codes(call("check", plan, "--format", "json").out) == ["D003"]
    entry = '[[accept]]\nwords = "任务分解表"\nreason = "另行印发"\n'
    (tmp_path / "corrections.toml").write_text(entry, encoding="utf-8")
    assert codes(call("check", plan, "--format", "json").out) == []


def test_into_a_file(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "findings.sarif"
    plan = plan_file(tmp_path, text=PLAN)
    done = call("check", plan, "--format", "sarif", "--out", out)
    assert (done.status, done.out) == (FINDINGS, "")
    first = out.read_bytes()
    call("check", plan, "--format", "sarif", "--out", out)
    assert out.read_bytes() == first


def test_some_inputs_that_cannot_be_read(tmp_path: Path, call: Call) -> None:
    plan = plan_file(tmp_path, text=PLAN)
    done = call("check", plan, tmp_path / "absent.txt", "--format", "json")
    assert (done.status, codes(done.out)) == (PARTLY, ["D001", "R002"])
    assert "absent.txt" in done.messages[0]
    none = call("check", tmp_path / "absent.txt")
    assert (none.status, none.out) == (FAILED, "")


def test_facts_without_text(tmp_path: Path, call: Call) -> None:
    plan, folder = plan_file(tmp_path, text=PLAN), tmp_path / "facts.json"
    call("extract", plan, "--no-text", "--out", folder)
    done = call("check", folder)
    assert "没有检查 R006、D001、D002、D007、T002、P001" in done.messages[0]
    assert "R002" in done.out
    assert done.status == DONE


def test_today_judges_a_plan_without_a_date(tmp_path: Path, call: Call) -> None:
    text = CLEAN.replace("减少材料。", "2024年6月底前减少材料。")
    plan = plan_file(tmp_path, text=text)
    late = call("check", plan, "--today", "2024-07-01", "--format", "json")
    assert (late.status, codes(late.out)) == (FINDINGS, ["T001"])
    assert call("check", plan, "--today", "2024-06-30").status == DONE
    assert call("check", plan).status == DONE


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", RULES)
def test_explain_in_both_languages(code: str, lang: str, call: Call) -> None:
    done = call("check", "--explain", code, "--lang", lang)
    assert (done.status, done.err) == (DONE, "")
    assert done.out.startswith(f"# {code} {RULES[code].title.zh} · {RULES[code].title.en}\n")
    assert ("**怎样改**" in done.out) is (lang == "zh")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "缺少 INPUT：请给出要检查的文件，或用 --explain 说明一条规则。"),
        (("--explain", "X1"), "--explain 中的“X1”不是规则的代码；docs/rules 列出全部。"),
        (("p.txt", "--select", "R,Q"), "--select 中的“Q”不是规则的代码；docs/rules 列出全部。"),
        (("p.txt", "--ignore", ""), "--ignore 中的“”不是规则的代码；docs/rules 列出全部。"),
        (("p.txt", "--today", "明天"), "--today 不能是“明天”；请写成 2024-06-30。"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], message: str, call: Call) -> None:
    done = call("check", *arguments)
    assert (done.status, done.out, done.messages) == (FAILED, "", [message])


def test_help_names_the_options(call: Call) -> None:
    done = call("check", "--help")
    said = done.out
    wanted = (
        "--select",
        "--ignore",
        "--today",
        "--explain",
        "<table|json|csv|md|sarif>",
        "检查方案",
    )
    assert (done.status, [words for words in wanted if words not in said]) == (DONE, [])
