"""Pages of an OFD document that are pictures of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.model.errors import InputError
from graphmodel.reading.ocr import recognise
from graphmodel.reading.ocr.images import read_frames
from graphmodel.reading.ofd.document import Sheet
from graphmodel.reading.ofd.package import Package, resolve
from graphmodel.reading.pages import Page

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHARE = 0.4
"""Share of the paper that a picture covers which is the page itself, not a seal or a logo."""


def picture_of(sheet: Sheet) -> str | None:
    """Give the number of the picture that covers a page; None where there is none."""
    pictures = [picture for layer in sheet.layers for picture in layer.pictures]
    largest = max(pictures, key=lambda picture: picture.area, default=None)
    if largest is None or largest.area < _SHARE * sheet.box[2] * sheet.box[3]:
        return None
    return largest.resource


def read_scan(package: Package, sheet: Sheet, picture: str, width: float) -> Page | None:
    """Recognise the picture that covers a page.

    Args:
        package: The package of the page.
        sheet: The page.
        picture: What `picture_of` gave.
        width: Of the page, in points.

    Returns:
        None where the picture is missing, damaged, or of a format that is not read.

    Raises:
        InputError: `needs_ocr` where the extra `graphmodel[ocr]` is not installed.
    """
    data = next(filter(None, (_media(package, path, picture) for path in sheet.resources)), None)
    try:
        image = next(read_frames(data or b"", package.source))
    except InputError:
        return None
    return recognise(image, width / image.width, package.source)


def _media(package: Package, path: str, number: str) -> bytes | None:
    """Give the bytes of the medium of a number, where a file of resources lists it."""
    root = package.xml(path)
    if root is None:
        return None
    for medium in root.iterfind("{*}MultiMedias/{*}MultiMedia"):
        if medium.get("ID") == number:
            return package.read(_place(path, root, medium))
    return None


def _place(path: str, root: _Element, medium: _Element) -> str:
    """Media stand in the folder `BaseLoc` of their file of resources (clause 7.9)."""
    folder = resolve(path, root.get("BaseLoc", ".") + "/")
    return resolve(folder, medium.findtext("{*}MediaFile") or "")
