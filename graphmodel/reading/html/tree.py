"""A web page as a tree of plain nodes, whatever the state of its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graphmodel.model.errors import InputError

MAX_PAGE_BYTES = 16 << 20
"""Largest page that is parsed, images left out. A page that is all tags takes 100 times that."""
MAX_DEPTH = 2_000
"""Deepest nesting that is read. Pages stay under 100; each stray end tag costs the parser a walk
up all open elements, so without a limit deep markup would take quadratic time."""

_CHUNK_BYTES = 1 << 16
_LONG_TAG = re.compile(r"<[^<>]{65536,}+>?")
"""A tag of 64 KB: an image as a data URI, or damage. Nothing in it is read."""


def words(text: str) -> frozenset[str]:
    """Give the words of a text: a readable way to write down many names of tags or classes."""
    return frozenset(text.split())


@dataclass(eq=False, slots=True)
class Node:
    """An element: its tag and attributes in lower case, its text and elements in order."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    def elements(self) -> Iterator[Node]:
        """Give this element and all below it, in document order."""
        stack: list[Node] = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(child for child in reversed(node.children) if isinstance(child, Node))

    def text(self) -> str:
        """Give the text of this element with its white space collapsed."""
        parts: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                parts.append(item)
            else:
                stack.extend(reversed(item.children))
        return " ".join("".join(parts).split())

    def names(self) -> list[str]:
        """Give the id and the classes, in lower case."""
        both = f"{self.attributes.get('id', '')} {self.attributes.get('class', '')}"
        return both.lower().split()


class _Builder:
    """Takes the parser's events and builds nodes; libxml2 itself builds no tree.

    Without a tree of its own libxml2 has no limit of depth at which it would silently drop the
    rest of the page. The types are those of the stubs; under Python 3 lxml passes `str`.
    """

    def __init__(self) -> None:
        self.root = Node("document", {})
        self.depth_seen = 0
        self._open = [self.root]

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        node = Node(str(tag), {str(key): str(value) for key, value in attrib.items()})
        self._open[-1].children.append(node)
        self._open.append(node)
        self.depth_seen = max(self.depth_seen, len(self._open))

    def end(self, tag: str | bytes) -> None:
        self._open.pop()

    def data(self, data: str | bytes) -> None:
        self._open[-1].children.append(str(data))

    def comment(self, text: str | bytes) -> None:
        """Comments are not read."""

    def close(self) -> Node:
        return self.root


def parse(text: str, source: str) -> Node:
    """Parse a page or a fragment of one; broken markup is mended as libxml2 mends it.

    Args:
        text: The decoded page. NULs are left out, as browsers do.
        source: The path as given, for messages.

    Returns:
        A root above `html`; without children where there is nothing in the page.

    Raises:
        InputError: `too_large`, or `unreadable` where elements are nested deeper than on any
            page that people wrote.
    """
    from lxml import etree

    data = _LONG_TAG.sub("", text.replace("\0", "")).encode("utf-8", "replace")
    if len(data) > MAX_PAGE_BYTES:
        raise InputError(source, "too_large", limit=MAX_PAGE_BYTES, format="html")
    builder = _Builder()
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, target=builder)
    for start in range(0, len(data), _CHUNK_BYTES):
        parser.feed(data[start : start + _CHUNK_BYTES])
        if builder.depth_seen > MAX_DEPTH:
            raise InputError(source, "unreadable", format="html", reason="nesting")
    if data:
        parser.close()
    return builder.root
