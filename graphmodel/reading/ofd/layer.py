"""What one file of a page or a template draws: characters, straight lines, pictures."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.model.errors import InputError
from graphmodel.reading.ofd.glyphs import Glyph, glyphs
from graphmodel.reading.ofd.strokes import Stroke, strokes
from graphmodel.reading.ofd.values import placement

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_MARKS = 200_000
"""Most characters, and most straight lines, of a page."""


class Picture(NamedTuple):
    """An image on a page: the number of its resource, and its area in square millimetres."""

    resource: str
    area: float


class Layer(NamedTuple):
    """The marks of a page or a template, in the order in which they are drawn."""

    glyphs: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...]
    pictures: tuple[Picture, ...]

    @property
    def weight(self) -> int:
        """How many marks it has."""
        return len(self.glyphs) + len(self.strokes)


def layer_of(root: _Element, source: str) -> Layer:
    """Collect the marks under the root of a content file.

    Raises:
        InputError: `too_large`: more than `MAX_MARKS`.
    """
    characters = tuple(islice(glyphs(root), MAX_MARKS + 1))
    lines = tuple(islice(strokes(root), MAX_MARKS + 1))
    if max(len(characters), len(lines)) > MAX_MARKS:
        raise InputError(source, "too_large", limit=f"{MAX_MARKS} / p.")
    return Layer(characters, lines, tuple(_pictures(root)))


def _pictures(root: _Element) -> list[Picture]:
    found = []
    for element in root.iter("{*}ImageObject"):
        placed = placement(element)
        if placed is not None:
            area = abs(placed.a * placed.d - placed.b * placed.c)
            found.append(Picture(element.get("ResourceID", ""), area))
    return found
