"""Refuses PDF files whose pages would be programs of endless length, before one is run."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from graphmodel.model.errors import InputError

MAX_INFLATED = 600 * 1000 * 1000
"""Most bytes that all compressed streams of a file may unpack to, as of other archives."""
MAX_PROGRAM = 4 * 1000 * 1000
"""Most separators in the program of a page: some ten million bytes, four seconds and 400 MB. A
page of text has a few thousand."""
_STREAM = re.compile(rb"stream\r?\n")
_CHUNK = 1 << 16
_SEPARATORS = b" \t\r\n()[]<>/"
_PROGRAM_SHARE = 0.1
"""Share of separators from which bytes are a program and no picture."""


def check(data: bytes, source: str) -> None:
    """Look into the compressed streams of a PDF file, without keeping anything of them.

    Streams that are encrypted, or compressed otherwise or twice, are not looked into.

    Raises:
        InputError: `too_large` (with `limit`).
    """
    left = MAX_INFLATED
    for match in _STREAM.finditer(data):
        program = 0
        for chunk in _inflated(data, match.end()):
            left -= len(chunk)
            separators = len(chunk) - len(chunk.translate(None, _SEPARATORS))
            if separators > _PROGRAM_SHARE * len(chunk):
                program += separators
            if left < 0 or program > MAX_PROGRAM:
                raise InputError(source, "too_large", limit=MAX_INFLATED)


def _inflated(data: bytes, start: int) -> Iterator[bytes]:
    """Unpack what begins at an offset, piece by piece, as far as it is intact."""
    header = int.from_bytes(data[start : start + 2], "big")
    if header >> 8 & 0x0F != zlib.DEFLATED or header % 31:
        return
    inflater = zlib.decompressobj()
    position = start
    waiting = b""
    while not inflater.eof:
        if not waiting:
            waiting = data[position : position + _CHUNK]
            position += _CHUNK
        if not waiting:
            return
        try:
            chunk = inflater.decompress(waiting, _CHUNK)
        except zlib.error:
            return
        waiting = inflater.unconsumed_tail
        yield chunk
