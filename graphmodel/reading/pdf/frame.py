"""The frame of a PDF page: from its own space to points from the top left, right way up."""

from __future__ import annotations

from ctypes import byref
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in a page's own space; left, top, right, bottom once upright."""


class _Boxed(Protocol):
    @property
    def left(self) -> float: ...
    @property
    def bottom(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def top(self) -> float: ...


class Frame(NamedTuple):
    """What a viewer shows of a page, in the page's own space."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, box: _Boxed) -> bool:
        """Whether the middle of a box lies on the page."""
        return (
            self.left <= (box.left + box.right) / 2 <= self.right
            and self.bottom <= (box.bottom + box.top) / 2 <= self.top
        )

    def size(self, turn: int) -> tuple[float, float]:
        """Width and height of the page as text stands upright that is turned by quarters."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if turn % 2 else (width, height)

    def upright(self, box: Box, turn: int) -> Box:
        """Give a box as it lies when text that is turned by so many quarters stands upright.

        Args:
            box: Left, bottom, right, top.
            turn: Quarters of a turn, counter-clockwise.

        Returns:
            Left, top, right, bottom, from the top left.
        """
        left, bottom, right, top = box
        if turn == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if turn == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if turn == 3:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


def frame_of(page: PdfPage) -> Frame:
    """Give the frame of a page: its crop box, as far as it lies in its media box."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, byref(box))
    return Frame(box.left, box.bottom, box.right, box.top)
