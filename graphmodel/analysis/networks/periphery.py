"""Core and periphery: a dense middle, and a rim that hangs on it (Borgatti and Everett 2000).

The discrete model: in the ideal all in the core are tied to each other and none in the periphery
are; ties between the two are left open (Borgatti and Everett 2000, Models of core/periphery
structures, section 3). Of all divisions that with the fewest pairs unlike the ideal is taken. It
is exact: those with the most ties are the core, and only how many of them is to be found (Lip
2011, A fast algorithm for the discrete core/periphery bipartitioning problem).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.networks.ties import pattern

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from graphmodel.analysis.roles import Bools, Ints


@dataclass(frozen=True, slots=True)
class Division:
    """Some bodies, and which of them are the core."""

    bodies: Ints
    core: Bools
    misfits: int
    """Pairs unlike the ideal."""
    fit: float | None
    """Pearson correlation of the pairs within core and periphery with the ideal, -1 to 1; None
    where these are all tied, none is, or one of the two has no pair."""


def divisions(ties: csr_array) -> list[Division]:
    """Core and periphery of each connected part, those of the most bodies first.

    What is not connected is divided apart: no body is on the rim of a middle that it cannot reach.
    Bodies without any tie are in no part.

    Args:
        ties: Symmetric, nothing on the diagonal.
    """
    import numpy as np
    from scipy.sparse.csgraph import connected_components

    count, labels = connected_components(ties, directed=False)
    ties = pattern(ties)
    sizes = np.bincount(labels, minlength=count)
    order = np.argsort(-sizes, kind="stable")
    return [division(ties, np.flatnonzero(labels == part)) for part in order if sizes[part] > 1]


def division(ties: csr_array, bodies: Ints) -> Division:
    """Core and periphery of some bodies, as if there were no others.

    Args:
        ties: Symmetric, 1 where two bodies are tied.
        bodies: Their numbers.
    """
    import numpy as np

    inner = ties[bodies][:, bodies]
    degrees = inner.sum(axis=1)
    order = np.lexsort((np.arange(len(bodies)), -degrees))
    core = np.zeros(len(bodies), dtype=bool)
    core[order[: _size_of_core(degrees[order])]] = True
    return _judged(inner, bodies, core)


def _size_of_core(degrees: Ints) -> int:
    """How many of the bodies, those with the most ties first, are the core.

    To take one more with d ties into a core of k adds k − d pairs that are unlike the ideal, which
    grows with every one. Where it is 0 both are best: then the larger core is taken, unless it
    tears bodies with equally many ties apart.
    """
    import numpy as np

    changes = np.arange(len(degrees)) - degrees
    smaller, larger = int((changes < 0).sum()), int((changes <= 0).sum())
    return smaller if _tears(degrees, larger) else larger


def _tears(degrees: Ints, size: int) -> bool:
    return 0 < size < len(degrees) and bool(degrees[size - 1] == degrees[size])


def _judged(ties: csr_array, bodies: Ints, core: Bools) -> Division:
    inside, outside = int(core.sum()), int((~core).sum())
    tied_in = int(ties[core][:, core].sum()) // 2
    tied_out = int(ties[~core][:, ~core].sum()) // 2
    loose_in = inside * (inside - 1) // 2 - tied_in
    loose_out = outside * (outside - 1) // 2 - tied_out
    fit = _phi(tied_in, loose_in, tied_out, loose_out)
    return Division(bodies, core, loose_in + tied_out, fit)


def _phi(tied_in: int, loose_in: int, tied_out: int, loose_out: int) -> float | None:
    """The Pearson correlation of two columns of 0 and 1, of their table of four counts."""
    spread = (
        (tied_in + loose_in)
        * (tied_out + loose_out)
        * (tied_in + tied_out)
        * (loose_in + loose_out)
    )
    numerator: int = tied_in * loose_out - loose_in * tied_out
    return float(numerator / spread**0.5) if spread else None
