"""Numbers as Word prints them, by the names of its number formats (ECMA-376 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from unicodedata import normalize

_DIGITS = "〇一二三四五六七八九"
_COUNTING = (_DIGITS, "十百千", "万", "亿")
_TRADITIONAL = (_DIGITS, "十百千", "萬", "億")
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万", "亿")
_TRADITIONAL_LEGAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬", "億")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST_ROMAN = 3999
_MOST_LETTERS = 30
_LARGEST_CHINESE = 10**9
_SILENT = frozenset({"bullet", "none"})


def printed(number: int, number_format: str) -> str:
    """Print a number.

    Args:
        number: 0 or more.
        number_format: As in `w:numFmt`; a format that is not known here prints digits.

    Returns:
        The number; also in digits where the format has no sign for it. Empty for `bullet` and
        `none`.
    """
    if number_format in _SILENT:
        return ""
    return _FORMATS.get(number_format, str)(number) or str(number)


def _chinese(
    number: int, signs: tuple[str, str, str, str] = _COUNTING, has_one_ten: bool = False
) -> str:
    """Print 十二, 一百零五; with `has_one_ten` 一十二."""
    digits, units, *myriads = signs
    if not 0 < number < _LARGEST_CHINESE:
        return digits[0] if number == 0 else ""
    groups: list[str] = []
    for power in range(2, -1, -1):
        group = number // 10_000**power % 10_000
        words = _group(group, digits, units)
        gap = "零" if groups and 0 < group < 1000 else ""
        groups += [gap + words + ("", *myriads)[power]] if group else []
    text = "".join(groups)
    one_ten = digits[1] + units[0]
    return text[1:] if text.startswith(one_ten) and not has_one_ten else text


def _group(number: int, digits: str, units: str) -> str:
    """Print 1 to 9999."""
    words = ""
    for place, unit in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit = number // place % 10
        if digit:
            words += digits[digit] + unit
        elif words and number % place and not words.endswith("零"):
            words += "零"
    return words


def _digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _legal(number: int) -> str:
    return _chinese(number, _LEGAL, has_one_ten=True)


def _traditional_legal(number: int) -> str:
    return _chinese(number, _TRADITIONAL_LEGAL, has_one_ten=True)


def _traditional(number: int) -> str:
    return _chinese(number, _TRADITIONAL)


def _stem(number: int) -> str:
    return _STEMS[number - 1] if 0 < number <= len(_STEMS) else ""


def _branch(number: int) -> str:
    return _BRANCHES[number - 1] if 0 < number <= len(_BRANCHES) else ""


def _sexagenary(number: int) -> str:
    if not 0 < number <= 60:
        return ""
    return _STEMS[(number - 1) % len(_STEMS)] + _BRANCHES[(number - 1) % len(_BRANCHES)]


def circled(number: int) -> str:
    """Print ① to ㊿; empty for numbers that have no circle."""
    for first, last, sign in ((1, 20, "①"), (21, 35, "㉑"), (36, 50, "㊱")):
        if first <= number <= last:
            return chr(ord(sign) + number - first)
    return ""


def _in_parentheses(number: int) -> str:
    return normalize("NFKC", chr(ord("⑴") + number - 1)) if 0 < number <= 20 else ""


def _with_full_stop(number: int) -> str:
    return normalize("NFKC", chr(ord("⒈") + number - 1)) if 0 < number <= 20 else ""


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _letter(number: int) -> str:
    """Print a to z, aa, bb, … as Word does."""
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1) if 0 <= times < _MOST_LETTERS else ""


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return ""
    text = ""
    for size, sign in _ROMAN:
        text += sign * (number // size)
        number %= size
    return text


def _ordinal(number: int) -> str:
    is_teen = number // 10 % 10 == 1
    return f"{number}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _traditional,
    "taiwaneseCountingThousand": _traditional,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "koreanDigital2": _digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _traditional_legal,
    "ideographTraditional": _stem,
    "ideographZodiac": _branch,
    "ideographZodiacTraditional": _sexagenary,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": _in_parentheses,
    "decimalEnclosedFullstop": _with_full_stop,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
}
