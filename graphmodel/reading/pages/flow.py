"""The order in which a page is read: its columns, and its lines and tables from top to bottom."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from graphmodel.reading.pages.gutter import find_gutter
from graphmodel.reading.pages.page import Line, Page, PageTable

_LEVEL = 0.5
"""Share of their height that two lines share if they stand side by side."""

Item = Line | PageTable


class Side(IntEnum):
    """Where on a page a stretch of it stands."""

    ACROSS = 0
    LEFT = 1
    RIGHT = 2


class Stretch(NamedTuple):
    """What is read from top to bottom: a page, or a part of one of its columns."""

    side: Side
    items: list[Item]


def in_order(page: Page) -> list[Stretch]:
    """Give the lines and tables of a page in the order of reading."""
    items: list[Item] = sorted((*page.lines, *page.tables), key=_place)
    gutter = find_gutter(page.lines)
    if gutter is None:
        return [Stretch(Side.ACROSS, _by_rows(items))]
    stretches = [Stretch(side, []) for side in Side]
    for item in items:
        if item.left < gutter.left and item.right > gutter.right:
            if stretches[-1].items or stretches[-2].items:
                stretches += [Stretch(side, []) for side in Side]
            stretches[-3].items.append(item)
        else:
            stretches[-2 if item.right <= gutter.right else -1].items.append(item)
    return [Stretch(side, _by_rows(items)) for side, items in stretches if items]


def are_level(first: Item, second: Item) -> bool:
    """Whether two lines stand side by side; a table stands level with nothing."""
    if isinstance(first, PageTable) or isinstance(second, PageTable):
        return False
    shared = min(first.bottom, second.bottom) - max(first.top, second.top)
    return shared > _LEVEL * min(first.bottom - first.top, second.bottom - second.top)


def _by_rows(items: list[Item]) -> list[Item]:
    """Put items that stand side by side in the order from left to right."""
    rows: list[list[Item]] = []
    for item in items:
        if rows and are_level(rows[-1][0], item):
            rows[-1].append(item)
        else:
            rows.append([item])
    return [item for row in rows for item in sorted(row, key=lambda item: item.left)]


def _place(item: Item) -> tuple[float, float]:
    middle = item.top if isinstance(item, PageTable) else (item.top + item.bottom) / 2
    return middle, item.left
