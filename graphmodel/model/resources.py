"""Where the files are that travel with the package: `data/`, `cypher/`, `viz/`.

They stand at the top of the repository, because people read and change them without touching
Python; in an installed package they lie inside it.
"""

from __future__ import annotations

import csv
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


@cache
def simplified() -> dict[int, str]:
    """From traditional characters to simplified ones, as `str.translate` takes it."""
    rows = read_vocabulary("traditional.csv")
    return {ord(row["traditional"]): row["simplified"] for row in rows}
