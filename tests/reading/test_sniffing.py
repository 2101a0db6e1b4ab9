"""What a file is, by its content."""

from __future__ import annotations

import bz2
import random
import time
import zipfile

import pytest

from graphmodel.reading.sniffing import binary_format, markup_format
from tests.reading.ole import compound
from tests.reading.zips import archive

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ODF = "application/vnd.oasis.opendocument."


def package(*names: str) -> bytes:
    return archive({"[Content_Types].xml": "<Types/>", **dict.fromkeys(names, "<x/>")})


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"\xef\xbb\xbf%PDF-1.4", "pdf"),
        (b"\r\n%PDF-1.4", "pdf"),
        (b"junk before it\n%PDF-1.4\n" + bytes(9) + b"startxref\n9\n%%EOF\n", "pdf"),
        (package("word/document.xml"), "docx"),
        (package("xl/workbook.xml"), "xlsx"),
        (package("ppt/presentation.xml"), "pptx"),
        (archive({"OFD.xml": "", "Doc_0/Document.xml": ""}), "ofd"),
        (archive({"photos/1.jpg": ""}), "zip"),
        (package("word/document2.xml"), "docx"),
        (package("xl/workbook.bin"), "xlsb"),
        (archive({"\\word\\document.xml": "<x/>"}), "docx"),
        (archive({"mimetype": f"{ODF}text", "content.xml": ""}), "odt"),
        (archive({"mimetype": f"{ODF}spreadsheet", "content.xml": ""}), "ods"),
        (archive({"mimetype": "application/epub+zip"}), "epub"),
        (archive({"plans/word/document.xml": "", "xl/notes.txt": ""}), "zip"),
        (archive({"a.txt": "word/document.xml OFD.xml"}, zipfile.ZIP_STORED), "zip"),
        (package("word/document.xml")[:150], "docx"),
        (archive({"mimetype": f"{ODF}text", "content.xml": ""}, zipfile.ZIP_STORED)[:90], "odt"),
        (b"PK\x03\x04", "zip"),
        (compound({"WordDocument": bytes(12), "1Table": b""}), "doc"),
        (compound({"WordDocument": bytes(11) + b"\x01"}), "encrypted-office"),
        (compound({"Workbook": b"\x09\x08"}), "xls"),
        (compound({"Book": b"\x09\x08"}), "xls"),
        (compound({"PowerPoint Document": b""}), "ppt"),
        (compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), "encrypted-office"),
        (compound({"Workbook": b""}, {"MBD0001": {"WordDocument": b""}}), "xls"),
        (compound({"WordDocument": b""}, {"ObjectPool": {"Workbook": b""}}), "doc"),
        (compound({"Contents": b"Workbook"}), "ole"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + "Workbook".encode("utf-16-le"), "xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted-office"),
        (OLE, "ole"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"\x89PNG\r\n\x1a\n\0\0", "png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "jpeg"),
        (b"GIF89a\x01\0", "gif"),
        (b"II*\0\x08\0", "tiff"),
        (b"BM\x36\x04\0\0\0\0\0\0\x36\x04", "bmp"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "webp"),
        (b"\x7fELF\x02\x01", "elf"),
        (b"MZ" + bytes(58) + b"\x40\0\0\0PE\0\0", "exe"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (bz2.compress(b"plan"), "bzip2"),
        (b"PAR1\x15\0PAR1", "parquet"),
        (b"7z\xbc\xaf\x27\x1c\0", "7z"),
        (b"Rar!\x1a\x07\x01\0", "rar"),
    ],
)
def test_binary_formats(data: bytes, name: str) -> None:
    assert binary_format(data) == name


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"BMW plans a factory here",
        b"MZ county plan",
        b"PK",
        "方案".encode(),
        b"RIFF",
        b"BZh",
        b"PAR1 plan",
        b"A file that begins with %PDF-1.4 is a PDF",
    ],
)
def test_no_signature(data: bytes) -> None:
    assert binary_format(data) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<!DOCTYPE html>\n<title>方案</title>", "html"),
        ("\n <!-- saved --> <HTML lang=zh>", "html"),
        ("<!-- a - b -- c --><div class='wrap'>", "html"),
        ("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML'>", "html"),
        ("<p>方案</p>", "html"),
        ("<br/>方案", "html"),
        ("方案<p>一</p><p>二</p><p>三</p><p>四</p><p>五</p>", "html"),
        ("方案中的<p>标记</p>", "text"),
        ("# 方案\n<table>" + "<tr><td>一</td></tr>" * 9 + "</table>", "text"),
        ("<方案>一、目标", "text"),
        ("<picture> is no tag of a page here", "text"),
        ("a < b", "text"),
        ("<!-- never closed", "text"),
        ("", "text"),
        ("<?xml version='1.0'?><plan/>", "xml"),
        ("<?xml version='1.0'?><?mso-application progid='Word.Document'?>", "word-xml"),
        ("From: a\nMIME-Version: 1.0\nContent-Type: multipart/related;", "mhtml"),
    ],
)
def test_markup(text: str, name: str) -> None:
    assert markup_format(text) == name


@pytest.mark.parametrize("unit", ["<!--", "<!-- -", "<!-- -->", "<?xml ", " "])
def test_long_beginnings_take_linear_time(unit: str) -> None:
    assert markup_format(unit * 200_000) in ("text", "xml")


@pytest.mark.parametrize("mark", [b"PK\x03\x04", OLE[:8], b"%P"])
@pytest.mark.parametrize("filling", ["zeros", "ones", "random"])
def test_large_files_are_named_fast(mark: bytes, filling: str) -> None:
    size = 100_000_000
    chunk = {"zeros": bytes(1000), "ones": b"\xff" * 1000}.get(filling)
    data = mark + (chunk or random.Random(1).randbytes(1_000_000)) * (size // 1_000_000)
    data = data.ljust(size, data[-1:])
    start = time.process_time()
    assert binary_format(data) in ("zip", "ole", None)
    assert time.process_time() - start < 1.5
