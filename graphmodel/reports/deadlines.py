"""The report on what is due when, how urgent it is, and who reports what to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from graphmodel.analysis.duties import recurring_duties
from graphmodel.analysis.schedule import (
    DEADLINE,
    FINISHED,
    GREEN,
    OVERDUE,
    RED,
    STATES,
    UNDATED,
    YELLOW,
    Timing,
    schedule,
    task_dates,
)
from graphmodel.model.facts import Facts
from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.whens import KINDS, RECURRENCES, listed, when
from graphmodel.reports.wording import Language, Wording

MOST = 60
"""Rows that a terminal is given; what is due each week has many."""

COLUMNS = (
    Column("date", Wording("日期", "Date"), Kind.TEXT, 1),
    Column("label", Wording("状态", "State"), Kind.TEXT, 2),
    Column("days", Wording("剩余天数", "Days left"), importance=5),
    Column("who", Wording("责任单位", "Who"), Kind.TEXT, 3, least=12),
    Column("what", Wording("事项", "What"), Kind.TEXT, 4, least=12),
    Column("again", Wording("周期", "Recurs"), Kind.TEXT, 6),
)
LABELS = {
    FINISHED: Wording("✔ 完成", "✔ finished"),
    OVERDUE: Wording("▲ 逾期", "▲ overdue"),
    RED: Wording("● 红", "● red"),
    YELLOW: Wording("◐ 黄", "◐ yellow"),
    GREEN: Wording("○ 绿", "○ green"),
    UNDATED: Wording("· 无日期", "· no day"),
}
_TITLE = Wording("期限与报送（截至 {today}）", "Deadlines and reports as of {today}")
_HEADING = Wording(
    "{title}：{counts}[；{tasks} 项任务中 {without} 项（{share}）没有日期]",
    "{title}: {counts}[; {without} of {tasks} tasks ({share}) have no date]",
)
_NOTHING = Wording("没有期限", "nothing due")
_OWED = Wording("{kind}：{who} → {to}[，{when}]", "{kind}: {who} → {to}[, {when}]")
_DUTY = Wording("{kind}[ → {to}][ {title}]", "{kind}[ → {to}][ {title}]")
_NOBODY = Wording("（未写明单位）", "(nobody named)")
_STATES = Wording(
    "状态：▲ 日期已过；● 剩余不超过 {red} 天；◐ 不超过 {yellow} 天；○ 更晚。",
    "States: ▲ the day is past; ● at most {red} days left; ◐ at most {yellow}; ○ later.",
)
_DONE = Wording("✔ 台账中已完成的任务 {count} 项。", "✔ {count} tasks are finished in the ledger.")
_NOT_KNOWN = Wording(
    "方案不写完成情况：日期已过的都算逾期，除非台账记为完成。",
    "No plan says what was done: all that is past counts as overdue, unless a ledger says that it "
    "is finished.",
)
_AGAIN = Wording(
    "定期事项列出今后 {horizon} 天内的日期，至少列下一次；未写明日期的，按每周的周五和每月、"
    "每季度、每半年、每年的最后一天计。",
    "What recurs is listed for {horizon} days ahead, and at least the next time; where no day is "
    "given it is the Friday of a week and the last day of a month, quarter, half-year or year.",
)
_MOVED = Wording(
    "逢周六、周日顺延至周一（《民法典》第二百零三条）；法定节假日和调休未计入。",
    "What falls on a Saturday or Sunday is due on Monday (Civil Code of China, article 203); "
    "public holidays are not taken into account.",
)
_NOT_MOVED = Wording(
    "日期未按工作日顺延（可用 --working-days）。",
    "Days are not moved to working days (--working-days does).",
)
_WITHIN = Wording(
    "只列 {within} 天内到期和已逾期的。", "Only what is past or due within {within} days."
)


def deadlines_report(
    facts: Facts,
    timing: Timing,
    language: Language,
    *,
    within: int | None = None,
    finished: Collection[str] = (),
) -> Report:
    """What is due, day by day, plan by plan.

    Args:
        facts: The facts.
        timing: The day to judge by, and the thresholds.
        language: The language.
        within: Days left of the last that is listed; None: all, and what has no day.
        finished: Ids of tasks that are done.
    """
    frame = schedule(facts, timing, finished)
    every = [shown(row, language) for row in rows_of(frame)]
    rows = [row for row in every if within is None or _is_near(row, within)]
    headings = _headings(facts, every, language)
    told = {row["plan"] for row in rows}
    return Report(
        title=_TITLE(language, today=timing.today),
        language=language,
        names=list(frame.columns),
        rows=rows,
        columns=COLUMNS,
        flag="is_overdue",
        group="plan",
        headings=headings,
        most=MOST,
        findings=[
            *(heading for plan, heading in headings.items() if plan not in told),
            *reports_owed(facts, language),
        ],
        rules=rules(timing, len(finished), within, language),
    )


def _is_near(row: Row, within: int) -> bool:
    return row["days"] is not None and row["days"] <= within


def shown(row: Row, language: Language) -> Row:
    """The row with what people are shown of it."""
    again = RECURRENCES.get(row["recurrence"])
    return {
        **row,
        "is_overdue": row["state"] == OVERDUE,
        "label": LABELS[row["state"]](language),
        "who": listed(row["names"], language) or _NOBODY(language),
        "what": _what(row, language),
        "again": again(language) if again else row["event"] or "",
    }


def _what(row: Row, language: Language) -> str:
    """The task, or the kind of duty, for whom, and the task that it stands in."""
    title = " ".join(filter(None, (row["path"], row["title"])))
    if row["kind"] == DEADLINE:
        return title
    return _DUTY(language, kind=KINDS[row["kind"]](language), to=row["owed_to_name"], title=title)


def _headings(facts: Facts, rows: Sequence[Row], language: Language) -> dict[str | None, str]:
    counts: dict[str, Counter[str]] = {plan.id: Counter() for plan in facts.plans}
    for row in rows:
        counts[row["plan"]][row["state"]] += 1
    of_tasks = {row["plan"]: row for row in rows_of(task_dates(facts))}
    return {
        plan.id: _HEADING(
            language,
            title=plan.title,
            counts=counted(counts[plan.id], language) or _NOTHING(language),
            tasks=of_tasks[plan.id]["tasks"] or None,
            without=of_tasks[plan.id]["without_date"],
            share=f"{of_tasks[plan.id]['share']:.1%}",
        )
        for plan in facts.plans
    }


def counted(states: Counter[str], language: Language) -> str:
    """How many rows have each state, the worst first."""
    order = sorted(STATES, key=(OVERDUE, RED, YELLOW, GREEN, UNDATED, FINISHED).index)
    known = [f"{LABELS[state](language)} {states[state]}" for state in order if states[state]]
    return listed(known, language)


def reports_owed(facts: Facts, language: Language) -> list[str]:
    """A line for each duty that is owed to somebody: who, to whom, when."""
    owed: dict[str, list[Row]] = {}
    for row in rows_of(recurring_duties(facts)):
        if row["owed_to"]:
            owed.setdefault(row["duty"], []).append(row)
    return [
        _OWED(
            language,
            kind=KINDS[rows[0]["kind"]](language),
            who=listed([row["name"] for row in rows if row["name"]], language) or _NOBODY(language),
            to=rows[0]["owed_to_name"],
            when=when(rows[0]["recurrence"], rows[0]["dates"], language),
        )
        for rows in owed.values()
    ]


def rules(timing: Timing, finished: int, within: int | None, language: Language) -> list[str]:
    """What the states mean, how days were found, and what is left out."""
    return [
        _STATES(language, red=timing.red, yellow=timing.yellow),
        _DONE(language, count=finished) if finished else _NOT_KNOWN(language),
        _AGAIN(language, horizon=timing.horizon),
        (_MOVED if timing.working_days else _NOT_MOVED)(language),
        *([_WITHIN(language, within=within)] if within is not None else []),
    ]
