"""The order in which a page is read: its lines and tables from top to bottom, left to right."""

from __future__ import annotations

from graphmodel.reading.pages.page import Line, Page, PageTable

_LEVEL = 0.5
"""Share of their height that two lines share if they stand side by side."""

Item = Line | PageTable


def in_order(page: Page) -> list[Item]:
    """Give the lines and tables of a page in the order of reading."""
    rows: list[list[Item]] = []
    items: list[Item] = [*page.lines, *page.tables]
    for item in sorted(items, key=_place):
        if rows and are_level(rows[-1][0], item):
            rows[-1].append(item)
        else:
            rows.append([item])
    return [item for row in rows for item in sorted(row, key=lambda item: item.left)]


def _place(item: Item) -> tuple[float, float]:
    middle = item.top if isinstance(item, PageTable) else (item.top + item.bottom) / 2
    return middle, item.left


def are_level(first: Item, second: Item) -> bool:
    """Whether two lines stand side by side; a table stands level with nothing."""
    if isinstance(first, PageTable) or isinstance(second, PageTable):
        return False
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return shared > _LEVEL * min(first.bottom - first.top, second.bottom - second.top)
