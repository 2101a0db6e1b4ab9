"""A page that lies askew on the glass: by how much, and what it is when laid straight."""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, cos, sin
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.reading.ocr.engine import Corner, Word

if TYPE_CHECKING:
    from PIL.Image import Image

_LONG = 5.0
"""Heights of a line that a word must be wide for its slope to be measured."""
_LEAST = 0.002
"""Radians, a tenth of a degree: a page that is no more askew is straight."""


class Turn(NamedTuple):
    """A turn against the clock, and the move that keeps the whole page on its paper."""

    cosine: float
    sine: float
    right: float
    down: float

    def apply(self, corner: Corner) -> Corner:
        """Give the place of a point of the image after the turn."""
        x, y = corner
        return (
            x * self.cosine + y * self.sine + self.right,
            y * self.cosine - x * self.sine + self.down,
        )

    def straighten(self, image: Image) -> Image:
        """Turn the image itself; what comes into view is white."""
        from PIL.Image import Resampling, Transform

        corners = [self.apply((x, y)) for x in (0, image.width) for y in (0, image.height)]
        size = round(max(x for x, _ in corners)), round(max(y for _, y in corners))
        back_x = self.sine * self.down - self.cosine * self.right
        back_y = -self.sine * self.right - self.cosine * self.down
        back = (self.cosine, -self.sine, back_x, self.sine, self.cosine, back_y)
        return image.transform(size, Transform.AFFINE, back, Resampling.BILINEAR, fillcolor="white")


def turn_of(words: Iterable[Word], width: float, height: float) -> Turn | None:
    """Measure the skew of a page by its long words; None where it is straight.

    Args:
        words: With corners in pixels.
        width: Of the image, in pixels.
        height: Of the image, in pixels.
    """
    slope = _slope(words)
    if abs(slope) < _LEAST:
        return None
    turn = Turn(cos(slope), sin(slope), 0.0, 0.0)
    corners = [turn.apply((x, y)) for x in (0.0, width) for y in (0.0, height)]
    return turn._replace(right=-min(x for x, _ in corners), down=-min(y for _, y in corners))


def _slope(words: Iterable[Word]) -> float:
    """Give the angle at which lines run, in radians, clockwise."""
    slopes = []
    for word in words:
        (left, above), (right, end), (_, below), _ = word.corners
        if right - left > _LONG * (below - end):
            slopes.append(atan2(end - above, right - left))
    return median(slopes) if slopes else 0.0
