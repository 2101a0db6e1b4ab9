"""The files inside an OFD package, found by the paths that the standard allows.

A path is relative to the file that names it, or begins with "/" and is relative to the package.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from graphmodel.model.errors import InputError
from graphmodel.reading.archive import Archive
from graphmodel.reading.markup import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

ENTRY = "ofd.xml"
MAX_PARSED = 300 * 1000 * 1000
"""Most bytes of XML in a package, each file counted as often as it is named."""
_ENCRYPTION = "encryptions.xml"
"""Stands beside the entry where files are encrypted (GM/T 0099-2020, appendix C)."""


class Package:
    """An OFD package; names of files are compared without case, as its producers mean them."""

    def __init__(self, data: bytes, source: str) -> None:
        """Open the archive.

        Raises:
            InputError: `damaged`, `encrypted`, `too_large`.
        """
        self.source = source
        self._parsed = 0
        self._archive = Archive(data, source)
        self._names = {_plain(name): name for name in self._archive.names()}
        if _ENCRYPTION in self._names:
            raise InputError(source, "encrypted")

    def read(self, path: str) -> bytes | None:
        """Unpack a file by its path in the package; None where there is none."""
        name = self._names.get(_plain(path))
        return None if name is None else self._archive.read(name)

    def xml(self, path: str) -> _Element | None:
        """Parse a file by its path in the package; None where there is none.

        Raises:
            InputError: `damaged`, `too_large`.
        """
        data = self.read(path)
        if data is None:
            return None
        self._parsed += len(data)
        if self._parsed > MAX_PARSED:
            raise InputError(self.source, "too_large", limit=MAX_PARSED)
        return parse_xml(data, self.source)


def resolve(base: str, path: str) -> str:
    """Give the path in the package of what the file `base` names as `path`."""
    path = path.strip().replace("\\", "/")
    if path.startswith("/"):
        return path
    return posixpath.join(posixpath.dirname(base), path)


def _plain(path: str) -> str:
    return posixpath.normpath("/" + path.replace("\\", "/")).lstrip("/").lower()
