"""The layout of one group of nodes: springs between hubs, leaves around them, nothing overlapping.

*Hubs* (bodies) are spread by a spring model on the leaves that they share, after Fruchterman and
Reingold (1991, Graph drawing by force-directed placement). *Leaves* (tasks, indicators) are drawn
to the middle of what they are linked to, and what overlaps is pushed apart.

The same input gives the same result on every machine: sums are taken in a fixed order, and
beyond them only products, quotients and square roots, which IEEE 754 rounds in one way. Sine,
cosine and matrix products differ from machine to machine, and are avoided.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Ints = npt.NDArray[np.int64]
    Bools = npt.NDArray[np.bool_]

GAP = 12.0
"""Room left between two nodes, in pixels at zoom 1."""
LEAF_AREA = 900.0
"""Room that a hub needs for each leaf of its own, in square pixels."""
STRETCH = 1.25
"""Width to height that the hubs are stretched to: screens and names are wide."""

_SPRING_STEPS, _GATHER_STEPS, _SEPARATE_STEPS = 300, 140, 400
_PULL, _PUSH, _GRAVITY = 0.35, 8.0, 0.09
_FIRST_MOVE = 60.0
"""The farthest a hub moves in the first step of the springs; less and less from then on."""
_HUB_SHARE, _LEAF_SHARE = 0.01, 0.12
"""How far a node goes towards the middle of what it is linked to, in one step."""
_HUB_MASS = 12.0
_RELAXATION = 0.5
"""How much of an overlap is undone in one step."""
_LOOKED_ANEW, _SLACK = 10, 24.0
"""After how many steps it is looked anew which nodes are near, and how far they may have come."""
_APART = 0.97
"""The distance at which two nodes are taken to be apart; 1 is apart by `GAP`."""
_SMALL = 1e-9
_TURN = (-0.7373688780783197, 0.6754902942615238)
"""Cosine and sine of the golden angle; turning by it fills a disc evenly (Vogel 1979)."""


class Forces:
    """The nodes of one group as columns, and what moves them.

    Attributes:
        linked: Which nodes have a link; only these are laid out.
    """

    def __init__(self, half: Floats, hub: Bools, links: Sequence[tuple[int, int, float]]) -> None:
        """Take the nodes.

        Args:
            half: Half of the width and of the height of each node, shape (n, 2), in pixels.
            hub: Which nodes are placed first, shape (n,).
            links: Numbers of two nodes, and how strongly the link pulls.
        """
        import numpy as np

        self.half, self.hub, self.count = half, hub, len(half)
        ends = np.array([link[:2] for link in links], dtype=np.int64).reshape(-1, 2)
        weights = np.array([link[2] for link in links], dtype=np.float64)
        self.source, self.target = np.concatenate([ends, ends[:, ::-1]]).T
        self.weight = np.concatenate([weights, weights])
        self.linked = np.zeros(self.count, dtype=bool)
        self.linked[self.source] = True

    def settled(self) -> Floats:
        """The centres of the nodes, shape (n, 2); (0, 0) for nodes without a link."""
        import numpy as np

        points = np.zeros((self.count, 2))
        hubs = np.flatnonzero(self.hub & self.linked)
        points[hubs] = self._spread(hubs)
        self._seed(points, hubs)
        self._gather(points)
        return points

    def _spread(self, hubs: Ints) -> Floats:
        """The hubs, pulled together by what they share and pushed apart by their size."""
        import numpy as np

        pull, room = np.sqrt(self._shared(hubs)) * _PULL, self._room()[hubs]
        points = _disc(len(hubs), math.sqrt(float((room * room).sum())))
        ideal = room[:, None] + room[None, :]
        for step in range(_SPRING_STEPS):
            delta = points[:, None, :] - points[None, :, :]
            distance = np.sqrt((delta * delta).sum(axis=2)) + _SMALL
            force = ideal * ideal / (distance * distance) - pull * distance / ideal
            moves = ((force / distance)[:, :, None] * delta).sum(axis=1) * _PUSH
            moves -= points * _GRAVITY
            length = np.sqrt((moves * moves).sum(axis=1)) + _SMALL
            longest = _FIRST_MOVE * (1.0 - step / _SPRING_STEPS)
            points = points + moves * (np.minimum(length, longest) / length)[:, None]
        result: Floats = points * (math.sqrt(STRETCH), 1.0 / math.sqrt(STRETCH))
        return result

    def _shared(self, hubs: Ints) -> Floats:
        """How much each two hubs share: the products of their weights on a leaf, over its hubs."""
        import numpy as np

        place = {hub: k for k, hub in enumerate(hubs.tolist())}
        holders: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
        for a, b, weight in self._rows():
            if a in place and not self.hub[b]:
                holders[b].append((place[a], weight))
        shared = np.zeros((len(hubs), len(hubs)))
        for held in holders.values():
            for a, weight in held:
                for b, other in held:
                    if a != b:
                        shared[a, b] += weight * other / len(held)
        return shared

    def _rows(self) -> list[tuple[int, int, float]]:
        return list(
            zip(self.source.tolist(), self.target.tolist(), self.weight.tolist(), strict=True)
        )

    def _room(self) -> Floats:
        """The radius of the disc that each node needs with its share of the leaves."""
        import numpy as np

        degree = np.bincount(self.target, minlength=self.count)
        share = np.where(self.hub[self.target], 0.0, self.weight / degree[self.target])
        leaves = np.bincount(self.source, share, self.count)
        own = (self.half[:, 0] + GAP) * (self.half[:, 1] + GAP)
        result: Floats = np.sqrt(own + LEAF_AREA * leaves)
        return result

    def _seed(self, points: Floats, hubs: Ints) -> None:
        """Put each leaf to the middle of what it is linked to, level by level, slightly apart."""
        import numpy as np

        placed = np.zeros(self.count, dtype=bool)
        placed[hubs] = True
        scatter = _disc(self.count, 40.0)
        while True:
            middle, weight = self._middles(points, placed)
            fresh = (weight > 0) & ~placed
            if not fresh.any():
                apart = np.flatnonzero(self.linked & ~placed)
                if not len(apart):
                    return
                fresh[apart[0]] = True
                middle[apart[0]] = (0.0, float(points[:, 1].max(initial=0.0)) + 10 * GAP)
            points[fresh] = middle[fresh] + scatter[fresh]
            placed |= fresh

    def _middles(self, points: Floats, placed: Bools) -> tuple[Floats, Floats]:
        """The weighted middle of the placed nodes that each node is linked to; the weights."""
        import numpy as np

        pull: Floats = self.weight * placed[self.target]
        weight = np.bincount(self.source, pull, self.count).astype(np.float64)
        whole = np.where(weight > 0, weight, 1.0)
        sums = [
            np.bincount(self.source, pull * points[self.target, axis], self.count)
            for axis in (0, 1)
        ]
        return np.stack(sums, axis=1) / whole[:, None], weight

    def _gather(self, points: Floats) -> None:
        """Draw leaves to their middle while pushing all apart, then only push."""
        import numpy as np

        linked, share = self.linked, np.where(self.hub, _HUB_SHARE, _LEAF_SHARE)[:, None]
        nodes = _Nodes(self.half[linked], self.hub[linked])
        for step in range(_GATHER_STEPS + _SEPARATE_STEPS):
            if step < _GATHER_STEPS:
                middle, _ = self._middles(points, linked)
                points += (middle - points) * share * (1.0 - step / _GATHER_STEPS)
            anew = step % _LOOKED_ANEW == 0
            if anew:
                nodes.look(points[linked])
            moves, nearest = nodes.pushes(points[linked])
            if anew and step >= _GATHER_STEPS and nearest >= _APART:
                return
            points[linked] += moves


class _Nodes:
    """What is pushed apart: half sizes, and weights, as columns."""

    def __init__(self, half: Floats, hub: Bools) -> None:
        import numpy as np

        self.half = half
        self.mass = np.where(hub, _HUB_MASS, 1.0)
        self.hubs, self.leaves = np.flatnonzero(hub), np.flatnonzero(~hub)
        self.reach = 2.0 * float(half[self.leaves].max(initial=0.0)) + GAP + _SLACK
        self.reach_of_hubs = half.T[:, self.hubs, None] + half.T[:, None, :] + GAP + _SLACK

    def pushes(self, points: Floats) -> tuple[Floats, float]:
        """The moves that lessen every overlap, shape (n, 2), and how near the nearest two are.

        A node is a superellipse of the fourth degree, which leaves out little of its rectangle
        and has no corners to hang on; two that touch are at distance 1. The heavier of two moves
        less.
        """
        import numpy as np

        a, b = self.near
        delta = points[a] - points[b]
        square = (delta / (self.half[a] + self.half[b] + GAP)) ** 2
        distance = np.sqrt(np.sqrt((square * square).sum(axis=1)))
        close = distance < 1.0
        a, b, delta, distance = a[close], b[close], delta[close], distance[close]
        delta = np.where((distance < _SMALL)[:, None], (1.0, 0.5), delta)
        missing = delta * (1.0 / np.maximum(distance, 0.2) - 1.0)[:, None] * _RELAXATION
        share = (self.mass[b] / (self.mass[a] + self.mass[b]))[:, None]
        ends = np.concatenate([a, b])
        moves = np.concatenate([missing * share, missing * (share - 1.0)])
        sums = [np.bincount(ends, moves[:, axis], len(points)) for axis in (0, 1)]
        return np.stack(sums, axis=1), float(distance.min(initial=1.0))

    def look(self, points: Floats) -> None:
        """Find the pairs of nodes that might overlap within the next steps, in a fixed order."""
        import numpy as np

        leaf, leaf_beside = self._near_leaves(points)
        x, y = points.T
        wide = np.abs(x[self.hubs, None] - x) < self.reach_of_hubs[0]
        high = np.abs(y[self.hubs, None] - y) < self.reach_of_hubs[1]
        hub, other = np.nonzero(wide & high)
        hub = self.hubs[hub]
        once = (hub < other) | (self.mass[other] == 1.0)
        self.near = (
            np.concatenate([hub[once], leaf]),
            np.concatenate([other[once], leaf_beside]),
        )

    def _near_leaves(self, points: Floats) -> tuple[Ints, Ints]:
        """The pairs of leaves within reach: for each those that follow on its right."""
        import numpy as np

        order = self.leaves[np.argsort(points[self.leaves, 0], kind="stable")]
        x = points[order, 0]
        count = np.searchsorted(x, x + self.reach) - np.arange(len(x)) - 1
        first = np.repeat(np.arange(len(x)), count)
        second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(count) - count, count)
        a, b = order[first], order[second]
        close = np.abs(points[a, 1] - points[b, 1]) < self.reach
        return a[close], b[close]


def _disc(count: int, radius: float) -> Floats:
    """So many points spread evenly over a disc, from its middle outwards (Vogel's spiral)."""
    import numpy as np

    points = np.zeros((count, 2))
    x, y = 1.0, 0.0
    for number in range(count):
        length = radius * math.sqrt((number + 0.5) / count)
        points[number] = (x * length, y * length)
        x, y = x * _TURN[0] - y * _TURN[1], x * _TURN[1] + y * _TURN[0]
    return points
