"""Rows of a table that assign work: tasks with their bodies, officials, deadlines and targets."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphmodel.extraction.assignments import Found, find_attributions
from graphmodel.extraction.conventions import by_convention
from graphmodel.extraction.dates import When, find_times, times_of_cell
from graphmodel.extraction.draft import DraftAttribution, DraftSection, DraftTask, drafted
from graphmodel.extraction.indicators import links_of
from graphmodel.extraction.quantities import Quantity, find_quantities
from graphmodel.extraction.roles import Attribution
from graphmodel.extraction.squeezed import Squeezed, squeezed
from graphmodel.extraction.tables.cells import officials_of_cell, said_by_cell
from graphmodel.extraction.tables.found import FoundTable, Row, Span
from graphmodel.extraction.tables.head import COLUMN_ROLES
from graphmodel.extraction.tables.layout import Columns, Line, columns_of, lines_of
from graphmodel.model.vocabulary import Basis, Role

_TOTAL = re.compile("(?:合计|总计|小计)$")
_YEAR = re.compile(r"20\d\d(?=年)")
_CAPTION = 120
"""Characters above a table in which its title stands."""


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What the rows of a table say; paths begin below the part that the table stands in."""

    sections: tuple[DraftSection, ...] = ()
    tasks: tuple[DraftTask, ...] = ()
    private: tuple[Span, ...] = ()
    """Cells with names or telephone numbers of persons."""


def read_tasks(
    text: str, plain: str, table: FoundTable, issued: datetime.date | None, convention: int = 0
) -> TableFacts:
    """The tasks of a table's rows, each with a path of its own.

    The number printed in a row is its path. Where numbers begin again in each group, the number of
    the group stands before it; where several rows share a number, their place among them behind it.

    Args:
        text: The document's text.
        plain: The text with all digits of plain width.
        table: A table with a head.
        issued: The day of issue, for months without a year; a year in the table's title is nearer.
        convention: How many of the first listed lead, where the document said so before.
    """
    columns = columns_of(text, table)
    if columns is None:
        return TableFacts()
    lines, sections = lines_of(text, table.rows, table.head, columns)
    reader = _Reader(
        text,
        plain,
        table,
        columns,
        _nearest_year(text, table, issued),
        table.head.first_listed or convention,
    )
    read = [(line, task) for line in lines if (task := reader.task(line.cells)) is not None]
    read = _joined(read, columns.title)
    restarts = _restarts([line for line, _ in read])
    tasks = tuple(_with_paths(read, restarts))
    return TableFacts(
        sections=tuple(sections) if restarts else (),
        tasks=tasks,
        private=tuple(_private(table)) if tasks else (),
    )


def _nearest_year(
    text: str, table: FoundTable, issued: datetime.date | None
) -> datetime.date | None:
    """A day of the year that the title of the table names, else the day of issue."""
    caption = text[max(0, table.start - _CAPTION) : table.start]
    years = _YEAR.findall(caption)
    return datetime.date(int(years[-1]), 1, 1) if years else issued


def _private(table: FoundTable) -> Iterator[Span]:
    for column in table.head.of("personal", "post"):
        cells = (row[column] for row in table.rows if column < len(row))
        yield from dict.fromkeys(cell for cell in cells if cell[0] < cell[1])


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of one table."""

    text: str
    plain: str
    table: FoundTable
    columns: Columns
    issued: datetime.date | None
    convention: int

    def task(self, row: Row) -> DraftTask | None:
        """The task of a row, its path still empty; None where nobody has a part in it."""
        if len(row) <= self.columns.title:
            return None
        title = squeezed(self.text, row[self.columns.title])
        if not title.text or _TOTAL.match(title.text):
            return None
        within = self._within(row)
        attributions = self._attributions(row, within)
        if not attributions:
            return None
        title_end = self._title_end(row[self.columns.title], within)
        words = squeezed(self.text, (title.base, title_end)).text or title.text
        cells = [cell for cell in row if cell[0] < cell[1]]
        return DraftTask(
            path=(),
            title=words.split("。", 1)[0].strip("；;"),
            start=min(start for start, _ in cells),
            end=max(end for _, end in cells),
            attributions=attributions,
            links=links_of(self.text, title.base, title_end, title_end),
            targets=tuple(self._targets(row)),
            deadlines=tuple(self._deadlines(row)),
        )

    def _title_end(self, cell: Span, within: list[Found]) -> int:
        """The end of the cell, or of what stands before its attribution."""
        inside = [found.start for found in within if cell[0] < found.start < cell[1]]
        return cell[1] if self._assigns or not inside else inside[0]

    @property
    def _assigns(self) -> bool:
        return self.table.head.assigns

    def _cells(self, row: Row, columns: tuple[int, ...] | list[int]) -> Iterator[Span]:
        for column in columns:
            if column < len(row) and row[column][0] < row[column][1]:
                yield row[column]

    def _within(self, row: Row) -> list[Found]:
        """The attributions in brackets or behind labels inside the cells of work."""
        cells = self._cells(row, self.columns.work)
        return [found for cell in cells for found in find_attributions(self.text, *cell)[0]]

    def _attributions(self, row: Row, within: list[Found]) -> tuple[DraftAttribution, ...]:
        """What the columns of bodies say; where they are silent, what the cells of work say."""
        by_columns = self._by_columns(row) if self._assigns else None
        if by_columns is not None:
            return (by_columns,)
        found = [by_convention(f.attribution, self.convention) for f in within]
        return tuple(drafted(a, f.words) for a, f in zip(found, within, strict=True))

    def _by_columns(self, row: Row) -> DraftAttribution | None:
        parts = [*self._parts(row)]
        merged = _merged([said for said, _ in parts], bool(self.table.head.of("lead")))
        merged = by_convention(merged, self.convention)
        if not merged.assignments and not merged.officials:
            return None
        pieces = [drafted(said, words) for said, words in parts]
        roles = [assignment.role for assignment in merged.assignments]
        assignments = [assignment for piece in pieces for assignment in piece.assignments]
        return DraftAttribution(
            tuple(a._replace(role=role) for a, role in zip(assignments, roles, strict=True)),
            merged.basis,
            merged.open_ended,
            merged.rule,
            tuple(post for piece in pieces for post in piece.posts),
        )

    def _parts(self, row: Row) -> Iterator[tuple[Attribution, Squeezed]]:
        """What each column of bodies or officials says, leads first."""
        head = self.table.head
        for kind, role in COLUMN_ROLES.items():
            demoted = kind == "responsible" and head.of("lead")
            for cell in self._cells(row, head.of(kind)):
                said = said_by_cell(self.text, cell, Role.SUPPORT if demoted else role)
                if said is not None:
                    yield said
        for cell in self._cells(row, head.of("post")):
            yield officials_of_cell(self.text, cell)

    def _targets(self, row: Row) -> Iterator[Quantity]:
        for cell in self._cells(row, self.columns.work):
            yield from find_quantities(self.plain, *cell, cell[0])

    def _deadlines(self, row: Row) -> Iterator[When]:
        """What the column of deadlines says, and the dates in the words of the work."""
        for cell in self._cells(row, self.columns.work):
            yield from find_times(self.plain, *cell, self.issued)
        for cell in self._cells(row, self.table.head.of("deadline")):
            yield from times_of_cell(self.plain, *cell, self.issued)


def _merged(said: list[Attribution], has_lead_column: bool) -> Attribution:
    """The columns of a row as one attribution."""
    assignments = tuple(a for one in said for a in one.assignments)
    leads = sum(a.role is Role.LEAD for a in assignments)
    stated = next((one.basis for one in said if one.basis), None)
    basis = stated or (Basis.JOINT if leads > 1 else Basis.SOLE)
    return Attribution(
        assignments,
        tuple(official for one in said for official in one.officials),
        (Basis.DESIGNATED if has_lead_column else basis) if leads else None,
        any(one.open_ended for one in said),
        rule="table",
    )


def _restarts(lines: list[Line]) -> bool:
    """Whether the numbers of the rows begin again in a later group."""
    seen: dict[int, int] = {}
    for line in lines:
        if line.number is not None and seen.setdefault(line.number, line.group) != line.group:
            return True
    return False


def _joined(read: list[tuple[Line, DraftTask]], title: int) -> list[tuple[Line, DraftTask]]:
    """Rows that share the cell of the work are one task with several attributions."""
    joined: list[tuple[Line, DraftTask]] = []
    for line, task in read:
        if joined and joined[-1][0].cells[title] == line.cells[title]:
            joined[-1] = (joined[-1][0], _with_attributions(joined[-1][1], task))
        else:
            joined.append((line, task))
    return joined


def _with_paths(read: list[tuple[Line, DraftTask]], restarts: bool) -> Iterator[DraftTask]:
    """The tasks with their paths. A row without a number goes on with the number above it."""
    numbers = [*_numbers([line for line, _ in read])]
    shared = Counter(numbers)
    places: Counter[tuple[int, int]] = Counter()
    for (_, task), number in zip(read, numbers, strict=True):
        path = number if restarts else number[1:]
        if shared[number] > 1:
            places[number] += 1
            path = (*path, places[number])
        yield replace(task, path=path)


def _numbers(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Group and number of each row; its place in the table where no number is printed at all."""
    printed = any(line.number for line in lines)
    number = 0
    for order, line in enumerate(lines, start=1):
        number = (line.number or number or order) if printed else order
        yield (line.group, number)


def _with_attributions(task: DraftTask, other: DraftTask) -> DraftTask:
    """The task with the attributions and deadlines that a further row of it adds."""
    return replace(
        task,
        end=max(task.end, other.end),
        attributions=(
            *task.attributions,
            *(a for a in other.attributions if a not in task.attributions),
        ),
        deadlines=tuple(dict.fromkeys((*task.deadlines, *other.deadlines))),
    )
