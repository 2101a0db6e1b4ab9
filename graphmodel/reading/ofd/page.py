"""One page of an OFD document to lines: the way up that most of its text stands, in points."""

from __future__ import annotations

from collections import Counter

from graphmodel.reading.ofd.document import Sheet
from graphmodel.reading.ofd.glyphs import Glyph
from graphmodel.reading.ofd.strokes import Point
from graphmodel.reading.ofd.values import Box
from graphmodel.reading.pages import Line, Page
from graphmodel.reading.pages.ruled import ruled_page
from graphmodel.reading.pages.ruling import Rule

POINTS = 72 / 25.4
"""Points in a millimetre."""
_ASCENT = 0.86
"""Share of a character's size that stands above its base line."""


def page_of(sheet: Sheet) -> Page:
    """Give the lines of a page, and its size, in points from the top left.

    Text that stands at another angle than most of the page is left out: it is no part of the
    sentence beside it.
    """
    drawn = [glyph for layer in sheet.layers for glyph in layer.glyphs]
    turns = Counter(glyph.turn for glyph in drawn if glyph.text.strip())
    turn = max(turns, key=lambda turn: (turns[turn], -turn), default=0)
    width, height = sheet.box[2:] if turn % 2 == 0 else sheet.box[:1:-1]
    placed = (_placed(glyph, sheet.box) for glyph in drawn if glyph.turn == turn)
    inside = [line for line in placed if 0 <= line.left < width * POINTS]
    rules = [_rule(*stroke, sheet.box, turn) for layer in sheet.layers for stroke in layer.strokes]
    return ruled_page(width * POINTS, height * POINTS, inside, rules)


def _upright(x: float, y: float, box: Box, turn: int) -> tuple[float, float]:
    """Give the place of a point when the page is turned so that its text stands upright."""
    left, top, width, height = box
    x, y = x - left, y - top
    return ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[turn]


def _placed(glyph: Glyph, box: Box) -> Line:
    x, base = _upright(glyph.x, glyph.y, box, glyph.turn)
    return Line(
        glyph.text,
        x * POINTS,
        (base - _ASCENT * glyph.size) * POINTS,
        (x + glyph.width) * POINTS,
        (base + (1 - _ASCENT) * glyph.size) * POINTS,
        size=glyph.size * POINTS,
    )


def _rule(first: Point, last: Point, box: Box, turn: int) -> Rule:
    ends = [_upright(*point, box, turn) for point in (first, last)]
    across, down = zip(*ends, strict=True)
    return Rule(*(POINTS * side for side in (min(across), min(down), max(across), max(down))))
