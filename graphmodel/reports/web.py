"""Result tables as one web page that needs nothing else: to read, light or dark, and to print."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from graphmodel.reports.cells import width_of
from graphmodel.reports.columns import Column, write_cells
from graphmodel.reports.markup import page, safe
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row

_SHORT = 12
"""Cells of a text that is not broken."""

Drawn = Callable[[Row, Column], str | None]
"""The markup of one cell; None where its text will do."""


def to_html(reports: Sequence[Report], drawn: Drawn = lambda _row, _column: None) -> str:
    """The page.

    Args:
        reports: The tables; the title of the first is that of the page.
        drawn: What draws cells that are more than their text.
    """
    first = reports[0]
    body = (*_body(first, drawn), *(line for one in reports[1:] for line in _section(one, drawn)))
    return page(first.title, body, style="tables.css", language=first.language)


def _section(report: Report, drawn: Drawn) -> Iterator[str]:
    yield f"<h2>{safe(report.title)}</h2>"
    yield from _body(report, drawn)


def _body(report: Report, drawn: Drawn) -> Iterator[str]:
    yield from (f"<p>{safe(finding)}</p>" for finding in report.findings)
    if report.rows:
        yield from _table(report, drawn)
    yield from (f'<p class="rules">{safe(rule)}</p>' for rule in report.rules)


def _table(report: Report, drawn: Drawn) -> Iterator[str]:
    heads = "".join(f"<th>{safe(column.head(report.language))}</th>" for column in report.columns)
    yield f'<div class="wide"><table>\n<thead><tr>{heads}</tr></thead>\n<tbody>'
    rows = [row for rows in report.groups(report.rows).values() for row in rows]
    cells = [write_cells(column, rows, report.language) for column in report.columns]
    for row, texts in zip(rows, zip(*cells, strict=True), strict=True):
        drawn_cells = (
            _cell(text, column, drawn(row, column))
            for text, column in zip(texts, report.columns, strict=True)
        )
        yield f"<tr>{''.join(drawn_cells)}</tr>"
    yield "</tbody></table></div>"


def _cell(text: str, column: Column, markup: str | None) -> str:
    name = "number" if column.is_number else "short" if width_of(text) <= _SHORT else ""
    attribute = f' class="{name}"' if name else ""
    return f"<td{attribute}>{safe(text) if markup is None else markup}</td>"
