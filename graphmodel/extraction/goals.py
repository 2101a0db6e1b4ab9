"""Goals of the whole plan: targets that stand under 目标 and belong to no task."""

from __future__ import annotations

import re
from bisect import bisect_left

from graphmodel.extraction.draft import PlanDraft
from graphmodel.extraction.outline import Item
from graphmodel.extraction.quantities import Quantity, find_quantities

_GOAL = re.compile("目标|愿景")
_HEADING = 20
"""Characters of a heading that can say that goals follow."""
_AHEAD = re.compile(r"(?:到|至|力争|争取|力求|通过)[^。；\n]{0,12}20\d\d年|力争")
"""How a sentence begins that sets a goal under a heading such as 总体要求."""
_GENERAL = re.compile("总体要求|总体思路|总体|指导思想|主要任务目标")


def goals_of(text: str, items: list[Item], draft: PlanDraft) -> list[Quantity]:
    """The targets of the items that assign nothing and stand under a heading of goals.

    Args:
        text: The document's text, digits of plain width.
        items: Its outline.
        draft: The tasks found so far; their spans are left out.
    """
    starts = sorted(task.start for task in draft.tasks)
    goals: list[Quantity] = []
    for item in items:
        taken = bisect_left(starts, item.start)
        if taken < len(starts) and starts[taken] == item.start:
            continue
        start = _where_goals_begin(text, item)
        if start is not None:
            goals += find_quantities(text, start, item.end, start)
    return goals


def _where_goals_begin(text: str, item: Item) -> int | None:
    if any(_GOAL.search(_heading(text, above)) for above in _with_parents(item)):
        return item.body
    if not any(_GENERAL.search(_heading(text, above)) for above in _with_parents(item)):
        return None
    ahead = _AHEAD.search(text, item.body, item.end)
    return ahead.start() if ahead else None


def _with_parents(item: Item) -> list[Item]:
    chain = [item]
    while (parent := chain[-1].parent) is not None:
        chain.append(parent)
    return chain


def _heading(text: str, item: Item) -> str:
    words = text[item.body : min(item.end, item.body + _HEADING)]
    return re.split(r"[。\n\r，：:]", words.lstrip(), maxsplit=1)[0]
