"""The graph in memory, as a NetworkX `MultiDiGraph`: for people who program."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived, Edge, Node, edges, nodes

if TYPE_CHECKING:
    import networkx as nx


def build(facts: Facts, derived: Derived) -> nx.MultiDiGraph[str]:
    """The graph of facts.

    A node is its id; its attributes are `label` and the properties that the schema declares for
    that label. An edge has the attributes `type` and the properties of that type; its key is
    `TYPE:key`, such as `LEADS:` and the id of the responsibility, so that two edges between
    the same nodes stay two. Values are text, numbers, truth values, None, or tuples of these.

    Args:
        facts: The facts.
        derived: What the analysis adds: boilerplate and collaborations.

    Raises:
        FactsError: `invalid`, when one id stands for two nodes, or one key for two edges;
            `unknown_id`, when an edge starts or ends at no node.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes(facts):
        _add_node(graph, node)
    for edge in edges(facts, derived):
        _add_edge(graph, edge)
    return graph


def _add_node(graph: nx.MultiDiGraph[str], node: Node) -> None:
    if node.id in graph:
        labels = (graph.nodes[node.id]["label"], node.label)
        raise FactsError(node.id, "invalid", what="duplicate_id", labels=labels)
    graph.add_node(node.id, label=node.label, **_plain(node.properties))


def _add_edge(graph: nx.MultiDiGraph[str], edge: Edge) -> None:
    ends = (edge.source, edge.target)
    for end in ends:
        if end not in graph:
            raise FactsError(end, "unknown_id", edge=edge.type)
    key = f"{edge.type}:{edge.key}"
    attributes = {"type": edge.type, **_plain(edge.properties)}
    # The same thing said twice, such as an issuer printed twice, is one edge.
    if graph.has_edge(*ends, key) and graph.edges[(*ends, key)] != attributes:
        raise FactsError(key, "invalid", what="duplicate_id")
    graph.add_edge(*ends, key=key, **attributes)


def _plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties with words of fixed sets as plain text, which file formats need."""
    return {
        name: str(value) if isinstance(value, StrEnum) else value
        for name, value in properties.items()
    }
