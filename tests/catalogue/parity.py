"""The catalogue beside the measures: parameters drawn from facts, and rows that have to agree."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from inspect import Parameter, signature
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmodel.analysis.load import Weights
from graphmodel.catalogue import Entry, entry, names
from graphmodel.model.facts import Facts, merge
from graphmodel.model.facts_folder import read_folder
from graphmodel.model.resources import resource
from graphmodel.pipeline import derived, extract
from graphmodel.stores.contract import CypherStore
from graphmodel.stores.loading import load

if TYPE_CHECKING:
    import pandas as pd

Given = dict[str, str]
Rows = list[tuple[Any, ...]]
WEIGHTS = ("lead", "support", "engaged")


def measure_of(entry: Entry) -> Any:
    """The function that gives the rows of a query."""
    module, function = entry.measure.split(".")
    return getattr(import_module(f"graphmodel.analysis.{module}"), function)


def arguments(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a query as its measure takes them: the three weights are one thing."""
    weights = {name: values[name] for name in WEIGHTS if name in values}
    others = {name: value for name, value in values.items() if name not in weights}
    return {**others, "weights": Weights(**weights)} if weights else others


def parameters_of(function: Any) -> dict[str, Any]:
    """The parameters of a measure after the facts, as a query has them, with their defaults."""
    _, *parameters = signature(function).parameters.values()
    defaults: dict[str, Any] = {}
    for p in parameters:
        if p.name == "weights":
            defaults |= {name: getattr(p.default, name) for name in WEIGHTS}
        else:
            defaults[p.name] = None if p.default is Parameter.empty else p.default
    return defaults


def measured(facts: Facts, entry: Entry, values: Mapping[str, Any]) -> Rows:
    """What the measure gives, of the columns that the query has."""
    table: pd.DataFrame = measure_of(entry)(facts, **arguments(values))
    columns = [table[column.name].tolist() for column in entry.columns]
    return [tuple(map(_plain, row)) for row in zip(*columns, strict=True)]


def _plain(value: Any) -> Any:
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, str) and not value.isascii():
        # stores write half characters as their escapes
        return value.encode("utf-8", "backslashreplace").decode()
    return value


def differences(rows: Sequence[Sequence[Any]], others: Sequence[Sequence[Any]]) -> list[Any]:
    """Where two answers differ: values, types or order. Sums of floats may differ by a hair."""
    if len(rows) != len(others):
        return [len(rows), len(others)]
    return [(a, b) for a, b in zip(rows, others, strict=True) if not all(map(_same, a, b))]


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, float) and isinstance(b, float):
        return math.isclose(a, b, rel_tol=1e-12)
    return type(a) is type(b) and bool(a == b)


def disagreements(facts: Facts, store: CypherStore, most: int) -> list[Any]:
    """Every query and its parameters for which a store and the measure do not agree.

    Args:
        facts: The facts.
        store: An empty store, which is filled with them.
        most: How many values of each parameter are tried.
    """
    load(store, facts, derived(facts))
    found = []
    for query in map(entry, names()):
        for given in parameter_sets(facts, query, most):
            values = query.values(given)
            answer = store.run(query.text, values)
            assert answer.columns == tuple(column.name for column in query.columns)
            if differs := differences(answer.rows, measured(facts, query, values)):
                found.append((query.name, given, differs[:2]))
    return found


def parameter_sets(facts: Facts, query: Entry, most: int) -> Iterator[Given]:
    """Parameters of a query, values that are in the facts and some that are not.

    All parameters that have to be given go through their values together, each at its own pace,
    so that as many combinations come about as there are values; then each other one alone.
    """
    known = _values(facts, most)
    required = [p.name for p in query.parameters if p.is_required]
    turns = max((len(known[name]) for name in required), default=1)
    turning = [_turned(known[name], n, turns) for n, name in enumerate(required)]
    sets = [dict(zip(required, values, strict=True)) for values in zip(*turning, strict=True)]
    yield from sets or [{}]
    for p in query.parameters:
        if not p.is_required:
            yield from ({**(sets or [{}])[0], p.name: value} for value in known[p.name])


def _turned(values: Sequence[str], by: int, count: int) -> Iterator[str]:
    """So many of the values over and over, from one on."""
    return islice(cycle((*values[by:], *values[:by])), count)


def _values(facts: Facts, most: int) -> dict[str, list[str]]:
    """Texts for each parameter that there is in the catalogue."""
    bodies = [text for unit in facts.units for text in (unit.id, unit.name)]
    days = sorted({d.date for d in facts.deadlines if d.date})
    tasks, indicators = facts.tasks, facts.indicators
    ids = [key for r in facts.responsibilities for key in (r.id, r.task or r.indicator or "")]
    functions = [code for unit in facts.units for code in unit.functions]
    called = [text for row in indicators for text in (row.id, row.code or "", row.name)]
    metrics = [text for g in facts.targets for text in (g.metric, g.metric[:1])]
    choice: dict[str, list[str]] = {
        "unit": bodies,
        "other": [*(plan.id for plan in facts.plans), *reversed(bodies)],
        "plan": [plan.id for plan in facts.plans],
        "id": [*ids, *(task.id for task in tasks)],
        "function": functions,
        "indicator": called,
        "metric": metrics,
        "since": days,
        "until": days[::-1],
        "day": days,
    }
    few = {name: [*_some(values, most), "no such"] for name, values in choice.items()}
    for name in ("since", "until", "day"):
        few[name] = [*_some(choice[name], most), date.max.isoformat(), date.min.isoformat()]
    return {**few, **_NUMBERS}


_NUMBERS = {
    "lead": ["0", "2.5"],
    "support": ["1"],
    "engaged": ["0.7"],
    "split_leads": ["true"],
    "boilerplate": ["true"],
    "least": ["2", "1000"],
    "most": ["0", "1"],
    "kind": ["", "meet"],
}


def _some(values: Sequence[str], most: int) -> list[str]:
    """Each value once, of many some from all over."""
    several = list(dict.fromkeys(values))
    return several[:: max(1, -(-len(several) // most))]


@cache
def samples() -> Facts:
    """The facts of the sample documents."""
    return extract(resource("data", "samples"))


@cache
def five_plans() -> Facts:
    """The facts of the five plans."""
    folders = sorted(path for path in resource("data", "plans").iterdir() if path.is_dir())
    return merge(read_folder(Path(folder)) for folder in folders)
