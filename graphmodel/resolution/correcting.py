"""Corrections applied to the mentions of one plan: what each means, what is one body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graphmodel.model.columns import Strings
from graphmodel.model.ids import squeeze
from graphmodel.model.records import Diagnostic
from graphmodel.model.vocabulary import CORRECTION_APPLIED, Severity
from graphmodel.resolution.corrections import Action, Correction
from graphmodel.resolution.decisions import Doubt
from graphmodel.resolution.joining import Join, Likeness
from graphmodel.resolution.names import Name


@dataclass(frozen=True, slots=True)
class Merged:
    """The names that people said to mean one body."""

    joins: Mapping[str, Join] = field(default_factory=dict)
    """By the key of the body that is another one."""
    reasons: Mapping[str, Correction] = field(default_factory=dict)
    """The entry behind each join."""
    missing: tuple[Name, ...] = ()
    """The bodies that others are, where the plan itself does not name them."""


class Corrector:
    """The corrections that hold for one plan, by the words that they are about."""

    def __init__(self, corrections: Iterable[Correction] = ()) -> None:
        """Sort the entries."""
        self._merges: list[Correction] = []
        self._by_words: dict[str, Correction] = {}
        for entry in corrections:
            if entry.action is Action.MERGE:
                self._merges.append(entry)
            else:
                self._by_words[entry.words[0]] = entry

    def of(self, mention: str) -> Correction | None:
        """The entry about these words, unless it merges."""
        return self._by_words.get(squeeze(mention)) if self._by_words else None

    def meaning(self, mention: str) -> Strings:
        """The names that a mention stands for: itself, another, several or none."""
        entry = self.of(mention)
        return (mention,) if entry is None or entry.action is Action.ACCEPT else entry.to

    @property
    def given(self) -> frozenset[str]:
        """The names that people wrote, which are taken as they are."""
        entries = (*self._by_words.values(), *self._merges)
        return frozenset(name for entry in entries for name in entry.to)

    def merged(self, names: Sequence[Name], read: Callable[[str], Name]) -> Merged:
        """What the entries make of the names of a plan.

        Args:
            names: The names.
            read: Reads a name that a person gave.
        """
        keys = {name.key for name in names}
        joins: dict[str, Join] = {}
        reasons: dict[str, Correction] = {}
        missing: dict[str, Name] = {}
        for entry in self._merges:
            first = read(entry.words[0])
            for key in keys.intersection(read(words).key for words in entry.words[1:]):
                if key != first.key:
                    joins[key] = Join(first.key, Likeness.CORRECTION, first.mention)
                    reasons[key] = entry
                    missing |= {} if first.key in keys else {first.key: first}
        return Merged(joins, reasons, tuple(missing.values()))


def accepted(rows: Iterable[Diagnostic], entries: Iterable[Correction]) -> Iterator[Diagnostic]:
    """The diagnostics of a plan; those that an entry accepts say so, and are doubts no more."""
    by_words = {entry.words[0]: entry for entry in entries if entry.action is Action.ACCEPT}
    for row in rows:
        entry = by_words.get(squeeze(row.detail)) if by_words else None
        if entry is None:
            yield row
        else:
            note = told(entry, row.detail, (row.message,))
            yield replace(
                row,
                code=note.code,
                severity=note.severity,
                message=note.message,
                detail=note.entry,
            )


def told(entry: Correction, mention: str, doubts: Sequence[str]) -> Doubt:
    """What an entry did, in a sentence.

    Args:
        entry: The entry.
        mention: Words of the plan that it is about.
        doubts: The sentences about them that it silences.
    """
    words, to = ("、".join(f"“{name}”" for name in names) for names in (entry.words, entry.to))
    what = {
        Action.ACCEPT: f"{words}已核对",
        Action.RENAME: f"{words}按{to}理解",
        Action.MERGE: f"{words}视为同一机构",
        Action.SPLIT: f"{words}拆为{to}",
        Action.IGNORE: f"{words}不作机构，相应责任未列入",
    }[entry.action]
    kept = "".join(doubts) if entry.action is Action.ACCEPT else ""
    message = f"按更正，{what}（{entry.reason}）。{kept}"
    return Doubt(CORRECTION_APPLIED, Severity.INFO, mention, message, entry=entry.label)
