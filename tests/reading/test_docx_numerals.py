"""Numbers as Word prints them."""

from __future__ import annotations

import pytest

from graphmodel.reading.docx.numerals import circled, printed


@pytest.mark.parametrize(
    ("number_format", "numbers"),
    [
        ("decimal", {1: "1", 0: "0", 100: "100"}),
        ("decimalZero", {7: "07", 12: "12"}),
        ("decimalFullWidth", {1: "１", 20: "２０"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 36: "三十六", 0: "〇"}),
        ("chineseCountingThousand", {100: "一百", 105: "一百零五", 2012: "二千零一十二"}),
        ("japaneseCounting", {15: "十五"}),
        ("taiwaneseCountingThousand", {12: "十二", 10_000: "一萬"}),
        ("ideographDigital", {1: "一", 10: "一〇", 24: "二四"}),
        ("chineseLegalSimplified", {1: "壹", 3: "叁", 10: "壹拾", 25: "贰拾伍"}),
        ("ideographLegalTraditional", {2: "貳", 6: "陸"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "61"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedParen", {1: "(1)", 20: "(20)", 21: "21"}),
        ("decimalEnclosedFullstop", {1: "1.", 20: "20."}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa", 0: "0", 10_000: "10000"}),
        ("upperLetter", {2: "B"}),
        ("lowerRoman", {4: "iv", 9: "ix", 1994: "mcmxciv", 4000: "4000"}),
        ("upperRoman", {14: "XIV"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 22: "22nd", 112: "112th"}),
        ("numberInDash", {3: "- 3 -"}),
        ("hex", {255: "FF"}),
        ("bullet", {1: ""}),
        ("none", {1: ""}),
        ("unheardOf", {5: "5"}),
    ],
)  # fmt: skip
def test_prints_the_numbers_of_a_format(number_format: str, numbers: dict[int, str]) -> None:
    assert {number: printed(number, number_format) for number in numbers} == numbers


def test_prints_myriads() -> None:
    numbers = (10_000, 12_345, 100_005, 10_000_000, 100_000_000, 2**31)
    assert [printed(number, "chineseCounting") for number in numbers] == [
        "一万",
        "一万二千三百四十五",
        "十万零五",
        "一千万",
        "一亿",
        "2147483648",
    ]


def test_has_no_circle_for_nothing() -> None:
    assert circled(0) == circled(51) == ""
