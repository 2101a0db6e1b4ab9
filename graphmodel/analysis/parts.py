"""The parts that load and collaboration count: each body once an attribution and role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from graphmodel.analysis.boilerplate import is_boilerplate
from graphmodel.analysis.roles import SUPPORT, task_roles
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Role

if TYPE_CHECKING:
    import pandas as pd

    from graphmodel.analysis.roles import Ints

_PART = ["attribution", "unit", "role"]
COUNTS, BOILERPLATE, STANDING = 0, 1, 2
"""Whether a part has weight, or what kind of support without weight it is."""


def parts(facts: Facts) -> pd.DataFrame:
    """The distinct parts of bodies in the attributions of tasks.

    A body that one attribution names twice in one role has one part; it has weight if one of
    the two has.

    Returns:
        `attribution`, `unit`, `role`, `task`, `plan` as `roles.task_roles` numbers them;
        `weightless`: `COUNTS`, `BOILERPLATE` or `STANDING`; and `row`, the number of the
        responsibility that stands for the part: of several the first that has weight. By
        attribution, unit and role.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    roles = task_roles(facts)
    roles["boilerplate"] = is_boilerplate(facts, roles)
    return parts_of(roles)


def parts_of(roles: pd.DataFrame) -> pd.DataFrame:
    """The parts, as `parts`, of the result of `roles.task_roles` with the column `boilerplate`."""
    table = roles.assign(weightless=weightless(roles))
    order = table.sort_values([*_PART, "weightless"], kind="stable", ignore_index=True)
    return order.drop_duplicates(_PART, ignore_index=True)[
        [*_PART, "task", "plan", "weightless", "row"]
    ]


def parts_of_units(facts: Facts, units: Collection[str]) -> pd.DataFrame:
    """The parts, as `parts`, of the bodies with these ids."""
    table = parts(facts)
    numbers = [number for number, unit in enumerate(facts.units) if unit.id in units]
    return table[table["unit"].isin(numbers)]


def weightless(roles: pd.DataFrame) -> Ints:
    """`COUNTS`, `BOILERPLATE` or `STANDING` for each row of `roles.task_roles`.

    Args:
        roles: With the column `boilerplate`, of `boilerplate.is_boilerplate`.
    """
    import numpy as np

    standing = roles["standing"] & (roles["role"] == SUPPORT)
    return np.select([standing, roles["boilerplate"]], [STANDING, BOILERPLATE], default=COUNTS)


def leads_together(facts: Facts) -> Ints:
    """For each row of `facts.responsibilities` the bodies that lead in the same attribution.

    Those that a row of an annex states again count, since who leads beside them is not alone.
    """
    import numpy as np

    leads: defaultdict[tuple[str | None, str | None, int], set[str]] = defaultdict(set)
    for r in facts.responsibilities:
        if r.role is Role.LEAD:
            leads[r.task, r.indicator, r.group].add(r.unit)
    counts = {key: len(units) for key, units in leads.items()}
    rows = ((r.task, r.indicator, r.group) for r in facts.responsibilities)
    return np.fromiter((counts.get(key, 0) for key in rows), dtype=np.int64)
