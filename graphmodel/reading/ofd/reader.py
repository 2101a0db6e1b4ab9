"""An OFD file to a document: the text of its pages in reading order."""

from __future__ import annotations

from graphmodel.model.errors import InputError
from graphmodel.reading.document import Content
from graphmodel.reading.ocr import is_available
from graphmodel.reading.ofd.document import Sheet, sheets
from graphmodel.reading.ofd.package import Package
from graphmodel.reading.ofd.page import page_of
from graphmodel.reading.ofd.scan import picture_of, read_scan
from graphmodel.reading.pages import Page, compose

MAX_MARKS = 5_000_000
"""Most characters and straight lines of a document, templates counted on each page."""
_FEW = 20
"""Fewer characters than that on a page that a picture covers are its number or its running
head, not its text."""


def read_ofd(data: bytes, source: str) -> Content:
    """Read an OFD file.

    Annotations, signatures, seals, attachments and custom tags are no text of the document.
    Pages that are pictures are read by optical recognition where that is installed, and are
    noted as `page-without-text` where it is not.

    Raises:
        InputError: `damaged` (with `reason`), `encrypted`, `too_large` (with `limit`), or
            `needs_ocr` where all pages are pictures and `graphmodel[ocr]` is not installed.
    """
    package = Package(data, source)
    pages = []
    marks = 0
    for sheet in sheets(package):
        marks += sum(layer.weight for layer in sheet.layers)
        if marks > MAX_MARKS:
            raise InputError(source, "too_large", limit=f"{MAX_MARKS} characters")
        pages.append(_page(package, sheet))
    if pages and all(page.is_unread for page in pages) and not is_available():
        raise InputError(source, "needs_ocr")
    return compose(pages)


def _page(package: Package, sheet: Sheet) -> Page:
    page = page_of(sheet)
    picture = picture_of(sheet)
    if picture is None or _characters(page) >= _FEW:
        return page
    scanned = read_scan(package, sheet, picture, page.width) if is_available() else None
    return scanned or page._replace(is_unread=True)


def _characters(page: Page) -> int:
    cells = (line for table in page.tables for cell in table.cells for line in cell.lines)
    return sum(len(line.text) for line in (*page.lines, *cells))
