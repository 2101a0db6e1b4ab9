"""What people settled about the names of bodies: the file `corrections.toml` beside documents.

An entry says what some words of plans mean, and why; `docs/corrections.md` describes the file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from graphmodel.model.columns import Strings
from graphmodel.model.errors import CorrectionError
from graphmodel.model.ids import squeeze

FILE_NAME = "corrections.toml"
_MAX_BYTES = 1_000_000
_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*\"?(?P<action>\w+)\"?[ \t]*\]\]", re.MULTILINE)
_ERROR_LINE = re.compile(r"at line (\d+)")


class Action(StrEnum):
    """What an entry does with its words."""

    ACCEPT = "accept"
    """They were read rightly, however doubtful that is."""
    RENAME = "rename"
    """They mean another name."""
    MERGE = "merge"
    """These names mean one body, the first of them."""
    SPLIT = "split"
    """They name several bodies."""
    IGNORE = "ignore"
    """They name no body."""


_KEYS = {
    Action.ACCEPT: {"words", "reason"},
    Action.RENAME: {"words", "to", "reason"},
    Action.MERGE: {"words", "reason"},
    Action.SPLIT: {"words", "to", "reason"},
    Action.IGNORE: {"words", "reason"},
}
"""What an entry has to have; `plan` may be added to each."""
_LISTS = {(Action.MERGE, "words"), (Action.SPLIT, "to")}


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the file."""

    action: Action
    words: Strings
    """The words of plans without white space; several of `merge` only."""
    to: Strings
    """The names that they mean: one of `rename` and `merge`, several of `split`, else none."""
    reason: str
    plan: str | None
    """Id of the plan, or name of the file, that it holds for; None for all."""
    line: int
    """Where the entry begins in its file."""

    @property
    def label(self) -> str:
        """What tells the entry from others: `rename 县营商局`."""
        return f"{self.action} {'、'.join(self.words)}" + (f" @{self.plan}" if self.plan else "")

    def is_for(self, plan: str, document: str) -> bool:
        """Whether it holds for the plan of this id in the file of this name."""
        return self.plan in (None, plan, document, Path(document).stem)


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The entries of a file, in its order.

    Raises:
        CorrectionError: `unreadable`, or `bad_correction` with the line and the reason.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise CorrectionError(str(path), "unreadable", reason=error.strerror or "") from error
    if len(data) > _MAX_BYTES:
        raise CorrectionError(str(path), "too_large", limit=_MAX_BYTES)
    entries = tuple(_entries(_decoded(data, path), path))
    _check_conflicts(entries, path)
    return entries


def _decoded(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _bad(path, line, "not-utf-8") from error


def _bad(path: Path, line: int, reason: str, key: str = "") -> CorrectionError:
    return CorrectionError(str(path), "bad_correction", line=line, reason=reason, key=key)


def _entries(text: str, path: Path) -> Iterator[Correction]:
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        match = _ERROR_LINE.search(str(error))
        line = int(match[1]) if match else text.count("\n") + 1
        raise _bad(path, line, "not-toml") from error
    heads = [
        (match["action"], text.count("\n", 0, match.start()) + 1) for match in _HEAD.finditer(text)
    ]
    found = []
    for name, rows in tables.items():
        lines = [line for action, line in heads if action == name]
        if name not in tuple(Action) or not isinstance(rows, list):
            raise _bad(path, lines[0] if lines else _line_of(text, name), "no-action", name)
        action = Action(name)
        for number, row in enumerate(rows):
            line = lines[number] if number < len(lines) else _line_of(text, name)
            found.append(_entry(action, row, line, path))
    yield from sorted(found, key=lambda entry: entry.line)


def _line_of(text: str, key: str) -> int:
    return text.count("\n", 0, max(text.find(key), 0)) + 1


def _entry(action: Action, row: Any, line: int, path: Path) -> Correction:
    if not isinstance(row, dict):
        raise _bad(path, line, "no-action", action)
    for key in row:
        if key not in _KEYS[action] | {"plan"}:
            raise _bad(path, line, "unknown-key", key)
    for key in sorted(_KEYS[action] - row.keys()):
        raise _bad(path, line, "missing-key", key)
    values = {key: _values(action, key, value, line, path) for key, value in row.items()}
    words = tuple(map(squeeze, values["words"]))
    return Correction(
        action,
        words,
        (words[0],) if action is Action.MERGE else tuple(map(squeeze, values.get("to", ()))),
        values["reason"][0],
        values.get("plan", (None,))[0],
        line,
    )


def _values(action: Action, key: str, value: Any, line: int, path: Path) -> Strings:
    """The value of a key as a list; a text is a list of one."""
    several = (action, key) in _LISTS
    values = value if several and isinstance(value, list) else [value]
    if not all(isinstance(text, str) and text.strip() for text in values):
        raise _bad(path, line, "bad-text", key)
    if several and len(values) < 2:
        raise _bad(path, line, "too-few", key)
    return tuple(text.strip() for text in values)


def _check_conflicts(entries: Sequence[Correction], path: Path) -> None:
    """No words may be told to mean two things."""
    seen: dict[str, list[Correction]] = {}
    for entry in entries:
        words = entry.words[1:] if entry.action is Action.MERGE else entry.words
        for word in words:
            for other in seen.setdefault(word, []):
                if None in (entry.plan, other.plan) or entry.plan == other.plan:
                    raise _bad(path, entry.line, "conflict", word)
            seen[word].append(entry)
