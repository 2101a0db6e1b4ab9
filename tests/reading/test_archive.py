"""Zip archives: members as they are, and bombs refused before they go off."""

from __future__ import annotations

import io
import resource
import struct
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import archive as limits
from graphmodel.reading import containers
from graphmodel.reading.archive import Archive
from tests.reading.zips import archive


def error_of(data: bytes, member: str | None = None) -> tuple[str, dict[str, object]]:
    with pytest.raises(InputError) as caught:
        opened = Archive(data, "a.docx")
        if member is not None:
            opened.read(member)
    assert caught.value.source == "a.docx"
    return caught.value.code, caught.value.details


def with_size(data: bytes, size: int) -> bytes:
    """The archive, whose only member declares another size than it has."""
    place = data.rindex(b"PK\x01\x02") + 24
    return data[:place] + struct.pack("<I", size) + data[place + 4 :]


def test_members_whatever_the_slashes() -> None:
    opened = Archive(archive({"/word/document.xml": "a", "word\\styles.xml": "b"}), "a")
    assert opened.names() == ["word/document.xml", "word/styles.xml"]
    assert opened.read("word/document.xml") == opened.read("/word/document.xml") == b"a"
    assert opened.read("word/styles.xml") == b"b"
    assert opened.read("word/none.xml") is None


def test_large_member_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_MEMBER", 1000)
    data = archive({"a": bytes(1001), "b": b"small"})
    assert Archive(data, "a").read("b") == b"small"
    assert error_of(data, "a") == ("too_large", {"limit": 1000})


def test_large_sum_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_UNPACKED", 1000)
    assert error_of(archive({"a": bytes(600), "b": bytes(600)})) == ("too_large", {"limit": 1000})


def test_many_members_are_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MAX_MEMBERS", 100)
    data = archive({f"m{n}": "" for n in range(101)})
    assert error_of(data)[0] == "too_large"
    assert containers.zip_format(data) == "zip"


@pytest.mark.parametrize("size", [0, 1, 999, 1001, 250_000_000])
def test_member_that_lies_about_its_size(size: int) -> None:
    assert error_of(with_size(archive({"a": b"x" * 1000}), size), "a")[0] == "damaged"


def test_members_over_one_and_the_same_data() -> None:
    """The quoted-overlap bomb: many entries of the directory, one stretch of packed zeros."""
    data = archive({"a": bytes(10_000_000)})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    count = 1000
    tail = bytearray(data[end:])
    struct.pack_into("<HHII", tail, 8, count, count, len(entry) * count, start)
    assert error_of(data[:start] + entry * count + bytes(tail))[0] == "too_large"


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_other_ways_of_packing(method: int) -> None:
    code, details = error_of(archive({"a": "x" * 100}, method), "a")
    assert (code, details) == ("damaged", {"reason": f"compression method {method}"})


def test_password() -> None:
    data = bytearray(archive({"a": "x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert error_of(bytes(data)) == ("encrypted", {})


def test_every_truncation_and_every_flipped_byte_is_an_error_or_the_same() -> None:
    data = archive({"a": "县发改局" * 50, "b": "x"})
    for cut in range(len(data)):
        assert error_of(data[:cut])[0] == "damaged"
    for place in range(len(data)):
        broken = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        try:
            opened = Archive(broken, "a")
            assert opened.read("a") in (None, ("县发改局" * 50).encode())
        except InputError as error:
            assert error.code in ("damaged", "encrypted", "too_large")


def test_bombs_take_no_memory(tmp_path: Path) -> None:
    """In a process of its own that may take 300 MB of addresses, libraries and all."""
    bomb = archive({"xl/workbook.xml": bytes(limits.MAX_MEMBER + 1)})
    (tmp_path / "honest.xlsx").write_bytes(bomb)
    (tmp_path / "lying.xlsx").write_bytes(with_size(bomb, 1000))
    script = """
        import sys
        from graphmodel.model.errors import InputError
        from graphmodel.reading import read_document
        for path in sys.argv[1:]:
            try:
                read_document(path)
            except InputError as error:
                print(error.code)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), "honest.xlsx", "lying.xlsx"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (300 << 20, 300 << 20)),
    )
    assert (done.stdout, done.stderr) == ("too_large\ndamaged\n", "")


def test_archive_in_an_archive_is_not_unpacked() -> None:
    inner = archive({"word/document.xml": "<a/>"}, zipfile.ZIP_STORED)
    data = archive({"plans/a.docx": inner}, zipfile.ZIP_STORED)
    assert containers.zip_format(data) == "zip"
    assert Archive(data, "a").read("plans/a.docx") == inner
    assert zipfile.is_zipfile(io.BytesIO(data))
