"""The parts that load and collaboration count: each body once an attribution and role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.analysis.boilerplate import is_boilerplate
from graphmodel.analysis.roles import SUPPORT, task_roles
from graphmodel.model.facts import Facts

if TYPE_CHECKING:
    import pandas as pd

    from graphmodel.analysis.roles import Ints

COUNTS, BOILERPLATE, STANDING = 0, 1, 2
"""Whether a part has weight, or what kind of support without weight it is."""


def parts(facts: Facts) -> pd.DataFrame:
    """The distinct parts of bodies in the attributions of tasks.

    A body that one attribution names twice in one role has one part; it has weight if one of
    the two has.

    Returns:
        `attribution`, `unit`, `role`, `task` as `roles.task_roles` numbers them, and
        `weightless`: `COUNTS`, `BOILERPLATE` or `STANDING`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    roles = task_roles(facts)
    roles["boilerplate"] = is_boilerplate(facts, roles)
    roles["weightless"] = weightless(roles)
    return roles.groupby(["attribution", "unit", "role"], as_index=False)[
        ["task", "weightless"]
    ].min()


def weightless(roles: pd.DataFrame) -> Ints:
    """`COUNTS`, `BOILERPLATE` or `STANDING` for each row of `roles.task_roles`.

    Args:
        roles: With the column `boilerplate`, of `boilerplate.is_boilerplate`.
    """
    import numpy as np

    standing = roles["standing"] & (roles["role"] == SUPPORT)
    return np.select([standing, roles["boilerplate"]], [STANDING, BOILERPLATE], default=COUNTS)
