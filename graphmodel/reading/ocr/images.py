"""Image files to pixels: their pages, upright, in RGB on white, no larger than is looked at."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graphmodel.model.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 80_000_000
"""Most pixels of a page: A3 at 600 dpi has 70 million."""
MAX_SIDE = 65_535
"""Most pixels of a side, which is what JPEG allows."""
MAX_PAGES = 500
WIDTH = 1414
"""Pixels of the shorter side that are kept: an A4 page at 170 dpi."""
_TALL = 2.5
"""An image that is so many times as high as wide is a strip, such as the picture of a web page."""
_LONGEST = 60
"""An image that is longer than so many times its width is no page, whatever is on it."""
_PIECE = 1.5
"""Height of the pieces that a strip is cut into, in widths."""
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
_SUBFILE = 254
_THUMBNAIL = 1
"""The tag of TIFF that says what a frame is, and its bit for a small copy of another frame."""


def read_frames(data: bytes, source: str) -> Iterator[Image]:
    """Give the pages of an image file one after the other.

    A TIFF file has as many pages as frames; any other image is one page, or several where it is
    a strip.

    Raises:
        InputError: `damaged` (with `reason`), or `too_large` (with `limit`): more than
            `MAX_PIXELS` on a page, or more than `MAX_PAGES`.
    """
    from PIL import Image

    with _decoding(source):
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    with image:
        number = 0
        while _seek(image, number, source):
            if number == MAX_PAGES:
                raise InputError(source, "too_large", limit=f"{MAX_PAGES} p.")
            number += 1
            if not _is_thumbnail(image):
                yield from _pieces(_page(image, source))


@contextmanager
def _decoding(source: str) -> Iterator[None]:
    """Turn into one error whatever a decoder stumbles over: each raises others of its own."""
    from PIL.Image import DecompressionBombError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except InputError:
            raise
        except DecompressionBombError as error:
            raise _too_many_pixels(source) from error
        except Exception as error:
            raise InputError(source, "damaged", reason=type(error).__name__) from error


def _too_many_pixels(source: str) -> InputError:
    return InputError(source, "too_large", limit=f"{MAX_PIXELS // 1_000_000} MP")


def _seek(image: Image, number: int, source: str) -> bool:
    """Go to a frame; only frames of TIFF are pages, those of other formats are animation."""
    if number and image.format != "TIFF":
        return False
    with _decoding(source):
        try:
            image.seek(number)
        except EOFError:
            return False
        if image.width * image.height > MAX_PIXELS or max(image.size) > MAX_SIDE:
            raise _too_many_pixels(source)
        return True


def _is_thumbnail(image: Image) -> bool:
    tags = getattr(image, "tag_v2", {})
    return bool(int(tags.get(_SUBFILE, 0)) & _THUMBNAIL)


def _page(image: Image, source: str) -> Image:
    """Decode the frame that `image` stands at."""
    from PIL import ImageOps

    with _decoding(source):
        page = _eight_bit(image).convert(_mode(image))
        share = min(1.0, _kept(*page.size))
        page.thumbnail((max(1, round(page.width * share)), max(1, round(page.height * share))))
        return _on_white(ImageOps.exif_transpose(page)).convert("RGB")


def _mode(image: Image) -> str:
    """Give the mode in which a frame is shrunk: the smallest that keeps its shades."""
    if image.has_transparency_data:
        return "RGBA"
    return "L" if image.mode in ("1", "L") else "RGB"


def _kept(width: int, height: int) -> float:
    """Give the share of the length of its sides that an image is shrunk to."""
    shorter, longer = sorted((width, height))
    return WIDTH / shorter if longer <= _LONGEST * shorter else _PIECE * WIDTH / longer


def _eight_bit(image: Image) -> Image:
    """Bring grey of 16 or 32 bits, which Pillow would clip, to 8 bits."""
    if image.mode[0] not in "IF":
        return image
    import numpy as np
    from PIL import Image as images

    values = np.asarray(image, dtype=np.float32)
    top = float(values.max()) or 1.0
    return images.fromarray((np.clip(values / top, 0.0, 1.0) * 255).astype(np.uint8))


def _on_white(page: Image) -> Image:
    """Lay a transparent page on white paper."""
    if page.mode != "RGBA":
        return page
    from PIL import Image as images

    paper = images.new("RGB", page.size, "white")
    paper.paste(page, mask=page.getchannel("A"))
    return paper


def _pieces(page: Image) -> Iterator[Image]:
    """Cut a strip between its lines, so that each piece is read at full size."""
    top = 0
    if _TALL * page.width < page.height <= _LONGEST * page.width:
        step = round(_PIECE * page.width)
        while page.height - top > 1.5 * step:
            bottom = _blank_row(page, top + step // 2, top + step)
            yield page.crop((0, top, page.width, bottom))
            top = bottom
    yield page.crop((0, top, page.width, page.height)) if top else page


def _blank_row(page: Image, first: int, last: int) -> int:
    """Find the row below the last of those that vary least, which lies between two lines."""
    import numpy as np

    rows = np.asarray(page.crop((0, first, page.width, last)).convert("L"), dtype=np.int16)
    contrast = rows.max(axis=1) - rows.min(axis=1)
    return first + 1 + int(np.flatnonzero(contrast == contrast.min())[-1])
