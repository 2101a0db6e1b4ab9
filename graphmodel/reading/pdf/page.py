"""One page of a PDF file: by its text, or by recognition where it has none."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from graphmodel.reading.ocr import is_available, recognise
from graphmodel.reading.pages import Page
from graphmodel.reading.pages.ruled import ruled_page
from graphmodel.reading.pages.ruling import Rule
from graphmodel.reading.pdf.characters import PageText, page_text
from graphmodel.reading.pdf.frame import Frame, frame_of
from graphmodel.reading.pdf.objects import Drawn, objects_of
from graphmodel.reading.pdf.rules import rules_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_FEW = 30
"""Characters up to which a page that is a picture counts as one without text."""
_COVERED = 0.5
"""Share of a page that a picture covers which is the page."""
_UNKNOWN = 0.5
"""Share of characters without a meaning from which text is none."""
_DPI = 200
_MAX_PIXELS = 2400
"""Of the longer side of a page that is recognised."""


def read_page(document: PdfDocument, number: int, source: str) -> Page:
    """Read a page.

    Args:
        document: The open file.
        number: 0-based number of the page.
        source: What to call the file in messages.

    Returns:
        The page, which is marked as unread if it shows something, but has no text, and there is
        no recogniser.

    Raises:
        PdfiumError: The page is damaged.
    """
    with closing(document[number]) as page:
        frame = frame_of(page)
        text = page_text(page, frame)
        drawn = objects_of(page)
        if not _needs_recognition(text, drawn, frame):
            return _by_text(text, drawn, frame)
        if is_available():
            seen = _recognised(page, source)
            return seen if seen.lines or seen.tables else _by_text(text, drawn, frame)
        return Page(*frame.size(0), is_unread=True)


def _needs_recognition(text: PageText, drawn: list[Drawn], frame: Frame) -> bool:
    """Whether a page shows something that its text, if it has any, does not say."""
    count = sum(not piece.text.isspace() for piece in text.fragments)
    if count == 0:
        return bool(drawn)
    if text.unknown > _UNKNOWN * count:
        return True
    return count <= _FEW and any(_covers(image, frame) for image in drawn if image.is_image)


def _covers(image: Drawn, frame: Frame) -> bool:
    """Whether an image covers most of the page."""
    across, down = zip(*image.corners(), strict=True)
    width = max(0.0, min(max(across), frame.right) - max(min(across), frame.left))
    height = max(0.0, min(max(down), frame.top) - max(min(down), frame.bottom))
    page_width, page_height = frame.size(0)
    return bool(width * height > _COVERED * page_width * page_height)


def _by_text(text: PageText, drawn: list[Drawn], frame: Frame) -> Page:
    rules = (Rule(*frame.upright(box, text.turn)) for box in rules_of(drawn))
    return ruled_page(*frame.size(text.turn), text.fragments, rules)


def _recognised(page: PdfPage, source: str) -> Page:
    scale = min(_DPI / 72, _MAX_PIXELS / max(1.0, *page.get_size()))
    with closing(page.render(scale=scale)) as bitmap:
        return recognise(bitmap.to_pil(), 1 / scale, source)
