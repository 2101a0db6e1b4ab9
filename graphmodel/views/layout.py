"""Where the nodes of the picture stand, computed beforehand and alike on every machine.

Each group of nodes, such as a county, is laid out for itself (`forces`), and the groups are
packed in rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.views.forces import GAP, Forces

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

Link = tuple[int, int, float]
"""Numbers of two bodies, and how strongly the link pulls them together."""
Size = tuple[float, float]
"""Width and height."""

GROUP_GAP = 190.0
"""Room between two groups, in pixels at zoom 1; the frame and caption of a group stand in it."""
ASPECT = 1.2
"""Width to height of the window that all groups together are shown in."""


@dataclass(frozen=True, slots=True)
class Body:
    """One node as the layout sees it; lengths in pixels at zoom 1."""

    group: int
    """Nodes of one group stand together."""
    hub: bool
    """Whether it is placed first, and others gather around it."""
    half_width: float
    half_height: float


def positions(bodies: Sequence[Body], links: Sequence[Link]) -> list[tuple[int, int]]:
    """The centre of each body, in pixels at zoom 1; y grows downwards.

    Args:
        bodies: The nodes.
        links: What pulls two of them together; links between groups are passed over.
    """
    members: defaultdict[int, list[int]] = defaultdict(list)
    for number, body in enumerate(bodies):
        members[body.group].append(number)
    place = {number: k for numbers in members.values() for k, number in enumerate(numbers)}
    inner: defaultdict[int, list[Link]] = defaultdict(list)
    for a, b, weight in links:
        if bodies[a].group == bodies[b].group and a != b and weight > 0:
            inner[bodies[a].group].append((place[a], place[b], weight))
    groups = sorted(members)
    drawn = [_laid_out([bodies[n] for n in members[group]], inner[group]) for group in groups]
    result = [(0, 0)] * len(bodies)
    for group, points in zip(groups, packed(drawn), strict=True):
        for number, (x, y) in zip(members[group], points.tolist(), strict=True):
            result[number] = (round(x), round(y))
    return result


def _laid_out(bodies: Sequence[Body], links: Sequence[Link]) -> Floats:
    """The centres of a group's bodies, the upper left corner of the group at (0, 0)."""
    import numpy as np

    half = np.array([(body.half_width, body.half_height) for body in bodies])
    forces = Forces(half, np.array([body.hub for body in bodies]), links)
    points = forces.settled()
    _line_up(points, half, forces.linked)
    result: Floats = points - (points - half).min(axis=0)
    return result


def _line_up(points: Floats, half: Floats, linked: npt.NDArray[np.bool_]) -> None:
    """Stand what is linked to nothing in rows below the others."""
    import numpy as np

    rest = np.flatnonzero(~linked).tolist()
    left, top, width = 0.0, 0.0, 0.0
    if linked.any():
        low, high = (points - half)[linked].min(axis=0), (points + half)[linked].max(axis=0)
        left, top, width = float(low[0]), float(high[1]) + 4 * GAP, float(high[0] - low[0])
    sizes = [(2 * w + GAP, 2 * h + GAP) for w, h in half[rest].tolist()]
    square = ASPECT * sum(w * h for w, h in sizes)
    corners, _ = in_rows(sizes, max(width, float(np.sqrt(square))))
    for number, (x, y) in zip(rest, corners, strict=True):
        points[number] = half[number] + (left + x, top + y)


def packed(groups: Sequence[Floats], gap: float = GROUP_GAP) -> list[Floats]:
    """The groups side by side, in the rows that let them be shown largest.

    Args:
        groups: The centres of the nodes of each, from its upper left corner.
        gap: Room between two groups.
    """
    sizes: list[Size] = []
    for points in groups:
        width, height = points.max(axis=0).tolist()
        sizes.append((width + gap, height + gap))
    limits = [sum(width for width, _ in sizes[: count + 1]) for count in range(len(sizes))]
    rows = [in_rows(sizes, limit) for limit in limits]
    corners = min(rows, key=lambda row: max(row[1][0] / ASPECT, row[1][1]))[0] if rows else []
    return [points + corner for points, corner in zip(groups, corners, strict=True)]


def in_rows(sizes: Sequence[Size], limit: float) -> tuple[list[tuple[float, float]], Size]:
    """The upper left corners of boxes in rows no wider than the limit; the size of it all."""
    corners = []
    x = y = row = full = 0.0
    for width, height in sizes:
        if x > 0 and x + width > limit:
            x, y, row = 0.0, y + row, 0.0
        corners.append((x, y))
        x, row = x + width, max(row, height)
        full = max(full, x)
    return corners, (full, y + row)
