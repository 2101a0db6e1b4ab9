"""Pairs counted on columns: as many tasks as there may be, and columns of few bits."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from graphmodel.analysis.pairs import count_pairs
from graphmodel.analysis.parts import BOILERPLATE, COUNTS
from graphmodel.analysis.roles import ENGAGED, LEAD, SUPPORT

MOST = 2**21 - 1


def members(tasks: int, *bodies: tuple[int, int]) -> pd.DataFrame:
    """The same bodies, with role and weight, in each of so many tasks."""
    roles, weights = (np.array([body[side] for body in bodies], dtype=np.int8) for side in (0, 1))
    return pd.DataFrame(
        {
            "task": np.repeat(np.arange(tasks, dtype=np.int32), len(bodies)),
            "body": np.tile(np.arange(len(bodies), dtype=np.int32), tasks),
            "role": np.tile(roles, tasks),
            "weightless": np.tile(weights, tasks),
        }
    )


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        ((LEAD, COUNTS), (LEAD, COUNTS), (1, 0, 1, 0, 0)),
        ((SUPPORT, COUNTS), (SUPPORT, BOILERPLATE), (1, 0, 0, 1, 1)),
        ((SUPPORT, BOILERPLATE), (LEAD, COUNTS), (1, 1, 0, 0, 1)),
    ],
)
def test_counts_do_not_run_into_each_other(
    one: tuple[int, int], other: tuple[int, int], counts: tuple[int, ...]
) -> None:
    [row] = count_pairs(members(MOST, one, other)).itertuples(index=False, name=None)
    assert row == (0, 1, *(MOST * count for count in counts))


def test_more_tasks_than_can_be_counted_are_refused() -> None:
    with pytest.raises(ValueError, match="more than 2097151 tasks"):
        count_pairs(members(MOST + 1, (LEAD, COUNTS)))


def test_bodies_that_are_only_engaged_together_are_a_pair() -> None:
    table = count_pairs(members(3, (ENGAGED, COUNTS), (ENGAGED, COUNTS), (LEAD, COUNTS)))
    assert table["tasks"].tolist() == [3, 3, 3]
    assert table["co_lead"].tolist() == table["lead_support"].tolist() == [0, 0, 0]
