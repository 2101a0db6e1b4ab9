"""Tables of documents as lists of words, for tests."""

from __future__ import annotations

from graphmodel.reading import Document


def grid(document: Document, number: int = 0) -> list[list[str | None]]:
    """The words of each place of a table; None where it has no cell."""
    return [
        [document.text[cell.start : cell.end] if cell else None for cell in row]
        for row in document.tables[number].grid()
    ]
