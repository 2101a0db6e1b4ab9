"""The nodes and edges of facts as tables of the shape that `schema` declares.

Every store is filled from these tables, row by row. A row is a tuple of the declared properties,
in their order; the row of an edge has the ids of its two nodes before them. Values are text,
numbers, truth values, None, or tuples of texts; a path is text (`3.1.1`), a day is ISO 8601.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from graphmodel.model.checksum import checksums
from graphmodel.model.columns import columns_of, encode
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.schema import NODE_TYPES, EdgeType, NodeType, Property
from graphmodel.model.vocabulary import UnitKind

Row = tuple[Any, ...]
Derive = Callable[[Any], Row]


class Pair(NamedTuple):
    """Two units that share tasks of a plan, the smaller id first, and how many of each kind."""

    plan: str
    unit_a: str
    unit_b: str
    tasks: int
    lead_support: int
    co_lead: int
    support_support: int
    boilerplate: int


@dataclass(frozen=True, slots=True)
class Derived:
    """What the analysis adds to the graph; a store only writes it down."""

    boilerplate: frozenset[str] = frozenset()
    """Ids of the responsibilities that are boilerplate support."""
    repeats: frozenset[str] = frozenset()
    """Ids of the responsibilities that say again what counts already."""
    pairs: Sequence[Pair] = ()
    """The pairs of units, plan by plan."""


@dataclass(frozen=True, slots=True)
class NodeTable:
    """The nodes of one type; a row begins with the id."""

    type: NodeType
    rows: Iterable[Row]


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """The edges of one type between two kinds of nodes; a row begins with the ids of the two."""

    type: EdgeType
    pair: tuple[str, str]
    rows: Iterable[Row]


def node_tables(facts: Facts) -> Iterator[NodeTable]:
    """All nodes, a table a label, in the order of the schema."""
    derive = {"Task": _due_of_tasks(facts), "Plan": _checksum_of_plans(facts)}
    for node in NODE_TYPES:
        records = records_of(facts, node)
        yield NodeTable(node, rows_of(records, node.table, node.properties, derive.get(node.label)))


def records_of(facts: Facts, node: NodeType) -> Iterable[Any]:
    """The records that are nodes of a type."""
    if node.label not in ("Unit", "Collective"):
        return facts.rows(node.table)
    return (unit for unit in facts.units if label_of(unit.kind) == node.label)


def label_of(kind: UnitKind) -> str:
    """The label of a body."""
    return "Collective" if kind is UnitKind.COLLECTIVE else "Unit"


def rows_of(
    records: Iterable[Any],
    table: str,
    properties: Iterable[Property],
    derive: Derive | None = None,
) -> Iterator[Row]:
    """The properties of each record of a table as a tuple.

    Args:
        records: The records.
        table: Their table.
        properties: Those that are columns of the table, then those that are not.
        derive: Gives those that are not, as a tuple.
    """
    columns = {column.name: column for column in columns_of(TABLES[table])}
    names = [p.name for p in properties if p.name in columns]
    get = attrgetter(*names)
    plain = [
        (place, encode if columns[name].type == "path" else str)
        for place, name in enumerate(names)
        if columns[name].values or columns[name].type == "path"
    ]
    for record in records:
        row = _plain(get(record), plain)
        yield row + derive(record) if derive else row


def _plain(row: Row, places: Sequence[tuple[int, Callable[[Any], str]]]) -> Row:
    """The row with paths and words of fixed sets as plain text, which drivers and files need."""
    if not places:
        return row
    values = list(row)
    for place, text in places:
        if values[place] is not None:
            values[place] = text(values[place])
    return tuple(values)


def _due_of_tasks(facts: Facts) -> Derive:
    dates: defaultdict[str, list[str]] = defaultdict(list)
    recurrences: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for deadline in facts.deadlines:
        if deadline.date:
            dates[deadline.task].append(deadline.date)
        if deadline.recurrence:
            recurrences[deadline.task][deadline.recurrence.value] = None
    return lambda task: (
        min(dates.get(task.id, ()), default=None),
        tuple(recurrences.get(task.id, ())),
    )


def _checksum_of_plans(facts: Facts) -> Derive:
    sums = checksums(facts)
    return lambda plan: (sums[plan.id],)
