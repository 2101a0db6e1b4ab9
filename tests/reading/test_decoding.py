"""Encodings: what real texts are recognised as, and what is refused."""

from __future__ import annotations

import random
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.reading.decoding import declared_encoding, decode

SIMPLIFIED = (
    "青禾县优化营商环境实施方案\n一、工作目标\n到2024年底前，企业开办时间压减至1个工作日以内。"
    "（牵头单位：县行政审批局；配合单位：县市场监管局、县税务局，各乡镇）\n"
)
TRADITIONAL = (
    "青禾縣優化營商環境實施方案\n一、工作目標\n到2024年底前，企業開辦時間壓減至1個工作日以內。"
    "（牽頭單位：縣行政審批局；配合單位：縣市場監管局、縣稅務局，各鄉鎮）\n"
)
SIZES = [13, 40, 108, 2_000, 100_000]


def sized(text: str, size: int) -> str:
    return (text * (size // len(text) + 1))[:size]


def read(data: bytes, declared: str | None = None) -> tuple[str, str]:
    decoded = decode(data, declared)
    assert decoded is not None
    return decoded.text, decoded.encoding


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
        ("gb2312", b"", "gb18030"),
        ("gbk", b"", "gb18030"),
        ("gb18030", b"\x84\x31\x95\x33", "gb18030"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "utf-32-be"),
    ],
)
def test_simplified_text(codec: str, mark: bytes, name: str, size: int) -> None:
    text = sized(SIMPLIFIED, size)
    assert read(mark + text.encode(codec)) == (text, name)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("big5", "big5"),
        ("cp950", "big5"),
        ("big5hkscs", "big5"),
        ("gbk", "gb18030"),
        ("utf-8", "utf-8"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_traditional_text(codec: str, name: str, size: int) -> None:
    text = sized(TRADITIONAL, size)
    assert read(text.encode(codec)) == (text, name)


def test_characters_of_hong_kong_need_the_second_codec() -> None:
    text = TRADITIONAL + "深水埗嘅方案"
    with pytest.raises(UnicodeEncodeError):
        text.encode("cp950")
    assert read(text.encode("big5hkscs")) == (text, "big5")


def test_four_byte_characters_of_gb18030() -> None:
    text = "㳆溪镇𬭎村负责" + SIMPLIFIED
    assert read(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize(("codec", "name"), [("utf-16-le",) * 2, ("utf-16-be",) * 2])
def test_utf16_without_any_chinese(codec: str, name: str) -> None:
    text = "Unit,Task\r\nTax office,1\r\n"
    assert read(text.encode(codec)) == (text, name)


def test_ascii_is_utf8() -> None:
    assert read(b"plan") == ("plan", "utf-8")


def test_few_bad_bytes_leave_it_utf8() -> None:
    data = SIMPLIFIED.encode().replace("目".encode(), b"\xe7\x9b", 1)
    assert read(data) == (SIMPLIFIED.replace("目", "\ufffd", 1), "utf-8")


def test_bad_byte_in_english_text_leaves_it_utf8() -> None:
    data = b"The county tax office leads. \xff The housing office supports it."
    assert read(data) == (data.decode("utf-8", "replace"), "utf-8")


def test_cut_off_gb18030() -> None:
    data = SIMPLIFIED.rstrip("\n").encode("gb18030")[:-1]
    assert read(data) == (SIMPLIFIED.rstrip("\n")[:-1] + "\ufffd", "gb18030")


def test_cut_off_utf16() -> None:
    data = SIMPLIFIED.encode("utf-16-le") + b"\x4e"
    assert read(data) == (SIMPLIFIED + "\ufffd", "utf-16-le")


def test_first_chinese_character_far_behind_ascii() -> None:
    text = "x = 1;\n" * 20_000 + SIMPLIFIED
    assert read(text.encode("gb18030")) == (text, "gb18030")


def test_nuls_in_good_text_stay() -> None:
    text = SIMPLIFIED.replace("。", "。\0")
    assert read(text.encode()) == (text, "utf-8")


def test_text_padded_with_nuls_stays_text() -> None:
    text = SIMPLIFIED + "\0" * 5_000
    assert read(text.encode()) == (text, "utf-8")


def test_surrogates_never_come_out() -> None:
    lone = b"\xed\xa0\x80"
    assert read(SIMPLIFIED.encode() + lone) == (SIMPLIFIED + "\ufffd" * 3, "utf-8")
    wide = SIMPLIFIED.encode("utf-16-le") + b"\x00\xd8"
    assert read(wide) == (SIMPLIFIED + "\ufffd", "utf-16-le")


def test_declaration_decides_between_equal_readings() -> None:
    data = "方案".encode("gbk")
    assert data.decode("big5") != "方案"
    assert read(data, "gb18030") == ("方案", "gb18030")
    assert read(data, "big5") == (data.decode("big5"), "big5")


def test_equal_readings_without_declaration() -> None:
    data = "公安局改革方案".encode("gbk")
    assert len(data.decode("big5")) == 7
    assert read(data) == ("公安局改革方案", "gb18030")


def test_wrong_declaration_does_not_help() -> None:
    assert read(SIMPLIFIED.encode("gbk"), "big5") == (SIMPLIFIED, "gb18030")
    assert read(SIMPLIFIED.encode(), "gb18030") == (SIMPLIFIED, "utf-8")


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b'<META http-equiv=Content-Type content="text/html; charset=gb2312">', "gb18030"),
        (b"<?xml version='1.0' encoding='GBK'?>", "gb18030"),
        (b"<meta charset = Big5-HKSCS>", "big5"),
        (b"<meta charset=iso-8859-1>", None),
        (b"<p>charset</p>", None),
    ],
)
def test_declared_encoding(head: bytes, name: str | None) -> None:
    assert declared_encoding(head) == name


JUNK = random.Random(7).randbytes(1 << 20)


@pytest.mark.parametrize(
    "data",
    [
        JUNK,
        JUNK[:300],
        zlib.compress(SIMPLIFIED.encode() * 9 + JUNK),
        b"\xff\xfe" + JUNK,
        b"\xef\xbb\xbf" + JUNK,
        b"\0" * 5_000,
        bytes(range(32)) * 20,
        SIMPLIFIED.encode("gbk") + JUNK,
        SIMPLIFIED.encode() * 1_000 + JUNK,
    ],
    ids=["random", "short", "deflate", "after-mark-16", "after-mark-8", "nuls", "controls",
         "after-gbk", "after-64-kb-of-text"],
)  # fmt: skip
def test_junk_is_no_text(data: bytes) -> None:
    assert decode(data) is None


def test_junk_is_refused_fast() -> None:
    data = JUNK * 50
    start = time.process_time()
    assert decode(data) is None
    assert time.process_time() - start < 2.0


COMMON = st.text(
    alphabet="的一是在和为市县区镇局办公室政府部门单位责任牵头配合负落实工作方案企业服务、，：；（）\n12",
    min_size=8,
    max_size=300,
)


@given(COMMON, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "gb18030"]))
def test_common_characters_come_back(text: str, codec: str) -> None:
    text = f"{text}负责。"
    assert read(text.encode(codec)) == (text, codec)


@given(
    st.text(
        alphabet="的一是在和為縣區鎮局辦公室政府部門單位責任牽頭配合負落實企業服務、，：\n12",
        min_size=8,
    )
)
def test_common_traditional_characters_come_back(text: str) -> None:
    text = f"{text}負責。"
    assert read(text.encode("big5")) == (text, "big5")


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_or_decoded_without_surrogates(data: bytes) -> None:
    decoded = decode(data)
    if decoded is not None:
        assert decoded.text.encode("utf-8").decode("utf-8") == decoded.text
