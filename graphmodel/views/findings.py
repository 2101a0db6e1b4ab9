"""What the plan checker found, as the page shows it."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.views.index import Index, Row


def finding_rows(index: Index, nodes: Sequence[Row]) -> list[Row]:
    """What the plan checker found, as the page shows it."""
    return []
