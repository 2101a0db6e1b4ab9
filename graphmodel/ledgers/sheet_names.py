"""Names of sheets as Excel allows them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphmodel.model.naming import told_apart

LONGEST = 31
"""Most characters of a name, as UTF-16 counts them."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_RESERVED = ("History",)
"""What Excel keeps for itself, in any case."""


def sheet_names(names: Iterable[str]) -> list[str]:
    """A name for each sheet: allowed, and like no other, whatever the case of its letters."""
    allowed = (
        _FORBIDDEN.sub("_", name).strip("' ")[:LONGEST].rstrip("' ") or "_" for name in names
    )
    return told_apart(allowed, LONGEST, _RESERVED)
