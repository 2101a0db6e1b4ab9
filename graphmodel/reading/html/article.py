"""Which part of a page is the article.

Government sites run on a few content management systems, whose containers have known names; on
other sites the article is where the characters stand that are in no link. What nobody reads as
part of the article (menus, share buttons, the choice of font size) is left out either way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeGuard

from graphmodel.reading.html.tree import Node, words

_UNSEEN_TAGS = words(
    "head script style noscript template iframe object embed svg canvas video audio map "
    "button input select textarea del"
)
_NAME_BREAK = re.compile(r"[-_]+")
_HIDDEN_STYLE = re.compile(
    r"display\s*+:\s*+none|visibility\s*+:\s*+hidden|mso-hide\s*+:\s*+all"
    r"|mso-(?:special-character|element)\s*+:\s*+(?:comment|header|footer)",
    re.IGNORECASE,
)
"""Styles of what is not shown, or in a page that Word wrote stands beside the text."""

_CONTAINERS = words(
    # TRS, VSB, Epoint, the State Council's site and WeChat, and names that many others share.
    "zoom zoomcon ucap-content trs_editor trs_uediter trs_ueditor trs_editor_view "
    "pages_content v_news_content vsb_content ewb-article-content js_content ivs_content "
    "article-content article_content articlecontent article-con article_con article-body "
    "news_content news-content newscontent detail-content detail_content "
    "xxgk_content zwgk_content xl_content info_content entry-content post-content"
)
"""Ids and classes of the element that holds an article and nothing else."""
_LOOSE_CONTAINERS = words("article content main-content maincontent con text detail")
"""Ids and classes of elements that hold the article, and often something beside it."""

_FURNITURE_TAGS = words("nav header footer aside menu dialog form")
_FURNITURE = words(
    "nav navbar navigation menu topnav breadcrumb breadcrumbs crumb crumbs dqwz mbx "
    "sidebar side aside footer foot copyright banner search searchbox sitemap links yqlj "
    "share bdshare bdsharebuttonbox bdsharebox sharebox socialshare print printer dayin "
    "fontsize zihao qrcode ewm erweima qr pager pagination prevnext pagebreak toolbar tools "
    "related xgxx xgwz xgzc xgjd xglj recommend tuijian comment comments"
)
"""Words in ids and classes of what stands around an article."""
_LISTS = words("ul ol dl div table section")
_LIST_LINKS = 4
_LIST_LINK_SHARE = 0.6
"""So many links, and so large a share of an element's characters in them, make it a menu."""
_BODY_SHARE = 0.5
"""Least share of the page's running text in the containers that are taken for its article."""
_LOOSE_SHARE = 0.8
_FRAGMENT_SHARE = 0.1
"""A container with less than this share of the largest one's text is a teaser of another page."""
_FURNITURE_SHARE = 0.2
"""With more than this share of the page's text an element is no furniture, whatever its name."""
_TABLE_PARTS = words("tr tbody thead tfoot")
_PARAGRAPHS = _TABLE_PARTS | words("p td th li")
_FRAMES = words("document html body form div section article main table tbody tr td center")

_CAPTION = 100
"""So many characters beside a short article may be a caption, a date, a source."""
_IMPRINT = re.compile(
    "备案|版权所有|技术支持|标识码|邮编|网站地图|联系我们|主办(?:单位)?[：:]|"
    "打印本页|关闭窗口|分享到|扫一扫|字体[：:]|返回顶部|[上下]一[篇条]"
)
_IMPRINT_LENGTH = 300
"""So short a text with one of these words is a site's imprint, or the buttons below an article."""

_HAN = re.compile("[\u3400-\u9fff]")
_SENTENCE_END = re.compile("[。；]")
_ATTACHMENT = re.compile(
    r"#|.*\.(?:pdf|docx?|wps|xlsx?|et|pptx?|ofd|zip|rar)$", re.IGNORECASE | re.DOTALL
)


@dataclass(slots=True)
class Measure:
    """What an element holds.

    Attributes:
        prose: Chinese characters outside links.
        linked: Chinese characters in links.
        links: Links to other pages.
        sentences: Full stops and semicolons outside links and in them.
        headings: Top headings that are no link.
    """

    prose: int = 0
    linked: int = 0
    links: int = 0
    sentences: int = 0
    headings: int = 0

    def add(self, below: Measure) -> None:
        """Count in what a child holds."""
        self.prose += below.prose
        self.linked += below.linked
        self.links += below.links
        self.sentences += below.sentences
        self.headings += below.headings


@dataclass(frozen=True, slots=True)
class Article:
    """The elements that hold the article, in order, and those to leave out wherever they are."""

    roots: list[Node]
    furniture: list[Node]


def find_article(page: Node) -> Article:
    """Find the article of a page, and empty what no reader sees (scripts, hidden elements).

    Containers with a known name are taken where they hold half of the page's running text. Else
    the search goes down from the page, or from a container with a common name, as long as one
    element holds all running text but a caption or two.
    """
    _empty_unseen(page)
    sizes = _measure(page)
    furniture = [node for node in page.elements() if _is_furniture(node, sizes, page)]
    sizes = _measure(page, furniture)
    roots = _known_containers(page, sizes)
    if roots:
        return Article(roots, furniture)
    furniture += [node for node in page.elements() if _is_link_list(sizes[id(node)], node)]
    sizes = _measure(page, furniture)
    return Article([_descend(_loose_container(page, sizes), sizes)], furniture)


def _empty_unseen(page: Node) -> None:
    sizes = _measure(page)
    half = sizes[id(page)].prose / 2
    for node in page.elements():
        hidden = "hidden" in node.attributes or _HIDDEN_STYLE.search(
            node.attributes.get("style", "")
        )
        # An article that a script shows later is hidden too.
        if node.tag in _UNSEEN_TAGS or (hidden and sizes[id(node)].prose <= half):
            node.children.clear()


def _measure(page: Node, without: Iterable[Node] = ()) -> dict[int, Measure]:
    """Measure all elements, by `id()`; those to leave out, and what is in them, count nothing."""
    left_out = {id(node) for node in without}
    sizes: dict[int, Measure] = {}
    for node in reversed(list(page.elements())):
        sizes[id(node)] = size = Measure()
        if id(node) in left_out or node.tag in _UNSEEN_TAGS:
            continue
        for child in node.children:
            if isinstance(child, Node):
                size.add(sizes[id(child)])
            else:
                size.prose += len(_HAN.findall(child))
                size.sentences += len(_SENTENCE_END.findall(child))
        if node.tag == "a" and not _ATTACHMENT.match(node.attributes.get("href", "#")):
            size.linked, size.prose, size.links = size.linked + size.prose, 0, 1
        size.headings += node.tag == "h1" and size.prose > 0
    return sizes


def _is_furniture(node: Node, sizes: dict[int, Measure], page: Node) -> bool:
    size = sizes[id(node)]
    if size.prose > _FURNITURE_SHARE * sizes[id(page)].prose:
        return False
    if node.tag in _FURNITURE_TAGS:
        # An article has a header too; its heading is no link, as a site's name is.
        return not (node.tag == "header" and size.headings)
    return any(
        name in _FURNITURE or not _FURNITURE.isdisjoint(_NAME_BREAK.split(name))
        for name in node.names()
    )


def _is_link_list(size: Measure, node: Node) -> bool:
    return (
        node.tag in _LISTS
        and size.links >= _LIST_LINKS
        and size.linked >= _LIST_LINK_SHARE * (size.linked + size.prose)
        and size.sentences == 0
    )


def _known_containers(page: Node, sizes: dict[int, Measure]) -> list[Node]:
    """Give the outermost containers with a known name that together hold the page's text."""
    found: list[Node] = []
    stack = [page]
    while stack:
        node = stack.pop()
        if sizes[id(node)].prose and not _CONTAINERS.isdisjoint(node.names()):
            found.append(node)
        else:
            stack.extend(child for child in reversed(node.children) if isinstance(child, Node))
    largest = max((sizes[id(node)].prose for node in found), default=0)
    found = [node for node in found if sizes[id(node)].prose >= _FRAGMENT_SHARE * largest]
    held = sum(sizes[id(node)].prose for node in found)
    return found if held >= _BODY_SHARE * sizes[id(page)].prose else []


def _loose_container(page: Node, sizes: dict[int, Measure]) -> Node:
    """Give the smallest container with a common name that holds nearly all text, or the page."""
    least = _LOOSE_SHARE * sizes[id(page)].prose
    best = page
    for node in page.elements():
        named = node.tag in ("article", "main") or not _LOOSE_CONTAINERS.isdisjoint(node.names())
        if named and least <= sizes[id(node)].prose <= sizes[id(best)].prose:
            best = node
    return best


def _descend(node: Node, sizes: dict[int, Measure]) -> Node:
    """Go down while one child holds all running text but what may be left behind."""
    whole = node
    while True:
        if node.tag not in _TABLE_PARTS:
            whole = node
        frames = [child for child in node.children if _is_frame(child)]
        inner = max(frames, key=lambda child: sizes[id(child)].prose, default=None)
        if inner is None or not sizes[id(inner)].prose or not _is_alone(node, inner, sizes):
            return whole
        node = inner


def _is_frame(child: Node | str) -> TypeGuard[Node]:
    return isinstance(child, Node) and child.tag in _FRAMES


def _is_alone(node: Node, inner: Node, sizes: dict[int, Measure]) -> bool:
    """Whether all other children of an element may be left behind.

    Before the article stand captions, rows of links and tables of metadata; after it the
    article's own signature or annex may stand, so there only menus and the site's imprint go.
    """
    limit = max(_CAPTION, _FRAGMENT_SHARE * sizes[id(inner)].prose)
    before = True
    for child in node.children:
        if child is inner:
            before = False
        elif isinstance(child, str):
            if _HAN.search(child):
                return False
        elif (size := sizes[id(child)]).prose:
            if size.sentences or (child.tag in _PARAGRAPHS and size.linked <= size.prose):
                return False
            caption = before and size.prose <= limit
            if not (caption or size.linked > size.prose or _is_imprint(child, size)):
                return False
    return True


def _is_imprint(node: Node, size: Measure) -> bool:
    return size.prose <= _IMPRINT_LENGTH and bool(_IMPRINT.search(node.text()))
