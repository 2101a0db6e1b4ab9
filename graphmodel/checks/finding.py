"""What rules find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from graphmodel.model.vocabulary import Severity

Span = tuple[int, int]
"""First code point in the plan's text, and the one after the last."""


class Message(NamedTuple):
    """A sentence in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Some words of a plan, and what is wrong with them."""

    span: Span
    message: Message
    correction: str | None = None
    """What to write in place of the words, where that is known."""
    also: tuple[Span, ...] = ()
    """Other words that it is about."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found at one place of one plan."""

    code: str
    severity: Severity
    plan: str
    """Id of the plan."""
    start: int
    """First code point of the words that it is about."""
    end: int
    message: Message
    correction: str | None
    also: tuple[Span, ...]
