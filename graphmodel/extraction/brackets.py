"""Brackets of all the kinds that plans use, matched in one pass whatever their kind.

OCR and typists mix them (〔…], （…)), so any closing bracket closes any opening one.
"""

from __future__ import annotations

import re

OPENING = "〔（([【［"
CLOSING = "〕）)]】］"

_BRACKET = re.compile(f"[{re.escape(OPENING + CLOSING)}]")


def match_brackets(text: str, start: int, end: int) -> list[tuple[int, int | None]]:
    """The outermost brackets of text[start:end], in order.

    Gives (offset of the opening bracket, offset of the closing one, or None where it is missing).
    Brackets inside a missing one count as outermost. Linear in the length.
    """
    pairs: list[tuple[int, int | None]] = []
    stack: list[int] = []
    for match in _BRACKET.finditer(text, start, end):
        position = match.start()
        if match.group() in OPENING:
            stack.append(position)
        elif stack:
            opening = stack.pop()
            while pairs and pairs[-1][0] > opening:
                pairs.pop()
            pairs.append((opening, position))
    if stack:
        pairs.extend((opening, None) for opening in stack)
        pairs.sort()
    return pairs
