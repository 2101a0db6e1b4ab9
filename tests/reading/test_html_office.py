"""Pages that office programs write: Word's own markup, pages in one file, tables of Excel."""

from __future__ import annotations

import quopri

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import Document, read_bytes
from graphmodel.reading.html import archived
from tests.reading.grids import grid

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<!--[if gte mso 9]><xml><w:View>Print</w:View></xml><![endif]-->
<style><!-- @list l0:level1 {mso-level-text:"%1、"} --></style></head>
<body><div class=WordSection1>
<p class=MsoNormal><b>霁岭县实施方案</b><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>一、</span><![endif]><span>总体要求<o:p></o:p></span></p>
<p class=MsoNormal><!--[if !supportLists]--><span
style='mso-list:Ignore'>（一）</span><!--[endif]-->推进企业开办。<del>删去</del><ins>加入</ins><span
style='mso-hide:all'>隐藏</span>（牵头单位：县数据局；
配合单位：县税务局）<span style='mso-special-character:comment'>[甲1]</span></p>
<table><tr><td rowspan=2>序号</td><td colspan=2>责任</td></tr><tr><td>牵头</td><td>配合</td></tr>
<tr><td>1</td><td>县发改局</td><td>县财政局</td></tr></table>
<div style='mso-element:comment-list'><p>批注</p></div></div></body></html>"""
LINES = [
    "霁岭县实施方案",
    "一、总体要求",
    "（一）推进企业开办。加入（牵头单位：县数据局；配合单位：县税务局）",
]


def one_file(page: bytes, encoding: str = "quoted-printable", before: str = "") -> bytes:
    head = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=_b"\r\n\r\nx\r\n'
        f"{before}----=_b\r\nContent-Transfer-Encoding: {encoding}\r\n"
        'Content-Type: text/html; charset="gb2312"\r\n\r\n'
    )
    body = quopri.encodestring(page) if encoding == "quoted-printable" else page
    image = b"\r\n----=_b\r\nContent-Type: image/png\r\n\r\nAAAA\r\n----=_b--\r\n"
    return head.encode() + body + image


def assert_read(document: Document) -> None:
    assert document.text.splitlines()[:3] == LINES
    assert "批注" not in document.text
    assert grid(document) == [
        ["序号", "责任", "责任"],
        ["序号", "牵头", "配合"],
        ["1", "县发改局", "县财政局"],
    ]


def test_page_of_word_named_doc() -> None:
    document = read_bytes(WORD.encode("gb18030"), "plan.doc")
    assert document.format == "html"
    assert_read(document)


@pytest.mark.parametrize("encoding", ["quoted-printable", "8bit"])
def test_page_in_one_file_named_doc(encoding: str) -> None:
    style = "----=_b\r\nContent-Type: text/css\r\n\r\np {}\r\n"
    document = read_bytes(one_file(WORD.encode("gb18030"), encoding, style), "plan.doc")
    assert document.format == "mhtml"
    assert_read(document)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (one_file(b"")[:90] + b"----=_b--", "damaged"),
        (one_file(b" "), "empty"),
        (one_file(bytes(range(128, 256)) * 50), "not_text"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "damaged"),
    ],
)
def test_files_without_a_page(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "plan.mht")
    assert caught.value.code == code


def test_page_of_monstrous_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archived, "_MAX_PART_BYTES", 1000)
    with pytest.raises(InputError) as caught:
        read_bytes(one_file(b"<p>" + b"x" * 1000), "plan.mht")
    assert caught.value.code == "too_large"
