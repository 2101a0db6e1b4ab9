"""Writes OLE compound files and the records of old Excel workbooks, for tests."""

from __future__ import annotations

import struct
from collections.abc import Sequence

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FREE, _END = 0xFFFFFFFF, 0xFFFFFFFE
_SECTOR = 512
_MINI_CUTOFF = 4096

_Child = tuple[str, bytes, dict[str, bytes] | None]
"""Name, content of a stream, or the streams of a storage."""


def compound(
    streams: dict[str, bytes], storages: dict[str, dict[str, bytes]] | None = None
) -> bytes:
    """A compound file with some streams, and storages with streams of their own.

    Sector 0 holds the allocation table; streams under 4096 bytes are filled up with zeros, so
    that none needs the mini stream.
    """
    content: list[bytes] = []
    entries = [_entry("Root Entry", 5)]
    children: list[_Child] = [(name, _padded(data), None) for name, data in streams.items()]
    children += [(name, b"", inner) for name, inner in (storages or {}).items()]
    _link(entries, 0, children, content)
    directory = b"".join(struct.pack("<64sHBB3I36sIII", *entry) for entry in entries)
    start = _place(content, directory)
    table = _table(content)
    header = SIGNATURE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + struct.pack("<II", 1, start) + bytes(4)
    header += struct.pack("<IIIII", _MINI_CUTOFF, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    return header + table + b"".join(content)


def _entry(name: str, kind: int) -> list[object]:
    words = name.encode("utf-16-le")
    return [words, len(words) + 2, kind, 1, _FREE, _FREE, _FREE, bytes(36), 0, 0, 0]


def _padded(data: bytes) -> bytes:
    return data.ljust(_MINI_CUTOFF, b"\0")


def _link(
    entries: list[list[object]],
    parent: int,
    children: Sequence[_Child],
    content: list[bytes],
) -> None:
    """Add the entries of a storage's children, each the right sibling of the one before."""
    before, place = parent, 6
    for name, data, inner in children:
        entries.append(_entry(name, 2 if inner is None else 1))
        number = len(entries) - 1
        entries[before][place] = number
        if inner is None:
            entries[number][8:10] = [_place(content, data), len(data)]
        else:
            below: list[_Child] = [(key, _padded(value), None) for key, value in inner.items()]
            _link(entries, number, below, content)
        before, place = number, 5


def _place(content: list[bytes], data: bytes) -> int:
    """Add the sectors of a stream; the first one's number (sector 0 is the table)."""
    start = len(content) + 1
    for offset in range(0, len(data), _SECTOR):
        content.append(data[offset : offset + _SECTOR].ljust(_SECTOR, b"\0"))
    content[-1] = _Last(content[-1])
    return start


class _Last(bytes):
    """The last sector of a stream."""


def _table(content: list[bytes]) -> bytes:
    numbers = [0xFFFFFFFD]
    numbers += [
        _END if isinstance(sector, _Last) else number + 1
        for number, sector in enumerate(content, start=1)
    ]
    return struct.pack(f"<{len(numbers)}I", *numbers).ljust(_SECTOR, b"\xff")
