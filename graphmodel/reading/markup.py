"""XML of unknown origin: no document types, no entities, no network."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from graphmodel.model.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

MAX_XML = 50 * 1000 * 1000
"""Largest document that is made a tree of: some thousand pages. A tree of nothing but small
elements takes 30 times its bytes."""
MAX_TAGS = 15_000_000
"""Most tags of a document that is read by events; a cell of a worksheet has four."""
_DOCTYPE = b"<!DOCTYPE"
_CHUNK_BYTES = 1 << 16
_WIDE = 4
"""So many bytes show whether an XML document is in UTF-16 or UTF-32 (XML 1.0, appendix F)."""


def parse_xml(data: bytes, source: str) -> _Element:
    """Give the root element of an XML document.

    Office formats forbid document types, so that one is refused before it is read: what it
    declares could be an entity bomb. Elements nested deeper than 256, and texts or tags of more
    than 10 MB, are damage too; so those who walk the tree may do it by recursion.

    Raises:
        InputError: `damaged` (not well-formed, with a document type, or beyond those bounds),
            `too_large`.
    """
    from lxml import etree

    if len(data) > MAX_XML:
        raise InputError(source, "too_large", limit=MAX_XML)
    _refuse_doctype(data, source)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(source, "damaged", reason=str(error)) from error


class Events:
    """What a parser tells of a document, in order; readers override what they look at."""

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        """An element begins; namespaces stand in braces before names."""

    def end(self, tag: str | bytes) -> None:
        """An element ends."""

    def data(self, data: str | bytes) -> None:
        """A piece of text; a long text comes in several."""

    def comment(self, text: str | bytes) -> None:
        """Comments are not read."""

    def close(self) -> object:
        """The document ends."""


def feed_xml(data: bytes, source: str, target: Events) -> None:
    """Give an XML document to a target as events, for what is too large for a tree.

    Memory does not grow with the document, but for what the target keeps; nor is the depth of
    elements bounded.

    Raises:
        InputError: `damaged`, as `parse_xml`; `too_large`.
    """
    from lxml import etree

    _refuse_doctype(data, source)
    if data.count(b"<") > MAX_TAGS:
        raise InputError(source, "too_large")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, target=target)
    try:
        for start in range(0, len(data), _CHUNK_BYTES):
            parser.feed(data[start : start + _CHUNK_BYTES])
        parser.close()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(source, "damaged", reason=str(error)) from error


@lru_cache(maxsize=1024)
def local_name(tag: str | bytes) -> str:
    """Give the name of an element or attribute without its namespace."""
    return str(tag).rpartition("}")[2]


def _refuse_doctype(data: bytes, source: str) -> None:
    wide = b"\0" in data[:_WIDE]
    if _DOCTYPE in (data.replace(b"\0", b"") if wide else data):
        raise InputError(source, "damaged", reason="DOCTYPE")
