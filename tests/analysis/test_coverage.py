"""Gaps of plans in facts made by hand."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.analysis.coverage import (
    indicator_owners,
    indicators_without_lead,
    indicators_without_task,
    tasks_by_indicator,
    tasks_led_by_collectives,
    tasks_with_many_leads,
    tasks_without_lead,
)
from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import Indicator, Measure, Responsibility
from graphmodel.model.vocabulary import Basis, LinkBasis, Role
from tests.analysis.building import Attribution, facts_of

PLAN = "plan of 甲"


def tasks_facts() -> Facts:
    """1 is led by two groups, 2 by nobody, 3 by a group and a unit, 4 by four bodies."""
    return facts_of(
        Attribution(1, "镇众", "A"),
        Attribution(2, "", "A"),
        Attribution(3, "镇A"),
        Attribution(4, "AB"),
        Attribution(4, "A镇企"),
        tasks=5,
    )


def test_tasks_without_lead() -> None:
    table = tasks_without_lead(tasks_facts())
    assert table.to_dict("list") == {
        "plan": [PLAN, PLAN],
        "task": [f"{PLAN}#2", f"{PLAN}#5"],
        "path": ["2", "5"],
        "title": ["task 2", "task 5"],
        "start": [0, 0],
        "end": [1, 1],
    }
    both = merge((tasks_facts(), facts_of(tasks=1, place="乙")))
    assert tasks_without_lead(both)["path"].tolist() == ["1", "2", "5"]
    assert tasks_without_lead(both, "plan of 乙")["path"].tolist() == ["1"]


def test_tasks_that_only_groups_lead() -> None:
    table = tasks_led_by_collectives(tasks_facts())
    assert table[["path", "group_id", "group_name"]].to_dict("records") == [
        {"path": "1", "group_id": "甲:众", "group_name": "众"},
        {"path": "1", "group_id": "甲:镇", "group_name": "镇"},
    ]
    assert tasks_led_by_collectives(tasks_facts(), "another plan").empty


def test_tasks_that_many_lead() -> None:
    # 4 is led by A, B, the group and the enterprise.
    table = tasks_with_many_leads(tasks_facts())
    assert table[["path", "leads"]].to_dict("records") == [{"path": "4", "leads": 4}]
    assert tasks_with_many_leads(tasks_facts(), 1)["leads"].tolist() == [4, 2, 2]
    assert tasks_with_many_leads(tasks_facts(), 1)["path"].tolist() == ["4", "1", "3"]
    assert tasks_with_many_leads(tasks_facts(), 1, "another plan").empty


def test_what_an_annex_states_again_is_told_once() -> None:
    made = facts_of(Attribution(1, "ABCD"), Attribution(2, "ABCD"))
    first, second = made.tasks
    again = replace(made, tasks=(first, replace(second, same_as=first.id)))
    assert tasks_with_many_leads(again)["path"].tolist() == ["1"]


def indicator(
    key: str, level: int, parent: str | None = None, code: str | None = None
) -> Indicator:
    return Indicator(key, PLAN, f"name of {key}", level, parent, code, int(key[1:]), 99)


def owner(key: str, name: str) -> Responsibility:
    unit, basis = f"甲:{name}", Basis.SOLE
    return Responsibility(
        *(f"{key}/{name}", PLAN, None, key, unit, name, Role.LEAD, 0, basis),
        *(False, False, "test", int(key[1:]), 100),
    )


def measure(key: str, code: str, task: int) -> Measure:
    link = LinkBasis.TITLE
    return Measure(f"m{key}", PLAN, key, code, f"{PLAN}#{task}", link, "words", 3, 5)


def indicators_facts() -> Facts:
    """1 is led; 2 has led and unled ones below; 3 has led ones only; 4 has nothing."""
    below = (("i11", "i1"), ("i21", "i2"), ("i22", "i2"), ("i31", "i3"))
    national = Indicator("indicator:tax", None, "纳税", 1, None, "tax", None, None)
    facts = facts_of(Attribution(1, "A"), Attribution(2, "镇"))
    return replace(
        facts,
        indicators=(
            national,
            *(indicator(f"i{n}", 1, code=code) for n, code in enumerate((None, "tax", "x"), 1)),
            indicator("i4", 1),
            *(indicator(key, 2, parent) for key, parent in below),
        ),
        responsibilities=(
            *facts.responsibilities,
            owner("i1", "A"),
            owner("i21", "A"),
            owner("i31", "镇"),
        ),
        measures=(measure("indicator:tax", "tax", 2), measure("i31", "y", 1)),
    )


def test_indicators_that_nobody_answers_for() -> None:
    table = indicators_without_lead(indicators_facts())
    assert table["indicator"].tolist() == ["i2", "i4", "i22"]
    assert table["indicator_name"].tolist() == ["name of i2", "name of i4", "name of i22"]
    assert indicators_without_lead(indicators_facts(), "another plan").empty


def test_first_level_indicators_without_a_task() -> None:
    # 2 has its code's task, 3 the one of the indicator below it.
    table = indicators_without_task(indicators_facts())
    assert table[["indicator", "level", "start"]].to_dict("records") == [
        {"indicator": "i1", "level": 1, "start": 1},
        {"indicator": "i4", "level": 1, "start": 4},
    ]


def test_owners_of_indicators() -> None:
    table = indicator_owners(indicators_facts())
    columns = ["indicator", "unit", "kind", "basis", "mention", "start"]
    assert list(table[columns].itertuples(index=False, name=None)) == [
        ("i1", "甲:A", "unit", "sole", "A", 1),
        ("i21", "甲:A", "unit", "sole", "A", 21),
        ("i31", "甲:镇", "collective", "sole", "镇", 31),
    ]
    assert indicator_owners(indicators_facts(), unit="镇")["indicator"].tolist() == ["i31"]
    assert indicator_owners(indicators_facts(), plan="another plan").empty


def test_tasks_of_an_indicator_and_of_those_below_it() -> None:
    facts = indicators_facts()
    every = tasks_by_indicator(facts)
    assert every[["indicator", "path", "basis", "words", "start"]].to_dict("records") == [
        {"indicator": "i31", "path": "1", "basis": "title", "words": "words", "start": 3},
        {"indicator": "indicator:tax", "path": "2", "basis": "title", "words": "words", "start": 3},
    ]
    for called in ("i3", "x", "name of i3", "i31"):
        assert tasks_by_indicator(facts, called)["indicator"].tolist() == ["i31"]
    assert tasks_by_indicator(facts, "tax")["indicator"].tolist() == ["indicator:tax"]
    assert tasks_by_indicator(facts, "i2").empty
    assert tasks_by_indicator(facts, plan="another plan").empty
