"""What stands where in a table of tasks: numbers, groups and work, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from graphmodel.extraction.draft import DraftSection
from graphmodel.extraction.numerals import ordinal, with_plain_digits
from graphmodel.extraction.squeezed import squeezed
from graphmodel.extraction.tables.found import FoundTable, Row, Span
from graphmodel.extraction.tables.head import Head

_NUMBER = re.compile(r"[(（]?(?P<number>\d{1,4})[)）.、．]?")
_REFERENCE = re.compile(r"第?[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[)）.、．]|条|项)*")
_GROUP_NUMBER = re.compile(
    r"[(（]?(?P<number>[一二三四五六七八九十]{1,3})(?:[)）]、?|[、.．]|$)(?P<title>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what."""

    number: int | None
    groups: tuple[int, ...]
    """The columns left of the work whose cells name groups of rows, from left to right."""
    title: int
    work: tuple[int, ...]
    """All columns whose words describe the work, the title's first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of work with what tells where it belongs."""

    cells: Row
    group: int
    """Number of its group, 0 before the first."""
    number: int | None
    """The number printed in the row."""


def columns_of(text: str, table: FoundTable) -> Columns | None:
    """Which column holds what; None where none holds work."""
    head, rows = table.head, table.rows
    work = head.of("task") or head.of("goal") or head.of("category")
    work = [column for column in work if not _is_reference(text, rows, column)] or work
    if not work or not rows:
        return None
    grouping = {column for column in work if _is_grouping(text, rows, column)}
    titles = [column for column in work if column not in grouping] or work[-1:]
    number = _number_column(text, table, titles[0])
    groups = {*head.of("category", "number"), *grouping} - {number}
    return Columns(
        number=number,
        groups=tuple(sorted(column for column in groups if column < titles[0])),
        title=titles[0],
        work=tuple(dict.fromkeys((*titles, *head.of("goal")))),
    )


def _is_reference(text: str, rows: list[Row], column: int) -> bool:
    """Whether the cells of the column are numbers of items of the body: （一）, 第3条."""
    cells = [squeezed(text, row[column]).text for row in rows if column < len(row)]
    numbers = sum(_REFERENCE.fullmatch(words) is not None for words in cells)
    return 2 * numbers > len(cells)


def _is_grouping(text: str, rows: list[Row], column: int) -> bool:
    """Whether cells of the column stand over several rows, or are printed in the first only."""
    cells = [row[column] for row in rows if column < len(row)]
    if any(above == below and above[0] < above[1] for above, below in pairwise(cells)):
        return True
    empty = sum(not text[slice(*cell)].strip() for cell in cells)
    return 2 * empty >= len(cells) > 2


def _number_column(text: str, table: FoundTable, title: int) -> int | None:
    """The column left of the work, or the one headed so, that holds most numbers."""
    counts = {
        column: sum(
            number_of(text, row[column]) is not None for row in table.rows if column < len(row)
        )
        for column in {*range(title), *table.head.of("number")}
    }
    best = max(counts, key=lambda column: (counts[column], -column), default=None)
    return best if best is not None and counts[best] else None


def number_of(text: str, cell: Span) -> int | None:
    """The number that a cell holds and nothing else."""
    if cell[1] - cell[0] > 20:
        return None
    match = _NUMBER.fullmatch(with_plain_digits(squeezed(text, cell).text))
    return int(match["number"]) if match else None


def lines_of(
    text: str, rows: Iterable[Row], head: Head, columns: Columns
) -> tuple[list[Line], list[DraftSection]]:
    """The rows of work, and their groups as sections with the paths (1,), (2,), …."""
    lines: list[Line] = []
    sections: list[DraftSection] = []
    above: Span | None = None
    for row in rows:
        words = [squeezed(text, cell).text for cell in row]
        if words == list(head.words[: len(words)]):
            continue  # the head is printed again at the top of each page
        alone = len({cell for cell, said in zip(row, words, strict=True) if said}) <= 1 < len(row)
        group = _group(row, words, columns, alone)
        if group is not None and group != above:
            above = group
            sections += _section(text, group, sections)
        if not alone:
            lines.append(Line(row, _last_number(sections), _printed(text, row, columns.number)))
    return lines, sections


def _printed(text: str, row: Row, column: int | None) -> int | None:
    return None if column is None or column >= len(row) else number_of(text, row[column])


def _last_number(sections: list[DraftSection]) -> int:
    number = sections[-1].path[0] if sections else 0
    return number if isinstance(number, int) else 0


def _group(row: Row, words: list[str], columns: Columns, alone: bool) -> Span | None:
    """The cell that names the group of a row: the only one, or that of a column of groups."""
    places = range(len(row)) if alone else columns.groups
    return next((row[place] for place in places if place < len(row) and words[place]), None)


def _section(text: str, span: Span, above: list[DraftSection]) -> Iterator[DraftSection]:
    """The group that a cell names; where groups are numbered, one without a number is none."""
    words = squeezed(text, span)
    numbered = _GROUP_NUMBER.fullmatch(words.text)
    if (
        numbered is None
        and above
        and _GROUP_NUMBER.fullmatch(squeezed(text, (above[0].start, above[0].end)).text)
    ):
        return
    number = ordinal(numbered["number"]) if numbered else len(above) + 1
    title = numbered["title"] if numbered else words.text
    yield DraftSection((number,), title or words.text, *words.span(0, len(words.text)))
