"""Damage to scanned pages: what scanners, copiers and programs that save images do to them."""

from __future__ import annotations

import io
from random import Random
from typing import TYPE_CHECKING

from tests.fuzz.mutations import OUTER

if TYPE_CHECKING:
    from PIL.Image import Image

_LARGEST = 700
"""Pixels of a side of the piece that is kept, so that recognition takes no longer than it must."""
_MODES = {
    "PNG": ("1", "L", "P", "RGB", "RGBA"),
    "JPEG": ("L", "RGB", "CMYK"),
    "TIFF": ("1", "L", "P", "F", "RGB", "RGBA", "CMYK"),
    "BMP": ("1", "L", "P", "RGB"),
}
"""What formats can hold."""


def with_other_pixels(data: bytes, random: Random) -> bytes:
    """A piece of an image, turned, resized, noisy, in other colours, saved in another format."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        image = opened.convert("RGB")
    left = random.randrange(max(1, image.width - 50))
    top = random.randrange(max(1, image.height - 50))
    image = image.crop((left, top, left + _LARGEST, top + _LARGEST))
    for _ in range(random.randint(1, 3)):
        image = _changed(image, random)
    kind = random.choice(list(_MODES))
    packed = io.BytesIO()
    image.convert(random.choice(_MODES[kind])).save(packed, kind)
    return packed.getvalue()


def with_damaged_pixels(data: bytes, random: Random) -> bytes:
    """As `with_other_pixels`, and the file damaged as such."""
    return random.choice(OUTER)(with_other_pixels(data, random), random)


def _changed(image: Image, random: Random) -> Image:
    from PIL import Image, ImageFilter, ImageOps

    width, height = image.size
    return random.choice(
        (
            lambda: image.rotate(random.uniform(-180, 180), expand=True),
            lambda: image.resize((random.randint(1, 900), random.randint(1, 900))),
            lambda: ImageOps.invert(image),
            lambda: image.filter(ImageFilter.GaussianBlur(random.randint(0, 6))),
            lambda: Image.blend(image, Image.effect_noise((width, height), 90).convert("RGB"), 0.5),
            lambda: ImageOps.posterize(image, random.randint(1, 4)),
            lambda: ImageOps.expand(image, random.randint(0, 200), random.choice(("red", "black"))),
        )
    )()
