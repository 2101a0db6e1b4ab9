"""Checksums tell facts apart, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from graphmodel.model.checksum import checksum, checksums
from graphmodel.model.claims import facts_of_plans
from graphmodel.model.facts import Facts, merge
from graphmodel.model.facts_json import from_json, to_json
from tests.model.building import SOUND, changed
from tests.stores.generating import rich_facts

OF_ONE_PLAN = (
    changed("plans", 0, title="乙"),
    changed("sections", 0, title="乙"),
    changed("tasks", 0, end=17),
    changed("tasks", 1, same_as="p#1.1"),
    changed("mentions", 0, rule="alias"),
    changed("responsibilities", 0, standing=True),
    changed("posts", 0, post="乙"),
    changed("indicators", 0, level=2),
    changed("measures", 0, words="乙"),
    changed("targets", 0, value=1.25),
    changed("deadlines", 0, date="2024-12-30"),
    changed("duties", 0, dates=("03-10",)),
    changed("stages", 0, last="2024-02-02"),
    changed("diagnostics", 0, detail="乙"),
    changed("places", 0, number=2),
    replace(SOUND, responsibilities=SOUND.responsibilities[1:]),
    replace(SOUND, deadlines=SOUND.deadlines[::-1]),
)
"""Facts in which `p` says something else, a table each, and in which it leaves out a row."""


def test_sum_is_32_hexadecimal_digits() -> None:
    for found in (checksum(SOUND), checksum(Facts()), *checksums(SOUND).values()):
        assert len(found) == 32
        assert int(found, 16) >= 0


def test_equal_facts_have_equal_sums() -> None:
    again = from_json(to_json(SOUND), "x")
    assert checksum(again) == checksum(SOUND)
    assert checksums(again) == checksums(SOUND)


@pytest.mark.parametrize("facts", OF_ONE_PLAN)
def test_sum_changes_with_the_plan_that_says_something_else(facts: Facts) -> None:
    assert checksum(facts) != checksum(SOUND)
    before, after = checksums(SOUND), checksums(facts)
    assert after["p"] != before["p"]
    assert after["q"] == before["q"]


def test_all_those_sums_differ() -> None:
    assert len({checksum(facts) for facts in OF_ONE_PLAN}) == len(OF_ONE_PLAN)


@pytest.mark.parametrize(
    "facts",
    [
        changed("units", 0, name="县住房和城乡建设局"),
        changed("jurisdictions", 0, name="乙"),
        changed("indicators", 2, name="税"),
    ],
)
def test_row_that_plans_share_counts_for_the_whole_alone(facts: Facts) -> None:
    assert checksum(facts) != checksum(SOUND)
    assert checksums(facts) == checksums(SOUND)


def test_texts_do_not_count() -> None:
    assert checksum(SOUND.without_texts()) == checksum(SOUND)
    assert checksums(SOUND.without_texts()) == checksums(SOUND)


def test_no_plans_have_no_sums() -> None:
    assert checksums(Facts()) == {}


@settings(max_examples=50, deadline=None)
@given(rich_facts())
def test_plan_has_the_same_sum_alone_as_among_others(facts: Facts) -> None:
    alone = [one for _, one in facts_of_plans(facts)]
    sums = {key: total for one in alone for key, total in checksums(one).items()}
    assert sums == checksums(facts) == checksums(merge(alone))
