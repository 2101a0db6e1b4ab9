"""Text in terminal cells: Chinese characters take two, and lines may break between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

NARROWEST = 30
"""Cells of the narrowest terminal that is laid out for; in a narrower one lines run over."""
ELLIPSIS = "…"
_CLOSING = "，。；：、！？）》」』〕】”’,.;:!?)"
_TOKEN = re.compile(rf"(?:\[[^\[\]\s]++\]|[!-~]++|\s++|.)[{re.escape(_CLOSING)}]*+", re.DOTALL)


def visible(text: str) -> str:
    """The text with blanks for white space and � for control characters, one for one.

    A document may hold escape sequences, which a terminal would obey.
    """
    return "".join(map(_visible, text)) if not text.isprintable() else text


def _visible(char: str) -> str:
    if char.isspace():
        return " " if cell_len(char) < 2 else char
    return "\ufffd" if unicodedata.category(char) in ("Cc", "Cf", "Cs") else char


def width_of(text: str) -> int:
    """How many cells the text takes."""
    return cell_len(text)


def cut(text: str, width: int) -> str:
    """The text, or as much of it as `width` cells hold with an ellipsis behind."""
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + ELLIPSIS


def wrap(text: str, width: int, indent: str = "") -> Iterator[str]:
    """Lines of at most `width` cells, broken at blanks or between Chinese characters.

    No line begins with closing punctuation. Lines after the first begin with `indent`. What
    stands in square brackets without blanks, an id, stays whole, even if it is longer than a line:
    it is there to be copied.
    """
    line = ""
    for token in _TOKEN.findall(text):
        if line.strip() and cell_len(line + token.rstrip()) > width:
            yield line.rstrip()
            line = indent + token.lstrip()
        else:
            line += token
    if line.strip():
        yield line.rstrip()
