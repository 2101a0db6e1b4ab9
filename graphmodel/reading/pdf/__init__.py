"""PDF: text by pdfium; tables from the rules that a page draws; scanned pages by recognition."""

from __future__ import annotations

from graphmodel.reading.pdf.reader import read_pdf

__all__ = ["read_pdf"]
