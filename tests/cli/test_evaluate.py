"""`graphmodel evaluate`: figures and mistakes, and what is wrong with annotations."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "data" / "samples" / "jiling-2022-digital.txt"
GOLD = ROOT / "data" / "annotations" / "jiling-2022-digital.json"


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The annotation with one lead of the first task put wrong."""
    data = json.loads(GOLD.read_text(encoding="utf-8"))
    data["tasks"][0]["assignments"][0]["leads"][0] = "县气象局"
    path = tmp_path / "标注 一.json"
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def test_figures_in_every_format(call: Call) -> None:
    as_json = call("evaluate", GOLD, SAMPLE, "--format", "json")
    rows = {row["kind"]: row for row in json.loads(as_json.out)}
    assert rows["lead"]["f1"] == 2 * rows["lead"]["precision"] * rows["lead"]["recall"] / (
        rows["lead"]["precision"] + rows["lead"]["recall"]
    )
    as_csv = call("evaluate", GOLD, SAMPLE, "--format", "csv")
    assert [row["kind"] for row in csv.DictReader(io.StringIO(as_csv.out))] == list(rows)
    assert as_csv.messages[-1].startswith("精确率：")
    table = call("evaluate", GOLD, SAMPLE, "--lang", "en").out
    assert "Precision" in table
    assert call("evaluate", GOLD, SAMPLE, "--format", "md").out.startswith("**与人工标注比较**")


def test_facts_made_before_give_the_same(tmp_path: Path, call: Call) -> None:
    facts = tmp_path / "facts"
    assert call("extract", SAMPLE, "--format", "csv", "--out", facts).status == 0
    first = call("evaluate", GOLD.parent / GOLD.name, SAMPLE)
    assert call("evaluate", GOLD, facts).out == first.out


def test_details_name_the_place(changed: Path, call: Call) -> None:
    rows = json.loads(call("evaluate", changed, SAMPLE, "--details", "--format", "json").out)
    missed, extra = (row for row in rows if row["kind"] == "lead")
    assert (missed["mistake"], missed["fact"], extra["mistake"]) == ("missed", "县气象局", "extra")
    assert missed["place"].startswith("jiling-2022-digital.txt 第 ")
    assert missed["path"] == extra["path"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "不是有效的标注文件"),
        ('{"plan": {"id": "x"}, "tasks": [{"path": "3"}]}', 'tasks[0].path: "3"'),
    ],
)
def test_bad_annotation(tmp_path: Path, content: str, words: str, call: Call) -> None:
    path = tmp_path / "标注.json"
    path.write_text(content, encoding="utf-8")
    done = call("evaluate", path, SAMPLE)
    assert (done.status, done.out) == (2, "")
    assert words in done.messages[0]


def test_folder_of_annotations_needs_their_plans(call: Call) -> None:
    done = call("evaluate", GOLD.parent, SAMPLE, "--lang", "en")
    assert done.status == 2
    assert "the facts hold no plan" in done.messages[0]
