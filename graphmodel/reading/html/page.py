"""A web page to the text of its article, with blocks, tables, title and metadata."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from graphmodel.reading.document import Block, BlockKind, Cell, Table
from graphmodel.reading.html.article import find_article
from graphmodel.reading.html.flow import Flow, LaidOutTable, Line, flow
from graphmodel.reading.html.head import read_head
from graphmodel.reading.html.metadata import iso_date, read_metadata
from graphmodel.reading.html.tree import parse

Span = tuple[int, int]

_PROSE = 80
"""A line of so many characters, or with a full stop, is the article's text, not its head."""
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


@dataclass(frozen=True, slots=True)
class Page:
    """What reading a page gives; the fields are those of `Document`."""

    text: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    title: str | None
    published: str | None
    metadata: tuple[tuple[str, str], ...]


def parse_page(markup: str, source: str) -> Page:
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
    return Page(
        text=text,
        blocks=blocks,
        tables=tables,
        title=head.document_title(metadata.get("标题")),
        published=next((iso for value in dates if value and (iso := iso_date(value))), None),
        metadata=tuple(metadata.items()),
    )


def _above_prose(lines: Sequence[Line]) -> Sequence[Line]:
    """Give the lines before the first one that is running text."""
    for index, line in enumerate(lines):
        if "。" in line.text or len(line.text) >= _PROSE:
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
    tables = (_table(laid_out, spans, len(text)) for laid_out in read.tables)
    return text, tuple(blocks), tuple(table for table in tables if table.start < table.end)


def _block(line: Line, span: Span) -> Block:
    if line.in_table:
        return Block(BlockKind.CELL, *span)
    kind = BlockKind.PARAGRAPH if line.level is None else BlockKind.HEADING
    return Block(kind, *span, line.level)


def _table(laid_out: LaidOutTable, spans: Sequence[Span], length: int) -> Table:
    cells = tuple(
        Cell(
            place.row,
            place.column,
            *_cover(lines, spans, length),
            place.row_span,
            place.column_span,
        )
        for place, lines in laid_out.cells
    )
    return Table(cells[0].start, max(cell.end for cell in cells), cells)


def _cover(lines: range, spans: Sequence[Span], length: int) -> Span:
    """Give the span of a cell's lines; without a line that is kept, an empty one in place."""
    kept = [spans[index] for index in lines if spans[index][0] < spans[index][1]]
    if kept:
        return kept[0][0], kept[-1][1]
    start = spans[lines.start][0] if lines.start < len(spans) else length
    return min(start, length), min(start, length)
