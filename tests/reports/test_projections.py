"""The reports on pairs of other sides."""

from __future__ import annotations

import pytest

from graphmodel.analysis.choices import Side
from graphmodel.reports.projections import Pairing, pairs_report
from graphmodel.reports.terminal import to_text
from graphmodel.reports.wording import Language
from tests.analysis.building import Attribution, facts_of
from tests.analysis.test_load_by import about

FACTS = about(
    facts_of(Attribution(1, "A", "BC"), Attribution(2, "A", "B"), Attribution(3, "D", "E")),
    (1, "tax"),
    (2, "power"),
)


def shown(side: Side, least: int = 1) -> list[list[str]]:
    report = pairs_report(FACTS, Pairing(side, least), Language.ZH)
    lines = to_text(report, width=80).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("──")) + 1
    return [line.split() for line in lines[start : lines.index("", start)]]


def test_leads_and_supporters() -> None:
    assert [row[:3] for row in shown(Side.LEAD_SUPPORT)] == [
        ["A", "B", "2"],
        ["A", "C", "1"],
        ["D", "E", "1"],
    ]
    assert len(shown(Side.LEAD_SUPPORT, least=2)) == 1


def test_tasks() -> None:
    # 2 of 3 bodies; A leads both, B supports both.
    assert shown(Side.TASKS) == [["1", "task", "1", "2", "task", "2", "2", "1", "0", "1", "66.7%"]]


def test_indicators_have_their_names() -> None:
    [row] = shown(Side.INDICATORS)
    assert row[:6] == ["name", "of", "power", "name", "of", "tax"]
    assert row[-1] == "66.7%"


def test_units_are_pairs_of_collaboration() -> None:
    report = pairs_report(FACTS, Pairing(least=2), Language.EN)
    assert [(row["name_a"], row["name_b"]) for row in report.rows] == [("A", "B")]
    assert "Only pairs that share 2 tasks at least." in report.rules


@pytest.mark.parametrize("side", Side)
def test_collectives_are_told(side: Side) -> None:
    facts = facts_of(Attribution(1, "A", "镇"), Attribution(2, "A", "镇"))
    without = pairs_report(facts, Pairing(side), Language.EN)
    included = pairs_report(facts, Pairing(side, collectives=True), Language.EN)
    assert any("ithout collectives." in rule for rule in without.rules)
    assert any("ith collectives." in rule for rule in included.rules)
    assert len(included.rows) >= len(without.rows)
