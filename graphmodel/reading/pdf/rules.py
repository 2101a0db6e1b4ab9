"""The straight rules that a PDF page draws: lines, thin bars, and the sides of frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ctypes import byref, c_float, c_int
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from graphmodel.reading.pages.matrix import Matrix
from graphmodel.reading.pdf.objects import Drawn, Point

if TYPE_CHECKING:
    from graphmodel.reading.pdf.frame import Box

_THICKEST = 3.0
"""Points; thicker bars are areas of colour."""
_STRAIGHT = 1.0
"""Points by which the ends of a rule may be out of line."""
_MAX_SEGMENTS = 1_000
"""Most parts of a path that are looked at: more make a picture."""


def rules_of(objects: Iterable[Drawn]) -> Iterator[Box]:
    """Give the boxes of the rules of a page, left, bottom, right, top in its own space.

    Pictures that are no thicker than a rule count too: some programs draw rules as such.
    """
    for drawn in objects:
        if drawn.is_path:
            yield from _of_path(drawn.handle, drawn.matrix)
        elif drawn.is_image:
            yield from _thin(drawn.corners())


def _of_path(path: Any, matrix: Matrix) -> Iterator[Box]:
    import pypdfium2.raw as pdfium

    if pdfium.FPDFPath_CountSegments(path) > _MAX_SEGMENTS:
        return
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    outlines = list(_outlines(path, matrix)) if fill.value or stroke.value else []
    half = _line_width(path, matrix) / 2 if stroke.value else 0.0
    for outline in outlines:
        thin = list(_thin(outline)) if fill.value or len(outline) > 2 else []
        yield from thin
        if stroke.value and not thin and 2 * half <= _THICKEST:
            yield from _sides(outline, half)


def _line_width(path: Any, matrix: Matrix) -> float:
    import pypdfium2.raw as pdfium

    width = c_float()
    pdfium.FPDFPageObj_GetStrokeWidth(path, byref(width))
    return width.value * matrix.scale


def _outlines(path: Any, matrix: Matrix) -> Iterator[list[Point]]:
    """Give each stretch that a path draws without lifting the pen; curves count by their ends."""
    import pypdfium2.raw as pdfium

    outline: list[Point] = []
    x, y = c_float(), c_float()
    for number in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and outline:
            yield outline
            outline = []
        outline.append(matrix.apply(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            outline.append(outline[0])
    if outline:
        yield outline


def _thin(outline: list[Point]) -> Iterator[Box]:
    """Give the box of an outline if that is no thicker than a rule."""
    across, down = [x for x, _ in outline], [y for _, y in outline]
    box = min(across), min(down), max(across), max(down)
    width, height = box[2] - box[0], box[3] - box[1]
    if min(width, height) <= _THICKEST < max(width, height):
        yield box


def _sides(outline: list[Point], half: float) -> Iterator[Box]:
    """Give the stretches of an outline that run straight across or straight down."""
    for (x, y), (to_x, to_y) in pairwise(outline):
        if abs(y - to_y) <= _STRAIGHT or abs(x - to_x) <= _STRAIGHT:
            yield min(x, to_x), min(y, to_y) - half, max(x, to_x), max(y, to_y) + half
