"""A PDF file to a document: the text and the tables of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from graphmodel.model.errors import InputError
from graphmodel.reading.document import Content
from graphmodel.reading.ocr import is_available
from graphmodel.reading.pages import Page, compose
from graphmodel.reading.pdf.guard import check
from graphmodel.reading.pdf.page import read_page

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 3_000
"""Most pages of a document: a minute's work."""


def read_pdf(data: bytes, source: str) -> Content:
    """Read a PDF file.

    Comments, form fields, attachments and bookmarks are not text of the document. A page without
    text is read by optical recognition where the extra `graphmodel[ocr]` is installed; where it
    is not, there is a note for each such page.

    Reads some fifty pages a second and core; what is recognised costs seconds a page. Time and
    memory are bounded by `MAX_PAGES`, by what the streams of the file unpack to
    (`guard.MAX_INFLATED`), by the length of a page's program (`guard.MAX_PROGRAM`) and by the
    number of its characters and objects that are looked at; pages are read one after the other.

    Raises:
        InputError: `damaged` (with `reason`); `encrypted` where it opens with a password only;
            `too_large` (with `limit`); `needs_ocr` where no page has text, and there is no
            recogniser.
    """
    check(data, source)
    with _opened(data, source) as document:
        pages = [_page(document, number, source) for number in range(_page_count(document, source))]
    if not any(page.lines or page.tables for page in pages) and any(p.is_unread for p in pages):
        if is_available():
            raise InputError(source, "damaged", reason="no page can be read")
        raise InputError(source, "needs_ocr")
    return compose(pages)


def _page(document: PdfDocument, number: int, source: str) -> Page:
    """Read a page; one that is damaged is unread."""
    from pypdfium2 import PdfiumError

    try:
        return read_page(document, number, source)
    except PdfiumError:
        return Page(0.0, 0.0, is_unread=True)


@contextmanager
def _opened(data: bytes, source: str) -> Iterator[PdfDocument]:
    import pypdfium2.raw as pdfium
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise InputError(source, "encrypted") from error
        raise InputError(source, "damaged", reason=str(error)) from error
    with closing(document):
        yield document


def _page_count(document: PdfDocument, source: str) -> int:
    count = len(document)
    if count > MAX_PAGES:
        raise InputError(source, "too_large", limit=f"{MAX_PAGES} p.")
    return count
