"""Workbooks since 2007: values as their cells show them, and sheets that nobody wrote so."""

from __future__ import annotations

import datetime
import io
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from graphmodel.model.errors import InputError
from graphmodel.reading import Document, Place, read_bytes
from graphmodel.reading.document import Note, PlaceUnit
from graphmodel.reading.sheets import sheet as limits
from tests.reading.grids import grid
from tests.reading.zips import SHEET, book, sheet

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


def written(fill: Callable[[Workbook, Worksheet], None]) -> Document:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        fill(workbook, workbook.add_worksheet("分工表"))
    return read_bytes(buffer.getvalue(), "plan.xlsx")


def read(rows: str, behind: str = "", **members: str) -> Document:
    return read_bytes(book({SHEET: sheet(rows, behind), **members}), "plan.xlsx")


def error_of(data: bytes) -> tuple[str, dict[str, object]]:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "plan.xlsx")
    return caught.value.code, caught.value.details


def test_title_two_head_rows_groups_and_note() -> None:
    def fill(workbook: Workbook, page: Worksheet) -> None:
        page.merge_range("A1:E1", "附件2 霁岭县任务分解表")
        page.merge_range("A2:A3", "序号")
        page.merge_range("B2:B3", "类别")
        page.merge_range("C2:C3", "任务")
        page.merge_range("D2:E2", "责任分工")
        page.write_row("D3", ["牵头单位", "配合单位"])
        page.merge_range("B4:B5", "改革")
        page.write_row("A4", [1])
        page.write_row("C4", ["推进甲", "县发改局", "县财政局\n县税务局"])
        page.write_row("A5", [2])
        page.write_row("C5", ["推进乙", "县住建局"])
        page.merge_range("A6:E6", "注：牵头单位每季度报告")

    document = written(fill)
    lines = document.text.splitlines()
    assert (lines[0], lines[-1]) == ("附件2 霁岭县任务分解表", "注：牵头单位每季度报告")
    assert grid(document) == [
        ["序号", "类别", "任务", "责任分工", "责任分工"],
        ["序号", "类别", "任务", "牵头单位", "配合单位"],
        ["1", "改革", "推进甲", "县发改局", "县财政局\n县税务局"],
        ["2", "改革", "推进乙", "县住建局", None],
    ]
    assert document.format == "xlsx"
    assert document.place(len(document.text)) == Place(PlaceUnit.SHEET, 1, "分工表")


def test_values_as_shown() -> None:
    day = datetime.datetime(2025, 6, 1, 13, 5)

    def fill(workbook: Workbook, page: Worksheet) -> None:
        codes = ('yyyy"年"m"月"', "yyyy/m/d", "yyyy-mm-dd hh:mm", '0"个工作日"', "0.0%")
        month, date, moment, days, share = (
            workbook.add_format({"num_format": code}) for code in codes
        )
        page.write_row("A1", ["甲", "乙", "丙", "丁", "戊", "己", "庚"])
        page.write_datetime("A2", day, month)
        page.write_datetime("B2", day, date)
        page.write_datetime("C2", day, moment)
        page.write_number("D2", 12, days)
        page.write_number("E2", 0.955, share)
        page.write_number("F2", 0.1 + 0.2)
        page.write_boolean("G2", True)

    assert grid(written(fill))[1] == [
        "2025年6月", "2025年6月1日", "2025年6月1日 13:05", "12个工作日", "95.5%", "0.3", "TRUE",
    ]  # fmt: skip


def test_days_counted_from_1904() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"date_1904": True}) as workbook:
        page = workbook.add_worksheet()
        code = workbook.add_format({"num_format": 14})
        page.write_datetime("A1", datetime.datetime(2025, 6, 30), code)
    assert read_bytes(buffer.getvalue(), "a").text == "2025年6月30日\n"


def test_rich_text_without_its_phonetics() -> None:
    strings = (
        "<sst><si><r><t>县发</t></r><r><t>改局</t></r><rPh><t>xian</t></rPh></si>"
        "<si><t>县_x0041_局_x0007_</t></si></sst>"
    )
    cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>'
    document = read(cells, **{"xl/sharedStrings.xml": strings})
    assert document.text.splitlines() == ["县发改局", "县A局"]


def test_cells_without_references_and_strings_of_their_own() -> None:
    rows = (
        '<row><c t="inlineStr"><is><t>任务</t></is></c><c t="str"><v>单位</v></c></row>'
        '<row r="3"><c r="B3" t="str"><v>丙</v></c><c t="str"><v>丁</v></c></row>'
    )
    document = read(rows)
    assert document.text.splitlines() == ["任务", "单位", "丙", "丁"]


def test_formula_without_value_and_error_are_noted() -> None:
    rows = (
        '<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><f>A1</f></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1"><f>1+1</f><v>2</v></c></row>'
    )
    document = read(rows)
    assert document.text.splitlines() == ["甲", "2"]
    assert document.notes == (
        Note("formula-without-value", 0, 0, "表!B1"),
        Note("cell-error", 0, 0, "表!C1"),
    )


def test_notes_are_few() -> None:
    rows = '<row><c t="str"><v>甲</v></c>' + "<c><f>A1</f></c>" * 1000 + "</row>"
    assert len(read(rows).notes) == 20


def test_sheets_that_are_not_shown_are_noted() -> None:
    parts = {
        f"xl/worksheets/sheet{n}.xml": sheet(f'<row><c t="str"><v>{n}号</v></c></row>')
        for n in (1, 2, 3, 4)
    }
    names = {"甲": "visible", "乙": "hidden", "丙": "veryHidden", "丁": "visible"}
    document = read_bytes(book(parts, names), "plan.xlsx")
    assert document.text.splitlines() == ["1号", "4号"]
    assert [(note.code, note.detail) for note in document.notes] == [
        ("hidden-sheet", "乙"),
        ("hidden-sheet", "丙"),
    ]
    assert document.place(document.text.index("4")) == Place(PlaceUnit.SHEET, 2, "丁")


def test_two_cells_at_the_far_ends() -> None:
    rows = (
        '<row r="1"><c r="A1" t="str"><v>甲</v></c></row>'
        '<row r="1048576"><c r="XFD1048576" t="str"><v>乙</v></c></row>'
    )
    merges = '<mergeCells><mergeCell ref="A1:XFD1048575"/><mergeCell ref="?"/></mergeCells>'
    start = time.process_time()
    assert read(rows, merges).text == "甲\n乙\n"
    assert time.process_time() - start < 1.0


def test_merged_ranges_that_overlap_without_bounds_are_ignored() -> None:
    columns = "ABCDEFGHIJ"
    rows = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{c}{row}"><v>7</v></c>' for c in columns) + "</row>"
        for row in range(1, 1001)
    )
    merges = "".join(
        f'<mergeCell ref="{c}{row}:XFD1048576"/>' for row in range(1, 1001) for c in columns
    )
    document = read(rows, f"<mergeCells>{merges}</mergeCells>")
    assert grid(document) == [["7"] * 10] * 1000


def test_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 100)
    data = book({SHEET: sheet("<row>" + "<c><v>1</v></c>" * 101 + "</row>")})
    assert error_of(data) == ("too_large", {})


def test_one_long_string_in_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 100_000)
    cells = "<row>" + '<c t="s"><v>0</v></c>' * 101 + "</row>"
    strings = f"<sst><si><t>{'长' * 1000}</t></si></sst>"
    data = book({SHEET: sheet(cells), "xl/sharedStrings.xml": strings})
    assert error_of(data) == ("too_large", {})


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({SHEET: "<worksheet><sheetData><row>"}, "damaged"),
        ({SHEET: "<!DOCTYPE x [<!ENTITY e 'a'>]><worksheet>&e;</worksheet>"}, "damaged"),
        ({SHEET: sheet(""), "xl/styles.xml": "<a>" * 100_000}, "damaged"),
        ({SHEET: "<a>" * 100_000 + "</a>" * 100_000}, "empty"),
        ({}, "empty"),
        ({SHEET: sheet("<row><c t='s'><v>-5</v></c><c t='s'><v>x</v></c></row>")}, "empty"),
    ],
)
def test_parts_that_nobody_wrote(members: dict[str, str], code: str) -> None:
    assert error_of(book(members))[0] == code


@pytest.mark.parametrize(
    ("value", "style", "words"),
    [("1e999", "0", ""), ("nan", "0", ""), ("-1", "1", "-1"), ("9e9", "1", "9000000000"),
     ("abc", "0", "abc"), ("5", "99999999999", "5"), ("45838", "1", "2025年6月30日")],
)  # fmt: skip
def test_numbers_that_are_none(value: str, style: str, words: str) -> None:
    styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    rows = f'<row><c t="str"><v>甲</v></c><c s="{style}"><v>{value}</v></c></row>'
    document = read(rows, **{"xl/styles.xml": styles})
    assert document.text.splitlines() == ["甲", *filter(None, [words])]


def test_every_truncation_is_an_error() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as workbook:
        page = workbook.add_worksheet()
        for row in range(300):
            page.write_row(row, 0, [row, f"任务{row * 7919}", "县发改局"])
    data = buffer.getvalue()
    assert len(data) > 10_000
    for cut in range(2048, len(data), 1024):
        assert error_of(data[:cut])[0] == "damaged"
