"""What stands for many nodes until a reader unfolds it: units by function, tasks by section."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from graphmodel.views.index import Row, compact

LARGE = 1500
"""So many nodes are all drawn at once; of more the page shows aggregates first."""
MOST_IN_ONE = 250
"""Nodes that may unfold at once; what has more is told in parts."""

_GROUPS = ("unit", "external", "collective", "task", "indicator")


@dataclass(frozen=True, slots=True)
class _Key:
    """What is common to the nodes of an aggregate."""

    place: int
    group: str
    plan: int | None = None
    """Of tasks."""
    title: str = ""
    """The uppermost heading above tasks."""
    number: str = ""
    """That heading's own number; titles may repeat."""
    function: str = ""
    """The code of the main function of units."""


def aggregate_rows(nodes: Sequence[Row]) -> list[Row]:
    """The aggregates of a large graph, place by place, bodies before tasks; else none.

    Each has `place` (number), `group` (kind of its nodes) and `nodes` (ids, the heaviest units
    first, tasks as in the plan); units have the code of their `function`, tasks their `plan`
    (number) and the `title` above them with its `number`, where they have one. Where more than
    `MOST_IN_ONE` belong together, `part` says from which to which they are.
    """
    if len(nodes) <= LARGE:
        return []
    members: defaultdict[_Key, list[Row]] = defaultdict(list)
    for node in sorted(nodes, key=_weight):
        members[_key_of(node)].append(node)
    ordered = sorted(members, key=lambda key: (key.place, _GROUPS.index(key.group)))
    return [
        compact(**asdict(key), **part)
        for key in ordered
        for part in _parts([node["id"] for node in members[key]])
    ]


def _weight(node: Row) -> float:
    return -float(node.get("load", {}).get("load", 0.0))


def _key_of(node: Row) -> _Key:
    key = _Key(node["place"], node["group"])
    if node["group"] == "task":
        key = replace(key, plan=node["plans"][0])
        return replace(key, title=node["above"][0], number=_first(node)) if "above" in node else key
    if node["group"] == "unit":
        return replace(key, function=node.get("functions", [""])[0])
    return key


def _first(node: Row) -> str:
    return str(node.get("path", "")).split(".")[0]


def _parts(ids: list[int]) -> Iterator[Row]:
    if len(ids) <= MOST_IN_ONE:
        yield {"nodes": ids}
        return
    for start in range(0, len(ids), MOST_IN_ONE):
        some = ids[start : start + MOST_IN_ONE]
        yield {"nodes": some, "part": [start + 1, start + len(some)]}
