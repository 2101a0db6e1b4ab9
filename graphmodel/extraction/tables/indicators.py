"""Tables of indicators with the bodies that answer for them."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.extraction.draft import DraftIndicator, Mention, led_by
from graphmodel.extraction.indicators import code_of
from graphmodel.extraction.squeezed import Squeezed, squeezed
from graphmodel.extraction.tables.cells import said_by_cell
from graphmodel.extraction.tables.found import FoundTable, Row, Span
from graphmodel.extraction.tables.head import Head
from graphmodel.model.vocabulary import Basis, Role


def read_indicators(text: str, table: FoundTable) -> Iterator[DraftIndicator]:
    """The indicators of a table that has columns of indicators and of bodies, but none of work.

    Two columns of indicators are a group and its members. In lines of cells a row with one cell
    more than the head names a group and a member, too.
    """
    columns = table.head.of("indicator")
    if not columns or table.head.of("task") or not table.head.of("lead", "responsible"):
        return
    group: Squeezed | None = None
    for row in table.rows:
        grouped = len(columns) > 1 or len(row) == len(table.head.words) + 1
        name_column = columns[-1] if len(columns) > 1 else columns[0] + grouped
        if len(row) <= name_column:
            continue
        if grouped:
            above = squeezed(text, row[columns[0]])
            if above.text and (group is None or above.base != group.base):
                group = above
                yield _indicator(group, 1, None)
        name = squeezed(text, row[name_column])
        if name.text:
            parent = group.text if grouped and group else None
            yield _indicator(name, 2 if grouped else 1, parent, _leads(text, table.head, row))


def _leads(text: str, head: Head, row: Row) -> tuple[Mention, ...]:
    column = head.of("lead", "responsible")[0] + max(0, len(row) - len(head.words))
    return _mentions(text, row[column]) if column < len(row) else ()


def _mentions(text: str, cell: Span) -> tuple[Mention, ...]:
    said = said_by_cell(text, cell, Role.LEAD)
    if said is None:
        return ()
    attribution, words = said
    return tuple(Mention(a.words, *words.span(a.start, a.end)) for a in attribution.assignments)


def _indicator(
    name: Squeezed, level: int, parent: str | None, leads: tuple[Mention, ...] = ()
) -> DraftIndicator:
    code = code_of(name.text) if level == 1 else None
    span = name.span(0, len(name.text))
    return DraftIndicator(
        name.text, level, parent, code, *span, led_by(leads, Basis.DESIGNATED, "table")
    )
