"""The phases that a plan is carried out in, such as （一）部署阶段（2021年12月上旬）."""

from __future__ import annotations

import re

from graphmodel.extraction.dates import period
from graphmodel.extraction.draft import DraftStage
from graphmodel.extraction.outline import Item
from graphmodel.model.ids import squeeze

_STAGE = re.compile(
    r"(?P<name>[\u4e00-\u9fff、“”]{2,20}?阶段)[ \t\n\r\u3000]{0,3}"
    r"(?:[（(](?P<bracketed>[^）)\n]{4,40})[）)]|[:：。]?[ \t]*(?P<plain>20\d\d[^。；;，,]{3,40}))"
)


def stage_of(text: str, item: Item) -> DraftStage | None:
    """The phase that an item describes, None if it describes none."""
    match = _STAGE.match(text, _behind_space(text, item.body), item.end)
    if match is None:
        return None
    group = "bracketed" if match["bracketed"] else "plain"
    first, last = period(text, match.start(group), match.end(group))
    return DraftStage(squeeze(match["name"]), first, last, *match.span()) if last else None


def _behind_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
