"""What the analysis adds to the graph: marks counted by hand, and pairs plan by plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.analysis.collaboration import collaboration
from graphmodel.analysis.graph import derived
from graphmodel.analysis.load import load
from graphmodel.model.facts import Facts, merge
from graphmodel.model.graph import Derived, Pair
from graphmodel.model.vocabulary import Role
from tests.analysis.building import Attribution, facts_of, of_tables, plans
from tests.stores.generating import rich_facts

PLAN = "plan of 甲"
NUMBERS = ["tasks", "lead_support", "co_lead", "support_support", "boilerplate"]


def repeats(facts: Facts) -> set[str]:
    """The responsibilities that repeat, without the name of the plan before them."""
    return {key.removeprefix(f"{PLAN}#") for key in derived(facts).repeats}


def same(facts: Facts, **tasks: str) -> Facts:
    """The facts in which tasks state others again, such as `task_3="1"`."""
    of = {f"{PLAN}#{key.removeprefix('task_')}": f"{PLAN}#{task}" for key, task in tasks.items()}
    return replace(facts, tasks=tuple(replace(t, same_as=of.get(t.id)) for t in facts.tasks))


def test_no_facts_add_nothing() -> None:
    assert derived(Facts()) == Derived(frozenset(), frozenset(), [])
    assert derived(facts_of(tasks=2)) == Derived(frozenset(), frozenset(), [])


def test_body_named_twice_in_an_attribution_repeats_itself_in_the_same_role() -> None:
    # A leads twice; B leads once and supports twice; in the second attribution all is new.
    facts = facts_of(Attribution(1, "ABA", "BCB"), Attribution(1, "A", "B"))
    assert repeats(facts) == {"1/0.lead.2", "1/0.support.2"}


def test_of_standing_and_named_support_the_one_with_weight_counts() -> None:
    # The standing rule comes first in the table, and the list of the same attribution counts.
    facts = facts_of(Attribution(1, "A", "B", standing=True), Attribution(1, "", "B"))
    standing, lead = facts.responsibilities[1], facts.responsibilities[0]
    named = replace(facts.responsibilities[2], group=0)
    together = replace(facts, responsibilities=(lead, standing, named))
    assert standing.standing
    assert derived(together).repeats == {standing.id}


def test_of_two_standing_parts_the_first_counts() -> None:
    facts = facts_of(Attribution(1, "A", "BB", standing=True))
    assert repeats(facts) == {"1/0.support.1"}


def test_row_of_an_annex_repeats_what_the_body_says() -> None:
    # 3 states 1 again: A leads and B supports as in 1; C is new, and A did not support.
    facts = facts_of(Attribution(1, "A", "B"), Attribution(2, "C"), Attribution(3, "A", "BCA"))
    assert repeats(same(facts, task_3="1")) == {"3/0.lead.0", "3/0.support.0"}
    assert repeats(facts) == set()


def test_row_of_an_annex_that_names_a_new_body_twice_repeats_it_once() -> None:
    facts = facts_of(Attribution(1, "A"), Attribution(2, "A", "BB"))
    assert repeats(same(facts, task_2="1")) == {"2/0.lead.0", "2/0.support.1"}


def test_lead_of_an_indicator_does_not_repeat() -> None:
    facts = facts_of(Attribution(1, "A"))
    (lead,) = facts.responsibilities
    of_indicator = replace(lead, task=None, indicator="i")
    twice = (of_indicator, replace(of_indicator, id="again"))
    assert derived(replace(facts, responsibilities=twice)).repeats == frozenset()


def test_boilerplate_is_that_of_the_measure() -> None:
    facts = facts_of(Attribution(1, "A", "B镇"), Attribution(2, "C", "镇"), Attribution(3, "D"))
    marks = derived(facts).boilerplate
    assert marks == {f"{PLAN}#1/0.support.1", f"{PLAN}#2/0.support.0"} == boilerplate(facts)


def test_pairs_are_counted_plan_by_plan() -> None:
    # Plan 1: A leads, B and C support; A and B lead. Plan 2: B leads, A supports, C engaged.
    first = facts_of(Attribution(1, "A", "BC"), Attribution(2, "AB"), plan="1")
    second = facts_of(Attribution(1, "B", "A", "C"), plan="2")
    assert derived(merge([first, second])).pairs == [
        Pair("1", "甲:A", "甲:B", 2, 1, 1, 0, 0),
        Pair("1", "甲:A", "甲:C", 1, 1, 0, 0, 0),
        Pair("1", "甲:B", "甲:C", 1, 0, 0, 1, 0),
        Pair("2", "甲:A", "甲:B", 1, 1, 0, 0, 0),
        Pair("2", "甲:A", "甲:C", 1, 0, 0, 0, 0),
        Pair("2", "甲:B", "甲:C", 1, 0, 0, 0, 0),
    ]


def test_pair_through_standing_support_is_told_apart() -> None:
    facts = facts_of(
        Attribution(1, "A", "B"), Attribution(2, "A"), Attribution(2, "", "B", standing=True)
    )
    assert derived(facts).pairs == [Pair(PLAN, "甲:A", "甲:B", 2, 2, 0, 0, 1)]


def test_groups_and_a_body_with_itself_are_no_pair() -> None:
    assert derived(facts_of(Attribution(1, "A镇", "A"), Attribution(1, "A"))).pairs == []


def test_row_of_an_annex_is_no_second_shared_task() -> None:
    facts = same(facts_of(Attribution(1, "A", "B"), Attribution(2, "A", "B")), task_2="1")
    assert derived(facts).pairs == [Pair(PLAN, "甲:A", "甲:B", 1, 1, 0, 0, 0)]


@of_tables
@given(rich_facts())
def test_pairs_of_all_plans_together_are_the_collaboration(facts: Facts) -> None:
    sums: Counter[tuple[str, str, str]] = Counter()
    for pair in derived(facts).pairs:
        assert pair.unit_a < pair.unit_b
        for name in NUMBERS:
            sums[pair.unit_a, pair.unit_b, name] += getattr(pair, name)
    table = collaboration(facts).to_dict("records")
    expected = {(r["unit_a"], r["unit_b"], name): r[name] for r in table for name in NUMBERS}
    assert sums == Counter(expected)
    assert len(sums) == len(expected)


@of_tables
@given(plans | rich_facts())
def test_what_does_not_repeat_is_what_load_counts(facts: Facts) -> None:
    marks = derived(facts)
    counted: Counter[tuple[str, str]] = Counter()
    for r in facts.responsibilities:
        if r.task is not None and r.id not in marks.repeats:
            counted[r.unit, r.role] += 1
            counted[r.unit, "standing"] += r.standing and r.role is Role.SUPPORT
            counted[r.unit, "boilerplate"] += r.id in marks.boilerplate
    columns = ("leads", "supports", "engaged", "standing_supports", "boilerplate_supports")
    keys = (Role.LEAD, Role.SUPPORT, Role.ENGAGED, "standing", "boilerplate")
    for row in load(facts).to_dict("records"):
        assert [row[c] for c in columns] == [counted[row["unit"], key] for key in keys]
