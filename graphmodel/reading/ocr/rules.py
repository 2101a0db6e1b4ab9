"""The ruled lines of a table in the image of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.reading.pages.ruling import Rule

if TYPE_CHECKING:
    from PIL.Image import Image

_SHORTEST = 40
"""Pixels of a page 1414 wide: more than a stroke of a letter, less than the height of a row."""
_BAR = 12
"""Pixels of a bar that is too thick for a rule."""


def rules_of(image: Image, scale: float) -> list[Rule]:
    """Find the dark straight lines that run across or down.

    Args:
        image: A page that was laid straight.
        scale: Points for each pixel.
    """
    import cv2
    import numpy as np

    grey = np.asarray(image.convert("L"))
    _, dark = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    rules = []
    for across, down in ((_SHORTEST, 1), (1, _SHORTEST)):
        # A rule that is a little askew runs over several rows of pixels: make it thicker first.
        thicker = cv2.dilate(dark, np.ones((3 if down == 1 else 1, 3 if across == 1 else 1)))
        lines = cv2.morphologyEx(thicker, cv2.MORPH_OPEN, np.ones((down, across)))
        _, _, boxes, _ = cv2.connectedComponentsWithStats(lines)
        rules += [_middle(box, scale) for box in boxes[1:].tolist() if min(box[2:4]) < _BAR]
    return rules


def _middle(box: list[int], scale: float) -> Rule:
    """Give the line without thickness that runs through the middle of a box."""
    left, top, width, height = box[:4]
    if width > height:
        top, height = top + height // 2, 0
    else:
        left, width = left + width // 2, 0
    return Rule(left * scale, top * scale, (left + width) * scale, (top + height) * scale)
