"""Elements of WordprocessingML, found by their names alone.

Strict documents differ from transitional ones in the namespace (ECMA-376 part 4), and in nothing
that is read here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphmodel.reading.markup import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset(
    {
        *("ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag"),
        *("hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase"),
    }
)
"""Elements around others that are read as if they were not there. Of a ruby only its base is."""
_LEFT_OUT = frozenset({"del", "moveFrom"})
_OFF = frozenset({"0", "false", "off"})
_LONGEST_INTEGER = 11
_CONTENTS = "table of contents"


def pieces(parent: _Element) -> Iterator[_Element]:
    """Give the children of an element in order, those of wrappers in the place of the wrapper.

    What tracked changes delete or move away is left out, and so is a table of contents. Of
    alternatives the first is given: the one that Word itself takes.
    """
    stack = [*parent.iterchildren(reversed=True)]
    while stack:
        element = stack.pop()
        name = local_name(element.tag)
        if name == "AlternateContent":
            stack += _chosen(element)
        elif name in _WRAPPERS:
            if name != "sdt" or not _is_contents(element):
                stack += element.iterchildren(reversed=True)
        elif name not in _LEFT_OUT:
            yield element


def _chosen(alternatives: _Element) -> Iterator[_Element]:
    first = next(alternatives.iterchildren("{*}Choice", "{*}Fallback"), None)
    return iter(()) if first is None else first.iterchildren(reversed=True)


def _is_contents(control: _Element) -> bool:
    gallery = below(control, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and (value(gallery) or "").lower() == _CONTENTS


def boxes(drawing: _Element) -> Iterator[_Element]:
    """Give the contents of the text boxes in a drawing; of a box in a box the outer one."""
    stack = [drawing]
    while stack:
        element = stack.pop()
        if local_name(element.tag) == "txbxContent":
            yield element
        else:
            stack += reversed([*pieces(element)])


def below(element: _Element | None, *names: str) -> _Element | None:
    """Give the first child of a name, of that the first of the next name, and so on."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren("{*}" + name), None)
    return element


def value(element: _Element, name: str = "val") -> str | None:
    """Give an attribute; attributes stand in the namespace of their element."""
    return element.get(element.tag[: element.tag.find("}") + 1] + name)


def integer(element: _Element | None, name: str = "val") -> int | None:
    """Give an attribute as a number; None where there is none, or one beyond all sense."""
    text = "" if element is None else (value(element, name) or "").strip()
    digits = text.removeprefix("-")
    return int(text) if digits.isdecimal() and len(text) <= _LONGEST_INTEGER else None


def is_on(element: _Element | None) -> bool | None:
    """Whether a property that can be on or off is on; None where it is not stated."""
    return None if element is None else value(element) not in _OFF
