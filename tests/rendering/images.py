"""Plans as images of their pages, as a scanner makes them."""

from __future__ import annotations

import io
import subprocess
from functools import cache

import pytest
from PIL import Image, ImageDraw, ImageFont

from graphmodel.reading.ofd.document import Sheet, sheets
from graphmodel.reading.ofd.package import Package
from tests.rendering.ofd import render_ofd

MILLIMETRES = 25.4


def render_images(plan_text: str, dpi: int = 150) -> list[bytes]:
    """Draw the pages of a plan, one PNG each, laid out as `render_ofd` lays them out."""
    return [png(page) for page in draw_ofd(render_ofd(plan_text), dpi)]


def draw_ofd(data: bytes, dpi: int = 150) -> list[Image.Image]:
    """Draw the pages of an OFD file, black on white."""
    return [_drawn(sheet, dpi / MILLIMETRES) for sheet in sheets(Package(data, "plan.ofd"))]


def png(page: Image.Image) -> bytes:
    """The image as a PNG file."""
    file = io.BytesIO()
    page.save(file, "PNG")
    return file.getvalue()


def _drawn(sheet: Sheet, scale: float) -> Image.Image:
    page = Image.new("L", (round(sheet.box[2] * scale), round(sheet.box[3] * scale)), "white")
    draw = ImageDraw.Draw(page)
    for layer in sheet.layers:
        for first, last in layer.strokes:
            draw.line([tuple(scale * side for side in end) for end in (first, last)], "black", 2)
        for glyph in layer.glyphs:
            place = (glyph.x * scale, glyph.y * scale)
            draw.text(place, glyph.text, "black", _font(round(glyph.size * scale)), anchor="ls")
    return page


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    pattern = "Noto Serif CJK SC:style=Regular"
    command = ["fc-match", "--format=%{family}\t%{file}\t%{index}", pattern]
    found = subprocess.run(command, capture_output=True, text=True)
    if "CJK SC" not in found.stdout:
        pytest.skip("no Chinese font is installed (apt-get install fonts-noto-cjk)")
    _, file, face = found.stdout.split("\t")
    return ImageFont.truetype(file, size, int(face))
