"""Bytes to text: which encoding a Chinese office file is in.

A byte order mark decides; then strict UTF-8; then what the characters look like under each
reading. GB2312 and Big5 both put the characters in daily use into a first level apart from the
rare ones, so real text shows nearly only first-level characters under the right reading, and
far fewer under a wrong one. charset-normalizer is asked only where two readings do equally well.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

SAMPLE_BYTES = 1 << 16
"""How much is looked at before the whole is decoded: junk is refused in bounded time."""

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8-sig", "utf-8"),
    (b"\xff\xfe", "utf-16-le", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030"),
)
"""Byte order mark, name given, codec. UTF-32 stands first: its mark begins with UTF-16's."""

_CODECS = {"big5": ("cp950", "big5hkscs")}
"""Codecs behind a name, in order: Big5 files come from Windows (cp950) or from Hong Kong."""

_DECLARED = {
    "utf8": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030",
    "cp936": "gb18030", "big5": "big5", "big5hkscs": "big5", "cp950": "big5",
}  # fmt: skip
"""Names that pages declare (without hyphens), and the encoding that they mean."""

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")

_MIN_COMMON = 0.6
"""Least share of characters in daily use among those beyond ASCII. Real text has 0.95 and more;
GBK read as Big5 about 0.55, Big5 read as GBK 0.4, random bytes 0.2."""
_MIN_COMMON_WIDE = 0.85
"""The same for UTF-16 without mark, ASCII included: two ASCII letters read as one UTF-16 unit
make a Chinese character, in one case of three a common one."""
_MIN_COMMON_UTF8 = 0.5
"""The same for UTF-8 with damaged bytes: a sequence of three bytes is seldom right by chance."""
_TIE = 0.1
_MAX_JUNK = 0.1
"""Most control characters, unassigned ones and replacements in what is still called text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without byte order mark, and the name of the encoding that was taken.

    Where some bytes do not fit, U+FFFD stands for them; there are never lone surrogates.
    """

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """Decode a file.

    Args:
        data: The whole file, not empty.
        declared: The encoding that the file itself names, if any. It is often wrong, so it only
            decides between readings that do equally well.

    Returns:
        The text and its encoding, or None where no reading makes text of the bytes.
    """
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], name, codec)
    head = data[:SAMPLE_BYTES].rstrip(b"\0")
    text = _strict(data, "utf-8")
    if text is not None and head and not _CONTROL.search(head):
        return Decoded(text, "utf-8")
    if wide := _wide_encoding(head):
        return _decode_as(data, wide)
    if text is not None:
        return Decoded(text, "utf-8") if _is_text(head.decode("utf-8", "replace")) else None
    multibyte = _multibyte_encoding(data, declared)
    return _decode_as(data, multibyte) if multibyte else None


def declared_encoding(head: bytes) -> str | None:
    """Give the encoding that a web page names in its first bytes, by the name used here."""
    found = re.search(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", head)
    if not found:
        return None
    return _DECLARED.get(found[1].decode("ascii", "replace").lower().replace("-", ""))


def _decode_marked(data: bytes, name: str, codec: str) -> Decoded | None:
    """Decode what follows a byte order mark, unless the mark stands before junk."""
    if data and not _is_text(data[:SAMPLE_BYTES].decode(codec, "replace")):
        return None
    return Decoded(data.decode(codec, "replace"), name)


def _decode_as(data: bytes, name: str) -> Decoded | None:
    """Decode the whole file, damaged bytes as U+FFFD, unless there are too many of those."""
    codecs = _CODECS.get(name, (name,))
    for codec in codecs:
        text = _strict(data, codec)
        if text is not None:
            return Decoded(text, name)
    text = data.decode(codecs[0], "replace")
    return Decoded(text, name) if text.count("\ufffd") <= _MAX_JUNK * len(text) else None


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _wide_encoding(head: bytes) -> str | None:
    """Tell UTF-16 without a mark by its characters, read either way round.

    Where the bytes are good UTF-8 too (ASCII in UTF-16 is, with NULs), the better reading wins.
    """
    even = head + b"\0" * (len(head) % 2)
    shares = {
        codec: _common_share(even.decode(codec, "replace"), with_ascii=True)
        for codec in ("utf-16-le", "utf-16-be")
    }
    best = max(shares, key=shares.__getitem__)
    narrow = _common_share(head.decode("utf-8", "replace"), with_ascii=True)
    return best if shares[best] > max(narrow, _MIN_COMMON_WIDE) else None


def _multibyte_encoding(data: bytes, declared: str | None) -> str | None:
    """Choose between damaged UTF-8, GB18030 and Big5 by the share of characters in daily use."""
    first = _BEYOND_ASCII.search(data)
    start = first.start() if first else 0
    sample = data[start : start + SAMPLE_BYTES]
    if _common_share(sample.decode("utf-8", "replace")) >= _MIN_COMMON_UTF8:
        return "utf-8"
    simplified = _common_share(sample.decode("gb18030", "replace"))
    traditional = _common_share(sample.decode("cp950", "replace"))
    if max(simplified, traditional) < _MIN_COMMON:
        damaged = data[:SAMPLE_BYTES].decode("utf-8", "replace")
        return "utf-8" if _is_text(damaged) else None
    if abs(simplified - traditional) < _TIE:
        return declared if declared in ("gb18030", "big5") else _break_tie(sample)
    return "gb18030" if simplified > traditional else "big5"


def _break_tie(sample: bytes) -> str:
    """Ask charset-normalizer; GB18030, the standard of the offices, where it does not know."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=["gb18030", "big5"]).best()
    return "big5" if best is not None and best.encoding == "big5" else "gb18030"


def _common_share(text: str, *, with_ascii: bool = False) -> float:
    """Give the share of characters in daily use; ASCII counts only where it is asked for.

    Control characters and U+FFFD always count, as wrong ones. A text with nothing to count
    has the share 0.
    """
    common = _common_characters()
    right = wrong = 0
    for character, count in Counter(text).items():
        if character in common:
            right += count
        elif character > "~" or not (character.isprintable() or character.isspace()):
            wrong += count
        elif with_ascii:
            right += count
    return right / (right + wrong) if right + wrong else 0.0


def _is_text(text: str) -> bool:
    """Whether few enough characters are controls, unassigned, private or replacements."""
    junk = sum(
        count
        for character, count in Counter(text).items()
        if character == "\ufffd"
        or (unicodedata.category(character)[0] == "C" and not character.isspace())
    )
    return bool(text) and junk <= _MAX_JUNK * len(text)


@cache
def _common_characters() -> frozenset[str]:
    """Punctuation and first-level characters of GB2312 (rows 1-3, 16-55) and Big5 (A4-C6).

    GB/T 2312-1980 puts the 3,755 characters in most frequent use into rows 16 to 55; Big5 puts
    its 5,401 frequent ones into A440 to C67E, punctuation into A140 to A3BF.
    """
    trails = range(0xA1, 0xFF)
    rows = [*range(0xA1, 0xA4), *range(0xB0, 0xD8)]
    simplified = b"".join(bytes((lead, trail)) for lead in rows for trail in trails)
    big5_trails = [*range(0x40, 0x7F), *trails]
    pairs = (bytes((lead, trail)) for lead in range(0xA1, 0xC7) for trail in big5_trails)
    traditional = b"".join(pair for pair in pairs if pair <= b"\xc6\x7e")
    decoded = simplified.decode("gb2312", "ignore") + traditional.decode("cp950", "ignore")
    return frozenset(decoded)
