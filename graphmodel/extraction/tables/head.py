"""The head of a table: one to three rows that say what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graphmodel.extraction.conventions import first_listed
from graphmodel.model.vocabulary import Role

_NOUN = "(?:单位|部门|处室|科室|机构|主体)"
_LEVEL = "(?:省|市|县|区|校|院|局)?(?:级|直)?"
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:序号?|编号|项次|序列)$")),
    ("personal", re.compile(r"姓名|联系人|联络员|经办人|电话|手机|联系方式|邮箱")),
    (
        "post",
        re.compile(
            rf"(?:责任|牵头|分管|主管|包抓|包联|包保|联系|挂帅|挂联|负责|督办){_LEVEL}"
            "(?:领导|负责人|责任人|人)(?!民)"
        ),
    ),
    ("owner", re.compile(r"业主|(?:建设|申报|投资|项目|参建)(?:单位|主体)|企业名称")),
    ("none", re.compile(rf"(?:督办|督查|督导|监督|考核|验收|审核|填报|指导(?!推进责任)){_NOUN}")),
    (
        "lead",
        re.compile(
            rf"牵头(?:责任|负责|落实|组织)?{_NOUN}|(?:主办|主责){_NOUN}|^(?:总?牵头|主责|主办)$"
        ),
    ),
    (
        "support",
        re.compile(
            rf"(?:配合|协办|协助|参与|参加|协同|支持)(?:责任)?{_NOUN}|^(?:配合|协办|协同|参与)$"
        ),
    ),
    (
        "responsible",
        re.compile(
            rf"(?:责任|承办|负责|落实|实施|主管|承担|执行|分工){_NOUN}"
            "|责任分工|任务分工|职责分工|^责任$|^单位(?:名称)?$|^部门$"
        ),
    ),
    ("deadline", re.compile(r"时限|时间|期限|年限|时间节点|完成日期|^节点$|工期")),
    ("progress", re.compile(r"进展|进度|完成情况|落实情况|备注|说明|佐证|得分|分值|权重")),
    ("indicator", re.compile(r"指标(?!值)")),
    ("goal", re.compile(r"目标(?!任务)|指标值|成效|成果")),
    ("category", re.compile(r"类别|领域|分类|板块|方面|类型|模块|专项|维度")),
    (
        "task",
        re.compile(
            r"任务|举措|措施|事项|内容|工作|路径|项目|要求|改革|问题|要点|清单|行动|工程|职责|名称"
        ),
    ),
)
"""The kinds of columns, by the words of their heads, the first that fits."""

COLUMN_ROLES = {"lead": Role.LEAD, "responsible": Role.LEAD, "support": Role.SUPPORT}
_REMARK = re.compile(r"[（(][^（()）]*[）)]$")
_MOST_ROWS = 6
"""Rows in which a head begins: titles and units of measurement may stand above it."""
_LONGEST = 30
"""Characters of a head's cell; longer ones are work."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the columns of a table hold."""

    words: tuple[str, ...]
    """The squeezed words above each column, those of the lowest row."""
    kinds: tuple[str | None, ...]
    height: int
    """Number of rows down to the end of the head."""
    first_listed: int
    """How many of the first listed lead; 0 where the head does not say so."""

    def of(self, *kinds: str) -> list[int]:
        """The columns of some kinds, from left to right."""
        return [column for column, kind in enumerate(self.kinds) if kind in kinds]

    @property
    def assigns(self) -> bool:
        """Whether a column names bodies or officials."""
        return bool(self.of("post", *COLUMN_ROLES))


def kind_of(words: str) -> str | None:
    """What a column with this head holds; None for words that are no known head."""
    words = _REMARK.sub("", words)
    if not words or len(words) > _LONGEST:
        return None
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), None)


def head_columns(words: Sequence[str]) -> dict[str, int]:
    """From the kind of a column (lead, support, task, …) to the first column of that kind."""
    columns: dict[str, int] = {}
    for i, cell in enumerate(words):
        if (kind := kind_of(cell)) is not None:
            columns.setdefault(kind, i)
    return columns


def find_head(rows: Sequence[Sequence[str]]) -> Head | None:
    """The head among the first rows of a table; None where no row names its columns.

    Args:
        rows: The squeezed words of the cells; a cell that covers several places stands in each.
    """
    for top, words in enumerate(rows[:_MOST_ROWS]):
        if _is_head(words):
            height = top + 1 + _more_rows(words, rows[top + 1 : top + 3])
            return _head(rows[top:height], height)
    return None


def _is_head(words: Sequence[str]) -> bool:
    """Whether a row names columns: two kinds at least, one of them of work or of bodies."""
    kinds = {kind_of(cell) for cell in words} - {None}
    wanted = {"task", "indicator", "category", "goal"} & kinds
    return len(kinds) >= 2 and bool(wanted) and _mostly_short(words)


def _mostly_short(words: Sequence[str]) -> bool:
    filled = [cell for cell in words if cell]
    return sum(len(cell) <= _LONGEST for cell in filled) * 3 >= len(filled) * 2


def _more_rows(head: Sequence[str], below: Sequence[Sequence[str]]) -> int:
    """How many rows below go on with the head: 责任分工 over 牵头单位 and 配合单位."""
    count = 0
    for row in below:
        fresh = [cell for cell, above in zip(row, head, strict=False) if cell and cell != above]
        if len(set(row)) < 2 or not fresh or not all(kind_of(cell) for cell in fresh):
            break
        count += 1
    return count


def _head(rows: Sequence[Sequence[str]], height: int) -> Head:
    width = max(map(len, rows))
    words = tuple(_lowest(rows, column) for column in range(width))
    return Head(words, tuple(map(kind_of, words)), height, max(map(first_listed, words), default=0))


def _lowest(rows: Sequence[Sequence[str]], column: int) -> str:
    """The words above a column in the lowest row that has any of a known kind."""
    cells = [row[column] for row in reversed(rows) if column < len(row) and row[column]]
    return next((cell for cell in cells if kind_of(cell)), cells[0] if cells else "")
