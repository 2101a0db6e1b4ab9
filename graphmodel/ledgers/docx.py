"""Ledgers as Word documents: a chapter for each table, A4 across."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from graphmodel.ledgers.ledger import Ledger, Part
from graphmodel.ledgers.widths import widths
from graphmodel.reports.cells import visible
from graphmodel.reports.wording import Language, Wording

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_PAGE, _OF = Wording("第 ", "Page "), Wording(" 页，共 ", " of ")
_END = Wording(" 页", "")
_WIDTH, _HEIGHT, _MARGIN = 297, 210, 15
"""Millimetres of A4 across."""
_STYLES = {"Normal": "宋体", "Title": "黑体", "Heading 1": "黑体", "Heading 2": "黑体"}
"""East Asian fonts; without them Word takes one that may lack the characters."""
_LATIN = "Times New Roman"
_CELL_SIZE = 9
_MORE = 2
"""Cells that the margins within the cells of a table take."""
_SHADE = "D9E2F3"
_PACKED = (1980, 1, 1, 0, 0, 0)
"""The same input has to give the same bytes: the time that every member of the archive bears."""


def to_docx(ledger: Ledger) -> bytes:
    """The document: title, lines and table of the first part, and chapters for the others.

    Real heading styles, so that Word makes a list of contents; heads repeat on every page.
    """
    import docx

    document = docx.Document()
    _set_up(document, ledger.language)
    bookmarks = count(1)
    names = {part.body: f"list{next(bookmarks)}" for part in ledger.parts if part.body}
    for part in ledger.parts:
        if part.fields:
            links = [names[other.body] if other else "" for other in ledger.links(part)]
            _add(document, part, ledger.language, links, names.get(part.body, ""))
    buffer = io.BytesIO()
    document.save(buffer)
    return _packed_alike(buffer.getvalue())


def _set_up(document: Document, language: Language) -> None:
    """Fonts, page and page numbers."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    for name, font in _STYLES.items():
        style: Any = document.styles[name]
        style.font.name = _LATIN
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), font)
    _set_language(document.styles["Normal"])
    document.styles["Normal"].font.size = Pt(10.5)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    _add_page_numbers(section.footer.paragraphs[0], language)
    document.core_properties.author = "graphmodel"
    document.core_properties.comments = ""


def _set_language(style: Any) -> None:
    """Chinese of the mainland, or commas stand in the middle of their squares."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.get_or_add_rPr().append(language)


def _add_page_numbers(paragraph: Paragraph, language: Language) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for wording, code in ((_PAGE, "PAGE"), (_OF, "NUMPAGES"), (_END, "")):
        paragraph.add_run(wording(language))
        if code:
            _add_field(paragraph, code)


def _add_field(paragraph: Paragraph, code: str) -> None:
    """A field that Word counts, such as the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


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
    columns = [Mm((_WIDTH - 2 * _MARGIN) * sizes[number] / total) for number in shown]
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
        _make_head(row)
    return cells


def _make_head(row: Any) -> None:
    """Let a row stand on each page of its table, and stand out."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)


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


def _packed_alike(data: bytes) -> bytes:
    """The archive with the same times, whenever it was made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, _PACKED)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(member))
    return buffer.getvalue()
