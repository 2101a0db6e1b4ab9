"""Tables on pages: cells of several lines, tables over several pages, rows that a page cuts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from graphmodel.reading.document import Document, Table
from graphmodel.reading.pages import Line, Page, PageCell, PageTable, compose

EDGES = (60.0, 100.0, 300.0, 420.0)
"""Of three columns: the number, the task (12 characters wide), the body (6 characters wide)."""
EM = 15.0
HEAD = ("序号", "任务", "责任单位")
Words = str | Sequence[str]


def lines(words: Words, left: float, top: float) -> tuple[Line, ...]:
    """The lines of a cell."""
    several = [words] if isinstance(words, str) else words
    return tuple(
        Line(text, left, top + 20 * n, left + EM * len(text), top + 20 * n + EM, None, EM)
        for n, text in enumerate(several)
        if text
    )


def table(*rows: Sequence[Words], merged: dict[tuple[int, int], int] | None = None) -> PageTable:
    """A table of full rows; `merged` gives the height of cells that cover several rows."""
    spans = merged or {}
    hidden = {
        (row + n, column) for (row, column), height in spans.items() for n in range(1, height)
    }
    cells = [
        PageCell(
            number, column, spans.get((number, column), 1), 1, EDGES[column], 100.0 + 60 * number,
            EDGES[column + 1], 160.0 + 60 * number, lines(words, EDGES[column] + 5, 110.0),
        )
        for number, row in enumerate(rows)
        for column, words in enumerate(row)
        if (number, column) not in hidden
    ]  # fmt: skip
    return PageTable(EDGES[0], 100, EDGES[-1], 160.0 + 60 * len(rows), tuple(cells))


def rows_of(*tables: PageTable) -> list[list[str]]:
    """The rows of the one table that stands on consecutive pages, spans filled."""
    content = compose([Page(595, 842, (), (part,)) for part in tables])
    (whole,) = content.tables
    return grid(whole, content.text)


def grid(whole: Table, text: str) -> list[list[str]]:
    """The words of each place of a table."""
    return [[text[cell.start : cell.end] if cell else "" for cell in row] for row in whole.grid()]


def test_lines_of_a_cell_that_were_wrapped_are_one() -> None:
    part = table(HEAD, ("1", ["压缩企业开办所需的时间至", "一日"], ["县市场监督管理", "局"]))
    assert rows_of(part)[1] == ["1", "压缩企业开办所需的时间至一日", "县市场监督管理局"]


def test_short_lines_of_a_cell_stay_apart() -> None:
    part = table(HEAD, ("1", "简化", ["县发改局", "县财政局"]))
    assert rows_of(part)[1][2] == "县发改局\n县财政局"


def test_a_table_goes_on_over_pages_and_loses_its_repeated_heads() -> None:
    parts = [table(HEAD, (str(n), f"任务{n}", "县发改局")) for n in range(1, 4)]
    assert rows_of(*parts) == [list(HEAD), *[[str(n), f"任务{n}", "县发改局"] for n in (1, 2, 3)]]


def test_the_pages_of_a_table_begin_at_its_rows() -> None:
    parts = [table(HEAD, (str(n), f"任务{n}", "县发改局")) for n in range(1, 4)]
    content = compose([Page(595, 842, (), (part,)) for part in parts])
    document = Document(
        "x", "x", "", "pdf", None, content.text, content.blocks, unit=content.unit,
        starts=content.starts,
    )  # fmt: skip
    assert [document.place(content.text.index(f"任务{n}")).number for n in (1, 2, 3)] == [1, 2, 3]


def test_a_part_with_nothing_but_the_head_changes_nothing() -> None:
    first, last = table(HEAD, ("1", "简化", "县发改局")), table(HEAD, ("2", "公开", "县财政局"))
    assert rows_of(first, table(HEAD), last)[1:] == [
        ["1", "简化", "县发改局"],
        ["2", "公开", "县财政局"],
    ]


def test_a_row_that_the_page_cuts_is_one() -> None:
    first = table(HEAD, ("1", "压缩企业开办所需的时间至", ["县市场监督管理"]))
    second = table(("", "一日", "局"), ("2", "公开", "县财政局"))
    assert rows_of(first, second)[1:] == [
        ["1", "压缩企业开办所需的时间至一日", "县市场监督管理局"],
        ["2", "公开", "县财政局"],
    ]


def test_the_number_of_a_cut_row_may_stand_in_its_second_part() -> None:
    first = table(HEAD, ("1", "简化", "县发改局"), ("", "压缩企业开办所需的时间至", ""))
    second = table(("2", "一日", "县财政局"))
    assert rows_of(first, second)[2] == ["2", "压缩企业开办所需的时间至一日", "县财政局"]


def test_an_empty_cell_of_a_new_row_stays_empty() -> None:
    first = table(HEAD, ("1", "简化", "县发改局"))
    assert rows_of(first, table(("2", "公开", "")))[2] == ["2", "公开", ""]


def test_a_merged_cell_that_the_page_cuts_holds_for_the_rows_below() -> None:
    head = ("类别", "任务", "责任单位")
    first = table(head, ("改革", "简化", "县发改局"), ("", "公开", "县教育局"), merged={(1, 0): 2})
    second = table(("", "监督。", "县财政局"), ("服务", "上门。", "县人社局"))
    assert [row[0] for row in rows_of(first, second)] == ["类别", "改革", "改革", "改革", "服务"]


def test_another_table_is_not_taken_for_a_continuation() -> None:
    first = table(HEAD, ("1", "简化", "县发改局"))
    other = PageTable(60, 100, 300, 160, first.cells[:2])
    content = compose([Page(595, 842, (), (first,)), Page(595, 842, (), (other,))])
    assert len(content.tables) == 2


def test_words_between_two_tables_part_them() -> None:
    first, second = table(HEAD, ("1", "简化", "县发改局")), table(HEAD, ("1", "公开", "县财政局"))
    title = Line("附件2", 60, 60, 110, 75, None, EM)
    content = compose([Page(595, 842, (), (first,)), Page(595, 842, (title,), (second,))])
    assert [part.start for part in content.tables] == [0, content.text.index("附件2") + 4]
    assert len(content.tables) == 2


@pytest.mark.parametrize("mark", ["续表", "（续上表）", "续表1", "表 2（续）"])
def test_a_mark_that_a_table_goes_on_parts_nothing(mark: str) -> None:
    first, second = table(HEAD, ("1", "简化", "县发改局")), table(HEAD, ("2", "公开", "县财政局"))
    line = Line(mark, 60, 60, 110, 75, None, EM)
    content = compose([Page(595, 842, (), (first,)), Page(595, 842, (line,), (second,))])
    assert content.text == "序号\t任务\t责任单位\n1\t简化\t县发改局\n2\t公开\t县财政局\n"


def test_a_table_of_many_pages_costs_its_rows_alone() -> None:
    parts = [table(HEAD, *[(str(n), "简化", "县发改局")] * 20) for n in range(300)]
    assert len(rows_of(*parts)) == 6001
