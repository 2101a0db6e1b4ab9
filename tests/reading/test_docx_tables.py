"""Tables of Word documents: the grid, merged cells, tables in tables."""

from __future__ import annotations

from tests.reading.docx_parts import (
    cell,
    definition,
    in_list,
    level,
    lines,
    paragraph,
    read,
    table,
    use,
)

NEXT = "<w:vMerge/>"
FIRST = '<w:vMerge w:val="restart"/>'


def wide(columns: int) -> str:
    """The property of a cell that covers several columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


def grid(*rows: str) -> list[list[str | None]]:
    """The words of the only table of a document, at each place of its grid."""
    document = read(table(*rows))
    (found,) = document.tables
    return [
        [None if place is None else document.text[place.start : place.end] for place in row]
        for row in found.grid()
    ]


def test_cells_stand_in_rows_and_columns() -> None:
    assert grid(cell("序号") + cell("任务"), cell("1") + cell("简化手续")) == [
        ["序号", "任务"],
        ["1", "简化手续"],
    ]


def test_cells_cover_columns_and_rows() -> None:
    found = grid(
        cell("类别", FIRST) + cell("责任分工", wide(2)),
        cell("", NEXT) + cell("牵头") + cell("配合"),
        cell("甲", FIRST) + cell("子", wide(2) + FIRST),
        cell("", NEXT) + cell("", wide(2) + NEXT),
    )
    assert found == [
        ["类别", "责任分工", "责任分工"],
        ["类别", "牵头", "配合"],
        ["甲", "子", "子"],
        ["甲", "子", "子"],
    ]


def test_cells_merged_the_old_way() -> None:
    first, following = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    found = grid(
        cell("合", first) + cell("", following) + cell("丙"), cell("1") + cell("2") + cell("3")
    )
    assert found == [["合", "合", "丙"], ["1", "2", "3"]]


def test_rest_of_nothing_is_a_cell_of_its_own() -> None:
    found = grid(
        cell("甲", NEXT) + cell("乙"),
        cell("丙", NEXT + wide(2)),
        cell("丁") + cell("戊"),
        cell("己", NEXT) + cell("庚"),
    )
    assert found == [["甲", "乙"], ["丙", "丙"], ["丁", "戊"], ["己", "庚"]]


def test_row_may_begin_behind_the_first_column() -> None:
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    assert grid(cell("甲") + cell("乙"), before + cell("丙")) == [["甲", "乙"], [None, "丙"]]


def test_deleted_rows_and_cells_are_left_out() -> None:
    deleted = "<w:trPr><w:del/></w:trPr>" + cell("旧") + cell("旧")
    found = grid(
        cell("甲") + cell("旧", "<w:cellDel/>") + cell("乙"), deleted, cell("丙") + cell("丁")
    )
    assert found == [["甲", "乙"], ["丙", "丁"]]


def test_rows_and_cells_stand_inside_controls() -> None:
    row = f"<w:tr>{cell('甲')}<w:sdt><w:sdtContent>{cell('乙')}</w:sdtContent></w:sdt></w:tr>"
    body = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    assert lines(body) == ["甲\t乙"]


def test_numbers_of_rows_are_printed_though_no_words_follow() -> None:
    number = f"<w:tc>{paragraph('', in_list(1, 0))}</w:tc>"
    numbering = definition(level(0, "decimal", "%1")) + use(1)
    body = table(cell("序号") + cell("任务"), number + cell("甲"), number + cell("乙"))
    assert lines(body, numbering=numbering) == ["序号\t任务", "1\t甲", "2\t乙"]


def test_cell_of_several_paragraphs_has_several_lines() -> None:
    several = f"<w:tc>{paragraph('县审批局')}{paragraph('县税务局')}</w:tc>"
    assert grid(cell("甲") + several) == [["甲", "县审批局\n县税务局"]]


def test_table_in_a_cell_is_text_of_the_cell() -> None:
    inner = table(cell("子") + cell("丑"), cell("寅") + cell("卯"))
    outer = f"<w:tc>{paragraph('见下')}{inner}<w:p/></w:tc>"
    assert grid(cell("甲") + outer) == [["甲", "见下\n子 丑\n寅 卯"]]


def test_table_of_one_column_is_its_paragraphs() -> None:
    inner = table(cell("子") + cell("丑"))
    document = read(table(f"<w:tc>{paragraph('外')}{inner}<w:p/></w:tc>", cell("末")))
    assert document.text == "外\n子\t丑\n末\n"
    assert [len(found.cells) for found in document.tables] == [2]


def test_table_without_words_is_left_out() -> None:
    document = read(paragraph("甲") + table(cell("") + cell("")) + paragraph("乙"))
    assert document.text == "甲\n乙\n"
    assert document.tables == ()
