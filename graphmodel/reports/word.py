"""What every Word document of ours has in common: page, fonts, page numbers, head rows, bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from graphmodel.reports.wording import Language, Wording

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

LONG_SIDE, SHORT_SIDE = 297, 210
"""Millimetres of A4."""
SHADE = "D9E2F3"
"""Behind the cells of a head row."""
_PAGE, _OF = Wording("第 ", "Page "), Wording(" 页，共 ", " of ")
_END = Wording(" 页", "")
_STYLES = {"Normal": "宋体", "Title": "黑体", "Heading 1": "黑体", "Heading 2": "黑体"}
"""East Asian fonts; without them Word takes one that may lack the characters."""
_LATIN = "Times New Roman"
_PACKED = (1980, 1, 1, 0, 0, 0)
"""The same input has to give the same bytes: the time that every member of the archive bears."""


def new_document(language: Language, *, margin: float, size: float, landscape: bool) -> Document:
    """An empty document on A4 with fonts for Chinese, and page numbers at the foot.

    Args:
        language: The language of the foot.
        margin: Millimetres on each side.
        size: Points of the text.
        landscape: Whether the long side lies.
    """
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    document = docx.Document()
    _set_fonts(document)
    document.styles["Normal"].font.size = Pt(size)
    section = document.sections[0]
    width, height = (LONG_SIDE, SHORT_SIDE) if landscape else (SHORT_SIDE, LONG_SIDE)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(margin)
    section.top_margin = section.bottom_margin = Mm(margin)
    _add_page_numbers(section.footer.paragraphs[0], language)
    document.core_properties.author = "graphmodel"
    document.core_properties.comments = ""
    return document


def _set_fonts(document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    for name, font in _STYLES.items():
        style: Any = document.styles[name]
        style.font.name = _LATIN
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), font)
    _set_language(document.styles["Normal"])


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


def make_head(row: Any) -> None:
    """Let a row of a table stand on each of its pages, and stand out."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
            shade.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(shade)


def packed(document: Document) -> bytes:
    """The document as a file, the same bytes whenever it is made."""
    made, buffer = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(buffer, "w") as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, _PACKED)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(member))
    return buffer.getvalue()
