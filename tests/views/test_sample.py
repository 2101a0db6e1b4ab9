"""The sample itself holds together, or the other tests would show nothing."""

from __future__ import annotations

from graphmodel.model import validate
from graphmodel.model.ids import squeeze
from tests.views.sample import TEXT, plan_facts, two_plans


def test_sample_is_sound() -> None:
    assert validate(plan_facts()) == []
    assert validate(two_plans()) == []


def test_places_of_the_sample_hold_the_mentions() -> None:
    found = [squeeze(TEXT[row.start : row.end]) for row in plan_facts().responsibilities]
    assert found == [row.mention for row in plan_facts().responsibilities]
