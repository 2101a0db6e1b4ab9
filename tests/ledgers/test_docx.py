"""Word documents: what python-docx reads in them, and what their markup says to Word."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.oxml.ns import qn

from graphmodel.ledgers.docx import to_docx
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.reports.wording import Language
from tests.ledgers.sample import ledger, titled


def opened(kind: LedgerKind, language: Language = Language.ZH, title: str = "精简") -> Any:
    return docx.Document(io.BytesIO(to_docx(ledger(kind, language, titled(title)))))


def test_headings_are_real_and_each_list_begins_a_page() -> None:
    document = opened(LedgerKind.UNITS)
    headed = [(p.style.name, p.text) for p in document.paragraphs if p.style.name != "Normal"]
    assert headed == [
        ("Title", "云岭县优化营商环境方案责任清单"),
        ("Heading 1", "县财政局责任清单"),
        ("Heading 1", "县审批局责任清单"),
        ("Heading 1", "各乡镇责任清单"),
    ]
    assert not any("--update" in p.text for p in document.paragraphs)  # only a workbook can
    lists = [p for p in document.paragraphs if p.style.name == "Heading 1"]
    assert all(p.paragraph_format.page_break_before for p in lists)


def test_tables_hold_every_row_below_a_head_that_repeats() -> None:
    document = opened(LedgerKind.UNITS)
    assert [len(table.rows) for table in document.tables] == [4, 3, 2, 3]
    for table in document.tables:
        marks = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None
                 for row in table.rows]  # fmt: skip
        assert marks == [True, *[False] * (len(marks) - 1)]
    cells = [cell.text for cell in document.tables[3].rows[2].cells]
    assert cells[:4] == ["2", "定期义务", "", "报送（向县审批局）"]


def test_pages_are_a4_across_and_numbered() -> None:
    document = opened(LedgerKind.TASKS)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    footer = section.footer._element
    assert [f.get(qn("w:instr")) for f in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    widths = [column.width.mm for column in document.tables[0].columns]
    assert abs(sum(widths) - 267) < 1
    assert max(widths) > 2 * min(widths)


def test_fonts_are_named_for_chinese_too() -> None:
    document = opened(LedgerKind.TASKS)
    for name in ("Normal", "Title", "Heading 1"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) in ("宋体", "黑体")
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_index_leads_to_the_lists() -> None:
    document = opened(LedgerKind.UNITS)
    body = document.element.body
    anchors = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert anchors == marks == ["list1", "list2", "list3"]


def test_characters_that_xml_cannot_hold_are_shown_as_such() -> None:
    document = opened(LedgerKind.TASKS, title="甲\x00\ud800乙")
    assert document.tables[0].rows[1].cells[2].text == "甲\ufffd\ufffd乙"
