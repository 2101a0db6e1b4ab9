"""Figures and findings of facts made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmodel.analysis.load import Weights
from graphmodel.analysis.summary import summary
from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import (
    Deadline,
    Diagnostic,
    Duty,
    Indicator,
    Measure,
    Responsibility,
    Stage,
    Target,
)
from graphmodel.model.vocabulary import Basis, DutyKind, LinkBasis, Operator, Role, Severity
from tests.analysis.building import Attribution, facts_of, unit

PLAN = "plan of 甲"


def led_indicator(key: str, name: str) -> Responsibility:
    return Responsibility(
        f"{key}/{name}",
        PLAN,
        None,
        key,
        f"甲:{name}",
        name,
        Role.LEAD,
        0,
        Basis.SOLE,
        False,
        False,
        "test",
        0,
        1,
    )


def indicator(
    key: str, level: int, parent: str | None = None, code: str | None = None
) -> Indicator:
    return Indicator(key, PLAN, f"name of {key}", level, parent, code, 0, 1)


def measure(key: str, code: str, task: int) -> Measure:
    return Measure(f"m{key}", PLAN, key, code, f"{PLAN}#{task}", LinkBasis.TITLE, "words", 0, 1)


def rich_facts() -> Facts:
    """Four tasks; 3 is led by a collective, 4 by nobody; six indicators."""
    facts = facts_of(
        Attribution(1, "A", "BX企"),
        Attribution(1, "B"),
        Attribution(2, "A", "镇"),
        Attribution(3, "镇"),
        tasks=4,
    )
    return replace(
        facts,
        units=(*facts.units, unit("Z", "甲")),
        responsibilities=(
            *facts.responsibilities,
            led_indicator("i1", "A"),
            led_indicator("i31", "Z"),
        ),
        indicators=(
            indicator("i1", 1, code="electricity"),
            indicator("i11", 2, "i1"),
            indicator("i2", 1, code="tax"),
            indicator("i21", 2, "i2"),
            indicator("i3", 1, code="labor"),
            indicator("i31", 2, "i3"),
        ),
        # i1 by its code, i2 through the one below it.
        measures=(measure("vocabulary:electricity", "electricity", 1), measure("i21", "x", 2)),
        targets=(Target("t", PLAN, None, "时限", Operator.AT_MOST, 3.0, "天", 0, 1),),
        deadlines=(Deadline("d", PLAN, f"{PLAN}#1", "2030-06-30", None, None, 0, 1),) * 2,
        duties=(Duty("u", PLAN, DutyKind.REPORT, ("甲:A",), "甲:B", None, (), 0, 1),),
        stages=(Stage("s", PLAN, "first", None, None, 0, 1),) * 3,
        diagnostics=(
            Diagnostic("a", Severity.WARNING, "", PLAN, 0, 1),
            Diagnostic("b", Severity.WARNING, "", PLAN, 0, 1),
            Diagnostic("c", Severity.INFO, "", None, None, None),
        ),
    )


def values(facts: Facts, plan: str | None) -> dict[str, object]:
    table = summary(facts)
    rows = table[table["plan"].isna()] if plan is None else table[table["plan"] == plan]
    return dict(zip(rows["measure"], rows["value"], strict=True))


def items(facts: Facts) -> dict[str, tuple[str, ...]]:
    table = summary(facts)
    found = table[table["items"].map(len) > 0]
    return dict(zip(found["measure"], found["items"], strict=True))


def test_measures_of_a_plan() -> None:
    assert values(rich_facts(), PLAN) == {
        "tasks": 4,
        "attributions": 4,
        "responsibilities": 10,
        "units": 4,
        "collectives": 1,
        "externals": 1,
        "indicator_only_units": 1,
        "tasks_without_lead": 1,
        "tasks_led_by_collectives": 1,
        "boilerplate_supports": 0,
        "indicators": 6,
        "indicators_without_lead": 2,
        "indicators_without_task": 1,
        "targets": 1,
        "deadlines": 2,
        "duties": 1,
        "stages": 3,
        "diagnostics_error": 0,
        "diagnostics_warning": 2,
        "diagnostics_info": 0,
    }


def test_findings_name_what_they_count() -> None:
    # i3 is led, because all below it are. Only i3 has no task. A leads 2 of 3.6: see below.
    assert items(rich_facts()) == {
        "highest_z": ("A",),
        "indicator_only_units": ("Z",),
        "tasks_without_lead": (f"{PLAN}#4",),
        "tasks_led_by_collectives": (f"{PLAN}#3",),
        "indicators_without_lead": ("name of i2", "name of i21"),
        "indicators_without_task": ("name of i3",),
    }


def test_measures_of_a_jurisdiction() -> None:
    # A 2, B 1 + 0.3, X 0.3: median 1.3, deviations 0.7, 0, 1: MAD 0.7. Gini: −2 · 0.3 + 2 · 2
    # over 3 · 3.6. Diagnostics of no plan stand apart, after all plans.
    assert values(rich_facts(), None) == {
        "plans": 1,
        "loaded_units": 3,
        "load": 3.6,
        "overloaded": 0,
        "highest_z": pytest.approx(0.6745),
        "gini": pytest.approx(3.4 / 10.8),
        "hhi": pytest.approx((4 + 1.69 + 0.09) / 3.6**2),
        "top3_share": pytest.approx(1.0),
        "diagnostics_info": 1,
    }
    assert summary(rich_facts()).iloc[-1].tolist() == [None, None, "diagnostics_info", 1, ()]


def test_overloaded_units_are_named() -> None:
    # Loads 9, 1, 1, 1, 1: median 1, MAD 0, mean deviation 8/5: z = 8 / (1.253314 · 8/5) = 3.99.
    facts = facts_of(*(Attribution(n, "A") for n in range(1, 10)), Attribution(10, "BCDE"))
    table = summary(facts)
    row = table[table["measure"] == "overloaded"].iloc[0]
    assert (row["jurisdiction"], row["value"], row["items"]) == ("甲", 1, ("A",))


def test_boilerplate_is_named() -> None:
    facts = facts_of(Attribution(1, "A", "B镇X"), Attribution(2, "A", "众镇X"))
    assert values(facts, PLAN)["boilerplate_supports"] == 4
    assert items(facts)["boilerplate_supports"] == ("镇", "X")


def test_standing_rule_is_no_attribution() -> None:
    facts = facts_of(Attribution(1, "A"), Attribution(1, "", "B", standing=True))
    assert values(facts, PLAN)["attributions"] == 1


def test_jurisdictions_stand_before_their_plans() -> None:
    first = facts_of(Attribution(1, "A"), plan="p")
    second = facts_of(Attribution(1, "B"), plan="q")
    elsewhere = facts_of(Attribution(1, "A"), place="乙")
    table = summary(merge([first, elsewhere, second]))
    blocks = table[["jurisdiction", "plan"]].drop_duplicates().to_numpy().tolist()
    assert blocks == [["甲", None], ["甲", "p"], ["甲", "q"], ["乙", None], ["乙", "plan of 乙"]]
    plans = table[table["measure"] == "plans"]
    assert plans["value"].tolist() == [2, 1]


def test_units_of_a_place_without_a_plan_come_after() -> None:
    facts = facts_of(Attribution(1, "AB"))
    moved = replace(facts.units[1], jurisdiction="乙", jurisdiction_id="乙")
    table = summary(replace(facts, units=(facts.units[0], moved)))
    rows = table[table["measure"].isin(["plans", "load"])]
    assert rows[["jurisdiction", "measure", "value"]].to_numpy().tolist() == [
        ["甲", "plans", 1],
        ["甲", "load", 1.0],
        ["乙", "plans", 0],
        ["乙", "load", 1.0],
    ]


def test_weights_and_split_leads_are_those_of_load() -> None:
    facts = facts_of(Attribution(1, "AB"), Attribution(2, "A"))
    for table, load in (
        (summary(facts), 3.0),
        (summary(facts, split_leads=True), 2.0),
        (summary(facts, weights=Weights(lead=2)), 6.0),
    ):
        assert table[table["measure"] == "load"]["value"].tolist() == [load]


def test_nothing_gives_an_empty_table() -> None:
    empty = summary(Facts())
    assert len(empty) == 0
    assert list(empty.columns) == ["jurisdiction", "plan", "measure", "value", "items"]


def test_plan_without_attributions_has_its_rows() -> None:
    found = values(facts_of(tasks=2), PLAN)
    assert (found["tasks"], found["tasks_without_lead"], found["responsibilities"]) == (2, 2, 0)
    assert values(facts_of(tasks=2), None)["gini"] == 0.0
