"""Tables that assign work: indicators with who answers for them, tasks with who leads.

A text file holds them as lines of cells with tabs; other formats state them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graphmodel.extraction.attribution import parse_squeezed
from graphmodel.extraction.draft import (
    DraftAssignment,
    DraftAttribution,
    DraftIndicator,
    DraftTask,
    Mention,
    led_by,
)
from graphmodel.extraction.indicators import code_of
from graphmodel.extraction.names import split_names
from graphmodel.extraction.outline import LINE_START, Part
from graphmodel.extraction.roles import Assignment, Attribution
from graphmodel.extraction.squeezed import Squeezed, squeezed
from graphmodel.model.columns import Path
from graphmodel.model.vocabulary import Basis, Role
from graphmodel.reading.document import Document

Span = tuple[int, int]
Grid = list[list[Span]]
"""Rows of cells; an empty cell has an empty span."""

_TAB_LINES = re.compile(rf"{LINE_START}(?:[^\n\r\t]*+\t[^\n\r]*+(?:\r\n|\n|\r|\Z)){{2,}}")
_LONGEST_NUMBER = 4
_LONGEST_CELL = 2000
"""Characters that a cell with bodies may have; a longer one is prose or damage."""
_LINE = re.compile(r"[^\n\r]+")
_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^序号?$|^编号$")),
    ("lead", re.compile(r"牵头(?:责任)?(?:单位|部门)|主办单位|主责单位")),
    ("support", re.compile(r"(?:配合|协办|参与|参加|协同)(?:单位|部门)")),
    ("responsible", re.compile(r"责任(?:单位|部门)|承办单位|负责单位|落实单位")),
    ("deadline", re.compile(r"时限|时间|期限|年限|进度")),
    ("indicator", re.compile(r"指标")),
    ("task", re.compile(r"任务|举措|措施|事项|内容|工作|路径|项目")),
)
COLUMN_ROLES = {"lead": Role.LEAD, "responsible": Role.LEAD, "support": Role.SUPPORT}


@dataclass(frozen=True, slots=True)
class _Head:
    """The head row of a table: from the kind of a column to its number."""

    columns: dict[str, int]
    width: int


def tables_of(document: Document, part: Part) -> Iterator[Grid]:
    """The tables within one part of a document, in order."""
    for table in document.tables:
        if part.start <= table.start < part.end:
            yield [
                [(cell.start, cell.end) if cell else (table.start, table.start) for cell in row]
                for row in table.grid()
            ]
    if not document.tables and "\t" in document.text:
        for lines in _TAB_LINES.finditer(document.text, part.start, part.end):
            yield _grid(document.text, *lines.span())


def _grid(text: str, start: int, end: int) -> Grid:
    return [_cells(text, *line.span()) for line in _LINE.finditer(text, start, end)]


def _cells(text: str, start: int, end: int) -> list[Span]:
    tabs = [start - 1, *(m.start() for m in re.finditer("\t", text[start:end])), end]
    tabs[1:-1] = [start + tab for tab in tabs[1:-1]]
    return [(left + 1, right) for left, right in pairwise(tabs)]


def read_table(text: str, grid: Grid, path: Path) -> tuple[list[DraftIndicator], list[DraftTask]]:
    """What the rows of a table assign; nothing where its head names no responsible bodies.

    Args:
        text: The document's text.
        grid: The table, its head row first.
        path: The path of the part it stands in, such as ("annex", 1).
    """
    head = _head_of(text, grid[0]) if grid else None
    if head is None or not COLUMN_ROLES.keys() & head.columns.keys():
        return [], []
    rows = [_trimmed(text, row) for row in grid[1:]]
    if "indicator" in head.columns and "task" not in head.columns:
        return list(_indicators(text, head, rows)), []
    if "task" in head.columns:
        return [], list(_tasks(text, head, rows, path))
    return [], []


def _head_of(text: str, row: list[Span]) -> _Head | None:
    cells = _trimmed(text, row)
    columns = head_columns([squeezed(text, cell).text for cell in cells])
    return _Head(columns, len(cells)) if columns else None


def head_columns(words: list[str]) -> dict[str, int]:
    """From the kind of a column (lead, support, task, …) to its number, by the words of a head."""
    columns: dict[str, int] = {}
    for i, cell in enumerate(words):
        kind = next((kind for kind, pattern in _HEADS if pattern.search(cell)), None)
        if kind is not None:
            columns.setdefault(kind, i)
    return columns


def _trimmed(text: str, row: list[Span]) -> list[Span]:
    cells = list(row)
    while cells and not text[slice(*cells[-1])].strip():
        cells.pop()
    return cells


def _indicators(text: str, head: _Head, rows: list[list[Span]]) -> Iterator[DraftIndicator]:
    """Rows of indicators. A row with one cell more than the head names a group and a member."""
    name_column, lead_column = head.columns["indicator"], _lead_column(head)
    group: str | None = None
    for row in rows:
        grouped = len(row) == head.width + 1
        shift = 1 if grouped else 0
        if len(row) <= name_column + shift:
            continue
        name = squeezed(text, row[name_column + shift])
        if grouped:
            group_name = squeezed(text, row[name_column])
            if group_name.text:
                group = group_name.text
                yield _indicator(group_name, 1, None)
        if name.text:
            lead_cells = row[lead_column + shift : lead_column + shift + 1]
            leads = tuple(lead for cell in lead_cells for lead in _mentions(text, cell))
            yield _indicator(name, 2 if grouped else 1, group if grouped else None, leads)


def _lead_column(head: _Head) -> int:
    return head.columns.get("lead", head.columns.get("responsible", head.width - 1))


def _indicator(
    name: Squeezed, level: int, parent: str | None, leads: tuple[Mention, ...] = ()
) -> DraftIndicator:
    code = code_of(name.text) if level == 1 else None
    span = name.span(0, len(name.text))
    attribution = led_by(leads, Basis.DESIGNATED, "table")
    return DraftIndicator(name.text, level, parent, code, *span, attribution)


def _mentions(text: str, span: Span) -> tuple[Mention, ...]:
    if span[1] - span[0] > _LONGEST_CELL:
        return ()
    cell = squeezed(text, span)
    return tuple(Mention(n.words, *cell.span(n.start, n.end)) for n in split_names(cell.text).names)


def _tasks(text: str, head: _Head, rows: list[list[Span]], path: Path) -> Iterator[DraftTask]:
    for order, row in enumerate(rows, start=1):
        if len(row) <= head.columns["task"]:
            continue
        title = squeezed(text, row[head.columns["task"]])
        attribution = _row_attribution(text, head, row)
        if not title.text or not attribution.assignments:
            continue
        number = _row_number(text, head, row) or order
        spans = [cell for cell in row if cell[0] < cell[1]]
        yield DraftTask((*path, number), title.text, spans[0][0], spans[-1][1], (attribution,))


def _row_number(text: str, head: _Head, row: list[Span]) -> int | None:
    if "number" not in head.columns:
        return None
    words = text[slice(*row[head.columns["number"]])].strip()
    return int(words) if words.isdecimal() and len(words) <= _LONGEST_NUMBER else None


def _row_attribution(text: str, head: _Head, row: list[Span]) -> DraftAttribution:
    """The roles of a row: its columns decide, or the words of the cell where it has any."""
    assignments: list[DraftAssignment] = []
    open_ended = False
    designated = "lead" in head.columns
    basis: Basis | None = None
    for kind, default in COLUMN_ROLES.items():
        column = head.columns.get(kind)
        if column is None or column >= len(row) or row[column][1] - row[column][0] > _LONGEST_CELL:
            continue
        role = Role.SUPPORT if kind == "responsible" and designated else default
        cell = squeezed(text, row[column])
        said = parse_squeezed(cell.text)
        if said is None or said.rule.startswith("list"):
            names = split_names(cell.text)
            said = Attribution(
                tuple(Assignment(n.words, role, n.start, n.end) for n in names.names),
                open_ended=names.open_ended,
            )
        open_ended |= said.open_ended
        basis = basis or said.basis
        assignments += [
            DraftAssignment(Mention(a.words, *cell.span(a.start, a.end)), a.role)
            for a in said.assignments
        ]
    leads = sum(a.role is Role.LEAD for a in assignments)
    if designated:
        basis = Basis.DESIGNATED
    basis = basis or (Basis.JOINT if leads > 1 else Basis.SOLE)
    return DraftAttribution(tuple(assignments), basis if leads else None, open_ended, "table")
