"""Plain text and Markdown: one block a line, headings with `#`, tables with pipes."""

from __future__ import annotations

import re

from graphmodel.reading.document import MAX_GRID, Block, BlockKind, Cell, Content, Table

Span = tuple[int, int]

_LINE_BREAKS = "\n\r\f\v\x85\u2028\u2029"
"""What ends a block: line ends, form feed and Unicode's other mandatory breaks (UAX #14)."""

_LINE = re.compile(rf"\S(?:[^{_LINE_BREAKS}]*\S)?")
_HEADING = re.compile(r"(#{1,6})[ \t\u3000]+\S")
_ROW_GAP = re.compile(r"[ \t]*+(?:\r\n?|\n)[ \t]*+")
_DELIMITER_ROW = re.compile(r"\|(?:[ \t]*+:?-++:?[ \t]*+\|)++")
_PIPE_CELL = re.compile(r"((?:[^|\\]++|\\.)*+)\|", re.DOTALL)


def parse_text(text: str) -> Content:
    """Split a text into blocks and find its pipe tables; the text itself stays as it is.

    Every character that is not white space stands in exactly one block: a line without the
    white space around it. An ATX heading (CommonMark 4.2) has its level. Lines on end that
    begin and end with a pipe are the rows of a table, their blocks are cells.
    """
    spans = [line.span() for line in _LINE.finditer(text)]
    tables: list[Table] = []
    rows: set[Span] = set()
    for run in _pipe_runs(text, spans):
        if table := _pipe_table(text, run):
            tables.append(table)
            rows.update(run)
    blocks = tuple(_block(text, span, span in rows) for span in spans)
    return Content(text, blocks, tuple(tables))


def _block(text: str, span: Span, in_table: bool) -> Block:
    start, end = span
    if in_table:
        return Block(BlockKind.CELL, start, end)
    if text[start] == "#" and (heading := _HEADING.match(text, start, end)):
        return Block(BlockKind.HEADING, start, end, len(heading[1]))
    return Block(BlockKind.PARAGRAPH, start, end)


def _pipe_runs(text: str, spans: list[Span]) -> list[list[Span]]:
    """Group the lines that begin and end with a pipe and follow one another directly."""
    runs: list[list[Span]] = []
    for start, end in spans:
        if text[start] != "|" or text[end - 1] != "|":
            continue
        if runs and _ROW_GAP.fullmatch(text, runs[-1][-1][1], start):
            runs[-1].append((start, end))
        else:
            runs.append([(start, end)])
    return runs


def _pipe_table(text: str, run: list[Span]) -> Table | None:
    """Make a table of two and more rows with two and more columns, else None."""
    if len(run) < 2:
        return None
    rows = [
        _pipe_cells(text, start, end)
        for start, end in run
        if not _DELIMITER_ROW.fullmatch(text, start, end)
    ]
    width = max(map(len, rows), default=0)
    if len(rows) < 2 or width < 2 or len(rows) * width > MAX_GRID:
        return None
    cells = (
        Cell(row, column, start, end)
        for row, spans in enumerate(rows)
        for column, (start, end) in enumerate(spans)
    )
    return Table(run[0][0], run[-1][1], tuple(cells))


def _pipe_cells(text: str, start: int, end: int) -> list[Span]:
    """Give the spans between the pipes of a row, without outer white space."""
    return [_stripped(text, *cell.span(1)) for cell in _PIPE_CELL.finditer(text, start + 1, end)]


def _stripped(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return start, start + len(inner.strip())
