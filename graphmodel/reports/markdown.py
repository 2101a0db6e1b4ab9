"""Reports in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphmodel.reports.cells import visible
from graphmodel.reports.columns import write_cells
from graphmodel.reports.report import Report

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def to_markdown(report: Report) -> str:
    """A caption with the rule and the weights, the table, and what stands out as a list."""
    caption = " ".join([f"**{report.title}**", *map(escape, report.rules)])
    findings = "\n".join(f"- {escape(finding)}" for finding in report.findings)
    return "\n\n".join(filter(None, [caption, _table(report), findings])) + "\n"


def _table(report: Report) -> str:
    rows = [row for rows in report.groups(report.rows).values() for row in rows]
    cells = [write_cells(column, rows, report.language) for column in report.columns]
    return "\n".join(
        [
            table_line(column.head(report.language) for column in report.columns),
            table_line("---:" if column.is_number else "---" for column in report.columns),
            *(table_line(map(escape, row)) for row in zip(*cells, strict=True)),
        ]
    )


def table_line(cells: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"


def escape(text: str) -> str:
    """The text so that Markdown prints it and does not read it."""
    return _SPECIAL.sub(r"\\\1", visible(text))
