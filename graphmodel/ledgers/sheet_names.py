"""Names of sheets as Excel allows them."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 31
"""Most characters of a name, as UTF-16 counts them."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_RESERVED = "history"
"""What Excel keeps for itself, in any case."""


def sheet_names(names: Iterable[str]) -> list[str]:
    """A name for each sheet: allowed, and like no other, whatever the case of its letters."""
    found: list[str] = []
    taken = {_RESERVED}
    for name in names:
        allowed = _FORBIDDEN.sub("_", name).strip("' ") or "_"
        number, unique = 1, _cut(allowed, LONGEST)
        while unique.casefold() in taken:
            number += 1
            unique = f"{_cut(allowed, LONGEST - len(f'~{number}'))}~{number}"
        taken.add(unique.casefold())
        found.append(unique)
    return found


def _cut(text: str, most: int) -> str:
    """As much of the text as so many units of UTF-16 hold."""
    data = text.encode("utf-16-le")[: 2 * most]
    return data.decode("utf-16-le", "ignore").rstrip("' ")
