"""`graphmodel relieve`, as users call it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from graphmodel.model.facts_json import to_json
from tests.cli.conftest import Call
from tests.reports.test_reliefs import CROWDED


def crowded(folder: Path) -> Path:
    path = folder / "拥挤.json"
    path.write_text(to_json(CROWDED), encoding="utf-8")
    return path


def test_table_goes_to_stdout_alone(call: Call, tmp_path: Path) -> None:
    called = call("relieve", crowded(tmp_path))
    assert (called.status, called.err) == (0, "")
    assert "调整 4 项牵头，全部回到线内（已证明为最少）" in called.out


def test_scenario_where_the_file_is_one(call: Call, tmp_path: Path) -> None:
    scenario = tmp_path / "减负.toml"
    called = call("relieve", crowded(tmp_path), "--out", scenario, "--lang", "en")
    assert (called.status, called.out) == (0, "")
    assert len(tomllib.loads(scenario.read_text(encoding="utf-8"))["move_lead"]) == 4
    assert "proved to be the fewest" in called.err


def test_csv_has_a_row_a_change(call: Call, tmp_path: Path) -> None:
    called = call("relieve", crowded(tmp_path), "--format", "csv")
    head, *rows = called.out.splitlines()
    assert head.startswith("jurisdiction,plan,task,path,title,group,giver,giver_name,taker,")
    assert len(rows) == 4


def test_weights_count(call: Call, tmp_path: Path) -> None:
    arguments = ("relieve", crowded(tmp_path), "--format", "json", "--weights", "support=0")
    tables = json.loads(call(*arguments).out)
    assert tables["places"][0]["changes"] == 2


def test_bad_weights_are_one_line(call: Call, tmp_path: Path) -> None:
    called = call("relieve", crowded(tmp_path), "--weights", "lead=much")
    assert (called.status, called.out, len(called.messages)) == (2, "", 1)
