"""Text without the white space and page numbers that page layout put into it, and the way back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LAYOUT = re.compile(
    r"(?:(?<=[\n\r\f])|\A|[\n\r\f])[ \t\u3000]*+"
    r"(?:[—–·-]{1,2} ?\d{1,4} ?[—–·-]{1,2}|第 ?\d{1,4} ?页(?:[ ，,/]{0,2}共 ?\d{1,4} ?页)?)"
    r"[ \t\u3000]*+(?=[\n\r\f]|\Z)"
    r"|\*\*"  # bold in Markdown
    r"|[◆★▲◇☆△▼■□]+(?=[:：])"  # sprinkled by web sites
    r"|\s(?:\s(?<![\n\r\f]))*+"
)


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A piece of a document's text without layout."""

    text: str
    base: int
    """Offset of the piece in the document."""
    offsets: list[int] | None
    """Offset in the document of each character; None where nothing was left out."""

    def places(self) -> Iterable[int]:
        """The offset in the document of each character."""
        if self.offsets is not None:
            return self.offsets
        return range(self.base, self.base + len(self.text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From a span of `text` to the span in the document, both end exclusive and not empty."""
        if self.offsets is None:
            return self.base + start, self.base + end
        return self.offsets[start], self.offsets[end - 1] + 1


def behind_layout(text: str, start: int, end: int) -> int:
    """The first place from `start` on that is no white space and no page number."""
    while start < end and (match := _LAYOUT.match(text, start, end)) is not None:
        start = match.end()
    return start


def squeezed(text: str, *ranges: tuple[int, int]) -> Squeezed:
    """The pieces [start, end) of a document's text, put together and squeezed."""
    if len(ranges) == 1 and _LAYOUT.search(text, *ranges[0]) is None:
        start, end = ranges[0]
        return Squeezed(text[start:end], start, None)
    offsets: list[int] = []
    for start, end in ranges:
        position = start
        for gap in _LAYOUT.finditer(text, start, end):
            offsets.extend(range(position, gap.start()))
            position = gap.end()
        offsets.extend(range(position, end))
    return Squeezed("".join([text[i] for i in offsets]), ranges[0][0], offsets)


def separated(first: Squeezed, second: Squeezed, offset: int) -> Squeezed:
    """Two pieces with 、 between them, which stands for what is at `offset` in the document."""
    offsets = [*first.places(), offset, *second.places()]
    return Squeezed(f"{first.text}、{second.text}", first.base, offsets)
