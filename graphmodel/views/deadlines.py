"""What is due, as the page shows it."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.views.index import Index, Row


def deadline_rows(index: Index, nodes: Sequence[Row]) -> list[Row]:
    """What is due, as the page shows it."""
    return []
