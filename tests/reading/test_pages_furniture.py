"""What is printed on pages and is no text: numbers, running heads, rules drawn with characters."""

from __future__ import annotations

import pytest

from graphmodel.reading.pages import Line, Page, PageCell, PageTable, compose

BODY = "政务服务改革"


def at(text: str, top: float, left: float = 80) -> Line:
    """A line of small print."""
    return Line(text, left, top, left + 14 * len(text), top + 14, None, 14)


def page(*lines: Line) -> Page:
    """An A4 page with a line of text in its middle."""
    return Page(595, 842, (at(BODY, 400), *lines))


def text_of(*pages: Page) -> str:
    """The text of pages."""
    return compose(pages).text


@pytest.mark.parametrize(
    "number",
    [
        "1", "- 1 -", "—1—", "— 12 —", "－3－", "第1页", "第 1 页 共 3 页", "1/10", "1 / 10", "iv",
        "第一页", "Page 1 of 3", "１", "—１—",
    ],
)  # fmt: skip
@pytest.mark.parametrize("top", [40.0, 790.0])
def test_a_page_number_above_or_below_the_text_goes(number: str, top: float) -> None:
    assert text_of(page(at(number, top, 280))) == BODY + "\n"


@pytest.mark.parametrize("words", ["2024年", "共建", "3个", "一、", "（一）", "1.5亿元"])
def test_other_words_at_the_foot_stay(words: str) -> None:
    assert words in text_of(page(at(words, 790)))


def test_a_number_among_the_text_stays() -> None:
    assert text_of(page(at("1", 300))) == f"1\n{BODY}\n"


def test_running_heads_go_also_where_they_count_pages() -> None:
    pages = [
        page(at("霁岭县人民政府文件", 30), at(f"霁府发第{n}页", 45), at(f"{n}", 800))
        for n in range(1, 5)
    ]
    assert text_of(*pages) == f"{BODY}\n" * 4


def test_a_head_that_stands_on_one_page_stays() -> None:
    pages = [page(at("附件1", 30)), page(), page()]
    assert text_of(*pages).startswith("附件1\n")


def test_words_that_repeat_within_the_text_stay() -> None:
    assert text_of(*[page(at("责任单位：县发改局", 440))] * 4).count("责任单位") == 4


def test_a_number_inside_a_table_stays() -> None:
    cells = tuple(
        PageCell(0, column, 1, 1, 80.0 + 100 * column, 780, 180.0 + 100 * column, 810, (words,))
        for column, words in enumerate((at("1", 785), at("县发改局", 785, 190)))
    )
    table = PageTable(80, 780, 280, 810, cells)
    assert text_of(Page(595, 842, (), (table,))) == "1\t县发改局\n"


def test_a_rule_drawn_with_characters_goes() -> None:
    assert text_of(page(at("—" * 20, 300), at("＊" * 9, 320))) == BODY + "\n"
