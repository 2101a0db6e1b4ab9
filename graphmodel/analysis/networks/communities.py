"""Communities: groups of bodies that have more to do with each other than with the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from graphmodel.analysis.roles import Ints

SEEDS = range(10)
"""Of the pseudo-random orders in which bodies are looked at; the best result is taken."""
DECIMALS = 9
"""Modularities that differ behind these are equal, and the first seed's result is taken."""


def communities(ties: csr_array, seeds: Sequence[int] = SEEDS) -> tuple[Ints, float]:
    """The community of each body, and how far ties are inside communities beyond chance.

    By the Louvain method (Blondel and others 2008, Fast unfolding of communities in large
    networks), which raises the modularity Q = Σ_c (w_c / w − (s_c / 2w)²), with w all tasks shared,
    w_c those inside community c, s_c the strength of its bodies (Newman 2006); of one run a seed
    the one of highest Q.

    Args:
        ties: Symmetric, nothing on the diagonal.
        seeds: Of the runs.

    Returns:
        Numbers from 1, the largest community first, of equals the one with the first body; and
        Q, 0 where there are no ties.
    """
    import networkx as nx

    graph = nx.from_scipy_sparse_array(ties)
    if not graph.number_of_edges():
        return _numbered([{node} for node in graph]), 0.0
    runs = [nx.community.louvain_communities(graph, seed=seed) for seed in seeds]
    qualities = [round(nx.community.modularity(graph, run), DECIMALS) for run in runs]
    best = max(qualities)
    return _numbered(runs[qualities.index(best)]), best


def _numbered(groups: Iterable[set[int]]) -> Ints:
    """The number of the group of each body."""
    import numpy as np

    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    numbers = np.zeros(sum(map(len, ordered)), dtype=np.int64)
    for number, group in enumerate(ordered, start=1):
        numbers[list(group)] = number
    return numbers
