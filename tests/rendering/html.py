"""A plan as a page of a government's website: menus before it, links and the host's words behind.

The page declares GB2312 and holds characters beyond it, as such pages do.
"""

from __future__ import annotations

from html import escape
from itertools import groupby

from tests.rendering.tables import Merged, merged_cells

_MENU = "".join(
    f'<li><a href="/{number}/index.html">{words}</a></li>'
    for number, words in enumerate(
        ("首页", "走进霁岭", "政务公开", "政策解读", "办事服务", "互动交流", "数据开放", "专题专栏")
    )
)
_RELATED = "".join(
    f'<li><a href="t{number}.html">县人民政府办公室关于第{number}批事项的通知</a>'
    f"<span>2024-0{number}-11</span></li>"
    for number in range(1, 6)
)
_PAGE = """<!DOCTYPE html>
<html><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>文件_霁岭县人民政府门户网站</title>
<meta name="ColumnName" content="县政府文件">
<style>.nav li {{ float: left }} table {{ border-collapse: collapse }}</style>
<script>var menu = ["一、首页", "（一）政务公开（县府办牵头）"];</script>
</head><body>
<div class="header"><a href="/"><img src="logo.png" alt="霁岭县人民政府"></a>
<div class="search"><form action="/s"><input name="q" value="请输入关键字"></form></div>
<div class="nav"><ul>{menu}</ul></div></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/2/">政务公开</a> &gt; 正文</div>
<div class="main"><div class="left"><div class="article">
<div class="info"><span>发布时间：2024-03-11 09:30</span>
<span>字体：[<a>大</a> <a>小</a>]</span></div>
<div class="content" id="zoom">
{body}
</div>
<div class="share"><a href="#">打印本页</a> <a href="#">关闭窗口</a></div></div>
<div class="related"><h3>相关文件</h3><ul>{related}</ul></div></div></div>
<div class="footer"><p>主办：霁岭县人民政府办公室　承办：霁岭县大数据中心</p>
<p>网站标识码：0000000000　联系我们　<a href="/map">网站地图</a></p></div>
</body></html>
"""


def render_html(text: str) -> bytes:
    """The page of a plan: a paragraph of it a `<p>`, its lines with tabs a `<table>`."""
    parts = []
    lines = filter(str.strip, text.splitlines())
    for in_table, group in groupby(lines, lambda line: "\t" in line):
        several = list(group)
        parts += [_table(several)] if in_table else [_paragraph(line) for line in several]
    page = _PAGE.format(menu=_MENU, related=_RELATED, body="\n".join(parts))
    return page.encode("gb18030")


def _paragraph(line: str) -> str:
    indent = "&emsp;" * 2
    return f'<p style="line-height: 2em">{indent}<span lang="zh">{escape(line.strip())}</span></p>'


def _table(lines: list[str]) -> str:
    rows = groupby(merged_cells(lines), lambda cell: cell.row)
    body = "\n".join(f"<tr>{''.join(map(_cell, cells))}</tr>" for _, cells in rows)
    return f"<table border=1><tbody>{body}</tbody></table>"


def _cell(cell: Merged) -> str:
    spans = f" colspan={cell.columns}" if cell.columns > 1 else ""
    spans += f" rowspan={cell.rows}" if cell.rows > 1 else ""
    return f"<td{spans}><p>{escape(cell.words.strip())}</p></td>"
