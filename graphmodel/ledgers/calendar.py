"""Deadlines and recurring duties as a calendar (iCalendar, RFC 5545)."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import body_names
from graphmodel.ledgers.fields import (
    ENGAGED,
    ID,
    INDICATOR,
    LEAD,
    PATH,
    SOURCE,
    SUPPORT,
    TARGET,
    TITLE,
)
from graphmodel.ledgers.items import Items, Texts
from graphmodel.ledgers.recurring import Series, series
from graphmodel.ledgers.words import duty_words, listed, sentences
from graphmodel.model.facts import Facts
from graphmodel.model.records import Deadline, Duty, Plan
from graphmodel.reports.cells import visible
from graphmodel.reports.whens import when
from graphmodel.reports.wording import Language, Wording

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//graphmodel//graphmodel//ZH"
_TASK = Wording("{title}[（{lead}）]", "{title}[ ({lead})]")
_DUTY = Wording("{title}[：{who}]", "{title}[: {who}]")
_LINE = Wording("{head}：{text}", "{head}: {text}")
_PLAN = Wording("方案", "Plan")
_PLANS = Wording("{count} 个方案的期限", "Deadlines of {count} plans")
_WHO = Wording("责任单位", "Who")
_DUE = Wording("期限", "Due")
_LAST_DAY = Wording(
    "方案未写明哪一天，按每期最后一天（每周按周五）列出",
    "the plan names no day; the last day of each period is taken, of a week Friday",
)
_CATEGORIES = {Deadline: Wording("期限", "Deadlines"), Duty: Wording("定期义务", "Duties")}
_OF_TASK = (TITLE, INDICATOR, LEAD, SUPPORT, ENGAGED, TARGET)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar as a file, and what it does not hold."""

    data: bytes
    events: int
    undated: int
    """Deadlines and duties without a day or recurrence."""


def calendar_of(facts: Facts, today: date, language: Language) -> Calendar:
    """All deadlines and duties, an event or a series of events each, by day.

    A series begins on the first day from the issue of its plan on, else in the first year that
    the plan names, and ends with the last day that it names, where that is not before.

    Args:
        facts: The facts.
        today: From when on series of plans that name no day at all are due.
        language: Of the words.
    """
    import icalendar

    made = [*_Events(facts, today, language)]
    events = [event for several in made for event in several]
    events.sort(key=lambda event: (event.decoded("DTSTART"), str(event["UID"])))
    calendar = icalendar.Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", icalendar.vText(_name(facts, language)))
    for event in events:
        calendar.add_component(event)
    return Calendar(calendar.to_ical(), len(events), made.count([]))


def _name(facts: Facts, language: Language) -> str:
    """What programs call the calendar."""
    titles = [plan.title for plan in facts.plans]
    return visible(titles[0]) if len(titles) == 1 else _PLANS(language, count=len(titles))


class _Events:
    """The events of each deadline and each duty; of what has no day there are none."""

    def __init__(self, facts: Facts, today: date, language: Language) -> None:
        self._facts = facts
        self._today, self._language = today, language
        self._items = Items(facts, language)
        self._plans = {plan.id: plan for plan in facts.plans}
        self._days = _days(facts)
        self._names = body_names(facts)

    def __iter__(self) -> Iterator[list[Event]]:
        texts = {item.texts[ID.key]: item.texts for item in self._items}
        tasks = {task.id: task for task in self._facts.tasks}
        for deadline in self._facts.deadlines:
            task = tasks[deadline.task]
            about = texts.get(task.id) or texts[task.same_as or ""]
            yield self._of_deadline(deadline, about)
        for duty in self._facts.duties:
            yield self._of_duty(duty)

    def _of_deadline(self, deadline: Deadline, texts: Texts) -> list[Event]:
        dates = (deadline.date,) if deadline.date else ()
        summary = _TASK(self._language, title=texts[TITLE.key], lead=texts[LEAD.key])
        heads = [(f.head(self._language), texts[f.key]) for f in _OF_TASK if texts[f.key]]
        heads[0] = (heads[0][0], f"{texts[PATH.key]} {heads[0][1]}")
        return self._events(deadline, dates, summary, heads)

    def _of_duty(self, duty: Duty) -> list[Event]:
        who = listed((self._names[unit] for unit in duty.units), self._language)
        title = duty_words(duty, self._names.get(duty.to), self._language)
        summary = _DUTY(self._language, title=title, who=who)
        heads = [(_WHO(self._language), who)] if who else []
        return self._events(duty, duty.dates, summary, heads)

    def _events(
        self,
        row: Deadline | Duty,
        dates: Sequence[str],
        summary: str,
        heads: Sequence[tuple[str, str]],
    ) -> list[Event]:
        plan, language = self._plans[row.plan], self._language
        due = when(row.recurrence, dates, language)
        if row.recurrence and not dates:
            due = sentences([due, _LAST_DAY(language)], language)
        every = [
            *heads,
            (_DUE(language), due),
            (_PLAN(language), plan.title),
            (SOURCE.head(language), self._items.place(row, with_file=True)),
        ]
        description = "\n".join(
            visible(_LINE(language, head=head, text=text)) for head, text in every if text
        )
        since = self._since(plan)
        return [
            self._event(row, number, one, {"SUMMARY": visible(summary), "DESCRIPTION": description})
            for number, one in enumerate(series(row.recurrence, tuple(dates), since))
        ]

    def _since(self, plan: Plan) -> date:
        """The day of issue, or the first of the first year that the plan names, or today."""
        days = self._days[plan.id]
        return _day(plan.issued) or (date(min(days).year, 1, 1) if days else self._today)

    def _event(
        self, row: Deadline | Duty, number: int, one: Series, words: Mapping[str, str]
    ) -> Event:
        import icalendar

        plan = self._plans[row.plan]
        event = icalendar.Event()
        event.add("UID", _uid(row.id, number))
        event.add("DTSTAMP", _stamp(plan))
        event.add("DTSTART", one.first)
        event.add("DTEND", one.first + timedelta(days=1))
        if one.rule is not None:
            last = max(self._days[plan.id], default=date.min)
            until = {"UNTIL": last} if last >= one.first else {}
            event.add("RRULE", {**one.rule, **until})
        for name, text in words.items():
            event.add(name, text)
        event.add("CATEGORIES", [_CATEGORIES[type(row)](self._language)])
        event.add("TRANSP", "TRANSPARENT")  # nobody is busy because of a deadline
        return event


def _days(facts: Facts) -> defaultdict[str, list[date]]:
    """The days that each plan names."""
    found: defaultdict[str, list[date]] = defaultdict(list)
    named = [(d.plan, d.date) for d in facts.deadlines]
    named += [(stage.plan, day) for stage in facts.stages for day in (stage.first, stage.last)]
    for plan, text in named:
        if day := _day(text):
            found[plan].append(day)
    return found


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _uid(key: str, number: int) -> str:
    """The same for the same deadline or duty of the same plan, so that calendars renew events."""
    digest = hashlib.sha256(f"{key} {number}".encode("utf-8", "backslashreplace")).hexdigest()
    return f"{digest[:32]}@graphmodel"


def _stamp(plan: Plan) -> datetime:
    """When the event was made, by the plan: the same input has to give the same bytes."""
    return datetime.combine(_day(plan.issued) or date(1980, 1, 1), time(), UTC)
