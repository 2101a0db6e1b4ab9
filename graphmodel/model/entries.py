"""Files of entries in TOML that people write: arrays of tables, each entry with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_BYTES = 1_000_000
_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*\"?(?P<name>\w+)\"?[ \t]*\]\]", re.MULTILINE)
_ERROR_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `[[name]]` with its keys."""

    name: str
    values: dict[str, Any]
    line: int
    """Where it begins in its file, from 1."""


class EntryFault(Exception):
    """A file, or an entry of it, that cannot be understood.

    Args:
        line: Where.
        reason: not-utf-8, not-toml or no-action (something that is no entry), or what the reader
            of entries adds.
        key: The key or words that it is about.
    """

    def __init__(self, line: int, reason: str, key: str = "") -> None:
        """Keep the parts apart."""
        super().__init__(line, reason, key)
        self.line = line
        self.reason = reason
        self.key = key


def entries_of(data: bytes) -> list[Entry]:
    """The entries of a file, in its order.

    Raises:
        EntryFault: The first thing that is wrong.
    """
    text = _decoded(data)
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        match = _ERROR_LINE.search(str(error))
        line = int(match[1]) if match else text.count("\n") + 1
        raise EntryFault(line, "not-toml") from error
    heads = [(m["name"], text.count("\n", 0, m.start()) + 1) for m in _HEAD.finditer(text)]
    found: list[Entry] = []
    for name, rows in tables.items():
        lines = [line for head, line in heads if head == name]
        found += _rows(name, rows, lines, _line_of(text, name))
    return sorted(found, key=lambda entry: entry.line)


def _rows(name: str, rows: Any, lines: list[int], otherwise: int) -> Iterator[Entry]:
    if not isinstance(rows, list):
        raise EntryFault(lines[0] if lines else otherwise, "no-action", name)
    for number, row in enumerate(rows):
        line = lines[number] if number < len(lines) else otherwise
        if not isinstance(row, dict):
            raise EntryFault(line, "no-action", name)
        yield Entry(name, row, line)


def check_keys(entry: Entry, needed: set[str], optional: set[str]) -> None:
    """Refuse an entry with other keys than it may have, or without one that it has to have.

    Raises:
        EntryFault: unknown-key or missing-key.
    """
    for key in entry.values:
        if key not in needed | optional:
            raise EntryFault(entry.line, "unknown-key", key)
    for key in sorted(needed - entry.values.keys()):
        raise EntryFault(entry.line, "missing-key", key)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise EntryFault(line, "not-utf-8") from error


def _line_of(text: str, key: str) -> int:
    return text.count("\n", 0, max(text.find(key), 0)) + 1
