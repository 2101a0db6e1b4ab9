"""The words of a cell, and the bodies that it names."""

from __future__ import annotations

import re

from graphmodel.extraction.attribution import is_vouched, parse_squeezed
from graphmodel.extraction.lines import squeezed_lines
from graphmodel.extraction.names import split_names
from graphmodel.extraction.roles import Assignment, Attribution
from graphmodel.extraction.squeezed import Squeezed
from graphmodel.model.vocabulary import Role

Span = tuple[int, int]

_LONGEST = 2000
"""Characters that a cell with bodies may have; a longer one is prose or damage."""
_NO_NAME = re.compile(r"[\d\W_]*$|.*[。？！]")


def said_by_cell(text: str, cell: Span, role: Role) -> tuple[Attribution, Squeezed] | None:
    """Who has a role by a cell; its own words decide where it has any (甲牵头，乙配合).

    Args:
        text: The document's text.
        cell: The span of the cell.
        role: The role that the column gives.
    """
    words = _words(text, cell)
    if not words.text:
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
    words = _words(text, cell)
    return Attribution(officials=split_names(words.text).names), words


def _words(text: str, cell: Span) -> Squeezed:
    """The words of a cell; none of one that is too long to hold bodies."""
    start, end = cell
    return squeezed_lines(text, start, end if end - start <= _LONGEST else start, chosen=True)
