"""Writes workbooks of Excel 97 to 2003, record by record, for tests."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from tests.reading.ole import compound


def record(kind: int, body: bytes) -> bytes:
    """One record."""
    return struct.pack("<HH", kind, len(body)) + body


def text(words: str, length: str = "<H") -> bytes:
    """A string with its length in two bytes, or as `length` says; wide where it must be."""
    wide = any(ord(character) > 255 for character in words)
    data = words.encode("utf-16-le" if wide else "latin-1")
    return struct.pack(length, len(words)) + bytes([wide]) + data


def bof(kind: int = 0x10, version: int = 0x0600) -> bytes:
    """The record that begins the globals (5) or a sheet (16)."""
    return record(0x0809, struct.pack("<HHHHII", version, kind, 0, 0, 0, 0))


END = record(0x000A, b"")


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    """A cell with a number."""
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def label(row: int, column: int, words: str) -> bytes:
    """A cell with a string of its own."""
    return record(0x0204, struct.pack("<HHH", row, column, 0) + text(words))


def shared(row: int, column: int, string: int) -> bytes:
    """A cell with a shared string."""
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, string))


def merged(*ranges: tuple[int, int, int, int]) -> bytes:
    """Merged ranges: first row, last row, first column, last column."""
    body = b"".join(struct.pack("<4H", *place) for place in ranges)
    return record(0x00E5, struct.pack("<H", len(ranges)) + body)


def workbook(
    sheets: Sequence[tuple[str, int, bytes]],
    formats: Sequence[str] = (),
    strings: bytes = b"",
    extra: bytes = b"",
) -> bytes:
    """A workbook.

    Args:
        sheets: Name, state (0 visible, 1 hidden) and records of each sheet.
        formats: Number formats; style 0 is General, style n is formats[n - 1].
        strings: The records of the shared strings.
        extra: More records of the globals.
    """
    head = bof(5) + extra
    for place, code in enumerate(formats, start=164):
        head += record(0x041E, struct.pack("<H", place) + text(code))
    for place in (0, *range(164, 164 + len(formats))):
        head += record(0x00E0, struct.pack("<HH", 0, place) + bytes(16))
    head += strings
    bodies = [bof() + body + END for _, _, body in sheets]
    sizes = [len(record(0x0085, bytes(6) + text(name, "<B"))) for name, _, _ in sheets]
    start = len(head) + sum(sizes) + len(END)
    for (name, state, _), body in zip(sheets, bodies, strict=True):
        head += record(0x0085, struct.pack("<IBB", start, state, 0) + text(name, "<B"))
        start += len(body)
    return compound({"Workbook": head + END + b"".join(bodies)})
