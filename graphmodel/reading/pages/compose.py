"""Pages to a document: what is no text goes, lines become paragraphs, tables are put together."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.reading.builder import ContentBuilder
from graphmodel.reading.document import Content, PlaceUnit
from graphmodel.reading.pages.page import Page
from graphmodel.reading.pages.paragraphs import PagedLine, joined
from graphmodel.reading.pages.sequence import Paragraph, sequence
from graphmodel.reading.pages.tables import Part, whole


def compose(pages: Sequence[Page]) -> Content:
    """Give the text of pages: paragraphs and tables in the order of reading.

    Page numbers and running heads are left out. Lines are joined to paragraphs and parts of
    tables to tables, also from one page to the next. Each page is a place. Linear in the number
    of lines and cells.
    """
    writer = _Writer(pages)
    for item in sequence(pages):
        writer.reach(item.page)
        if isinstance(item, Paragraph):
            writer.paragraph(item.lines)
        else:
            writer.table(item.parts)
    writer.reach(len(pages))
    return writer.builder.content()


class _Writer:
    """Writes paragraphs and tables, and keeps where each page begins."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.builder = ContentBuilder(PlaceUnit.PAGE)
        self._pages = pages
        self._reached = 0

    def reach(self, number: int, at: int | None = None) -> None:
        """Begin all pages up to one, here or at an offset."""
        for page in self._pages[self._reached : number]:
            self.builder.place(at=at)
            self._reached += 1
            if page.is_unread:
                self.builder.note("page-without-text", str(self._reached))

    def paragraph(self, lines: list[PagedLine]) -> None:
        text, starts = joined(lines)
        first = self.builder.length
        self.builder.paragraph(text)
        ends = [*starts[1:], len(text)]
        for paged, start, end in zip(lines, starts, ends, strict=True):
            self.reach(paged.page, first + start)
            if paged.line.certainty is not None:
                self.builder.certain(first + start, first + end, paged.line.certainty)

    def table(self, parts: list[Part]) -> None:
        table = whole(parts)
        cells = self.builder.table(table.cells)
        for cell in cells:
            certainty = table.certainties.get((cell.row, cell.column))
            if certainty is not None:
                self.builder.certain(cell.start, cell.end, certainty)
        for page, row in table.first_rows:
            below = (cell.start for cell in cells if cell.row >= row)
            self.reach(page, next(below, self.builder.length))
