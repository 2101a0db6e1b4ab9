"""A number as its cell shows it, by its number format (ECMA-376 18.8.30 and 18.8.31).

The value alone would not do: 2025年6月 is kept as the first of that month, 95% as 0.95.
"""

from __future__ import annotations

import datetime
import math
import re

GENERAL = "General"
DAYS_BEFORE_1904 = 1462
"""What is added to the dates of workbooks that count their days from 1904."""
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 15: "yyyy/m/d", 16: "m/d", 17: "yyyy/m",
    18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: "yyyy/m", 28: "m/d", 29: "m/d", 30: "yyyy/m/d", 31: "yyyy/m/d",
    32: "h:mm", 33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss", 36: "yyyy/m",
    45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss",
    50: "yyyy/m", 51: "m/d", 52: "yyyy/m", 53: "m/d", 54: "m/d",
    55: "h:mm", 56: "h:mm:ss", 57: "yyyy/m", 58: "m/d",
}  # fmt: skip
"""Formats that a file names by number alone, those of Chinese editions included."""
_WORDS = re.compile(r'"([^"]*+)"?|\\(.)|_.|\*.|\[(?![hmsHMS]{1,2}\])[^\]]*+\]')
"""Literal text in quotes or behind a backslash; widths, fillings, colours and conditions."""
_DATE_LETTER = re.compile("[ymdhs]", re.IGNORECASE)
_DIGITS = re.compile(r"([#0?][#0?,]*+)(?:\.([#0?]*+))?(%?)")
_EPOCH = datetime.datetime(1899, 12, 30)
_LAST_DAY = 2_958_466
"""The day after 31 December 9999."""
_SAFE_DIGITS = 15
"""Digits that Excel keeps of a number; those behind are noise of binary fractions."""
_MAX_DECIMALS = 30


def built_in(number: int) -> str:
    """Give the format that a file names by number; General where it means none."""
    return _BUILT_IN.get(number, GENERAL)


def shown(value: float, code: str, days_before: int = 0) -> str:
    """Give a number as its cell shows it, dates in the form 2025年6月30日.

    Args:
        value: The number of the cell.
        code: The format; of its sections the first counts.
        days_before: `DAYS_BEFORE_1904` or 0.
    """
    letters = _WORDS.sub("", _section(code))
    if letters == GENERAL or "通用" in letters or not letters:
        return _plain(value)
    if not _DATE_LETTER.search(letters):
        return _number(value, code)
    days = value + days_before
    if not 0 <= days < _LAST_DAY:
        return _plain(value)
    moment = _EPOCH + datetime.timedelta(seconds=round(days * 86400))
    return shown_moment(moment, code)


def shown_moment(moment: datetime.datetime, code: str) -> str:
    """Give a date or time of day with the parts that its format names."""
    letters = _WORDS.sub("", _section(code)).lower()
    time = "h" in letters or "s" in letters
    year, day = "y" in letters, bool(re.search("(?<!d)dd?(?!d)", letters))
    month = "m" in letters and (year or day or not time)
    if not (year or month or day or time):
        year = month = day = True
    parts = [
        f"{moment.year}年" if year else "",
        f"{moment.month}月" if month else "",
        f"{moment.day}日" if day else "",
    ]
    clock = f"{moment:%H:%M}" if time else ""
    return " ".join(filter(None, ("".join(parts), clock)))


def _section(code: str) -> str:
    """Give the first section of a format: that of positive numbers."""
    end = next((m.start() for m in re.finditer(r'"[^"]*+"?|;', code) if m.group() == ";"), None)
    return code[:end]


def _plain(value: float) -> str:
    """Give a number in General, without the noise of binary fractions."""
    if not math.isfinite(value):
        return ""
    if value == int(value) and abs(value) < 10**_SAFE_DIGITS:
        return str(int(value))
    return f"{value:.{_SAFE_DIGITS}g}"


def _number(value: float, code: str) -> str:
    """Give a number with the decimals, the percent sign and the words of its format."""
    section = _WORDS.sub(lambda m: m[1] or m[2] or "", _section(code))
    digits = _DIGITS.search(section)
    if digits is None or "E" in section or "/" in section or not math.isfinite(value):
        return _plain(value)
    whole, decimals, percent = digits[1], digits[2] or "", digits[3]
    places = min(len(decimals), _MAX_DECIMALS)
    scaled = value * 100 if percent else value
    text = f"{scaled:.{places}f}"
    for place in reversed(decimals[:places]):
        if place == "0" or not text.endswith("0"):
            break
        text = text[:-1]
    text = text.rstrip(".") if decimals else text.zfill(whole.count("0"))
    return f"{section[: digits.start()]}{text}{percent}{section[digits.end() :]}".strip()
