"""The characters of a PDF page with their boxes, the way up that most of them stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from ctypes import Structure, byref, c_double, c_void_p, cast
from math import atan2, hypot, pi
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.reading.pages import Line
from graphmodel.reading.pdf.frame import Frame
from graphmodel.reading.pdf.spelling import UNKNOWN, spelled

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MAX_CHARACTERS = 200_000
"""Most characters of a page that are looked at; a page set in 6 points has 10,000."""
_ASKEW = 0.1
"""Quarters of a turn beyond which text stands askew: a stamp or a watermark."""
_ASCENT = 0.86
"""Share of a character that stands above its base line."""
_NARROW = 0.6
"""Widths of a digit that a decimal point takes at most."""
_INVISIBLE = (3, 7)
"""Text rendering modes that paint nothing (ISO 32000-1, table 106)."""


class Character(NamedTuple):
    """A character, its box in the page's own space, and how it is drawn.

    Attributes:
        text: What it means.
        left: Of the box that it takes in its line.
        bottom: Of the same.
        right: Of the same.
        top: Of the same.
        x: Where it begins on its base line.
        y: Height of its base line.
        size: Of the font, as the file says.
        turn: Quarters of a turn, counter-clockwise; None where it stands askew.
        is_visible: Whether it is painted.
        drawn_by: Address of the object of the page that draws it.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    size: float
    turn: int | None
    is_visible: bool
    drawn_by: int | None

    def is_one_glyph_with(self, other: Character) -> bool:
        """Whether both are parts of one glyph, such as a ligature: they have the same box."""
        return self[1:5] == other[1:5] and self.drawn_by == other.drawn_by


class PageText(NamedTuple):
    """The text of a page: its pieces in points from the top left, and the way up they stand."""

    fragments: list[Line]
    turn: int
    unknown: int
    """Number of characters that the file does not say the meaning of."""


def page_text(page: PdfPage, frame: Frame) -> PageText:
    """Give the characters of a page that a reader of it sees.

    Left out: what stands outside the page; what stands at another angle than most of it; what
    is not painted, unless nothing is, as in the text layer that a scanner adds.
    """
    found = [char for char in _glyphs(_characters(page)) if frame.holds(char)]
    seen = [char for char in found if char.is_visible]
    drawn = seen if any(char.text.strip() for char in seen) else found
    turns = Counter(char.turn for char in drawn if char.turn is not None and char.text.strip())
    turn = max(turns, key=lambda turn: (turns[turn], -turn), default=0)
    fragments = _with_points([_placed(char, frame, turn) for char in drawn if char.turn == turn])
    unknown = sum(piece.text == UNKNOWN for piece in fragments)
    return PageText(fragments, turn, unknown)


def _glyphs(characters: Iterable[Character]) -> Iterator[Character]:
    """Put the characters of each glyph together."""
    last: Character | None = None
    for char in characters:
        if last is not None and char.is_one_glyph_with(last):
            last = last._replace(text=last.text + char.text)
            continue
        if last is not None:
            yield last
        last = char
    if last is not None:
        yield last


def _placed(char: Character, frame: Frame, turn: int) -> Line:
    """Give a character as a piece of text.

    An ideograph is as wide as its font is large: what the file says of the size is less
    reliable, as fonts have units of their own. So is the height of boxes, of which characters of
    one line have different ones; all stand on the same base line.
    """
    left, top, right, bottom = frame.upright((char.left, char.bottom, char.right, char.top), turn)
    is_ideograph = "\u4e00" <= char.text < "\ua000" and len(char.text) == 1
    size = right - left if is_ideograph else min(char.size, bottom - top)
    base = frame.upright((char.x, char.y, char.x, char.y), turn)[1]
    return Line(
        char.text, left, base - _ASCENT * size, right, base + (1 - _ASCENT) * size, size=size
    )


def _with_points(fragments: list[Line]) -> list[Line]:
    """Take an unknown sign that is narrow and stands between two digits for a decimal point."""
    pieces = list(fragments)
    for number, piece in enumerate(fragments[1:-1], 1):
        last, following = fragments[number - 1], fragments[number + 1]
        if (
            piece.text == UNKNOWN
            and last.text.isdigit()
            and following.text.isdigit()
            and piece.width < _NARROW * last.width
        ):
            pieces[number] = piece._replace(text=".")
    return pieces


def _characters(page: PdfPage) -> Iterator[Character]:
    """Give the characters in the order of the page's program."""
    text = page.get_textpage()
    try:
        yield from _of_text_page(text.raw)
    finally:
        text.close()


def _of_text_page(text: Any) -> Iterator[Character]:
    """Give the characters of what pdfium calls a text page, by its handle."""
    import pypdfium2.raw as pdfium

    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), c_double(), c_double()
    high = 0
    for index in range(min(pdfium.FPDFText_CountChars(text), MAX_CHARACTERS)):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        code = _code(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0
        high = 0
        pdfium.FPDFText_GetLooseCharBox(text, index, byref(box))
        pdfium.FPDFText_GetMatrix(text, index, byref(matrix))
        pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
        drawn = pdfium.FPDFText_GetTextObject(text, index)
        yield Character(
            spelled(code),
            box.left,
            box.bottom,
            box.right,
            box.top,
            x.value,
            y.value,
            pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d),
            _turn(matrix),
            pdfium.FPDFTextObj_GetTextRenderMode(drawn) not in _INVISIBLE,
            cast(drawn, c_void_p).value,
        )


def _code(text: Any, index: int) -> int:
    """Give the UTF-16 unit of a character; 0 where the file does not say what it is."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
        return 0
    return int(pdfium.FPDFText_GetUnicode(text, index))


def _turn(matrix: Structure) -> int | None:
    quarters = atan2(matrix.b, matrix.a) / (pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < _ASKEW else None
