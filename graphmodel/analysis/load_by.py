"""Load cut by plan, by indicator, by month: where the load of each unit comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import indicator_names
from graphmodel.analysis.choices import Cut
from graphmodel.analysis.load import (
    DECIMALS,
    DEFAULT_WEIGHTS,
    Weights,
    names_of,
    tally,
    weighed_parts,
)
from graphmodel.analysis.roles import integers, objects, units_of_kind
from graphmodel.analysis.statistics import ranks
from graphmodel.analysis.tasks import due_of_tasks
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    import pandas as pd

    from graphmodel.analysis.roles import Bools


_NAMES = ["unit", "name", "jurisdiction"]
_COUNTS = (
    *("tasks", "leads", "sole_leads", "co_leads", "supports", "boilerplate_supports"),
    *("standing_supports", "engaged", "load", "share", "rank"),
)


def load_by(
    facts: Facts,
    cut: Cut,
    *,
    weights: Weights = DEFAULT_WEIGHTS,
    split_leads: bool = False,
    collectives: bool = False,
) -> pd.DataFrame:
    """The load of every unit in each plan, for each indicator, or in each month.

    Load is that of `load.load`, of some of the tasks:

    - those of a plan; the plans' loads add up to the whole;
    - those about a first-level indicator, by its national code, in whatever plan; a task about
      several counts for each, so that these loads add up to more than the whole;
    - those whose first day on which something is due is in a month; the months' loads add up to
      the whole.

    Args:
        facts: The facts.
        cut: What load is cut by.
        weights: What an attribution weighs.
        split_leads: Whether bodies that lead together share the lead.
        collectives: Whether groups named as one have rows too.

    Returns:
        A row for each plan, indicator or month and each unit that has a part in a task of it;
        plans in the order of the table, indicators by load, months in time, and last what
        belongs to none; in each by load, then leads, both falling, then id: a column with the name
        of the cut: id of the plan, code of the indicator, `YYYY-MM`, or None; `label`: title of
        the plan, name of the indicator; `unit`, `name`, `jurisdiction`; `tasks` that the unit has
        a part in; `leads`, `sole_leads`, `co_leads`, `supports`, `boilerplate_supports`,
        `standing_supports`, `engaged`, `load` as in `load.load`; `share` of the load of its plan,
        indicator or month, 0 to 1, and `rank` by it, equals sharing the better place;
        `jurisdiction_id`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    labels = _labels(facts, cut)
    table = _tallied(facts, _groups(facts, cut, list(labels)), weights, split_leads)
    table = table[_has_row(facts, collectives)[table["row"].to_numpy()]]
    named = _compared(table.join(names_of(facts), on="row"))
    ordered = _ordered(named, len(labels) - 1, by_load=cut is Cut.INDICATOR)
    keys = [list(labels)[group] for group in ordered["group"]]
    ordered = ordered.assign(**{cut: objects(keys), "label": objects(labels[key] for key in keys)})
    return ordered[[str(cut), "label", *_NAMES, *_COUNTS, "jurisdiction_id"]]


def _tallied(
    facts: Facts, groups: pd.DataFrame, weights: Weights, split_leads: bool
) -> pd.DataFrame:
    """What each body, by its row, has in each group of tasks."""
    import numpy as np

    parts = weighed_parts(facts).merge(groups, on="task")
    cells = parts.groupby(["group", "unit"])
    numbers = np.asarray(cells.ngroup(), dtype=np.int64)
    table = tally(parts, numbers, cells.ngroups, weights, split_leads)
    tasks = cells["task"].nunique().rename("tasks").reset_index()
    return table.join(tasks.rename(columns={"unit": "row"}))


def _labels(facts: Facts, cut: Cut) -> dict[str | None, str | None]:
    """What load is cut into, by key, in order, with the name of each; last what is in none."""
    labels: dict[str | None, str | None]
    match cut:
        case Cut.PLAN:
            labels = {plan.id: plan.title for plan in facts.plans}
        case Cut.INDICATOR:
            labels = dict(indicator_names(facts).items())
        case Cut.MONTH:
            months = sorted({day[:7] for day in due_of_tasks(facts).values()})
            labels = {month: month for month in months}
    return {**labels, None: None}


def _groups(facts: Facts, cut: Cut, keys: list[str | None]) -> pd.DataFrame:
    """The tasks, by their row, with the number of each key that they belong to."""
    import pandas as pd

    numbers = {key: number for number, key in enumerate(keys)}
    pairs = [
        (row, numbers[key])
        for row, of_task in enumerate(_keys_of_tasks(facts, cut))
        for key in of_task
    ]
    rows, groups = (integers(pair[side] for pair in pairs) for side in (0, 1))
    return pd.DataFrame({"task": rows, "group": groups})


def _keys_of_tasks(facts: Facts, cut: Cut) -> Iterator[Iterable[str | None]]:
    """What each task belongs to."""
    nothing: list[str | None] = [None]
    if cut is Cut.PLAN:
        yield from ([task.plan] for task in facts.tasks)
    elif cut is Cut.INDICATOR:
        codes: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for link in facts.measures:
            codes[link.task][link.code] = None
        yield from (codes.get(task.id, nothing) for task in facts.tasks)
    else:
        due = due_of_tasks(facts)
        yield from ([due[task.id][:7]] if task.id in due else nothing for task in facts.tasks)


def _has_row(facts: Facts, collectives: bool) -> Bools:
    units, groups = (units_of_kind(facts, k) for k in (UnitKind.UNIT, UnitKind.COLLECTIVE))
    return units | groups if collectives else units


def _compared(table: pd.DataFrame) -> pd.DataFrame:
    """The table with what compares each row with those of its plan, indicator or month."""
    totals = table.groupby("group")["load"].transform("sum").round(DECIMALS)
    return table.assign(
        total=totals,
        share=(table["load"] / totals.where(totals > 0)).fillna(0.0),
        rank=ranks(table["load"], table["group"]),
    )


def _ordered(table: pd.DataFrame, last: int, *, by_load: bool) -> pd.DataFrame:
    """The rows in the order of groups, or of their loads; one group last; in each by load."""
    order = {
        "is_last": table["group"] == last,
        "by_load": -table["total"] if by_load else 0,
        "by_group": table["group"],
        "by_own_load": -table["load"],
        "by_leads": -table["leads"],
        "by_id": table["unit"],
    }
    return table.assign(**order).sort_values([*order], kind="stable", ignore_index=True)
