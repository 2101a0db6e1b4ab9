"""What the styles of a document say about numbers, headings and hidden text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.reading.docx.elements import below, integer, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTENTS = re.compile(r"toc (?:\d|heading)|contents \d|contents heading|wpsoffice手动目录.*", re.I)
"""Names of the styles of a table of contents: those of Word, LibreOffice and WPS."""


class Style(NamedTuple):
    """Properties of a style, or of a paragraph together with those of its style.

    Attributes:
        number: The list that numbers the paragraph; 0 for none.
        depth: Its level in the list, 0 for the first.
        linked: Names of the styles that may be linked with a level of the list.
        outline: 0 to 8 for headings of level 1 to 9; 9 for body text.
        is_hidden: Whether the text is hidden.
        is_contents: Whether it is a line of a table of contents.
    """

    number: int | None = None
    depth: int | None = None
    linked: tuple[str, ...] = ()
    outline: int | None = None
    is_hidden: bool | None = None
    is_contents: bool = False


class Styles:
    """The styles of a document by their identifiers."""

    def __init__(self, root: _Element | None) -> None:
        """Take the root of the part that holds the styles; None for a document without."""
        elements = [] if root is None else [*root.iterchildren("{*}style")]
        self._elements: Mapping[str | None, _Element] = {
            value(element, "styleId"): element for element in elements
        }
        self._default = next(map(_default_id, filter(_default_id, elements)), None)
        self._styles: dict[str | None, Style] = {None: Style()}

    def paragraph(self, properties: _Element | None) -> Style:
        """Give what a paragraph's properties (`w:pPr`) and its style say."""
        named = below(properties, "pStyle")
        inherited = self.style(self._default if named is None else value(named))
        return inherited if properties is None else _refined(inherited, properties, None)

    def is_hidden(self, properties: _Element | None, paragraph: Style) -> bool:
        """Whether the properties of a run (`w:rPr`) in a paragraph hide it."""
        if properties is None:
            return bool(paragraph.is_hidden)
        stated = is_on(below(properties, "vanish"))
        named = below(properties, "rStyle")
        if stated is None and named is not None:
            stated = self.style(value(named)).is_hidden
        return bool(paragraph.is_hidden if stated is None else stated)

    def style(self, name: str | None) -> Style:
        """Give a style together with those that it is based on, each of which counts once."""
        chain: list[str | None] = []
        while name not in self._styles and name in self._elements:
            self._styles[name] = Style()  # ends a circle
            chain.append(name)
            based_on = below(self._elements[name], "basedOn")
            name = None if based_on is None else value(based_on)
        style = self._styles.get(name, Style())
        for name in reversed(chain):
            style = self._styles[name] = self._based_on(style, self._elements[name], name)
        return style

    def _based_on(self, base: Style, element: _Element, name: str | None) -> Style:
        title = below(element, "name")
        style = _refined(base, below(element, "pPr"), name)
        hidden = is_on(below(element, "rPr", "vanish"))
        return style._replace(
            is_hidden=base.is_hidden if hidden is None else hidden,
            is_contents=title is not None and bool(_CONTENTS.fullmatch(value(title) or "")),
        )


def _default_id(element: _Element) -> str | None:
    is_default = value(element, "default") in ("1", "true", "on")
    is_default = is_default and value(element, "type") == "paragraph"
    return value(element, "styleId") if is_default else None


def _refined(base: Style, properties: _Element | None, name: str | None) -> Style:
    """Give a style with those of its properties replaced that `w:pPr` states."""
    numbering = below(properties, "numPr")
    number = integer(below(numbering, "numId"))
    depth = integer(below(numbering, "ilvl"))
    outline = integer(below(properties, "outlineLvl"))
    if name is not None:
        linked = (name, *(base.linked[-1:] if number is None else ()))
    else:
        linked = base.linked if depth is None else ()
    return base._replace(
        number=base.number if number is None else number,
        depth=base.depth if depth is None else depth,
        linked=linked,
        outline=base.outline if outline is None else outline,
    )
