"""Pages to look at facts with."""

from __future__ import annotations

from graphmodel.views.page import write_page

__all__ = ["write_page"]
