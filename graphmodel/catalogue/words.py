"""The name that somebody who mistyped one may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(wanted: str, known: Iterable[str]) -> str:
    """The known name most like the wanted one; empty where none is like it."""
    return next(iter(get_close_matches(wanted, list(known), n=1)), "")
