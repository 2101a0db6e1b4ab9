"""Days and recurrences in words."""

from __future__ import annotations

import pytest

from graphmodel.analysis.schedule import DEADLINE
from graphmodel.model.vocabulary import DutyKind, Recurrence
from graphmodel.reports.whens import KINDS, RECURRENCES, when
from graphmodel.reports.wording import Language


@pytest.mark.parametrize(
    ("recurrence", "dates", "zh", "en"),
    [
        ("quarterly", (), "每季度", "quarterly"),
        ("quarterly", ("03-10", "06-10"), "每年 03-10、06-10", "03-10, 06-10 each year"),
        ("monthly", ("05",), "每月 5 日", "day 5 of each month"),
        (None, ("2024-06-30",), "2024-06-30", "2024-06-30"),
        (None, ("2024-06-30", "06-30"), "每年 06-30、2024-06-30", "06-30 each year, 2024-06-30"),
        (None, (), "", ""),
    ],
)
def test_when(recurrence: str | None, dates: tuple[str, ...], zh: str, en: str) -> None:
    assert when(recurrence, dates, Language.ZH) == zh
    assert when(recurrence, dates, Language.EN) == en


def test_every_kind_and_recurrence_has_words() -> None:
    assert set(KINDS) == {DEADLINE, *map(str, DutyKind)}
    assert set(RECURRENCES) == set(Recurrence)
