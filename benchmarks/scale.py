"""The measures on a province and on China, beside the same figures by bare libraries.

Counted is what each measure does on columns of integers that are in memory: from parts to counts,
load, share, rank and z of every unit; from members to pairs with their five counts; from deadlines
and leads to what is due in a quarter. What makes columns of records, and names of numbers, is not:
China has no records here. China runs in a process of its own, whose peak of memory, the columns
included, is told of our measures alone.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from benchmarks import bare
from benchmarks.columns import Columns, columns
from benchmarks.measuring import Figure, Floor, Work, cpu_seconds, median_ratio
from graphmodel.analysis.due import due
from graphmodel.analysis.load import DEFAULT_WEIGHTS, load_of_units
from graphmodel.analysis.networks.betweenness import betweenness
from graphmodel.analysis.pairs import count_pairs

REFERENCE = "the same figures by NumPy and SciPy alone, on the same columns in memory"
PROVINCE, CHINA = 108, 3_070
"""Places: 0.74 and 21 million parts."""
QUARTER = (90, 179)
_CHECKED = 3
UNITS, PAIRS = 2_000, 20_000
RUNS = 5
MEASURES = ("load", "pairs", "due")
_TIMES = {"province": Floor(1.5), "China": Floor(1.8)}
_NETWORKX = Floor(70, at_least=True)
_MEMORY, _LONGEST = Floor(2_500), Floor(3)


def scale() -> list[Figure]:
    """Times, ratios and memory."""
    return [*_province(), *_china(), _betweenness()]


def _province() -> list[Figure]:
    check(columns(_CHECKED))
    given = columns(PROVINCE)
    seconds = _measured(given, RUNS)
    graph = bare.graph_of(given)
    single = bare.bipartite_of(graph)
    networkx: dict[str, Work] = {
        "load": lambda: bare.networkx_load(graph),
        "pairs": lambda: bare.networkx_pairs(single),
        "due": lambda: bare.networkx_due(graph, QUARTER),
    }
    pandas: dict[str, Work] = {
        "load": lambda: bare.pandas_load(given),
        "pairs": lambda: bare.pandas_pairs(given),
        "due": lambda: bare.pandas_due(given, QUARTER),
    }
    return [
        *_figures("province", seconds),
        *_beside("pandas", pandas, seconds, None),
        *_beside("networkx", networkx, seconds, _NETWORKX),
    ]


def _beside(
    library: str, works: Mapping[str, Work], seconds: Mapping[str, list[float]], floor: Floor | None
) -> Iterator[Figure]:
    """How many times as long as ours another library takes; once, since that is long."""
    for measure, work in works.items():
        start = time.process_time()
        work()
        ratio = (time.process_time() - start) / median(seconds[measure])
        yield Figure(f"{measure}, province, {library}", ratio, "× ours", floor=floor)


def _ours(given: Columns) -> dict[str, Work]:
    members = given.members
    return {
        "load": lambda: load_of_units(
            given.parts, given.places, given.is_unit, DEFAULT_WEIGHTS, split_leads=False
        ),
        "pairs": lambda: count_pairs(members),
        "due": lambda: due(given.deadlines, *QUARTER),
    }


def check(given: Columns) -> None:
    """Hold ours to the figures of the other libraries before anything is timed.

    Raises:
        AssertionError: They differ, so that there is nothing to compare.
    """
    load = load_of_units(
        given.parts, given.places, given.is_unit, DEFAULT_WEIGHTS, split_leads=False
    )
    pairs, rows = count_pairs(given.members), due(given.deadlines, *QUARTER)
    graph = bare.graph_of(given)
    loads: list[Any] = [
        bare.numpy_load(given),
        bare.pandas_load(given),
        pd.DataFrame.from_dict(bare.networkx_load(graph), orient="index").sort_index(),
    ]
    for other in loads:
        for name in other:
            np.testing.assert_allclose(load[name], other[name], err_msg=name)
    for name, column in bare.scipy_pairs(given).items():
        np.testing.assert_array_equal(pairs[name], column, err_msg=name)
    counts = pairs[["tasks", "lead_support", "co_lead", "support_support", "boilerplate"]]
    np.testing.assert_array_equal(counts, bare.pandas_pairs(given))
    projected = nx.get_edge_attributes(bare.networkx_pairs(bare.bipartite_of(graph)), "weight")
    by_pair = {(min(a[1], b[1]), max(a[1], b[1])): told for (a, b), told in projected.items()}
    found = zip(pairs["a"], pairs["b"], counts.itertuples(index=False, name=None), strict=True)
    assert by_pair == {(a, b): told for a, b, told in found}
    for mine, theirs in zip(rows, bare.numpy_due(given, QUARTER), strict=True):
        np.testing.assert_array_equal(mine, theirs)
    days = given.deadlines.days[rows[0]]
    told = [*zip(*(column.tolist() for column in (days, *rows)), strict=True)]
    assert bare.networkx_due(graph, QUARTER) == told
    assert bare.pandas_due(given, QUARTER)["body"].fillna(-1).tolist() == rows[1].tolist()


def _measured(given: Columns, runs: int) -> dict[str, list[float]]:
    """Seconds of ours and of the bare libraries, a number a round."""
    works: dict[str, Work] = {
        "bare load": lambda: bare.numpy_load(given),
        "bare pairs": lambda: bare.scipy_pairs(given),
        "bare due": lambda: bare.numpy_due(given, QUARTER),
        "bare BᵀB": lambda: bare.scipy_shared(given),
    }
    return cpu_seconds({**_ours(given), **works}, runs)


def _figures(size: str, seconds: Mapping[str, list[float]]) -> list[Figure]:
    figures = []
    for measure in MEASURES:
        ratio = median_ratio(seconds[measure], seconds[f"bare {measure}"])
        figures += [
            Figure(f"{measure}, {size}", median(seconds[measure]) * 1000, "ms"),
            Figure(f"{measure}, {size}, NumPy/SciPy", ratio, "× theirs", floor=_TIMES[size]),
        ]
    alone = median_ratio(seconds["pairs"], seconds["bare BᵀB"])
    return [*figures, Figure(f"pairs, {size}, BᵀB alone", alone, "× theirs")]


def _china() -> list[Figure]:
    """In a process of its own, since its peak of memory counts."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.scale"], check=True, capture_output=True, text=True
    )
    told = json.loads(done.stdout)
    memory = Figure("China, peak memory", told["memory"], "MB", floor=_MEMORY)
    return [*_figures("China", told["seconds"]), memory]


def _measure_and_tell() -> None:
    """Measure China, and print its seconds and its peak of memory."""
    given = columns(CHINA)
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins again from here
    for work in _ours(given).values():
        work()
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    memory = int(found[1]) * 1024 / 1e6 if found else float("nan")
    print(json.dumps({"memory": memory, "seconds": _measured(given, runs=3)}))


def _betweenness() -> Figure:
    random = np.random.default_rng(0)
    keys = random.choice(UNITS * (UNITS - 1) // 2, PAIRS, replace=False)
    upper = np.triu_indices(UNITS, k=1)
    half = csr_array(
        (np.ones(PAIRS, dtype=np.int64), (upper[0][keys], upper[1][keys])), shape=(UNITS, UNITS)
    )
    ties = (half + half.T).tocsr()
    seconds = median(cpu_seconds({"ours": lambda: betweenness(ties)}, RUNS)["ours"])
    return Figure(f"betweenness, {UNITS} units, {PAIRS} pairs", seconds, "s", floor=_LONGEST)


if __name__ == "__main__":
    _measure_and_tell()
