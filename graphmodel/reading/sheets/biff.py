"""The records of workbooks of Excel 5.0 to 2003 ([MS-XLS]), and the strings in them."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from graphmodel.model.errors import InputError

BOF, EOF, CONTINUE = 0x0809, 0x000A, 0x003C
_MAX_RECORDS = 4_000_000
"""Most records that are read of a workbook: a cell is one of them."""
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08
"""Flags of a string: two bytes a character, phonetic text behind it, runs of fonts behind it."""


class Records:
    """The records of a workbook's stream."""

    def __init__(self, stream: bytes, source: str) -> None:
        """Take the stream; `source` is what errors call the file."""
        self._stream = stream
        self._source = source
        self._left = _MAX_RECORDS

    def part(self, start: int) -> Iterator[tuple[int, bytes]]:
        """Give the kinds and bodies of the records of one part: the globals, or a sheet.

        Those of a chart within the part are passed over.

        Args:
            start: Where the part's first record begins, which says that it does.

        Raises:
            InputError: `damaged` where the part does not begin or end as it should, `too_large`.
        """
        depth = 0
        while start + 4 <= len(self._stream):
            kind, length = struct.unpack_from("<HH", self._stream, start)
            depth += (kind == BOF) - (kind == EOF)
            if depth == 0 and kind == EOF:
                return
            if depth == 0:
                break
            self._left -= 1
            if self._left < 0:
                raise InputError(self._source, "too_large")
            if depth == 1:
                yield kind, self._stream[start + 4 : start + 4 + length]
            start += 4 + length
        raise InputError(self._source, "damaged", reason=f"record at {start}")


class Strings:
    """Reads strings from a record and those that continue it ([MS-XLS] 2.5.294, 2.4.265)."""

    def __init__(self, chunks: Sequence[bytes]) -> None:
        """Take the bodies of the record and of its continuations."""
        self._chunks = chunks
        self._chunk = self._offset = 0

    def at_end(self) -> bool:
        """Whether nothing is left."""
        last = len(self._chunks) - 1
        return self._chunk > last or (
            self._chunk == last and self._offset >= len(self._chunks[last])
        )

    def integer(self, size: int) -> int:
        """Read a number of some bytes."""
        return int.from_bytes(self._take(size), "little")

    def string(self, length_size: int = 2) -> str:
        """Read a string; its fonts and its phonetic text are passed over.

        Args:
            length_size: Bytes of the number of characters that it begins with.
        """
        length, flags = self.integer(length_size), self.integer(1)
        behind = 4 * self.integer(2) if flags & _RICH else 0
        behind += self.integer(4) if flags & _EXTENDED else 0
        text = self._characters(length, flags)
        self._take(behind)
        return text

    def _characters(self, length: int, flags: int) -> str:
        """Read characters. A continuation begins with flags of its own."""
        parts: list[str] = []
        while length > 0 and not self.at_end():
            size = 2 if flags & _WIDE else 1
            rest = len(self._chunks[self._chunk]) - self._offset
            taken = min(length, rest // size)
            codec = "utf-16-le" if flags & _WIDE else "latin-1"
            parts.append(self._take(taken * size).decode(codec, "replace"))
            length -= taken
            if length:
                self._next_chunk()
                flags = self.integer(1)
        return "".join(parts)

    def _take(self, size: int) -> bytes:
        parts: list[bytes] = []
        while size > 0 and not self.at_end():
            part = self._chunks[self._chunk][self._offset : self._offset + size]
            parts.append(part)
            size -= len(part)
            self._offset += len(part)
            if size > 0:
                self._next_chunk()
        return b"".join(parts)

    def _next_chunk(self) -> None:
        self._chunk += 1
        self._offset = 0
