"""Where nodes stand: apart, near what they belong to, and the same each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.views.layout import Body, Link, positions
from graphmodel.views.payload import payload
from graphmodel.views.picture import placed
from tests.views.sample import plan_facts, two_plans

HUB = Body(0, True, 40.0, 30.0)
LEAF = Body(0, False, 6.0, 6.0)


def overlaps(
    bodies: Sequence[Body], points: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The pairs of bodies whose rectangles cover each other by more than their middle half."""
    for a, b in combinations(range(len(bodies)), 2):
        across = abs(points[a][0] - points[b][0]), abs(points[a][1] - points[b][1])
        width = bodies[a].half_width + bodies[b].half_width
        height = bodies[a].half_height + bodies[b].half_height
        if across[0] < width / 2 and across[1] < height / 2:
            yield a, b


links = st.lists(
    st.tuples(st.integers(0, 29), st.integers(0, 29), st.floats(0.05, 1.0)), max_size=60
)


@given(links=links, hubs=st.integers(0, 30))
@settings(max_examples=30, deadline=None)
def test_no_two_bodies_cover_each_other(links: list[Link], hubs: int) -> None:
    bodies = [HUB] * hubs + [LEAF] * (30 - hubs)
    assert list(overlaps(bodies, positions(bodies, links))) == []


def test_same_links_same_places() -> None:
    bodies = [HUB] * 8 + [LEAF] * 40
    links = [(k % 8, 8 + k, 1.0) for k in range(40)] + [
        ((3 * k) % 8, 8 + k, 0.1) for k in range(40)
    ]
    assert positions(bodies, links) == positions(bodies, links)


def test_leaf_is_nearest_to_the_hub_that_pulls_it() -> None:
    bodies = [HUB] * 4 + [LEAF] * 40
    links = [(k % 4, 4 + k, 1.0) for k in range(40)]
    points = positions(bodies, links)
    for k in range(40):
        assert min(range(4), key=lambda hub: dist(points[hub], points[4 + k])) == k % 4


def test_hubs_that_share_leaves_are_nearer() -> None:
    bodies = [HUB] * 6 + [LEAF] * 24
    links = [(k // 12 * 3 + hub, 6 + k, 1.0) for k in range(24) for hub in range(3)]
    points = positions(bodies, [*links, (0, 29, 0.05)])

    def mean(pairs: list[tuple[int, int]]) -> float:
        lengths = [dist(points[a], points[b]) for a, b in pairs]
        return sum(lengths) / len(lengths)

    together = [(a, b) for a, b in combinations(range(6), 2) if a // 3 == b // 3]
    apart = [(a, b) for a, b in combinations(range(6), 2) if a // 3 != b // 3]
    assert mean(together) < mean(apart)


def test_groups_do_not_meet() -> None:
    bodies = [Body(k % 3, k < 9, 30.0, 20.0) for k in range(60)]
    links = [(k % 9, k, 1.0) for k in range(9, 60)]
    points = positions(bodies, links)
    boxes = []
    for group in range(3):
        xs, ys = zip(*[points[k] for k in range(60) if k % 3 == group], strict=True)
        boxes.append((min(xs), max(xs), min(ys), max(ys)))
    for a, b in combinations(boxes, 2):
        assert a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2]


def test_unlinked_stand_in_rows_below() -> None:
    bodies = [HUB, LEAF, LEAF, LEAF]
    points = positions(bodies, [(0, 1, 1.0)])
    assert points[2][1] == points[3][1] > max(points[0][1], points[1][1])
    assert points[2][0] != points[3][0]


@pytest.mark.parametrize("bodies", [[], [HUB], [LEAF], [HUB, HUB], [LEAF, LEAF]])
def test_few_bodies(bodies: list[Body]) -> None:
    points = positions(bodies, [])
    assert len(points) == len(bodies) == len(set(points))


def test_leaves_without_a_hub_gather_around_each_other() -> None:
    points = positions([LEAF] * 5, [(0, k, 1.0) for k in range(1, 5)])
    assert len(set(points)) == 5
    assert max(abs(x - points[0][0]) + abs(y - points[0][1]) for x, y in points) < 150


def test_heavier_units_are_larger() -> None:
    of = payload(plan_facts())
    sizes = {row["label"]: row["size"] for row in placed(of.nodes, of.edges)}
    assert sizes["县审批局"] > sizes["县发改局"] > sizes["县文旅局"] > sizes["各乡镇"]
    assert sizes["开办企业"] > sizes["耗时"]


def test_places_are_whole_numbers() -> None:
    of = payload(two_plans())
    rows = list(placed(of.nodes, of.edges))
    assert all(type(row[name]) is int for row in rows for name in ("x", "y", "size"))
