"""Recurring obligations: reports by given days, meetings, bulletins, assessments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmodel.extraction.dates import find_times, last_day
from graphmodel.extraction.draft import Doubt, DraftDuty, Mention
from graphmodel.extraction.names import has_ending, split_names
from graphmodel.extraction.squeezed import Squeezed, squeezed
from graphmodel.model.ids import squeeze
from graphmodel.model.vocabulary import DutyKind, Recurrence, Severity

_LEAP_YEAR = 2024
_AHEAD = 200
"""Characters behind a time in which what is due can stand."""
_SENTENCE = re.compile(r"[^。；;\n\r]++(?:[\n\r]{1,3}[^。；;\n\r]++)*+")
_TRIGGER = re.compile(
    r"[每按日](?:(?<=每)[ \t\n]?(?:个?季|个?月|周|半年|年)|(?<=按)[季月周年]"
    r"|(?<=\d日)|(?<=\d[ \t\n]日))"
)
"""What a recurring obligation hangs on; begins with characters that a scan finds quickly."""
_KINDS: tuple[tuple[DutyKind, re.Pattern[str]], ...] = (
    (
        DutyKind.REPORT,
        re.compile(
            r"(?:报送|上报|书面反馈|汇报|报告|报)(?:至|到|给)?(?P<to>[^，。；、]{2,24}?)?"
            r"(?=$|[，。；、]|备案|汇总|审定)"
        ),
    ),
    (
        DutyKind.MEET,
        re.compile(r"(?:召开|举行)[^，。；]{0,30}?会(?:议|商)?(?=$|[，。；、])|例会|会商"),
    ),
    (DutyKind.BULLETIN, re.compile(r"通报|简报|点评|晾晒")),
    (DutyKind.ASSESS, re.compile(r"考核|考评|评估|测评|督查")),
)
_TOWARDS = re.compile(r"向(?P<to>[^，。；、]{2,20}?)(?:报送|上报|汇报|报告|反馈|书面报告)")
_REPORTED = re.compile(r"报送|上报(?!名)")
_SOMEWHERE = re.compile(
    r"(?:报送|上报)(?:至|到|给|[^，。；、]{0,20}?[局委办厅部院组府室处会])"
    r"|向|(?<![上通申填汇])报[^送告名销批备装警][^，。；]{1,20}"
)
"""What says where reports go, whether it names a body or not."""
_DATE = re.compile(r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_DAY = re.compile(r"每月(?P<day>\d{1,2})日")
_CLAUSE = re.compile(r"[^，,]+")
_SUBJECT = re.compile(
    r"(?:请|由)?(?P<names>[^，,于将每]{2,60}?)"
    r"(?=要|应|须|需|将|每|按(?!照)|于|定期|至少|在|截至|\d{1,2}月|负责|向)"
)
_OFFICIAL = re.compile(
    r"(?:领导|负责同志|负责人|书记|[省市县区]长)(?:要|应|须|需|将|每|定期|至少|于)"
)


def duties_of(text: str, start: int, end: int, leads: tuple[Mention, ...]) -> Iterator[DraftDuty]:
    """The recurring obligations that text[start:end] states.

    Args:
        text: The document's text.
        start: Where to begin.
        end: Where to end; attributions are not part of it.
        leads: Who leads the item, for sentences that name no subject.
    """
    if _TRIGGER.search(text, start, end) is None:
        return
    for sentence in _SENTENCE.finditer(text, start, end):
        if _TRIGGER.search(text, *sentence.span()):
            yield from _duties_in(text, *sentence.span(), leads)


def reports_to_nobody(text: str, start: int, end: int) -> Iterator[Doubt]:
    """The sentences of text[start:end] that want regular reports, where it names no recipient."""
    if _TRIGGER.search(text, start, end) is None or _REPORTED.search(text, start, end) is None:
        return
    if _SOMEWHERE.search(squeeze(text[start:end])):
        return
    for sentence in _SENTENCE.finditer(text, start, end):
        if _TRIGGER.search(sentence.group()) and _REPORTED.search(sentence.group()):
            first = len(sentence.group()) - len(sentence.group().lstrip())
            last = len(sentence.group().rstrip())
            span = (sentence.start() + first, sentence.start() + last)
            yield Doubt("report-to-nobody", Severity.WARNING, *span)


def _duties_in(text: str, start: int, end: int, leads: tuple[Mention, ...]) -> Iterator[DraftDuty]:
    whole = squeezed(text, (start, end))
    subject = () if _OFFICIAL.search(whole.text) else leads
    for clause in _CLAUSE.finditer(whole.text):
        subject = _subject(whole, clause) or subject
        span = whole.span(*clause.span())
        recurrence = _recurrence(text, *span)
        dates = _dates(clause.group())
        if recurrence is None and not dates:
            continue
        words = whole.text[clause.start() : clause.end() + _AHEAD]
        for kind, pattern in _KINDS:
            act = pattern.search(words if dates else clause.group())
            if act is None:
                continue
            to = _recipient(whole, clause.start(), act) if kind is DutyKind.REPORT else None
            if kind is DutyKind.REPORT and to is None:
                continue
            ending = whole.span(clause.start(), clause.start() + act.end())[1]
            yield DraftDuty(kind, subject, to, recurrence, dates, span[0], ending)
            break


def _subject(whole: Squeezed, clause: re.Match[str]) -> tuple[Mention, ...]:
    """The bodies that a clause begins with."""
    match = _SUBJECT.match(clause.group())
    if match is None:
        return ()
    names = split_names(match["names"], clause.start() + match.start("names")).names
    if not names or not all(has_ending(n.words) and len(n.words) <= 20 for n in names):
        return ()
    return tuple(Mention(n.words, *whole.span(n.start, n.end)) for n in names)


def _recipient(whole: Squeezed, base: int, act: re.Match[str]) -> Mention | None:
    towards = _TOWARDS.search(whole.text, base, base + _AHEAD)
    match, start = (towards, towards.start("to")) if towards else (act, 0)
    if not towards and act["to"]:
        start = base + act.start("to")
    words = match["to"]
    if not words or not has_ending(words):
        return None
    return Mention(words, *whole.span(start, start + len(words)))


def _recurrence(text: str, start: int, end: int) -> Recurrence | None:
    return next((w.recurrence for w in find_times(text, start, end, None) if w.recurrence), None)


def _dates(clause: str) -> tuple[str, ...]:
    """Days as given: with a year ISO 8601, else MM-DD; the day of every month as DD."""
    days = [day for m in _DATE.finditer(clause) if (day := _date(m["year"], m["month"], m["day"]))]
    if days:
        return tuple(days)
    return tuple(f"{int(m['day']):02}" for m in _DAY.finditer(clause) if 1 <= int(m["day"]) <= 31)


def _date(year: str | None, month: str, day: str) -> str | None:
    """ISO 8601 with a year, MM-DD without; None for a day that does not exist."""
    date = last_day(int(year or _LEAP_YEAR), int(month), day)
    return date if date is None or year else date[5:]
