"""Web pages saved as one file (.mht, MIME HTML, RFC 2557), often named .doc."""

from __future__ import annotations

import re

from graphmodel.model.errors import InputError
from graphmodel.reading.decoding import declared_encoding, decode
from graphmodel.reading.document import Content
from graphmodel.reading.html.page import parse_page
from graphmodel.reading.html.tree import MAX_PAGE_BYTES

_HEAD_BYTES = 4096
_BOUNDARY = re.compile(rb'boundary\s*+=\s*+"?([^"\r\n;]{1,100})', re.IGNORECASE)
_PAGE_TYPE = re.compile(rb"^content-type:\s*+text/html", re.IGNORECASE | re.MULTILINE)
_MAX_PARTS = 1000
_MAX_PART_BYTES = 3 * MAX_PAGE_BYTES
"""Quoted-printable writes a byte in three at most."""


def parse_archived_page(data: bytes, source: str) -> Content:
    """Read the page of a MIME archive, its first part of HTML; pictures and styles are not read.

    Args:
        data: The bytes of the file.
        source: The path as given, for messages.

    Raises:
        InputError: `damaged` (no page in it), `empty`, `not_text`, `too_large`, and as
            `parse_page`.
    """
    page = _page(data, source)
    if page is None:
        raise InputError(source, "damaged", reason="text/html")
    if not page.strip():
        raise InputError(source, "empty")
    decoded = decode(page, declared_encoding(page[:_HEAD_BYTES]))
    if decoded is None:
        raise InputError(source, "not_text")
    return parse_page(decoded.text, source)


def _page(data: bytes, source: str) -> bytes | None:
    """Give the content of the first part that is a page, without its transfer encoding."""
    from email import message_from_bytes

    boundary = _BOUNDARY.search(data, 0, _HEAD_BYTES)
    if boundary is None:
        return None
    for part in data.split(b"--" + boundary[1], _MAX_PARTS)[1:]:
        if not _PAGE_TYPE.search(part, 0, _HEAD_BYTES):
            continue
        if len(part) > _MAX_PART_BYTES:
            raise InputError(source, "too_large", limit=_MAX_PART_BYTES)
        payload = message_from_bytes(part.lstrip()).get_payload(decode=True)
        return payload if isinstance(payload, bytes) else None
    return None
