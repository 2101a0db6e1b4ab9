"""Web pages: the article, its title and what the page states about it."""

from __future__ import annotations

from graphmodel.reading.html.archived import parse_archived_page
from graphmodel.reading.html.page import parse_page

__all__ = ["parse_archived_page", "parse_page"]
