"""OLE compound files ([MS-CFB]), the container of office formats before 2007.

Reads no more than names and whole streams, as far as the chains of sectors hold; damage ends a
chain and never the reading.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_BYTES = 512
_END_OF_CHAIN = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""
_ENTRY_BYTES = 128
_MAX_ENTRIES = 50_000
"""Most entries of a directory that are looked at; office files have some hundreds."""
_NO_ENTRY = 0xFFFFFFFF
_MINI_CUTOFF = 4096
"""A shorter stream lies in the mini stream, in sectors of 64 bytes."""


class Compound:
    """The streams directly below the root of a compound file, by name."""

    def __init__(self, data: bytes) -> None:
        """Read header, allocation table and directory.

        Args:
            data: The whole file, which begins with `SIGNATURE`.
        """
        self._data = data
        header = data[:_HEADER_BYTES].ljust(_HEADER_BYTES, b"\0")
        shift = struct.unpack_from("<H", header, 30)[0]
        self._size = 1 << (shift if shift in (9, 12) else 9)
        self._next = self._allocation_table(header)
        most = _MAX_ENTRIES * _ENTRY_BYTES // self._size
        first = struct.unpack_from("<I", header, 48)[0]
        self._entries = b"".join(self._sectors(first, most))
        self._mini_table = struct.unpack_from("<I", header, 60)[0]
        self._streams = {self._name(entry): entry for entry in self._children()}

    def names(self) -> frozenset[str]:
        """Give the names of the streams and storages directly below the root."""
        return frozenset(self._streams)

    def stream(self, name: str) -> bytes:
        """Give the content of a stream; what is lost of it, or all of it, is left out."""
        if name not in self._streams:
            return b""
        start, length = self._extent(self._streams[name])
        if length >= _MINI_CUTOFF:
            return b"".join(self._sectors(start, -(-length // self._size)))[:length]
        return self._mini_stream(start)[:length]

    def _allocation_table(self, header: bytes) -> tuple[int, ...]:
        """Give the number of the next sector for each sector ([MS-CFB] 2.3, 2.5)."""
        most = len(self._data) // self._size + 1
        numbers = list(struct.unpack_from("<109I", header, 76))
        further = struct.unpack_from("<I", header, 68)[0]
        while len(numbers) <= most // (self._size // 4):
            block = self._sector(further)
            if len(block) < self._size:
                break
            *more, further = _numbers(block)
            numbers += more
        table: list[int] = []
        for number in numbers:
            if number < _END_OF_CHAIN and len(table) < most:
                table += _numbers(self._sector(number))
        return tuple(table)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _chain(self, start: int, following: tuple[int, ...]) -> Iterator[int]:
        """Give the numbers of a chain of sectors; one that runs in a circle ends there."""
        for _ in range(len(following)):
            if start >= len(following):
                return
            yield start
            start = following[start]

    def _sectors(self, start: int, most: int | None = None) -> Iterator[bytes]:
        for count, number in enumerate(self._chain(start, self._next)):
            if count == most:
                return
            yield self._sector(number)

    def _mini_stream(self, start: int) -> bytes:
        """Give the mini sectors of a chain ([MS-CFB] 2.4); the root entry holds them all."""
        content = b"".join(self._sectors(self._extent(0)[0]))
        table = _numbers(b"".join(self._sectors(self._mini_table)))
        numbers = list(self._chain(start, table))[: _MINI_CUTOFF // 64]
        return b"".join(content[number * 64 : number * 64 + 64] for number in numbers)

    def _children(self) -> Iterator[int]:
        """Give the entries below the root: a binary tree by left and right siblings."""
        stack = [self._links(0)[2]]
        seen: set[int] = set()
        while stack:
            entry = stack.pop()
            if entry in seen or (entry + 1) * _ENTRY_BYTES > len(self._entries):
                continue
            seen.add(entry)
            yield entry
            stack += self._links(entry)[:2]

    def _links(self, entry: int) -> tuple[int, int, int]:
        """Give the left sibling, the right one, and the child of an entry."""
        if (entry + 1) * _ENTRY_BYTES > len(self._entries):
            return _NO_ENTRY, _NO_ENTRY, _NO_ENTRY
        left, right, child = struct.unpack_from("<3I", self._entries, entry * _ENTRY_BYTES + 68)
        return left, right, child

    def _extent(self, entry: int) -> tuple[int, int]:
        """Give the first sector of a stream and its length in bytes."""
        if (entry + 1) * _ENTRY_BYTES > len(self._entries):
            return _NO_ENTRY, 0
        start, length = struct.unpack_from("<2I", self._entries, entry * _ENTRY_BYTES + 116)
        return start, length

    def _name(self, entry: int) -> str:
        start = entry * _ENTRY_BYTES
        length = struct.unpack_from("<H", self._entries, start + 64)[0]
        name = self._entries[start : start + min(max(length - 2, 0), 64)]
        return name.decode("utf-16-le", "replace")


def _numbers(block: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(block) // 4}I", block[: len(block) // 4 * 4])
