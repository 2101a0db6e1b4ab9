"""Names from before a reform of institutions: 县环保局, which is 县生态环境局 since 2018.

A former name is joined with the present one only where the plan has both, and no other former
name of the same body: of 工商局 and 质监局 beside 市场监管局 nothing tells what was meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from graphmodel.model.resources import read_vocabulary
from graphmodel.resolution.joining import Join, Likeness
from graphmodel.resolution.names import Name

_HEADS = ("局", "委", "厅", "部", "办", "总局")


def former_names(names: Sequence[Name]) -> tuple[dict[str, Join], dict[str, str]]:
    """Find the former names of bodies that a plan names by their present one, too.

    Returns:
        What each body with a former name is, by its key; and the mentions of those for which that
        stays open, with a mention of the body that they may be.
    """
    present = {name.key: name for name in sorted(names, key=lambda n: n.mention, reverse=True)}
    formers: dict[str, dict[str, str]] = {}
    for name in names:
        stem, year = _of_old(name)
        for key in (f"{name.home}:{stem}{head}" for head in _HEADS if stem):
            if key in present and present[key].known:
                formers.setdefault(key, {})[name.key] = year
    joins = {
        old: Join(key, Likeness.FORMER_NAME, present[key].mention, year)
        for key, olds in formers.items()
        if len(olds) == 1
        for old, year in olds.items()
    }
    several = {old: key for key, olds in formers.items() if len(olds) > 1 for old in olds}
    unclear = {n.mention: present[several[n.key]].mention for n in names if n.key in several}
    return joins, unclear


def _of_old(name: Name) -> tuple[str, str]:
    """The present stem of a name with a former one, and the year of the reform."""
    for head in _HEADS if name.known else ():
        found = _reforms().get(name.canonical.removesuffix(head))
        if found is not None and name.canonical.endswith(head):
            return found
    return "", ""


@cache
def _reforms() -> Mapping[str, tuple[str, str]]:
    """The present stem and the year of each former stem of `data/reforms.csv`."""
    return {row["old"]: (row["new"], row["year"]) for row in read_vocabulary("reforms.csv")}
