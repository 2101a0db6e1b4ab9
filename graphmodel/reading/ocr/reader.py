"""Image files: one document, a page for each image in it."""

from __future__ import annotations

from graphmodel.reading.document import Content
from graphmodel.reading.ocr.images import read_frames
from graphmodel.reading.ocr.page import recognise
from graphmodel.reading.pages import compose

_SHORT_SIDE = 595.0
"""Points of the shorter side of A4: what size the paper had, no pixel says."""


def read_image(data: bytes, source: str) -> Content:
    """Read a PNG, JPEG, TIFF or BMP file by optical recognition.

    Takes two to three seconds a page on two cores and 500 MB of memory.

    Raises:
        InputError: `needs_ocr` where the extra `graphmodel[ocr]` is not installed, `damaged`
            (with `reason`), `too_large` (with `limit`).
    """
    return compose(
        [
            recognise(image, _SHORT_SIDE / min(image.size), source)
            for image in read_frames(data, source)
        ]
    )
