"""T: dates and recurrences."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from graphmodel.checks.finding import Hit, Message, Span
from graphmodel.checks.view import PlanView
from graphmodel.model.records import Deadline

_DAY = re.compile(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日"
)
_MONTH = re.compile(r"(?:19|20)\d\d\s?年\s?(?P<month>\d{1,2})\s?月(?!\d)")
_LEAP_YEAR = 2024
_PERIOD = re.compile(r"20\d\d\s?年?\s?(?:[-—－–~～至到]+)\s?(?P<last>20\d\d)\s?年?")
_WITHIN_YEAR = re.compile("[月季底末旬]|半年")
_YEAR = re.compile(r"(?P<last>20\d\d)\s?年")


def before_issue(plan: PlanView) -> Iterator[Hit]:
    """T001: a deadline, a day of a duty or a phase that is past when the plan is issued."""
    issued = plan.issued
    for span, day in _last_days(plan) if issued else ():
        if day < str(issued):
            yield Hit(
                span,
                Message(
                    f"期限 {day} 早于印发日期 {issued}",
                    f"the deadline {day} is before the date of issue, {issued}",
                ),
            )


def _last_days(plan: PlanView) -> Iterator[tuple[Span, str]]:
    """The days by which something has to be done, ISO 8601."""
    for deadline in plan.facts.deadlines:
        if deadline.date is not None:
            yield (deadline.start, deadline.end), deadline.date
    for stage in plan.facts.stages:
        if stage.last is not None:
            yield (stage.start, stage.end), stage.last
    for duty in plan.facts.duties:
        for day in duty.dates:
            if len(day) == len("YYYY-MM-DD"):
                yield (duty.start, duty.end), day


def impossible_dates(plan: PlanView) -> Iterator[Hit]:
    """T002: a date that no calendar has."""
    for match in _DAY.finditer(plan.text):
        year = int(match["year"] or _LEAP_YEAR)
        if not _is_day(year, int(match["month"]), int(match["day"])):
            yield _impossible(match)
    for match in _MONTH.finditer(plan.text):
        is_day = _DAY.match(plan.text, match.start()) is not None
        if not 1 <= int(match["month"]) <= 12 and not is_day:
            yield _impossible(match)


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _impossible(match: re.Match[str]) -> Hit:
    words = "".join(match.group().split())
    return Hit(match.span(), Message(f"没有“{words}”这一天", f"there is no day “{words}”"))


def reports_to_nobody(plan: PlanView) -> Iterator[Hit]:
    """T003: regular reports that are owed to nobody."""
    for span, _, _ in plan.diagnosed("report-to-nobody"):
        yield Hit(
            span,
            Message(
                "要求定期报送，没有写报给谁", "wants regular reports and does not say for whom"
            ),
        )


def after_the_end(plan: PlanView) -> Iterator[Hit]:
    """T004: a deadline later than the end that the plan gives itself."""
    last = _own_end(plan)
    for deadline in plan.facts.deadlines if last else ():
        if deadline.date is not None and _is_after(plan, deadline, str(last)):
            yield Hit(
                (deadline.start, deadline.end),
                Message(
                    f"期限 {deadline.date} 晚于方案自身的期限 {last}",
                    f"the deadline {deadline.date} is after the plan's own end, {last}",
                ),
            )


def _is_after(plan: PlanView, deadline: Deadline, last: str) -> bool:
    """Whether a deadline is later than a day; one that is a year and no more, than its year."""
    words = plan.text[deadline.start : deadline.end]
    day = deadline.date or ""
    return day[:4] > last[:4] if words and not _WITHIN_YEAR.search(words) else day > last


def _own_end(plan: PlanView) -> str | None:
    """The last day of the phases, else of the period or year in the title, ISO 8601."""
    phases = [stage.last for stage in plan.facts.stages if stage.last is not None]
    if phases:
        return max(phases)
    found = _PERIOD.search(plan.plan.title) or _YEAR.search(plan.plan.title)
    return f"{found['last']}-12-31" if found else None
