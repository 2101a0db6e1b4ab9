"""Result tables of comparisons, in every format that they come in."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.output import give, has_color, line_width, say

if TYPE_CHECKING:
    from graphmodel.reports.report import Report
    from graphmodel.reports.web import Drawn


class TableFormat(StrEnum):
    """How a comparison is given."""

    TABLE = "table"
    JSON = "json"
    XLSX = "xlsx"
    HTML = "html"
    MD = "md"


class Named(NamedTuple):
    """A result table by its names."""

    key: str
    """In JSON."""
    sheet: str
    """In a workbook."""
    report: Report


def needs_file(output_format: TableFormat, out: str | None) -> None:
    """Refuse to print a workbook.

    Raises:
        WrongUsage: `file_needed`.
    """
    if output_format is TableFormat.XLSX and out is None:
        raise WrongUsage(output_format, "file_needed")


def give_tables(
    tables: Sequence[Named],
    output_format: TableFormat,
    out: str | None,
    drawn: Drawn | None = None,
) -> None:
    """Give result tables; where they hold no sentences, what they come to goes to stderr.

    Args:
        tables: The tables, the most important one first.
        output_format: The format.
        out: The file.
        drawn: What draws cells of a web page that are more than their text.
    """
    language = tables[0].report.language
    if output_format is TableFormat.XLSX:
        from graphmodel.reports.sheets import to_xlsx

        give([to_xlsx([(table.sheet, table.report) for table in tables])], out, language)
    else:
        give(_written(tables, output_format, out, drawn), out, language)
    if output_format is TableFormat.JSON:
        say("\n".join(line for t in tables for line in (*t.report.findings, *t.report.rules)))


def _written(
    tables: Sequence[Named], output_format: TableFormat, out: str | None, drawn: Drawn | None
) -> str:
    from graphmodel.reports import formats, markdown, terminal, web

    reports = [table.report for table in tables]
    match output_format:
        case TableFormat.JSON:
            return formats.to_json_of({table.key: table.report for table in tables})
        case TableFormat.HTML:
            return web.to_html(reports, drawn) if drawn else web.to_html(reports)
        case TableFormat.MD:
            return "\n".join(map(markdown.to_markdown, reports))
        case _:
            width, color = line_width(out), has_color(out)
            return "\n".join(terminal.to_text(r, width=width, color=color) for r in reports)
