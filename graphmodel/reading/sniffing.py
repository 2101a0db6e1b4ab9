"""What kind of file the content is, whatever the name says.

Signatures are those of the formats' own specifications; only formats that lie about in an
office are told apart by name, everything else that is not text is just not text.
"""

from __future__ import annotations

import re

from graphmodel.reading.compound import SIGNATURE as OLE_SIGNATURE
from graphmodel.reading.containers import ZIP_SIGNATURE, ole_format, zip_format

_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"%!PS", "postscript"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"AT&TFORM", "djvu"),
    (b"\x7fELF", "elf"),
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"SQLite format 3\x00", "sqlite"),
)
_PDF_START = re.compile(rb"%PDF-[12]\.\d")
_PDF_WITHIN = 1024
"""A PDF may have junk before its first line and behind its last, as every viewer allows."""

_BLOCK_TAGS = "p|div|table|t[rdh]|tbody|ul|ol|li|h[1-6]|section|article|span|font|center|br|hr"
_PAGE_TAGS = (
    "html|head|body|title|meta|link|script|style|header|main|nav|form|pre|dl|a|b|strong|img"
)
_FIRST_TAG = re.compile(
    rf"""(?:\s++|<!--(?:[^-]++|-(?!->))*+-->|<\?xml[^>]*+>)*+
    <(?:!doctype\s++html|(?:{_PAGE_TAGS}|{_BLOCK_TAGS})(?=[\s/>]))""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOSING_TAG = re.compile(r"</(?:p|div|section|h[1-6]|body|html)\s*+>", re.IGNORECASE)
_SAMPLE = 1 << 16
_MIN_CLOSING_TAGS = 5
"""So many paragraphs make a page of a text that begins with words. Tags of tables do not count:
they stand in Markdown too."""


def binary_format(data: bytes) -> str | None:
    """Name the format of a file that is no text, by its signature; None where there is none."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, name in _SIGNATURES:
        if data.startswith(signature) or start.startswith(signature):
            return name
    if data.startswith(ZIP_SIGNATURE):
        return zip_format(data)
    if data.startswith(OLE_SIGNATURE):
        return ole_format(data)
    if _PDF_START.search(data, 0, _PDF_WITHIN) and b"startxref" in data[-_PDF_WITHIN:]:
        return "pdf"
    return _framed_format(data)


def _framed_format(data: bytes) -> str | None:
    """Formats whose first bytes could be text and that need a second look."""
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return "bmp"
    if data.startswith(b"BZh") and data[4:10] == b"1AY&SY":
        return "bzip2"
    if data.startswith(b"PAR1") and data.endswith(b"PAR1"):
        return "parquet"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data.startswith(b"MZ"):
        header = int.from_bytes(data[60:64], "little")
        return "exe" if data[header : header + 4] == b"PE\0\0" else None
    return None


def markup_format(text: str) -> str:
    """Tell a web page from plain text and from markup that is no web page.

    Returns:
        `html`, `mhtml`, `xml`, `word-xml`, or `text`.
    """
    head = text[:_SAMPLE]
    if _FIRST_TAG.match(head):
        return "html"
    if re.match(r"\s*+<\?xml\s", head):
        return "word-xml" if "Word.Document" in head or "wordprocessingml" in head else "xml"
    if re.search(r"^MIME-Version:", head[:2000], re.MULTILINE) and "multipart/related" in head:
        return "mhtml"
    closing = sum(1 for _ in _CLOSING_TAG.finditer(head))
    return "html" if closing >= _MIN_CLOSING_TAGS else "text"
