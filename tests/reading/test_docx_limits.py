"""Word documents that were made to hang their reader: read or refused, in little time."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from graphmodel.model.errors import InputError
from tests.reading.docx_parts import (
    cell,
    definition,
    in_list,
    level,
    lines,
    numbered,
    paragraph,
    read,
    style,
    table,
    use,
)

PATIENCE = 5.0
"""Seconds of processor time, many times what each document takes."""


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < PATIENCE


def test_refuses_deep_nesting() -> None:
    with pytest.raises(InputError) as raised:
        read("<w:ins>" * 100_000 + paragraph("甲") + "</w:ins>" * 100_000)
    assert raised.value.code == "damaged"


def test_reads_tables_in_tables_as_deep_as_xml_goes() -> None:
    opened, closed = f"<w:tbl><w:tr>{cell('外')}<w:tc>", "</w:tc></w:tr></w:tbl>"
    assert lines(opened * 80 + paragraph("内") + closed * 80) == ["外\t" + "外 " * 79 + "内"]


def test_reads_boxes_in_boxes_as_deep_as_xml_goes() -> None:
    opened, closed = "<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"
    assert lines(opened * 60 + paragraph("内") + closed * 60) == ["内"]


def test_no_cell_is_wider_than_in_word() -> None:
    span = '<w:gridSpan w:val="2147483647"/>'
    document = read(
        table(cell("甲", span) + cell("乙", span), cell("丙") + cell("丁", "<w:gridSpan/>"))
    )
    assert [place.column for place in document.tables[0].cells] == [0, 63, 0, 1]


def test_styles_may_be_based_on_themselves() -> None:
    styles = style("a", in_list(1), '<w:basedOn w:val="b"/>') + style(
        "b", "", '<w:basedOn w:val="a"/>'
    )
    numbering = definition(level(0, "decimal", "%1.")) + use(1)
    body = paragraph("甲", '<w:pStyle w:val="b"/>') + paragraph("乙", '<w:pStyle w:val="a"/>')
    assert lines(body, styles=styles, numbering=numbering) == ["1.甲", "2.乙"]


def test_long_chain_of_styles_is_read_once() -> None:
    chain = "".join(
        style(f"s{number}", "", f'<w:basedOn w:val="s{number - 1}"/>') for number in range(5_000)
    )
    body = paragraph("甲", '<w:pStyle w:val="s4999"/>') * 1_000
    assert lines(body, styles=chain) == ["甲"] * 1_000


def test_lists_may_refer_to_themselves() -> None:
    styles = "".join(style(f"s{n}", in_list(n), kind="numbering") for n in range(1_000))
    numbering = "".join(
        definition(f'<w:numStyleLink w:val="s{(n + 1) % 1_000}"/>', number=n) + use(n, of=n)
        for n in range(1_000)
    )
    body = "".join(numbered("甲", number=n) for n in range(1_000))
    assert lines(body, styles=styles, numbering=numbering) == ["甲"] * 1_000


def test_long_texts_around_a_number_are_cut() -> None:
    numbering = definition(level(0, "decimal", "%1" * 100_000, start=9)) + "".join(
        use(n) for n in range(1_000)
    )
    body = "".join(numbered("甲", number=n) for n in range(1, 1_000))
    found = lines(body, numbering=numbering)
    assert len(found) == 999
    assert max(map(len, found)) < 300


@pytest.mark.parametrize(
    ("start", "printed"),
    [("2147483648", "2147483648.甲"), ("-5", "0.甲"), ("9" * 20, "0.甲"), ("x", "0.甲")],
)
def test_numbers_beyond_sense_do_no_harm(start: str, printed: str) -> None:
    for number_format in ("decimal", "chineseCounting", "lowerRoman", "lowerLetter"):
        first = level(0, number_format, "%1.").replace(
            'w:start w:val="1"', f'w:start w:val="{start}"'
        )
        (found,) = lines(numbered("甲"), numbering=definition(first) + use(1))
        assert found.replace("〇", "0") == printed


def test_levels_beyond_the_ninth_number_nothing() -> None:
    numbering = definition(level(0, "decimal", "%1."), level(12, "decimal", "%1.")) + use(1)
    assert lines(numbered("甲", 12) + numbered("乙", -1), numbering=numbering) == ["甲", "乙"]


def test_note_is_printed_once_however_often_it_is_referred_to() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1"><w:p>{reference}<w:r><w:t>注</w:t></w:r></w:p></w:footnote>'
    body = f"<w:p><w:r><w:t>甲</w:t></w:r>{reference * 5_000}</w:p>"
    assert lines(body, footnotes=note) == ["甲", "注"]


def test_fields_in_fields_take_linear_time() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText></w:r>'
    assert lines(f"<w:p>{begin * 10_000}</w:p>" + paragraph("后")) == ["后"]
