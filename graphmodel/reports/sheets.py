"""Result tables as a workbook of Excel, a sheet a table."""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Sequence
from typing import Any

from graphmodel.reports.cells import width_of
from graphmodel.reports.columns import Column, Kind, write_cells
from graphmodel.reports.report import Report

_CREATED = datetime.datetime(1980, 1, 1)
"""The same input has to give the same bytes; the archive bears the same date."""
_WIDEST, _NARROWEST = 40, 6
"""Cells of a column."""
_LINE, _HIGHEST = 13, 409
"""Points of a line of text, and of the highest row. Programs do not agree on whether a row
without a height is as high as its text."""
_A4 = 9
_LONGEST = 32_767
"""Characters that a cell may hold."""
_BORDER = {"border": 1, "border_color": "#A6A6A6", "font_size": 10}
_LOOKS = {
    "title": {"bold": True, "font_size": 14},
    "line": {"font_color": "#595959", "font_size": 10},
    "head": {**_BORDER, "bold": True, "text_wrap": True, "bg_color": "#D9E2F3", "align": "center"},
    "text": {**_BORDER, "text_wrap": True, "valign": "top"},
}


def to_xlsx(reports: Sequence[tuple[str, Report]]) -> bytes:
    """The workbook. Texts are never formulas, whatever they begin with.

    Args:
        reports: The tables, each with the name of its sheet.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": _CREATED})
        looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
        for name, report in reports:
            _write(book.add_worksheet(name), report, looks)
    return buffer.getvalue()


def _write(sheet: Any, report: Report, looks: dict[str, Any]) -> None:
    lines = [report.title, *report.findings, *report.rules]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, _text(line), looks["line" if row else "title"])
    head = len(lines)
    rows = [row for rows in report.groups(report.rows).values() for row in rows]
    high = [1] * len(rows)
    for number, column in enumerate(report.columns):
        cells = write_cells(column, rows, report.language)
        word = column.head(report.language)
        widest = min(max(map(width_of, [word, *cells, " " * _NARROWEST])), _WIDEST)
        sheet.set_column(number, number, widest + 2)
        sheet.write_string(head, number, _text(word), looks["head"])
        for row, cell in enumerate(cells):
            high[row] = max(high[row], math.ceil(width_of(cell) / widest))
            _cell(sheet, (head + 1 + row, number), column, rows[row][column.key], cell, looks)
    for row, lines_of_row in enumerate(high, start=head + 1):
        sheet.set_row(row, min(lines_of_row * _LINE + 2, _HIGHEST))
    _set_up(sheet, head, len(rows), len(report.columns))


def _cell(
    sheet: Any, at: tuple[int, int], column: Column, value: object, said: str, looks: dict[str, Any]
) -> None:
    """A number where the column counts or weighs, else the text that people read."""
    is_number = column.kind in (Kind.COUNT, Kind.AMOUNT) and isinstance(value, int | float)
    if is_number and not isinstance(value, bool):
        sheet.write_number(*at, value, looks["text"])
    else:
        sheet.write_string(*at, _text(said), looks["text"])


def _text(text: str) -> str:
    text = text[:_LONGEST]
    return f" {text}" if text.startswith("<r>") else text  # the library's own markup


def _set_up(sheet: Any, head: int, rows: int, columns: int) -> None:
    """Filters, the head that stays in sight, and A4 pages across."""
    sheet.autofilter(head, 0, head + max(rows, 1), columns - 1)
    sheet.freeze_panes(head + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_footer("&C&P / &N")
