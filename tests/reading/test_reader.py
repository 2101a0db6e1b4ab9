"""From a file to a document, good ones and bad ones."""

from __future__ import annotations

import hashlib
import os
import random
import time
from pathlib import Path

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import Block, BlockKind, Document, read_bytes, read_document, reader

TEXT = "青禾县实施方案\r\n一、企业开办。（县税务局负责）\r\n"


def error_of(data: bytes, source: str = "plan.txt") -> tuple[str, dict[str, object]]:
    with pytest.raises(InputError) as caught:
        read_bytes(data, source)
    assert caught.value.source == source
    return caught.value.code, caught.value.details


def test_text_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    data = b"\xef\xbb\xbf" + TEXT.encode()
    path.write_bytes(data)
    assert read_document(path) == Document(
        source=str(path),
        name="plan.txt",
        sha256=hashlib.sha256(data).hexdigest(),
        format="text",
        encoding="utf-8-sig",
        text=TEXT,
        blocks=(Block(BlockKind.PARAGRAPH, 0, 7), Block(BlockKind.PARAGRAPH, 9, 24)),
        starts=(0, 9, 26),
    )


def test_path_as_text_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="gb18030", newline="")
    assert read_document(str(path)) == read_document(path)
    assert read_document(path).encoding == "gb18030"


def test_replacements_are_counted() -> None:
    assert read_bytes(TEXT.encode(), "a").replacements == 0
    assert read_bytes(TEXT.encode() + b"\xff", "a").replacements == 1


def test_content_decides_not_the_name() -> None:
    assert read_bytes(b"<p>\xe6\x96\xb9\xe6\xa1\x88</p>", "plan.txt").format == "html"
    assert read_bytes("方案".encode(), "plan.html").format == "text"


def test_name_is_the_last_part_and_always_text() -> None:
    assert read_bytes(b"a", "plans/2023/a.txt").name == "a.txt"
    assert read_bytes(b"a", os.fsdecode(b"plans/\xff.txt")).name == "\ufffd.txt"
    assert read_bytes(b"a", "-").name == "-"


@pytest.mark.parametrize(
    "data",
    [b"", b" \r\n\t", "　\u00a0\n".encode(), b"\xef\xbb\xbf", b"\xff\xfe", "\n ".encode("utf-16"),
     b"<html><body><script>a</script></body></html>", b"<!-- -->\n<p> </p>"],
)  # fmt: skip
def test_empty(data: bytes) -> None:
    assert error_of(data) == ("empty", {})


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"GIF89a\x01\0", "gif"),
        (b"PK\x03\x04.....", "zip"),
        (b"<?xml version='1.0'?><plan/>", "xml"),
    ],
)
def test_unsupported_format(data: bytes, name: str) -> None:
    assert error_of(data) == ("unsupported_format", {"format": name})


def test_binary() -> None:
    assert error_of(random.Random(1).randbytes(100_000)) == ("not_text", {})


def test_fifty_megabytes_of_random_bytes_are_refused_fast() -> None:
    data = random.Random(1).randbytes(1 << 20) * 50
    start = time.process_time()
    assert error_of(data) == ("not_text", {})
    assert time.process_time() - start < 2.0


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_BYTES", 3)
    assert error_of(b"four") == ("too_large", {"limit": 3})


def test_line_of_a_megabyte() -> None:
    text = "县税务局负责。" * 150_000
    document = read_bytes(text.encode(), "a")
    assert document.blocks == (Block(BlockKind.PARAGRAPH, 0, len(text)),)


def test_nuls_and_lone_carriage_returns() -> None:
    text = "县税务局\0负责。\r县财政局负责。\r"
    document = read_bytes(text.encode(), "a")
    assert document.text == text
    assert [text[block.start : block.end] for block in document.blocks] == [
        "县税务局\0负责。",
        "县财政局负责。",
    ]
    assert document.place(text.index("财政")).number == 2


@pytest.mark.shared
def test_real_texts_are_left_unchanged(shared: Path) -> None:
    paths = sorted((shared / "documents").glob("*.txt"))
    assert len(paths) == 7
    for path in paths:
        document = read_document(path)
        assert document.text == path.read_bytes().decode("utf-8")
        assert document.encoding == "utf-8"
        for codec in ("gb18030", "utf-16-le", "utf-16-be"):
            again = read_bytes(document.text.encode(codec), "a")
            assert (again.text, again.encoding) == (document.text, codec)
            assert again.blocks == document.blocks
