"""Names of files that every system can hold, Windows above all."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from graphmodel.model.naming import told_apart
from graphmodel.model.records import Unit

LONGEST = 60
"""Units of UTF-16 of a name: of Chinese characters less than the 255 bytes that Linux allows."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
"""What Windows takes for a device, whatever comes behind the dot."""


def page_names(units: Sequence[Unit]) -> list[str]:
    """A name for the page of each body, without its suffix: that of the body.

    Bodies of one name in several places have that of their place before it; names that are still
    alike, whatever the case of their letters, are numbered.
    """
    often = Counter(unit.name for unit in units)
    names = (
        f"{unit.jurisdiction} {unit.name}"
        if often[unit.name] > 1 and unit.jurisdiction
        else unit.name
        for unit in units
    )
    return told_apart(map(safe_name, names), LONGEST)


def safe_name(name: str) -> str:
    """The name as a file may have it: no mark of paths, nothing unprintable, no device."""
    text = unicodedata.normalize("NFC", _FORBIDDEN.sub("_", name))
    printable = "".join(char if char.isprintable() else "_" for char in text)
    return _DEVICE.sub(r"\1_", printable.strip(" .")[:LONGEST].rstrip(" .")) or "_"
