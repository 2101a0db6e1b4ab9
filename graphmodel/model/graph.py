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
from graphmodel.model.columns import Column, columns_of, encode
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.files import utf8
from graphmodel.model.schema import NODE_TYPES, EdgeType, NodeType, Property
from graphmodel.model.vocabulary import UnitKind

Row = tuple[Any, ...]
Derive = Callable[[Sequence[Any]], list[list[Any]]]
"""From records to columns of what is no column of their table."""


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
        rows = rows_of(records, node.table, node.properties, derive.get(node.label))
        yield NodeTable(node, map(_whole_characters, rows) if node.label == "Plan" else rows)


def records_of(facts: Facts, node: NodeType) -> Sequence[Any]:
    """The records that are nodes of a type."""
    if node.label not in ("Unit", "Collective"):
        return facts.rows(node.table)
    return [unit for unit in facts.units if label_of(unit.kind) == node.label]


def label_of(kind: UnitKind) -> str:
    """The label of a body."""
    return "Collective" if kind is UnitKind.COLLECTIVE else "Unit"


def rows_of(
    records: Sequence[Any],
    table: str,
    properties: Iterable[Property],
    derive: Derive | None = None,
    *before: Callable[[Any], Any],
) -> Iterator[Row]:
    """The properties of each record of a table as a tuple.

    They are gathered column by column, which takes a quarter of the time of record by record,
    and only when the first row is asked for.

    Args:
        records: The records.
        table: Their table.
        properties: Those that are columns of the table, then those that are not.
        derive: Gives those that are not, a column each.
        before: Give what stands before the properties.
    """
    declared = {column.name: column for column in columns_of(TABLES[table])}
    columns = [_values(records, declared[p.name]) for p in properties if p.name in declared]
    first = [list(map(get, records)) for get in before]
    yield from zip(*first, *columns, *(derive(records) if derive else ()), strict=True)


def _values(records: Sequence[Any], column: Column) -> list[Any]:
    """A column; paths and words of fixed sets as plain text, which drivers and files need."""
    values = list(map(attrgetter(column.name), records))
    if column.values:
        plain = {value: value for value in column.values}
        return list(map(plain.get, values))
    return list(map(encode, values)) if column.type == "path" else values


def _whole_characters(row: Row) -> Row:
    """The row as databases can hold it: the name of a file may have half a character."""
    return tuple(utf8(value).decode() if isinstance(value, str) else value for value in row)


def _due_of_tasks(facts: Facts) -> Derive:
    dates: defaultdict[str, list[str]] = defaultdict(list)
    recurrences: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for deadline in facts.deadlines:
        if deadline.date:
            dates[deadline.task].append(deadline.date)
        if deadline.recurrence:
            recurrences[deadline.task][deadline.recurrence.value] = None
    return lambda tasks: [
        [min(dates.get(task.id, ()), default=None) for task in tasks],
        [tuple(recurrences.get(task.id, ())) for task in tasks],
    ]


def _checksum_of_plans(facts: Facts) -> Derive:
    sums = checksums(facts)
    return lambda plans: [[sums[plan.id] for plan in plans]]
