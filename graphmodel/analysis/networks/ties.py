"""Who is tied to whom: bodies that share tasks, and leads with those who support them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.collaboration import by_id, members_of
from graphmodel.analysis.pairs import count_pairs
from graphmodel.analysis.parts import COUNTS, parts
from graphmodel.analysis.roles import LEAD, SUPPORT, units_of_kind
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from graphmodel.analysis.roles import Ints


@dataclass(frozen=True, slots=True)
class Linking:
    """What makes two bodies tied."""

    least: int = 1
    """Tasks that they share at least."""
    boilerplate: bool = False
    """Whether a task counts in which one of them has nothing but support without weight."""
    collectives: bool = False
    """Whether groups named as one take part."""


@dataclass(frozen=True, slots=True)
class Network:
    """Bodies and ties between them; rows and columns of both matrices are the bodies."""

    bodies: Ints
    """Of each body its row in `facts.units`; in the order of ids, so that nothing hangs on the
    order of the input."""
    ties: csr_array
    """How many tasks each two share; symmetric, nothing on the diagonal."""
    supports: csr_array
    """How many tasks that the body of the row leads the body of the column supports."""


class Links:
    """What bodies share, counted once, and cut to the networks that are asked for."""

    def __init__(self, facts: Facts) -> None:
        """Count.

        Raises:
            FactsError: `unknown_id`, when a responsibility names what is in no table.
        """
        self._members = members_of(facts, parts(facts))
        self._pairs = count_pairs(self._members)
        self._rows = by_id(facts)
        self._is_group = units_of_kind(facts, UnitKind.COLLECTIVE)[self._rows]

    def network(self, linking: Linking) -> Network:
        """The network of all bodies that have a part in a task, whether tied or not."""
        import numpy as np

        numbers = np.unique(self._members["body"].to_numpy())
        nodes = numbers[linking.collectives | ~self._is_group[numbers]]
        ties, supports = self._ties(linking), self._supports(linking)
        return Network(self._rows[nodes], ties[nodes][:, nodes], supports[nodes][:, nodes])

    def _ties(self, linking: Linking) -> csr_array:
        pairs = self._pairs
        tasks = pairs["tasks"] if linking.boilerplate else pairs["tasks"] - pairs["boilerplate"]
        half = self._matrix(
            pairs["a"].to_numpy(), pairs["b"].to_numpy(), tasks.to_numpy(), len(self._rows)
        )
        return _with_enough((half + half.T).tocsr(), linking)

    def _supports(self, linking: Linking) -> csr_array:
        leads, supports = self._incidence(LEAD, True), self._incidence(SUPPORT, linking.boilerplate)
        return _with_enough((leads.T @ supports).tocsr(), linking)

    def _incidence(self, role: int, weightless: bool) -> csr_array:
        """Tasks by bodies, 1 where the body's strongest role in the task is this."""
        import numpy as np

        table = self._members
        chosen = table[(table["role"] == role) & (weightless | (table["weightless"] == COUNTS))]
        tasks, bodies = chosen["task"].to_numpy(), chosen["body"].to_numpy()
        height = table["task"].max() + 1 if len(table) else 1
        return self._matrix(tasks, bodies, np.ones(len(tasks), dtype=np.int64), height)

    def _matrix(self, rows: Ints, columns: Ints, numbers: Ints, height: int) -> csr_array:
        from scipy.sparse import csr_array

        return csr_array((numbers, (rows, columns)), shape=(height, len(self._rows)))


def _with_enough(counts: csr_array, linking: Linking) -> csr_array:
    """The counts that reach the threshold; in order, and none of them 0."""
    counts.data[counts.data < linking.least] = 0
    counts.eliminate_zeros()
    counts.sort_indices()
    return counts


def pattern(matrix: csr_array) -> csr_array:
    """1 where the matrix has a number."""
    marks: csr_array = matrix.copy()
    marks.data = (marks.data != 0).astype("float64")
    return marks


def degrees(matrix: csr_array) -> Ints:
    """How many numbers each row of the matrix has."""
    import numpy as np

    return np.diff(matrix.indptr).astype(np.int64)
