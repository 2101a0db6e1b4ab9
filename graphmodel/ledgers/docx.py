"""Ledgers as Word documents: a chapter for each table, A4 across."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from graphmodel.ledgers.ledger import Ledger, Part
from graphmodel.ledgers.lines import printed_lines
from graphmodel.ledgers.widths import widths
from graphmodel.reports.cells import visible
from graphmodel.reports.word import LONG_SIDE, SHADE, new_document, packed
from graphmodel.reports.wording import Language

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_MARGIN = 15
"""Millimetres."""
_SIZE = 10.5
"""Points."""
_MORE = 2
"""Cells that the margins within the cells of a table take."""
_TWIPS = (LONG_SIDE - 2 * _MARGIN) * 1440 / 25.4
"""The width of a table, in twentieths of a point."""
_TABLE = (
    '<w:tbl xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:tblPr>'
    '<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
    "</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
)
_CELL = '<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr><w:p>{run}</w:p></w:tc>'
_HEAD = "<w:trPr><w:tblHeader/></w:trPr>"
_SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>'
_CELL_SIZE = '<w:sz w:val="18"/>'
"""Half points."""


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
    for line in printed_lines(part.lines, language):
        document.add_paragraph(visible(line))
    _add_table(document, part, language, links)


def _add_table(document: Document, part: Part, language: Language, links: Sequence[str]) -> None:
    """The table, as markup: cell by cell, python-docx takes seconds for the lists of a plan."""
    from docx.oxml import parse_xml

    shown = part.shown
    sizes = [size + _MORE for size in widths(part, language)]
    total = sum(sizes[number] for number in shown)
    columns = [round(_TWIPS * sizes[number] / total) for number in shown]
    heads = [part.fields[number].head(language) for number in shown]
    rows = [_row(heads, columns, is_head=True)]
    for row, link in zip(part.rows, links, strict=True):
        rows.append(_row([row[number] for number in shown], columns, link))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    table = _TABLE.format(grid=grid, rows="".join(rows))
    document.element.body.insert_element_before(parse_xml(table), "w:sectPr")


def _row(
    texts: Sequence[str], columns: Sequence[int], link: str = "", *, is_head: bool = False
) -> str:
    """A row; its second cell, the name of a body, leads to a bookmark where there is one."""
    cells = []
    for number, (text, width) in enumerate(zip(texts, columns, strict=True)):
        run = _run(text, link if number == 1 else "", is_bold=is_head)
        cells.append(_CELL.format(width=width, shade=_SHADE if is_head else "", run=run))
    return f"<w:tr>{_HEAD if is_head else ''}{''.join(cells)}</w:tr>"


def _run(text: str, link: str, *, is_bold: bool) -> str:
    look = ("<w:b/>" if is_bold else "") + _CELL_SIZE + ('<w:u w:val="single"/>' if link else "")
    words = escape(visible(text))
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    return f'<w:hyperlink w:anchor="{link}">{run}</w:hyperlink>' if link else run


def _add_bookmark(heading: Paragraph, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), name.removeprefix("list"))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        heading._p.append(mark)
