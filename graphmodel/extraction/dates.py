"""Deadlines and recurrences in the text of an item, periods of stages."""

from __future__ import annotations

import calendar
import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from graphmodel.extraction.numerals import ordinal
from graphmodel.model.vocabulary import Recurrence


class When(NamedTuple):
    """A time that the text sets; `date` is the last day that is meant, ISO 8601."""

    start: int
    end: int
    date: str | None = None
    recurrence: Recurrence | None = None
    event: str | None = None


_S = r"[ \t\n\r\u3000]{0,3}"
_YEAR = rf"(?P<year>20\d\d){_S}年?"
_DATED = re.compile(
    rf"(?:(?:20\d\d){_S}年?{_S}(?:至|到|—+|-|－|~|～){_S}(?P<range>20\d\d){_S}年"
    rf"|(?:(?P<year>20\d\d){_S}年|(?P<this>今年|本年|当年)|(?P<next>明年))?{_S}"
    rf"(?:(?P<month>\d{{1,2}}){_S}月{_S}"
    rf"(?:(?P<day>\d{{1,2}}){_S}日|(?P<part>份|底|末|上旬|中旬|下旬))?"
    rf"|第?(?P<quarter>[一二三四1-4]){_S}季度|(?P<half>[上下])半年"
    rf"|(?P<end>年{_S}[底末内]|底(?=前)|内))?)"
    rf"(?P<tail>{_S}(?:末|底)?(?:之?前|以前|前))?"
)
_ANCHOR = re.compile(
    r"20\d\d[ \t\n\r\u3000]{0,3}(?:年|[至到—\-－~～])|(?:今|本|当|明)年"
    r"|(?<!\d)\d{1,2}[ \t\n\r]{0,2}月"
    r"|年[ \t\n\r]?[底末内]|第?[一二三四]季度|[上下]半年"
)
_TIME = re.compile("[年月季]")
"""What any date holds; an item without it is passed over quickly."""
_RECURRING = re.compile(
    r"(?P<weekly>每[ \t\n\r]?(?:周|星期)|(?<![一-龥])周(?=点评|通报|调度|报告|例会)|按周)"
    r"|(?P<monthly>每[ \t\n\r]?个?月|(?<![一-龥\d])月(?=通报|调度|点评|报告|考核)|按月|逐月)"
    r"|(?P<quarterly>每[ \t\n\r]?个?季度?|按季度?(?!申报)|逐季|(?<=[、，])季度?(?=通报|考核|调度))"
    r"|(?P<half_yearly>每[ \t\n\r]?半年)"
    r"|(?P<yearly>每[ \t\n\r]?年(?!度?[新第]|最[高多]|不[超高]|给予"
    r"|约?\d[\d.]*[亿万元吨])|按年度|逐年(?!提|增|下|上|降)"
    r"|(?<=[、，])年度(?=考核|评估|通报))"
)
_RECURRING_ANCHOR = re.compile("[每按逐周月季年]")
"""What any recurrence begins with; scanning for it alone is several times faster."""
_CITATION = re.compile(r"《[^》]{0,120}》|“[^”]{0,60}规划”")
_PAST = re.compile(r"[ \t\n\r]{0,2}(?:以来|起|版|修订|印发|开始|的基础上|度?(?:全|要)?省)")
_TO = re.compile(rf"{_S}(?:至|到|[—–~～-]{{1,2}}){_S}")
_PLANNED = re.compile("(?:计划|预计|力争|确保|争取|拟)(?:于|在)?$")
"""Before a bare year: what is planned for it."""
_LAST_DAY = {"初": 10, "上旬": 10, "中旬": 20}


def find_times(text: str, start: int, end: int, issued: datetime.date | None) -> list[When]:
    """Deadlines and recurrences in text[start:end], in order.

    A month or `年底` without a year is of the year of issue; without a date of issue it is kept
    as an event. Dates inside 《》 and dates of what has passed (2020年以来) are none.
    """
    times = list(_dated(text, start, end, issued)) if _TIME.search(text, start, end) else []
    if times:
        cited = [m.span() for m in _CITATION.finditer(text, start, end)]
        starts = [a for a, _ in cited]
        times = [w for w in times if not _is_inside(cited, bisect_right(starts, w.start), w)]
    times += _recurring(text, start, end)
    return sorted(times, key=lambda when: when.start)


_CELL = re.compile(
    r"(?:.*[年月日\d](?:至|到|[—–~～-]+))?"
    r"(?:(?P<year>20\d\d)(?:年|[./-](?=\d)|$))?"
    r"(?:(?P<month>\d{1,2})(?:月份?|[./-](?=\d)|$)(?:(?P<day>\d{1,2})日?)?|(?P<half>[上下])半年"
    r"|第?(?P<quarter>[一二三四1-4])季度)?"
    r"(?P<part>底|末|上旬|中旬|下旬)?(?:之?前|以前|内|完成)*"
)
_DAY = re.compile(
    r"(?P<year>20\d\d)[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})(?P<part>)(?P<quarter>)(?P<half>)"
)
_NO_TIME = re.compile(r"[\W_无]*")
_LONGEST_EVENT = 20


def times_of_cell(text: str, start: int, end: int, issued: datetime.date | None) -> list[When]:
    """The deadlines of a cell in a column of deadlines: 12月, 2026.05-2029.06, 每季度, 长期坚持.

    Of a period its end counts. Words that are no time are an event.
    """
    words = re.sub(r"\s", "", text[start:end])
    if _NO_TIME.fullmatch(words):
        return []
    match = _DAY.fullmatch(words) or _CELL.fullmatch(words)
    if match and (match["year"] or match["month"]):
        return [_cell_time(match, words, start, end, issued)]
    found = find_times(text, start, end, issued)
    if found or len(words) > _LONGEST_EVENT:
        return found
    return [When(start, end, event=words)]


def _cell_time(
    match: re.Match[str], words: str, start: int, end: int, issued: datetime.date | None
) -> When:
    year = int(match["year"]) if match["year"] else issued.year if issued else None
    stated = re.search(r"20\d\d", words)
    if match["year"] is None and stated:
        year = int(stated.group())  # 2026年3月—6月
    if year is None:
        return When(start, end, event=words)
    month = int(match["month"]) if match["month"] else None
    date = last_day(year, month, match["day"] or match["part"], match["quarter"], match["half"])
    return When(start, end, date=date, event=None if date else words)


def _is_inside(spans: list[tuple[int, int]], behind: int, when: When) -> bool:
    """Whether the last span that begins before a time, number `behind` - 1, holds it."""
    return behind > 0 and when.start < spans[behind - 1][1]


def _recurring(text: str, start: int, end: int) -> Iterator[When]:
    position = start
    for anchor in _RECURRING_ANCHOR.finditer(text, start, end):
        if anchor.start() < position:
            continue
        match = _RECURRING.match(text, anchor.start(), end)
        if match is not None:
            position = match.end()
            yield When(*match.span(), recurrence=Recurrence(match.lastgroup or ""))


def _dated(text: str, start: int, end: int, issued: datetime.date | None) -> Iterator[When]:
    position = start
    for anchor in _ANCHOR.finditer(text, start, end):
        if anchor.start() < position:
            continue
        match = _DATED.match(text, anchor.start(), end)
        if match is None or match.end() <= anchor.start():
            continue
        position = match.end()
        last = _end_of_period(text, match, end)
        if last is not None:
            position = last.end()
            yield _when(last, issued, since=match)
        elif _is_deadline(text, match, start):
            yield _when(match, issued)


def _end_of_period(text: str, first: re.Match[str], end: int) -> re.Match[str] | None:
    """The end of a period that begins with a day, or with a month of a year: 2024年9月—11月."""
    begins = first["day"] or (first["month"] and first["year"] and not first["part"])
    joint = _TO.match(text, first.end(), end) if begins else None
    last = _DATED.match(text, joint.end(), end) if joint else None
    return last if last is not None and last["month"] else None


def _is_deadline(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the words set a time for something to come.

    A full date needs no more than itself; a bare year needs 到 or a comma (`2023年，全区…`);
    a bare month needs 份, 底, a day or 前.
    """
    before = text[max(start, match.start() - 1) : match.start()]
    if text[max(start, match.start() - 2) : match.start()] in ("每年", "每月"):
        return False
    if before in ("每", "第", "《", "（", "(", "—", "-", "近") or _PAST.match(text, match.end()):
        return False
    if match["range"]:
        return True
    if match["month"]:
        return bool(match["part"] or match["day"] or match["tail"] or match["year"]) and (
            before != "至"
        )
    if match["end"] or match["quarter"] or match["half"]:
        return match["end"] != "内" or bool(match["year"])
    behind = text[match.end() : match.end() + 1]
    planned = _PLANNED.search(text, max(start, match.start() - 3), match.start()) is not None
    return bool(match["tail"]) or before == "到" or behind in ("，", ",") or planned


def _when(
    match: re.Match[str], issued: datetime.date | None, since: re.Match[str] | None = None
) -> When:
    """The time that a match means; `since` is the first day of a period that it ends."""
    words = re.sub(r"\s", "", match.group())
    span = (since.start() if since else match.start(), match.end())
    year = match["year"] or match["range"] or (since["year"] if since else None)
    if year is None:
        if issued is None:
            return When(*span, event=words)
        year = str(issued.year + (match["next"] is not None))
    date = last_day(
        int(year),
        int(match["month"]) if match["month"] else None,
        match["day"] or match["part"],
        match["quarter"],
        match["half"],
    )
    return When(*span, date=date, event=None if date else words)


def last_day(
    year: int,
    month: int | None = None,
    day: str | None = None,
    quarter: str | None = None,
    half: str | None = None,
) -> str | None:
    """The last day of a period, ISO 8601; None for a day that does not exist."""
    if quarter:
        month = ordinal(quarter) * 3
    elif half:
        month = 6 if half == "上" else 12
    month = 12 if month is None else month
    if not 1 <= month <= 12:
        return None
    length = calendar.monthrange(year, month)[1]
    number = int(day) if day and day.isdecimal() else _LAST_DAY.get(day or "", length)
    return f"{year:04}-{month:02}-{number:02}" if 1 <= number <= length else None


_PERIOD = re.compile(
    rf"(?:{_YEAR}{_S})?(?P<month>\d{{1,2}}){_S}月{_S}"
    rf"(?:(?P<day>\d{{1,2}}){_S}日|(?P<part>上旬|中旬|下旬|底|初))?"
)


def period(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """First and last day of a period such as `2021年12月—2022年2月`; None for what is not said."""
    dates = []
    year = None
    for match in _PERIOD.finditer(text, start, end):
        year = int(match["year"]) if match["year"] else year
        if year is not None:
            dates.append((year, int(match["month"]), match["day"] or match["part"]))
    if not dates:
        return None, None
    first, last = dates[0], dates[-1]
    return _first_day(*first), last_day(*last)


_FIRST_DAY = {"中旬": 11, "下旬": 21}


def _first_day(year: int, month: int, day: str | None) -> str | None:
    if day == "底":
        return last_day(year, month)
    number = int(day) if day and day.isdecimal() else _FIRST_DAY.get(day or "", 1)
    try:
        return datetime.date(year, month, number).isoformat()
    except ValueError:
        return None
