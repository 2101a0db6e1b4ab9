"""Days and recurrences in words."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.model.vocabulary import Recurrence
from graphmodel.reports.wording import Language, Wording

RECURRENCES = {
    Recurrence.WEEKLY: Wording("每周", "weekly"),
    Recurrence.MONTHLY: Wording("每月", "monthly"),
    Recurrence.QUARTERLY: Wording("每季度", "quarterly"),
    Recurrence.HALF_YEARLY: Wording("每半年", "half-yearly"),
    Recurrence.YEARLY: Wording("每年", "yearly"),
}
KINDS = {
    "deadline": Wording("期限", "deadline"),
    "report": Wording("报送", "report"),
    "meet": Wording("会议", "meeting"),
    "bulletin": Wording("通报", "bulletin"),
    "assess": Wording("考核", "assessment"),
}
_EACH_YEAR = Wording("每年 {days}", "{days} each year")
_EACH_MONTH = Wording("每月 {days} 日", "day {days} of each month")
_MONTH_AND_DAY, _DAY = len("MM-DD"), len("DD")


def when(recurrence: str | None, dates: Sequence[str], language: Language) -> str:
    """The days of a duty, or how often it is due: `每年 03-10、06-10`; empty where neither is said.

    Args:
        recurrence: A value of `Recurrence`.
        dates: Days as given: ISO 8601, MM-DD (each year), DD (each month).
        language: The language.
    """
    if not dates:
        return RECURRENCES[Recurrence(recurrence)](language) if recurrence else ""
    yearly = [day for day in dates if len(day) == _MONTH_AND_DAY]
    monthly = [day.lstrip("0") for day in dates if len(day) == _DAY]
    once = [day for day in dates if len(day) > _MONTH_AND_DAY]
    parts = [
        _EACH_YEAR(language, days=listed(yearly, language)) if yearly else "",
        _EACH_MONTH(language, days=listed(monthly, language)) if monthly else "",
        listed(once, language),
    ]
    return listed([part for part in parts if part], language)


def listed(names: Sequence[str], language: Language) -> str:
    """Names one after the other, as the language separates them."""
    return ("、" if language is Language.ZH else ", ").join(names)
