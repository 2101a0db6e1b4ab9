"""The layout of a large graph: each aggregate is a block of rows, so that it unfolds in its place.

Of each group, such as a county, the blocks of hubs stand above the blocks of leaves.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphmodel.views.forces import GAP
from graphmodel.views.layout import ASPECT, Body, Size, in_rows, packed

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

BLOCK_GAP = 90.0
"""Room between two blocks, in pixels at zoom 1; their captions stand in it."""
COUNTY_GAP = 520.0
"""Room between two groups; large ones are looked at from afar, where captions need more of it."""
LEAF_GAP = 3 * GAP
"""Room between two leaves, so that their names have some when looked at from near."""


def block_positions(
    bodies: Sequence[Body], blocks: Sequence[Sequence[int]]
) -> list[tuple[int, int]]:
    """The centre of each body, in pixels at zoom 1; y grows downwards.

    Args:
        bodies: The nodes.
        blocks: The numbers of the bodies of each block, which are alike, in the order of reading.
    """
    groups: defaultdict[int, list[Sequence[int]]] = defaultdict(list)
    for block in blocks:
        groups[bodies[block[0]].group].append(block)
    drawn = [_group(bodies, groups[group]) for group in sorted(groups)]
    result = [(0, 0)] * len(bodies)
    for group, points in zip(sorted(groups), packed(drawn, COUNTY_GAP), strict=True):
        numbers = [number for block in groups[group] for number in block]
        for number, (x, y) in zip(numbers, points.tolist(), strict=True):
            result[number] = (round(x), round(y))
    return result


def _group(bodies: Sequence[Body], blocks: Sequence[Sequence[int]]) -> Floats:
    """The centres of the bodies of some blocks, one block after the other."""
    import numpy as np

    grids = [_grid([bodies[number] for number in block]) for block in blocks]
    hubs = [bodies[block[0]].hub for block in blocks]
    sizes = [(width + BLOCK_GAP, height + BLOCK_GAP) for _, (width, height) in grids]
    limit = max(
        math.sqrt(ASPECT * sum(width * height for width, height in sizes)),
        max(width for width, _ in sizes),
    )
    upper, (_, height) = in_rows(_those(sizes, hubs, True), limit)
    lower, _ = in_rows(_those(sizes, hubs, False), limit)
    corners = iter(upper), iter((x, y + height) for x, y in lower)
    return np.concatenate(
        [points + next(corners[not hub]) for (points, _), hub in zip(grids, hubs, strict=True)]
    )


def _those(sizes: Sequence[Size], hubs: Sequence[bool], wanted: bool) -> list[Size]:
    return [size for size, hub in zip(sizes, hubs, strict=True) if hub is wanted]


def _grid(bodies: Sequence[Body]) -> tuple[Floats, Size]:
    """Bodies in rows of equal cells, from the upper left corner on, and the size of it all."""
    import numpy as np

    room = GAP if bodies[0].hub else LEAF_GAP
    width = 2 * max(body.half_width for body in bodies) + room
    height = 2 * max(body.half_height for body in bodies) + room
    columns = math.ceil(math.sqrt(ASPECT * len(bodies) * height / width))
    rows, column = np.divmod(np.arange(len(bodies)), columns)
    points = np.stack([(column + 0.5) * width, (rows + 0.5) * height], axis=1)
    size = min(columns, len(bodies)) * width, math.ceil(len(bodies) / columns) * height
    return points, size
