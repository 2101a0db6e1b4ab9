"""Web pages as a whole: article, title, metadata, offsets."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.reading import BlockKind, Document, read_bytes, read_document

BODY = """
<p align="center"><b>青禾县人民政府办公室<br>关于印发实施方案的通知</b></p>
<p>　　各乡镇，县直各部门：</p>
<h2>一、主要任务</h2>
<p>&nbsp;&nbsp;（一）<span>企业开办</span>。压减至1个
   工作日。（牵头单位：县行政审批局；配合单位：县税务局、
   县公安局）</p>
<p style="text-align:right">2024年3月5日</p>
"""
LINES = [
    "青禾县人民政府办公室",
    "关于印发实施方案的通知",
    "各乡镇，县直各部门：",
    "一、主要任务",
    "（一）企业开办。压减至1个工作日。（牵头单位：县行政审批局；配合单位：县税务局、县公安局）",
    "2024年3月5日",
]
MENU = "".join(f"<li><a href='/c{n}'>政务公开栏目</a></li>" for n in range(6))
FRAME = """<!DOCTYPE html><html><head>{head}</head><body>
<div class="header"><h1><a href="/">青禾县人民政府网站欢迎您</a></h1><ul>{menu}</ul></div>
<div class="where">您当前的位置：<a href="/">首页</a> &gt; 政府文件</div>
{article}
<div class="bottom"><p>主办：青禾县人民政府办公室</p><p>备案序号：00000000</p></div>
<script>var title = "一、假的";</script></body></html>"""


def read(markup: str) -> Document:
    return read_bytes(markup.encode(), "page.html")


def page(article: str, head: str = "<title>通知</title>") -> Document:
    return read(FRAME.format(head=head, article=article, menu=MENU))


def lines(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


@pytest.mark.parametrize(
    "article",
    [
        f'<div id="zoom">{BODY}</div>',
        f'<div class="view TRS_UEDITOR trs_web">{BODY}</div>',
        f'<div class="content"><div class="TRS_Editor">{BODY}</div></div>',
        f'<div class="v_news_content">{BODY}</div>',
        f'<div class="article">{BODY}</div>',
        f"<article>{BODY}</article>",
        f"<main><section>{BODY}</section></main>",
        f'<div class="x1"><div class="x2">{BODY}</div></div>',
        f"<table><tr><td>{BODY}</td></tr></table>",
        f'<form id="aspnetForm"><div>{BODY}</div><input value="搜索"></form>',
        f'<div id="zoom" style="display:none">{BODY}</div>',
    ],
)
def test_article_is_found(article: str) -> None:
    document = page(article)
    assert lines(document) == LINES
    assert document.text == "\n".join(LINES)


def test_blocks_have_kinds_and_levels() -> None:
    document = page(f'<div id="zoom">{BODY}</div>')
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, None),
        (BlockKind.PARAGRAPH, None),
        (BlockKind.PARAGRAPH, None),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, None),
        (BlockKind.PARAGRAPH, None),
    ]
    assert document.place(document.text.index("企业")).number == 5


def test_fragment_without_frame() -> None:
    assert lines(read(BODY)) == LINES


def test_article_in_several_containers() -> None:
    parts = BODY.split("<h2>")
    both = (
        f'<div class="TRS_Editor">{parts[0]}</div><hr><div class="TRS_Editor"><h2>{parts[1]}</div>'
    )
    assert lines(page(both)) == LINES


def test_widgets_within_the_article_are_left_out() -> None:
    widgets = """<div class="info">【字体：<a>大</a> <a>中</a> <a>小</a>】 打印 关闭</div>
    <div class="bdsharebuttonbox">分享到：<a href="#">微信</a></div>
    <p>扫一扫在手机打开当前页</p><p>责任编辑：某某</p>
    <p>上一篇：<a href="/1">关于开展检查的通知</a></p>
    <div style="DISPLAY: none">隐藏的字</div><div hidden>隐藏的字</div><noscript>无脚本</noscript>
    <select><option>选项</option></select><button>提交</button><textarea>意见</textarea>"""
    assert lines(page(f'<div id="zoom">{widgets}{BODY}{widgets}</div>')) == LINES


def test_side_column_is_left_out() -> None:
    side = f'<div class="side-bar"><h3>相关解读</h3><ul>{MENU}</ul></div>'
    assert lines(page(f'<div class="w"><div>{BODY}</div>{side}</div>')) == LINES


def test_attachments_stay() -> None:
    files = "".join(f'<p><a href="/f{n}.docx">附件{n}：任务分解表</a></p>' for n in range(1, 6))
    assert lines(page(f"<div><div>{BODY}{files}</div></div>")) == [
        *LINES,
        *(f"附件{n}：任务分解表" for n in range(1, 6)),
    ]


def test_table_after_the_text_stays() -> None:
    table = (
        "<table><tr><td>任务</td><td>单位</td></tr><tr><td>甲</td><td>县税务局</td></tr></table>"
    )
    document = page(f"<div class='a'><div class='b'>{BODY}</div>{table}</div>")
    assert lines(document) == [*LINES, "任务", "单位", "甲", "县税务局"]
    assert [block.kind for block in document.blocks[-4:]] == [BlockKind.CELL] * 4


def test_page_of_links_only_gives_the_links() -> None:
    assert lines(read(f"<ul>{MENU}</ul>")) == ["政务公开栏目"] * 6


METADATA_TABLE = """<table><tr><td><b>索 引 号：</b></td><td>0012/2024-7</td>
<td><b>主题分类：</b></td><td>综合政务</td></tr>
<tr><td>发文机关：</td><td>青禾县人民政府办公室</td><td>成文日期：</td><td>2024年3月5日</td></tr>
<tr><td>标　　题：</td><td colspan=3>关于印发实施方案的通知</td></tr>
<tr><td>发文字号：</td><td>青政办发〔2024〕3号</td><td>发布日期：</td><td>2024年03月08日</td></tr>
</table>"""
METADATA = (
    ("索引号", "0012/2024-7"),
    ("发文机关", "青禾县人民政府办公室"),
    ("成文日期", "2024年3月5日"),
    ("标题", "关于印发实施方案的通知"),
    ("发文字号", "青政办发〔2024〕3号"),
    ("发布日期", "2024年03月08日"),
)


@pytest.mark.parametrize(
    "article",
    [
        f'{METADATA_TABLE}<div id="zoom">{BODY}</div>',
        f'<div id="zoom">{METADATA_TABLE}{BODY}</div>',
        f"<div>{METADATA_TABLE}<div>{BODY}</div></div>",
    ],
)
def test_table_of_metadata(article: str) -> None:
    document = page(article)
    assert document.metadata == METADATA
    assert document.published == "2024-03-08"
    assert document.title == "关于印发实施方案的通知"
    assert lines(document) == LINES
    assert document.tables == ()


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("关于印发丙方案的通知_政府文件_青禾县人民政府", "关于印发丙方案的通知"),
        (
            "青禾县人民政府 | 关于印发丁方案（2021—2023年）的通知",
            "关于印发丁方案（2021—2023年）的通知",
        ),
        ("关于印发戊方案的通知-青禾县政府网", "关于印发戊方案的通知"),
        ("关于印发己方案的通知 - 公开 - 县政府", "关于印发己方案的通知"),
        ("关于印发COVID-19防控方案的通知", "关于印发COVID-19防控方案的通知"),
        ("青禾县人民政府门户网站", None),
        ("通知", None),
    ],
)
def test_title_without_the_names_of_site_and_column(content: str, title: str | None) -> None:
    assert page(f'<div id="zoom">{BODY}</div>', f"<title>{content}</title>").title == title


@pytest.mark.parametrize(
    ("head", "article", "title"),
    [
        ('<meta name="ArticleTitle" content=" 甲 的通知 ">', METADATA_TABLE, "甲 的通知"),
        ("<title>别的</title>", METADATA_TABLE, "关于印发实施方案的通知"),
        ("<title>关于甲的通知_县政府</title>", "<h1>关于乙的通知</h1>", "关于乙的通知"),
        (
            "<title>关于乙的通知_县政府</title>",
            "<h1>青禾县政府文件</h1><h1>关于乙的通知</h1>",
            "关于乙的通知",
        ),
        ("<title>关于甲的通知</title>", "<h1>政府文件</h1>", "关于甲的通知"),
    ],
)
def test_title_stated_in_several_places(head: str, article: str, title: str) -> None:
    assert page(f'{article}<div id="zoom">{BODY}</div>', head).title == title


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta name="PubDate" content="2024-03-09 10:11">', "2024-03-09"),
        ('<meta name="firstpublishedtime" content="2024-03-10-21:50:00">', "2024-03-10"),
        ('<meta name="PubDate" content="">', "2024-03-08"),
    ],
)
def test_date_of_publication(head: str, published: str) -> None:
    assert page(f'{METADATA_TABLE}<div id="zoom">{BODY}</div>', head).published == published


def test_top_heading_outside_the_article_is_title_only() -> None:
    title = "青禾县关于优化营商环境的通知"
    document = page(f'<h1>{title}</h1><div id="zoom">{BODY}</div>')
    assert document.title == title
    assert lines(document) == LINES


def test_header_of_the_article_stays() -> None:
    document = page(f"<article><header><h1>实施方案</h1></header>{BODY}</article>")
    assert lines(document) == ["实施方案", *LINES]


def test_declared_encoding_breaks_no_page() -> None:
    head = '<meta charset="utf-8">'
    markup = FRAME.format(head=head, article=f"<div>{BODY}</div>", menu=MENU)
    document = read_bytes(markup.encode("gb18030"), "page.html")
    assert (document.encoding, lines(document)) == ("gb18030", LINES)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "first", "number", "issued", "published"),
    [
        ("gwy-consumption-2018", "国务院办公厅关于深入开展消费扶贫", "国办发〔2018〕129号",
         "2018年12月30日", "2019-01-14"),
        ("zonghe-baoshuiqu-2019", "国务院关于促进综合保税区", "国发〔2019〕3号",
         "2019年01月12日", "2019-01-25"),
        ("wild/gwy-machinery-2018", "国务院关于加快推进农业机械化和", "国发〔2018〕42号",
         "2018年12月21日", "2018-12-29"),
    ],
)  # fmt: skip
def test_real_pages(
    shared: Path, name: str, first: str, number: str, issued: str, published: str
) -> None:
    document = read_document(shared / "documents" / f"{name}.html")
    found = lines(document)
    assert (found[0], found[2], found[-1]) == (first, number, "（此件公开发布）")
    assert (document.title or "").startswith(first)
    assert dict(document.metadata)["成文日期"] == issued
    assert dict(document.metadata)["发文字号"] == number
    assert document.published == published
    assert "扫一扫" not in document.text
    assert "索引号" not in document.text
