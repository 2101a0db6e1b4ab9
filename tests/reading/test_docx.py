"""Word documents: which words are read, and in which order."""

from __future__ import annotations

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import BlockKind, read_bytes
from graphmodel.reading.document import Place, PlaceUnit
from tests.reading.docx_parts import (
    cell,
    docx,
    in_list,
    level,
    lines,
    paragraph,
    read,
    run,
    style,
    table,
    use,
)
from tests.reading.zips import archive
from tests.rendering.docx import package, part

BOX = (
    '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:drawing><x xmlns="urn:shape">'
    "<w:txbxContent>{0}</w:txbxContent></x></w:drawing></mc:Choice><mc:Fallback><w:pict><x>"
    "<w:txbxContent>{0}</w:txbxContent></x></w:pict></mc:Fallback></mc:AlternateContent>"
)


def field(instruction: str, result: str = "") -> str:
    """The runs of a field."""
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run(result) if result else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def words(*runs: str) -> str:
    """The text of a document of one paragraph, without its line end."""
    return read(f"<w:p>{''.join(runs)}</w:p>").text.removesuffix("\n")


def test_gives_paragraphs_as_blocks_and_places() -> None:
    document = read(paragraph("总体要求") + paragraph("") + paragraph("主要任务"))
    assert document.format == "docx"
    assert document.text == "总体要求\n主要任务\n"
    assert [(block.kind, block.start, block.end) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, 0, 4),
        (BlockKind.PARAGRAPH, 5, 9),
    ]
    assert document.place(6) == Place(PlaceUnit.PARAGRAPH, 2)
    assert document.title is None


def test_row_of_a_table_is_a_place() -> None:
    body = paragraph("前") + table(cell("序号") + cell("任务"), cell("1") + cell("甲"))
    document = read(body + paragraph("后"))
    places = [document.place(document.text.index(word)).number for word in ("前", "序", "甲", "后")]
    assert places == [1, 2, 3, 4]


def test_heading_has_the_level_of_its_style() -> None:
    styles = style("h", '<w:outlineLvl w:val="1"/>') + style("deep", '<w:outlineLvl w:val="8"/>')
    body = "".join(
        paragraph("标题", properties)
        for properties in (
            '<w:pStyle w:val="h"/>',
            '<w:pStyle w:val="h"/><w:outlineLvl w:val="9"/>',
            '<w:outlineLvl w:val="0"/>',
            '<w:pStyle w:val="deep"/>',
            "",
        )
    )
    assert [block.level for block in read(body, styles=styles).blocks] == [2, None, 1, 6, None]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("县") + run("审批局"), "县审批局"),
        (f"<w:ins>{run('新')}</w:ins><w:moveTo>{run('移来')}</w:moveTo>{run('词')}", "新移来词"),
        (f"<w:del>{run('旧')}</w:del><w:moveFrom>{run('移走')}</w:moveFrom>{run('词')}", "词"),
        (f"<w:del><w:ins>{run('旧')}</w:ins></w:del>{run('词')}", "词"),
        (f"<w:hyperlink>{run('网')}</w:hyperlink><w:smartTag>{run('签')}</w:smartTag>", "网签"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:fldSimple>{run('域')}</w:fldSimple>", "域"),
        (field("PAGE", "3") + run("页"), "3页"),
        (field("DATE" + field("NUMPAGES", "9"), "今日"), "今日"),
        (field(r" eq \o\ac(○,12) ") + run("事项"), "⑫事项"),
        (run("前") + field("ADVANCE") + run("后"), "前后"),
        ("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t></w:r>", "一 二"),
        ("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r>", "一\n二"),
        ('<w:r><w:t>一</w:t><w:br w:type="page"/></w:r>', "一"),
        ("<w:r><w:t>12345</w:t><w:noBreakHyphen/><w:t>6</w:t></w:r>", "12345-6"),
        ("<w:r><w:t>一\n二</w:t></w:r>", "一 二"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F083"/></w:r>', "③"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t>事</w:t></w:r>', "事"),
        ('<w:r><w:sym w:font="宋体" w:char="25A1"/><w:t>是</w:t></w:r>', "□是"),
        ('<w:r><w:sym w:char="?"/><w:sym/><w:t>事</w:t></w:r>', "事"),
        (f"<w:r><w:ruby><w:rt>{run('yuè')}</w:rt><w:rubyBase>{run('樾')}</w:rubyBase>"
         "</w:ruby></w:r>", "樾"),
        (run("隐", "<w:vanish/>") + run("显", '<w:vanish w:val="0"/>'), "显"),
        ('<m:oMath xmlns:m="urn:m"><m:r><m:t>95%</m:t></m:r></m:oMath>', "95%"),
        ("<w:r><w:delText>旧</w:delText><w:annotationRef/></w:r>" + run("词"), "词"),
        ('<w:r><w:t xml:space="preserve">（牵头单位：</w:t></w:r>' + run("县审批局）"),
         "（牵头单位：县审批局）"),
    ],
)  # fmt: skip
def test_reads_the_words_that_are_printed(inside: str, text: str) -> None:
    assert words(inside) == text


def test_field_that_does_not_end_ends_with_its_paragraph() -> None:
    broken = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    stray = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    assert lines(broken + paragraph("总体要求") + stray + paragraph("主要任务")) == [
        "总体要求",
        "主要任务",
    ]


def test_styles_hide_text() -> None:
    hidden = style("p", "", "<w:rPr><w:vanish/></w:rPr>")
    hidden += style("r", "", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    shown = run("显", "<w:vanish w:val='false'/>")
    body = paragraph("隐", '<w:pStyle w:val="p"/>')
    named = run("隐", '<w:rStyle w:val="r"/>')
    body += f"<w:p>{named}{shown}</w:p>"
    body += f"<w:p><w:pPr><w:pStyle w:val='p'/></w:pPr>{run('隐')}{shown}</w:p>"
    assert lines(body, styles=hidden) == ["显", "显"]


def test_deleted_end_joins_paragraphs() -> None:
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('（牵头单位：')}</w:p>"
    assert lines(joined + paragraph("县审批局）")) == ["（牵头单位：县审批局）"]
    assert lines(joined) == ["（牵头单位："]
    assert lines(joined + table(cell("甲") + cell("乙"))) == ["（牵头单位：", "甲\t乙"]


def test_blocks_stand_inside_controls_and_changes() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('一')}</w:sdtContent></w:sdt>"
        f"<w:customXml><w:ins>{paragraph('二')}</w:ins></w:customXml>"
        f"<w:moveFrom>{paragraph('三')}</w:moveFrom>"
        f"<w:sdt><w:sdtContent>{table(cell('四') + cell('五'))}</w:sdtContent></w:sdt>"
    )
    assert lines(body) == ["一", "二", "四\t五"]


def test_text_box_follows_its_paragraph_once() -> None:
    box = BOX.format(paragraph("框中") + table(cell("甲") + cell("乙")))
    body = f"<w:p>{run('前半句')}<w:r>{box}</w:r>{run('后半句')}</w:p>" + paragraph("下一段")
    assert lines(body) == ["前半句后半句", "框中", "甲\t乙", "下一段"]


def test_text_box_stands_in_a_text_box() -> None:
    inner = f"<w:p>{run('外')}<w:r>{BOX.format(paragraph('内'))}</w:r></w:p>"
    assert lines(f"<w:p><w:r>{BOX.format(inner)}</w:r></w:p>") == ["外", "内"]


def test_notes_follow_the_body_in_the_order_of_the_text() -> None:
    reference = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    body = (
        f"<w:p>{run('甲')}{reference.format('footnote', 3)}{run('乙')}"
        f"{reference.format('endnote', 1)}{reference.format('footnote', 2)}"
        f"{reference.format('footnote', 3)}{reference.format('footnote', 9)}</w:p>"
    )
    footnotes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(words)}</w:footnote>'
        for number, words in ((0, "分隔线"), (2, "注二"), (3, "注三"))
    )
    endnotes = f'<w:endnote w:id="1">{paragraph("尾注")}</w:endnote>'
    found = lines(body + paragraph("丙"), footnotes=footnotes, endnotes=endnotes)
    assert found == ["甲乙", "丙", "注三", "注二", "尾注"]


def test_table_of_contents_is_left_out() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr>"
        f"<w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>"
    )
    styles = style("11", "", '<w:name w:val="toc 1"/>') + style(
        "1", "", '<w:name w:val="heading 1"/>'
    )
    line = paragraph("一、总体要求 1", '<w:pStyle w:val="11"/>')
    heading = paragraph("一、总体要求", '<w:pStyle w:val="1"/>')
    assert lines(control + line + heading, styles=styles) == ["一、总体要求"]


def test_strict_documents_are_read_alike() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"<w:body>{paragraph('事', in_list(1, 0))}</w:body>"
    numbering = f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}</w:abstractNum>'
    parts = {"document": body, "numbering": numbering + use(1)}
    data = package(
        {
            f"word/{name}.xml": part(name, inside).replace(transitional, strict)
            for name, inside in parts.items()
        }
    )
    assert read_bytes(data, "x.docx").text == "1.事\n"


def test_main_part_is_found_by_its_relationship() -> None:
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="urn:r"><Relationship Type="{}/officeDocument" Target="{}"/>'
        '<Relationship Type="{}/styles" Target="http://example.org" TargetMode="External"/>'
        "</Relationships>"
    )
    members = {
        "_rels/.rels": relations.format(types, "/Word/Document2.xml", types),
        "word/document2.xml": part("document", f"<w:body>{paragraph('正文')}</w:body>"),
        "word/styles.xml": part("styles", ""),
    }
    assert read_bytes(archive(members), "x.docx").text == "正文\n"


def test_relationships_may_be_missing() -> None:
    document = part("document", f"<w:body>{paragraph('正文')}</w:body>")
    assert read_bytes(archive({"word/document.xml": document}), "x.docx").text == "正文\n"


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"word/document1.xml": "<w/>"}, "damaged"),
        ({"word/document.xml": "<w"}, "damaged"),
        ({"word/document.xml": ""}, "damaged"),
        ({"word/document.xml": "<!DOCTYPE x []><x/>"}, "damaged"),
        ({"word/document.xml": "<x/>"}, "empty"),
        ({"word/document.xml": part("document", "<w:body><w:p/></w:body>")}, "empty"),
    ],
)
def test_damaged_documents_say_so(members: dict[str, str], code: str) -> None:
    with pytest.raises(InputError) as raised:
        read_bytes(archive(members), "x.docx")
    assert raised.value.code == code


def test_truncated_document_is_damaged() -> None:
    data = docx(paragraph("正文" * 1000))
    with pytest.raises(InputError) as raised:
        read_bytes(data[: len(data) // 2], "x.docx")
    assert raised.value.code == "damaged"
