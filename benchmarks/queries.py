"""How long the queries of the catalogue take on a large graph in the embedded engine, warm."""

from __future__ import annotations

import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks.invented import FUNCTIONS, invented
from benchmarks.measuring import Figure, Floor
from benchmarks.stores import SIZE
from graphmodel.catalogue import Entry, entry, names
from graphmodel.model.facts import Facts
from graphmodel.pipeline import derived
from graphmodel.stores.ladybug_store import LadybugStore
from graphmodel.stores.loading import load

REFERENCE = "none; by the clock, with fetching the rows"
_RUNS = 3
_SECOND = Floor(1.0)


def queries() -> list[Figure]:
    """A figure for each query of the catalogue, on the graph that the stores are loaded with."""
    facts = invented(SIZE)
    given = _given(facts)
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "graph.lbug"
        with closing(LadybugStore(file)) as store:
            load(store, facts, derived(facts))
        del facts
        with closing(LadybugStore(file, read_only=True)) as store:
            return [_figure(store, one, given) for one in map(entry, names())]


def _given(facts: Facts) -> dict[str, str]:
    """Values for the parameters that have to be given."""
    plan, other_plan = facts.plans[0].id, facts.plans[1].id
    unit, other = facts.units[0].id, facts.units[1].id
    return {
        "unit": unit,
        "other": other,
        "plan": plan,
        "other plan": other_plan,
        "id": facts.responsibilities[0].id,
        "function": FUNCTIONS[0],
        "indicator": "indicator:electricity",
        "metric": "时间",
        "since": "2023-01-01",
        "until": "2023-12-31",
        "day": "2023-06-30",
    }


def _figure(store: LadybugStore, query: Entry, given: dict[str, str]) -> Figure:
    names_of = [p.name for p in query.parameters if p.is_required]
    texts = {name: given[name] for name in names_of}
    if "plan" in texts and "other" in texts:
        texts["other"] = given["other plan"]
    values = query.values(texts)
    seconds = []
    for _ in range(_RUNS + 1):
        start = time.perf_counter()
        rows = store.run(query.text, values).rows
        seconds.append(time.perf_counter() - start)
    return Figure(f"{query.name}, {len(rows)} rows", median(seconds[1:]), "s", None, _SECOND)
