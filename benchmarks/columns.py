"""Parts, deadlines and units of many invented counties as columns, the same on every machine.

China has too many for records. A body of a place is one of 66, some of which have a part in much
and most in little; the last six end the lists of most tasks and have no weight there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from graphmodel.analysis.due import Deadlines
from graphmodel.analysis.parts import BOILERPLATE, COUNTS
from graphmodel.analysis.roles import ENGAGED, LEAD, SUPPORT

if TYPE_CHECKING:
    from graphmodel.analysis.roles import Bools, Ints

BODIES, TAIL, TASKS = 66, 6, 1_000
"""Of a place: bodies, how many of these are the tail, tasks."""
DAYS = 730
_AT_ONCE = 100
_LEAD_SHARE, _ENGAGED_SHARE = 0.18, 0.01
_NAMED = (5, 11)
"""Bodies that are named for a task, the least and one more than the most; some come twice."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the measures count on."""

    parts: pd.DataFrame
    """`task`, `unit`, `role`, `weightless`, `together`; by task and unit, each once."""
    places: Ints
    """The place of each unit."""
    is_unit: Bools
    """Whether it is none of the groups."""
    deadlines: Deadlines
    """A day for every third task."""

    @property
    def members(self) -> pd.DataFrame:
        """Each body once a task, as pairs are counted from."""
        return self.parts.rename(columns={"unit": "body"})


def columns(places: int) -> Columns:
    """The columns of so many places; some 7,400 parts each."""
    parts = _joined([*_parts(places)])
    bodies = np.arange(places * BODIES)
    leads = parts[parts["role"] == LEAD]
    due_tasks = np.arange(0, places * TASKS, 3, dtype=np.int32)
    days = np.random.default_rng(1).integers(0, DAYS, len(due_tasks)).astype(np.int16)
    return Columns(
        parts,
        bodies // BODIES,
        bodies % BODIES < BODIES - TAIL,
        Deadlines(days, due_tasks, leads["task"].to_numpy(), leads["unit"].to_numpy()),
    )


def _joined(some: list[dict[str, np.ndarray]]) -> pd.DataFrame:
    """The columns of all places, each in one piece; what was in pieces is let go."""
    return pd.DataFrame(
        {name: np.concatenate([piece.pop(name) for piece in some]) for name in list(some[0])}
    )


def _parts(places: int) -> Iterator[dict[str, np.ndarray]]:
    """The parts of some places at a time."""
    random = np.random.default_rng(0)
    for first in range(0, places, _AT_ONCE):
        count = min(_AT_ONCE, places - first) * TASKS
        yield _of_tasks(random, first * TASKS, count)


def _of_tasks(random: np.random.Generator, first: int, count: int) -> dict[str, np.ndarray]:
    named = random.integers(*_NAMED, count)
    task = first + np.repeat(np.arange(count), named)
    body = (random.random(len(task)) ** 2 * (BODIES - TAIL)).astype(np.int64)
    tail = random.random(len(task)) < TAIL / BODIES * 2
    body = np.where(tail, BODIES - 1 - body % TAIL, body)
    keys = np.unique(task * BODIES + body)
    task, body = keys // BODIES, keys % BODIES
    chance = random.random(len(task))
    role = np.select([chance < _LEAD_SHARE, chance > 1 - _ENGAGED_SHARE], [LEAD, ENGAGED], SUPPORT)
    idle = (role == SUPPORT) & (body >= BODIES - TAIL)
    together = np.bincount(task - first, role == LEAD, minlength=count)[task - first]
    return {
        "task": task.astype(np.int32),
        "unit": (task // TASKS * BODIES + body).astype(np.int32),
        "role": role.astype(np.int8),
        "weightless": np.where(idle, BOILERPLATE, COUNTS).astype(np.int8),
        "together": together.astype(np.int8),
    }
