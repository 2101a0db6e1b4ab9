"""What the graph carries beyond what was read: marks on responsibilities, pairs of units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphmodel.analysis.boilerplate import is_boilerplate
from graphmodel.analysis.collaboration import couples, members_of
from graphmodel.analysis.parts import parts_of, weightless
from graphmodel.analysis.roles import LEAD, SUPPORT, task_roles, units_of_kind
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived, Pair
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    import pandas as pd

_MEMBERS_AT_ONCE = 20_000


def derived(facts: Facts) -> Derived:
    """The marks and pairs that belong into the graph of facts.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    roles = _marked_roles(facts)
    ids = [r.id for r in facts.responsibilities]
    marked = roles["row"].to_numpy()[roles["boilerplate"].to_numpy()]
    return Derived(
        boilerplate=frozenset(ids[row] for row in marked),
        repeats=_repeats(facts, roles),
        pairs=_pairs(facts, roles),
    )


def pairs_by_plan(facts: Facts) -> list[Pair]:
    """The pairs of units of each plan alone, as they are edges of the graph.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    return _pairs(facts, _marked_roles(facts))


def repeats(facts: Facts) -> frozenset[str]:
    """The ids of the responsibilities for tasks that no part is counted by.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    return _repeats(facts, _marked_roles(facts))


def _marked_roles(facts: Facts) -> pd.DataFrame:
    """The parts of tasks (`task_roles`), and which of them are `boilerplate`."""
    roles = task_roles(facts)
    roles["boilerplate"] = is_boilerplate(facts, roles)
    return roles


def _repeats(facts: Facts, roles: pd.DataFrame) -> frozenset[str]:
    kept = set(parts_of(roles)["row"].tolist())
    return frozenset(
        r.id for n, r in enumerate(facts.responsibilities) if r.task is not None and n not in kept
    )


def _pairs(facts: Facts, roles: pd.DataFrame) -> list[Pair]:
    """The pairs of units of each plan, in the order of plans and ids.

    A body's strongest role in a task is what counts, as in `collaboration.collaboration`.
    """
    import pandas as pd

    single = ~units_of_kind(facts, UnitKind.COLLECTIVE)[roles["unit"].to_numpy()]
    plan_of_task = roles.drop_duplicates("task").set_index("task")["plan"]
    members = members_of(facts, roles.assign(weightless=weightless(roles))[single])
    members["plan"] = plan_of_task.loc[members["task"].to_numpy()].to_numpy()
    counts = pd.concat(map(_counts, _some_plans_each(members)), ignore_index=True)
    units = sorted(unit.id for unit in facts.units)
    plans = [facts.plans[plan].id for plan in counts.pop("plan")]
    ends = [[units[body] for body in counts.pop(end)] for end in ("a", "b")]
    numbers = (counts[name].tolist() for name in counts)
    return list(map(Pair._make, zip(plans, *ends, *numbers, strict=True)))


def _some_plans_each(members: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The members of tasks, all of a plan together: couples of all at once take much memory."""
    import numpy as np

    members = members.sort_values("plan", kind="stable", ignore_index=True)
    plans = members["plan"].to_numpy()
    first_of_plan = np.searchsorted(plans, plans)
    for _, some in members.groupby(first_of_plan // _MEMBERS_AT_ONCE):
        yield some
    yield members.iloc[:0]


def _counts(members: pd.DataFrame) -> pd.DataFrame:
    """The pairs of members of some plans by plan and numbers of bodies, with their counts."""
    import pandas as pd

    left, right = couples(members["task"].to_numpy())
    role, idle = members["role"].to_numpy(), members["weightless"].to_numpy() > 0
    body = members["body"].to_numpy()
    table = pd.DataFrame(
        {
            "plan": members["plan"].to_numpy()[left],
            "a": body[left],
            "b": body[right],
            "tasks": 1,
            "lead_support": role[left] + role[right] == LEAD + SUPPORT,
            "co_lead": (role[left] == LEAD) & (role[right] == LEAD),
            "support_support": (role[left] == SUPPORT) & (role[right] == SUPPORT),
            "boilerplate": idle[left] | idle[right],
        }
    )
    return table.groupby(["plan", "a", "b"], as_index=False).sum()
