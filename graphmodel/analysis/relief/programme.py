"""Which changes of lead to make: an integer programme, solved exactly.

With x a change that is made or not, for every unit u

    load(u) − Σ loss · x (changes from u) + Σ gain · x (changes to u) ≤ line(u) + excess(u),

where excess is 0 for a unit that is not above the line before. Each lead is handed over once at
most, and no unit takes over the same attribution from two. Minimised are, one after the other:

1. the sum of the excesses, which is 0 where everybody can be relieved;
2. the number of changes;
3. the sum of the square roots of the ranks of the changes, by which a set with one good and one
   worse change comes before one with two middling ones.

Solved by HiGHS (Huangfu and Hall 2018) through `scipy.optimize.milp`, with no gap allowed.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.relief.handovers import Handover

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.optimize import LinearConstraint, OptimizeResult
    from scipy.sparse import csr_array

    Floats = npt.NDArray[np.float64]

SLACK = 1e-6
"""Loads that differ by less are equal: what the solver lets pass."""
SECONDS = 45.0
"""How long the search for one place may take; most take a few milliseconds."""
_OPTIMAL = 0
"""Of the statuses of `milp`: solved, and proved."""
_LEAST_SECONDS = 2.0
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Problem:
    """The state before, of one place."""

    loads: dict[int, float]
    """Of each unit, by number."""
    lines: dict[int, float]
    """The load that nobody is to exceed, by number of the unit."""
    handovers: Sequence[Handover]
    """Ranked: of equally short lists of changes that with the earlier ones is chosen."""

    @property
    def above(self) -> list[int]:
        """The units whose load exceeds the line."""
        return [unit for unit, load in self.loads.items() if load > self.lines[unit] + SLACK]


@dataclass(frozen=True, slots=True)
class Solution:
    """What was found, and what is proved about it."""

    chosen: list[Handover]
    least_excess: float
    """Load above the lines that no set of changes can take away; above 0 where not all can be
    relieved. A proved bound."""
    least_changes: int
    """The fewest changes that leave no more than was found possible. A proved bound."""
    is_proved: bool
    """Whether excess and number of changes are the least there can be."""
    is_ranked: bool
    """Whether, of equally short lists, it is the one that the ranks choose."""


def solve(problem: Problem, seconds: float = SECONDS) -> Solution:
    """The best changes.

    Args:
        problem: The state before.
        seconds: How long the search may take; what is found by then is given, with the bounds.
    """
    if not problem.above:
        return Solution([], 0.0, 0, True, True)
    return _Search(problem, seconds).solution()


class _Search:
    """One programme, solved for one aim after the other."""

    def __init__(self, problem: Problem, seconds: float) -> None:
        """Put up the constraints; columns are the changes, then the excesses."""
        import numpy as np

        self.problem = problem
        self.constraints = [_lines(problem), _once(problem)]
        self.until = time.monotonic() + seconds
        self.excess = np.repeat([0.0, 1.0], [len(problem.handovers), len(problem.above)])

    def solution(self) -> Solution:
        """Aim by aim, each with what the one before reached as a constraint."""
        import numpy as np

        excess, count = self.excess, 1.0 - self.excess
        ranks = np.sqrt(np.arange(1.0, len(count) + 1)) * count
        nothing = _nothing(self.problem)
        found, least_excess, is_least = self._least(excess, nothing)
        self._keep(excess, float(excess @ found) + SLACK)
        found, least_changes, is_fewest = self._least(count, found)
        self._keep(count, round(float(count @ found)))
        found, _, is_ranked = self._least(ranks, found)
        chosen = [h for h, x in zip(self.problem.handovers, found, strict=False) if x > _HALF]
        fewest = math.ceil(least_changes - SLACK)
        return Solution(chosen, least_excess, fewest, is_least and is_fewest, is_ranked)

    def _keep(self, costs: Floats, most: float) -> None:
        from scipy.optimize import LinearConstraint

        self.constraints.append(LinearConstraint(costs.reshape(1, -1), ub=most))

    def _least(self, costs: Floats, known: Floats) -> tuple[Floats, float, bool]:
        """What makes the costs least, a bound that they cannot be below, and whether it is met.

        Half of the time that is left is spent on it; what is `known` is given where nothing
        better was found by then.
        """
        result = self._solved(costs, whole=True)
        found = known if result.x is None or costs @ result.x > costs @ known else result.x
        if result.status == _OPTIMAL:
            return found, max(result.fun, 0.0), True
        relaxed = self._solved(costs, whole=False)
        bounds = [result.mip_dual_bound, relaxed.fun if relaxed.status == _OPTIMAL else None]
        return found, max(bound or 0.0 for bound in bounds), False

    def _solved(self, costs: Floats, *, whole: bool) -> OptimizeResult:
        """As `milp` solves it in half of the time that is left, changes in whole or in parts."""
        import numpy as np
        from scipy.optimize import Bounds, milp

        left = max((self.until - time.monotonic()) / 2, _LEAST_SECONDS)
        return milp(
            costs,
            integrality=(self.excess == 0).astype(np.int64) if whole else None,
            bounds=Bounds(0.0, np.where(self.excess > 0, np.inf, 1.0)),
            constraints=self.constraints,
            options={"mip_rel_gap": 0.0, "time_limit": left},
        )


def _nothing(problem: Problem) -> Floats:
    """No change at all."""
    import numpy as np

    excess = [problem.loads[unit] - problem.lines[unit] for unit in problem.above]
    return np.concatenate([np.zeros(len(problem.handovers)), excess])


def _lines(problem: Problem) -> LinearConstraint:
    """No load above the line, but for the excess."""
    import numpy as np
    from scipy.optimize import LinearConstraint

    rows = {unit: row for row, unit in enumerate(problem.loads)}
    cells: list[tuple[int, int, float]] = []
    for column, handover in enumerate(problem.handovers):
        cells.append((rows[handover.lead.unit], column, -handover.loss))
        cells.append((rows[handover.support.unit], column, handover.gain))
    for column, unit in enumerate(problem.above, start=len(problem.handovers)):
        cells.append((rows[unit], column, -1.0))
    room = [problem.lines[unit] - load for unit, load in problem.loads.items()]
    columns = len(problem.handovers) + len(problem.above)
    return LinearConstraint(_matrix(cells, len(rows), columns), ub=np.array(room))


def _once(problem: Problem) -> LinearConstraint:
    """Each lead handed over once at most, and each body taking over an attribution once."""
    from scipy.optimize import LinearConstraint

    groups: defaultdict[tuple[str, int, int], list[int]] = defaultdict(list)
    for column, handover in enumerate(problem.handovers):
        attribution = handover.lead.attribution
        groups["from", attribution, handover.lead.unit].append(column)
        groups["to", attribution, handover.support.unit].append(column)
    cells = [(row, column, 1.0) for row, some in enumerate(groups.values()) for column in some]
    columns = len(problem.handovers) + len(problem.above)
    return LinearConstraint(_matrix(cells, len(groups), columns), ub=1.0)


def _matrix(cells: Sequence[tuple[int, int, float]], rows: int, columns: int) -> csr_array:
    import numpy as np
    from scipy.sparse import csr_array

    places, across, values = np.array(cells, dtype=float).reshape(-1, 3).T
    at = (places.astype(np.int64), across.astype(np.int64))
    matrix: csr_array = csr_array((values, at), shape=(max(rows, 1), columns))
    return matrix
