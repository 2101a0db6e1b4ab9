"""Titles of items, and beginnings that name the bodies responsible for what follows."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphmodel.extraction.assignments import Found
from graphmodel.extraction.brackets import OPENING
from graphmodel.extraction.names import has_ending, split_names
from graphmodel.extraction.outline import Item
from graphmodel.extraction.roles import Assignment, Attribution
from graphmodel.extraction.squeezed import behind_layout, squeezed
from graphmodel.model.ids import squeeze
from graphmodel.model.vocabulary import Basis, Role

_LONG_TITLE = 60
"""A line longer than this is no heading of its own: its sentence goes on in the next line."""
_LONGEST_NAMES = 120
_LINE_END = re.compile(r"[\n\r\f]")
_CHARGE = "(?:主要)?(?:负责|承担|牵头)(?:牵头)?"
_DUTY = "(?:具体|主要|统筹|认真)?(?:做好|组织|协调|指导|督促|制定|落实|开展|推进|加强|会同|统筹)"
_SUPPORT = "(?:积极|密切)?(?:配合|协助|参与)"
_WHAT = r"(?P<what>[^。；;\n\r]{2,200})"
_NAMES = r"(?P<names>[\u4e00-\u9fff、和及（）()]{2,60}?)"
_ON_NEXT_LINE = re.compile(rf"\s*+{_CHARGE}{_WHAT}")
_BEHIND_COLON = re.compile(
    rf"\s*+{_NAMES}"
    rf"(?:[ \t]*[：:][ \t]*|。[ \t]*(?={_CHARGE})|[ \t\u3000]+(?={_CHARGE}))"
    rf"(?:{_CHARGE}|(?P<support>(?={_SUPPORT}))|(?={_DUTY})){_WHAT}"
)
_IN_A_SENTENCE = re.compile(rf"\s*+{_NAMES}{_CHARGE}{_WHAT}")
_CHARGE_TAIL = re.compile(
    r"(?:指标)?(?:(?:以?及|和)(?:涉及|相关|其他)(?:领域|方面)?的?(?:有关|相关)?(?:事项|工作|内容)"
    r"|等(?:有关|相关)?(?:事项|工作))$"
)
_WORKING_GROUPS = ("组", "专班")
"""What divides the work of a plan among people, and is no body."""
_DUTIES = re.compile("职责|(?:责任|任务|工作|部门|职能)分工")
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


def lists_duties(text: str, item: Item) -> bool:
    """Whether the heading of an item announces the duties of bodies: 部门职责, 任务分工."""
    heading = _LINE_END.split(text[item.body : min(item.end, item.body + _LONG_TITLE)].lstrip())[0]
    return _DUTIES.search(heading) is not None


def heading_attribution(text: str, item: Item) -> tuple[Found, Title] | None:
    """The lead that the beginning of an item names, and what it is responsible for as the title.

    （一）县住建局 before a line that begins 负责; 县住建局：负责…; under a heading that announces
    duties also 县住建局负责….
    """
    line_end = _LINE_END.search(text, item.body, item.end)
    if line_end is not None and line_end.start() - item.body <= _LONGEST_NAMES:
        charge = _ON_NEXT_LINE.match(text, line_end.start(), item.end)
        if charge is not None:
            return _charged(text, (item.body, line_end.start()), charge, Role.LEAD)
    charge = _BEHIND_COLON.match(text, item.body, item.end)
    if charge is not None:
        role = Role.LEAD if charge["support"] is None else Role.SUPPORT
        return _charged(text, charge.span("names"), charge, role)
    if item.parent is None or not lists_duties(text, item.parent):
        return None
    charge = _IN_A_SENTENCE.match(text, item.body, item.end)
    return _charged(text, charge.span("names"), charge, Role.LEAD) if charge else None


def _charged(
    text: str, names: tuple[int, int], charge: re.Match[str], role: Role
) -> tuple[Found, Title] | None:
    """The attribution to bodies, if the names are such and nothing else."""
    heading = squeezed(text, names)
    listed = split_names(heading.text).names
    if not listed or not all(has_ending(n.words) for n in listed):
        return None
    if any(n.words.endswith(_WORKING_GROUPS) for n in listed):
        return None
    if heading.text[0] in OPENING or "。" in heading.text:
        return None
    assignments = tuple(Assignment(n.words, role, n.start, n.end) for n in listed)
    basis = Basis.HEADING if role is Role.LEAD else None
    attribution = Attribution(assignments, basis=basis, rule="heading")
    what = _CHARGE_TAIL.sub("", squeeze(charge["what"]).strip(_MARKS))
    found = Found(attribution, heading, *names)
    return found, Title(what, charge.start("what"), charge.end("what"))
