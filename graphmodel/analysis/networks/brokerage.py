"""Brokerage: who stands between two that have no direct link (Gould and Fernandez 1989).

A body brokers where i → broker → k, i and k differ, and there is no i → k. Which role it has in
that hangs on the groups of the three:

- coordinator: all are of one group;
- consultant (itinerant broker): i and k are of one group, the broker of another;
- representative: i and the broker are of one group, k of another;
- gatekeeper: the broker and k are of one group, i of another;
- liaison: all are of different groups.

Counted are such pairs (i, k), as numbers, without expectation or variance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.analysis.networks.ties import pattern

if TYPE_CHECKING:
    import pandas as pd
    from scipy.sparse import csr_array

    from graphmodel.analysis.roles import Ints
    from graphmodel.analysis.statistics import Floats

ROLES = ("coordinator", "consultant", "representative", "gatekeeper", "liaison")


def brokerage(links: csr_array, groups: Ints) -> pd.DataFrame:
    """How often each body brokers in each of the five roles.

    Args:
        links: Directed, a number where row → column, nothing on the diagonal.
        groups: The group of each body, a number from 0.

    Returns:
        A column of whole numbers for each of `ROLES`, a row a body.
    """
    import numpy as np
    import pandas as pd

    every = pattern(links)
    own = _within(every, groups)
    other = (every - own).tocsr()
    other.eliminate_zeros()
    there_and_back = _of_same_group(other, groups)
    columns = {
        "coordinator": _paths(own, own) - _returns(own) - _closed(own, own, own),
        "consultant": there_and_back - _returns(other) - _closed(other, other, own),
        "representative": _paths(own, other) - _closed(own, other, other),
        "gatekeeper": _paths(other, own) - _closed(other, own, other),
        "liaison": _paths(other, other) - there_and_back - _closed(other, other, other),
    }
    return pd.DataFrame({name: np.rint(columns[name]).astype("int64") for name in ROLES})


def _within(links: csr_array, groups: Ints) -> csr_array:
    """The links between bodies of one group."""
    inside = links.tocoo()
    row, column = inside.coords
    inside.data = inside.data * (groups[row] == groups[column])
    kept: csr_array = inside.tocsr()
    kept.eliminate_zeros()
    return kept


def _paths(first: csr_array, second: csr_array) -> Floats:
    """For each body the ways in by `first` times the ways out by `second`."""
    return _rows(first.T.tocsr()) * _rows(second)


def _returns(links: csr_array) -> Floats:
    """For each body the ways that lead back to where they began."""
    return _rows(links.multiply(links.T))


def _of_same_group(links: csr_array, groups: Ints) -> Floats:
    """For each body the ways that begin and end in the same group, those that return included."""
    import numpy as np
    from scipy.sparse import csr_array

    size = len(groups)
    ones = np.ones(size)
    belongs = csr_array((ones, (np.arange(size), groups)), shape=(size, groups.max(initial=0) + 1))
    return _rows((links.T @ belongs).multiply(links @ belongs))


def _closed(first: csr_array, second: csr_array, direct: csr_array) -> Floats:
    """For each body the ways in by `first`, out by `second`, that are direct links as well."""
    return _rows(second.multiply(first.T @ direct))


def _rows(matrix: csr_array) -> Floats:
    import numpy as np

    return np.asarray(matrix.sum(axis=1), dtype="float64")
