"""What a PDF page draws: its objects, with those of the forms in it, and where they lie."""

from __future__ import annotations

from ctypes import byref
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.reading.pages.matrix import Matrix

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_MAX_OBJECTS = 100_000
"""Most objects of a page that are looked at."""
_DEEPEST = 8
"""Forms within forms that are looked into."""
_UNIT = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
"""The square that an image is drawn in."""

Point = tuple[float, float]


class Drawn(NamedTuple):
    """A path or an image, and the space that it lies in."""

    handle: Any
    is_image: bool
    matrix: Matrix

    @property
    def is_path(self) -> bool:
        """Whether it is drawn with lines and areas."""
        return not self.is_image

    def corners(self) -> list[Point]:
        """Give the corners of an image."""
        return [self.matrix.apply(x, y) for x, y in _UNIT]


def objects_of(page: PdfPage) -> list[Drawn]:
    """Give the paths and images of a page, those in forms too."""
    import pypdfium2.raw as pdfium

    found = []
    count = min(pdfium.FPDFPage_CountObjects(page), _MAX_OBJECTS)
    waiting = [(pdfium.FPDFPage_GetObject(page, number), Matrix(), 0) for number in range(count)]
    left = _MAX_OBJECTS
    while waiting and left:
        handle, outer, depth = waiting.pop()
        left -= 1
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            is_image = kind == pdfium.FPDF_PAGEOBJ_IMAGE
            found.append(Drawn(handle, is_image, _matrix(handle).within(outer)))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _matrix(handle).within(outer)
            count = min(pdfium.FPDFFormObj_CountObjects(handle), left)
            waiting += [
                (pdfium.FPDFFormObj_GetObject(handle, number), inner, depth + 1)
                for number in range(count)
            ]
    return found


def _matrix(handle: Any) -> Matrix:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, byref(matrix))
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
