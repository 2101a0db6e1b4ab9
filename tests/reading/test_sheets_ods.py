"""OpenDocument workbooks."""

from __future__ import annotations

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import Document, read_bytes
from graphmodel.reading.document import Note
from tests.reading.grids import grid
from tests.reading.zips import archive

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
    ]
)  # fmt: skip
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def workbook(tables: str, styles: str = "", **members: str) -> bytes:
    content = (
        f"<office:document-content {_NAMESPACES}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return archive({"mimetype": MIMETYPE, "content.xml": content, **members})


def read(rows: str) -> Document:
    return read_bytes(workbook(f'<table:table table:name="表">{rows}</table:table>'), "plan.ods")


def row(*cells: str, times: int = 1) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'
    )


def cell(words: str = "", attributes: str = "") -> str:
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in words.split("\n") if line)
    return f"<table:table-cell {attributes}>{paragraphs}</table:table-cell>"


COVERED = "<table:covered-table-cell><text:p>没有</text:p></table:covered-table-cell>"


def test_merged_cells_lines_and_repeats() -> None:
    document = read(
        row(cell("任务分解表", 'table:number-columns-spanned="3"'), COVERED, COVERED)
        + row(cell("序号"), cell("任务"), cell("单位"))
        + row(cell("1"), cell("甲<text:s/>乙\n丙<text:line-break/>丁"),
              cell("县发改局", 'table:number-rows-spanned="2"'))
        + row(cell("2"), cell("戊"), COVERED)
        + row(cell(), times=1_048_571)
    )  # fmt: skip
    assert document.format == "ods"
    assert document.text.splitlines()[0] == "任务分解表"
    assert grid(document) == [
        ["序号", "任务", "单位"],
        ["1", "甲 乙\n丙\n丁", "县发改局"],
        ["2", "戊", "县发改局"],
    ]


def test_repeated_cells_are_filled() -> None:
    document = read(row(cell("甲", 'table:number-columns-repeated="2"'), cell("乙"), times=2))
    assert grid(document) == [["甲", "甲", "乙"]] * 2


def test_dates_are_written_out_and_errors_noted() -> None:
    day = 'office:value-type="date" office:date-value='
    document = read(
        row(cell("6/30/25", f'{day}"2025-06-30"'), cell("2025年6月", f'{day}"2025-06-01"'),
            cell("1:05", f'{day}"2025-06-30T13:05:00"'), cell("30/6", f'{day}"soon"'),
            cell("#REF!", 'office:value-type="error"'))
    )  # fmt: skip
    assert document.text.splitlines() == [
        "2025年6月30日",
        "2025年6月",
        "2025年6月30日 13:05",
        "30/6",
    ]
    assert document.notes == (Note("cell-error", 0, 0, "表!E1"),)


def test_comments_are_left_out() -> None:
    comment = "<office:annotation><text:p>批注</text:p></office:annotation>"
    assert read(row(f"<table:table-cell>{comment}<text:p>甲</text:p></table:table-cell>")).text == (
        "甲\n"
    )


def test_hidden_sheet() -> None:
    style = (
        '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    )
    tables = "".join(
        f'<table:table table:name="{name}" table:style-name="{look}">'
        f"{row(cell(name))}</table:table>"
        for name, look in (("甲", "v"), ("乙", "h"))
    )
    document = read_bytes(workbook(tables, style), "plan.ods")
    assert (document.text, document.names) == ("甲\n", ("甲",))
    assert document.notes == (Note("hidden-sheet", 2, 2, "乙"),)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (workbook("", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "encrypted"),
        (workbook(""), "empty"),
        (archive({"mimetype": MIMETYPE, "content.xml": ""}), "damaged"),
        (
            workbook(
                '<table:table table:name="x">'
                + row(cell("9", 'table:number-columns-repeated="16384"'), times=1_048_576)
                + "</table:table>"
            ),
            "too_large",
        ),
    ],
)
def test_files_that_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "plan.ods")
    assert caught.value.code == code
