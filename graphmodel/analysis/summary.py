"""The few numbers that tell what plans hold, and the findings worth a second look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.analysis.concentration import concentration_of
from graphmodel.analysis.load import DECIMALS, DEFAULT_WEIGHTS, Weights, load, places_of
from graphmodel.analysis.plan_counts import PlanCount, diagnostics, plan_counts
from graphmodel.analysis.roles import objects
from graphmodel.model.facts import Facts
from graphmodel.model.records import Plan

if TYPE_CHECKING:
    import pandas as pd


class _Row(NamedTuple):
    jurisdiction: str | None
    plan: str | None
    measure: str
    value: float
    items: tuple[str, ...] = ()


def summary(
    facts: Facts, *, weights: Weights = DEFAULT_WEIGHTS, split_leads: bool = False
) -> pd.DataFrame:
    """The figures and findings of each jurisdiction and each plan.

    Of a jurisdiction (`plan` is None), its plans taken together: `plans`; `loaded_units`, which
    have a part in a task; their `load`; `overloaded`, how many of them are; `highest_z` of a
    load; `gini`, `hhi`, `top3_share` of the loads (`concentration.concentration_of`).

    Of a plan: `tasks`, `attributions`, `responsibilities`; the distinct `units`, `collectives`,
    `externals` that these name; `indicator_only_units`, which lead indicators and have no part
    in a task; `tasks_without_lead`; `tasks_led_by_collectives` and by no
    single body; `boilerplate_supports`; `indicators` listed; `indicators_without_lead`: neither
    it is led nor the one above it nor all below it; `indicators_without_task`, of the first
    level; `targets`, `deadlines`, `duties`, `stages`; `diagnostics_error`,
    `diagnostics_warning`, `diagnostics_info`. Diagnostics of no plan come last, with neither
    jurisdiction nor plan.

    Args:
        facts: The facts.
        weights: What an attribution weighs (`load.load`).
        split_leads: Whether bodies that lead together share the lead.

    Returns:
        `jurisdiction` (name or None), `plan` (id or None), `measure`, `value` (int, or float for
        loads and ratios), `items`: what was found, a tuple of names of bodies and indicators or
        ids of tasks, empty where only the number tells. Jurisdictions in the order of their
        first plan, each before its plans, then those that have units and no plan.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    import pandas as pd

    loads = load(facts, weights=weights, split_leads=split_leads)
    rows = [*_jurisdictions_and_plans(facts, loads), *_of_no_plan(facts)]
    columns = zip(*rows, strict=True) if rows else [()] * len(_Row._fields)
    return pd.DataFrame(
        {name: objects(column) for name, column in zip(_Row._fields, columns, strict=True)}
    )


def _jurisdictions_and_plans(facts: Facts, loads: pd.DataFrame) -> Iterator[_Row]:
    plans: defaultdict[str, list[Plan]] = defaultdict(list)
    for plan in facts.plans:
        plans[plan.jurisdiction_id or plan.jurisdiction or ""].append(plan)
    loads_by_place = dict(iter(loads.groupby(places_of(loads), sort=False)))
    uneven = concentration_of(loads)
    ratios = dict(zip(places_of(uneven), uneven.to_dict("records"), strict=True))
    of_plans = list(plan_counts(facts))
    for place in dict.fromkeys([*plans, *loads_by_place]):
        rows = loads_by_place.get(place, loads.iloc[:0])
        names = [*(plan.jurisdiction for plan in plans[place]), *rows["jurisdiction"].head(1)]
        for measure, value, items in (
            ("plans", len(plans[place]), ()),
            *_of_loads(rows, ratios.get(place, _EVEN)),
        ):
            yield _Row(names[0], None, measure, value, items)
        for plan in plans[place]:
            yield from _of_plan(plan, of_plans)


_EVEN = {"gini": 0.0, "hhi": 0.0, "top3_share": 0.0}


def _of_loads(
    rows: pd.DataFrame, ratios: Mapping[Any, Any]
) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    """The measures of the loads of one jurisdiction, the heaviest first."""
    yield "loaded_units", len(rows), ()
    yield "load", round(float(rows["load"].sum()), DECIMALS), ()
    yield "overloaded", int(rows["overloaded"].sum()), tuple(rows["name"][rows["overloaded"]])
    heaviest = rows.head(1)
    yield "highest_z", float(heaviest["z"].sum()), tuple(heaviest["name"][heaviest["z"] > 0])
    for measure in _EVEN:
        yield measure, float(ratios[measure]), ()


def _of_plan(plan: Plan, counts: list[PlanCount]) -> Iterator[_Row]:
    for count in counts:
        items = tuple(count.items.get(plan.id, ()))
        value = count.counts.get(plan.id, 0)
        yield _Row(plan.jurisdiction, plan.id, count.measure, value, items)


def _of_no_plan(facts: Facts) -> Iterator[_Row]:
    """The diagnostics that are about no plan, such as those of the gazetteer."""
    for count in diagnostics(facts):
        if None in count.counts:
            yield _Row(None, None, count.measure, count.counts[None])
