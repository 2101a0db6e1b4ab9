"""Pages: lines with boxes become paragraphs and tables, whatever format they come from."""

from __future__ import annotations

from graphmodel.reading.pages.compose import compose
from graphmodel.reading.pages.page import Line, Page, PageCell, PageTable

__all__ = ["Line", "Page", "PageCell", "PageTable", "compose"]
