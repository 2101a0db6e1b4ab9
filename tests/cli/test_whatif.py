"""`graphmodel whatif`, as users call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.test_relieve import crowded


def scenario(folder: Path, text: str) -> Path:
    path = folder / "设想.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_takes_what_relieve_writes(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "减负.toml"
    plan = crowded(tmp_path)
    assert call("relieve", plan, "--out", path).status == 0
    tables = json.loads(call("whatif", path, plan, "--format", "json").out)
    loads = {row["name"]: (row["load"], row["load_after"]) for row in tables["units"]}
    assert loads == {"A": (6.0, 3.2), "B": (1.9, 3.3), "C": (1.9, 3.3)}


def test_table(call: Call, tmp_path: Path) -> None:
    path = scenario(tmp_path, '[[dissolve]]\nunit = "A"\nto = "F"\n')
    called = call("whatif", path, crowded(tmp_path), "--lang", "en")
    assert (called.status, called.err) == (0, "")
    assert "What if: before and after 1 steps" in called.out
    assert "Units that change" in called.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[merge]\n", "设想.toml 第 1 行的步骤无效：不符合 TOML 语法；"),
        ("\n[[give]]\n", "第 2 行的步骤无效：步骤只能是 move_lead"),
        ('[[dissolve]]\nunit = "B局"\n', "没有这个单位（B局 → B?）"),
    ],
)
def test_bad_scenario_is_one_line_that_names_file_and_line(
    call: Call, tmp_path: Path, text: str, said: str
) -> None:
    called = call("whatif", scenario(tmp_path, text), crowded(tmp_path))
    assert (called.status, called.out, len(called.messages)) == (2, "", 1)
    assert said in called.err
    assert "docs/scenarios.md" in called.err


def test_missing_scenario(call: Call, tmp_path: Path) -> None:
    called = call("whatif", tmp_path / "没有.toml", crowded(tmp_path))
    assert (called.status, called.out, len(called.messages)) == (2, "", 1)
