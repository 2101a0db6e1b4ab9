"""A file to a document: what it is decides its content, not its name."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath

from graphmodel.model.errors import InputError
from graphmodel.reading.decoding import Decoded, declared_encoding, decode
from graphmodel.reading.document import Content, Document
from graphmodel.reading.files import MAX_BYTES, read_file
from graphmodel.reading.sniffing import binary_format, markup_format
from graphmodel.reading.text import parse_text

_HEAD_BYTES = 4096
"""Where a page's declaration of its encoding stands, with room to spare (HTML 4.2.5.4: 1024)."""


_Read = Callable[[bytes, str], Content]
"""Takes the bytes of a file and what to call it in messages."""


def read_document(path: Path | str) -> Document:
    """Read a document of any format that graphmodel knows.

    Raises:
        InputError: `missing`, `empty` (or white space only), `not_text`, `unsupported_format`
            (with `format`), `unreadable` (with `reason`), `too_large` (with `limit`), `changed`,
            `damaged` (with `reason`), `encrypted`, `needs_ocr`, `needs_office`,
            `office_failed` (with `reason`).
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
    if not data:
        raise InputError(source, "empty")
    kind, encoding, content = _read(data, source)
    if not content.blocks:
        raise InputError(source, "empty")
    return Document(
        source=source,
        name=_name(source),
        sha256=hashlib.sha256(data).hexdigest(),
        format=kind,
        encoding=encoding,
        text=content.text,
        blocks=content.blocks,
        tables=content.tables,
        title=content.title,
        published=content.published,
        metadata=content.metadata,
        replacements=content.text.count("\ufffd"),
        unit=content.unit,
        starts=content.starts,
        names=content.names,
        certainties=content.certainties,
        notes=content.notes,
    )


def _read(data: bytes, source: str) -> tuple[str, str | None, Content]:
    """Give the format, the encoding of a text format, and the content."""
    if kind := binary_format(data):
        if kind == "encrypted-office":
            raise InputError(source, "encrypted")
        reader = _READERS.get(kind)
        if reader is None:
            raise InputError(source, "unsupported_format", format=kind)
        return kind, None, reader(data, source)
    decoded = decode(data, declared_encoding(data[:_HEAD_BYTES]))
    if decoded is None:
        raise InputError(source, "not_text")
    kind = markup_format(decoded.text)
    if kind == "text" and (content := _parse_table(decoded.text, source)):
        return "csv", decoded.encoding, content
    if kind == "mhtml":
        from graphmodel.reading.html import parse_archived_page

        return kind, decoded.encoding, parse_archived_page(data, source)
    return kind, decoded.encoding, _parse(decoded, kind, source)


def _parse_table(text: str, source: str) -> Content | None:
    """Read a text as separated values; None where it is none."""
    from graphmodel.reading.sheets import find_delimiter, parse_csv

    delimiter = find_delimiter(text, source)
    return parse_csv(text, delimiter, source) if delimiter else None


def _parse(decoded: Decoded, kind: str, source: str) -> Content:
    if kind == "text":
        return parse_text(decoded.text)
    if kind == "html":
        from graphmodel.reading.html import parse_page

        return parse_page(decoded.text, source)
    raise InputError(source, "unsupported_format", format=kind)


def _read_docx(data: bytes, source: str) -> Content:
    from graphmodel.reading.docx import read_docx

    return read_docx(data, source)


def _read_pdf(data: bytes, source: str) -> Content:
    from graphmodel.reading.pdf import read_pdf

    return read_pdf(data, source)


def _read_ofd(data: bytes, source: str) -> Content:
    from graphmodel.reading.ofd import read_ofd

    return read_ofd(data, source)


def _read_workbook(data: bytes, source: str) -> Content:
    from graphmodel.reading.sheets import read_workbook

    return read_workbook(data, source)


def _read_image(data: bytes, source: str) -> Content:
    from graphmodel.reading.ocr import read_image

    return read_image(data, source)


def _read_by_office(data: bytes, source: str) -> Content:
    from graphmodel.reading.office import read_by_office

    return read_by_office(data, source)


_READERS: Mapping[str, _Read] = {
    "docx": _read_docx,
    "pdf": _read_pdf,
    "ofd": _read_ofd,
    "xlsx": _read_workbook,
    "xls": _read_workbook,
    "ods": _read_workbook,
    "png": _read_image,
    "jpeg": _read_image,
    "tiff": _read_image,
    "bmp": _read_image,
    "doc": _read_by_office,
    "rtf": _read_by_office,
    "odt": _read_by_office,
}


def _name(source: str) -> str:
    """Give the file name alone; bytes of it that are no text become U+FFFD."""
    return os.fsencode(PurePath(source).name).decode("utf-8", "replace")
