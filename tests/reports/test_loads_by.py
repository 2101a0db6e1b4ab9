"""The report on load cut in parts."""

from __future__ import annotations

from graphmodel.analysis.choices import Cut
from graphmodel.model.facts import merge
from graphmodel.reports.loads import Counting, concentration_report, load_report
from graphmodel.reports.loads_by import load_by_report
from graphmodel.reports.terminal import to_text
from graphmodel.reports.wording import Language
from tests.analysis.building import Attribution, facts_of
from tests.analysis.test_load_by import about, due

FACTS = facts_of(Attribution(1, "A", "B"), Attribution(2, "AB"), Attribution(3, "B"))

PLANS = """\
各方案的单位负荷

plan of 甲 (plan of 甲)：2 个单位，负荷 4.3
单位  负荷   占比  任务  牵头  配合  套话  协同  名次  █牵头 ░配合
────────────────────────────────────────────────────────────────────────────────
B      2.3  53.5%     3     2     1     0     0     1  ██████████████████████░░░
A      2.0  46.5%     2     2     0     0     0     2  ██████████████████████

占比、名次：在各方案之内；各方案的负荷相加等于总负荷。
权重：牵头 1，配合 0.3，协同 0.1；套话式配合和通则配合计 0。
"""


def lines(cut: Cut, language: Language = Language.ZH) -> list[str]:
    facts = about(due(FACTS, (1, "2024-03-01")), (1, "tax"), (2, "tax"))
    return to_text(load_by_report(facts, cut, Counting(), language), width=80).splitlines()


def test_load_by_plan() -> None:
    assert lines(Cut.PLAN) == PLANS.splitlines()


def test_load_by_indicator_tells_its_code_and_what_is_about_none() -> None:
    found = lines(Cut.INDICATOR)
    assert "name of tax (tax)：2 个单位，负荷 3.3" in found
    assert "与指标没有联系的任务：1 个单位，负荷 1" in found


def test_load_by_month_ends_with_tasks_without_a_day() -> None:
    found = lines(Cut.MONTH, Language.EN)
    assert found.index("2024-03: 2 units, load 1.3") < found.index(
        "Tasks without a day: 2 units, load 3"
    )


def test_places_are_shown_where_an_indicator_is_of_several() -> None:
    facts = merge([FACTS, facts_of(Attribution(1, "A"), place="乙")])
    text = to_text(load_by_report(facts, Cut.MONTH, Counting(), Language.EN), width=80)
    assert "Unit  Place  Load" in text
    assert "Place" not in to_text(
        load_by_report(facts, Cut.PLAN, Counting(), Language.EN), width=80
    )


def test_collectives_are_told() -> None:
    facts = facts_of(Attribution(1, "A镇"))
    counting = Counting(collectives=True)
    for report in (
        load_report(facts, counting, Language.EN),
        load_by_report(facts, Cut.PLAN, counting, Language.EN),
        concentration_report(facts, counting, Language.EN),
    ):
        assert any(rule.startswith("Collectives count") for rule in report.rules)
    assert len(load_report(facts, counting, Language.EN).rows) == 2


def test_tails_are_told_with_the_rule() -> None:
    facts = facts_of(*(Attribution(n, "A", f"{head}镇X") for n, head in enumerate("BCD", 1)))
    [rule] = [r for r in load_report(facts, Counting(), Language.ZH).rules if "套话式配合：" in r]
    assert rule.endswith("如：《plan of 甲》“镇、X”（3 处，占 100%）。")
    assert not any("套话式配合：" in r for r in load_report(FACTS, Counting(), Language.ZH).rules)
