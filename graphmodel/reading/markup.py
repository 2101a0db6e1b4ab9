"""XML of unknown origin: no document types, no entities, no network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphmodel.model.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def parse_xml(data: bytes, source: str) -> _Element:
    """Give the root element of an XML document.

    Office formats forbid document types, so that one is refused before it is read: what it
    declares could be an entity bomb.

    Raises:
        InputError: `damaged` (not well-formed, or with a document type).
    """
    from lxml import etree

    if _DOCTYPE.search(data) or _DOCTYPE.search(data.replace(b"\0", b"")):
        raise InputError(source, "damaged", reason="DOCTYPE")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True, huge_tree=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(source, "damaged", reason=str(error)) from error
