"""How large each node of the page is, what pulls it, and where that puts it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graphmodel.views.blocks import block_positions
from graphmodel.views.layout import Body, Link, positions

Row = dict[str, Any]

LETTER, LINE = 12, 15
"""Width of a Chinese character and height of a line of a label, in pixels at zoom 1."""
LABEL_LETTERS = 9
"""Chinese characters of a label's line; `labels.js` breaks it there too."""
ROOM_OF_MANY = 3.0
"""How much more room labels get where there are several places: they are first seen from afar."""
NARROW = 0.55
"""Width of another character, as part of that of a Chinese one."""
LEAST_SIZE, MOST_SIZE = 8, 50
"""Half of the width of a unit without load, and how much the most loaded is larger at most."""
TASK_SIZE = 5
INDICATOR_SIZES = {1: 8, 2: 4}

_PULLS = {"lead": 1.0, "support": 0.08, "engaged": 0.08, "measures": 0.6, "part": 1.0}
"""Of a relation on its two ends. Boilerplate would pull everything into one heap."""
_INDICATOR_LEAD_PULL = 0.4


def placed(
    nodes: Sequence[Row], edges: Sequence[Row], aggregates: Sequence[Row] = ()
) -> Iterator[Row]:
    """The nodes with `size` (half of width and height), `x` and `y`, in pixels at zoom 1.

    Those of an aggregate stand together; without aggregates the edges say what stands together.
    """
    most = max((_load(node) for node in nodes), default=0.0)
    sizes = [_size(node, most) for node in nodes]
    room = ROOM_OF_MANY if len({node["place"] for node in nodes}) > 1 else 1.0
    bodies = [_body(node, size, room) for node, size in zip(nodes, sizes, strict=True)]
    if aggregates:
        points = block_positions(bodies, [[id - 1 for id in row["nodes"]] for row in aggregates])
    else:
        points = positions(bodies, list(_links(nodes, edges)))
    for node, size, (x, y) in zip(nodes, sizes, points, strict=True):
        yield node | {"size": size, "x": x, "y": y - _label_height(node) // 2}


def _load(node: Row) -> float:
    return float(node.get("load", {}).get("load", 0.0))


def _size(node: Row, most: float) -> int:
    """Half of the width; that of a unit grows with the root of its load, so its area with that."""
    if node["group"] == "task":
        return TASK_SIZE
    if node["group"] == "indicator":
        return INDICATOR_SIZES.get(node["level"], TASK_SIZE)
    return round(LEAST_SIZE + math.sqrt(_load(node)) * min(5.0, MOST_SIZE / math.sqrt(most or 1)))


def _has_label(node: Row) -> bool:
    return node["group"] not in ("task", "indicator")


def _letters(node: Row) -> float:
    return sum(1.0 if char >= "\u2e80" else NARROW for char in node["label"])


def _label_height(node: Row) -> int:
    if not _has_label(node):
        return 0
    marks = 1 if node.get("load", {}).get("overloaded") else 0
    return LINE * (math.ceil(_letters(node) / LABEL_LETTERS) + marks)


def _body(node: Row, size: int, room: float) -> Body:
    letters = min(_letters(node), LABEL_LETTERS) if _has_label(node) else 0
    half_width = max(size, room * letters * LETTER / 2) + 1.0
    half_height = size + room * _label_height(node) / 2 + 1.0
    return Body(node["place"], _has_label(node), half_width, half_height)


def _links(nodes: Sequence[Row], edges: Iterable[Row]) -> Iterator[Link]:
    for edge in edges:
        a, b = edge["from"] - 1, edge["to"] - 1
        pull = _PULLS.get(edge["kind"], 0.0)
        if edge["kind"] == "lead" and nodes[b]["group"] == "indicator":
            pull = _INDICATOR_LEAD_PULL
        yield a, b, pull
