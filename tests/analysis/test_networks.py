"""Measures of networks: by hand, and against networkx and brute force on generated graphs."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from graphmodel.analysis.networks.betweenness import betweenness
from graphmodel.analysis.networks.brokerage import ROLES, brokerage
from graphmodel.analysis.networks.burt import constraint, effective_size
from graphmodel.analysis.networks.communities import communities
from graphmodel.analysis.networks.periphery import divisions
from tests.analysis.shared_tasks import brokers
from tests.examples import examples

if TYPE_CHECKING:
    from collections.abc import Iterable

of_graphs = settings(max_examples=examples(25), deadline=None)


@st.composite
def weights(draw: st.DrawFn, directed: bool = False) -> csr_array:
    """Up to nine bodies, tied at random."""
    size = draw(st.integers(1, 9))
    numbers = st.sampled_from([0, 0, 1, 1, 2, 5])
    matrix = np.zeros((size, size), dtype=np.int64)
    for a, b in combinations(range(size), 2):
        matrix[a, b] = draw(numbers)
        matrix[b, a] = draw(numbers) if directed else matrix[a, b]
    return csr_array(matrix)


def of_edges(size: int, *edges: tuple[int, int]) -> csr_array:
    matrix = np.zeros((size, size), dtype=np.int64)
    for a, b in edges:
        matrix[a, b] = matrix[b, a] = 1
    return csr_array(matrix)


def star(leaves: int) -> csr_array:
    return of_edges(leaves + 1, *((0, n) for n in range(1, leaves + 1)))


PATH = of_edges(4, (0, 1), (1, 2), (2, 3))
CLIQUE = of_edges(4, *combinations(range(4), 2))


def close(found: Iterable[float], expected: Iterable[float]) -> bool:
    pairs = zip(found, expected, strict=True)
    return all(math.isclose(a, b, abs_tol=1e-8) or (a != a and b != b) for a, b in pairs)


def test_betweenness_by_hand() -> None:
    # On a path of four the inner two each lie between two pairs; the hub of a star between all.
    assert betweenness(PATH).tolist() == [0, 2, 2, 0]
    assert betweenness(star(4)).tolist() == [6, 0, 0, 0, 0]
    assert betweenness(CLIQUE).tolist() == [0, 0, 0, 0]


@of_graphs
@given(weights())
def test_betweenness_is_that_of_networkx(ties: csr_array) -> None:
    graph = nx.from_scipy_sparse_array(ties)
    expected = nx.betweenness_centrality(graph, normalized=False)
    assert close(betweenness(ties), expected.values())


def test_structural_holes_by_hand() -> None:
    # The hub of a star of four: each tie a quarter of all, none repeated: 4 · 1/16; all of a leaf's
    # ties are one. In a clique of four: p = 1/3, (1/3 + 2/9)² three times.
    assert close(constraint(star(4)), [1 / 4, 1, 1, 1, 1])
    assert close(effective_size(star(4)), [4, 1, 1, 1, 1])
    assert close(constraint(CLIQUE), [3 * (5 / 9) ** 2] * 4)
    assert close(effective_size(CLIQUE), [1] * 4)


@of_graphs
@given(weights())
def test_structural_holes_are_those_of_networkx(ties: csr_array) -> None:
    graph = nx.from_scipy_sparse_array(ties)
    expected = nx.constraint(graph, weight="weight")
    # Of nodes that are named: for all at once networkx 3.6.1 divides columns by the maxima of rows.
    sizes = nx.effective_size(graph, nodes=list(graph), weight="weight")
    assert close(constraint(ties), expected.values())
    assert close(effective_size(ties), sizes.values())


def test_bodies_without_ties_have_no_holes() -> None:
    assert all(map(math.isnan, constraint(of_edges(2))))
    assert all(map(math.isnan, effective_size(of_edges(2))))


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ((0, 0, 0), "coordinator"),
        ((0, 1, 0), "consultant"),
        ((0, 0, 1), "representative"),
        ((0, 1, 1), "gatekeeper"),
        ((0, 1, 2), "liaison"),
    ],
)
def test_roles_of_brokers(groups: tuple[int, ...], role: str) -> None:
    chain = csr_array(np.array([[0, 1, 0], [0, 0, 1], [0, 0, 0]]))
    table = brokerage(chain, np.array(groups))
    assert table.iloc[1].to_dict() == {name: int(name == role) for name in ROLES}
    assert table.iloc[[0, 2]].to_numpy().sum() == 0
    short_cut = csr_array(np.array([[0, 1, 1], [0, 0, 1], [0, 0, 0]]))
    assert brokerage(short_cut, np.array(groups)).to_numpy().sum() == 0


@of_graphs
@given(weights(directed=True), st.data())
def test_brokerage_is_that_of_brute_force(links: csr_array, data: st.DataObject) -> None:
    size = links.shape[0]
    groups = data.draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    graph = nx.from_scipy_sparse_array(links, create_using=nx.DiGraph)
    expected = Counter(brokers(graph, groups.__getitem__))
    table = brokerage(links, np.array(groups))
    found = {(n, role): int(table[role][n]) for n in range(size) for role in ROLES}
    assert found == {key: expected[key] for key in found}


def test_communities_of_two_cliques() -> None:
    # Two triangles, the first with a fourth body that only 2 is tied to; one tie between them.
    edges = [(0, 1), (0, 2), (1, 2), (4, 5), (4, 6), (5, 6), (2, 4), (2, 3)]
    numbers, quality = communities(of_edges(8, *edges))
    assert numbers.tolist() == [1, 1, 1, 1, 2, 2, 2, 3]
    # 8 ties; 4 and 3 inside; strengths 9 and 7.
    assert quality == pytest.approx(4 / 8 + 3 / 8 - (9 / 16) ** 2 - (7 / 16) ** 2)


@of_graphs
@given(weights())
def test_communities_have_the_modularity_that_is_told(ties: csr_array) -> None:
    numbers, quality = communities(ties)
    dense = ties.toarray()
    total, strength = dense.sum() or 1, dense.sum(axis=1)
    together = numbers[:, None] == numbers[None, :]
    expected = (dense / total - np.outer(strength, strength) / total**2)[together].sum()
    assert quality == pytest.approx(expected, abs=1e-8)
    # Louvain never ends below where it began: each body by itself.
    assert quality >= -((strength / total) ** 2).sum() - 1e-9
    sizes = np.bincount(numbers)[1:]
    assert (np.diff(sizes) <= 0).all()


def test_core_of_a_star_is_its_hub_and_of_a_clique_all() -> None:
    [hub] = divisions(star(4))
    assert (hub.core.tolist(), hub.misfits, hub.fit) == ([True, *[False] * 4], 0, None)
    [every] = divisions(CLIQUE)
    assert every.core.tolist() == [True] * 4
    assert every.misfits == 0


def test_core_with_a_fringe() -> None:
    # A clique of four, a body hanging on each of three of them, two of which are tied.
    edges = [*combinations(range(4), 2), (0, 4), (1, 5), (2, 6), (4, 5)]
    [division] = divisions(of_edges(7, *edges))
    assert division.core.tolist() == [True] * 4 + [False] * 3
    assert division.misfits == 1
    # 6 of 6 pairs of the core are tied and 1 of 3 of the fringe:
    # (6 · 2 − 0 · 1) / √(6 · 3 · 7 · 2)
    assert division.fit == pytest.approx(12 / math.sqrt(252))


def test_connected_parts_are_divided_apart() -> None:
    parts = divisions(of_edges(8, (0, 1), (2, 3), (3, 4), (3, 5), (6, 7)))
    assert [part.bodies.tolist() for part in parts] == [[2, 3, 4, 5], [0, 1], [6, 7]]
    assert [part.core.tolist() for part in parts] == [
        [False, True, False, False],
        [True, True],
        [True, True],
    ]
    assert divisions(of_edges(3)) == []


@of_graphs
@given(weights())
def test_no_division_has_fewer_misfits(ties: csr_array) -> None:
    tied = ties.toarray() > 0
    for part in divisions(ties):
        bodies = part.bodies.tolist()
        misfits = {core: _misfits(tied, bodies, core) for core in _subsets(bodies)}
        own = frozenset(part.bodies[part.core].tolist())
        assert misfits[own] == part.misfits == min(misfits.values())
        inside = [(a in own, bool(tied[a, b])) for a, b in _counted(bodies, own)]
        if len({a for a, _ in inside}) == len({b for _, b in inside}) == 2:
            assert part.fit == pytest.approx(np.corrcoef(np.array(inside).T)[0, 1])
        else:
            assert part.fit is None


def _subsets(bodies: list[int]) -> list[frozenset[int]]:
    sizes = range(len(bodies) + 1)
    return [frozenset(some) for size in sizes for some in combinations(bodies, size)]


def _counted(bodies: list[int], core: frozenset[int]) -> list[tuple[int, int]]:
    """The pairs within core and periphery."""
    return [(a, b) for a, b in combinations(bodies, 2) if (a in core) == (b in core)]


def _misfits(tied: np.ndarray, bodies: list[int], core: frozenset[int]) -> int:
    return sum((a in core) != tied[a, b] for a, b in _counted(bodies, core))
