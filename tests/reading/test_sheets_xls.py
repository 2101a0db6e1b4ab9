"""Workbooks before 2007: values as their cells show them, and files that nobody wrote so."""

from __future__ import annotations

import struct

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import Document, Place, read_bytes
from graphmodel.reading.document import Note, PlaceUnit
from graphmodel.reading.sheets import biff as reading
from tests.reading.biff import END, bof, label, merged, number, record, shared, text, workbook
from tests.reading.grids import grid
from tests.reading.ole import compound


def read(*sheets: tuple[str, int, bytes], formats: tuple[str, ...] = (), **more: bytes) -> Document:
    return read_bytes(workbook(sheets, formats, **more), "plan.xls")


def error_of(data: bytes) -> tuple[str, dict[str, object]]:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "plan.xls")
    return caught.value.code, caught.value.details


def test_table_with_merged_cells_and_title() -> None:
    cells = (
        label(0, 0, "霁岭县任务分解表")
        + label(1, 0, "序号") + label(1, 1, "任务") + label(1, 2, "牵头单位")
        + number(2, 0, 1) + label(2, 1, "甲\n乙") + label(2, 2, "县发改局")
        + number(3, 0, 2) + label(3, 1, "丙")
        + merged((0, 0, 0, 2), (2, 3, 2, 2))
    )  # fmt: skip
    document = read(("分工", 0, cells))
    assert document.format == "xls"
    assert document.text.splitlines()[0] == "霁岭县任务分解表"
    assert grid(document) == [
        ["序号", "任务", "牵头单位"],
        ["1", "甲\n乙", "县发改局"],
        ["2", "丙", "县发改局"],
    ]
    assert document.place(0) == Place(PlaceUnit.SHEET, 1, "分工")


def test_numbers_and_dates_as_shown() -> None:
    formats = ("0%", 'yyyy"年"m"月"', "yyyy/m/d", "0.00")
    packed = struct.pack("<HH", 0, 3) + struct.pack("<HI", 4, 125 << 2 | 3)
    packed += struct.pack("<HI", 0, (-7 & 0x3FFFFFFF) << 2 | 2) + struct.pack("<H", 4)
    cells = (
        number(0, 0, 0.95, 1) + number(0, 1, 45809, 2) + number(0, 2, 45838, 3)
        + record(0x00BD, packed)
        + record(0x027E, struct.pack("<HHHI", 1, 0, 0, 12 << 2 | 2))
        + record(0x0205, struct.pack("<HHHBB", 1, 1, 0, 1, 0)) + label(1, 2, "甲")
        + label(1, 3, "乙") + label(1, 4, "丙")
    )  # fmt: skip
    document = read(("表", 0, cells), formats=formats)
    assert grid(document) == [
        ["95%", "2025年6月", "2025年6月30日", "1.25", "-7"],
        ["12", "TRUE", "甲", "乙", "丙"],
    ]


def test_days_counted_from_1904() -> None:
    cells = number(0, 0, 45838 - 1462, 1) + label(0, 1, "甲")
    document = read(
        ("表", 0, cells), formats=("yyyy/m/d",), extra=record(0x0022, struct.pack("<H", 1))
    )
    assert document.text.splitlines() == ["2025年6月30日", "甲"]


def test_strings_that_run_over_records() -> None:
    first = struct.pack("<II", 3, 3) + text("序号") + struct.pack("<HB", 6, 1)
    first += "县发改".encode("utf-16-le")
    rest = b"\x00abc" + struct.pack("<HBH", 2, 1 | 8, 1) + "税务".encode("utf-16-le") + bytes(4)
    strings = record(0x00FC, first) + record(0x003C, rest)
    cells = b"".join(shared(0, column, column) for column in range(3)) + shared(0, 3, 9)
    assert read(("表", 0, cells), strings=strings).text.splitlines() == [
        "序号",
        "县发改abc",
        "税务",
    ]


def test_formulas() -> None:
    def formula(column: int, result: bytes) -> bytes:
        return record(0x0006, struct.pack("<HHH", 0, column, 0) + result + bytes(8))

    cells = (
        formula(0, struct.pack("<d", 3.0))
        + formula(1, b"\0\0\0\0\0\0\xff\xff") + record(0x0207, text("县财政局"))
        + formula(2, b"\1\0\0\0\0\0\xff\xff")
        + formula(3, b"\2\0\x07\0\0\0\xff\xff")
    )  # fmt: skip
    document = read(("表", 0, cells))
    assert document.text.splitlines() == ["3", "县财政局", "FALSE"]
    assert document.notes == (Note("cell-error", 0, 0, "表!D1"),)


def test_hidden_sheet_is_left_out_with_a_note() -> None:
    document = read(("甲", 0, label(0, 0, "方案")), ("乙", 1, label(0, 0, "密")))
    assert (document.text, document.names) == ("方案\n", ("甲",))
    assert document.notes == (Note("hidden-sheet", 3, 3, "乙"),)


def test_chart_within_a_sheet_is_passed_over() -> None:
    chart = bof(0x20) + label(0, 0, "图") + END
    assert read(("表", 0, label(0, 0, "甲") + chart + label(1, 0, "乙"))).text == "甲\n乙\n"


def test_cells_far_apart() -> None:
    cells = label(0, 0, "甲") + label(65535, 255, "乙") + merged((0, 65535, 0, 255))
    assert read(("表", 0, cells)).text == "甲\n乙\n"


def test_password() -> None:
    assert error_of(workbook([("表", 0, b"")], extra=record(0x002F, bytes(6)))) == ("encrypted", {})


@pytest.mark.parametrize("cut", [600, 700, 4096, 4700])
def test_truncated(cut: int) -> None:
    assert error_of(workbook([("表", 0, label(0, 0, "方案"))])[:cut])[0] in (
        "damaged",
        "unsupported_format",
    )


def test_sheet_that_starts_nowhere() -> None:
    sheet = record(0x0085, struct.pack("<IBB", 9, 0, 0) + text("表", "<B"))
    assert error_of(compound({"Workbook": bof(5) + sheet + END}))[0] == "damaged"


def test_record_shorter_than_its_kind() -> None:
    assert error_of(workbook([("表", 0, record(0x0203, b"\0\0\0"))]))[0] == "damaged"
    assert error_of(workbook([("表", 0, record(0x0205, bytes(6)))]))[0] == "damaged"


def test_sheets_that_are_one_and_the_same_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MAX_RECORDS", 1000)
    body = bof() + label(0, 0, "甲") * 100 + END
    start = len(bof(5)) + 100 * len(record(0x0085, bytes(6) + text("表", "<B"))) + len(END)
    sheet = record(0x0085, struct.pack("<IBB", start, 0, 0) + text("表", "<B"))
    data = compound({"Workbook": bof(5) + sheet * 100 + END + body})
    assert error_of(data) == ("too_large", {})
