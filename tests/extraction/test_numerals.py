"""Numbers in Arabic and Chinese, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.extraction.numerals import CIRCLED, chinese_number, number, ordinal

DIGITS = "零一二三四五六七八九"
UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def below_myriad(value: int, two: str) -> str:
    """A number from 1 to 9999 in Chinese; a gap of units is one 零."""
    words, gap = "", False
    for size, unit in UNITS:
        digit = value // size % 10
        if digit:
            words += "零" if gap and words else ""
            words += (two if digit == 2 and size >= 100 else DIGITS[digit]) + unit
        gap = not digit
    return words


def in_chinese(value: int, *, two: str = "二", short_ten: bool = True) -> str:
    """A number from 1 to 99999 as it is printed: 十二, 一百零二, 三万零五十."""
    myriads, rest = divmod(value, 10_000)
    words = (below_myriad(myriads, two).replace("二", two) + "万") if myriads else ""
    if myriads and 0 < rest < 1000:
        words += "零"
    words += below_myriad(rest, two) if rest else ""
    return words.removeprefix("一") if short_ten and words.startswith("一十") else words


def test_own_writer_writes_as_plans_do() -> None:
    assert [in_chinese(n) for n in (1, 10, 12, 20, 102, 110, 1005, 2024, 10_000, 30_050)] == [
        *("一", "十", "十二", "二十", "一百零二", "一百一十", "一千零五", "二千零二十四"),
        *("一万", "三万零五十"),
    ]
    assert in_chinese(22_200, two="两") == "两万两千两百"
    assert in_chinese(12, short_ten=False) == "一十二"


@given(st.integers(1, 99_999), st.sampled_from("二两"), st.booleans())
def test_written_numbers_are_read(value: int, two: str, short_ten: bool) -> None:
    assert chinese_number(in_chinese(value, two=two, short_ten=short_ten)) == value


@given(st.integers(10, 10**8))
def test_digits_one_by_one_are_read(value: int) -> None:
    spoken = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))
    assert chinese_number(spoken) == value
    assert chinese_number(spoken.replace("〇", "零")) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇二四", 2024),
        ("两", 2),
        ("两亿", 200_000_000),
        ("一亿零三万", 100_030_000),
        ("零", 0),
        ("百", 100),
    ],
)
def test_chinese_number(text: str, value: int) -> None:
    assert chinese_number(text) == value


@pytest.mark.parametrize("text", ["", "甲", "12", "十二个", "一 二", "第一", "廿"])
def test_what_is_no_chinese_number(text: str) -> None:
    with pytest.raises(ValueError):
        chinese_number(text)


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12.0), ("１２", 12.0), ("1.5", 1.5), ("十二", 12.0), ("两", 2.0)]
)
def test_number(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "十x", "nan", "inf", "1_0", "1e3", " 1"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError):
        number(text)


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("１２", 12), ("十二", 12), ("①", 1), ("⑫", 12), ("⑳", 20)]
)
def test_ordinal(text: str, value: int) -> None:
    assert ordinal(text) == value


def test_circled_numbers() -> None:
    assert [ordinal(char) for char in CIRCLED] == list(range(1, 21))


@pytest.mark.parametrize("text", ["", "①②", "x", "1.5", "②二"])
def test_what_is_no_ordinal(text: str) -> None:
    with pytest.raises(ValueError):
        ordinal(text)
