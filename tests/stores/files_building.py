"""Graphs for the tests of files: a tiny one, nasty facts, and rows of any values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import networkx as nx
from hypothesis import strategies as st

from graphmodel import pipeline
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived, EdgeTable, NodeTable, Row
from graphmodel.model.records import Plan, Responsibility, Task, Unit
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES, EdgeType, NodeType, Property
from graphmodel.model.vocabulary import Basis, Confidence, PlanStatus, Role, UnitKind
from graphmodel.stores.files.formats import FOLDERS, GraphFormat
from graphmodel.stores.files.tables import GraphTables
from graphmodel.stores.files.writing import write
from graphmodel.stores.networkx_store import NetworkxStore
from tests.model.building import LEAD, SOUND
from tests.stores.generating import NASTY, NUL

TINY = Facts(
    plans=(
        Plan(
            id="p",
            title='甲"县"',
            doc_number=None,
            issuers=("甲府", "乙;府"),
            issuer_ids=(),
            jurisdiction=None,
            jurisdiction_id=None,
            issued="2024-02-29",
            status=PlanStatus.ISSUED,
            references=(),
            source="",
            sha256="00",
            format="text",
            encoding=None,
        ),
    ),
    tasks=(Task("p#1", "p", (1,), "推进\n<审批>", None, 6, 18),),
    units=(Unit("县:住建", "县住建局", UnitKind.UNIT, "housing", ("housing",), None, None),),
    responsibilities=(
        Responsibility(
            id="p#1/0.lead.0",
            plan="p",
            task="p#1",
            indicator=None,
            unit="县:住建",
            mention="住建局",
            role=Role.LEAD,
            group=0,
            basis=Basis.DESIGNATED,
            open_ended=False,
            standing=True,
            rule="r",
            start=11,
            end=15,
            confidence=Confidence.CERTAIN,
        ),
    ),
)
"""A plan, a task that a unit leads: three nodes, and edges LEADS, PART_OF and NAMES."""


def nasty_facts() -> Facts:
    """Sound facts with every nasty text as id, name, title, mention and member of lists."""
    texts = (*NASTY, f"a{NUL}b")
    numbered = list(enumerate(texts))
    keys = {number: f"{number} {text[:60]}" for number, text in numbered}
    tasks = [Task(f"p#{keys[n]}", "p", (2, n), text, None, 0, 1) for n, text in numbered]
    units = [
        Unit(f"u{keys[n]}", text, UnitKind.UNIT, text, (text, "x") if text else (), text, None)
        for n, text in numbered
    ]
    parts = [
        replace(LEAD, id=f"r{keys[n]}", task=f"p#{keys[n]}", unit=f"u{keys[n]}", mention=text)
        for n, text in numbered
    ]
    names = tuple(filter(None, texts))
    plan = replace(SOUND.plans[0], issuers=names, references=names[::-1])
    return replace(
        SOUND,
        plans=(plan, *SOUND.plans[1:]),
        tasks=(*SOUND.tasks, *tasks),
        units=(*SOUND.units, *units),
        responsibilities=(*SOUND.responsibilities, *parts),
    )


def tables_of(facts: Facts) -> GraphTables:
    return pipeline.graph_tables(facts)


def written(facts: Facts, folder: Path, form: GraphFormat) -> Path:
    """The file or folder that holds the graph of facts."""
    path = folder / (form if form in FOLDERS else f"graph.{form}")
    write(tables_of(facts), path, form)
    return path


class AnyTables(GraphTables):
    """Tables of any rows."""

    def __init__(self, nodes: Sequence[NodeTable], edges: Sequence[EdgeTable]) -> None:
        """Take the tables as they are."""
        super().__init__(Facts(), Derived())
        self._node_tables = nodes
        self._edge_tables = edges

    def nodes(self) -> Iterator[NodeTable]:
        return iter(self._node_tables)

    def edges(self) -> Iterator[EdgeTable]:
        return iter(self._edge_tables)

    def graph(self) -> nx.MultiDiGraph[str]:
        """The graph that NetworkX has of them."""
        store = NetworkxStore()
        for nodes in self._node_tables:
            store.put_nodes(nodes.type, nodes.rows, new=True)
        for edges in self._edge_tables:
            store.put_edges(edges.type, edges.pair, edges.rows, new=True)
        return store.graph


_MARKS = "\x00\x01\x0b\x1f\t\n\r \x7f\x85\u2028\ufffe\uffff\ud800\udfff<>&\"'_x0041\\|;,[]{}甲😀"
_CHARACTERS = st.sampled_from(_MARKS) | st.characters(exclude_categories=[])
_ODD = ("", "_x0000_", "_x005F_x0041_", "_x0041\x00", "\r\n", " a ", "null", "[]", "甲" * 5000)


def _whole(text: str) -> str:
    """The text with two halves of a character in a row as the character that they are."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


any_text = st.sampled_from(_ODD) | st.text(_CHARACTERS, max_size=8).map(_whole)
_VALUES: dict[str, tuple[Any, ...]] = {
    "int": (0, -1, 5, 2**63 - 1, -(2**63)),
    "float": (0.0, -0.0, 1e-300, 0.1, -1.5, 1e300, 10.0),
    "bool": (False, True),
    "date": ("2024-02-29", "0001-01-01"),
}


def _value(p: Property, texts: Sequence[str], rng: Random) -> Any:
    if p.type == "strings":
        return tuple(rng.choices(texts, k=rng.randint(0, 3)))
    return rng.choice(_VALUES.get(p.type, texts))


def _row(kind: NodeType | EdgeType, number: int, texts: Sequence[str], rng: Random) -> Row:
    """Any values, every other one None but for what tells the row from others."""
    key = "id" if isinstance(kind, NodeType) else kind.key
    values = []
    for p in kind.properties:
        value = _value(p, texts, rng)
        if p.name == key:
            value = f"{getattr(kind, 'label', '')}{number}{value}"
        elif rng.random() < 0.4:
            value = None
        values.append(value)
    return tuple(values)


@st.composite
def any_tables(draw: st.DrawFn) -> AnyTables:
    """Nodes of each label and edges of each type and pair, with any values.

    Hypothesis draws the texts; a seed decides where they stand, for drawing each value takes long.
    """
    texts = draw(st.lists(any_text, min_size=1, max_size=6))
    rng = Random(draw(st.integers(0, 2**32 - 1)))
    nodes = [
        NodeTable(kind, [_row(kind, number, texts, rng) for number in range(2)])
        for kind in NODE_TYPES
    ]
    ids = {table.type.label: [row[0] for row in table.rows] for table in nodes}
    edges = [
        EdgeTable(
            edge,
            (source, target),
            [
                (ids[source][1], ids[target][0], *_row(edge, number, texts, rng))
                for number in range(rng.randint(0, 2) if edge.key else 1)
            ],
        )
        for edge in EDGE_TYPES
        for source, target in edge.pairs
    ]
    return AnyTables(nodes, edges)
