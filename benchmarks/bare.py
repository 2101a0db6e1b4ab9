"""The same figures with NumPy and SciPy alone, with pandas and with networkx.

Each is written as one would who knows the library and needs these figures once. That they are the
same figures is checked before anything is timed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import fmean, median
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
from networkx.algorithms import bipartite
from scipy.sparse import csr_array, triu

from benchmarks.columns import Columns
from graphmodel.analysis.parts import COUNTS
from graphmodel.analysis.roles import ENGAGED, LEAD, SUPPORT

Period = tuple[int, int]


def numpy_load(columns: Columns) -> dict[str, np.ndarray]:
    """Counts, load, share, rank and z of each unit that has a part, by its number."""
    parts, size = columns.parts, len(columns.places)
    unit, role, task, idle, together = (
        parts[name].to_numpy() for name in ("unit", "role", "task", "weightless", "together")
    )
    led = np.sort(task[role == LEAD] * np.int64(size) + unit[role == LEAD])
    found = {
        "sole_leads": _count(unit[(role == LEAD) & (together == 1)], size),
        "co_leads": _count(unit[(role == LEAD) & (together > 1)], size),
        "supports": _count(unit[role == SUPPORT], size),
        "boilerplate_supports": _count(unit[(role == SUPPORT) & (idle != COUNTS)], size),
        "engaged": _count(unit[role == ENGAGED], size),
        "tasks_led": _count(led[np.flatnonzero(np.diff(led, prepend=-1))] % size, size),
    }
    chosen = columns.is_unit & (_count(unit, size) > 0)
    found = {name: column[chosen] for name, column in found.items()}
    leads = found["sole_leads"] + found["co_leads"]
    weighty = found["supports"] - found["boilerplate_supports"]
    load = (leads + 0.3 * weighty + 0.1 * found["engaged"]).round(9)
    return found | {"load": load} | _compared(load, columns.places[chosen])


def _count(numbers: np.ndarray, size: int) -> np.ndarray:
    return np.bincount(numbers, minlength=size)


def _compared(load: np.ndarray, places: np.ndarray) -> dict[str, np.ndarray]:
    """Share, rank and z in each place; units come by place."""
    starts = np.flatnonzero(np.diff(places, prepend=-1))
    sizes = np.diff(np.append(starts, len(places)))
    totals = np.repeat(np.add.reduceat(load, starts), sizes)
    order = np.lexsort((-load, places))
    first = np.flatnonzero(
        (np.diff(load[order], prepend=-1) != 0) | (np.diff(places, prepend=-1) != 0)
    )
    ranks = np.empty(len(load), dtype=np.int64)
    within = np.arange(len(load)) - np.repeat(starts, sizes)
    ranks[order] = np.repeat(within[first] + 1, np.diff(np.append(first, len(load))))
    middle = np.repeat(_medians(load, places, starts, sizes), sizes)
    deviation = np.abs(load - middle)
    mad = np.repeat(_medians(deviation, places, starts, sizes), sizes)
    mean = np.repeat(np.add.reduceat(deviation, starts) / sizes, sizes)
    scale = np.where(mad > 0, mad / 0.6745, 1.253314 * mean)
    return {"share": load / totals, "rank": ranks, "z": (load - middle) / scale}


def _medians(
    numbers: np.ndarray, places: np.ndarray, starts: np.ndarray, sizes: np.ndarray
) -> np.ndarray:
    ordered = numbers[np.lexsort((numbers, places))]
    middle: np.ndarray = (ordered[starts + (sizes - 1) // 2] + ordered[starts + sizes // 2]) / 2
    return middle


def scipy_pairs(columns: Columns) -> dict[str, np.ndarray]:
    """The pairs, and of each the five counts, each by a product of its own."""
    role = columns.parts["role"].to_numpy()
    every, lead, support, weighty = (
        _incidence(columns, chosen)
        for chosen in (
            np.ones(len(role), dtype=bool),
            role == LEAD,
            role == SUPPORT,
            columns.parts["weightless"].to_numpy() == COUNTS,
        )
    )
    shared = _upper(every.T @ every)
    one_way = lead.T @ support
    counts = {
        "tasks": shared,
        "lead_support": _upper(one_way + one_way.T),
        "co_lead": _upper(lead.T @ lead),
        "support_support": _upper(support.T @ support),
        "weighty": _upper(weighty.T @ weighty),
    }
    rows = np.repeat(np.arange(shared.shape[0], dtype=np.int64), np.diff(shared.indptr))
    keys = rows * shared.shape[0] + shared.indices
    found = {name: _aligned(matrix, keys) for name, matrix in counts.items()}
    boilerplate = found["tasks"] - found.pop("weighty")
    return {"a": rows, "b": shared.indices, **found, "boilerplate": boilerplate}


def _incidence(columns: Columns, chosen: np.ndarray) -> csr_array:
    parts = columns.parts
    rows, bodies = parts["task"].to_numpy()[chosen], parts["unit"].to_numpy()[chosen]
    shape = (int(parts["task"].iloc[-1]) + 1, len(columns.places))
    return csr_array((np.ones(len(rows), dtype=np.int32), (rows, bodies)), shape=shape)


def _upper(matrix: Any) -> csr_array:
    upper: csr_array = triu(matrix, k=1, format="csr")
    upper.sort_indices()
    return upper


def _aligned(matrix: csr_array, keys: np.ndarray) -> np.ndarray:
    rows = np.repeat(np.arange(matrix.shape[0], dtype=np.int64), np.diff(matrix.indptr))
    column = np.zeros(len(keys), dtype=np.int64)
    column[np.searchsorted(keys, rows * matrix.shape[0] + matrix.indices)] = matrix.data
    return column


def scipy_shared(columns: Columns) -> csr_array:
    """How many tasks each two share, alone: the least that SciPy needs for pairs."""
    every = _incidence(columns, np.ones(len(columns.parts), dtype=bool))
    return _upper(every.T @ every)


def numpy_due(columns: Columns, period: Period) -> tuple[np.ndarray, np.ndarray]:
    """Deadlines of a period with each body that leads, -1 where none does, by day."""
    given = columns.deadlines
    rows = np.flatnonzero((given.days >= period[0]) & (given.days <= period[1]))
    rows = rows[np.argsort(given.days[rows], kind="stable")]
    counts = np.bincount(given.lead_tasks, minlength=int(given.tasks[-1]) + 1)
    starts = np.cumsum(counts) - counts
    own = counts[given.tasks[rows]]
    times = np.maximum(own, 1)
    steps = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    places = np.repeat(starts[given.tasks[rows]], times) + steps
    bodies = given.lead_bodies[np.minimum(places, len(given.lead_bodies) - 1)]
    return np.repeat(rows, times), np.where(np.repeat(own, times) > 0, bodies, -1)


def pandas_load(columns: Columns) -> pd.DataFrame:
    """Counts, load, share, rank and z of each unit, by group-by."""
    parts = columns.parts.assign(joint=columns.parts["together"] > 1)
    kinds = parts.groupby(["unit", "role", "weightless", "joint"]).size()
    counts = kinds.unstack(["role", "weightless", "joint"], fill_value=0)
    counts = counts.T.groupby(["role", "weightless"]).sum().T
    leads = parts[parts["role"] == LEAD].drop_duplicates(["task", "unit"])
    tasks_led = leads.groupby("unit").size()
    load = counts[LEAD, 0] + 0.3 * counts[SUPPORT, 0] + 0.1 * counts[ENGAGED, 0]
    table = pd.DataFrame({"load": load.round(9), "tasks_led": tasks_led}).fillna(0)
    table = table[columns.is_unit[table.index]]
    places = columns.places[table.index]
    by_place = table.groupby(places)["load"]
    middle = by_place.transform("median")
    deviation = (table["load"] - middle).abs()
    mad, mean = (deviation.groupby(places).transform(name) for name in ("median", "mean"))
    scale = (mad / 0.6745).where(mad > 0, 1.253314 * mean)
    return table.assign(
        share=table["load"] / by_place.transform("sum"),
        rank=by_place.rank(method="min", ascending=False),
        z=(table["load"] - middle) / scale,
    )


def pandas_pairs(columns: Columns) -> pd.DataFrame:
    """The pairs with their five counts, by a merge of the table with itself."""
    table = columns.parts[["task", "unit", "role", "weightless"]]
    both = table.merge(table, on="task", suffixes=("_a", "_b"))
    both = both[both["unit_a"] < both["unit_b"]]
    role = both["role_a"], both["role_b"]
    counts = both[["unit_a", "unit_b"]].assign(
        tasks=1,
        lead_support=role[0] + role[1] == LEAD + SUPPORT,
        co_lead=(role[0] == LEAD) & (role[1] == LEAD),
        support_support=(role[0] == SUPPORT) & (role[1] == SUPPORT),
        boilerplate=(both["weightless_a"] != COUNTS) | (both["weightless_b"] != COUNTS),
    )
    return counts.groupby(["unit_a", "unit_b"]).sum()


def pandas_due(columns: Columns, period: Period) -> pd.DataFrame:
    """Deadlines of a period with who leads, by a merge."""
    given = columns.deadlines
    table = pd.DataFrame({"day": given.days, "task": given.tasks})
    leads = pd.DataFrame({"task": given.lead_tasks, "body": given.lead_bodies})
    some = table[table["day"].between(*period)]
    return some.merge(leads, on="task", how="left").sort_values("day", kind="stable")


def graph_of(columns: Columns) -> nx.MultiDiGraph[Any]:
    """The graph as `to_networkx` gives it, of what is needed here: bodies, tasks, deadlines.

    It has to be one of several edges between two nodes, since a body may have two roles in a task.
    """
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for number, (place, is_unit) in enumerate(
        zip(columns.places.tolist(), columns.is_unit.tolist(), strict=True)
    ):
        graph.add_node(("body", number), label="Unit" if is_unit else "Collective", place=place)
    names = ("unit", "task", "role", "weightless", "together")
    for unit, task, role, weightless, together in zip(
        *(columns.parts[name].tolist() for name in names), strict=True
    ):
        graph.add_node(("task", task), label="Task")
        edge = {"type": _TYPES[role], "boilerplate": weightless != COUNTS, "co_leads": together}
        graph.add_edge(("body", unit), ("task", task), **edge)
    given = columns.deadlines
    for number, (day, task) in enumerate(
        zip(given.days.tolist(), given.tasks.tolist(), strict=True)
    ):
        graph.add_node(("deadline", number), label="Deadline", day=day)
        graph.add_edge(("task", task), ("deadline", number), type="HAS_DEADLINE")
    return graph


_TYPES = {LEAD: "LEADS", SUPPORT: "SUPPORTS", ENGAGED: "ENGAGED_IN"}


def networkx_load(graph: nx.MultiDiGraph[Any]) -> dict[int, dict[str, float]]:
    """Counts, load, share, rank and z of each unit, edge by edge."""
    table: dict[int, dict[str, float]] = {}
    by_place: defaultdict[int, list[int]] = defaultdict(list)
    for node, data in graph.nodes(data=True):
        if data["label"] == "Unit" and graph.out_degree(node):
            table[node[1]] = _counts_of_edges(graph.out_edges(node, data=True))
            by_place[data["place"]].append(node[1])
    for units in by_place.values():
        loads = [table[unit]["load"] for unit in units]
        total, middle = sum(loads), median(loads)
        deviations = [abs(load - middle) for load in loads]
        mad = median(deviations)
        scale = mad / 0.6745 if mad else 1.253314 * fmean(deviations)
        for unit, load in zip(units, loads, strict=True):
            table[unit] |= {
                "share": load / total,
                "rank": 1 + sum(other > load for other in loads),
                "z": (load - middle) / scale,
            }
    return table


def _counts_of_edges(edges: Iterable[tuple[Any, Any, dict[str, Any]]]) -> dict[str, float]:
    names = ("sole_leads", "co_leads", "supports", "boilerplate_supports", "engaged")
    counts = dict.fromkeys(names, 0)
    led = set()
    for _, task, edge in edges:
        if edge["type"] == "LEADS":
            counts["co_leads" if edge["co_leads"] > 1 else "sole_leads"] += 1
            led.add(task)
        elif edge["type"] == "SUPPORTS":
            counts["supports"] += 1
            counts["boilerplate_supports"] += edge["boilerplate"]
        elif edge["type"] == "ENGAGED_IN":
            counts["engaged"] += 1
    leads = counts["sole_leads"] + counts["co_leads"]
    weighty = counts["supports"] - counts["boilerplate_supports"]
    load = round(leads + 0.3 * weighty + 0.1 * counts["engaged"], 9)
    return {**counts, "tasks_led": len(led), "load": load}


def bipartite_of(graph: nx.MultiDiGraph[Any]) -> nx.Graph[Any]:
    """Bodies and tasks with one edge each, which the projections of networkx need."""
    edges = (
        (body, task, edge)
        for body, task, edge in graph.edges(data=True)
        if edge["type"] != "HAS_DEADLINE"
    )
    single: nx.Graph[Any] = nx.Graph()
    single.add_edges_from(edges)
    return single


def networkx_pairs(graph: nx.Graph[Any]) -> nx.Graph[Any]:
    """The pairs with their five counts, by the projection of networkx."""
    bodies = [node for node in graph if node[0] == "body"]
    return bipartite.generic_weighted_projected_graph(graph, bodies, weight_function=_shared)


def _shared(graph: nx.Graph[Any], a: Any, b: Any) -> tuple[int, ...]:
    """Tasks of both; of these lead–support, joint leads, both support, one without weight."""
    counts = [0] * 5
    for task in graph[a].keys() & graph[b].keys():
        one, other = graph[a][task], graph[b][task]
        types = {one["type"], other["type"]}
        counts[0] += 1
        counts[1] += types == {"LEADS", "SUPPORTS"}
        counts[2] += types == {"LEADS"}
        counts[3] += types == {"SUPPORTS"}
        counts[4] += one["boilerplate"] or other["boilerplate"]
    return tuple(counts)


def networkx_due(graph: nx.MultiDiGraph[Any], period: Period) -> list[tuple[int, int, int]]:
    """Day, deadline and body that leads of the deadlines of a period; -1 where none does."""
    found = []
    for node, data in graph.nodes(data=True):
        if data["label"] == "Deadline" and period[0] <= data["day"] <= period[1]:
            [task] = graph.predecessors(node)
            edges = graph.in_edges(task, data=True)
            leads = sorted(body[1] for body, _, edge in edges if edge["type"] == "LEADS")
            found += [(data["day"], node[1], lead) for lead in leads or [-1]]
    return sorted(found)
