"""Ledgers as Word documents: a chapter for each table, A4 across."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from graphmodel.ledgers.ledger import Ledger, Part
from graphmodel.ledgers.widths import widths
from graphmodel.reports.cells import visible
from graphmodel.reports.word import LONG_SIDE, make_head, new_document, packed
from graphmodel.reports.wording import Language

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_MARGIN = 15
"""Millimetres."""
_SIZE, _CELL_SIZE = 10.5, 9
"""Points."""
_MORE = 2
"""Cells that the margins within the cells of a table take."""


def to_docx(ledger: Ledger) -> bytes:
    """The document: title, lines and table of the first part, and chapters for the others.

    Real heading styles, so that Word makes a list of contents; heads repeat on every page.
    """
    document = new_document(ledger.language, margin=_MARGIN, size=_SIZE, landscape=True)
    bookmarks = count(1)
    names = {part.body: f"list{next(bookmarks)}" for part in ledger.parts if part.body}
    for part in ledger.parts:
        if part.fields:
            links = [names[other.body] if other else "" for other in ledger.links(part)]
            _add(document, part, ledger.language, links, names.get(part.body, ""))
    return packed(document)


def _add(
    document: Document, part: Part, language: Language, links: Sequence[str], bookmark: str
) -> None:
    """A part: its heading, on a page of its own where it is a list, its lines, its table."""
    heading = document.add_heading(visible(part.title), level=1 if part.body else 0)
    heading.paragraph_format.page_break_before = bool(part.body)
    if bookmark:
        _add_bookmark(heading, bookmark)
    for line in part.lines:
        document.add_paragraph(visible(line))
    _add_table(document, part, language, links)


def _add_table(document: Document, part: Part, language: Language, links: Sequence[str]) -> None:
    from docx.shared import Mm

    shown = part.shown
    sizes = [size + _MORE for size in widths(part, language)]
    total = sum(sizes[number] for number in shown)
    columns = [Mm((LONG_SIDE - 2 * _MARGIN) * sizes[number] / total) for number in shown]
    table = document.add_table(rows=0, cols=len(shown), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, columns, strict=True):
        column.width = width
    heads = [part.fields[number].head(language) for number in shown]
    _add_row(table, heads, columns, is_head=True)
    for row, link in zip(part.rows, links, strict=True):
        texts = [row[number] for number in shown]
        cells = _add_row(table, texts, columns)
        if link:
            _make_link(cells[1].paragraphs[0], link)


def _add_row(
    table: Table, texts: Sequence[str], columns: Sequence[int], *, is_head: bool = False
) -> Sequence[Any]:
    from docx.shared import Pt

    row: Any = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it untyped
    cells: Sequence[Any] = row.cells
    for cell, text, width in zip(cells, texts, columns, strict=True):
        cell.width = width
        run = cell.paragraphs[0].add_run(visible(text))
        run.font.size, run.font.bold = Pt(_CELL_SIZE), is_head or None
    if is_head:
        make_head(row)
    return cells


def _add_bookmark(heading: Paragraph, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), name.removeprefix("list"))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        heading._p.append(mark)


def _make_link(paragraph: Paragraph, bookmark: str) -> None:
    """Let the words of a paragraph lead to a bookmark."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    for run in paragraph.runs:
        run.font.underline = True
        link.append(run._r)
    paragraph._p.append(link)
