"""Text files: blocks, headings and pipe tables."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.reading import Block, BlockKind, Cell, Table
from graphmodel.reading.document import MAX_GRID, Content
from graphmodel.reading.text import parse_text


def lines(text: str) -> list[str]:
    return [text[block.start : block.end] for block in parse_text(text).blocks]


def cells(text: str, table: Table) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, text[cell.start : cell.end]) for cell in table.cells]


def test_blocks_are_lines_without_outer_space() -> None:
    text = "\n\n　　一、目标 \r\n\t二、任务\r三、期限\n \n"
    assert parse_text(text) == Content(
        text,
        (
            Block(BlockKind.PARAGRAPH, 4, 8),
            Block(BlockKind.PARAGRAPH, 12, 16),
            Block(BlockKind.PARAGRAPH, 17, 21),
        ),
        (),
    )
    assert lines(text) == ["一、目标", "二、任务", "三、期限"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"])
def test_every_mandatory_break_ends_a_block(end: str) -> None:
    assert lines(f"甲{end}乙 丙{end}{end}丁") == ["甲", "乙 丙", "丁"]


def test_nul_is_a_character() -> None:
    assert lines("甲\0乙\n\0\n") == ["甲\0乙", "\0"]


def test_markdown_headings_keep_their_signs() -> None:
    text = "# 实施方案  \n  ### 一、目标 ###\n####### 七\n#标签\n#\n#　总则"
    blocks = parse_text(text).blocks
    assert [(block.level, text[block.start : block.end]) for block in blocks] == [
        (1, "# 实施方案"),
        (3, "### 一、目标 ###"),
        (None, "####### 七"),
        (None, "#标签"),
        (None, "#"),
        (1, "#　总则"),
    ]
    assert [block.kind.value for block in blocks] == ["heading"] * 2 + ["paragraph"] * 3 + [
        "heading"
    ]


def test_pipe_table() -> None:
    text = (
        "附件\n\n| 任务 | 责任单位 |\n|:---|---:|\n| 压减时限 | 县税务局 |\n| 并联审批 |  |\n说明"
    )
    blocks = parse_text(text).blocks
    (table,) = parse_text(text).tables
    assert cells(text, table) == [
        (0, 0, "任务"),
        (0, 1, "责任单位"),
        (1, 0, "压减时限"),
        (1, 1, "县税务局"),
        (2, 0, "并联审批"),
        (2, 1, ""),
    ]
    assert text[table.start : table.end].splitlines()[0] == "| 任务 | 责任单位 |"
    assert text[table.end - 1] == "|"
    assert [block.kind.value for block in blocks] == ["paragraph"] + ["cell"] * 4 + ["paragraph"]
    assert text[blocks[2].start : blocks[2].end] == "|:---|---:|"


def test_escaped_pipe_stays_in_its_cell() -> None:
    text = "| a\\|b | c |\n| d | e |"
    (table,) = parse_text(text).tables
    assert cells(text, table)[:2] == [(0, 0, "a\\|b"), (0, 1, "c")]


def test_blank_line_separates_tables() -> None:
    tables = parse_text("|甲|乙|\n|丙|丁|\n\n|戊|己|\n|庚|辛|\n").tables
    assert [len(table.cells) for table in tables] == [4, 4]


@pytest.mark.parametrize("text", ["|甲|乙|", "|甲|\n|乙|", "|甲|乙\n|丙|丁", "|甲|乙|\n|--|--|"])
def test_no_table(text: str) -> None:
    content = parse_text(text)
    assert content.tables == ()
    assert {block.kind for block in content.blocks} == {BlockKind.PARAGRAPH}


def test_rows_of_unequal_length() -> None:
    text = "|甲|乙|丙|\n|丁|"
    (table,) = parse_text(text).tables
    assert table.grid()[1] == [Cell(1, 0, 9, 10), None, None]


def test_grid_of_monstrous_size_is_left_as_lines() -> None:
    columns, rows = 2_000, MAX_GRID // 2_000
    content = parse_text("|" * columns + "甲|\n" + "|乙|\n" * rows)
    assert content.tables == ()
    assert len(content.blocks) == rows + 1


@pytest.mark.parametrize(
    "text",
    [
        "甲" + " " * 500_000,
        "甲 " * 250_000,
        "|" * 500_000,
        "|" + "\\" * 500_000 + "|\n" + "|" * 9,
        "#" * 500_000,
    ],
    ids=["spaces", "words", "pipes", "backslashes", "hashes"],
)
def test_one_long_line_takes_linear_time(text: str) -> None:
    start = time.process_time()
    parse_text(text)
    assert time.process_time() - start < 4.0


@given(st.text(alphabet="一#| \t\u3000-\\\n\r\f\u2028\0"))
def test_blocks_are_in_order_and_leave_only_space(text: str) -> None:
    content = parse_text(text)
    end = 0
    for block in content.blocks:
        assert text[end : block.start].strip() == ""
        assert text[block.start : block.end].strip() == text[block.start : block.end] != ""
        assert len(text[block.start : block.end].splitlines()) == 1
        end = block.end
    assert text[end:].strip() == ""
    for table in content.tables:
        assert all(table.start < cell.start <= cell.end < table.end for cell in table.cells)
