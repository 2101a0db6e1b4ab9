"""Files on disk: which are documents, and how one is read whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import files, find_documents, read_document


def code_of(call: Callable[[], object]) -> tuple[str, str, dict[str, object]]:
    with pytest.raises(InputError) as caught:
        call()
    return caught.value.source, caught.value.code, caught.value.details


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with documents, other files, hidden ones and a folder within."""
    for name in ["b.txt", "a.md", "sub/page.HTML", "sub/a.htm", "c/z.txt", ".git/x.txt", ".h.txt"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("县税务局负责。", encoding="utf-8")
    (tmp_path / "plan").write_text("县税务局负责。", encoding="utf-8")
    (tmp_path / "image").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "table.XLSX").write_bytes(b"PK\x03\x04")
    (tmp_path / "scan.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "program.exe").write_bytes(b"MZ")
    (tmp_path / "corrections.toml").write_text("[a]", encoding="utf-8")
    (tmp_path / "~$b.txt").write_bytes(b"\0")
    (tmp_path / "README.md").write_text("What lies here", encoding="utf-8")
    return tmp_path


def names(root: Path, found: list[Path]) -> list[str]:
    return [path.relative_to(root).as_posix() for path in found]


def test_folder_gives_its_documents_by_name(folder: Path) -> None:
    assert names(folder, find_documents([folder])) == [
        "a.md",
        "b.txt",
        "c/z.txt",
        "plan",
        "scan.jpg",
        "sub/a.htm",
        "sub/page.HTML",
        "table.XLSX",
    ]


def test_order_given_is_kept_and_each_file_comes_once(folder: Path) -> None:
    given: list[Path | str] = [
        folder / "program.exe",
        str(folder / "sub"),
        folder / "c" / ".." / "b.txt",
        folder,
    ]
    found = [path.resolve() for path in find_documents(given)]
    assert names(folder.resolve(), found) == [
        "program.exe",
        "sub/a.htm",
        "sub/page.HTML",
        "b.txt",
        "a.md",
        "c/z.txt",
        "plan",
        "scan.jpg",
        "table.XLSX",
    ]


def test_link_to_the_same_file_comes_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names(tmp_path, find_documents([tmp_path])) == ["a.txt"]


def test_missing(tmp_path: Path) -> None:
    path = str(tmp_path / "none.txt")
    assert code_of(lambda: find_documents([path])) == (path, "missing", {})
    assert code_of(lambda: read_document(path)) == (path, "missing", {})


def test_folder_without_documents(tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(b"PK\x03\x04")
    assert code_of(lambda: find_documents([tmp_path])) == (str(tmp_path), "folder_empty", {})


def test_folder_is_no_document(tmp_path: Path) -> None:
    source, code, details = code_of(lambda: read_document(tmp_path))
    assert (source, code, list(details)) == (str(tmp_path), "unreadable", ["reason"])


def test_file_below_a_file_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    path = str(tmp_path / "a.txt" / "b.txt")
    assert code_of(lambda: read_document(path))[1] == "unreadable"


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("甲", encoding="utf-8")

    def refuse(path: Path | str) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(files, "_read", refuse)
    expected = (str(path), "unreadable", {"reason": "Permission denied"})
    assert code_of(lambda: read_document(path)) == expected


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 11)
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    assert code_of(lambda: read_document(path)) == (str(path), "too_large", {"limit": 10})


def growing(path: Path, times: int) -> Callable[[Path | str], bytes]:
    """A reader during whose first calls the file grows."""
    read, left = files._read, [None] * times

    def reader(name: Path | str) -> bytes:
        data = read(name)
        if left:
            left.pop()
            path.write_bytes(data + "。".encode())
        return data

    return reader


def test_file_that_changed_once_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("县税务局负责", encoding="utf-8")
    monkeypatch.setattr(files, "_read", growing(path, 1))
    assert read_document(path).text == "县税务局负责。"


def test_file_that_goes_on_changing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("县税务局负责", encoding="utf-8")
    monkeypatch.setattr(files, "_read", growing(path, 5))
    assert code_of(lambda: read_document(path)) == (str(path), "changed", {})


def test_file_rewritten_at_the_same_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("县税务局负责", encoding="utf-8")
    read = files._read

    def rewrite(name: Path | str) -> bytes:
        data = read(name)
        stamp = path.stat().st_mtime_ns + 1_000_000_000
        os.utime(path, ns=(stamp, stamp))
        return data

    monkeypatch.setattr(files, "_read", rewrite)
    assert code_of(lambda: read_document(path))[1] == "changed"


def test_pipe_is_read(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, "县税务局负责".encode())
    os.close(writing)
    try:
        assert read_document(f"/dev/fd/{reading}").text == "县税务局负责"
    finally:
        os.close(reading)
