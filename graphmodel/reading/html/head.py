"""The title and the date that a page states in its `meta` elements, headings and `title`.

ArticleTitle and PubDate are the names that the State Council's guide to government websites of
2017 (政府网站发展指引) asks for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graphmodel.reading.html.tree import Node

_PARTS = re.compile(r"\s?(?:[_|｜»«]|--+)\s?|\s[-–—>]\s|-(?=[^-]*+(?<=[网站府台户])$)")
"""What stands between a document's title and the names of columns and the site."""
_SITE = re.compile(r"(?:网|网站|门户|平台|人民政府|欢迎您|首页)$")
_HAN = re.compile("[\u4e00-\u9fff]")
_MIN_TITLE = 6
"""Fewest Chinese characters of a heading that is a document's title and not a column's name."""


@dataclass(slots=True)
class Head:
    """What a page says of itself outside its text.

    Attributes:
        title: The content of `title`, site name and all.
        metas: Contents of `meta` elements by their names in lower case; the first of each name.
        headings: The texts of `h1` elements that are no links.
    """

    title: str = ""
    metas: dict[str, str] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)

    @property
    def published(self) -> str | None:
        """The date of publication as a `meta` element has it, with the time of day or without."""
        return self.metas.get("pubdate") or self.metas.get("firstpublishedtime")

    def document_title(self, printed: str | None) -> str | None:
        """Choose the document's title.

        Args:
            printed: The title that the page's table of metadata gives, if any.

        Returns:
            The first there is of: ArticleTitle, the table's title, a top heading, `title`
            without the names of columns and site.
        """
        return self.metas.get("articletitle") or printed or self._heading() or self._from_title()

    def _heading(self) -> str | None:
        titles = [text for text in self.headings if len(_HAN.findall(text)) >= _MIN_TITLE]
        in_title = (text for text in titles if text in self.title)
        return next(in_title, titles[0] if titles else None)

    def _from_title(self) -> str | None:
        longest = max(_PARTS.split(self.title), key=len)
        if len(_HAN.findall(longest)) < _MIN_TITLE or _SITE.search(longest):
            return None
        return longest


def read_head(page: Node) -> Head:
    """Read `title`, `meta` and `h1` elements, wherever they stand."""
    head = Head()
    for node in page.elements():
        if node.tag == "meta":
            name = node.attributes.get("name", "").strip().lower()
            content = " ".join(node.attributes.get("content", "").split())
            if name and content:
                head.metas.setdefault(name, content)
        elif node.tag == "title" and not head.title:
            head.title = node.text()
        elif node.tag == "h1" and not _is_link(node):
            head.headings.append(node.text())
    return head


def _is_link(heading: Node) -> bool:
    """Whether a heading is a link as a whole, as the name of a site is."""
    text = heading.text()
    return any(node.tag == "a" and node.text() == text for node in heading.elements())
