"""The outline: which numbers count, and the paths that they make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.extraction.outline import outline, parts
from graphmodel.model.columns import Path

WHOLE = (
    "澄原县工作方案\n"
    "一、总体要求\n"
    "（一）目标\n"
    "1. 甲\n"
    "（1）乙\n"
    "①丙\n"
    "②丁\n"
    "（2）戊\n"
    "2．己\n"
    "（二）原则\n"
    "二、任务\n"
    "3、庚\n"
)
PATHS: list[Path] = [
    *((1,), (1, 1), (1, 1, 1), (1, 1, 1, 1), (1, 1, 1, 1, 1), (1, 1, 1, 1, 2)),
    *((1, 1, 1, 2), (1, 1, 2), (1, 2), (2,), (2, 3)),
]


def paths(text: str) -> list[Path]:
    return [item.path for item in outline(text).items]


def bodies(text: str) -> list[str]:
    return [text[item.body : item.end].strip() for item in outline(text).items]


def test_five_levels() -> None:
    assert paths(WHOLE) == PATHS
    assert bodies(WHOLE) == [
        *("总体要求", "目标", "甲", "乙", "丙", "丁", "戊", "己", "原则", "任务", "庚"),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\f", "\n\n", "\n\u3000\u3000"])
def test_any_line_end_and_indent(end: str) -> None:
    text = WHOLE.replace("\n", end)
    assert paths(text) == PATHS
    assert bodies(text) == bodies(WHOLE)


def test_offsets_of_an_item() -> None:
    text = "方案\n　　一、任务\n（一）推进"
    first, second = outline(text).items
    assert (text[first.start : first.body], text[first.body : first.end]) == ("一、", "任务\n")
    assert (text[second.start : second.body], text[second.body : second.end]) == ("（一）", "推进")
    assert (first.level, second.level, second.parent) == (1, 2, first)


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("十、甲", (10,)),
        ("十一、甲", (11,)),
        ("二十三、甲", (23,)),
        ("(三)甲", (3,)),
        ("〔三〕甲", (3,)),
        ("（三）、甲", (3,)),
        ("12.甲", (12,)),
        ("12．甲", (12,)),
        ("12、甲", (12,)),
        ("１２．甲", (12,)),
        ("(12)甲", (12,)),
        ("⑳甲", (20,)),
        ("## 三、甲", (3,)),
        ("**（三）甲**", (3,)),
        ("> 3. 甲", (3,)),
    ],
)
def test_forms_of_numbers(line: str, path: Path) -> None:
    assert paths(f"方案\n{line}\n") == [path]


@pytest.mark.parametrize(
    "line",
    [
        "3.5个百分点",
        "12.50亿元",
        "2024年底前完成",
        "1000、甲",
        "100个项目",
        "3",
        "— 3 —",
        "附件1",
        "第一、甲",
        "13900000000",
        "一是推进",
        "第三条",
        "5天内办结",
        "（以下简称甲）",
        "（2024年）",
    ],
)
def test_lines_that_only_look_numbered(line: str) -> None:
    assert paths(f"一、任务\n{line}\n") == [(1,)]


@pytest.mark.parametrize(
    "words",
    [
        "按照第三、四条办理",
        "统一、规范办理",
        "落实本方案（一）至（三）项要求",
        "见附件1、附件2",
        "增长2.3、2.4个百分点",
        "压缩至3.5天",
        "包括（1）甲、（2）乙",
        "实现1.2亿元",
        "依据《办法》第五条（二）款。对照执行",
        "达到95%。2024年底前完成",
    ],
)
def test_numbers_inside_a_sentence(words: str) -> None:
    assert paths(f"一、任务\n1. 推进{words}\n2. 完成\n") == [(1,), (1, 1), (1, 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、任务\n（一）甲。（二）乙。（三）丙。", [(1,), (1, 1), (1, 2), (1, 3)]),
        (
            "一、任务\n1. 甲（县住建局牵头）2. 乙〔县公安局牵头〕3. 丙",
            [(1,), (1, 1), (1, 2), (1, 3)],
        ),
        ("一、任务\n1. 甲。3. 丙。", [(1,), (1, 1)]),
        ("一、任务\n（一）甲。二、保障\n", [(1,), (1, 1), (2,)]),
        ("一、推进改革1.甲。2.乙。", [(1,), (1, 1), (1, 2)]),
        ("一、任务\n推进改革。（一）甲", [(1,), (1, 1)]),
        ("一、任务\n（一）推进改革。1.甲。2.乙。", [(1,), (1, 1), (1, 1, 1), (1, 1, 2)]),
        ("一、任务\n（一）推进改革，提升服务。1.5倍以上", [(1,), (1, 1)]),
    ],
)
def test_numbers_glued_by_page_layout(text: str, expected: list[Path]) -> None:
    """They count only as the next one that the outline expects."""
    assert paths(text) == expected


def test_document_on_one_line() -> None:
    text = (
        "澄原县防汛工作方案为做好防汛工作一、总体要求坚持人民至上。二、重点任务（一）加强监测。"
        "县水利局牵头。（二）加强巡查。县应急局牵头。三、保障措施加强领导。"
    )
    assert paths(text)[:2] == [(1,), (2,)]
    assert paths(text)[-1] == (3,)


def test_page_number_between_heading_and_text() -> None:
    text = "一、任务\n（一）推进\n— 2 —\n改革\n（二）甲"
    assert paths(text) == [(1,), (1, 1), (1, 2)]


def test_number_that_stands_alone_on_its_line() -> None:
    text = "一、\n任务\n1.\n推进\n2.\n完成\n"
    assert paths(text) == [(1,), (1, 1), (1, 2)]
    assert bodies(text) == ["任务", "推进", "完成"]


def test_numbers_that_run_on_over_the_sections() -> None:
    text = "一、甲\n1. a\n2. b\n二、乙\n3. c\n"
    assert paths(text) == [(1,), (1, 1), (1, 2), (2,), (2, 3)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("附件", "一、甲", "1. 乙"), [("annex", 1, 1), ("annex", 1, 1, 1)]),
        (("附件", "", "十二、甲"), [("annex", 1, 12)]),
        (("附件1", "1. 甲"), [("annex", 1, 1)]),
        (("附件 2：", "1. 甲"), [("annex", 2, 1)]),
        (("附 件 三", "1. 甲"), [("annex", 3, 1)]),
        (("# 附件2", "1. 甲"), [("annex", 2, 1)]),
        (("附件1", "甲表", "1. 甲", "附件2", "1. 乙"), [("annex", 1, 1), ("annex", 2, 1)]),
    ],
)
def test_annexes(end: str, lines: tuple[str, ...], expected: list[Path]) -> None:
    text = end.join(("方案", "一、任务", "1. 推进", *lines, ""))
    assert paths(text) == [(1,), (1, 1), *expected]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "lines",
    [
        ("附件：1. 甲表", "2. 乙表", "3. 丙表"),
        ("附件：", "1. 甲表", "2. 乙表"),
        ("附件:1.甲表", "      2.乙表"),
    ],
)
def test_list_of_annexes_is_no_outline(end: str, lines: tuple[str, ...]) -> None:
    text = end.join(("方案", "一、任务", "1. 推进", *lines, "", "附件1", "一、丙", ""))
    assert paths(text) == [(1,), (1, 1), ("annex", 1, 1)]


def test_annex_of_a_notice_is_the_plan_itself() -> None:
    text = "关于印发方案的通知\n现印发给你们。\n附件\n澄原县方案\n一、任务\n1. 推进\n"
    assert paths(text) == [(1,), (1, 1)]


def test_sentence_that_begins_with_annex_is_none() -> None:
    text = "一、任务\n1. 推进\n附件所列事项由各单位落实。\n2. 完成\n"
    assert paths(text) == [(1,), (1, 1), (1, 2)]


def test_parts_cover_the_text() -> None:
    text = "方案\n一、甲\n附件1\n一、乙\n附件2\n一、丙\n"
    found = parts(text)
    assert [part.prefix for part in found] == [(), ("annex", 1), ("annex", 2)]
    assert [text[part.start : part.end] for part in found] == [
        *("方案\n一、甲\n", "附件1\n一、乙\n", "附件2\n一、丙\n"),
    ]


@given(st.lists(st.integers(1, 12), min_size=1, max_size=6))
def test_path_is_made_of_the_printed_numbers(sizes: list[int]) -> None:
    chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    lines: list[str] = []
    expected: list[Path] = []
    for section, size in enumerate(sizes, start=1):
        lines.append(f"{chinese[section - 1]}、甲")
        expected.append((section,))
        for number in range(1, size + 1):
            lines.append(f"{number}. 乙")
            expected.append((section, number))
    assert paths("\n".join(lines)) == expected


@given(st.text("一二十、（）()123.．\n\r\f 。附件：甲①#", max_size=80))
def test_items_follow_one_another_and_cover_what_is_theirs(text: str) -> None:
    position = 0
    for item in outline(text).items:
        assert position <= item.start < item.body <= item.end <= len(text)
        assert item.path
        position = item.end
    cover = parts(text)
    assert [part.start for part in cover[1:]] == [part.end for part in cover[:-1]]
    assert (cover[0].start, cover[-1].end) == (0, len(text))


@pytest.mark.parametrize("heading", ["附1", "附表 1", "附件一", "附件1：分工表"])
def test_headings_of_annexes(heading: str) -> None:
    text = f"一、任务\n1. 甲。\n{heading}\n一、乙\n"
    assert [item.path for item in outline(text).items] == [(1,), (1, 1), ("annex", 1, 1)]


def test_words_that_begin_as_annexes_do_are_none() -> None:
    text = "一、任务\n1. 建设学校，\n附属设施一并完工。\n2. 乙。\n"
    assert [item.path for item in outline(text).items] == [(1,), (1, 1), (1, 2)]
