"""The summary as a Word document on A4."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graphmodel.reports.briefs.brief import Bar, Brief, Chart, Section, Table
from graphmodel.reports.cells import visible
from graphmodel.reports.word import SHORT_SIDE, make_head, new_document, packed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_MARGIN = 16
"""Millimetres."""
_SIZE, _CELL_SIZE, _RULE_SIZE, _TITLE_SIZE, _HEADING_SIZE = 9.5, 8.5, 7, 15, 11
"""Points."""
_BAR_HEIGHT = 2.6
_CHART_SHARES = (9, 13, 6)
"""How wide the columns of names, bars and numbers are, in proportion."""
_LEAST = 0.2
"""Millimetres of the shortest bar that can be seen."""
_POINTS = 500
"""Points of a bar's picture, of which each part takes its share."""
_Color = tuple[int, int, int]
_SOLID, _LIGHT, _OUTSTANDING = (31, 78, 140), (160, 185, 216), (192, 80, 12)
_LONGEST_PROPERTY = 255
"""Characters that a property of a document may have."""
_GREY = (96, 96, 96)


def to_docx(brief: Brief) -> bytes:
    """The document, with real headings, head rows and page numbers.

    A bar is a picture, drawn out from one row of points: no font and no program of charts is
    needed to see it.
    """
    document = new_document(brief.language, margin=_MARGIN, size=_SIZE, landscape=False)
    document.core_properties.title = visible(brief.title)[:_LONGEST_PROPERTY]
    _set_heading(document.add_heading(visible(brief.title), level=0), _TITLE_SIZE)
    _add_line(document, brief.subtitle, _CELL_SIZE, grey=True)
    for title, section in brief.chapters():
        _set_heading(document.add_heading(visible(title), level=1), _HEADING_SIZE)
        _add_section(document, section)
    return packed(document)


def _add_section(document: Document, section: Section) -> None:
    for line in section.said:
        _add_line(document, line, _SIZE)
    if isinstance(section.block, Table):
        _add_table(document, section.block)
    elif section.block:
        _add_chart(document, section.block)
    for number, point in enumerate(section.points, start=1):
        _add_line(document, f"{number}. {point}", _SIZE)
    if section.rules:
        _add_line(document, " ".join(section.rules), _RULE_SIZE, grey=True)


def _set_heading(heading: Paragraph, size: float) -> None:
    from docx.shared import Pt

    _squeeze(heading, before=6, after=2)
    for run in heading.runs:
        run.font.size = Pt(size)


def _add_line(document: Document, text: str, size: float, *, grey: bool = False) -> None:
    from docx.shared import Pt, RGBColor

    paragraph = document.add_paragraph()
    _squeeze(paragraph, before=0, after=2)
    run = paragraph.add_run(visible(text))
    run.font.size = Pt(size)
    if grey:
        run.font.color.rgb = RGBColor(*_GREY)


def _squeeze(paragraph: Paragraph, *, before: float, after: float) -> None:
    """Set the space above and below a paragraph, in points, and none between its lines."""
    from docx.shared import Pt

    spacing = paragraph.paragraph_format
    spacing.space_before, spacing.space_after = Pt(before), Pt(after)
    spacing.line_spacing = 1.0


def _add_table(document: Document, table: Table) -> None:
    grid = _grid(document, table.shares, "Table Grid")
    _fill(grid.add_row(), table.head, table.numbers, bold=True)
    make_head(grid.rows[0])
    for row in table.rows:
        _fill(grid.add_row(), row, table.numbers)
    _set_widths(grid, table.shares)


def _add_chart(document: Document, chart: Chart) -> None:
    """A line that says what is shown, and a row a bar: name, bar, number."""
    _add_line(document, chart.caption, _CELL_SIZE)
    grid = _grid(document, _CHART_SHARES, None)
    room = _widths(_CHART_SHARES)[1] - 4  # what the cell itself keeps free
    head = grid.add_row()
    _fill(head, ("", "", ""), frozenset())
    _add_key(head.cells[1].paragraphs[0], chart)
    for bar in chart.bars:
        row = grid.add_row()
        _fill(row, (bar.label, "", bar.said), frozenset(), bold=bar.stands_out)
        _draw(row.cells[1].paragraphs[0], bar, room / chart.longest)
    _set_widths(grid, _CHART_SHARES)


def _add_key(paragraph: Paragraph, chart: Chart) -> None:
    from docx.shared import Pt

    for color, words in ((_SOLID, chart.solid), (_LIGHT, chart.light)):
        _add_picture(paragraph, [color], _BAR_HEIGHT)
        paragraph.add_run(f" {words}  ").font.size = Pt(_RULE_SIZE)


def _draw(paragraph: Paragraph, bar: Bar, scale: float) -> None:
    """The bar as one picture of two colours, in their proportion."""
    solid = round(_POINTS * bar.solid / (bar.length or 1))
    row = [_OUTSTANDING if bar.stands_out else _SOLID] * solid + [_LIGHT] * (_POINTS - solid)
    if bar.length:
        _add_picture(paragraph, row, max(bar.length * scale, _LEAST))


def _add_picture(paragraph: Paragraph, points: Sequence[_Color], width: float) -> None:
    """A picture of one row of points, drawn out to a width in millimetres."""
    from docx.shared import Mm
    from PIL import Image

    image, picture = Image.new("RGB", (len(points), 1)), io.BytesIO()
    image.putdata(points)
    image.save(picture, "PNG")
    picture.seek(0)
    paragraph.add_run().add_picture(picture, Mm(width), Mm(_BAR_HEIGHT))


def _grid(document: Document, shares: Sequence[int], style: str | None) -> Any:
    grid = document.add_table(rows=0, cols=len(shares), style=style)
    grid.autofit = False
    return grid


def _set_widths(grid: Any, shares: Sequence[int]) -> None:
    from docx.shared import Mm

    for column, width in zip(grid.columns, _widths(shares), strict=True):
        column.width = Mm(width)  # what LibreOffice goes by
        for cell in column.cells:
            cell.width = Mm(width)  # what Word goes by


def _widths(shares: Sequence[int]) -> list[float]:
    """Millimetres of columns that share the page."""
    return [(SHORT_SIDE - 2 * _MARGIN) * share / sum(shares) for share in shares]


def _fill(row: Any, texts: Sequence[str], numbers: frozenset[int], *, bold: bool = False) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    for number, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        paragraph = cell.paragraphs[0]
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        _squeeze(paragraph, before=0, after=0)
        if number in numbers:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = paragraph.add_run(visible(text))
        run.font.size, run.font.bold = Pt(_CELL_SIZE), bold or None
