"""Titles of items, and headings that name the bodies responsible for what follows."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphmodel.extraction.assignments import Found
from graphmodel.extraction.brackets import CLOSING, OPENING
from graphmodel.extraction.names import has_ending, split_names
from graphmodel.extraction.outline import Item
from graphmodel.extraction.roles import Assignment, Attribution
from graphmodel.extraction.squeezed import behind_layout, squeezed
from graphmodel.model.ids import squeeze
from graphmodel.model.vocabulary import Basis, Role

_LONG_TITLE = 60
"""A line longer than this is no heading of its own: its sentence goes on in the next line."""
_LINE_END = re.compile(r"[\n\r\f]")
_CHARGE = re.compile(r"\s*+(?:主要)?(?:负责|承担|牵头)(?:牵头)?(?P<what>[^。；;\n\r]{2,200})")
_CHARGE_TAIL = re.compile(
    r"(?:指标)?(?:(?:以?及|和)(?:涉及|相关|其他)(?:领域|方面)?的?(?:有关|相关)?(?:事项|工作|内容)"
    r"|等(?:有关|相关)?(?:事项|工作))$"
)
_MARKS = " \t\u3000\xa0*#。；;：:，,、"


class Title(NamedTuple):
    """The title of an item, without white space, and where it ends in the document."""

    words: str
    start: int
    end: int


def title_of(text: str, item: Item, first_attribution: int | None) -> Title:
    """The heading of an item: its first line if that is a heading, else its first sentence.

    It never reaches into the attribution.
    """
    limit = min(item.end, item.end if first_attribution is None else first_attribution)
    stop = _title_end(text, item.body, limit)
    words = squeezed(text, (item.body, stop)).text.strip(_MARKS)
    return Title(words, item.body, stop)


def _title_end(text: str, start: int, limit: int) -> int:
    start = behind_layout(text, start, limit)
    sentence = text.find("。", start, limit)
    sentence = limit if sentence < 0 else sentence
    line_end = _LINE_END.search(text, start, limit)
    if line_end is None or line_end.start() >= sentence:
        return sentence
    line = text[start : line_end.start()].rstrip()
    goes_on = line.endswith(("，", "、", "：", ",")) or len(line) > _LONG_TITLE
    return sentence if goes_on and sentence - start <= 4 * _LONG_TITLE else line_end.start()


def heading_attribution(text: str, item: Item) -> tuple[Found, Title] | None:
    """The lead that a heading names, as （一）县住建局 does before a line that begins 负责.

    Gives the attribution and what the bodies are responsible for, as the task's title.
    """
    line_end = _LINE_END.search(text, item.body, item.end)
    if line_end is None or line_end.start() - item.body > 120:
        return None
    charge = _CHARGE.match(text, line_end.start(), item.end)
    if charge is None:
        return None
    heading = squeezed(text, (item.body, line_end.start()))
    listed = split_names(heading.text).names
    if not listed or not all(has_ending(n.words) for n in listed):
        return None
    if any(c in heading.text for c in OPENING + CLOSING + "。"):
        return None
    assignments = tuple(Assignment(n.words, Role.LEAD, n.start, n.end) for n in listed)
    attribution = Attribution(assignments, basis=Basis.HEADING, rule="heading")
    what = _CHARGE_TAIL.sub("", squeeze(charge["what"]).strip(_MARKS))
    found = Found(attribution, heading, item.body, line_end.start())
    return found, Title(what, charge.start("what"), charge.end("what"))
