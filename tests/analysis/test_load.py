"""Loads worked out by hand, and what holds for every load."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from random import Random

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.analysis.load import DEFAULT_WEIGHTS, Weights, load
from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import Indicator, Responsibility
from graphmodel.model.vocabulary import Basis, Role
from tests.analysis.building import Attribution, facts_of, of_tables, plans, unit

COLUMNS = [
    *("unit", "name", "jurisdiction", "leads", "sole_leads", "co_leads", "supports"),
    *("boilerplate_supports", "engaged", "load", "share", "rank", "z", "overloaded"),
]

# 1: A leads, B and C support            2: A and B lead, C supports
# 3: A leads                             4: A leads, B supports; and B leads, A supports
SMALL = facts_of(
    Attribution(1, "A", "BC"),
    Attribution(2, "AB", "C"),
    Attribution(3, "A"),
    Attribution(4, "A", "B"),
    Attribution(4, "B", "A"),
)


def by_name(
    facts: Facts, weights: Weights = DEFAULT_WEIGHTS, split_leads: bool = False
) -> pd.DataFrame:
    return load(facts, weights=weights, split_leads=split_leads).set_index("name")


def leads_indicator(facts: Facts, name: str) -> Facts:
    """The facts with an indicator that a body of 甲 leads."""
    plan = facts.plans[0].id
    indicator = Indicator("i", plan, "开办企业", 1, None, "starting_business", None, None)
    lead = Responsibility(
        "i/0", plan, None, "i", f"甲:{name}", name, Role.LEAD, 0, Basis.SOLE, False, False, "", 0, 1
    )
    known = {row.id for row in facts.units}
    return replace(
        facts,
        indicators=(indicator,),
        units=facts.units + ((unit(name, "甲"),) if f"甲:{name}" not in known else ()),
        responsibilities=(*facts.responsibilities, lead),
    )


def test_columns_are_those_of_the_report() -> None:
    assert list(load(SMALL).columns[: len(COLUMNS)]) == COLUMNS


def test_counts_attributions() -> None:
    # A leads 1, 2, 3, 4; it supports the second attribution of 4. C supports 1 and 2.
    table = load(SMALL)
    counted = ["unit", "leads", "sole_leads", "co_leads", "supports", "engaged", "tasks_led"]
    assert table[counted].to_numpy().tolist() == [
        ["甲:A", 4, 3, 1, 1, 0, 4],
        ["甲:B", 2, 1, 1, 2, 0, 2],
        ["甲:C", 0, 0, 0, 2, 0, 0],
    ]


def test_load_share_rank_and_z() -> None:
    # A 4 + 0.3 = 4.3; B 2 + 2 · 0.3 = 2.6; C 2 · 0.3 = 0.6; sum 7.5.
    # Median 2.6; deviations 1.7, 0, 2.0, so MAD 1.7; threshold 2.6 + 3.5 · 1.7 / 0.6745.
    table = load(SMALL)
    assert table["load"].tolist() == [4.3, 2.6, 0.6]
    assert table["share"].tolist() == pytest.approx([43 / 75, 26 / 75, 6 / 75])
    assert table["rank"].tolist() == [1, 2, 3]
    assert table["z"].tolist() == pytest.approx([0.6745, 0.0, -0.6745 * 2.0 / 1.7])
    assert table["median"].tolist() == [2.6] * 3
    assert table["threshold"].tolist() == pytest.approx([2.6 + 3.5 * 1.7 / 0.6745] * 3)
    assert table["overloaded"].tolist() == [False] * 3


def test_weights_of_roles() -> None:
    facts = facts_of(Attribution(1, "A", "B", "F"), Attribution(2, "B", "", "F"))
    # A: 1 lead; B: 1 lead, 1 support; F: engaged twice.
    assert by_name(facts)["load"].to_dict() == {"B": 1.3, "A": 1.0, "F": 0.2}
    weighted = by_name(facts, weights=Weights(lead=2, support=0.5, engaged=0))
    assert weighted["load"].to_dict() == {"B": 2.5, "A": 2.0, "F": 0.0}


@pytest.mark.parametrize("weight", [-0.1, float("nan"), float("inf")])
def test_weights_refuse_what_is_no_weight(weight: float) -> None:
    with pytest.raises(ValueError, match="weight"):
        Weights(support=weight)


def test_split_leads_share_a_lead_with_all_who_lead_it() -> None:
    # Task 1 has three leads, of which one is a collective; task 2 has one.
    facts = facts_of(Attribution(1, "AB镇"), Attribution(2, "A"))
    table = by_name(facts, split_leads=True)
    assert table["load"].to_dict() == pytest.approx({"A": 4 / 3, "B": 1 / 3})
    assert table["co_leads"].to_dict() == {"A": 1, "B": 1}


def test_bodies_named_twice_in_one_attribution_count_once() -> None:
    row = by_name(facts_of(Attribution(1, "AA", "BB"))).loc["A"]
    assert (row["leads"], row["sole_leads"], row["load"]) == (1, 1, 1.0)


def test_leads_of_two_attributions_of_a_task_are_no_co_leads() -> None:
    table = by_name(facts_of(Attribution(1, "A"), Attribution(1, "B")))
    assert table["sole_leads"].to_dict() == {"A": 1, "B": 1}


def test_standing_support_has_no_weight() -> None:
    facts = facts_of(Attribution(1, "A", "B"), Attribution(1, "", "B", standing=True))
    row = by_name(facts).loc["B"]
    assert (row["supports"], row["standing_supports"], row["load"]) == (2, 1, 0.3)


def test_standing_lead_has_weight() -> None:
    facts = facts_of(Attribution(1, "A", standing=True))
    assert by_name(facts).loc["A", "load"] == 1.0


def test_boilerplate_support_has_no_weight_and_keeps_its_row() -> None:
    # 镇X ends all three lists: X supports three times and has no load of it.
    facts = facts_of(*(Attribution(n, "A", f"{head}镇X") for n, head in enumerate("BCD", 1)))
    row = by_name(facts).loc["X"]
    assert (row["supports"], row["boilerplate_supports"], row["load"]) == (3, 3, 0.0)
    assert by_name(facts).loc["B", "load"] == 0.3


def test_support_both_in_the_tail_and_before_it_has_weight() -> None:
    facts = facts_of(Attribution(1, "A", "X镇X"), Attribution(2, "A", "镇X"))
    row = by_name(facts).loc["X"]
    assert (row["supports"], row["boilerplate_supports"], row["load"]) == (2, 1, 0.3)


def test_collectives_and_outside_bodies_have_no_row() -> None:
    facts = facts_of(Attribution(1, "A镇", "众", "企"))
    assert load(facts)["name"].tolist() == ["A"]


def test_leads_of_indicators_count_apart() -> None:
    row = by_name(leads_indicator(SMALL, "A")).loc["A"]
    assert (row["leads"], row["indicator_leads"], row["load"]) == (4, 1, 4.3)


def test_unit_that_leads_nothing_but_indicators_has_no_row() -> None:
    assert load(leads_indicator(SMALL, "Z"))["name"].tolist() == ["A", "B", "C"]


def test_order_is_load_then_leads_then_id() -> None:
    # B: 1 lead; A: 10 supports at 0.1 = 1.0, no lead; C: 1 lead.
    supports = (Attribution(n, "", "A") for n in range(3, 11))
    facts = facts_of(Attribution(1, "C", "A"), Attribution(2, "B", "A"), *supports)
    table = load(facts, weights=Weights(support=0.1))
    assert table[["name", "load"]].to_numpy().tolist() == [["B", 1.0], ["C", 1.0], ["A", 1.0]]
    assert table["rank"].tolist() == [1, 1, 1]


def test_equal_loads_are_equal_whatever_they_are_the_sum_of() -> None:
    # 3 · 0.1 is 0.30000000000000004 in floats, 1 · 0.3 is not.
    facts = facts_of(*(Attribution(n, "A", "B") for n in (1, 2)), Attribution(3, "A", "B", "C"))
    table = by_name(facts, weights=Weights(support=0.1, engaged=0.3))
    assert table["rank"].to_dict() == {"A": 1, "B": 2, "C": 2}


def test_rank_leaves_a_gap_after_equals() -> None:
    facts = facts_of(
        Attribution(1, "A"), Attribution(2, "ABC"), Attribution(3, "ABC"), Attribution(4, "", "D")
    )
    assert load(facts)["rank"].tolist() == [1, 2, 2, 4]


def test_mean_deviation_where_more_than_half_are_equal() -> None:
    # Loads 4, 1, 1, 1: median 1, MAD 0, mean deviation 3/4: z = 3 / (1.253314 · 0.75).
    facts = facts_of(Attribution(1, "ABCD"), *(Attribution(n, "A") for n in (2, 3, 4)))
    table = by_name(facts)
    assert table["z"].to_dict() == pytest.approx(
        {"A": 3 / (1.253314 * 0.75), "B": 0.0, "C": 0.0, "D": 0.0}
    )
    assert table["threshold"].tolist() == pytest.approx([1 + 3.5 * 1.253314 * 0.75] * 4)


def test_overloaded_needs_three_tasks_led() -> None:
    # Loads 9, 2, 1, 1, 0.3: median 1, deviations 8, 1, 0, 0, 0.7, MAD 0.7, z of A 7.7.
    rest = (Attribution(10, "BC"), Attribution(11, "BD", "E"))
    many_tasks = facts_of(*(Attribution(n, "A") for n in range(1, 10)), *rest)
    two_tasks = facts_of(*(Attribution(1 + n % 2, "A") for n in range(9)), *rest)
    for facts, tasks_led, overloaded in ((many_tasks, 9, True), (two_tasks, 2, False)):
        row = by_name(facts).loc["A"]
        assert row["z"] == pytest.approx(0.6745 * 8 / 0.7)
        assert (row["leads"], row["tasks_led"], row["overloaded"]) == (9, tasks_led, overloaded)


def test_jurisdictions_are_measured_apart_and_their_plans_together() -> None:
    first = facts_of(Attribution(1, "A"), Attribution(2, "A"), plan="p")
    second = facts_of(Attribution(1, "B"), Attribution(2, "A"), plan="q")
    elsewhere = facts_of(Attribution(1, "A"), place="乙")
    table = load(merge([first, second, elsewhere]))
    assert table[["unit", "load", "share", "rank"]].to_numpy().tolist() == [
        ["甲:A", 3.0, 0.75, 1],
        ["乙:A", 1.0, 1.0, 1],
        ["甲:B", 1.0, 0.25, 2],
    ]


def test_places_of_one_name_are_told_apart_by_their_chain() -> None:
    facts = merge([facts_of(Attribution(1, "A"), place="x"), facts_of(Attribution(1, "A"))])
    renamed = replace(
        facts, units=tuple(replace(row, jurisdiction="城关区") for row in facts.units)
    )
    assert load(renamed)["share"].tolist() == [1.0, 1.0]


def test_bodies_of_an_unknown_place_are_compared_with_each_other() -> None:
    facts = facts_of(Attribution(1, "AB"), Attribution(2, "A"))
    nowhere = replace(
        facts,
        units=tuple(replace(u, jurisdiction=None, jurisdiction_id=None) for u in facts.units),
    )
    table = load(nowhere)
    assert table["share"].tolist() == pytest.approx([2 / 3, 1 / 3])
    assert table["jurisdiction"].tolist() == [None, None]


def test_nothing_gives_an_empty_table_of_the_same_types() -> None:
    empty = load(Facts())
    assert len(empty) == 0
    assert empty.dtypes.to_dict() == load(SMALL).dtypes.to_dict()


def test_responsibility_of_an_unknown_body_is_an_error() -> None:
    with pytest.raises(FactsError, match="甲:A: unknown_id"):
        load(replace(SMALL, units=()))


def test_scipy_stays_unloaded() -> None:
    script = (
        "import sys; from graphmodel.analysis.load import load; "
        "from tests.analysis.building import Attribution, facts_of; "
        "assert load(facts_of(Attribution(1, 'A', 'B')))['load'].tolist() == [1.0, 0.3]; "
        "sys.exit('scipy' in sys.modules or 'networkx' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@of_tables
@given(plans, st.randoms(use_true_random=False), st.booleans())
def test_order_of_rows_does_not_matter(facts: Facts, random: Random, split: bool) -> None:
    shuffled = list(facts.responsibilities)
    random.shuffle(shuffled)
    other = replace(facts, responsibilities=tuple(shuffled))
    pd.testing.assert_frame_equal(
        load(facts, split_leads=split), load(other, split_leads=split), check_exact=True
    )


@of_tables
@given(plans)
def test_counts_add_up_to_the_load(facts: Facts) -> None:
    table = load(facts)
    supports = table["supports"] - table["boilerplate_supports"] - table["standing_supports"]
    expected = table["leads"] + 0.3 * supports + 0.1 * table["engaged"]
    assert table["load"].tolist() == pytest.approx(expected.tolist())
    assert (table["sole_leads"] + table["co_leads"]).equals(table["leads"])
    assert (table["tasks_led"] <= table["leads"]).all()


@of_tables
@given(plans)
def test_shares_add_up_to_one(facts: Facts) -> None:
    table = load(facts)
    assert table["share"].sum() == pytest.approx(1.0 if table["load"].sum() else 0.0)


@of_tables
@given(plans)
def test_split_leads_add_up_to_the_attributions_led(facts: Facts) -> None:
    only_units = replace(
        facts,
        responsibilities=tuple(r for r in facts.responsibilities if r.unit != "甲:镇"),
    )
    led = {(r.task, r.group) for r in only_units.responsibilities if r.role is Role.LEAD}
    table = load(only_units, weights=Weights(1, 0, 0), split_leads=True)
    assert table["load"].sum() == pytest.approx(len(led))
