"""`graphmodel compare`, as users call it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from tests.cli.commands import PLAN_TEXT, plan_file
from tests.cli.conftest import Call


def places(folder: Path) -> tuple[Path, Path]:
    """The same plan in two counties."""
    other = PLAN_TEXT.replace("云岭县", "石岭县")
    return plan_file(folder, "云岭.txt"), plan_file(folder, "石岭.txt", other)


def test_tables_stand_below_each_other(call: Call, tmp_path: Path) -> None:
    called = call("compare", *places(tmp_path))
    assert (called.status, called.err) == (0, "")
    titles = ["比较：云岭县、石岭县", "按职能：谁承担", "按指标：谁牵头", "有的有、有的没有"]
    assert [called.out.index(title) for title in titles] == sorted(
        called.out.index(title) for title in titles
    )


def test_json_has_an_object_for_each_place(call: Call, tmp_path: Path) -> None:
    tables = json.loads(call("compare", *places(tmp_path), "--format", "json").out)
    assert list(tables) == ["figures", "functions", "indicators", "lacks"]
    finance = next(row for row in tables["functions"] if row["item"] == "finance")
    # 县财政局 leads the second task and supports the first: 1.3 of 2.3.
    for place in ("云岭县", "石岭县"):
        own = finance["places"][place]
        assert (own["leads"], own["units"], round(own["share"], 4)) == (1, ["县财政局"], 0.5652)
    assert tables["lacks"] == []


def test_workbook_has_a_sheet_for_each_table(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "比较.xlsx"
    assert call("compare", *places(tmp_path), "--format", "xlsx", "--out", out).status == 0
    with zipfile.ZipFile(out) as archive:
        assert 'name="按职能"' in archive.read("xl/workbook.xml").decode()


def test_what_can_be_read_is_compared(call: Call, tmp_path: Path) -> None:
    called = call("compare", *places(tmp_path), tmp_path / "没有.txt")
    assert called.status == 4
    assert "比较：云岭县、石岭县" in called.out
