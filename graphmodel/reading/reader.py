"""A file to a document: what it is decides its content, not its name."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path, PurePath

from graphmodel.model.errors import InputError
from graphmodel.reading.decoding import Decoded, declared_encoding, decode
from graphmodel.reading.document import Content, Document
from graphmodel.reading.files import MAX_BYTES, read_file
from graphmodel.reading.sniffing import binary_format, markup_format
from graphmodel.reading.text import parse_text

_HEAD_BYTES = 4096
"""Where a page's declaration of its encoding stands, with room to spare (HTML 4.2.5.4: 1024)."""


def read_document(path: Path | str) -> Document:
    """Read a text file or a saved web page.

    Raises:
        InputError: `missing`, `empty` (or white space only), `not_text`, `unsupported_format`
            (with `format`), `unreadable` (with `reason`), `too_large` (with `limit`), `changed`.
    """
    return read_bytes(read_file(path), str(path))


def read_bytes(data: bytes, source: str) -> Document:
    """Read a document from its bytes, as `read_document` reads a file.

    Args:
        data: The bytes of the whole file.
        source: What to call it in messages; its last part becomes the document's name.

    Raises:
        InputError: As `read_document`, for all that concerns the content.
    """
    if len(data) > MAX_BYTES:
        raise InputError(source, "too_large", limit=MAX_BYTES)
    decoded = _decode(data, source)
    kind = markup_format(decoded.text)
    content = _parse(decoded.text, kind, source)
    if not content.blocks:
        raise InputError(source, "empty")
    return Document(
        source=source,
        name=_name(source),
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind,
        encoding=decoded.encoding,
        text=content.text,
        blocks=content.blocks,
        tables=content.tables,
        title=content.title,
        published=content.published,
        metadata=content.metadata,
        replacements=content.text.count("\ufffd"),
    )


def _decode(data: bytes, source: str) -> Decoded:
    if not data:
        raise InputError(source, "empty")
    if kind := binary_format(data):
        raise InputError(source, "unsupported_format", format=kind)
    decoded = decode(data, declared_encoding(data[:_HEAD_BYTES]))
    if decoded is None:
        raise InputError(source, "not_text")
    return decoded


def _parse(text: str, kind: str, source: str) -> Content:
    if kind == "text":
        return parse_text(text)
    if kind == "html":
        from graphmodel.reading.html import parse_page

        return parse_page(text, source)
    raise InputError(source, "unsupported_format", format=kind)


def _name(source: str) -> str:
    """Give the file name alone; bytes of it that are no text become U+FFFD."""
    return os.fsencode(PurePath(source).name).decode("utf-8", "replace")
