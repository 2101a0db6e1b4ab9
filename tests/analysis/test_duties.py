"""Recurring duties in facts made by hand."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.analysis.duties import recurring_duties, reports_owed_to
from graphmodel.model.facts import Facts
from graphmodel.model.records import Duty
from graphmodel.model.vocabulary import DutyKind, Recurrence
from tests.analysis.building import Attribution, facts_of

PLAN = "plan of 甲"


def duty(key: str, kind: DutyKind, units: str, to: str | None, start: int) -> Duty:
    bodies = tuple(f"甲:{unit}" for unit in units)
    owed_to = f"甲:{to}" if to else None
    dates = () if kind is DutyKind.MEET else ("03-10", "09-10")
    recurrence = Recurrence.QUARTERLY if kind is DutyKind.MEET else None
    return Duty(key, PLAN, kind, bodies, owed_to, recurrence, dates, start, start + 2)


def facts() -> Facts:
    duties = (
        duty("report", DutyKind.REPORT, "镇BAB", "C", 5),
        duty("meeting", DutyKind.MEET, "C", None, 3),
        duty("assessment", DutyKind.ASSESS, "", "C", 9),
        duty("group", DutyKind.REPORT, "A", "镇", 7),
    )
    return replace(facts_of(Attribution(1, "ABC", "镇")), duties=duties)


def test_duties_with_who_has_them_and_for_whom() -> None:
    table = recurring_duties(facts())
    columns = ["duty", "kind", "recurrence", "dates", "name", "owed_to", "owed_to_name", "start"]
    report = ("report", "report", None, ("03-10", "09-10"))
    assert list(table[columns].itertuples(index=False, name=None)) == [
        ("meeting", "meet", "quarterly", (), "C", None, None, 3),
        *((*report, name, "甲:C", "C", 5) for name in ("A", "B", "镇")),
        ("group", "report", None, ("03-10", "09-10"), "A", "甲:镇", "镇", 7),
        ("assessment", "assess", None, ("03-10", "09-10"), None, "甲:C", "C", 9),
    ]


def test_duties_of_one_body_or_plan() -> None:
    assert recurring_duties(facts(), unit="A")["duty"].tolist() == ["report", "group"]
    assert recurring_duties(facts(), unit="甲:镇")["duty"].tolist() == ["report"]
    assert recurring_duties(facts(), plan="another plan").empty


def test_what_is_owed_to_a_body() -> None:
    assert reports_owed_to(facts(), "C")["name"].tolist() == ["A", "B", "镇"]
    assert reports_owed_to(facts(), "甲:C", "")["duty"].tolist() == ["report"] * 3 + ["assessment"]
    assert reports_owed_to(facts(), "C", "meet").empty
    assert reports_owed_to(facts(), "镇")["duty"].tolist() == ["group"]
