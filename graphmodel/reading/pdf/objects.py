"""What a PDF page draws: its objects, with those of the forms in it, and where they lie."""

from __future__ import annotations

from ctypes import byref
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_MAX_OBJECTS = 100_000
"""Most objects of a page that are looked at."""
_DEEPEST = 8
"""Forms within forms that are looked into."""
_UNIT = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
"""The square that an image is drawn in."""

Point = tuple[float, float]


class Matrix(NamedTuple):
    """From the space of an object to that of the page (ISO 32000-1, 8.3.3)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @property
    def scale(self) -> float:
        """How much longer what runs across becomes."""
        return hypot(self.a, self.b)

    def apply(self, x: float, y: float) -> Point:
        """Give where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: Matrix) -> Matrix:
        """This transformation, then the outer one."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return Matrix(a, b, c, d, *outer.apply(self.e, self.f))


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
