"""Result tables as one web page that needs nothing else: to read, light or dark, and to print."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Sequence
from html import escape

from graphmodel.model.resources import resource
from graphmodel.reports.cells import visible, width_of
from graphmodel.reports.columns import Column, write_cells
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row

_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_SHORT = 12
"""Cells of a text that is not broken."""

Drawn = Callable[[Row, Column], str | None]
"""The markup of one cell; None where its text will do."""


def to_html(reports: Sequence[Report], drawn: Drawn = lambda _row, _column: None) -> str:
    """The page. It runs no script and loads nothing, which its policy says, too.

    Args:
        reports: The tables; the title of the first is that of the page.
        drawn: What draws cells that are more than their text.
    """
    first = reports[0]
    style = resource("viz", "tables.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{_LANGUAGES[first.language]}">',
            '<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{safe(first.title)}</title>",
            f"<style>{style}</style>\n</head>\n<body>",
            f"<h1>{safe(first.title)}</h1>",
            *_body(first, drawn),
            *(line for report in reports[1:] for line in _section(report, drawn)),
            "</body>\n</html>\n",
        ]
    )


def safe(text: str) -> str:
    """The text so that a browser prints it and does not read it."""
    return escape(visible(text))


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
