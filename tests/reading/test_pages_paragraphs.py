"""Lines on pages to paragraphs: indents, margins, titles, page breaks, certainty."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from graphmodel.reading.document import Certainty
from graphmodel.reading.pages import Line, Page, compose

WIDTH, HEIGHT = 595.0, 842.0
LEFT, EM, PITCH = 80.0, 16.0, 28.0
FULL = "深入推进政务服务改革持续优化流程压减时限提升便利水平"
"""26 characters: a line of the column that these tests set."""


def line(
    text: str, row: float, indent: float = 0, size: float = EM, certainty: float | None = None
) -> Line:
    """A line of Chinese print: each character as wide as the print is large."""
    left, bottom = LEFT + indent * EM, 100 + row * PITCH
    width = len(text) * size
    return Line(text, left, bottom - size, left + width, bottom, certainty, size)


def page(*lines: Line) -> Page:
    """An A4 page."""
    return Page(WIDTH, HEIGHT, lines)


def column(texts: Sequence[str], first: float = 0) -> list[Line]:
    """Lines below one another; a full-width space at the start of one is an indent of one em."""
    return [
        line(text.lstrip("　"), first + row, len(text) - len(text.lstrip("　")))
        for row, text in enumerate(texts)
    ]


def text_of(*pages: Page) -> list[str]:
    """The paragraphs of pages."""
    return compose(pages).text.splitlines()


def test_wrapped_lines_are_one_paragraph_and_an_indent_begins_the_next() -> None:
    lines = column(["　　" + FULL[:24], FULL, "到位。", "　　" + FULL[:24], "见效。"])
    assert text_of(page(*lines)) == [FULL[:24] + FULL + "到位。", FULL[:24] + "见效。"]


def test_a_line_that_ends_where_the_next_word_would_have_fitted_ends_its_paragraph() -> None:
    lines = column([FULL, "到位。", FULL, "见效。", FULL, "完成。"])
    assert text_of(page(*lines)) == [FULL + "到位。", FULL + "见效。", FULL + "完成。"]


def test_without_indents_a_sentence_that_leaves_room_for_a_character_ends_its_paragraph() -> None:
    lines = column([FULL, FULL[:23] + "。", "“开办企业”指标。", FULL, FULL])
    assert text_of(page(*lines))[:2] == [FULL + FULL[:23] + "。", "“开办企业”指标。"]


def test_a_heading_stands_for_itself() -> None:
    lines = column(["　　一、总体要求", "　　（一）工作目标", "　　" + FULL[:24], FULL])
    assert text_of(page(*lines)) == ["一、总体要求", "（一）工作目标", FULL[:24] + FULL]


def test_a_list_is_parted_by_its_numbers_though_its_lines_are_full() -> None:
    lines = column(["1." + FULL[:25], "2." + FULL[:25], "3.简化。"])
    assert text_of(page(*lines)) == ["1." + FULL[:25], "2." + FULL[:25], "3.简化。"]


def test_without_indents_a_number_begins_a_paragraph_below_a_full_heading() -> None:
    lines = column([FULL, "（1）落实清单。", FULL, "到位。", FULL, FULL])
    assert text_of(page(*lines))[:3] == [FULL, "（1）落实清单。", FULL + "到位。"]


def test_a_number_in_the_middle_of_a_sentence_parts_nothing() -> None:
    lines = column(["　　" + FULL[:24], FULL[:25] + "第", "（一）项办理。"])
    assert text_of(page(*lines)) == [FULL[:24] + FULL[:25] + "第（一）项办理。"]


def test_latin_words_keep_a_space_where_they_were_wrapped() -> None:
    body = column(["　　" + FULL[:24], FULL, FULL])
    first = line("cloud", 3)._replace(right=LEFT + 26 * EM)
    lines = [*body, first, line("native时代。", 4)]
    assert text_of(page(*lines)) == [FULL[:24] + FULL + FULL + "cloud native时代。"]


def test_a_title_over_several_lines_is_one() -> None:
    title = [
        line("霁岭县人民政府办公室", 0, 5.8, 22),
        line("关于印发优化营商环境方案的通知", 1.2, 2.4, 22),
    ]
    lines = [*title, *column(["各镇人民政府：", "　　" + FULL[:24], FULL, FULL, FULL], 3)]
    assert text_of(page(*lines))[:2] == [
        "霁岭县人民政府办公室关于印发优化营商环境方案的通知",
        "各镇人民政府：",
    ]


def test_a_signature_and_its_date_are_lines_of_their_own() -> None:
    body = column(["　　" + FULL[:24], FULL, FULL])
    signed = [line("霁岭县人民政府", 4, 18), line("2024年3月5日", 5, 18.5)]
    annex = line("附件", 6)
    assert text_of(page(*body, *signed, annex))[1:] == ["霁岭县人民政府", "2024年3月5日", "附件"]


def test_a_paragraph_goes_on_on_the_next_page_which_begins_inside_it() -> None:
    first = page(*column(["　　" + FULL[:24], FULL]))
    second = page(*column([FULL, "到位。"]))
    content = compose([first, second])
    assert content.text == FULL[:24] + FULL + FULL + "到位。\n"
    assert content.starts == (0, 50)


def test_pages_without_text_have_a_place_too() -> None:
    first = page(*column(["　　一、总体要求"]))
    content = compose([first, page(), page()._replace(is_unread=True), first])
    assert content.starts == (0, 7, 7, 7)
    assert [(note.code, note.start, note.detail) for note in content.notes] == [
        ("page-without-text", 7, "3")
    ]


def test_each_line_keeps_its_certainty() -> None:
    lines = [line(FULL, 0, certainty=0.9), line("到位。", 1, certainty=0.8)]
    content = compose([page(*lines)])
    assert content.certainties == (Certainty(0, 26, 0.9), Certainty(26, 29, 0.8))


def test_notes_in_the_margin_are_no_text() -> None:
    note = Line("删除：面向", 540, 190, 580, 200, None, 9)
    lines = column(["　　" + FULL[:24], *[FULL] * 8, "到位。"])
    assert text_of(page(*lines, note)) == [FULL[:24] + FULL * 8 + "到位。"]


def test_small_print_of_a_wide_page_is_text_though_other_pages_are_narrow() -> None:
    narrow = page(*column(["　　" + FULL[:24], *[FULL] * 9]))
    wide = Page(HEIGHT, WIDTH, (Line("单位：万元", 700, 90, 745, 99, None, 9),))
    assert text_of(narrow, wide)[-1] == "单位：万元"


@pytest.mark.parametrize("date", ["2024年12月31日", "二〇二四年六月三日"])
def test_a_date_below_a_full_line_is_not_its_end(date: str) -> None:
    lines = column(["　　" + FULL[:24], FULL, "　" * 16 + date])
    assert text_of(page(*lines))[-1] == date
