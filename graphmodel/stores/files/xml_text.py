r"""Values in XML, without loss: what XML cannot hold is written as its number.

A control character, half a character and the like become `_xHHHH_`, as in the files of Office;
so does an underscore that would be read as the beginning of such a number. Line ends and tabs
are character references, for a reader of XML would change them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from graphmodel.model.schema import EdgeType, NodeType, Property

_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-F]{4})")
_PLAIN = re.compile(r"[^\x00-\x1f\ud800-\udfff\ufffe\uffff&<>\"_]*+")
"""A text that stands in XML as it is."""
_NUMBER = re.compile(r"_x([0-9A-F]{4})_")
_MARKUP = {ord(c): f"&#{ord(c)};" for c in "\t\n\r"} | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
}
_TYPES = {"int": "long", "float": "double", "bool": "boolean"}

_VALUES: dict[str, Callable[[str], Any]] = {
    "int": int,
    "float": float,
    "bool": lambda text: {"true": True, "false": False}[text],
    "strings": lambda text: tuple(json.loads(text)),
}

Name = tuple[str, str]
"""Name and type in XML of an attribute; one name may have several types."""


def type_of(p: Property) -> str:
    """The type of a property, by the word that both GraphML and GEXF have for it."""
    return _TYPES.get(p.type, "string")


def names_of(kinds: Iterable[NodeType | EdgeType], *more: str) -> list[Name]:
    """All attributes of some types of nodes or edges, each once, further texts first."""
    names = dict.fromkeys((name, "string") for name in more)
    names.update(((p.name, type_of(p)), None) for kind in kinds for p in kind.properties)
    return list(names)


def in_xml(value: Any) -> str:
    """A value as it stands between tags or quotation marks; a list is JSON."""
    if isinstance(value, tuple):
        text = json.dumps(value, ensure_ascii=False)
    elif isinstance(value, bool):
        text = "true" if value else "false"
    else:
        text = str(value)
    if _PLAIN.fullmatch(text):
        return text
    return _HIDDEN.sub(lambda m: f"_x{ord(m[0]):04X}_", text).translate(_MARKUP)


def text_of(text: str | None) -> str:
    """The text that a parser of XML found, as it was."""
    return _NUMBER.sub(lambda m: chr(int(m[1], 16)), text or "")


def value_of(text: str | None, type_: str) -> Any:
    """The value of a property of this type, from what a parser of XML found.

    Raises:
        ValueError, KeyError: The text is none of that type.
    """
    return _VALUES.get(type_, str)(text_of(text))


def elements(path: str, tags: Iterable[str]) -> Iterator[Any]:
    """The elements of these names of an XML file, each with all that is in it.

    Raises:
        SyntaxError: It is not well-formed.
        OSError: It cannot be read.
    """
    from lxml import etree

    options: dict[str, Any] = {"resolve_entities": False, "no_network": True, "huge_tree": True}
    for _, element in etree.iterparse(path, tag=tuple(tags), **options):
        yield element
        element.clear()
