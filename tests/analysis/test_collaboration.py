"""Pairs counted by hand, and by brute force."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.analysis.collaboration import collaboration
from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Role, UnitKind
from tests.analysis.building import Attribution, facts_of, of_tables, plans

COUNTS = ["tasks", "lead_support", "co_lead", "support_support"]
STRENGTH = list(Role)


def pairs(table: pd.DataFrame, *columns: str) -> dict[str, tuple[object, ...]]:
    """The columns of each pair, pairs written by name such as "AB"."""
    rows = table[["name_a", "name_b", *columns]].itertuples(index=False)
    return {f"{a}{b}": tuple(values) for a, b, *values in rows}


def test_columns_are_those_of_the_report() -> None:
    table = collaboration(facts_of(Attribution(1, "A", "B")))
    expected = ["unit_a", "unit_b", *COUNTS, "task_ids", "name_a", "name_b", "boilerplate"]
    assert list(table.columns) == expected


def test_kinds_of_shared_tasks() -> None:
    # 1: A leads, B and C support. 2: B leads, A supports. 3: A and B lead. 4: B, C support.
    facts = facts_of(
        Attribution(1, "A", "BC"),
        Attribution(2, "B", "A"),
        Attribution(3, "AB"),
        Attribution(4, "D", "BC"),
    )
    assert pairs(collaboration(facts), *COUNTS) == {
        "AB": (3, 2, 1, 0),
        "BC": (2, 0, 0, 2),
        "AC": (1, 1, 0, 0),
        "BD": (1, 1, 0, 0),
        "CD": (1, 1, 0, 0),
    }


def test_strongest_role_in_a_task_counts() -> None:
    # A leads the first attribution and supports the second, B the other way round: both lead.
    facts = facts_of(Attribution(1, "A", "B"), Attribution(1, "B", "AC"))
    assert pairs(collaboration(facts), *COUNTS) == {
        "AB": (1, 0, 1, 0),
        "AC": (1, 1, 0, 0),
        "BC": (1, 1, 0, 0),
    }


def test_engaged_bodies_share_tasks_of_no_kind() -> None:
    table = collaboration(facts_of(Attribution(1, "A", "", "企")))
    assert pairs(table, *COUNTS) == {"A企": (1, 0, 0, 0)}


def test_collectives_take_part_when_asked() -> None:
    facts = facts_of(Attribution(1, "A", "镇"))
    assert collaboration(facts).empty
    table = collaboration(facts, collectives=True)
    assert pairs(table, "lead_support") == {"A镇": (1,)}


def test_tasks_are_named_in_the_order_of_the_table() -> None:
    facts = facts_of(*(Attribution(n, "A", "B") for n in (10, 2, 9)))
    assert collaboration(facts)["task_ids"].tolist() == [
        ("plan of 甲#2", "plan of 甲#9", "plan of 甲#10")
    ]


def test_order_is_tasks_then_lead_support_then_ids() -> None:
    facts = facts_of(
        Attribution(1, "", "AB"),
        Attribution(2, "C", "D"),
        Attribution(3, "", "CE"),
        Attribution(4, "", "EF"),
        Attribution(5, "F", "E"),
    )
    assert list(pairs(collaboration(facts))) == ["EF", "CD", "AB", "CE"]


def test_pair_is_in_the_order_of_ids_not_of_mention() -> None:
    table = collaboration(facts_of(Attribution(1, "B", "A")))
    assert table[["unit_a", "unit_b"]].to_numpy().tolist() == [["甲:A", "甲:B"]]


def test_tasks_shared_through_boilerplate_are_told_apart() -> None:
    # 镇X ends three lists of four; in 4 X stands without it. X shares all four with A.
    facts = facts_of(
        Attribution(1, "A", "B镇X"),
        Attribution(2, "A", "C镇X"),
        Attribution(3, "A", "镇X"),
        Attribution(4, "A", "XB"),
    )
    assert pairs(collaboration(facts), "tasks", "lead_support", "boilerplate") == {
        "AX": (4, 4, 3),
        "AB": (2, 2, 0),
        "BX": (2, 0, 1),
        "AC": (1, 1, 0),
        "CX": (1, 0, 1),
    }


def test_standing_support_is_told_apart_like_boilerplate() -> None:
    facts = facts_of(Attribution(1, "A"), Attribution(1, "", "B", standing=True))
    assert pairs(collaboration(facts), "tasks", "boilerplate") == {"AB": (1, 1)}


def test_nothing_gives_an_empty_table_of_the_same_types() -> None:
    some = collaboration(facts_of(Attribution(1, "A", "B")))
    for facts in (Facts(), facts_of(Attribution(1, "A"), Attribution(2, "B"))):
        table = collaboration(facts)
        assert len(table) == 0
        assert table.dtypes.to_dict() == some.dtypes.to_dict()


def test_responsibility_of_an_unknown_body_is_an_error() -> None:
    with pytest.raises(FactsError, match="甲:B: unknown_id"):
        facts = facts_of(Attribution(1, "A", "B"))
        collaboration(replace(facts, units=facts.units[:1]))


@of_tables
@given(plans, st.booleans())
def test_counts_are_those_of_brute_force(facts: Facts, collectives: bool) -> None:
    formal = boilerplate(facts) | {
        r.id for r in facts.responsibilities if r.standing and r.role is Role.SUPPORT
    }
    kinds = {unit.id: unit.kind for unit in facts.units}
    roles: defaultdict[str, dict[str, Role]] = defaultdict(dict)
    chosen = set()
    for r in facts.responsibilities:
        if r.task is None or (kinds[r.unit] is UnitKind.COLLECTIVE and not collectives):
            continue
        roles[r.task][r.unit] = min(roles[r.task].get(r.unit, r.role), r.role, key=STRENGTH.index)
        if r.id not in formal:
            chosen.add((r.task, r.unit))
    expected: dict[tuple[str, str], dict[str, list[str]]] = {}
    for task in facts.tasks:
        for a, b in combinations(sorted(roles[task.id]), 2):
            pair = expected.setdefault((a, b), defaultdict(list))
            both = {roles[task.id][a], roles[task.id][b]}
            pair["tasks"].append(task.id)
            pair["lead_support"] += [task.id] * (both == {Role.LEAD, Role.SUPPORT})
            pair["co_lead"] += [task.id] * (both == {Role.LEAD})
            pair["support_support"] += [task.id] * (both == {Role.SUPPORT})
            pair["boilerplate"] += [task.id] * (not {(task.id, a), (task.id, b)} <= chosen)
    table = collaboration(facts, collectives=collectives)
    found = {(row.unit_a, row.unit_b): row for row in table.itertuples(index=False)}
    assert found.keys() == expected.keys()
    for key, pair in expected.items():
        assert found[key].task_ids == tuple(pair["tasks"])
        for column in (*COUNTS, "boilerplate"):
            assert getattr(found[key], column) == len(pair[column])
