"""PDF files made by hand: what a test needs of the format, object by object."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence

A4 = (0, 0, 595, 842)
_FONTS = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H"
    b"/DescendantFonts[4 0 R]>>",
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>",
)
_FIRST_PAGE = 5


def words(x: float, y: float, text: str, size: float = 16, *, before: str = "") -> bytes:
    """A piece of text: where it begins, from the bottom left, in points; operators before it."""
    coded = text.encode("utf-16-be").hex()
    return f"BT {before} /S {size} Tf {x} {y} Td <{coded}> Tj ET\n".encode()


def lines(texts: Sequence[str], x: float = 80, y: float = 740, pitch: float = 28) -> bytes:
    """Lines below one another; one that begins with two wide spaces is indented by them."""
    return b"".join(
        words(x + 16 * (len(text) - len(text.lstrip("　"))), y - pitch * number, text.strip("　"))
        for number, text in enumerate(texts)
    )


def rule(x: float, y: float, to_x: float, to_y: float) -> bytes:
    """A line of half a point."""
    return f"0.5 w {x} {y} m {to_x} {to_y} l S\n".encode()


def grid(xs: Sequence[float], ys: Sequence[float]) -> bytes:
    """All rules of a table without merged cells."""
    across = [rule(xs[0], y, xs[-1], y) for y in ys]
    return b"".join([*across, *(rule(x, ys[0], x, ys[-1]) for x in xs)])


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A compressed stream."""
    packed = zlib.compress(data, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (
        len(packed),
        entries,
        packed,
    )


def pdf(
    pages: Sequence[bytes],
    box: Sequence[float] = A4,
    entries: bytes = b"",
    extra: Sequence[bytes] = (),
) -> bytes:
    """A file of pages.

    Args:
        pages: The program of each page, which finds a Chinese font under /S.
        box: The media box of all pages.
        entries: More entries of each page's dictionary.
        extra: More objects; the first has the number `first_extra(len(pages))`.
    """
    kids = b" ".join(b"%d 0 R" % (_FIRST_PAGE + 2 * number) for number in range(len(pages)))
    sides = " ".join(map(str, box)).encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d/MediaBox[%s]/Resources<</Font<</S 3 0 R>>>>>>"
        % (kids, len(pages), sides),
        *_FONTS,
    ]
    for number, program in enumerate(pages):
        contents = _FIRST_PAGE + 2 * number + 1
        objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R%s>>" % (contents, entries))
        objects.append(stream(program))
    return assembled([*objects, *extra])


def first_extra(pages: int) -> int:
    """The number of the first object that `pdf` is given beside so many pages."""
    return _FIRST_PAGE + 2 * pages


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A file of numbered objects, the first of which is the catalogue."""
    data = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\n"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            trailer,
        )
        + (b"startxref\n%d\n%%%%EOF\n" % len(data))
    )


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
"""What fills up passwords (ISO 32000-1, 7.6.3.3)."""


def locked(password: str, owner: str = "owner") -> bytes:
    """A page that says Plan, encrypted with RC4 and a key of 40 bits (ISO 32000-1, 7.6)."""
    user = (password.encode() + _PADDING)[:32]
    hashed = hashlib.md5((owner.encode() + _PADDING)[:32], usedforsecurity=False).digest()
    of_owner = _rc4(hashed[:5], user)
    rights = (-4 & 0xFFFFFFFF).to_bytes(4, "little")
    name = b"0123456789abcdef"
    key = hashlib.md5(user + of_owner + rights + name, usedforsecurity=False).digest()[:5]
    number = 4
    salt = number.to_bytes(3, "little") + b"\0\0"
    of_object = hashlib.md5(key + salt, usedforsecurity=False).digest()[:10]
    program = _rc4(of_object, b"BT /S 16 Tf 80 700 Td (Plan) Tj ET")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</S 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(program), program),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>"
        % (of_owner.hex().encode(), _rc4(key, _PADDING).hex().encode()),
    ]
    names = name.hex().encode()
    return assembled(objects, b"/Encrypt 6 0 R/ID[<%s><%s>]" % (names, names))


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
