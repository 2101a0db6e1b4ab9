"""Pairs of bodies that share tasks, counted on columns of integers alone.

What is counted of a pair is several numbers at once. One sparse product gives three of them: a
member of a task stands for a power of a base that no count reaches, so that the product of two
members is a power too, and the sum over tasks holds a count in each of its digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.analysis.parts import COUNTS
from graphmodel.analysis.roles import LEAD, NAMES, SUPPORT

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    from scipy.sparse import csr_array

    from graphmodel.analysis.roles import Ints

    Columns = npt.NDArray[np.integer]

_BITS = 21
"""Of each of three counts in a whole number of 64 bits."""
_ONE, _BASE = 1, 1 << _BITS
_MOST = _BASE - 1


def count_pairs(members: pd.DataFrame) -> pd.DataFrame:
    """The bodies that share tasks, each pair once, with what they share.

    Args:
        members: Each body once a task, in the order of tasks: `task`, `body`, `role`,
            `weightless`, of integers of any width (`collaboration.members_of`).

    Returns:
        By `a`, `b`, the smaller number first: `tasks` that both are members of; of these
        `lead_support`: one leads and the other supports; `co_lead`, `support_support`: both do;
        `boilerplate`: one of the two has it only as support without weight.

    Raises:
        ValueError: A body is in more tasks than can be counted, some two million.
    """
    import numpy as np
    import pandas as pd

    if np.bincount(members["body"]).max(initial=0) > _MOST:
        raise ValueError(f"a body is in more than {_MOST} tasks")
    weighty = members["weightless"].to_numpy() == COUNTS
    values = np.zeros(len(NAMES), dtype=np.int64)
    values[[LEAD, SUPPORT]] = _ONE, _BASE
    a, b, by_weight = _products(members, np.where(weighty, _ONE, _BASE))
    of_roles = _products(members, values.take(members["role"].to_numpy()))
    by_role = _at(of_roles, a, b)
    both_weighty = _digit(by_weight, 0)
    tasks = both_weighty + _digit(by_weight, 1) + _digit(by_weight, 2)
    return pd.DataFrame(
        {
            "a": a,
            "b": b,
            "tasks": tasks,
            "lead_support": _digit(by_role, 1),
            "co_lead": _digit(by_role, 0),
            "support_support": _digit(by_role, 2),
            "boilerplate": tasks - both_weighty,
        }
    )


def _products(members: pd.DataFrame, values: Ints) -> tuple[Ints, Ints, Ints]:
    """The pairs, and the sum over their tasks of the product of their values where it is not 0.

    With B the incidence of tasks and bodies that is BᵀB above its diagonal.
    """
    import numpy as np
    from scipy.sparse import csr_array

    product = _square(members["task"].to_numpy(), members["body"].to_numpy(), values)
    first = np.repeat(np.arange(product.shape[0]), np.diff(product.indptr))
    above = np.flatnonzero(first < product.indices)
    starts = np.searchsorted(above, product.indptr)
    upper = csr_array((product.data[above], product.indices[above], starts), shape=product.shape)
    upper.sort_indices()
    return first[above], upper.indices.astype(np.int64), upper.data


def _square(tasks: Columns, bodies: Columns, values: Ints) -> csr_array:
    import numpy as np
    from scipy.sparse import csr_array

    counts = np.bincount(tasks)
    starts = np.zeros(len(counts) + 1, dtype=np.int32)
    np.cumsum(counts, out=starts[1:])
    shape = (len(counts), bodies.max(initial=0) + 1)
    incidence = csr_array((values, bodies.astype(np.int32), starts), shape=shape)
    product: csr_array = incidence.T.tocsr() @ incidence
    return product


def _digit(numbers: Ints, place: int) -> Ints:
    return (numbers >> place * _BITS) & _MOST


def _at(found: tuple[Ints, Ints, Ints], a: Ints, b: Ints) -> Ints:
    """The numbers of some of the pairs, as a column of all pairs; both are in order."""
    import numpy as np

    some_a, some_b, numbers = found
    if len(numbers) == len(a):
        return numbers
    width = b.max(initial=0) + 1
    everywhere = np.zeros(len(a), dtype=np.int64)
    everywhere[np.searchsorted(a * width + b, some_a * width + some_b)] = numbers
    return everywhere
