"""The network of facts: by hand, and against records read one by one and networkx."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis.choices import Grouping
from graphmodel.analysis.networks.brokerage import ROLES
from graphmodel.analysis.networks.measures import measured, network
from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts
from tests.analysis.building import Attribution, facts_of, plans
from tests.analysis.shared_tasks import brokers, supports, ties
from tests.catalogue.parity import five_plans, samples
from tests.examples import examples

of_facts = settings(max_examples=examples(6), deadline=None)
VARIANTS: dict[str, dict[str, bool]] = {
    "boilerplate": {"boilerplate": True},
    "collectives": {"collectives": True},
    "both": {"boilerplate": True, "collectives": True},
}
HANDS = facts_of(
    # 镇X ends three lists of four, so that X and 镇 support these only as boilerplate.
    Attribution(1, "A", "B镇X"),
    Attribution(2, "A", "C镇X"),
    Attribution(3, "B", "镇X"),
    Attribution(4, "C", "D"),
    Attribution(5, "E"),
)
"""A – B, A – C, C – D; with boilerplate X has tasks 1 and 2 with A, and 3 with B."""


def rows(table: pd.DataFrame, *columns: str) -> dict[str, tuple[Any, ...]]:
    return {row["name"]: tuple(row[c] for c in columns) for row in table.to_dict("records")}


def test_ties_directions_and_ranks_by_hand() -> None:
    columns = ["degree", "strength", "betweenness", "out_degree", "in_degree", "rank"]
    assert rows(network(HANDS), *columns) == {
        "A": (2, 2, 2.0, 2, 0, 1),
        "C": (2, 2, 2.0, 1, 1, 1),
        "B": (1, 1, 0.0, 0, 1, 3),
        "D": (1, 1, 0.0, 0, 1, 3),
        "E": (0, 0, 0.0, 0, 0, 5),
        "X": (0, 0, 0.0, 0, 0, 5),
    }


def test_what_boilerplate_and_groups_would_change() -> None:
    # With boilerplate X shares 1, 2 with A, 1, 3 with B, 2 with C. With groups 镇 has no tie: all
    # that it does is boilerplate.
    columns = ["strength_with_boilerplate", "rank_with_boilerplate", "strength_with_collectives"]
    assert rows(network(HANDS), *columns) == {
        "A": (4, 2, 2),
        "B": (3, 3, 1),
        "C": (3, 3, 2),
        "D": (1, 5, 1),
        "E": (0, 6, 0),
        "X": (5, 1, 0),
    }
    both = rows(network(HANDS), "strength_with_both")
    assert both["X"] == (5 + 3,)


def test_who_moves_most() -> None:
    table = measured(HANDS).sensitivity.set_index("variant")
    moved = table[["name", "rank", "rank_with"]].to_numpy().tolist()
    assert moved == [["X", 5, 1], [None, None, None], ["X", 5, 1]]
    # Strengths 2 2 1 1 0 0 for A C B D E X, and 4 3 3 1 0 5.
    ranks, others = [5.5, 5.5, 3.5, 3.5, 1.5, 1.5], [5, 3.5, 3.5, 2, 1, 6]
    expected = pd.Series(ranks).corr(pd.Series(others))
    assert table["strength_correlation"]["boilerplate"] == pytest.approx(expected)
    assert table["strength_correlation"]["collectives"] == 1.0


def test_threshold_is_of_shared_tasks() -> None:
    facts = facts_of(
        Attribution(1, "A", "B"),
        Attribution(2, "B", "A"),
        Attribution(3, "AB"),
        Attribution(4, "BC"),
    )
    assert rows(network(facts, least=3), "degree", "strength", "out_degree") == {
        "A": (1, 3, 0),
        "B": (1, 3, 0),
        "C": (0, 0, 0),
    }


def test_brokers_stand_between_functions_or_places() -> None:
    made = facts_of(Attribution(1, "A", "B"), Attribution(2, "B", "C"), Attribution(3, "D", "B"))
    functions = {"A": "tax", "B": "housing", "C": "tax", "D": "other"}
    units = tuple(replace(unit, function=functions[unit.name]) for unit in made.units)
    facts = replace(made, units=units)
    assert rows(network(facts), *ROLES)["B"] == (0, 1, 0, 0, 1)
    assert rows(network(facts, grouping=Grouping.PLACE), *ROLES)["B"] == (2, 0, 0, 0, 0)


def test_bodies_of_no_known_function_are_groups_of_their_own() -> None:
    facts = facts_of(Attribution(1, "A", "B"), Attribution(2, "B", "C"))
    assert {unit.function for unit in facts.units} == {"other"}
    assert rows(network(facts), "liaison", "coordinator")["B"] == (1, 0)


def test_nothing_gives_an_empty_table() -> None:
    empty, some = network(Facts()), network(HANDS)
    assert list(empty.columns) == list(some.columns)
    assert len(empty) == 0
    assert len(network(facts_of(Attribution(1, "镇")))) == 0


def test_responsibility_of_an_unknown_body_is_an_error() -> None:
    with pytest.raises(FactsError, match="甲:A: unknown_id"):
        network(replace(HANDS, units=HANDS.units[1:]))


@of_facts
@given(plans, st.integers(1, 2))
def test_measures_are_those_of_records_and_networkx(facts: Facts, least: int) -> None:
    compare(facts, least)


@pytest.mark.parametrize("facts", [samples, five_plans])
@pytest.mark.parametrize("least", [1, 2])
def test_measures_of_plans_are_those_of_records_and_networkx(facts: Any, least: int) -> None:
    compare(facts(), least)


def compare(facts: Facts, least: int) -> None:
    """Every measure beside one that is counted otherwise."""
    table = network(facts, least=least).set_index("unit")
    graph, directed = ties(facts, least=least), supports(facts, least=least)
    assert set(table.index) == set(graph)
    same(table["degree"], dict(graph.degree()))
    same(table["strength"], dict(graph.degree(weight="weight")))
    same(table["betweenness"], nx.betweenness_centrality(graph, normalized=False))
    same(table["constraint"], nx.constraint(graph, nodes=list(graph), weight="weight"))
    same(table["effective_size"], nx.effective_size(graph, nodes=list(graph), weight="weight"))
    same(table["out_degree"], dict(directed.out_degree()))
    same(table["out_strength"], dict(directed.out_degree(weight="weight")))
    same(table["in_degree"], dict(directed.in_degree()))
    same(table["in_strength"], dict(directed.in_degree(weight="weight")))
    functions = {unit.id: unit.function for unit in facts.units}
    roles = Counter(brokers(directed, lambda b: b if functions[b] == "other" else functions[b]))
    for role in ROLES:
        same(table[role], {body: roles[body, role] for body in graph})
    for name, chosen in VARIANTS.items():
        other = ties(facts, least=least, **chosen)
        strength = dict(other.degree(weight="weight"))
        same(table[f"strength_with_{name}"], strength)
        same(table[f"betweenness_with_{name}"], nx.betweenness_centrality(other, normalized=False))
        same(table[f"rank_with_{name}"], ranks(table, strength))


def ranks(table: pd.DataFrame, strength: Mapping[Any, int]) -> dict[Any, int]:
    """1 and how many of the same place are stronger."""
    places = table["jurisdiction_id"].fillna(table["jurisdiction"]).to_dict()
    return {
        body: 1 + sum(strength[o] > strength[body] for o in places if places[o] == places[body])
        for body in places
    }


def same(column: pd.Series[Any], expected: Mapping[Any, float]) -> None:
    for body, value in column.to_dict().items():
        number = expected[body]
        assert math.isclose(value, number, abs_tol=1e-6) or (value != value and number != number)


@of_facts
@given(plans, st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(facts: Facts, random: Random) -> None:
    other = shuffled(facts, random)
    pd.testing.assert_frame_equal(network(facts), network(other), check_exact=True)


def test_communities_of_the_five_plans_are_stable_under_reordering() -> None:
    facts = five_plans()
    other = shuffled(facts, Random(1))
    pd.testing.assert_frame_equal(network(facts), network(other), check_exact=True)


def shuffled(facts: Facts, random: Random) -> Facts:
    """The facts with the rows of three tables in another order."""
    return replace(
        facts,
        units=tuple(random.sample(facts.units, len(facts.units))),
        tasks=tuple(random.sample(facts.tasks, len(facts.tasks))),
        responsibilities=tuple(random.sample(facts.responsibilities, len(facts.responsibilities))),
    )
