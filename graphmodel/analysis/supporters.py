"""Who supports because a plan ends nearly every list with the same names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.analysis.parts import BOILERPLATE, parts
from graphmodel.analysis.roles import SUPPORT, objects
from graphmodel.model.facts import Facts

if TYPE_CHECKING:
    import pandas as pd


def boilerplate_supporters(facts: Facts, plan: str = "") -> pd.DataFrame:
    """The bodies with boilerplate support (`boilerplate`), those with most of it first.

    Args:
        facts: The facts.
        plan: Id of the plan that is looked at; empty: all.

    Returns:
        By plan, boilerplate and supports, both falling, then id: `plan`, `unit`, `name`, `kind`;
        `supports`: attributions of the plan that it supports; `boilerplate`: of these, as part
        of a tail.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    table = parts(facts)
    table = table[table["role"] == SUPPORT]
    marks = (table["weightless"] == BOILERPLATE).groupby([table["plan"], table["unit"]])
    counts = marks.agg(supports="size", boilerplate="sum").astype("int64").reset_index()
    units = [facts.units[row] for row in counts["unit"]]
    found = counts.assign(
        plan=objects(facts.plans[row].id for row in counts["plan"]),
        unit=objects(unit.id for unit in units),
        name=objects(unit.name for unit in units),
        kind=objects(str(unit.kind) for unit in units),
    )
    chosen = found[(found["boilerplate"] > 0) & ((found["plan"] == plan) | (plan == ""))]
    order = ["plan", "boilerplate", "supports", "unit"]
    rising = [True, False, False, True]
    rows = chosen.sort_values(order, ascending=rising, kind="stable", ignore_index=True)
    return rows[["plan", "unit", "name", "kind", "supports", "boilerplate"]]
