"""Structural holes: how far a body's partners are partners of each other (Burt 1992).

With a the number of tasks that two bodies share, pᵢⱼ = aᵢⱼ / Σₖ aᵢₖ is the share of j in what i
has to do with others (Burt 1992, Structural Holes, chapter 2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.analysis.networks.ties import pattern

if TYPE_CHECKING:
    from numpy.typing import ArrayLike
    from scipy.sparse import csr_array

    from graphmodel.analysis.roles import Bools
    from graphmodel.analysis.statistics import Floats


def constraint(ties: csr_array) -> Floats:
    """How far each body's ties lead back to one and the same partner.

    Cᵢ = Σⱼ (pᵢⱼ + Σ_q pᵢq p_qj)², over the partners j of i and those q that are neither (Burt 1992,
    equations 2.4 to 2.6). Near 0: many partners that have nothing to do with each other; 1 and
    more: all goes through few, or through each other. Not a number where a body has no tie.

    Args:
        ties: Symmetric, nothing on the diagonal.
    """
    import numpy as np

    shares = _shares(ties)
    together = shares + (shares @ shares).multiply(pattern(shares))
    return np.where(_has_ties(ties), _floats(together.power(2).sum(axis=1)), np.nan)


def effective_size(ties: csr_array) -> Floats:
    """How many partners each body has, less what they repeat of each other.

    Σⱼ (1 − Σ_q pᵢq m_jq) over the partners j of i and q that is neither, with
    m_jq = a_jq / maxₖ a_jk (Burt 1992, equation 2.2). From 1, all partners are tied as closely as
    can be, to the number of partners, none is tied to another. Not a number where a body has no
    tie.

    Args:
        ties: Symmetric, nothing on the diagonal.
    """
    import numpy as np

    partners = pattern(ties)
    closeness = _scaled(ties, _largest(ties))
    repeated = (_shares(ties) @ closeness.T).multiply(partners)
    return np.where(_has_ties(ties), _floats((partners - repeated).sum(axis=1)), np.nan)


def _shares(ties: csr_array) -> csr_array:
    return _scaled(ties, _floats(ties.sum(axis=1)))


def _scaled(ties: csr_array, by: Floats) -> csr_array:
    """Each row divided by a number; rows without ties stay empty."""
    import numpy as np
    from scipy.sparse import diags_array

    scaled: csr_array = (diags_array(1 / np.maximum(by, 1.0)) @ ties).tocsr()
    return scaled


def _floats(numbers: ArrayLike) -> Floats:
    import numpy as np

    return np.asarray(numbers, dtype="float64").ravel()


def _largest(ties: csr_array) -> Floats:
    """The largest number of each row, 0 where it has none."""
    import numpy as np

    largest = np.zeros(ties.shape[0])
    rows, _ = ties.nonzero()
    np.maximum.at(largest, rows, ties.data)
    return largest


def _has_ties(ties: csr_array) -> Bools:
    import numpy as np

    return np.diff(ties.indptr) > 0
