"""Workbooks: the worksheets that a person sees, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from graphmodel.reading.archive import Archive
from graphmodel.reading.builder import ContentBuilder
from graphmodel.reading.compound import SIGNATURE as OLE_SIGNATURE
from graphmodel.reading.document import Content, PlaceUnit
from graphmodel.reading.sheets.layout import compact, regions
from graphmodel.reading.sheets.ods import read_ods
from graphmodel.reading.sheets.sheet import Sheet
from graphmodel.reading.sheets.xls import read_xls
from graphmodel.reading.sheets.xlsx import read_xlsx


def read_workbook(data: bytes, source: str) -> Content:
    """Read a workbook: .xlsx, .xls or .ods, and .et of WPS, which is one of the first two.

    Cells have the words that they show, dates as 2025年6月30日. Titles above a table and notes
    below it are paragraphs; hidden sheets are left out, with a note.

    Args:
        data: The bytes of the file.
        source: What to call it in messages.

    Raises:
        InputError: `damaged`, `encrypted`, `too_large`.
    """
    builder = ContentBuilder(PlaceUnit.SHEET)
    for name, sheet in sheets_of(data, source):
        if sheet is None:
            builder.note("hidden-sheet", name)
        else:
            _add(builder, sheet)
    return builder.content()


def sheets_of(data: bytes, source: str) -> Iterator[tuple[str, Sheet | None]]:
    """Give the name and the cells of each worksheet of a workbook; no cells of a hidden one.

    Raises:
        InputError: As `read_workbook`.
    """
    if data.startswith(OLE_SIGNATURE):
        return read_xls(data, source)
    archive = Archive(data, source)
    is_ods = "content.xml" in archive.names()
    return read_ods(archive, source) if is_ods else read_xlsx(archive, source)


def _add(builder: ContentBuilder, sheet: Sheet) -> None:
    builder.place(sheet.name)
    for code, detail in sheet.notes:
        builder.note(code, detail)
    for region in regions(sheet.placed()):
        if region.is_table:
            builder.table(compact(region.cells))
            continue
        for line in (line for cell in region.cells for line in cell.lines):
            builder.paragraph(line)
