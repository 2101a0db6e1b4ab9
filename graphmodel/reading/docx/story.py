"""A story to paragraphs and tables: the body of a document, a cell, a text box, or a note."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.reading.builder import CellText
from graphmodel.reading.docx.elements import below, pieces
from graphmodel.reading.docx.numbering import Numbering
from graphmodel.reading.docx.styles import Style, Styles
from graphmodel.reading.docx.tables import Grid, grid
from graphmodel.reading.docx.words import Words
from graphmodel.reading.markup import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_LEVELS = 6
_BODY_TEXT = 9


class Paragraph(NamedTuple):
    """A paragraph with its number, in lines as broken by hand, and its level as a heading."""

    lines: tuple[str, ...]
    level: int | None = None


class Stories:
    """Reads stories in the order of the document, as numbers go on from one to the next.

    Attributes:
        notes: Footnotes and endnotes that were referred to, by kind and number, each once.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        """Take what paragraphs refer to."""
        self.notes: dict[tuple[str, int], None] = {}
        self._styles = styles
        self._numbering = numbering

    def blocks(
        self, story: _Element, has_bare_numbers: bool = False
    ) -> Iterator[Paragraph | tuple[CellText, ...]]:
        """Give the paragraphs and tables of a story; of each only what has words.

        A text box follows the paragraph that it hangs on. A table of one column is its paragraphs.

        Args:
            story: The element around its paragraphs.
            has_bare_numbers: Whether a number without words is given too, as in cells it counts
                the rows.
        """
        words, style = Words(self._styles), Style()
        for element in pieces(story):
            name = local_name(element.tag)
            if name == "tbl":
                if words.text():
                    yield from self._paragraph(words, style, has_bare_numbers)
                    words = Words(self._styles)
                yield from self._table(grid(element), has_bare_numbers)
            elif name == "p":
                style = self._styles.paragraph(below(element, "pPr"))
                if style.is_contents:
                    continue
                words.add(element, style)
                if not self._runs_on(element, words, style):
                    yield from self._paragraph(words, style, has_bare_numbers)
                    words = Words(self._styles)
        if words.text():
            yield from self._paragraph(words, style, has_bare_numbers)

    def _runs_on(self, paragraph: _Element, words: Words, style: Style) -> bool:
        """Whether the next paragraph goes on with this one: its end was deleted, or is hidden.

        Where words stand before a hidden end, it only keeps them out of a table of contents.
        """
        mark = below(paragraph, "pPr", "rPr")
        if any(below(mark, name) is not None for name in ("del", "moveFrom")):
            return True
        return not words.text() and self._styles.is_hidden(mark, style)

    def _paragraph(
        self, words: Words, style: Style, has_bare_number: bool
    ) -> Iterator[Paragraph | tuple[CellText, ...]]:
        text = words.text().strip()
        number = self._numbering.number(style)
        if number and (text or has_bare_number):
            text = number.before(text)
        lines = tuple(line for line in text.split("\n") if line.strip())
        if lines:
            yield Paragraph(lines, _heading(style))
        self.notes.update(dict.fromkeys(words.notes))
        for box in words.boxes:
            yield from self.blocks(box)

    def _table(
        self, laid: Grid, has_bare_numbers: bool
    ) -> Iterator[Paragraph | tuple[CellText, ...]]:
        if laid.is_layout:
            for place in laid.places:
                yield from self.blocks(place.cell, has_bare_numbers)
            return
        cells = tuple(
            CellText(place.row, place.column, self._lines(place.cell), place.rows, place.columns)
            for place in laid.places
        )
        if any(cell.lines for cell in cells):
            yield cells

    def _lines(self, cell: _Element) -> tuple[str, ...]:
        """Give the lines of a cell; a row of a table inside it is one line."""
        lines: list[str] = []
        for block in self.blocks(cell, has_bare_numbers=True):
            if isinstance(block, Paragraph):
                lines += block.lines
            else:
                rows = groupby(block, key=attrgetter("row"))
                lines += [" ".join(chain(*(c.lines for c in cells))) for _, cells in rows]
        return tuple(lines)


def _heading(style: Style) -> int | None:
    if style.outline is None or not 0 <= style.outline < _BODY_TEXT:
        return None
    return min(style.outline + 1, _MOST_LEVELS)
