"""What would relieve whoever carries too much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.frames import BOOLEAN, FLOAT, INTEGER, frame
from graphmodel.analysis.load import DEFAULT_WEIGHTS, Weights, load, places_of
from graphmodel.analysis.parts import COUNTS
from graphmodel.analysis.relief.handovers import Handover, handovers, place_of
from graphmodel.analysis.relief.obstacles import obstacles
from graphmodel.analysis.relief.programme import SECONDS, Problem, Solution, solve
from graphmodel.analysis.relief.state import after
from graphmodel.analysis.tasks import about
from graphmodel.model.facts import Facts

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Relief:
    """Changes of lead, and what they come to; the tables are described at `relieve`."""

    changes: pd.DataFrame
    units: pd.DataFrame
    obstacles: pd.DataFrame
    places: pd.DataFrame


def relieve(
    facts: Facts, *, weights: Weights = DEFAULT_WEIGHTS, seconds: float = SECONDS
) -> Relief:
    """The fewest changes of lead after which nobody's load exceeds the line of the state before.

    The line of a jurisdiction is the load at which robust z is 3.5 (`load.load`, `threshold`),
    frozen, since median and MAD move with every change. Whoever is above it is meant, also one
    that leads fewer than three tasks. Each change is from a lead to a unit of the same place that
    supports the task; who led it supports it afterwards (`handovers`). Where nobody's load can be
    brought below the line, the changes are those that leave the least load above it.

    Of equally short lists of changes one is taken by rule (`programme`): supporters with weight
    come before boilerplate ones, then units with less load, then earlier tasks, then ids.

    Args:
        facts: The facts; the plans of a jurisdiction are taken together.
        weights: What an attribution weighs.
        seconds: How long the search for one jurisdiction may take.

    Returns:
        Four tables, jurisdictions by their id:

        - `changes`, in the order of the plans: `jurisdiction`, `plan`, `task`, `path`, `title`,
          `group` (number of the attribution), `giver`, `giver_name`, `taker`, `taker_name`
          (bodies), `loss`, `gain` (load), `boilerplate` (whether the taker supports as such),
          `responsibility` (id of the lead), `support` (id of the taker's part);
        - `units` above the line before or with a change, by load: the columns of `state.after`;
        - `obstacles`: see `obstacles.obstacles`;
        - `places` with somebody above the line: `jurisdiction`, `jurisdiction_id`, `threshold`,
          `above`, `above_after` (units), `changes`, `excess` (load above the line that is left),
          `least_excess`, `least_changes` (proved bounds), `proved` (whether these are met),
          `ranked` (whether the rule for equally short lists was carried out to its end);
          `threshold_after` and `overloaded_after` (names, a tuple): the line and who is
          overloaded by the measures of the state after.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    loads = load(facts, weights=weights)
    open_changes = handovers(facts, weights)
    problems = dict(_problems(facts, loads, open_changes))
    solutions = {place: solve(problem, seconds) for place, problem in problems.items()}
    chosen = [change for solution in solutions.values() for change in solution.chosen]
    table = after(facts, loads, chosen)
    return Relief(
        _changes(facts, chosen),
        _concerned(facts, table, chosen),
        obstacles(facts, table, open_changes, chosen),
        _places(table, solutions),
    )


def _problems(
    facts: Facts, loads: pd.DataFrame, open_changes: Sequence[Handover]
) -> Iterator[tuple[str, Problem]]:
    """The jurisdictions where somebody is above the line."""
    before = dict(zip(loads["unit"], loads["load"], strict=True))
    of_place: defaultdict[str, list[Handover]] = defaultdict(list)
    for change in sorted(open_changes, key=lambda change: _preference(facts, change, before)):
        of_place[place_of(facts.units[change.lead.unit])].append(change)
    rows_by_id = {unit.id: row for row, unit in enumerate(facts.units)}
    for place, units in sorted(loads.groupby(places_of(loads))):
        rows = units["unit"].map(rows_by_id).tolist()
        carried = dict(zip(rows, units["load"].tolist(), strict=True))
        lines = dict(zip(rows, units["threshold"].tolist(), strict=True))
        problem = Problem(carried, lines, of_place[place])
        if problem.above:
            yield place, problem


def _preference(facts: Facts, change: Handover, before: dict[str, float]) -> tuple[bool, float]:
    """Who supports with weight comes first, then who carries less, then as the changes come."""
    return change.support.weightless != COUNTS, before[facts.units[change.support.unit].id]


def _changes(facts: Facts, chosen: Sequence[Handover]) -> pd.DataFrame:
    rows = []
    for change in sorted(chosen, key=lambda change: _place(facts, change)):
        lead = facts.responsibilities[change.lead.row]
        giver, taker = facts.units[change.lead.unit], facts.units[change.support.unit]
        bodies = (giver.id, giver.name, taker.id, taker.name)
        loads = (change.loss, change.gain, change.support.weightless != COUNTS)
        support = facts.responsibilities[change.support.row]
        task = about(facts.tasks[change.lead.task])
        rows.append((giver.jurisdiction, *task, lead.group, *bodies, *loads, lead.id, support.id))
    columns = "jurisdiction plan task path title group giver giver_name taker taker_name"
    types = {"group": INTEGER, "loss": FLOAT, "gain": FLOAT, "boilerplate": BOOLEAN}
    return frame(rows, f"{columns} loss gain boilerplate responsibility support", **types)


def _place(facts: Facts, change: Handover) -> tuple[str, int, str, int, str]:
    task = facts.tasks[change.lead.task]
    unit = facts.units[change.lead.unit]
    return task.plan, task.start, task.id, change.lead.attribution, unit.id


def _concerned(facts: Facts, table: pd.DataFrame, chosen: Sequence[Handover]) -> pd.DataFrame:
    changed = {facts.units[n].id for c in chosen for n in (c.lead.unit, c.support.unit)}
    rows = table[table["above"] | table["unit"].isin(changed)]
    order = rows.assign(place=places_of(rows)).sort_values(
        ["place", "load", "unit"], ascending=[True, False, True], kind="stable", ignore_index=True
    )
    return order.drop(columns="place")


def _places(table: pd.DataFrame, solutions: dict[str, Solution]) -> pd.DataFrame:
    rows = []
    for place, solution in solutions.items():
        units = table[places_of(table) == place]
        excess = (units["load_after"] - units["threshold"]).where(units["above_after"], 0.0).sum()
        first = units.iloc[0]
        counts = (units["above"].sum(), units["above_after"].sum(), len(solution.chosen))
        bounds = (excess, solution.least_excess, solution.least_changes)
        proved = (solution.is_proved, solution.is_ranked)
        place_of_all = (first.jurisdiction, first.jurisdiction_id, first.threshold)
        anew = (first.threshold_after, tuple(units[units["overloaded_after"]]["name"]))
        rows.append((*place_of_all, *counts, *bounds, *proved, *anew))
    columns = "jurisdiction jurisdiction_id threshold above above_after changes"
    types = {
        **dict.fromkeys(("above", "above_after", "changes", "least_changes"), INTEGER),
        **dict.fromkeys(("threshold", "excess", "least_excess", "threshold_after"), FLOAT),
        **dict.fromkeys(("proved", "ranked"), BOOLEAN),
    }
    columns += " excess least_excess least_changes proved ranked threshold_after overloaded_after"
    return frame(rows, columns, **types)
