"""Which units are overloaded, and the reason given."""

from __future__ import annotations

import pytest

from graphmodel.analysis.load import Weights
from graphmodel.analysis.overload import overload
from graphmodel.model.facts import Facts
from tests.analysis.building import Attribution, facts_of

# A leads nine tasks, B two, C and D one each, E supports one.
LOPSIDED = facts_of(
    *(Attribution(n, "A") for n in range(1, 10)), Attribution(10, "BC"), Attribution(11, "BD", "E")
)


def test_overloaded_unit_with_its_reason() -> None:
    # Loads 9, 2, 1, 1, 0.3; sum 13.3; median 1; deviations 8, 1, 0, 0, 0.7; MAD 0.7.
    threshold = 1 + 3.5 * 0.7 / 0.6745
    assert overload(LOPSIDED).to_dict("records") == [
        {
            "unit": "甲:A",
            "name": "A",
            "jurisdiction": "甲",
            "leads": 9,
            "tasks_led": 9,
            "load": 9.0,
            "share": pytest.approx(9 / 13.3),
            "rank": 1,
            "z": pytest.approx(0.6745 * 8 / 0.7),
            "median": 1.0,
            "threshold": pytest.approx(threshold),
            "excess": pytest.approx(9 - threshold),
            "jurisdiction_id": "甲",
        }
    ]


def test_weights_and_split_leads_are_those_of_load() -> None:
    # Support as heavy as a lead: 9, 2, 1, 1, 1: MAD 0, mean deviation 9/5.
    table = overload(LOPSIDED, weights=Weights(support=1))
    assert table["z"].tolist() == pytest.approx([8 / (1.253314 * 9 / 5)])
    # Shared leads: A 9, B 0.5 + 0.5, C and D 0.5, E 0.3: median 0.5, deviations 8.5, 0.5, 0, 0
    # and 0.2: MAD 0.2.
    table = overload(LOPSIDED, split_leads=True)
    assert table["z"].tolist() == pytest.approx([0.6745 * 8.5 / 0.2])


def test_nobody_is_overloaded() -> None:
    even = overload(facts_of(Attribution(1, "A"), Attribution(2, "B")))
    assert even.empty
    assert even.dtypes.to_dict() == overload(LOPSIDED).dtypes.to_dict()
    assert overload(Facts()).dtypes.to_dict() == even.dtypes.to_dict()
