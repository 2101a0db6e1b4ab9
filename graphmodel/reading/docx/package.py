"""The parts of an OPC package (ECMA-376 part 2), found by the relationships between them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING

from graphmodel.model.errors import InputError
from graphmodel.reading.archive import Archive
from graphmodel.reading.markup import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "word/document.xml"
"""The name of the main part in nearly every document."""


class Package:
    """The main part of a document and the parts that belong to it."""

    def __init__(self, data: bytes, source: str) -> None:
        """Open the archive and find the main part.

        Raises:
            InputError: `damaged`, `encrypted`, `too_large`.
        """
        self._source = source
        self._archive = Archive(data, source)
        self._names = {name.lower(): name for name in self._archive.names()}
        self._main = self._related("").get("officeDocument", _MAIN)
        self._parts = self._related(self._main)

    def main(self) -> _Element:
        """Parse the main part.

        Raises:
            InputError: `damaged` (also where it is missing), `too_large`.
        """
        root = self._xml(self._main)
        if root is None:
            raise InputError(self._source, "damaged", reason=self._main)
        return root

    def part(self, kind: str) -> _Element | None:
        """Parse a part by its kind: `styles`, `numbering`, `footnotes`, `endnotes`.

        Returns:
            Its root, or None where the document has none.

        Raises:
            InputError: `damaged`, `too_large`.
        """
        beside = posixpath.join(posixpath.dirname(self._main), f"{kind}.xml")
        return self._xml(self._parts.get(kind, beside))

    def _related(self, part: str) -> Mapping[str, str]:
        """Give the names of the parts that a part refers to, by the kind of relationship."""
        folder, name = posixpath.split(part)
        root = self._xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            node.get("Type", "").rpartition("/")[2]: _resolved(folder, node.get("Target", ""))
            for node in ([] if root is None else root.iter("{*}Relationship"))
            if node.get("TargetMode") != "External"
        }

    def _xml(self, name: str) -> _Element | None:
        data = self._archive.read(self._names.get(name.lower(), ""))
        return None if data is None else parse_xml(data, self._source)


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
