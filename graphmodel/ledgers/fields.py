"""The columns of ledgers: their heads, where their cells come from, how wide they may be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.reports.wording import Language, Wording


class Origin(Enum):
    """Who writes the cells of a column."""

    COUNT = auto()
    """Nobody: rows are numbered anew each time."""
    PLAN = auto()
    """What the plan says."""
    PEOPLE = auto()
    """Who fills the ledger in."""
    CHANGE = auto()
    """The update of a ledger: what became of the row."""
    HIDDEN = auto()
    """The ledger, to find its rows again."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a ledger."""

    key: str
    head: Wording
    origin: Origin = Origin.PLAN
    widest: int = 12
    """Cells of a terminal, as of a sheet, that it takes at most; longer text is wrapped."""
    is_number: bool = False
    may_be_absent: bool = False
    """Whether the column is left out where no row has anything in it."""


STATUS_WORDS = (
    Wording("未开始", "not started"),
    Wording("推进中", "under way"),
    Wording("滞后", "behind"),
    Wording("已完成", "finished"),
)
"""What the drop-down list of the status column offers."""

NUMBER = Field("no", Wording("序号", "No."), Origin.COUNT, 6, is_number=True)
PLAN = Field("plan", Wording("方案", "Plan"), widest=16, may_be_absent=True)
PATH = Field("path", Wording("编号", "Item"), widest=8)
TITLE = Field("title", Wording("任务", "Task"), widest=24)
INDICATOR = Field("indicator", Wording("指标", "Indicator"), widest=10)
LEAD = Field("lead", Wording("牵头单位", "Lead"), widest=14)
SUPPORT = Field("support", Wording("配合单位", "Support"), widest=22)
ENGAGED = Field("engaged", Wording("协同单位", "Engaged"), widest=10, may_be_absent=True)
TARGET = Field("target", Wording("目标", "Target"), widest=18)
DUE = Field("due", Wording("完成时限", "Due"), widest=11)
SOURCE = Field("source", Wording("出处", "Source"), widest=12)
STATUS = Field("status", Wording("状态", "Status"), Origin.PEOPLE, 8)
DONE = Field("done", Wording("完成日期", "Done on"), Origin.PEOPLE, 10)
REMARK = Field("remark", Wording("备注", "Remarks"), Origin.PEOPLE, 14)
CHANGE = Field("change", Wording("变化", "Change"), Origin.CHANGE, 20)
ID = Field("id", Wording("标识", "Id"), Origin.HIDDEN)
BODY = Field("body", Wording("单位标识", "Unit id"), Origin.HIDDEN)
SUMS = Field("sums", Wording("校验", "Checksums"), Origin.HIDDEN)
PART = Field("part", Wording("分工", "Part"), widest=8)

NAME = Field("name", Wording("单位", "Unit"), widest=30)
KIND = Field("kind", Wording("类别", "Kind"), widest=10)
_WORDS = (TITLE, INDICATOR, LEAD, SUPPORT, ENGAGED, TARGET, DUE, SOURCE)
_FILLED_IN = (STATUS, DONE, REMARK)


def _count(key: str, zh: str, en: str) -> Field:
    return Field(key, Wording(zh, en), widest=8, is_number=True)


TASK_FIELDS = (NUMBER, PLAN, PATH, *_WORDS, *_FILLED_IN, ID, SUMS)
DUTY_FIELDS = (NUMBER, PLAN, PART, PATH, *_WORDS, *_FILLED_IN, ID, BODY, SUMS)
INDEX_FIELDS = (
    NUMBER,
    NAME,
    KIND,
    _count("leads", "牵头任务", "Leads"),
    _count("supports", "配合任务", "Supports"),
    _count("engagements", "协同任务", "Engaged in"),
    _count("indicators", "负责指标", "Indicators led"),
    _count("duties", "定期义务", "Duties"),
    REMARK,
    ID,
    SUMS,
)
PAIR_FIELDS = (
    NUMBER,
    Field("a", Wording("单位甲", "Unit A"), widest=16),
    Field("b", Wording("单位乙", "Unit B"), widest=16),
    _count("tasks", "共同任务", "Tasks"),
    _count("lead_support", "牵头–配合", "Lead–support"),
    _count("co_lead", "共同牵头", "Joint lead"),
    _count("support_support", "均为配合", "Both support"),
    _count("boilerplate", "套话", "Boilerplate"),
    Field("titles", Wording("共同任务名称", "Titles"), widest=70),
    REMARK,
    ID,
    SUMS,
)

_TITLES: Mapping[LedgerKind, Wording] = {
    LedgerKind.TASKS: Wording("任务分解表", "Task ledger"),
    LedgerKind.UNITS: Wording("责任清单", "Duty lists"),
    LedgerKind.COLLABORATION: Wording("协作清单", "Collaboration ledger"),
}


def kind_title(kind: LedgerKind, language: Language) -> str:
    """What a kind of ledger is called."""
    return _TITLES[kind](language)


def every_field() -> Mapping[str, Field]:
    """All columns that ledgers can have, by their keys."""
    kinds = (TASK_FIELDS, DUTY_FIELDS, INDEX_FIELDS, PAIR_FIELDS, (CHANGE,))
    return {field.key: field for fields in kinds for field in fields}


def keys_by_head(language: Language) -> Mapping[str, str]:
    """The key of each column by its head in a language."""
    return {field.head(language): key for key, field in every_field().items()}


def used(fields: Iterable[Field], rows: Iterable[Mapping[str, str]]) -> tuple[Field, ...]:
    """The columns without those that may be absent and hold nothing."""
    filled = {key for row in rows for key, text in row.items() if text}
    return tuple(field for field in fields if field.key in filled or not field.may_be_absent)
