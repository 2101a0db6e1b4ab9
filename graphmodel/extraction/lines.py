"""Lists of bodies over several lines: a line break between two whole bodies separates them."""

from __future__ import annotations

import re

from graphmodel.extraction.brackets import CLOSING, OPENING
from graphmodel.extraction.names import has_ending, is_body
from graphmodel.extraction.squeezed import Squeezed, squeezed

_LINE_BREAK = re.compile(r"[\n\r\f]+|<br\s*/?>")
_BEGINNING = re.compile("[各省市县区]")
_CUT = re.compile("[、，,；;：:。]")
_NEVER_FIRST = re.compile(
    r"(?:(?:人民)?政府|办公室|分局|支队|大队|局|委|办|厅|院|部|会|中心)$|[）)〕】\]、，,；;（(〔]"
)
"""What goes on with the name in the line above."""
_UNFINISHED = re.compile("[县市区省]委$")
"""What a name may begin with that goes on in the next line: 县委 of 县委宣传部."""
_LONGEST_NAME = 60
_SHORTEST = 4


def squeezed_lines(text: str, start: int, end: int, *, chosen: bool = False) -> Squeezed:
    """Text[start:end] without layout, with 、 for a line break between two whole bodies.

    Args:
        text: The document's text.
        start: Where to begin.
        end: Where to end.
        chosen: Line breaks are the author's, as in cells, not those of a narrow column: one body
            that is known beside the break is enough.
    """
    breaks = [match.span() for match in _LINE_BREAK.finditer(text, start, end)]
    if not breaks:
        return squeezed(text, (start, end))
    words: list[str] = []
    offsets: list[int] = []
    tail = ""
    position = start
    for left, right in [*breaks, (end, end)]:
        piece = squeezed(text, (position, left))
        if piece.text:
            if tail and _separates(tail, piece.text, chosen):
                words.append("、")
                offsets.append(position - 1)
            words.append(piece.text)
            offsets += piece.places()
            tail = (tail + piece.text)[-_LONGEST_NAME:]
        position = right
    return Squeezed("".join(words), start, offsets)


def _separates(before: str, after: str, chosen: bool) -> bool:
    """Whether a line break stands between two bodies."""
    last, first = _CUT.split(before)[-1], _CUT.split(after, maxsplit=1)[0]
    if not last or not first or _NEVER_FIRST.match(first) or _UNFINISHED.search(last):
        return False
    is_open = sum(c in OPENING for c in before) > sum(c in CLOSING for c in before)
    if is_open:
        return False
    if chosen and len(last) >= _SHORTEST and _BEGINNING.match(first) and is_body(first):
        return True
    return has_ending(last) and (is_body(first) or (chosen and len(first) >= _SHORTEST))
