"""Text, blocks and tables put together."""

from __future__ import annotations

from graphmodel.reading.builder import CellText, ContentBuilder
from graphmodel.reading.document import MAX_GRID, Block, BlockKind, Cell, PlaceUnit


def test_paragraphs_headings_and_tables() -> None:
    builder = ContentBuilder(PlaceUnit.SHEET)
    builder.place("一")
    builder.paragraph("霁岭县  方案\t", level=1)
    builder.paragraph(" \u3000")
    cells = [
        CellText(1, 0, ("甲", " ", "乙")),
        CellText(0, 0, ("任务",)),
        CellText(0, 1, ("单位",), 2, 1),
    ]
    placed = builder.table(cells)
    builder.place("二")
    builder.note("hidden-sheet", "三")
    content = builder.content()
    assert content.text == "霁岭县 方案\n任务\t单位\n甲\n乙\n"
    assert placed == content.tables[0].cells == (
        Cell(0, 0, 7, 9), Cell(0, 1, 10, 12, 2, 1), Cell(1, 0, 13, 16),
    )  # fmt: skip
    assert content.blocks[0] == Block(BlockKind.HEADING, 0, 6, 1)
    assert [content.text[b.start : b.end] for b in content.blocks[1:]] == [
        "任务",
        "单位",
        "甲",
        "乙",
    ]
    assert (content.starts, content.names) == ((0, 17), ("一", "二"))
    assert [(note.start, note.detail) for note in content.notes] == [(17, "三")]


def test_what_nobody_sees_is_left_out() -> None:
    builder = ContentBuilder()
    builder.paragraph("县\u200b财\ufeff政\u00ad局\x07")
    builder.table([CellText(0, 0, ("\u200b",)), CellText(0, 1, ("甲\x00",))])
    assert builder.content().text == "县财政局\n\t甲\n"


def test_impossible_grids_are_lines() -> None:
    for cells in (
        [CellText(0, 0, ("甲",), MAX_GRID, 2), CellText(1, 2, ("乙",))],
        [CellText(0, n, ("甲",), 1000, 1000 - n) for n in range(3)],
    ):
        builder = ContentBuilder()
        builder.table(cells)
        assert (builder.content().tables, builder.content().text[0]) == ((), "甲")
