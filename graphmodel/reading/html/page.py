"""A web page to the text of its article, with blocks, tables, title and metadata."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from graphmodel.reading.document import Block, BlockKind, Cell, Content, Table
from graphmodel.reading.html.article import find_article
from graphmodel.reading.html.flow import Flow, LaidOutTable, Line, flow
from graphmodel.reading.html.head import read_head
from graphmodel.reading.html.metadata import iso_date, read_metadata
from graphmodel.reading.html.tree import parse

Span = tuple[int, int]

_PROSE = 80
"""A line of so many characters, or with a full stop, is the article's text, not its head."""
_OUTLINE = re.compile(r"一、|第一[章节条部]|[（(]一[)）]|1\s?[.．、]")
"""How the first item of an outline begins."""
_WIDGET = re.compile(
    r"""(?:[\s|｜\[\]【】()（）·、/:：-]|
    打印|关闭|收藏|复制|分享|字体|字号|大|中|小|特大|默认|放大|缩小|
    本页|此页|本文|文章|窗口|页面|链接|到|微信|微博|新浪|腾讯|朋友圈|QQ空间|更多|
    返回|顶部|首页|上一页|列表|语音播报|朗读|无障碍|纠错|扫一扫|下载|
    在?手机上?(?:打开|查看|浏览)(?:当前页面?|本页|此页)?)++|
    (?:(?:上|下)一[篇条]|(?:您?(?:现在|当前)?的?|当前)位置|责任编辑|编辑|(?:信息|文章)?来源|
    (?:浏览|点击|阅读|访问)(?:次数|量|数|率))\s?[:：].*|
    .*(?:ICP备|网站标识码|公网安备|版权所有).*""",
    re.VERBOSE,
)
"""A line of nothing but the names of buttons, or one that is about the page or the site."""
_WIDGET_LENGTH = 100


def parse_page(markup: str, source: str) -> Content:
    """Read a decoded web page.

    The article's text has one block a line. White space within a line is one space; a line
    break of the source between two Chinese characters is none. Menus, buttons and the lines of
    metadata above the text are left out; the latter are in `metadata`.

    Args:
        markup: The page, or a fragment of one.
        source: The path as given, for messages.

    Raises:
        InputError: `too_large` or `unreadable`.
    """
    page = parse(markup, source)
    head = read_head(page)
    article = find_article(page)
    around = read_metadata(flow([page], without=article.roots).lines)
    inside = flow(article.roots, without=article.furniture)
    if not inside.lines:
        inside = flow([page])
    above = read_metadata(_above_prose(inside.lines))
    metadata = around.pairs | {k: v for k, v in above.pairs.items() if k not in around.pairs}
    dates = (head.published, metadata.get("发布日期"), metadata.get("成文日期"))
    text, blocks, tables = _assemble(inside, above.lines | _widgets(inside.lines))
    return Content(
        text=text,
        blocks=blocks,
        tables=tables,
        title=head.document_title(metadata.get("标题")),
        published=next((iso for value in dates if value and (iso := iso_date(value))), None),
        metadata=tuple(metadata.items()),
    )


def _above_prose(lines: Sequence[Line]) -> Sequence[Line]:
    """Give the lines before the first one that is running text or begins the outline."""
    for index, line in enumerate(lines):
        if "。" in line.text or len(line.text) >= _PROSE or _OUTLINE.match(line.text):
            return lines[:index]
    return lines


def _widgets(lines: Sequence[Line]) -> set[int]:
    return {
        index
        for index, line in enumerate(lines)
        if not line.in_table and len(line.text) <= _WIDGET_LENGTH and _WIDGET.fullmatch(line.text)
    }


def _assemble(
    read: Flow, dropped: Collection[int]
) -> tuple[str, tuple[Block, ...], tuple[Table, ...]]:
    """Join the lines that are kept, and give blocks and cells their offsets."""
    spans: list[Span] = []
    blocks: list[Block] = []
    position = 0
    for index, line in enumerate(read.lines):
        if index in dropped:
            spans.append((position, position))
            continue
        span = (position, position + len(line.text))
        spans.append(span)
        blocks.append(_block(line, span))
        position = span[1] + 1
    text = "\n".join(line.text for i, line in enumerate(read.lines) if i not in dropped)
    tables = (_table(laid_out, spans) for laid_out in read.tables)
    return text, tuple(blocks), tuple(table for table in tables if table)


def _block(line: Line, span: Span) -> Block:
    if line.in_table:
        return Block(BlockKind.CELL, *span)
    kind = BlockKind.PARAGRAPH if line.level is None else BlockKind.HEADING
    return Block(kind, *span, line.level)


def _table(laid_out: LaidOutTable, spans: Sequence[Span]) -> Table | None:
    """Give a table its offsets; None where no line of it is kept."""
    kept = [
        [spans[line] for line in lines if spans[line][0] < spans[line][1]]
        for _, lines in laid_out.cells
    ]
    if not any(kept):
        return None
    position = next(spans_of_cell[0][0] for spans_of_cell in kept if spans_of_cell)
    start = position
    cells = []
    for (place, _), found in zip(laid_out.cells, kept, strict=True):
        span = (found[0][0], found[-1][1]) if found else (position, position)
        position = span[1]
        cells.append(Cell(place.row, place.column, *span, place.row_span, place.column_span))
    return Table(start, position, tuple(cells))
