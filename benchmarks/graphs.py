"""The graphs whose pages are measured, and the same as pages of stock pyvis.

`python -m benchmarks.graphs FOLDER` writes both: it is a process of its own, since the peak of
memory of what is measured would begin with that of its parent.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from pyvis.network import Network

from benchmarks.corpus import corpus
from benchmarks.invented import Size, invented
from graphmodel import extract
from graphmodel.model.facts import Facts
from graphmodel.model.facts_json import to_json
from graphmodel.model.records import Plan, Text
from graphmodel.views.payload import payload
from graphmodel.views.picture import placed

SIZES = {
    "1,000 nodes, 3,000 edges": Size(
        places=5,
        plans_a_place=3,
        tasks_a_plan=50,
        leads_a_task=1,
        supports_a_task=2,
        collectives_a_task=1,
        units_a_place=46,
        collectives_a_place=4,
        sections_a_plan=5,
    ),
    "10,000 nodes, 40,000 edges": Size(
        places=20,
        plans_a_place=8,
        tasks_a_plan=50,
        leads_a_task=1,
        supports_a_task=3,
        collectives_a_task=1,
        units_a_place=90,
        collectives_a_place=10,
        sections_a_plan=5,
    ),
}

STOCK, STILL = "stock", "still"
"""Pages of pyvis: as it comes, and without its simulation, at the places that our page has."""
_FILLER = "各有关单位要按照职责分工，抓好工作落实。"


def plan_measured() -> Path:
    """The document of one plan: the largest of the corpus."""
    return max(corpus().documents, key=lambda path: path.stat().st_size)


def prepare(folder: Path) -> dict[str, Path]:
    """Write the graphs and their stock pages, in a process of its own.

    Returns:
        By its name the file of each graph, which `graphmodel view` reads; see `stock_page`.
    """
    subprocess.run([sys.executable, "-m", "benchmarks.graphs", str(folder)], check=True)
    files = {name: folder / f"{place}.json" for place, name in enumerate(SIZES)}
    return {plan_measured().stem: plan_measured(), **files}


def stock_page(folder: Path, place: int, kind: str) -> Path:
    """The page of pyvis of a graph, by its place among the graphs."""
    return folder / f"{place}-{kind}.html"


def _write(folder: Path) -> None:
    graphs = [extract(plan_measured()), *map(_with_texts, map(invented, SIZES.values()))]
    for place, facts in enumerate(graphs):
        _write_stock_pages(facts, folder, place)
        if place:
            (folder / f"{place - 1}.json").write_text(to_json(facts), encoding="utf-8")


def _with_texts(facts: Facts) -> Facts:
    return replace(facts, texts=tuple(_text(facts, plan) for plan in facts.plans))


def _text(facts: Facts, plan: Plan) -> Text:
    """A text with the title of each task at its place, and as long as the tasks are."""
    titles = (task.title for task in facts.tasks if task.plan == plan.id)
    lines = (f"{title}。{_FILLER * 10}"[:199] for title in titles)
    return Text(plan.id, "\n".join(lines))


def _write_stock_pages(facts: Facts, folder: Path, place: int) -> None:
    graph = payload(facts, ("graph",))
    nodes = list(placed(graph.nodes, graph.edges))
    for kind in (STOCK, STILL):
        network = Network(directed=True, cdn_resources="in_line")
        for node in nodes:
            where = {"x": node["x"], "y": node["y"]} if kind == STILL else {}
            network.add_node(node["id"], label=node["label"], **where)
        for edge in graph.edges:
            network.add_edge(edge["from"], edge["to"])
        network.toggle_physics(kind == STOCK)
        stock_page(folder, place, kind).write_text(network.generate_html(), encoding="utf-8")


if __name__ == "__main__":
    _write(Path(sys.argv[1]))
