"""The words of a cell, and the bodies that it names."""

from __future__ import annotations

import re

from graphmodel.extraction.attribution import is_vouched, parse_squeezed
from graphmodel.extraction.brackets import CLOSING, OPENING
from graphmodel.extraction.names import has_ending, is_body, split_names
from graphmodel.extraction.roles import Assignment, Attribution
from graphmodel.extraction.squeezed import Squeezed, squeezed
from graphmodel.model.vocabulary import Role

Span = tuple[int, int]

_LONGEST = 2000
"""Characters that a cell with bodies may have; a longer one is prose or damage."""
_LINE_BREAK = re.compile(r"[\n\r\f]")
_SEPARATED = re.compile(r"[、，,；;：:/]$")
_NO_NAME = re.compile(r"[\d\W_]*$|.*[。？！]")
_NEVER_FIRST = re.compile(
    r"(?:(?:人民)?政府|办公室|分局|支队|大队|局|委|办|厅|院|部|会|中心)$|[）)〕】\]、，,；;（(〔]"
)
_UNFINISHED = re.compile("[县市区省]委$")
"""What a name may begin with that goes on in the next line: 县委 of 县委宣传部."""


def body_words(text: str, cell: Span) -> Squeezed | None:
    """The words of a cell of bodies, with 、 for a line break between two of them.

    Returns:
        None for a cell that is too long to hold bodies.
    """
    start, end = cell
    if end - start > _LONGEST:
        return None
    breaks = [m.start() for m in _LINE_BREAK.finditer(text, start, end)]
    if not breaks:
        return squeezed(text, cell)
    offsets = [i for i in range(start, end) if not text[i].isspace() or i in breaks]
    words = [text[i] if i not in breaks else "\n" for i in offsets]
    kept = [k for k, char in enumerate(words) if char != "\n" or _separates(words, k)]
    joined = "".join("、" if words[k] == "\n" else words[k] for k in kept)
    return Squeezed(joined, start, [offsets[k] for k in kept])


def _separates(words: list[str], position: int) -> bool:
    """Whether a line break stands between two whole bodies."""
    before = "".join(words[:position]).replace("\n", "")
    after = "".join(words[position + 1 :]).split("\n", 1)[0]
    last = re.split("[、，,；;：:]", before)[-1]
    first = re.split("[、，,；;：:]", after)[0]
    if not last or not first or _NEVER_FIRST.match(first) or _UNFINISHED.search(last):
        return False
    is_open = sum(c in OPENING for c in before) > sum(c in CLOSING for c in before)
    return not is_open and has_ending(last) and is_body(first)


def said_by_cell(text: str, cell: Span, role: Role) -> tuple[Attribution, Squeezed] | None:
    """Who has a role by a cell; its own words decide where it has any (甲牵头，乙配合).

    Args:
        text: The document's text.
        cell: The span of the cell.
        role: The role that the column gives.
    """
    words = body_words(text, cell)
    if words is None or not words.text:
        return None
    said = parse_squeezed(words.text)
    if said is not None and not said.rule.startswith("list"):
        return said, words
    names = split_names(words.text)
    listed = tuple(
        Assignment(n.words, role, n.start, n.end)
        for n in names.names
        if is_vouched(n.words) and not _NO_NAME.match(n.words)
    )
    officials = said.officials if said is not None else ()
    taken = {(official.start, official.end) for official in officials}
    listed = tuple(a for a in listed if (a.start, a.end) not in taken)
    if not listed and not officials:
        return None
    return Attribution(listed, officials, open_ended=names.open_ended), words


def officials_of_cell(text: str, cell: Span) -> tuple[Attribution, Squeezed]:
    """The officials that a cell names, one a name."""
    words = body_words(text, cell) or squeezed(text, (cell[0], cell[0]))
    return Attribution(officials=split_names(words.text).names), words
