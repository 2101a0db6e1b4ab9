"""What is a tail and what is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given

from graphmodel.analysis.boilerplate import boilerplate, boilerplate_tails
from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts, merge
from graphmodel.model.vocabulary import Role
from tests.analysis.building import Attribution, facts_of, of_tables, plans


def plan_of(*supporters: str) -> Facts:
    """A plan of one attribution a task, led by L, with these supporters."""
    return facts_of(*(Attribution(n, "L", names) for n, names in enumerate(supporters, 1)))


def marked(facts: Facts) -> list[tuple[int, str]]:
    """Task number and body of each boilerplate support, in the order of the table."""
    ids = boilerplate(facts)
    tasks = {task.id: task.path[0] for task in facts.tasks}
    return [
        (int(tasks[r.task]), r.mention)
        for r in facts.responsibilities
        if r.id in ids and r.task is not None
    ]


def of_tasks(tasks: Iterable[int], names: str) -> list[tuple[int, str]]:
    return [(task, name) for task in tasks for name in names]


def test_tail_after_varying_heads() -> None:
    facts = plan_of("B镇众X", "C镇众X", "镇众X", "BC")
    assert marked(facts) == of_tasks((1, 2, 3), "镇众X")


def test_unit_beside_varying_neighbours_is_chosen_each_time() -> None:
    # X supports every task, at the start, in the middle, at the end, alone.
    assert marked(plan_of("XB", "CXD", "BX", "X", "EX")) == []


def test_half_of_the_attributions_is_enough() -> None:
    assert marked(plan_of("BXY", "CXY", "D", "E")) == of_tasks((1, 2), "XY")
    assert marked(plan_of("BXY", "CXY", "D", "E", "F")) == []


def test_attributions_without_supporters_count() -> None:
    assert marked(plan_of("BXY", "CXY", "", "", "")) == []


def test_collective_is_a_tail_by_itself() -> None:
    assert marked(plan_of("B镇", "镇", "C")) == [(1, "镇"), (2, "镇")]


def test_order_makes_the_tail() -> None:
    assert marked(plan_of("BXY", "CYX", "DXY", "EYX", "F")) == []


def test_outside_the_tail_the_same_body_counts() -> None:
    # Y stands alone in 4: no tail there. In 5 it stands before the tail, too.
    facts = plan_of("BXY", "CXY", "XY", "Y", "YXY")
    assert marked(facts) == [*of_tasks((1, 2, 3), "XY"), (5, "X"), (5, "Y")]


def test_longer_tail_where_half_share_it() -> None:
    # XY ends four of five lists, 众XY three.
    facts = plan_of("B众XY", "众XY", "C众XY", "DXY", "E")
    assert marked(facts) == [*of_tasks((1, 2, 3), "众XY"), *of_tasks((4,), "XY")]
    table = boilerplate_tails(facts)
    assert table.to_dict("list") == {
        "plan": ["plan of 甲", "plan of 甲"],
        "tail": [("甲:X", "甲:Y"), ("甲:众", "甲:X", "甲:Y")],
        "names": [("X", "Y"), ("众", "X", "Y")],
        "attributions": [4, 3],
        "share": [0.8, 0.6],
    }


def test_tail_is_left_out_where_a_longer_one_stands_as_often() -> None:
    table = boilerplate_tails(plan_of("B众XY", "C众XY", "D"))
    assert table["names"].tolist() == [("众", "X", "Y")]


def test_two_tails_of_a_half_each() -> None:
    facts = plan_of("BXY", "CXY", "DZY", "EZY")
    assert marked(facts) == [*of_tasks((1, 2), "XY"), *of_tasks((3, 4), "ZY")]


def test_one_list_has_no_tail() -> None:
    assert marked(plan_of("BXY")) == []
    assert marked(plan_of("BXY", "")) == []


def test_printed_order_counts_not_the_order_of_rows() -> None:
    facts = plan_of("BXY", "CXY")
    backwards = replace(facts, responsibilities=facts.responsibilities[::-1])
    assert boilerplate(backwards) == boilerplate(facts)
    assert len(boilerplate(facts)) == 4


def test_standing_support_is_in_no_list() -> None:
    # The standing 镇 is in no list; nor do standing rows add to the number of attributions.
    facts = facts_of(
        Attribution(1, "L", "BXY"),
        Attribution(2, "L", "CXY"),
        *(Attribution(n, "", "镇", standing=True) for n in range(3, 9)),
    )
    assert marked(facts) == of_tasks((1, 2), "XY")


def test_each_plan_has_its_own_tail() -> None:
    # XY ends both lists of the first plan, and one of three of the second.
    second = facts_of(
        Attribution(1, "L", "BXY"), Attribution(2, "L", "B"), Attribution(3, "L"), place="乙"
    )
    facts = merge([plan_of("BXY", "CXY"), second])
    assert marked(facts) == of_tasks((1, 2), "XY")
    assert boilerplate_tails(facts)["plan"].tolist() == ["plan of 甲"]


def test_attributions_of_one_task_are_lists_of_their_own() -> None:
    facts = facts_of(Attribution(1, "L", "BXY"), Attribution(1, "M", "CXY"))
    assert len(boilerplate(facts)) == 4


def test_nothing_has_no_tail() -> None:
    assert boilerplate(Facts()) == frozenset()
    table = boilerplate_tails(Facts())
    assert table.empty
    assert table.dtypes.to_dict() == boilerplate_tails(plan_of("BXY", "XY")).dtypes.to_dict()


def test_responsibility_for_an_unknown_task_is_an_error() -> None:
    with pytest.raises(FactsError, match="plan of 甲#1: unknown_id"):
        boilerplate(replace(plan_of("B"), tasks=()))


@of_tables
@given(plans)
def test_boilerplate_is_what_the_definition_says(facts: Facts) -> None:
    lists: dict[tuple[str | None, int], list[tuple[str, str]]] = {}
    attributions = set()
    for r in facts.responsibilities:
        if not r.standing:
            attributions.add((r.task, r.group))
            if r.role is Role.SUPPORT:
                lists.setdefault((r.task, r.group), []).append((r.mention, r.id))
    expected = set()
    for supporters in lists.values():
        for length in range(1, len(supporters) + 1):
            tail = [name for name, _ in supporters[-length:]]
            sharing = [s for s in lists.values() if [name for name, _ in s[-length:]] == tail]
            if 2 <= len(sharing) >= len(attributions) / 2 and tail not in (["B"], ["C"]):
                if length == 1 and tail != ["众"]:
                    continue
                expected |= {key for _, key in supporters[-length:]}
    assert boilerplate(facts) == expected
