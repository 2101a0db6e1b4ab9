"""The report on pairs of bodies."""

from __future__ import annotations

from graphmodel.model.facts import merge
from graphmodel.reports.collaborations import MOST, collaboration_report
from graphmodel.reports.formats import to_csv
from graphmodel.reports.terminal import to_text
from graphmodel.reports.wording import Language
from tests.analysis.building import Attribution, facts_of

FACTS = facts_of(Attribution(1, "A", "BC"), Attribution(2, "AB"), Attribution(3, "C", "B"))


def test_pairs_with_what_they_share() -> None:
    # A–B: task 1 (lead, support) and 2 (both lead); B–C: task 1 (both support) and 3; A–C: task 1
    assert to_text(collaboration_report(FACTS, Language.ZH), width=72).splitlines()[2:7] == [
        "单位甲  单位乙  任务  牵头–配合  共同牵头  共同配合  套话  █实质 ░套话",
        "────────────────────────────────────────────────────────────────────────",
        "A       B          2          1         1         0     0  █████████████",
        "B       C          2          1         0         1     0  █████████████",
        "A       C          1          1         0         0     0  ██████",
    ]


def test_csv_has_the_columns_of_the_table_and_ids_joined() -> None:
    assert to_csv(collaboration_report(FACTS, Language.ZH)).splitlines()[:2] == [
        "unit_a,unit_b,tasks,lead_support,co_lead,support_support,task_ids,name_a,name_b,boilerplate",
        "甲:A,甲:B,2,1,1,0,plan of 甲#1|plan of 甲#2,A,B,0",
    ]


def test_places_are_shown_where_there_are_several() -> None:
    facts = merge([facts_of(Attribution(1, "AB")), facts_of(Attribution(1, "AB"), place="乙")])
    text = to_text(collaboration_report(facts, Language.EN), width=80)
    assert "Place  Unit A  Unit B  Tasks" in text
    assert "甲     A       B" in text
    assert "乙     A       B" in text


def test_terminal_is_given_the_closest_pairs() -> None:
    facts = facts_of(Attribution(1, "ABCDEFGHI"))
    report = collaboration_report(facts, Language.ZH)
    assert len(report.rows) == 36
    assert f"以上是前 {MOST} 行，共 36 行" in to_text(report, width=80)
