"""What people settled about the names of bodies: the file `corrections.toml` beside documents.

An entry says what some words of plans mean, and why; `docs/corrections.md` describes the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from graphmodel.model.columns import Strings
from graphmodel.model.entries import MAX_BYTES, Entry, EntryFault, check_keys, entries_of
from graphmodel.model.errors import CorrectionError
from graphmodel.model.ids import squeeze

FILE_NAME = "corrections.toml"


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
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CorrectionError(str(path), "unreadable", reason=error.strerror or "") from error
    if len(data) > MAX_BYTES:
        raise CorrectionError(str(path), "too_large", limit=MAX_BYTES)
    try:
        entries = tuple(map(_correction, entries_of(data)))
        _check_conflicts(entries)
    except EntryFault as fault:
        details = {"line": fault.line, "reason": fault.reason, "key": fault.key}
        raise CorrectionError(str(path), "bad_correction", **details) from fault
    return entries


def _correction(entry: Entry) -> Correction:
    if entry.name not in tuple(Action):
        raise EntryFault(entry.line, "no-action", entry.name)
    action = Action(entry.name)
    check_keys(entry, _KEYS[action], {"plan"})
    values = {key: _values(action, key, value, entry.line) for key, value in entry.values.items()}
    words = tuple(map(squeeze, values["words"]))
    return Correction(
        action,
        words,
        (words[0],) if action is Action.MERGE else tuple(map(squeeze, values.get("to", ()))),
        values["reason"][0],
        values.get("plan", (None,))[0],
        entry.line,
    )


def _values(action: Action, key: str, value: Any, line: int) -> Strings:
    """The value of a key as a list; a text is a list of one."""
    several = (action, key) in _LISTS
    values = value if several and isinstance(value, list) else [value]
    if not all(isinstance(text, str) and text.strip() for text in values):
        raise EntryFault(line, "bad-text", key)
    if several and len(values) < 2:
        raise EntryFault(line, "too-few", key)
    return tuple(text.strip() for text in values)


def _check_conflicts(entries: Sequence[Correction]) -> None:
    """No words may be told to mean two things."""
    seen: dict[str, list[Correction]] = {}
    for entry in entries:
        words = entry.words[1:] if entry.action is Action.MERGE else entry.words
        for word in words:
            for other in seen.setdefault(word, []):
                if None in (entry.plan, other.plan) or entry.plan == other.plan:
                    raise EntryFault(entry.line, "conflict", word)
            seen[word].append(entry)
