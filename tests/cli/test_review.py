"""`graphmodel review`, and `corrections.toml` on every run."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.commands import plan_file
from tests.cli.conftest import Call

DONE, FAILED, PARTLY = 0, 2, 4
PLAN = """\
云岭县优化营商环境实施方案

一、主要任务

1.精简审批。减少材料。（牵头单位：县审批局；配合单位：县医疗障局、十项行动办）

2.规范收费。公布清单。（牵头单位：县营商局）
"""
CORRECTIONS = """\
[[accept]]
words = "县医疗障局"
reason = "已核对原文"

[[split]]
words = "县营商局"
to = ["县审批局", "县司法局"]
reason = "职能分开"

[[ignore]]
words = "十项行动办"
reason = "不是机构"
"""
UNUSED = '\n[[rename]]\nwords = "县旧局"\nto = "县新局"\nreason = "更名"\n'


def correct(folder: Path, text: str = CORRECTIONS) -> None:
    (folder / "corrections.toml").write_text(text, encoding="utf-8")


def leads(call: Call, source: Path) -> dict[str, str]:
    """The unit of each responsibility."""
    rows = json.loads(call("extract", source).out)["responsibilities"]
    return {row["id"].split("#")[1]: row["unit"].split(":")[1] for row in rows}


def test_review_in_every_format(tmp_path: Path, call: Call) -> None:
    plan = plan_file(tmp_path, text=PLAN)
    rows = json.loads(call("review", plan, "--format", "json").out)
    assert [row["words"] for row in rows] == ["县医疗障局", "十项行动办"]
    cells = list(csv.DictReader(io.StringIO(call("review", plan, "--format", "csv").out)))
    assert [cell["words"] for cell in cells] == [row["words"] for row in rows]
    assert "```toml" in call("review", plan, "--format", "md").out
    table = call("review", plan)
    assert (table.status, table.err) == (DONE, "")
    assert '  words = "县医疗障局"' in table.out.splitlines()
    assert call("review", plan, "--lang", "en").out.startswith("2 doubts, the worst first\n")


def test_review_into_a_file(tmp_path: Path, call: Call) -> None:
    plan = plan_file(tmp_path, text=PLAN)
    done = call("review", plan, "--format", "md", "--out", tmp_path / "存疑.md")
    assert (done.status, done.out) == (DONE, "")
    assert "县医疗障局" in (tmp_path / "存疑.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("as_folder", [False, True])
def test_corrections_beside_the_document_hold_on_every_run(
    tmp_path: Path, as_folder: bool, call: Call
) -> None:
    plan = plan_file(tmp_path, text=PLAN)
    correct(tmp_path)
    source = tmp_path if as_folder else plan
    assert leads(call, source) == {
        "1.1/0.lead.0": "行政审批局",
        "1.1/0.support.0": "医保局",
        "1.2/0.lead.0": "行政审批局",
        "1.2/0.lead.1": "司法局",
    }
    assert call("review", source).out == "没有存疑之处。\n"


def test_corrections_of_the_folder_above_hold_below(tmp_path: Path, call: Call) -> None:
    below = tmp_path / "一" / "二"
    below.mkdir(parents=True)
    plan = plan_file(below, text=PLAN)
    correct(tmp_path)
    assert "1.2/0.lead.1" in leads(call, tmp_path)
    assert "1.2/0.lead.1" not in leads(call, plan)


def test_unused_corrections_are_told(tmp_path: Path, call: Call) -> None:
    plan = plan_file(tmp_path, text=PLAN)
    correct(tmp_path, CORRECTIONS + UNUSED)
    done = call("extract", plan, "--no-text")
    assert done.messages[0] == "corrections.toml 第 14 行的更正没有用到：rename 县旧局。"
    rows = json.loads(call("review", plan, "--format", "json").out)
    assert [(row["code"], row["words"]) for row in rows] == [("correction-unused", "rename 县旧局")]
    assert call("extract", plan, "--lang", "en").messages[0] == (
        "A correction was not used: rename 县旧局"
    )


def test_what_corrections_did_stands_in_the_facts(tmp_path: Path, call: Call) -> None:
    plan = plan_file(tmp_path, text=PLAN)
    correct(tmp_path)
    facts = json.loads(call("extract", plan).out)
    applied = {
        row["detail"]: facts["texts"][0]["text"][row["start"] : row["end"]]
        for row in facts["diagnostics"]
        if row["code"] == "correction-applied"
    }
    assert applied == {
        "accept 县医疗障局": "县医疗障局",
        "split 县营商局": "县营商局",
        "ignore 十项行动办": "十项行动办",
    }
    rules = {(row["mention"], row["rule"], row["reason"]) for row in facts["mentions"]}
    assert ("县营商局", "correction", "职能分开") in rules
    assert {row["confidence"] for row in facts["responsibilities"]} == {"certain"}


@pytest.mark.parametrize("as_folder", [False, True])
def test_faulty_corrections_stop_the_input_once(
    tmp_path: Path, as_folder: bool, call: Call
) -> None:
    plan = plan_file(tmp_path, text=PLAN)
    plan_file(tmp_path, "另一方案.txt", PLAN.replace("云岭", "霁岭"))
    correct(tmp_path, CORRECTIONS + "\n[[rename]]\nwords = '县旧局'\nreason = '更名'\n")
    done = call("extract", tmp_path if as_folder else plan)
    assert (done.status, done.out) == (FAILED, "")
    assert done.messages == [
        f"{tmp_path / 'corrections.toml'} 第 14 行的更正无效：缺少一项（to）；"
        "写法见 docs/corrections.md。"
    ]


def test_corrections_for_one_plan(tmp_path: Path, call: Call) -> None:
    plan_file(tmp_path, "a.txt", PLAN)
    plan_file(tmp_path, "b.txt", PLAN.replace("云岭", "霁岭"))
    correct(tmp_path, '[[ignore]]\nwords = "县营商局"\nplan = "b"\nreason = "不是机构"\n')
    facts = json.loads(call("extract", tmp_path).out)
    kept = [row["unit"] for row in facts["responsibilities"] if row["mention"] == "县营商局"]
    assert kept == ["云岭县:营商局"]
