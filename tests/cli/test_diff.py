"""`graphmodel diff`, as users call it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.commands import PLAN_TEXT, plan_file
from tests.cli.conftest import Call


def drafts(folder: Path) -> tuple[Path, Path]:
    """A plan, and the same with another lead of its second task."""
    new = PLAN_TEXT.replace("〔牵头单位：县财政局〕", "〔牵头单位：县审批局〕")
    return plan_file(folder, "稿.txt"), plan_file(folder, "文.txt", new)


def test_shows_the_change(call: Call, tmp_path: Path) -> None:
    called = call("diff", *drafts(tmp_path))
    assert (called.status, called.err) == (0, "")
    assert "牵头：县财政局 → 县审批局" in called.out


def test_exit_code_tells_whether_they_differ(call: Call, tmp_path: Path) -> None:
    old, new = drafts(tmp_path)
    assert call("diff", "--exit-code", old, new).status == 1
    assert call("diff", "--exit-code", old, old).status == 0


def test_json_is_a_list_of_changes(call: Call, tmp_path: Path) -> None:
    called = call("diff", *drafts(tmp_path), "--format", "json", "--lang", "en")
    (change,) = json.loads(called.out)
    assert (change["change"], change["before"], change["after"]) == (
        *("lead", ["县财政局"], ["县审批局"]),
    )
    assert "1 changes: lead 1." in called.err


@pytest.mark.parametrize("name", ["变化.html", "变化.md"])
def test_files(call: Call, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    form = out.suffix[1:]
    called = call("diff", *drafts(tmp_path), "--format", form, "--out", out)
    assert (called.status, called.out) == (0, "")
    assert "县审批局" in out.read_text(encoding="utf-8")


def test_workbook_needs_a_file(call: Call, tmp_path: Path) -> None:
    called = call("diff", *drafts(tmp_path), "--format", "xlsx")
    assert (called.status, called.out, len(called.messages)) == (2, "", 1)
    out = tmp_path / "变化.xlsx"
    assert call("diff", *drafts(tmp_path), "--format", "xlsx", "--out", out).status == 0
    assert zipfile.is_zipfile(out)


def test_what_cannot_be_read_is_one_line(call: Call, tmp_path: Path) -> None:
    old, _ = drafts(tmp_path)
    called = call("diff", old, tmp_path / "没有.txt", "--exit-code")
    assert (called.status, called.out, len(called.messages)) == (2, "", 1)
    assert "没有.txt" in called.err
