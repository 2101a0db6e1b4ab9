"""Concentration of loads worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given

from graphmodel.analysis.concentration import concentration
from graphmodel.analysis.load import Weights, load
from graphmodel.model.facts import Facts, merge
from tests.analysis.building import Attribution, facts_of, of_tables, plans

# Loads of 甲: A 4, B 3, C 2, D 1. Of 乙: A 1, B 1.
STEPS = facts_of(
    Attribution(1, "ABCD"), Attribution(2, "ABC"), Attribution(3, "AB"), Attribution(4, "A")
)
EVEN = facts_of(Attribution(1, "AB"), place="乙")


def test_a_row_a_jurisdiction_the_most_uneven_first() -> None:
    # 甲: Gini 10 / (4 · 10), Σ of squared shares 0.16 + 0.09 + 0.04 + 0.01, top three 9 of 10;
    # a tenth is 0.4 of the lightest unit, which has 1 of 10; half of the units have 1 + 2 of 10.
    assert concentration(merge([EVEN, STEPS])).to_dict("records") == [
        {
            "jurisdiction": "甲",
            "units": 4,
            "load": 10.0,
            "gini": pytest.approx(0.25),
            "hhi": pytest.approx(0.3),
            "top3_share": pytest.approx(0.9),
            "lorenz": pytest.approx((0.04, 0.08, 0.14, 0.22, 0.3, 0.42, 0.54, 0.68, 0.84, 1)),
            "jurisdiction_id": "甲",
        },
        {
            "jurisdiction": "乙",
            "units": 2,
            "load": 2.0,
            "gini": 0.0,
            "hhi": pytest.approx(0.5),
            "top3_share": 1.0,
            "lorenz": pytest.approx([n / 10 for n in range(1, 11)]),
            "jurisdiction_id": "乙",
        },
    ]


def test_weights_and_split_leads_are_those_of_load() -> None:
    # Shared: A 1/4 + 1/3 + 1/2 + 1, of 4 attributions in all.
    row = concentration(STEPS, split_leads=True).iloc[0]
    assert row["top3_share"] == pytest.approx((4 - 1 / 4) / 4)
    weightless = concentration(STEPS, weights=Weights(lead=0)).iloc[0]
    assert (weightless["load"], weightless["gini"], weightless["hhi"]) == (0.0, 0.0, 0.0)


def test_nothing_gives_an_empty_table_of_the_same_types() -> None:
    empty = concentration(Facts())
    assert empty.empty
    assert empty.dtypes.to_dict() == concentration(STEPS).dtypes.to_dict()


@of_tables
@given(plans)
def test_index_is_the_sum_of_squared_shares(facts: Facts) -> None:
    shares = load(facts)["share"]
    table = concentration(facts)
    assert table["hhi"].sum() == pytest.approx((shares**2).sum())
    assert table["top3_share"].sum() == pytest.approx(shares.head(3).sum())
