"""The embedded engine: opening its files, and what its errors mean to a user."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from graphmodel.model.errors import GraphmodelError, QueryError, StoreError

if TYPE_CHECKING:
    import ladybug

BESIDE = (".wal", ".wal.checkpoint", ".shadow", ".tmp")
"""What the engine keeps beside a file, by ending, while the file is open or after a crash."""
_POOL = 2 << 30
"""Bytes that the engine may keep of a file in memory; left alone it takes up to four fifths of the
machine's. Loading 700,000 responsibilities takes half a gigabyte."""
_BEYOND_DATA = (
    *("checkpoint", "copy", "export", "install", "uninstall", "update", "force", "load"),
    *("attach", "begin", "analyze"),
)
"""First words of statements that are no queries. The engine itself refuses to change data in a
file that is open for reading, but would still write other files, fetch extensions, or by
CHECKPOINT spoil the file."""
_FIRST_WORD = re.compile(r"(?:\s++|//[^\n]*+\n?|/\*.*?\*/)*+(?P<word>\w*)", re.DOTALL)
_PLACE = re.compile(r" \(line: (?P<line>\d+), offset: (?P<offset>\d+)\)")
_REFUSED = ("read-only database", "read-only transaction")
_DAMAGE = (
    "not a valid Lbug",
    "Cannot read",
    "Reading past",
    "Storage exception",
    "Checksum",
    "different version",
    "temporary file",
    "basic_string",
)
"""What the engine says of damaged files, and of files of other versions."""
_UNFINISHED = ("checkpoint recovery is pending", "Couldn't replay shadow pages")
"""What it says of files that a crash has left, and that only who may write can mend."""
_OF_QUERY = ("Parser", "Binder", "Catalog", "Conversion", "Overflow", "Connection")
"""Kinds of errors that are the query's fault; the message begins with the kind."""


def open_database(path: Path, *, read_only: bool) -> ladybug.Database:
    """Open a file of the engine, or make it; what a crash has left unfinished is finished.

    Of a log that a crash has cut off, the transactions that are whole count. To refuse it, as the
    engine would, makes a file useless whose graph is as it was before the last transaction.

    Raises:
        StoreError: `missing` (to read), `locked`, `store_damaged`, `store_failed`.
    """
    if read_only and not path.is_file():
        raise StoreError(str(path), "missing")
    with told_as_ours(path):
        try:
            return _opened(path, read_only=read_only)
        except RuntimeError as error:
            if not read_only or not any(words in str(error) for words in _UNFINISHED):
                raise
        _opened(path, read_only=False).close()
        return _opened(path, read_only=True)


def _opened(path: Path, *, read_only: bool) -> ladybug.Database:
    import ladybug

    return ladybug.Database(
        str(path),
        read_only=read_only,
        buffer_pool_size=_POOL,
        throw_on_wal_replay_failure=False,
    )


@contextmanager
def told_as_ours(path: Path, query: str | None = None) -> Iterator[None]:
    """Turn the errors of the engine into ours.

    Args:
        path: The file.
        query: The user's query, whose faults are `QueryError`; None where the query is ours.
    """
    try:
        yield
    except (RuntimeError, ValueError, UnicodeDecodeError, OSError) as error:
        if isinstance(error, ValueError):  # of texts that are none
            raise StoreError(str(path), "store_damaged") from error
        raise _error(str(error), path, query) from error


def _error(said: str, path: Path, query: str | None) -> GraphmodelError:
    if query is not None and any(words in said for words in _REFUSED):
        return QueryError(query, "read_only")
    if query is not None and said.startswith("Interrupted"):
        return QueryError(query, "timed_out")
    if query is not None and (said.startswith(_OF_QUERY) or " exception: " in said[:30]):
        return _wrong_query(said, query)
    if "Could not set lock" in said:
        holder = re.search(r"held by PID (\d+)", said)
        return StoreError(str(path), "locked", pid=holder[1] if holder else None)
    if "No space left" in said or "disk full" in said.lower():
        return StoreError(str(path), "disk_full")
    if "Permission denied" in said:
        return StoreError(str(path), "no_permission")
    if any(words in said for words in _DAMAGE):
        return StoreError(str(path), "store_damaged")
    return StoreError(str(path), "store_failed", reason=said.splitlines()[0])


def _wrong_query(said: str, query: str) -> QueryError:
    """What is wrong with a query, and where; the engine counts from the first word on."""
    place = _PLACE.search(said)
    first = said[: place.start()] if place else said.splitlines()[0]
    reason = " ".join(first.split()).partition(" exception: ")
    words = reason[2] or reason[0]
    if not place:
        return QueryError(query, "wrong_query", reason=words, text=query)
    before = query[: len(query) - len(query.lstrip())]
    line, column = int(place["line"]), int(place["offset"]) + 1
    if line == 1:
        column += len(before) - (before.rfind("\n") + 1)
    line += before.count("\n")
    return QueryError(query, "wrong_query", reason=words, line=line, column=column, text=query)


def check_reading(query: str) -> None:
    """Refuse a statement that does more than read.

    Raises:
        QueryError: `read_only`.
    """
    first = _FIRST_WORD.match(query)
    if first and first["word"].lower() in _BEYOND_DATA:
        raise QueryError(query, "read_only")
