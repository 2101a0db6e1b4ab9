"""What is due within a period and who leads it, on columns of integers alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from graphmodel.analysis.roles import Ints

    Columns = npt.NDArray[np.integer]

NOBODY = -1
"""Stands for the body where nobody leads."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Deadlines and leads as columns of integers of any width."""

    days: Columns
    """Of each deadline its day, a number."""
    tasks: Columns
    """Of each deadline its task."""
    lead_tasks: Columns
    """The tasks that somebody leads, in order, each once for every body."""
    lead_bodies: Columns
    """These bodies."""


def due(columns: Deadlines, first: int, last: int) -> tuple[Ints, Ints]:
    """The deadlines from a day to a day, each once for every body that leads its task.

    Returns:
        Rows of deadlines, and bodies, `NOBODY` where nobody leads; by day, then as they come.
    """
    import numpy as np

    within = np.flatnonzero((columns.days >= first) & (columns.days <= last))
    tasks = columns.tasks[within]
    starts = np.searchsorted(columns.lead_tasks, tasks)
    leads = np.searchsorted(columns.lead_tasks, tasks, side="right") - starts
    order = np.argsort(columns.days[within], kind="stable")
    leads = leads[order]
    times = np.maximum(leads, 1)  # one row where nobody leads
    place = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times - starts[order], times)
    is_led = np.repeat(leads > 0, times)
    bodies = np.full(len(place), NOBODY)
    bodies[is_led] = columns.lead_bodies[place[is_led]]
    return np.repeat(within[order], times), bodies
