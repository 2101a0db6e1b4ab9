"""One image to one page: turned upright, laid straight, its words in lines and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.reading.ocr.engine import Word, read_words
from graphmodel.reading.ocr.rules import rules_of
from graphmodel.reading.ocr.seals import without_seals
from graphmodel.reading.ocr.sizes import with_sizes
from graphmodel.reading.ocr.straight import Turn, turn_of
from graphmodel.reading.pages import Line, Page
from graphmodel.reading.pages.ruled import ruled_page

if TYPE_CHECKING:
    from PIL.Image import Image

MIN_CERTAINTY = 0.5
"""What is read with less is a stamp, a logo or a stain."""
_SURE = 0.75
"""Upright print is read with more than that on the average, even from a poor copy."""


def recognise(image: Image, scale: float, source: str) -> Page:
    """Read the image of a page, whichever side is up.

    Args:
        image: In any mode that Pillow converts to RGB.
        scale: Points for each pixel.
        source: What to call the file in messages.

    Returns:
        The page as it stands upright; its lines carry the certainty of their least sure word.

    Raises:
        InputError: `needs_ocr` where the extra `graphmodel[ocr]` is not installed.
    """
    image, found = _upright(image.convert("RGB"), source)
    found = without_seals(image, found, source)
    words = [word for word in found if word.certainty >= MIN_CERTAINTY]
    turn = turn_of(words, *image.size)
    if turn is not None:
        image = turn.straighten(image)
    fragments = with_sizes([_fragment(word, turn, scale) for word in words])
    return ruled_page(image.width * scale, image.height * scale, fragments, rules_of(image, scale))


def _upright(image: Image, source: str) -> tuple[Image, list[Word]]:
    """Turn the image by a multiple of 90° where that makes it readable."""
    readings = [(image, read_words(image, source))]
    for quarter in _quarters(readings[0][1]):
        turned = image.rotate(quarter, expand=True)
        readings.append((turned, read_words(turned, source)))
        if not _quarters(readings[-1][1]):
            break
    return max(readings, key=lambda reading: _legibility(reading[1]))


def _quarters(words: list[Word]) -> tuple[int, ...]:
    """Which turns, in degrees, are worth a try; none for nearly all pages."""
    length = sum(len(word.text) for word in words)
    if sum(len(word.text) for word in words if word.is_tall) > length / 2:
        return (90, 270)
    if sum(len(word.text) * word.certainty for word in words) < _SURE * length:
        return (180,)
    return ()


def _legibility(words: list[Word]) -> float:
    """How many characters were read with certainty, in lines that run across."""
    return sum(
        len(word.text) * word.certainty
        for word in words
        if word.certainty >= MIN_CERTAINTY and not word.is_tall
    )


def _fragment(word: Word, turn: Turn | None, scale: float) -> Line:
    corners = word.corners if turn is None else [turn.apply(corner) for corner in word.corners]
    across = [x * scale for x, _ in corners]
    down = [y * scale for _, y in corners]
    return Line(word.text, min(across), min(down), max(across), max(down), word.certainty)
