"""Where the files are that travel with the package: `data/`, `cypher/`, `viz/`.

They stand at the top of the repository, because people read and change them without touching
Python; in an installed package they lie inside it.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def _top() -> Path:
    packed = _PACKAGE / "_resources"
    return packed if packed.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """The path of a file or folder, such as `resource("data", "indicators.csv")`."""
    return _top().joinpath(*parts)


def read_vocabulary(name: str) -> list[dict[str, str]]:
    """The rows of a vocabulary of `data/`, a dictionary a row, keyed by the head line."""
    with resource("data", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def simplified(text: str) -> str:
    """The text with traditional characters as simplified ones, one for one."""
    table, any_of = _traditional()
    return text.translate(table) if any_of.search(text) else text


@cache
def _traditional() -> tuple[dict[int, str], re.Pattern[str]]:
    rows = read_vocabulary("traditional.csv")
    table = {ord(row["traditional"]): row["simplified"] for row in rows}
    return table, re.compile("[" + "".join(map(chr, table)) + "]")
