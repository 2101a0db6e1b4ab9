"""The loads of a place before and after some changes of lead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graphmodel.analysis.load import DECIMALS, LEAST_TASKS_LED, places_of
from graphmodel.analysis.parts import parts
from graphmodel.analysis.relief.handovers import Handover
from graphmodel.analysis.relief.programme import SLACK
from graphmodel.analysis.roles import LEAD
from graphmodel.analysis.statistics import THRESHOLD, robust_z
from graphmodel.model.facts import Facts

if TYPE_CHECKING:
    import pandas as pd


def after(facts: Facts, loads: pd.DataFrame, changes: Sequence[Handover]) -> pd.DataFrame:
    """The load table with what the changes make of it.

    What counts as boilerplate stays as the plan has it: the changes move leads, and no supporter
    of the same old tail has more to do for it.

    Args:
        facts: The state before.
        loads: Its load table (`load.load`).
        changes: The changes.

    Returns:
        `loads` with `leads_after`, `tasks_led_after`, `load_after`, and of all loads of the
        jurisdiction after the changes `z_after`, `median_after`, `threshold_after`,
        `overloaded_after`; `above` and `above_after`: whether the load is above the line of the
        state before, `threshold`.
    """
    numbers = {unit.id: number for number, unit in enumerate(facts.units)}
    rows = loads["unit"].map(numbers)
    shifts = _shifts(changes)
    table = loads.assign(
        leads_after=loads["leads"] + rows.map(_balance(changes)).fillna(0).astype("int64"),
        tasks_led_after=rows.map(_tasks_led(facts, changes)).fillna(0).astype("int64"),
        load_after=(loads["load"] + rows.map(shifts).fillna(0.0)).round(DECIMALS),
    )
    table = table.join(robust_z(table["load_after"], places_of(table)).add_suffix("_after"))
    stands_out = table["z_after"] > THRESHOLD
    line = table["threshold"] + SLACK
    return table.assign(
        overloaded_after=stands_out & (table["tasks_led_after"] >= LEAST_TASKS_LED),
        above=table["load"] > line,
        above_after=table["load_after"] > line,
    )


def _shifts(changes: Iterable[Handover]) -> dict[int, float]:
    """What the load of each unit changes by."""
    found: defaultdict[int, float] = defaultdict(float)
    for change in changes:
        found[change.lead.unit] -= change.loss
        found[change.support.unit] += change.gain
    return found


def _balance(changes: Iterable[Handover]) -> Counter[int]:
    """By how many attributions each unit leads more."""
    found: Counter[int] = Counter()
    for change in changes:
        found[change.lead.unit] -= 1
        found[change.support.unit] += 1
    return found


def _tasks_led(facts: Facts, changes: Iterable[Handover]) -> Counter[int]:
    """How many tasks each unit leads after the changes."""
    table = parts(facts)
    led = table[table["role"] == LEAD]
    names = ("attribution", "unit", "task")
    left = {(a, u): t for a, u, t in zip(*(led[name] for name in names), strict=True)}
    for change in changes:
        del left[change.lead.attribution, change.lead.unit]
        left[change.lead.attribution, change.support.unit] = change.lead.task
    return Counter(unit for unit, _ in {(unit, task) for (_, unit), task in left.items()})
