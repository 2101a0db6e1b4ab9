"""What of a sheet is a table, a title, a note."""

from __future__ import annotations

from graphmodel.reading.builder import CellText
from graphmodel.reading.sheets.layout import compact, regions

Laid = list[tuple[bool, list[list[str]]]]


def cells(*lines: str) -> list[CellText]:
    """Cells of rows that are written with blanks between values; `-` is an empty one.

    `甲>3` covers three columns, `甲v2` two rows.
    """
    found = []
    for row, line in enumerate(lines):
        for column, words in enumerate(line.split()):
            text, wide, columns = words.partition(">")
            text, tall, rows = text.partition("v")
            if text not in ("-", ""):
                span = (int(rows) if tall else 1, int(columns) if wide else 1)
                found.append(CellText(row, column, (text,), *span))
    return found


def laid(*lines: str) -> Laid:
    found: Laid = []
    for region in regions(cells(*lines)):
        rows: dict[int, list[str]] = {}
        for cell in region.cells:
            rows.setdefault(cell.row, []).append(cell.lines[0])
        found.append((region.is_table, list(rows.values())))
    return found


HEAD = ["序号", "任务", "单位"]


def test_title_and_note() -> None:
    assert laid("标题>3", "序号 任务 单位", "1 甲 乙", "2 丙 丁", "注：戊>3") == [
        (False, [["标题"]]),
        (True, [HEAD, ["1", "甲", "乙"], ["2", "丙", "丁"]]),
        (False, [["注：戊"]]),
    ]


def test_line_of_the_form_above_the_head() -> None:
    form = "填报单位：甲>2 - 时间：乙"
    assert laid(form, "序号 任务 单位", "1 甲 乙") == [
        (False, [["填报单位：甲", "时间：乙"]]),
        (True, [HEAD, ["1", "甲", "乙"]]),
    ]


def test_group_headings_stay_in_the_table() -> None:
    found = laid("序号 任务 单位", "一、改革>3", "1 甲 乙", "二、服务>3", "2 丙 丁")
    assert [is_table for is_table, _ in found] == [True]


def test_last_row_with_a_number_alone_is_no_note() -> None:
    assert laid("序号 任务 单位", "1 甲 乙", "2") == [(True, [HEAD, ["1", "甲", "乙"], ["2"]])]


def test_last_row_that_a_merged_cell_covers_is_no_note() -> None:
    rows = ("任务 单位 序号", "甲v2 乙 1", "- 丙", "丁 戊 3", "- - 己")
    assert laid("序号 任务 单位", "1 甲 乙v2", "第二")[-1] == (
        True,
        [HEAD, ["1", "甲", "乙"], ["第二"]],
    )
    assert [is_table for is_table, _ in laid(*rows)] == [True]


def test_two_tables() -> None:
    found = laid("序号 任务 单位", "1 甲 乙", "", "表二>3", "序号 任务 单位", "1 丙 丁")
    assert found == [
        (True, [HEAD, ["1", "甲", "乙"]]),
        (False, [["表二"]]),
        (True, [HEAD, ["1", "丙", "丁"]]),
    ]


def test_table_goes_on_below_an_empty_row() -> None:
    found = laid("序号 任务 单位", "1 甲 乙", "", "二、服务>3", "2 丙 丁", "注：戊>3")
    assert found == [
        (True, [HEAD, ["1", "甲", "乙"], ["二、服务"], ["2", "丙", "丁"]]),
        (False, [["注：戊"]]),
    ]


def test_sheet_without_a_table() -> None:
    assert laid("标题", "第一条", "", "第二条") == [
        (False, [["标题"], ["第一条"]]),
        (False, [["第二条"]]),
    ]
    assert laid("填表人：甲 审核：乙") == [(False, [["填表人：甲", "审核：乙"]])]
    assert laid() == []


def test_compact_leaves_out_rows_and_columns_without_cells() -> None:
    far = [
        CellText(5, 2, ("甲",), 1, 16_000),
        CellText(9, 2, ("乙",), 1_000_000, 1),
        CellText(9, 700, ("丙",)),
        CellText(900, 700, ("丁",)),
    ]
    assert compact(far) == [
        CellText(0, 0, ("甲",), 1, 2),
        CellText(1, 0, ("乙",), 2, 1),
        CellText(1, 1, ("丙",)),
        CellText(2, 1, ("丁",)),
    ]
