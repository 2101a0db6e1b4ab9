"""What office format a container holds, by its directory: zip archives and OLE compound files.

A byte search would take an archive of documents for one of them, and a document with a worksheet
in it for a workbook; it is the way out only where the directory is lost.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from graphmodel.reading.compound import Compound

ZIP_SIGNATURE = b"PK\x03\x04"
MAX_MEMBERS = 20_000
"""Most members of an archive: far above any office file. Each costs its reader time and memory."""

_MEMBER_MARK = b"PK\x01\x02"
"""Begins the entry of each member in the directory of a zip archive (APPNOTE 4.3.12)."""
_MAIN_PARTS = (
    ("word/document", "docx"),
    ("xl/workbook.bin", "xlsb"),
    ("xl/workbook", "xlsx"),
    ("ppt/presentation", "pptx"),
    ("ofd.xml", "ofd"),
)
"""How the name of the main part begins, in lower case, and the format that it means."""
_MIMETYPES = (
    ("opendocument.text", "odt"),
    ("opendocument.spreadsheet", "ods"),
    ("epub+zip", "epub"),
)
"""What stands in the member `mimetype`, which such archives begin with."""
_LONGEST_MIMETYPE = 100
_FOLDERS = ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"ofd.xml", "ofd"))
_REMAINS = 1 << 20
_LONGEST_NAME = 200
_OLE_STREAMS = (
    ("EncryptedPackage", "encrypted-office"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
"""Streams below the root of a compound file. WPS writes the same ones."""
_FIB_FLAGS = 10
_FIB_ENCRYPTED = 0x0100
"""Bit of a .doc file's flags that says it has a password ([MS-DOC] 2.5.2)."""


def has_too_many_members(data: bytes) -> bool:
    """Whether the directory of a zip archive is longer than that of any office file."""
    return data.count(_MEMBER_MARK) > MAX_MEMBERS


def member_name(name: str) -> str:
    """Give a member's name as readers ask for it; some programs write backslashes."""
    return name.replace("\\", "/").lstrip("/")


def zip_format(data: bytes) -> str:
    """Name the format of a zip archive; `zip` where it is none that offices use."""
    if has_too_many_members(data):
        return "zip"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [member_name(name).lower() for name in archive.namelist()]
            mimetype = _mimetype(archive) if "mimetype" in names else ""
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError,
            NotImplementedError, struct.error):  # fmt: skip
        return _remains(data)
    by_mimetype = (kind for words, kind in _MIMETYPES if words in mimetype)
    by_part = (kind for part, kind in _MAIN_PARTS if any(name.startswith(part) for name in names))
    return next(by_mimetype, None) or next(by_part, "zip")


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as member:
        return member.read(_LONGEST_MIMETYPE).decode("ascii", "replace")


def _remains(data: bytes) -> str:
    """Name what an archive without its directory was: an honest reader then says damaged."""
    head = data[:_REMAINS]
    by_mimetype = (kind for words, kind in _MIMETYPES if words.encode() in head[:_LONGEST_NAME])
    names = [_name(head, start.end()) for start in re.finditer(ZIP_SIGNATURE, head)]
    by_folder = (
        kind for folder, kind in _FOLDERS if any(name.startswith(folder) for name in names)
    )
    return next(by_mimetype, None) or next(by_folder, "zip")


def _name(data: bytes, start: int) -> bytes:
    """Give the name in the header before a member (APPNOTE 4.3.7), in lower case."""
    length = int.from_bytes(data[start + 22 : start + 24], "little")
    return data[start + 26 : start + 26 + min(length, _LONGEST_NAME)].lower()


def ole_format(data: bytes) -> str:
    """Name the format of an OLE compound file; `ole` where it is none that offices use."""
    compound = Compound(data)
    names = compound.names()
    kind = next((kind for name, kind in _OLE_STREAMS if name in names), None)
    if kind == "doc":
        flags = compound.stream("WordDocument")[_FIB_FLAGS : _FIB_FLAGS + 2]
        return "encrypted-office" if int.from_bytes(flags, "little") & _FIB_ENCRYPTED else kind
    if kind or names:
        return kind or "ole"
    streams = ((name.encode("utf-16-le"), kind) for name, kind in _OLE_STREAMS)
    return next((kind for name, kind in streams if name in data), "ole")
