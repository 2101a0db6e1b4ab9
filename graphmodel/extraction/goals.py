"""Goals of the whole plan: targets that stand under 目标 and belong to no task."""

from __future__ import annotations

import re
from enum import IntEnum

from graphmodel.extraction.draft import PlanDraft
from graphmodel.extraction.outline import Item
from graphmodel.extraction.quantities import Quantity, find_quantities

_GOALS = re.compile("目标|愿景")
_HEADING = 20
"""Characters of a heading that can say that goals follow."""
_HEADING_END = re.compile(r"[。\n\r，：:]")
_AHEAD = re.compile(r"(?:到|至|力争|争取|力求|通过)[^。；\n]{0,12}20\d\d年|力争")
"""How a sentence begins that sets a goal under a heading such as 总体要求."""
_GENERAL = re.compile("总体(?:要求|思路|目标)|指导思想")


class _Kind(IntEnum):
    """What a heading says of the numbers below it."""

    NONE = 0
    GENERAL = 1
    """They are goals in sentences that look ahead."""
    GOALS = 2


def goals_of(text: str, items: list[Item], draft: PlanDraft) -> list[Quantity]:
    """The targets of the items that assign nothing and stand under a heading of goals.

    Args:
        text: The document's text, digits of plain width.
        items: Its outline.
        draft: The tasks found so far; their spans are left out.
    """
    tasks = {task.start for task in draft.tasks}
    kinds: dict[int, _Kind] = {}
    goals: list[Quantity] = []
    for item in items:
        own = _kind(text, item)
        inherited = kinds[id(item.parent)] if item.parent is not None else _Kind.NONE
        kinds[id(item)] = kind = max(own, inherited)
        if item.start not in tasks and kind is not _Kind.NONE:
            ahead = _AHEAD.search(text, item.body, item.end)
            start = item.body if kind is _Kind.GOALS else ahead.start() if ahead else item.end
            goals += find_quantities(text, start, item.end, start)
    return goals


def _kind(text: str, item: Item) -> _Kind:
    words = text[item.body : min(item.end, item.body + _HEADING)]
    heading = _HEADING_END.split(words.lstrip(), maxsplit=1)[0]
    if _GOALS.search(heading):
        return _Kind.GOALS
    return _Kind.GENERAL if _GENERAL.search(heading) else _Kind.NONE
