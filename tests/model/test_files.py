"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from graphmodel.model.errors import OutputError
from graphmodel.model.files import write_text_atomically


def test_text_is_written_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "报告 一.txt"
    write_text_atomically(path, "县\r\n区\n")
    assert path.read_bytes() == "县\r\n区\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_folders_above_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.txt"
    write_text_atomically(path, "x")
    assert path.read_text() == "x"


def test_lone_surrogate_becomes_its_escape(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    write_text_atomically(path, '"\ud800"')
    assert path.read_bytes() == b'"\\ud800"'


def test_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("old and long")
    path.chmod(0o640)
    write_text_atomically(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.write_text("")
    write_text_atomically(tmp_path / "x", "")
    assert (tmp_path / "x").stat().st_mode == usual.stat().st_mode


def test_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write_text_atomically(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_device_is_written_to_and_not_replaced() -> None:
    write_text_atomically(Path(os.devnull), "x")
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write_text_atomically(tmp_path, "x")
    assert caught.value.code == "unwritable"
    assert caught.value.source == str(tmp_path)
    assert caught.value.details == {"reason": "Is a directory"}


@pytest.mark.parametrize("name", ["file/x", "a\0b", "x" * 300])
def test_impossible_path_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OutputError) as caught:
        write_text_atomically(tmp_path / name, "x")
    assert caught.value.code == "unwritable"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_failing_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.txt"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graphmodel.model.files.os.replace", full)
    with pytest.raises(OutputError) as caught:
        write_text_atomically(path, "new")
    assert caught.value.details == {"reason": "No space left on device"}
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
