"""Places side by side, as the page shows them."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.views.index import Index, Row


def comparison_rows(index: Index, nodes: Sequence[Row]) -> list[Row]:
    """Places side by side, as the page shows them."""
    return []
