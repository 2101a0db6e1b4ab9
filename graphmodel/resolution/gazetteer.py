"""The gazetteer: by which names the bodies of each function go, read from `data/unit_names.csv`.

A name of the table is a part of a body's name. What it can stand for is its `part`:

- `stem`: needs a head (住建 + 局); `party`: the same, of a body that only the party has;
- `character`: a stem of one character, found only beside another (教科体 + 局);
- `body`: a whole name (法院); `group`: a group that is named like one body;
- `placed`: a whole name after the short name of a place: 浙江金融监管局 is a branch of the nation's
  body, 省金融监管局 the province's own;
- `enterprise`: what an enterprise deals in (供水 … 公司).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graphmodel.model.columns import Strings
from graphmodel.model.resources import read_vocabulary
from graphmodel.resolution.spelling import contract, without_connectives

MISSPELT = "misspelt"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the gazetteer."""

    name: str
    functions: Strings
    canonical: str
    """The name that stands for all that mean the same."""
    form: str
    """full, short, old or misspelt."""
    part: str
    local: str
    """What the branch of a higher body in a county or city is called; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The names by part, keyed by their contracted spelling."""

    stems: dict[str, Entry]
    """Parts stem, party and character."""
    bodies: dict[str, Entry]
    placed: dict[str, Entry]
    groups: dict[str, Entry]
    enterprises: dict[str, Entry]
    longest: int
    """Length of the longest name."""


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of `data/`, read once."""
    return build(_entry(row) for row in read_vocabulary("unit_names.csv"))


@cache
def usual_hosts() -> dict[str, Strings]:
    """The bodies that offices of leading groups are usually part of, all by canonical names."""
    rows = read_vocabulary("hosts.csv")
    return {row["office"]: tuple(row["host"].split(";")) for row in rows}


def build(entries: Iterable[Entry]) -> Gazetteer:
    """Sort entries by part; of two with one name the first counts."""
    tables: dict[str, dict[str, Entry]] = {part: {} for part in _TABLE_OF_PART.values()}
    for entry in entries:
        tables[_TABLE_OF_PART[entry.part]].setdefault(entry.name, entry)
    longest = max((len(name) for table in tables.values() for name in table), default=0)
    return Gazetteer(**tables, longest=longest)


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        without_connectives(contract(row["name"])),
        tuple(row["functions"].split(";")),
        row["canonical"],
        row["form"],
        row["part"],
        row["local"],
    )


_TABLE_OF_PART = {
    "stem": "stems",
    "party": "stems",
    "character": "stems",
    "body": "bodies",
    "placed": "placed",
    "group": "groups",
    "enterprise": "enterprises",
}
