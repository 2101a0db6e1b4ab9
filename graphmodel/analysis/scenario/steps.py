"""The file of a scenario: steps, one after the other; `docs/scenarios.md` describes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from graphmodel.model.columns import Strings
from graphmodel.model.entries import MAX_BYTES, Entry, EntryFault, check_keys, entries_of
from graphmodel.model.errors import ScenarioError


class Action(StrEnum):
    """What a step does."""

    MOVE_LEAD = "move_lead"
    """A lead goes from one body to another; who led supports."""
    DEMOTE_LEAD = "demote_lead"
    """A body leads no longer, and supports instead."""
    ADD_SUPPORTER = "add_supporter"
    DROP_SUPPORTER = "drop_supporter"
    MERGE = "merge"
    """Several bodies become the first of them."""
    DISSOLVE = "dissolve"
    """A body ends; what it does goes to another, or is left undone."""
    DROP_BOILERPLATE = "drop_boilerplate"
    """All support that is boilerplate ends."""


_NEEDED: Mapping[Action, set[str]] = {
    Action.MOVE_LEAD: {"task", "from", "to"},
    Action.DEMOTE_LEAD: {"task", "unit"},
    Action.ADD_SUPPORTER: {"task", "unit"},
    Action.DROP_SUPPORTER: {"task", "unit"},
    Action.MERGE: {"units"},
    Action.DISSOLVE: {"unit"},
    Action.DROP_BOILERPLATE: set(),
}
_OPTIONAL: Mapping[Action, set[str]] = {
    Action.MOVE_LEAD: {"group"},
    Action.DEMOTE_LEAD: {"group"},
    Action.ADD_SUPPORTER: {"group"},
    Action.DROP_SUPPORTER: {"group"},
    Action.MERGE: {"name"},
    Action.DISSOLVE: {"to"},
    Action.DROP_BOILERPLATE: set(),
}
_NUMBERS, _LISTS = {"group"}, {"units"}


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the file."""

    action: Action
    line: int
    texts: Mapping[str, str]
    """Its keys with a text: task, from, to, unit, name."""
    units: Strings
    """Of `merge`; empty otherwise."""
    group: int | None
    """The attribution that is meant; None: all of the task."""


def read_scenario(path: Path) -> tuple[Step, ...]:
    """The steps of a file, in its order.

    Raises:
        ScenarioError: `missing`, `unreadable`, `too_large`, or `bad_scenario` with the line and
            the reason.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ScenarioError(str(path), "missing") from error
    except OSError as error:
        raise ScenarioError(str(path), "unreadable", reason=error.strerror or "") from error
    if len(data) > MAX_BYTES:
        raise ScenarioError(str(path), "too_large", limit=MAX_BYTES)
    try:
        return tuple(map(_step, entries_of(data)))
    except EntryFault as fault:
        raise bad_step(str(path), fault) from fault


def bad_step(source: str, fault: EntryFault) -> ScenarioError:
    """The error that a fault of an entry is, in the file of this name."""
    details = {"line": fault.line, "reason": fault.reason, "key": fault.key}
    return ScenarioError(source, "bad_scenario", **details)


def _step(entry: Entry) -> Step:
    if entry.name not in tuple(Action):
        raise EntryFault(entry.line, "no-step", entry.name)
    action = Action(entry.name)
    check_keys(entry, _NEEDED[action], _OPTIONAL[action])
    values = {key: _value(key, value, entry.line) for key, value in entry.values.items()}
    units, group = values.pop("units", ()), values.pop("group", None)
    return Step(action, entry.line, values, units, group)


def _value(key: str, value: Any, line: int) -> Any:
    if key in _NUMBERS:
        if type(value) is not int or value < 0:
            raise EntryFault(line, "bad-number", key)
        return value
    several = value if key in _LISTS and isinstance(value, list) else [value]
    if not all(isinstance(text, str) and text.strip() for text in several):
        raise EntryFault(line, "bad-text", key)
    if key in _LISTS and len(several) < 2:
        raise EntryFault(line, "too-few", key)
    texts = tuple(text.strip() for text in several)
    return texts if key in _LISTS else texts[0]
