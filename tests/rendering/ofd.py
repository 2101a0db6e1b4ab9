"""Plans as OFD files, put together by hand from GB/T 33190-2016."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from unicodedata import east_asian_width

from tests.rendering.tables import Merged, merged_cells

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
RUNNING_HEAD = "霁岭县人民政府公报"

SIZE = 5.64
"""Millimetres of a character: 三号, 16 points."""
_LEFT, _TOP, _BOTTOM = 28.0, 32.0, 262.0
_WIDTH = 27 * SIZE
_LINE_HEIGHT = 9.9
_SMALL, _SMALL_LINE, _PADDING = 3.7, 5.2, 3.0
"""Millimetres of a character, a line, and the space above and below in a table."""
_MAY_NOT_BEGIN = "，。；：、！？）〕】》”’,.;:)]%"


def render_ofd(plan_text: str) -> bytes:
    """Lay a plan out on A4 pages, with a running head from a template and page numbers.

    Every line of the text is a paragraph whose first line is indented by two characters; lines
    with tabs are the rows of a ruled table.
    """
    setter = _Typesetter()
    lines = filter(str.strip, plan_text.splitlines())
    for in_table, group in groupby(lines, lambda line: "\t" in line):
        if in_table:
            setter.table(merged_cells(list(group)))
        else:
            for line in group:
                setter.paragraph(line.strip())
    return package(
        "".join(objects) + text_object(f"— {number} —", 98.0, 275.0, 4.9)
        for number, objects in enumerate(setter.pages, start=1)
    )


class _Typesetter:
    """Sets paragraphs and tables from top to bottom, and begins a page where one is full."""

    def __init__(self) -> None:
        self.pages: list[list[str]] = []
        self._y = _BOTTOM

    def paragraph(self, text: str) -> None:
        """Set a paragraph, its first line indented."""
        for number, line in enumerate(broken(text, _WIDTH, SIZE, indent=2)):
            self._make_room(_LINE_HEIGHT)
            x = _LEFT + (0 if number else 2 * SIZE)
            self._draw(text_object(line, x, self._y + SIZE))
            self._y += _LINE_HEIGHT

    def table(self, cells: list[Merged]) -> None:
        """Set a table with a rule around each cell, and around the part on each page."""
        column = _WIDTH / max(cell.column + cell.columns for cell in cells)
        lines = {
            cell: list(broken(cell.words.strip(), cell.columns * column - _PADDING, _SMALL))
            for cell in cells
        }
        heights = [
            _PADDING + _SMALL_LINE * max(len(lines[cell]) for cell in cells if cell.row == row)
            for row in range(max(cell.row for cell in cells) + 1)
        ]
        for row, height in enumerate(heights):
            if self._make_room(height) or row == 0:
                self._draw(rule(_LEFT, self._y, _WIDTH, 0.0))
            covering = [cell for cell in cells if cell.row <= row < cell.row + cell.rows]
            for place in {*(cell.column for cell in covering), round(_WIDTH / column)}:
                self._draw(rule(_LEFT + place * column, self._y, 0.0, height))
            for cell in covering:
                if cell.row == row:
                    self._cell(cell, lines[cell], column)
            self._y += height
            is_last = self._y + max(heights[row + 1 : row + 2], default=_BOTTOM) > _BOTTOM
            for cell in covering:
                if is_last or cell.row + cell.rows == row + 1:
                    x = _LEFT + cell.column * column
                    self._draw(rule(x, self._y, cell.columns * column, 0.0))

    def _cell(self, cell: Merged, lines: list[str], column: float) -> None:
        for number, line in enumerate(lines):
            y = self._y + _PADDING / 2 + _SMALL_LINE * number + _SMALL
            self._draw(text_object(line, _LEFT + cell.column * column + _PADDING / 2, y, _SMALL))

    def _make_room(self, height: float) -> bool:
        """Begin a page where the rest of this one is too low; say whether that was so."""
        if self._y + height <= _BOTTOM:
            return False
        self.pages.append([])
        self._y = _TOP
        return True

    def _draw(self, objects: str) -> None:
        self.pages[-1].append(objects)


def package(
    pages: Iterable[str], template: str = "", files: Mapping[str, bytes | str] | None = None
) -> bytes:
    """Zip pages, each the inside of its layer, to a document.

    Args:
        pages: Text, path and image objects, as XML.
        template: The same of the template that stands behind every page.
        files: Further files of the package, or others in place of those made here.
    """
    template = template or text_object(RUNNING_HEAD, 75.0, 20.0, 4.0)
    members: dict[str, bytes | str] = {"OFD.xml": _ENTRY}
    names = []
    for number, page in enumerate(pages):
        names.append(f'<ofd:Page ID="{number + 10}" BaseLoc="Pages/Page_{number}/Content.xml"/>')
        members[f"Doc_0/Pages/Page_{number}/Content.xml"] = content(page, is_page=True)
    members["Doc_0/Document.xml"] = _DOCUMENT.format(pages="".join(names))
    members["Doc_0/Tpls/Tpl_0/Content.xml"] = content(template)
    return archive({**members, **(files or {})})


def archive(members: Mapping[str, bytes | str]) -> bytes:
    """Zip files by their paths."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in members.items():
            zipped.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def content(objects: str, is_page: bool = False) -> str:
    """The file of a page or a template around its objects."""
    template = '<ofd:Template TemplateID="2" ZOrder="Background"/>' if is_page else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><ofd:Page {NAMESPACE}>{template}<ofd:Content>'
        f'<ofd:Layer ID="5" Type="Body">{objects}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def text_object(
    text: str, x: float, y: float, size: float = SIZE, attributes: str = "", deltas: str = ""
) -> str:
    """One line of text whose base line begins at a place, in millimetres.

    Args:
        text: The characters.
        x: From the left.
        y: From the top.
        size: Of the font.
        attributes: Further attributes of the text object.
        deltas: `DeltaX` and `DeltaY` in place of those of a line that runs across.
    """
    widths = [size * width(character) for character in text]
    deltas = deltas or f'DeltaX="{_steps(widths[:-1])}"'
    return (
        f'<ofd:TextObject ID="9" Font="3" Size="{size}" {attributes} '
        f'Boundary="{x} {y - size} {sum(widths):.3f} {size * 1.2:.3f}">'
        f'<ofd:TextCode X="0" Y="{size}" {deltas}>{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def rule(x: float, y: float, width: float, height: float) -> str:
    """A straight line, across or down."""
    return (
        f'<ofd:PathObject ID="8" Boundary="{x} {y} {max(width, 0.1)} {max(height, 0.1)}" '
        f'LineWidth="0.25"><ofd:AbbreviatedData>M 0 0 L {width} {height}</ofd:AbbreviatedData>'
        "</ofd:PathObject>"
    )


def width(character: str) -> float:
    """How many sizes of the font a character is wide."""
    return 1.0 if east_asian_width(character) in "WFA" else 0.5


def _steps(widths: Iterable[float]) -> str:
    """Distances, shortened as the standard allows: `g 3 5.64` is three times 5.64."""
    runs = ((value, len(list(run))) for value, run in groupby(widths))
    return " ".join(f"g {count} {value}" if count > 1 else f"{value}" for value, count in runs)


def broken(text: str, room: float, size: float, indent: int = 0) -> Iterator[str]:
    """Break a text to lines; none begins with a stop or a closing bracket.

    Args:
        text: One paragraph.
        room: Width of a line.
        size: Of the font, in the same unit.
        indent: Characters by which the first line is shorter.
    """
    line, free = "", room - indent * size
    for character in text:
        free -= size * width(character)
        if free < 0 and line and character not in _MAY_NOT_BEGIN:
            yield line
            line, free = "", room - size * width(character)
        line += character
    yield line


_ENTRY = (
    f'<?xml version="1.0" encoding="UTF-8"?><ofd:OFD {NAMESPACE} Version="1.0" DocType="OFD">'
    "<ofd:DocBody><ofd:DocInfo><ofd:DocID>5b1f</ofd:DocID></ofd:DocInfo>"
    "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
)
_DOCUMENT = (
    f'<?xml version="1.0" encoding="UTF-8"?><ofd:Document {NAMESPACE}><ofd:CommonData>'
    "<ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
    "</ofd:PhysicalBox></ofd:PageArea>"
    '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>'
    "<ofd:Pages>{pages}</ofd:Pages></ofd:Document>"
)
