"""Image files to pixels: every mode and size that scanners and cameras write, and damage."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from PIL import Image

from graphmodel.model.errors import InputError
from graphmodel.reading.ocr.images import MAX_PAGES, WIDTH, read_frames


def page(width: int = 600, height: int = 800) -> Image.Image:
    """White paper with one black bar in its upper left quarter."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("black", (width // 10, height // 10, width // 2, height // 5))
    return image


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def frames(data: bytes) -> list[Image.Image]:
    return list(read_frames(data, "scan"))


def darkness(image: Image.Image) -> list[float]:
    """Share of black in each quarter: upper left, upper right, lower left, lower right."""
    grey = np.asarray(image.convert("L"))
    rows, columns = grey.shape[0] // 2, grey.shape[1] // 2
    quarters = (grey[:rows, :columns], grey[:rows, columns:], grey[rows:, :columns])
    return [round(float((q < 128).mean()), 1) for q in (*quarters, grey[rows:, columns:])]


def png(width: int, height: int) -> bytes:
    """A PNG that states a size and holds next to nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0"))


@pytest.mark.parametrize(
    ("mode", "kind", "options"),
    [
        ("RGB", "PNG", {}),
        ("RGB", "BMP", {}),
        ("L", "JPEG", {}),
        ("1", "PNG", {}),
        ("1", "TIFF", {"compression": "group4"}),
        ("P", "PNG", {}),
        ("CMYK", "JPEG", {}),
        ("CMYK", "TIFF", {}),
        ("YCbCr", "TIFF", {}),
        ("RGBA", "PNG", {}),
        ("LA", "PNG", {}),
    ],
)
def test_every_mode_becomes_black_on_white(mode: str, kind: str, options: dict[str, Any]) -> None:
    (frame,) = frames(encoded(page().convert(mode), kind, **options))
    assert frame.mode == "RGB"
    assert frame.size == (600, 800)
    assert darkness(frame) == [0.2, 0.0, 0.0, 0.0]


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_grey_of_sixteen_bits_keeps_its_shades(kind: str) -> None:
    grey = np.asarray(page().convert("L")).astype(np.uint16) * 256
    (frame,) = frames(encoded(Image.fromarray(grey), kind))
    assert darkness(frame) == [0.2, 0.0, 0.0, 0.0]


def test_transparent_paper_is_white() -> None:
    image = page().convert("RGBA")
    image.putalpha(Image.fromarray(255 - np.asarray(page().convert("L"))))
    (frame,) = frames(encoded(image, "PNG"))
    assert darkness(frame) == [0.2, 0.0, 0.0, 0.0]


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "PNG"])
def test_orientation_of_the_camera_is_followed(kind: str) -> None:
    exif = Image.Exif()
    exif[274] = 6
    (frame,) = frames(encoded(page(), kind, exif=exif))
    assert frame.size == (800, 600)
    assert darkness(frame) == [0.0, 0.2, 0.0, 0.0]


def test_frames_of_tiff_are_pages_but_thumbnails_are_none() -> None:
    small = page(60, 80)
    small.encoderinfo = {"tiffinfo": {254: 1}}
    data = encoded(page(), "TIFF", save_all=True, append_images=[small, page(800, 600)])
    assert [frame.size for frame in frames(data)] == [(600, 800), (800, 600)]


def test_animation_is_one_page() -> None:
    data = encoded(page(), "PNG", save_all=True, append_images=[page(), page()])
    assert len(frames(data)) == 1


def test_large_page_is_shrunk() -> None:
    (frame,) = frames(encoded(page(3000, 4000), "PNG"))
    assert frame.size == (WIDTH, round(WIDTH * 4 / 3))


def test_strip_is_cut_between_lines() -> None:
    strip = Image.new("RGB", (300, 3000), "white")
    for top in range(0, 3000, 30):
        strip.paste("black", (20, top, 280, top + 20))
    pieces = frames(encoded(strip, "PNG"))
    assert sum(piece.height for piece in pieces) == 3000
    assert all(piece.height < 2.5 * piece.width for piece in pieces)
    for piece in pieces[1:]:
        assert np.asarray(piece)[0].min() == 0, "a piece begins where a line begins"


def test_thread_of_an_image_is_not_cut() -> None:
    (frame,) = frames(encoded(Image.new("RGB", (2, 20_000)), "PNG"))
    assert max(frame.size) < 3000


@pytest.mark.parametrize("size", [(31_623, 31_623), (10_000, 10_000), (1, 70_000_000)])
def test_bomb_is_refused_unread(size: tuple[int, int]) -> None:
    with pytest.raises(InputError) as caught:
        frames(png(*size))
    assert caught.value.code == "too_large"
    assert caught.value.details == {"limit": "80 MP"}


def test_endless_file_is_refused() -> None:
    dot = Image.new("1", (1, 1))
    data = encoded(dot, "TIFF", save_all=True, append_images=[dot] * MAX_PAGES)
    with pytest.raises(InputError) as caught:
        frames(data)
    assert caught.value.code == "too_large"


@pytest.mark.parametrize(
    "data",
    [
        encoded(page(), "PNG")[:900],
        encoded(page(), "JPEG")[:2000],
        encoded(page(), "TIFF")[:9000],
        encoded(page(), "BMP")[:60],
        png(0, 10),
        b"\x89PNG\r\n\x1a\n" + b"x" * 100,
        b"II*\0\x08\0\0\0\0\0\x08\0\0\0",
    ],
    ids=["png", "jpeg", "tiff", "bmp", "empty", "junk", "loop"],
)
def test_damaged_image_is_told(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        frames(data)
    assert caught.value.code == "damaged"
