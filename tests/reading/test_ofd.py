"""OFD files, as the standard allows them and as they should not be."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import ocr, read_bytes
from graphmodel.reading.document import Document, PlaceUnit
from graphmodel.reading.ofd import reader
from graphmodel.reading.ofd.strokes import strokes
from graphmodel.reading.ofd.values import numbers, steps
from tests.rendering.ofd import NAMESPACE, archive, content, package, render_ofd, rule, text_object

PARAGRAPH = (
    "（一）压缩企业开办时间。推行企业登记、公章刻制、社保登记“一窗办理”，企业开办时间"
    "压缩至1个工作日以内。（牵头单位：县行政审批服务局；配合单位：县公安局、县税务局）"
)
LINE = text_object("推进政务服务标准化。", 30, 50)
IMAGE = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="7"/>'


def read(data: bytes) -> Document:
    return read_bytes(data, "plan.ofd")


def text(*objects: str, template: str = " ", **files: bytes | str) -> str:
    """The text of a document of one page."""
    return read(package(["".join(objects)], template, files)).text


def code(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data)
    return caught.value.code


def document(pages: str, more: str = "") -> str:
    """The file that names the pages, each by its path."""
    named = "".join(f'<ofd:Page ID="1" BaseLoc="{page}"/>' for page in pages.split())
    return (
        f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea>{more}</ofd:CommonData>"
        f"<ofd:Pages>{named}</ofd:Pages></ofd:Document>"
    )


def entry(*roots: str) -> str:
    bodies = "".join(
        f"<ofd:DocBody><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>" for root in roots
    )
    return f"<ofd:OFD {NAMESPACE}>{bodies}</ofd:OFD>"


def test_pages_become_paragraphs() -> None:
    plan = "\n".join(f"{PARAGRAPH}（第{number}项）" for number in range(12))
    found = read(render_ofd(plan))
    assert found.text.splitlines() == plan.splitlines()
    assert (found.format, found.unit) == ("ofd", PlaceUnit.PAGE)
    assert len(found.starts) == 3
    assert [found.place(start).number for start in found.starts] == [1, 2, 3]


def test_rules_make_a_table() -> None:
    plan = "附件\n序号\t任务\t牵头单位\t配合单位\n1\t推行“一窗办理”\t县政务服务局\t县税务局"
    found = read(render_ofd(plan))
    (table,) = found.tables
    words = [[found.text[cell.start : cell.end] for cell in row if cell] for row in table.grid()]
    assert words == [line.split("\t") for line in plan.splitlines()[1:]]
    assert "附件\n序号\t任务" in found.text


def test_cell_over_two_rows_spans_them() -> None:
    lines = [rule(30, y, 120, 0) for y in (40, 60)] + [rule(70, 50, 80, 0)]
    lines += [rule(x, 40, 0, 20) for x in (30, 70, 150)]
    cells = [text_object("一、改革", 32, 48, 4), text_object("任务甲", 72, 48, 4)]
    found = read(package(["".join([*lines, *cells, text_object("任务乙", 72, 58, 4)])], " "))
    first, *others = found.tables[0].cells
    assert (first.row_span, found.text[first.start : first.end]) == (2, "一、改革")
    assert [found.text[cell.start : cell.end] for cell in others] == ["任务甲", "任务乙"]


def test_frame_around_text_is_no_table() -> None:
    frame = rule(20, 30, 170, 0) + rule(20, 60, 170, 0) + rule(20, 30, 0, 30) + rule(190, 30, 0, 30)
    found = read(package([LINE + frame], " "))
    assert not found.tables
    assert found.text == "推进政务服务标准化。\n"


@pytest.mark.parametrize(
    "deltas",
    [
        'DeltaX="g 9 5.64"',
        'DeltaX="5.64 g 7 5.64 5.64"',
        'DeltaX="5.64,5.64 5.64 5.64 5.64 5.64 5.64 5.64 5.64"',
        'DeltaX="g 999999999 5.64"',
        'DeltaX="g 9 5.64" DeltaY="g 9 0"',
        'Font="1"',
    ],
)
def test_distances_are_read_in_every_form(deltas: str) -> None:
    assert text(text_object("推进政务服务标准化。", 30, 50, deltas=deltas)) == (
        "推进政务服务标准化。\n"
    )


def test_characters_stand_where_they_are_drawn() -> None:
    objects = [
        text_object(character, 30 + 5.64 * place, 50)
        for place, character in sorted(enumerate("推进政务服务标准化"), key=lambda item: item[1])
    ]
    assert text(*objects) == "推进政务服务标准化\n"


def test_matrix_moves_and_scales() -> None:
    half = 'CTM="0.5 0 0 0.5 10 0"'
    below = text_object("后半句。", 30, 70, 11.28, half)
    above = text_object("前半句，", 40, 50)
    assert text(below, above) == "前半句，后半句。\n"


def test_page_on_its_side_is_turned() -> None:
    def sideways(words: str, x: float) -> str:
        return (
            f'<ofd:TextObject ID="1" Boundary="{x} 30 10 200" Size="5" CTM="0 1 -1 0 5 0">'
            f'<ofd:TextCode X="0" Y="0" DeltaX="g {len(words) - 1} 5">{words}</ofd:TextCode>'
            "</ofd:TextObject>"
        )

    assert text(sideways("第二行。", 100), sideways("第一行，", 110)) == ("第一行，第二行。\n")


def test_column_of_characters_is_one_word() -> None:
    down = text_object("改革任务", 30, 50, deltas='DeltaY="g 3 6"')
    assert text(down) == "改革任务\n"


def test_bold_by_drawing_twice_is_read_once() -> None:
    assert text(text_object("重点任务", 30, 50), text_object("重点任务", 30.2, 50)) == "重点任务\n"


def test_watermark_and_hidden_text_are_left_out() -> None:
    watermark = text_object("内部资料", 60, 150, 20, 'CTM="0.7 -0.7 0.7 0.7 0 0"')
    hidden = text_object("草稿", 30, 80, attributes='Visible="false"')
    outside = text_object("裁切标记", 300, 50)
    assert text(LINE, watermark, hidden, outside) == "推进政务服务标准化。\n"


def test_running_head_of_the_template_is_left_out() -> None:
    pages = [LINE + text_object(f"第{number}页的正文，只有这一行。", 30, 60) for number in range(4)]
    found = read(package(pages)).text
    assert "公报" not in found
    assert "第3页的正文" in found


def test_nested_blocks_are_read() -> None:
    assert text(f"<ofd:PageBlock><ofd:PageBlock>{LINE}</ofd:PageBlock></ofd:PageBlock>") == (
        "推进政务服务标准化。\n"
    )


@pytest.mark.parametrize(
    "path", ["/Doc_0/Document.xml", "doc_0\\DOCUMENT.XML", " Doc_0/./Document.xml "]
)
def test_paths_are_found_in_every_form(path: str) -> None:
    assert text(LINE, **{"OFD.xml": entry(path)}) == "推进政务服务标准化。\n"


def test_all_documents_are_read_and_missing_pages_passed_over() -> None:
    files: Mapping[str, str] = {
        "OFD.xml": entry("A/D.xml", "B/D.xml", "missing.xml"),
        "A/D.xml": document("1.xml 2.xml"),
        "A/1.xml": content(LINE),
        "B/D.xml": document("/B/1.xml"),
        "B/1.xml": content(text_object("二、完善工作机制。", 30, 50)),
    }
    found = read(archive(files))
    assert found.text == "推进政务服务标准化。\n二、完善工作机制。\n"
    assert len(found.starts) == 2


def test_damage_is_told() -> None:
    assert code(archive({"OFD.xml": entry("D.xml")})) == "damaged"
    assert code(archive({"OFD.xml": "<ofd"})) == "damaged"
    whole = package([LINE])
    assert code(whole[:300] + whole[400:]) == "damaged"
    assert (
        code(package([LINE], files={"Doc_0/Pages/Page_0/Content.xml": "<a><b></a>"})) == "damaged"
    )


def test_encrypted_package_is_told() -> None:
    assert code(package([LINE], files={"Encryptions.xml": "<a/>"})) == "encrypted"


def test_document_without_pages_is_empty() -> None:
    assert code(archive({"OFD.xml": entry("D.xml"), "D.xml": document("")})) == "empty"


@pytest.mark.parametrize(
    "objects",
    [
        '<ofd:TextObject Boundary="a b c d"><ofd:TextCode>字</ofd:TextCode></ofd:TextObject>',
        '<ofd:TextObject><ofd:TextCode X="1">字</ofd:TextCode></ofd:TextObject>',
        text_object("字", float("nan"), 5),
        text_object("字", 5, 5, 1e300),
        text_object("", 5, 5),
        '<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>L M 1 S x L 1e999 3 Z'
        "</ofd:AbbreviatedData></ofd:PathObject>",
        '<ofd:PathObject Boundary="0 0 9 9"/><ofd:TextObject Boundary="0 0 9 9"/>',
    ],
)
def test_broken_objects_spoil_nothing(objects: str) -> None:
    assert "推进政务服务标准化。" in text(objects, LINE)


def test_page_of_too_many_characters_is_refused() -> None:
    many = text_object("字", 5, 5, deltas='DeltaY="0"').replace("字", "字" * 250_000)
    assert code(package([many])) == "too_large"


def test_template_on_many_pages_is_counted_on_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_MARKS", 10_000)
    pages = " ".join(["Pages/Page_0/Content.xml"] * 6)
    more = '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
    files = {"Doc_0/Document.xml": document(pages, more)}
    assert code(package([LINE], text_object("字" * 2000, 5, 5), files)) == "too_large"


@pytest.mark.parametrize("picture", [b"", b"\x97JB2 not for us"])
def test_scan_that_cannot_be_read_is_noted(picture: bytes) -> None:
    found = read(
        scanned(
            [IMAGE, LINE + text_object("页码之外还有一整段的正文，足够长了。", 30, 70)], picture
        )
    )
    assert [(note.code, note.detail) for note in found.notes] == [("page-without-text", "1")]
    assert "推进政务服务标准化。" in found.text


def test_scan_without_the_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "is_available", lambda: False)
    assert code(scanned([IMAGE], b"")) == "needs_ocr"


@pytest.mark.slow
@pytest.mark.skipif(not ocr.is_available(), reason="the extra graphmodel[ocr] is not installed")
def test_scanned_page_is_recognised() -> None:
    from tests.rendering.images import draw_ofd

    (page,) = draw_ofd(package([LINE], " "), dpi=100)
    file = io.BytesIO()
    page.save(file, "JPEG")
    found = read(scanned([IMAGE], file.getvalue()))
    assert found.text == "推进政务服务标准化。\n"
    assert (found.certainty(0, len(found.text)) or 0) > 0.9


def scanned(pages: list[str], picture: bytes) -> bytes:
    """A document whose picture 7 is a file of these bytes."""
    resources = (
        f'<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image">'
        "<ofd:MediaFile>page.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>"
    )
    paths = " ".join(f"Pages/Page_{number}/Content.xml" for number in range(len(pages)))
    more = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
    files: dict[str, bytes | str] = {
        "Doc_0/Document.xml": document(paths, more),
        "Doc_0/DocumentRes.xml": resources,
        "Doc_0/Res/page.jpg": picture,
    }
    return package(pages, files=files)


def test_small_picture_is_no_scan() -> None:
    logo = IMAGE.replace("210 0 0 297", "20 0 0 20")
    assert not read(package([logo + LINE], " ")).notes


def test_values_are_bounded() -> None:
    assert numbers("1 2,3", 3) == (1.0, 2.0, 3.0)
    assert numbers("1 2", 3) is numbers("1 x 3", 3) is numbers("1 inf 3", 3) is None
    assert numbers(None, 1) is None
    assert steps("g 2 1.5 4", 9) == [1.5, 1.5, 4.0]
    assert steps("g -5 1 g x y 2", 9) == [2.0]
    assert len(steps("g 1e6 1", 7)) == 7


def test_paths_are_followed() -> None:
    from lxml import etree

    path = rule(10, 20, 30, 0).replace("M 0 0 L 30 0", "M 0 0 L 30 0 B 1 1 2 2 30 5 L 0 5 C")
    root = etree.fromstring(content(path).encode())
    assert list(strokes(root)) == [
        ((10, 20), (40, 20)),
        ((40, 25), (10, 25)),
        ((10, 25), (10, 20)),
    ]
