"""A Word document to its text: numbers printed, tables laid out, notes behind the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.reading.builder import CellText, ContentBuilder
from graphmodel.reading.document import Content, PlaceUnit
from graphmodel.reading.docx.elements import below, integer
from graphmodel.reading.docx.numbering import Numbering
from graphmodel.reading.docx.package import Package
from graphmodel.reading.docx.story import Paragraph, Stories
from graphmodel.reading.docx.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_docx(data: bytes, source: str) -> Content:
    """Read a Word document (.docx, .docm, .dotx), as it is with all tracked changes accepted.

    Running heads, comments, hidden text and a table of contents are left out. The places are
    paragraphs with words; a row of a table counts as one. Offices fill the properties of a
    document by copying, so its title is not taken from there.

    Raises:
        InputError: `damaged` (with `reason`), `encrypted`, `too_large` (with `limit`).
    """
    package = Package(data, source)
    styles = Styles(package.part("styles"))
    stories = Stories(styles, Numbering(package.part("numbering"), styles))
    builder = ContentBuilder(PlaceUnit.PARAGRAPH)
    _add(builder, stories, below(package.main(), "body"))
    for kind in ("footnote", "endnote"):
        for note in _notes(package.part(f"{kind}s"), kind, stories):
            _add(builder, stories, note)
    return builder.content()


def _notes(root: _Element | None, kind: str, stories: Stories) -> list[_Element]:
    """Give the notes that the text refers to, in the order in which it does."""
    elements = () if root is None else root.iterchildren("{*}" + kind)
    notes = {integer(element, "id"): element for element in elements}
    numbers = [number for of_kind, number in stories.notes if of_kind == kind]
    return [notes[number] for number in numbers if number in notes]


def _add(builder: ContentBuilder, stories: Stories, story: _Element | None) -> None:
    for block in () if story is None else stories.blocks(story):
        if isinstance(block, Paragraph):
            builder.place()
            for line in block.lines:
                builder.paragraph(line, block.level)
        else:
            _add_table(builder, block)


def _add_table(builder: ContentBuilder, cells: tuple[CellText, ...]) -> None:
    row = -1
    for cell in builder.table(cells):
        if cell.row > row:
            row = cell.row
            builder.place(at=cell.start)
