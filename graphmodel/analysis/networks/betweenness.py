"""Betweenness: how many shortest ways between others lead through a body (Freeman 1977)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from graphmodel.analysis.statistics import Floats

_DECIMALS = 9
"""Sums of fractions in another order differ behind these, and equals would not be equal."""


def betweenness(ties: csr_array) -> Floats:
    """The pairs of other bodies whose shortest ways lead through each body.

    Σ σⱼₖ(i) / σⱼₖ over all pairs j, k of others, with σ the number of shortest ways and σ(i) those
    through i (Freeman 1977, A set of measures of centrality based on betweenness; by Brandes's
    algorithm of 2001, in rustworkx). A way is as long as it has ties, whatever these weigh. Its
    unit is a pair of bodies, so that networks side by side do not change each other's numbers.

    Args:
        ties: Symmetric, nothing on the diagonal.
    """
    import numpy as np
    import rustworkx as rx
    from scipy.sparse import triu

    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(ties.shape[0]))
    a, b = triu(ties, k=1, format="coo").coords
    graph.extend_from_edge_list(list(zip(a.tolist(), b.tolist(), strict=True)))
    found = rx.graph_betweenness_centrality(graph, normalized=False)
    return np.array([found[node] for node in graph.node_indices()], dtype="float64").round(
        _DECIMALS
    )
