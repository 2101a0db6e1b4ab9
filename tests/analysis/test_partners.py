"""Partners of a unit, pairs of units, and pairs across places, counted by hand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from graphmodel.analysis.collaboration import collaboration, pairs_of
from graphmodel.analysis.partners import (
    collaboration_pairs,
    cross_jurisdiction_pairs,
    partners,
    partners_of_unit,
)
from graphmodel.model.facts import Facts, merge
from tests.analysis.building import Attribution, facts_of, of_tables, plans


def two_plans() -> Facts:
    """In the first plan A and B share two tasks, A and C one; in the second A and B one."""
    first = facts_of(Attribution(1, "A", "B"), Attribution(2, "AB"), Attribution(3, "A", "C镇"))
    return merge((first, facts_of(Attribution(1, "B", "A"), plan="second")))


def test_partners_over_all_plans_the_closest_first() -> None:
    table = partners_of_unit(two_plans(), "A")
    assert table.drop(columns=["unit", "name", "partner_name"]).to_dict("records") == [
        {
            "partner": "甲:B",
            "tasks": 3,
            "lead_support": 2,
            "co_lead": 1,
            "support_support": 0,
            "boilerplate": 0,
            "plans": 2,
        },
        {
            "partner": "甲:C",
            "tasks": 1,
            "lead_support": 1,
            "co_lead": 0,
            "support_support": 0,
            "boilerplate": 0,
            "plans": 1,
        },
    ]
    assert partners_of_unit(two_plans(), "甲:C")["partner"].tolist() == ["甲:A"]
    assert partners_of_unit(two_plans(), "镇").empty


def test_partners_of_every_unit_are_those_of_each() -> None:
    table = partners(two_plans())
    assert table[["unit", "partner", "tasks"]].values.tolist() == [
        *(["甲:A", "甲:B", 3], ["甲:A", "甲:C", 1]),
        *(["甲:B", "甲:A", 3], ["甲:C", "甲:A", 1]),
    ]
    for unit, rows in table.groupby("unit"):
        alone = partners_of_unit(two_plans(), str(unit))
        assert rows.to_dict("records") == alone.to_dict("records")


def test_pairs_that_share_enough_tasks() -> None:
    table = collaboration_pairs(two_plans(), 2)
    assert table[["unit_a", "unit_b", "tasks"]].to_dict("records") == [
        {"unit_a": "甲:A", "unit_b": "甲:B", "tasks": 3}
    ]
    assert len(collaboration_pairs(two_plans())) == 2
    assert collaboration_pairs(two_plans(), 4).empty


def test_pairs_of_different_places() -> None:
    facts = facts_of(Attribution(1, "A", "BCD"))
    a, b, c, d = facts.units
    places = (
        a,
        replace(b, jurisdiction="乙", jurisdiction_id="省/乙"),
        replace(c, jurisdiction="丙", jurisdiction_id=None),
        replace(d, jurisdiction=None, jurisdiction_id=None),
    )
    table = cross_jurisdiction_pairs(replace(facts, units=places))
    columns = ["name_a", "name_b", "place_a", "place_b"]
    assert list(table[columns].itertuples(index=False, name=None)) == [
        ("A", "B", "甲", "省/乙"),
        ("A", "C", "甲", "丙"),
        ("B", "C", "省/乙", "丙"),
    ]
    assert cross_jurisdiction_pairs(facts).empty


@settings(of_tables, max_examples=12)
@given(plans)
def test_pairs_are_those_of_collaboration(facts: Facts) -> None:
    whole = collaboration(facts)
    assert pairs_of(facts).equals(whole.drop(columns="task_ids"))
    partners = [partners_of_unit(facts, unit.id) for unit in facts.units]
    assert sum(table["tasks"].sum() for table in partners) == 2 * whole["tasks"].sum()
