"""The lines of a page, and the grids of its tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.reading import BlockKind, Document, read_bytes
from graphmodel.reading.html.flow import flow
from graphmodel.reading.html.tree import parse


def lines(markup: str) -> list[str]:
    return [line.text for line in flow([parse(markup, "page")]).lines]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("<div>甲<br>乙<br/><br>丙</div>", ["甲", "乙", "丙"]),
        ("<p>甲<b>乙</b><span> 丙</span><font>丁</font></p>", ["甲乙 丙丁"]),
        ("<p>县税务局<o:p></o:p><st1:place>等</st1:place></p>", ["县税务局等"]),
        ("<p>县税务局、\r\n\t  县公安局</p>", ["县税务局、县公安局"]),
        ("<p>“一网\n通办”\n（甲）</p>", ["“一网通办”（甲）"]),
        ("<p>in\nEnglish 2024\n年</p>", ["in English 2024 年"]),
        ("<p>&nbsp;　第一章&nbsp;　总则　</p>", ["第一章 总则"]),
        ("<p>甲\u200b乙\ufeff丙&shy;丁</p>", ["甲乙丙丁"]),
        ("<pre>一、甲\n  二、乙</pre>", ["一、甲", "二、乙"]),
        ("<div style='white-space:pre'>甲\r\n乙</div>丙\n丁", ["甲", "乙", "丙丁"]),
        ("<ul><li>甲<li>乙</ul>丙<hr>丁", ["甲", "乙", "丙", "丁"]),
        ("<p>甲<!-- 乙 -->丙<?php x ?></p>", ["甲丙"]),
        ("<p>&lt;甲&gt; &#20057; &#x4E19; &amp;</p>", ["<甲> 乙 丙 &"]),
        ("甲\0乙", ["甲乙"]),
        ("<p>甲</b></i></p></div><p>乙", ["甲", "乙"]),
    ],
)  # fmt: skip
def test_lines(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


def test_elements_left_out_do_not_join_their_neighbours() -> None:
    page = parse("<p>甲</p><div>乙</div>丙", "page")
    left_out = [node for node in page.elements() if node.tag == "div"]
    assert [line.text for line in flow([page], without=left_out).lines] == ["甲", "丙"]


def read(markup: str) -> Document:
    return read_bytes(markup.encode(), "page")


def grids(document: Document) -> list[list[list[str | None]]]:
    return [
        [[None if cell is None else document.text[cell.start : cell.end] for cell in row]
         for row in table.grid()]
        for table in document.tables
    ]  # fmt: skip


def test_table_with_spans() -> None:
    document = read(
        "<p>附件。</p><table><caption>任务分解表</caption>"
        "<tr><th rowspan=2>序号<th colspan=2>分工"
        "<tr><th>牵头<th>配合"
        "<tr><td>1<td><p>县税务局</p><p>县公安局</p><td>"
        "</table><p>完。</p>"
    )
    assert grids(document) == [
        [
            ["序号", "分工", "分工"],
            ["序号", "牵头", "配合"],
            ["1", "县税务局\n县公安局", ""],
        ]
    ]
    (table,) = document.tables
    inside = document.text[table.start : table.end]
    assert inside == "序号\n分工\n牵头\n配合\n1\n县税务局\n县公安局"
    kinds = [block.kind for block in document.blocks]
    assert kinds == [BlockKind.PARAGRAPH] * 2 + [BlockKind.CELL] * 7 + [BlockKind.PARAGRAPH]


def test_rowspan_to_the_end_and_beyond() -> None:
    document = read("<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<td rowspan=9>丁<tr><td>戊</table>")
    assert grids(document) == [[["甲", "乙", None], ["甲", "丙", "丁"], ["甲", "戊", "丁"]]]


def test_spans_that_are_no_numbers() -> None:
    document = read("<table><tr><td colspan=x>甲<td rowspan='-2'>乙<tr><td>丙<td>丁</table>")
    assert grids(document) == [[["甲", "乙"], ["丙", "丁"]]]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>甲<td>乙</table>",
        "<table><tr><td>甲<tr><td>乙</table>",
        f"<table><tr><td>甲<td>乙<tr><td>{'正文。' * 500}<td>丙</table>",
        "<table></table>甲",
    ],
    ids=["one-row", "one-column", "article-in-a-cell", "empty"],
)
def test_layout_is_no_table(table: str) -> None:
    document = read(table)
    assert document.tables == ()
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_only_the_inner_table_holds_data() -> None:
    inner = "<table><tr><td>甲<td>乙</td></tr><tr><td>丙<td>丁</td></tr></table>"
    document = read(f"<table><tr><td>左<td>{inner}</td></tr><tr><td>下<td>右</td></tr></table>")
    assert grids(document) == [[["甲", "乙"], ["丙", "丁"]]]
    assert document.text.splitlines() == ["左", "甲", "乙", "丙", "丁", "下", "右"]


def test_table_that_ends_with_empty_cells() -> None:
    document = read("<table><tr><td>甲<td>乙<tr><td><td></table>")
    assert grids(document) == [[["甲", "乙"], ["", ""]]]
    assert all(cell.end <= len(document.text) for cell in document.tables[0].cells)


def test_table_of_empty_cells_is_none() -> None:
    assert read("<table><tr><td><td><tr><td><td></table>甲").tables == ()


def test_grid_of_monstrous_size_is_left_as_lines() -> None:
    document = read("<table><tr>" + "<td>甲" * 2_000 + "<tr><td>乙<td>丙" * 1_000)
    assert document.tables == ()
    assert len(document.blocks) == 4_000


PIECES = (
    "<p> </p> <div> </div> <table> </table> <tr> <td> <td/rowspan=2> <td/colspan=3> <br> <span> "
    "</span> <h2> </h2> <pre> </pre> <a/href=x> </a> 甲。 县税务局 \n &nbsp; 2024 <!--x--> "
    "发布日期：2024-1-2"
)


@given(st.lists(st.sampled_from(PIECES.split(" ")), max_size=40))
def test_offsets_hold_on_any_markup(pieces: list[str]) -> None:
    document = read("<p>方案</p>" + "".join(pieces))
    assert [
        document.text[block.start : block.end] for block in document.blocks
    ] == document.text.split("\n")
    for table in document.tables:
        assert 0 <= table.start < table.end <= len(document.text)
        for cell in table.cells:
            assert table.start <= cell.start <= cell.end <= len(document.text)
        assert len({len(row) for row in table.grid()}) == 1
