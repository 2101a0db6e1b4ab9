"""What hangs on a unit, chains between units, and comparison by function, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings

from graphmodel.analysis.chains import chain_between_units
from graphmodel.analysis.comparison import plans_by_function, units_of_function
from graphmodel.analysis.load import Weights, load
from graphmodel.analysis.sources import responsibility_source
from graphmodel.analysis.supporters import boilerplate_supporters
from graphmodel.analysis.units import dissolution
from graphmodel.model.facts import Facts, merge
from tests.analysis.building import Attribution, facts_of, of_tables, plans

PLAN = "plan of 甲"


def test_end_of_a_unit_leaves_tasks_without_lead() -> None:
    facts = facts_of(
        Attribution(1, "AB", "C"),
        Attribution(2, "B", "A镇"),
        Attribution(3, "A", "BC"),
        Attribution(4, "C", "", "A"),
        Attribution(5, "B"),
    )
    table = dissolution(facts, "A")
    columns = ["path", "role", "leaderless", "other_leads", "partners"]
    assert list(table[columns].itertuples(index=False, name=None)) == [
        ("3", "lead", True, 0, 2),
        ("1", "lead", False, 1, 2),
        ("2", "support", False, 1, 2),
        ("4", "engaged", False, 1, 1),
    ]
    assert dissolution(facts, "Z").dtypes.equals(table.dtypes)


def test_lead_that_an_annex_states_again_still_leads() -> None:
    made = facts_of(Attribution(1, "A"), Attribution(2, "A", "B"))
    first, second = made.tasks
    again = replace(made, tasks=(first, replace(second, same_as=first.id)))
    assert dissolution(again, "B")["other_leads"].tolist() == [1]
    assert dissolution(again, "A")["path"].tolist() == ["1"]


LINKS = facts_of(*(Attribution(n, *pair) for n, pair in enumerate(pairwise("ABCDEF"), start=1)))
"""A – B – C – D – E – F."""


def steps(facts: Facts, unit: str, other: str, boilerplate: bool = False) -> list[str]:
    table = chain_between_units(facts, unit, other, boilerplate)
    rows = table[["step", "name", "partner_name", "path"]].itertuples(index=False, name=None)
    return [f"{step} {a}{b} {path}" for step, a, b, path in rows]


def test_chain_of_up_to_four_tasks() -> None:
    assert steps(LINKS, "A", "B") == ["1 AB 1"]
    assert steps(LINKS, "A", "甲:E") == ["1 AB 1", "2 BC 2", "3 CD 3", "4 DE 4"]
    assert steps(LINKS, "E", "C") == ["1 ED 4", "2 DC 3"]
    assert steps(LINKS, "A", "F") == []


def test_no_chain_from_a_unit_to_itself_or_to_nobody() -> None:
    assert steps(LINKS, "A", "甲:A") == []
    assert steps(LINKS, "A", "Z") == []


def test_of_several_chains_the_one_with_the_smallest_ids() -> None:
    # A – C – Z and A – D – Z; A and C share tasks 1 and 3.
    facts = facts_of(
        *(Attribution(n, *pair) for n, pair in enumerate(("AC", "AD", "CA", "DZ", "ZC"), start=1))
    )
    assert steps(facts, "A", "Z") == ["1 AC 1", "2 CZ 5"]


def test_supports_without_weight_link_on_demand_only() -> None:
    # Q and R are the tail of all lists.
    tails = facts_of(*(Attribution(n, lead, "QR") for n, lead in enumerate("ABC", start=1)))
    assert steps(tails, "A", "B") == []
    assert steps(tails, "A", "B", boilerplate=True) == ["1 AQ 1", "2 QB 2"]
    # Groups are no links.
    assert steps(facts_of(Attribution(1, "A", "镇"), Attribution(2, "镇", "B")), "A", "B") == []


def test_two_plans_side_by_side_by_function() -> None:
    first = facts_of(Attribution(1, "A", "BC镇"), Attribution(2, "A企"))
    second = facts_of(Attribution(1, "B", "A"), Attribution(2, "", "A", standing=True), place="乙")
    codes = {"A": "tax", "B": "housing", "C": "tax", "企": "power"}
    facts = merge((first, second))
    units = tuple(replace(u, function=codes.get(u.name, "other")) for u in facts.units)
    table = plans_by_function(replace(facts, units=units), PLAN, "plan of 乙")
    assert list(table.itertuples(index=False, name=None)) == [
        ("housing", 0, 1, 1, 0),
        ("power", 1, 0, 0, 0),
        ("tax", 2, 1, 0, 1),
    ]
    assert plans_by_function(facts, "no plan", "none").empty


def test_units_of_a_function_with_their_load() -> None:
    facts = merge((facts_of(Attribution(1, "A", "B")), facts_of(Attribution(1, "B"), place="乙")))
    units = tuple(
        replace(u, functions=("other", "tax") if u.name == "B" else ("other",)) for u in facts.units
    )
    table = units_of_function(replace(facts, units=units), "tax", weights=Weights(support=0.5))
    columns = ["unit", "leads", "supports", "load", "plans"]
    assert list(table[columns].itertuples(index=False, name=None)) == [
        ("乙:B", 1, 0, 1.0, 1),
        ("甲:B", 0, 1, 0.5, 1),
    ]
    assert units_of_function(facts, "audit").empty


@settings(of_tables, max_examples=12)
@given(plans)
def test_load_by_function_is_load(facts: Facts) -> None:
    whole = load(facts)
    table = units_of_function(facts, "other")
    assert table.drop(columns="plans").equals(whole[table.columns.drop("plans")])


def test_boilerplate_supporters() -> None:
    facts = facts_of(
        Attribution(1, "A", "B镇"), Attribution(2, "A", "C镇"), Attribution(3, "A", "镇B")
    )
    table = boilerplate_supporters(facts)
    assert table.drop(columns="plan").to_dict("records") == [
        {"unit": "甲:镇", "name": "镇", "kind": "collective", "supports": 3, "boilerplate": 2}
    ]
    assert boilerplate_supporters(facts, "another plan").empty
    assert boilerplate_supporters(Facts()).dtypes.equals(table.dtypes)


def test_source_of_a_responsibility_or_of_all_of_a_task() -> None:
    facts = facts_of(Attribution(1, "A", "B"), Attribution(2, "A"))
    (row,) = responsibility_source(facts, f"{PLAN}#1/0.support.0").to_dict("records")
    assert row == {
        "id": f"{PLAN}#1/0.support.0",
        "role": "support",
        "unit": "甲:B",
        "name": "B",
        "mention": "B",
        "basis": None,
        "rule": "test",
        "confidence": "certain",
        "plan": PLAN,
        "source": PLAN,
        "start": 1,
        "end": 2,
        "about": f"{PLAN}#1",
        "path": "1",
        "title": "task 1",
    }
    assert responsibility_source(facts, f"{PLAN}#1")["name"].tolist() == ["A", "B"]
    assert responsibility_source(facts, "no such").empty


@pytest.mark.parametrize("split", [False, True])
def test_lead_beside_one_that_an_annex_states_again_is_not_sole(split: bool) -> None:
    made = facts_of(Attribution(1, "A"), Attribution(2, "AB"))
    first, second = made.tasks
    again = replace(made, tasks=(first, replace(second, same_as=first.id)))
    a, b = sorted(load(again, split_leads=split).to_dict("records"), key=lambda row: row["name"])
    assert (a["leads"], a["sole_leads"], a["load"]) == (1, 1, 1.0)
    assert (b["leads"], b["sole_leads"], b["co_leads"]) == (1, 0, 1)
    assert b["load"] == (0.5 if split else 1.0)
