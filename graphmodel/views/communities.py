"""Which bodies belong together by the tasks that they share, as the page orders them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graphmodel.analysis.networks.communities import SEEDS, communities
from graphmodel.analysis.networks.ties import Linking, Links
from graphmodel.views.index import Index, Row

MOST_TIES = 5_000
"""Pairs of bodies above which the method runs once instead of once a seed: ten runs on 30,000
pairs take five seconds."""

_NO_BODIES = ("task", "indicator")


def community_rows(index: Index, nodes: Sequence[Row]) -> list[Row]:
    """The communities, the largest first, each with the ids of its `bodies`.

    They are those of `networks.measures.network`, where boilerplate support and groups named as one
    do not count; groups are in none.
    """
    network = Links(index.facts).network(Linking())
    seeds = SEEDS if network.ties.nnz <= 2 * MOST_TIES else SEEDS[:1]
    numbers, _ = communities(network.ties, seeds)
    ids = {node["key"]: node["id"] for node in nodes if node["group"] not in _NO_BODIES}
    members: defaultdict[int, list[int]] = defaultdict(list)
    for row, number in zip(network.bodies.tolist(), numbers.tolist(), strict=True):
        members[number].append(ids[index.facts.units[row].id])
    return [{"bodies": sorted(members[number])} for number in sorted(members)]
