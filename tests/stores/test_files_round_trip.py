"""Files that hold a graph whole: what is read again is what NetworkX has of the facts."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings

import graphmodel
from graphmodel.model.errors import FactsError, InputError
from graphmodel.model.facts import Facts
from graphmodel.model.validation import validate
from graphmodel.stores.files.formats import GraphFormat
from graphmodel.stores.files.gexf import read_gexf
from graphmodel.stores.files.graphml import read_graphml
from graphmodel.stores.files.node_link import read_node_link
from graphmodel.stores.files.writing import write
from tests.model.building import SOUND
from tests.stores.files_building import TINY, AnyTables, any_tables, nasty_facts, written
from tests.stores.generating import rich_facts

Read = Callable[[str | Path], "nx.MultiDiGraph[str]"]
READERS: dict[GraphFormat, Read] = {
    GraphFormat.GRAPHML: read_graphml,
    GraphFormat.GEXF: read_gexf,
    GraphFormat.NODE_LINK: read_node_link,
}
EVERY = pytest.mark.parametrize("form", READERS)


def foreign(path: Path, form: GraphFormat) -> Any:
    """What NetworkX itself reads; of GEXF a simple graph, where no two edges are parallel."""
    if form is GraphFormat.GRAPHML:
        return nx.read_graphml(path, force_multigraph=True)
    if form is GraphFormat.GEXF:
        return nx.read_gexf(path)
    data = json.loads(path.read_bytes())
    return nx.node_link_graph(data, edges="edges", multigraph=True, directed=True)


def contents(graph: nx.MultiDiGraph[str]) -> tuple[dict[str, Any], dict[Any, Any]]:
    """Nodes and edges with everything on them, types of values told apart."""
    nodes = {key: repr(sorted(values.items())) for key, values in graph.nodes(data=True)}
    edges = {
        (source, target, key): repr(sorted(values.items()))
        for source, target, key, values in graph.edges(keys=True, data=True)
    }
    return nodes, edges


@EVERY
@pytest.mark.parametrize("facts", [SOUND, TINY, nasty_facts(), Facts()], ids=lambda _: "")
def test_graph_comes_back(tmp_path: Path, form: GraphFormat, facts: Facts) -> None:
    assert validate(facts) == []
    found = READERS[form](written(facts, tmp_path, form))
    assert contents(found) == contents(graphmodel.to_networkx(facts))


@EVERY
def test_rich_graphs_come_back(form: GraphFormat) -> None:
    @settings(max_examples=12, deadline=None)
    @given(rich_facts())
    def comes_back(facts: Facts) -> None:
        with tempfile.TemporaryDirectory() as folder:
            found = READERS[form](written(facts, Path(folder), form))
        assert contents(found) == contents(graphmodel.to_networkx(facts))

    comes_back()


@EVERY
def test_any_values_come_back(form: GraphFormat) -> None:
    @settings(max_examples=40, deadline=None)
    @given(any_tables())
    def comes_back(tables: AnyTables) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "graph"
            write(tables, path, form)
            assert contents(READERS[form](path)) == contents(tables.graph())

    comes_back()


@EVERY
def test_networkx_reads_any_values(form: GraphFormat) -> None:
    """With the same nodes and edges; texts that XML cannot hold have numbers in them."""

    @settings(max_examples=30, deadline=None)
    @given(any_tables())
    def reads(tables: AnyTables) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "graph"
            write(tables, path, form)
            found, expected = foreign(path, form), tables.graph()
        assert found.number_of_nodes() == expected.number_of_nodes()
        assert found.number_of_edges() == expected.number_of_edges()

    reads()


@EVERY
def test_networkx_reads_nodes_keys_and_values(tmp_path: Path, form: GraphFormat) -> None:
    found = foreign(written(SOUND, tmp_path, form), form)
    expected = graphmodel.to_networkx(SOUND)
    assert sorted(found.edges(keys=True)) == sorted(expected.edges(keys=True))
    for key, values in expected.nodes(data=True):
        assert found.nodes[key].get("title") == values.get("title")
        assert found.nodes[key].get("start") == values.get("start")
    lead = found.edges["甲县:住建", "p#1.1", "LEADS:p#1.1/1.lead.0"]
    assert (lead["type"], lead["co_leads"], lead["repeats"]) == ("LEADS", 2, False)


@EVERY
@pytest.mark.parametrize("damage", [b"", b"<graph", b'{"nodes": [{"label": "x"}], "edges": []}'])
def test_damaged_file_is_named(tmp_path: Path, form: GraphFormat, damage: bytes) -> None:
    path = tmp_path / "图.x"
    path.write_bytes(damage)
    with pytest.raises(FactsError) as caught:
        READERS[form](path)
    assert (caught.value.source, caught.value.code) == (str(path), "malformed")


@EVERY
def test_missing_file_is_named(tmp_path: Path, form: GraphFormat) -> None:
    with pytest.raises(InputError) as caught:
        READERS[form](tmp_path / "none")
    assert (caught.value.source, caught.value.code) == (str(tmp_path / "none"), "unreadable")
