"""The paragraphs and tables of all pages, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graphmodel.reading.pages.flow import in_order
from graphmodel.reading.pages.furniture import without_furniture
from graphmodel.reading.pages.measure import Kind, columns, is_beside
from graphmodel.reading.pages.page import Line, Page, PageTable
from graphmodel.reading.pages.paragraphs import PagedLine, continues
from graphmodel.reading.pages.tables import Part, is_continued
from graphmodel.reading.pages.wrapping import is_continuation_mark


class Paragraph(NamedTuple):
    """The lines of a paragraph."""

    lines: list[PagedLine]

    @property
    def page(self) -> int:
        """The number of the page that it begins on."""
        return self.lines[0].page


class SplitTable(NamedTuple):
    """A table, page by page."""

    parts: list[Part]

    @property
    def page(self) -> int:
        """The number of the page that it begins on."""
        return self.parts[0].page


def sequence(pages: Sequence[Page]) -> Iterator[Paragraph | SplitTable]:
    """Give the paragraphs and tables of pages, joined where a page break cuts them."""
    last: Paragraph | SplitTable | None = None
    for item in _placed(pages):
        if isinstance(item, Part):
            if isinstance(last, SplitTable) and is_continued(last.parts[-1], item):
                last.parts.append(item)
                continue
            following: Paragraph | SplitTable = SplitTable([item])
        else:
            if isinstance(last, SplitTable) and is_continuation_mark(item.line.text):
                continue
            if isinstance(last, Paragraph) and continues(last.lines, item):
                last.lines.append(item)
                continue
            following = Paragraph([item])
        if last is not None:
            yield last
        last = following
    if last is not None:
        yield last


def _placed(pages: Sequence[Page]) -> Iterator[PagedLine | Part]:
    """Give the lines and the tables in the order of reading, with what is known of their place."""
    bare = without_furniture(pages)
    stretches = [
        (number, Kind(round(page.width), stretch.side), stretch.items)
        for number, page in enumerate(bare, 1)
        for stretch in in_order(page)
    ]
    measured = columns(
        [(kind, [item for item in items if isinstance(item, Line)]) for _, kind, items in stretches]
    )
    for (number, _, items), column in zip(stretches, measured, strict=True):
        for item in items:
            if isinstance(item, PageTable):
                yield Part(number, item)
            elif not is_beside(item, column):
                yield PagedLine(item, number, column)
