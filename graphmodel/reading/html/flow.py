"""The lines of a page as its reader sees them: one a block element, tables laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from graphmodel.reading.builder import INVISIBLE
from graphmodel.reading.html.layout import Placement, place_cells
from graphmodel.reading.html.tree import Node, words

_BLOCK_TAGS = words(
    "address article aside blockquote body br caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu "
    "nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
"""Elements that begin and end a line. All others, unknown ones too, run on within it."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}

_WIDE = "\u2010-\u2027\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003fffd"
_BREAK_BETWEEN_WIDE = re.compile(rf"(?<=[{_WIDE}])[ \t]*+[\r\n][ \t\r\n]*+(?=[{_WIDE}])")
"""CSS Text 3, 4.1.3: a line break of the source between wide characters is no space."""
_LINE_END = re.compile(r"\r\n?|\n")
_PRE_STYLE = re.compile(r"white-space\s*+:\s*+pre", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """One line: its text with single spaces, the level of a heading, and whether in a table."""

    text: str
    level: int | None = None
    in_table: bool = False


@dataclass(slots=True)
class LaidOutTable:
    """A table's cells in reading order, each with the range of lines that it holds."""

    cells: list[tuple[Placement, range]] = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """Lines in reading order, and the tables that some of them stand in."""

    lines: list[Line] = field(default_factory=list)
    tables: list[LaidOutTable] = field(default_factory=list)


@dataclass(slots=True)
class _End:
    """Marks on the stack where an element ends."""

    node: Node


def flow(roots: Iterable[Node], without: Iterable[Node] = ()) -> Flow:
    """Give the lines of some elements.

    Args:
        roots: The elements to read, in document order.
        without: Elements below them to leave out.
    """
    reader = _Reader({id(node) for node in without})
    for root in roots:
        reader.read(root)
    return reader.flow


class _Reader:
    """Walks elements in document order and gathers their lines."""

    def __init__(self, without: set[int]) -> None:
        self.flow = Flow()
        self._without = without
        self._buffer: list[str] = []
        self._level: int | None = None
        self._preformatted = 0
        self._placements: dict[int, Placement] = {}
        self._cell_start: int | None = None

    def read(self, root: Node) -> None:
        stack: list[Node | str | _End] = [root]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                self._take(item)
            elif isinstance(item, _End):
                self._leave(item.node)
            elif id(item) not in self._without:
                self._enter(item)
                stack.append(_End(item))
                stack.extend(reversed(item.children))
        self._end_line()

    def _take(self, text: str) -> None:
        if not self._preformatted:
            self._buffer.append(text)
            return
        for number, line in enumerate(_LINE_END.split(text)):
            if number:
                self._end_line()
            self._buffer.append(line)

    def _enter(self, node: Node) -> None:
        if node.tag in _BLOCK_TAGS:
            self._end_line()
        if node.tag in _HEADINGS:
            self._level = _HEADINGS[node.tag]
        if node.tag == "table":
            self._enter_table(node)
        if id(node) in self._placements:
            self._cell_start = len(self.flow.lines)
        self._preformatted += _is_preformatted(node)

    def _leave(self, node: Node) -> None:
        if node.tag in _BLOCK_TAGS:
            self._end_line()
        if node.tag in _HEADINGS:
            self._level = None
        if self._cell_start is not None and id(node) in self._placements:
            lines = range(self._cell_start, len(self.flow.lines))
            self.flow.tables[-1].cells.append((self._placements[id(node)], lines))
            self._cell_start = None
        self._preformatted -= _is_preformatted(node)

    def _enter_table(self, table: Node) -> None:
        placements = place_cells(table)
        if placements:
            self._placements.update(placements)
            self.flow.tables.append(LaidOutTable())

    def _end_line(self) -> None:
        text = _tidy("".join(self._buffer))
        self._buffer.clear()
        if text:
            self.flow.lines.append(Line(text, self._level, self._cell_start is not None))


def _is_preformatted(node: Node) -> bool:
    return node.tag == "pre" or bool(_PRE_STYLE.search(node.attributes.get("style", "")))


def _tidy(text: str) -> str:
    """Make single spaces of white space, no-break and ideographic spaces included."""
    return " ".join(_BREAK_BETWEEN_WIDE.sub("", INVISIBLE.sub("", text)).split())
