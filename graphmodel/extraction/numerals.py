"""Numbers as plans print them: 12, １２, 1.5, 十二, 一百二十, 两, 二〇二二."""

from __future__ import annotations

import re

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}

_ARABIC = re.compile(r"\d+(?:\.\d+)?")
CHINESE = "〇零一二两三四五六七八九十百千万亿"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


_ANY_WIDE = re.compile("[０-９％]")
_WIDE = str.maketrans("０１２３４５６７８９％", "0123456789%")


def with_plain_digits(text: str) -> str:
    """The text with digits of full width as plain ones, character for character."""
    return text.translate(_WIDE) if _ANY_WIDE.search(text) else text


def chinese_number(text: str) -> int:
    """The value of a number in Chinese characters.

    Raises:
        ValueError: The text is no such number.
    """
    if not text or any(char not in CHINESE for char in text):
        raise ValueError(text)
    if len(text) > 1 and all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            total = _with_myriad(total, section + digit, _MYRIADS[char])
            section = digit = 0
    return total + section + digit


def _with_myriad(total: int, section: int, myriad: int) -> int:
    """十二亿 and then 三万: a smaller myriad multiplies its own section only."""
    if total % (myriad * 10_000) == 0 and total >= myriad * 10_000:
        return total + section * myriad
    return (total + section) * myriad


def number(text: str) -> float:
    """The value of a number in Arabic digits of any width, or in Chinese characters.

    Raises:
        ValueError: The text is no number.
    """
    return float(text) if _ARABIC.fullmatch(text) else float(chinese_number(text))


def ordinal(text: str) -> int:
    """The value of an outline number: 12, 十二 or ⑫.

    Raises:
        ValueError: The text is no such number.
    """
    if len(text) == 1 and text in CIRCLED:
        return CIRCLED.index(text) + 1
    return int(text) if text.isdecimal() else chinese_number(text)
