"""What a scenario comes to: the measures before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.collaboration import pairs_of
from graphmodel.analysis.coverage import tasks_without_lead
from graphmodel.analysis.frames import frame
from graphmodel.analysis.load import DEFAULT_WEIGHTS, Weights, load
from graphmodel.analysis.place_comparison import figures_of, places_of
from graphmodel.model.facts import Facts

if TYPE_CHECKING:
    import pandas as pd

_LOAD = ("leads", "supports", "load", "share", "z", "threshold", "overloaded")
_PAIR = ("tasks", "lead_support", "co_lead", "support_support", "boilerplate")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The measures before and after; the tables are described at `outcome`."""

    figures: pd.DataFrame
    units: pd.DataFrame
    pairs: pd.DataFrame


def outcome(before: Facts, after: Facts, *, weights: Weights = DEFAULT_WEIGHTS) -> Outcome:
    """What changed from one state of the facts to another.

    All measures are taken anew: what is boilerplate, and the line above which units are
    overloaded, are those of each state.

    Args:
        before: The facts.
        after: The same after a scenario (`applying.after_scenario`).
        weights: What an attribution weighs.

    Returns:
        Three tables:

        - `figures`: for each place and measure of `places.figures_of`, and for
          `tasks_without_lead`: `place` (id), `name`, `measure`, `value`, `value_after`;
        - `units`, all that have a part in a task in one of the two states, by the greater load:
          `unit`, `name`, `jurisdiction`; `leads`, `supports`, `load`, `share`, `z`, `threshold`,
          `overloaded` as in `load.load`, and the same with `_after`, None where the unit has no
          part; `changed`: whether leads, supports or load are different;
        - `pairs` of units whose shared tasks are different, by the difference: `unit_a`,
          `unit_b`, `name_a`, `name_b`, `tasks`, `lead_support`, `co_lead`, `support_support`,
          `boilerplate` as in `collaboration.pairs_of`, and the same with `_after`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    return Outcome(
        _figures(before, after, weights), _units(before, after, weights), _pairs(before, after)
    )


def _figures(before: Facts, after: Facts, weights: Weights) -> pd.DataFrame:
    rows: dict[tuple[str, str], list[object]] = {}
    names: dict[str, str] = {}
    for facts in (before, after):
        places = places_of(facts)
        names |= {place.key: place.name for place in places}
        values = [tuple(row) for row in figures_of(places, weights).itertuples(index=False)]
        values += [
            (place.key, "tasks_without_lead", len(tasks_without_lead(place.facts)))
            for place in places
        ]
        for key, measure, value in values:
            rows.setdefault((str(key), str(measure)), []).append(value)
    found = ((key, names[key], measure, *both) for (key, measure), both in rows.items())
    return frame(found, "place name measure value value_after")


def _units(before: Facts, after: Facts, weights: Weights) -> pd.DataFrame:
    key = ["unit", "name", "jurisdiction"]
    left, right = (load(facts, weights=weights) for facts in (before, after))
    names = dict(zip(right["unit"], right["name"], strict=True))
    renamed = left.assign(name=left["unit"].map(names).fillna(left["name"]))
    table = _beside(renamed, right, key, _LOAD)
    same = [table[name].eq(table[f"{name}_after"]) for name in ("leads", "supports", "load")]
    greater = table[["load", "load_after"]].max(axis="columns")
    table = table.assign(changed=~(same[0] & same[1] & same[2]), greater=greater)
    order = table.sort_values(["greater", "unit"], ascending=[False, True], kind="stable")
    return order.drop(columns="greater").reset_index(drop=True)


def _pairs(before: Facts, after: Facts) -> pd.DataFrame:
    left, right = pairs_of(before), pairs_of(after)
    table = _beside(left.drop(columns=["name_a", "name_b"]), right, ["unit_a", "unit_b"], _PAIR)
    names = {unit.id: unit.name for facts in (before, after) for unit in facts.units}
    for name in _PAIR:
        for column in (name, f"{name}_after"):
            table[column] = table[column].fillna(0).astype("int64")
    table = table.assign(
        name_a=table["unit_a"].map(names),
        name_b=table["unit_b"].map(names),
        difference=(table["tasks_after"] - table["tasks"]).abs(),
    )
    changed = table[(table[list(_PAIR)].to_numpy() != _after(table).to_numpy()).any(axis=1)]
    order = changed.sort_values(
        ["difference", "unit_a", "unit_b"], ascending=[False, True, True], kind="stable"
    )
    columns = ["unit_a", "unit_b", "name_a", "name_b"]
    columns += [column for name in _PAIR for column in (name, f"{name}_after")]
    pairs: pd.DataFrame = order[columns].reset_index(drop=True)
    return pairs


def _after(table: pd.DataFrame) -> pd.DataFrame:
    values: pd.DataFrame = table[[f"{name}_after" for name in _PAIR]]
    return values


def _beside(
    left: pd.DataFrame, right: pd.DataFrame, key: list[str], names: tuple[str, ...]
) -> pd.DataFrame:
    """Two tables as one, by key, with the columns of the second as `…_after`."""
    columns = [*key, *names]
    table: pd.DataFrame = left[columns].merge(
        right[columns], on=key, how="outer", sort=False, suffixes=("", "_after")
    )
    both: pd.DataFrame = table[[*key, *(n for name in names for n in (name, f"{name}_after"))]]
    return both
