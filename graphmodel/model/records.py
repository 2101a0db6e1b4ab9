"""The records of the facts tables: one frozen class a table.

Every record that was read from a document has `start` and `end`: code points in the document's
text, end exclusive (the decoded file without byte order mark, otherwise unchanged).
"""

from __future__ import annotations

from dataclasses import dataclass

from graphmodel.model.columns import Path, Strings, column
from graphmodel.model.vocabulary import (
    Basis,
    Confidence,
    DutyKind,
    JurisdictionLevel,
    LinkBasis,
    Operator,
    PlaceUnit,
    PlanStatus,
    Recurrence,
    Role,
    Severity,
    UnitKind,
)

_PLAN = "the plan that says it"
_START = "first code point in the plan's text"
_END = "code point after the last one"


@dataclass(frozen=True, slots=True)
class Plan:
    """A document, and the programme that it sets up."""

    id: str = column("jurisdiction and document number, or jurisdiction, title and date")
    title: str = column("title of the plan, without the words of the notice around it")
    doc_number: str | None = column("document number as printed, such as 霁政办发〔2021〕50号")
    issuers: Strings = column("bodies printed as issuers, in order")
    issuer_ids: Strings = column("the same bodies, resolved", references="units")
    jurisdiction: str | None = column("name of the place that the plan is for")
    jurisdiction_id: str | None = column(
        "the place with its full chain", references="jurisdictions"
    )
    issued: str | None = column("date of issue, ISO 8601")
    status: PlanStatus = column("in force, or sent out for comments")
    references: Strings = column("titles of the documents cited in 《》, each once, in order")
    source: str = column("name of the file")
    sha256: str = column("checksum of the file's bytes")
    format: str = column("format of the file, told by its content")
    encoding: str | None = column("encoding that was taken")
    ocr: bool = column("some of its text was read by optical recognition", default=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading above tasks."""

    id: str = column("plan and path")
    plan: str = column(_PLAN, references="plans")
    path: Path = column("printed numbers: 三、（一） is 3.1")
    title: str = column("heading without its number")
    parent: str | None = column("the heading above it", references="sections")
    start: int = column(_START)
    end: int = column(_END)


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody has to do: a numbered item with an attribution."""

    id: str = column("plan and path")
    plan: str = column(_PLAN, references="plans")
    path: Path = column("printed numbers; rows of the table in annex 1 are annex.1.4")
    title: str = column("heading of the item, without its number")
    section: str | None = column("the nearest heading above it", references="sections")
    start: int = column(_START)
    end: int = column(_END)
    same_as: str | None = column(
        "the task of the body that this row of an annex states again",
        references="tasks",
        default=None,
    )


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place that has bodies of its own."""

    id: str = column("names from the province down: 岚东省/槐州市/霁岭县")
    name: str = column("its own name")
    level: JurisdictionLevel = column("its rank")
    parent: str | None = column("the place above it", references="jurisdictions")


@dataclass(frozen=True, slots=True)
class Unit:
    """A body, a group of bodies, or an outside body."""

    id: str = column("jurisdiction and canonical name")
    name: str = column("fullest correct form among its mentions")
    kind: UnitKind = column("unit, collective or external")
    function: str = column("code of its main function: housing, tax, …")
    functions: Strings = column("codes of all its functions, the main one first")
    jurisdiction: str | None = column("name of the place it belongs to")
    jurisdiction_id: str | None = column(
        "that place with its full chain", references="jurisdictions"
    )
    host: str | None = column(
        "the body that an office is part of, where the plan or the gazetteer says so",
        references="units",
        default=None,
    )


@dataclass(frozen=True, slots=True)
class Mention:
    """How the words of one plan that name a body were resolved."""

    plan: str = column(_PLAN, references="plans")
    mention: str = column("the words, as written, without white space")
    unit: str = column("the body that they name", references="units")
    rule: str = column("the rule that decided")
    reason: str | None = column("why, where the rule alone does not say it", default=None)


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One body's part in one attribution of a task, or its lead of an indicator."""

    id: str = column("task or indicator, group, role, number")
    plan: str = column(_PLAN, references="plans")
    task: str | None = column("the task", references="tasks")
    indicator: str | None = column(
        "the indicator, where it is one that is led", references="indicators"
    )
    unit: str = column("the body", references="units")
    mention: str = column("the words that name it, as written, without white space")
    role: Role = column("lead, support or engaged")
    group: int = column("number of the attribution within its task, from 0")
    basis: Basis | None = column("how the lead is known; of leads only")
    open_ended: bool = column("the list was left open with 等")
    standing: bool = column("comes from a rule stated once for later tasks")
    rule: str = column("the rule of the attribution grammar")
    start: int = column(_START)
    end: int = column(_END)
    confidence: Confidence = column("how much it can be relied on", default=Confidence.CERTAIN)
    reasons: Strings = column("why it is not certain: codes of docs/confidence.md", default=())
    certainty: float | None = column(
        "how sure optical recognition is of the words, 0 to 1; none of text that needed none",
        default=None,
    )


@dataclass(frozen=True, slots=True)
class Post:
    """An official in charge, by post. Never a person's name."""

    id: str = column("task and number")
    plan: str = column(_PLAN, references="plans")
    task: str = column("the task", references="tasks")
    post: str = column("the post: 分管副县长")
    start: int = column(_START)
    end: int = column(_END)


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is evaluated."""

    id: str = column("plan, parent and name; `indicator:code` for one of the vocabulary")
    plan: str | None = column("the plan that lists it", references="plans")
    name: str = column("name as printed")
    level: int = column("1 or 2")
    parent: str | None = column("the first-level indicator above it", references="indicators")
    code: str | None = column("code of the 18 national first-level indicators")
    start: int | None = column(_START)
    end: int | None = column(_END)


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator that a task is about."""

    id: str = column("task and indicator")
    plan: str = column(_PLAN, references="plans")
    indicator: str = column("the indicator", references="indicators")
    code: str = column("its code")
    task: str = column("the task", references="tasks")
    basis: LinkBasis = column("where the linking words stand")
    words: str = column("the linking words")
    start: int = column(_START)
    end: int = column(_END)


@dataclass(frozen=True, slots=True)
class Target:
    """A number to be reached, by a task or, without one, by the whole plan."""

    id: str = column("task and number")
    plan: str = column(_PLAN, references="plans")
    task: str | None = column("the task; none for a goal of the whole plan", references="tasks")
    metric: str = column("what is counted, in the words before the number")
    op: Operator = column("how the value is to be read")
    value: float = column("the number, in `unit`")
    unit: str = column("unit as printed: 工作日, %, 个环节")
    start: int = column(_START)
    end: int = column(_END)


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a task is due."""

    id: str = column("task and number")
    plan: str = column(_PLAN, references="plans")
    task: str = column("the task", references="tasks")
    date: str | None = column("last day, ISO 8601")
    recurrence: Recurrence | None = column("how often")
    event: str | None = column("the event it hangs on, or an impossible date as written")
    start: int = column(_START)
    end: int = column(_END)


@dataclass(frozen=True, slots=True)
class Duty:
    """A recurring obligation of bodies: report, meet, publish a bulletin, assess."""

    id: str = column("plan and number")
    plan: str = column(_PLAN, references="plans")
    kind: DutyKind = column("what is to be done")
    units: Strings = column("the bodies that have to do it", references="units")
    to: str | None = column("the body that it is owed to", references="units")
    recurrence: Recurrence | None = column("how often")
    dates: Strings = column("days as given: ISO 8601, MM-DD each year, or DD each month")
    start: int = column(_START)
    end: int = column(_END)


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase of the plan."""

    id: str = column("plan and number")
    plan: str = column(_PLAN, references="plans")
    name: str = column("name of the phase")
    first: str | None = column("first day, ISO 8601")
    last: str | None = column("last day, ISO 8601")
    start: int = column(_START)
    end: int = column(_END)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something doubtful, or something that was seen and not understood."""

    code: str = column("what kind of doubt")
    severity: Severity = column("how much it matters")
    message: str = column("one sentence in Chinese")
    plan: str | None = column(_PLAN, references="plans")
    start: int | None = column(_START)
    end: int | None = column(_END)
    detail: str = column("the words that it is about", default="")
    candidates: Strings = column("names that may be meant", default=())


@dataclass(frozen=True, slots=True)
class Place:
    """A page, sheet or paragraph of a plan; a plan whose lines are counted has none."""

    plan: str = column(_PLAN, references="plans")
    unit: PlaceUnit = column("what is counted")
    number: int = column("its number, from 1")
    name: str | None = column("name of a sheet")
    start: int = column(_START)
    end: int = column(_END)


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a plan, contact data masked character for character."""

    plan: str = column(_PLAN, references="plans")
    text: str = column("the text that all offsets count in")
