"""Labelled values on pages, as tables, lists and lines."""

from __future__ import annotations

import pytest

from graphmodel.reading import read_bytes
from graphmodel.reading.html.flow import Line
from graphmodel.reading.html.metadata import iso_date, read_metadata


def pairs(*lines: str, in_table: bool = False) -> dict[str, str]:
    return read_metadata([Line(line, in_table=in_table) for line in lines]).pairs


def test_line_below_the_headline() -> None:
    assert pairs("发布时间：2024-03-08 10:22 来源：县政府办 浏览次数：12 【字体：大 中 小】") == {
        "发布日期": "2024-03-08 10:22"
    }


@pytest.mark.parametrize(
    "line",
    [
        "2024-03-08 来源：县政府办",
        "[2024年3月8日] 来源：县政府办",
        "2024/03/08 10:22:33 | 来源：县政府办",
        "时间：2024-03-08 来源：县政府办",
        "来源：县政府办 日期：2024-03-08",
    ],
)
def test_date_without_its_own_label(line: str) -> None:
    assert [iso_date(value) for value in pairs(line).values()] == ["2024-03-08"]


def test_other_labels_of_the_same_keys() -> None:
    assert pairs(
        "信息索引号：0012/2024-7",
        "发布机构：县政府办",
        "生成日期：2024-03-05",
        "名 称：关于印发方案的通知",
        "文 号：青政办〔2024〕3号",
        "公开日期：2024-03-08",
    ) == {
        "索引号": "0012/2024-7",
        "发文机关": "县政府办",
        "成文日期": "2024-03-05",
        "标题": "关于印发方案的通知",
        "发文字号": "青政办〔2024〕3号",
        "发布日期": "2024-03-08",
    }


def test_labels_without_colon_need_company() -> None:
    table = ["索引号", "0012/2024-7", "发文机关", "县政府办", "成文日期", "2024-03-05"]
    assert pairs(*table, in_table=True) == {
        "索引号": "0012/2024-7",
        "发文机关": "县政府办",
        "成文日期": "2024-03-05",
    }
    assert pairs(*table[:4], in_table=True) == {}


@pytest.mark.parametrize(
    "line",
    [
        "标题：关于印发方案（试行）的通知（试行） 【字体：大 中 小】",
        "[标题：关于印发方案（试行）的通知（试行）] [来源：县政府办]",
        "标题：关于印发方案（试行）的通知（试行） | 浏览次数：3",
    ],
)
def test_brackets_around_a_value_go_and_its_own_stay(line: str) -> None:
    assert pairs(line) == {"标题": "关于印发方案（试行）的通知（试行）"}


@pytest.mark.parametrize(
    "lines",
    [
        ["发文字号：", "搜索"],
        ["标题：", "发文字号：", "提交"],
        ["成文日期：待定"],
        ["本方案的发布日期：2024-03-08"],
        ["请于2024-03-08前报来源：县政府办"],
        ["时间：2024年3月8日"],
        ["发布日期："],
    ],
)
def test_no_metadata(lines: list[str]) -> None:
    assert pairs(*lines) == {}


def test_first_good_value_counts() -> None:
    assert pairs("发布日期：见下", "发布日期：2024-03-08", "发布日期：2024-03-09") == {
        "发布日期": "2024-03-08"
    }


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2019年01月14日", "2019-01-14"),
        ("2019年1月4日 10时", "2019-01-04"),
        ("2019-1-4 10:22", "2019-01-04"),
        ("2019/01/14", "2019-01-14"),
        ("2019.1.14", "2019-01-14"),
        ("2019 年 1 月 14 日", "2019-01-14"),
        ("2019年2月30日", None),
        ("2019年", None),
        ("120190114", None),
        ("", None),
    ],
)
def test_iso_date(value: str, date: str | None) -> None:
    assert iso_date(value) == date


def test_running_text_is_never_taken_for_metadata() -> None:
    markup = """<div id="zoom"><p>发布时间：2024-03-08 来源：县政府办</p><p>关于印发方案的通知</p>
    <p>一、要求。各单位抓好落实。</p><p>成文日期：2024年3月5日</p></div>"""
    document = read_bytes(markup.encode(), "page")
    assert document.text == "关于印发方案的通知\n一、要求。各单位抓好落实。\n成文日期：2024年3月5日"
    assert document.metadata == (("发布日期", "2024-03-08"),)


def test_line_below_an_empty_label_stays() -> None:
    markup = '<div id="zoom"><p>来源：</p><p>关于印发方案的通知</p><p>一、要求。</p></div>'
    assert read_bytes(markup.encode(), "page").text == "关于印发方案的通知\n一、要求。"


def test_outline_without_full_stops_is_no_metadata() -> None:
    markup = '<div id="zoom"><p>实施方案</p><p>一、实施</p><p>有效期：2023年至2025年</p></div>'
    assert read_bytes(markup.encode(), "page").text == "实施方案\n一、实施\n有效期：2023年至2025年"
