"""Rows in batches that fit into one message or transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphmodel.model.graph import Row

MOST_BYTES = 4 << 20
"""Of text in a batch; a server keeps a transaction in memory until it ends."""
MOST_ROWS = 20_000
_CELL = 8
"""Bytes that a value takes beside its text, roughly."""


def batches(
    rows: Iterable[Row], *, most_bytes: int = MOST_BYTES, most_rows: int = MOST_ROWS
) -> Iterator[list[Row]]:
    """The rows in order, in lists of at most so many bytes and rows; one row alone may be more."""
    batch: list[Row] = []
    size = 0
    for row in rows:
        own = size_of(row)
        if batch and (size + own > most_bytes or len(batch) >= most_rows):
            yield batch
            batch, size = [], 0
        batch.append(row)
        size += own
    if batch:
        yield batch


def size_of(row: Row) -> int:
    """About how many bytes a row takes in UTF-8."""
    size = _CELL * len(row)
    for value in row:
        if isinstance(value, str):
            size += len(value) if value.isascii() else 3 * len(value)
        elif isinstance(value, tuple):
            size += size_of(value)
    return size
