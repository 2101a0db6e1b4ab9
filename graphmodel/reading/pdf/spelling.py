"""Characters as PDF files write them, to characters as people do."""

from __future__ import annotations

from unicodedata import normalize

UNKNOWN = "\ufffd"
"""Stands for a character that the file does not say the meaning of."""
_BULLET = "•"
_SYMBOLS = range(0xF020, 0xF100)
"""Where fonts of symbols, which have no letters, put their signs."""
_PRIVATE = (range(0xD800, 0xF900), range(0xF0000, 0x110000))
_ALIKE = (range(0x2F00, 0x2FE0), range(0xF900, 0xFB07), range(0x2F800, 0x2FA20))
"""Radicals and ideographs that look like a common character, and ligatures of Latin letters."""
_RADICALS = dict(
    zip(
        "⺝⺟⺠⻁⻂⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "月母民虎衣西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals that are a character of their own too, which Unicode does not call alike."""


def spelled(code: int) -> str:
    """Give what a code point of a PDF file stands for.

    Args:
        code: As pdfium gives it.

    Returns:
        A character, several for a ligature, none for a soft hyphen or a control character, and
        `UNKNOWN` where the file has no meaning for it.
    """
    if 0x20 <= code < 0x7F or 0x4E00 <= code < 0xA000:
        return chr(code)
    if code < 0x20 or 0x7F <= code < 0xA0 or code in (0xAD, 0xFEFF):
        return "" if code else UNKNOWN
    if code in _SYMBOLS:
        return _BULLET
    if code > 0x10FFFF or any(code in private for private in _PRIVATE):
        return UNKNOWN
    character = chr(code)
    if any(code in alike for alike in _ALIKE):
        return normalize("NFKC", character)
    return _RADICALS.get(character, character)
