"""Every query gives the rows of its measure, in the same order, on each engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from graphmodel.catalogue import entry, names
from graphmodel.model.facts import Facts, merge
from graphmodel.stores.ladybug_store import LadybugStore
from graphmodel.stores.neo4j_server import Address
from graphmodel.stores.neo4j_store import Neo4jStore
from tests.analysis.building import Attribution, facts_of
from tests.catalogue.parity import disagreements, five_plans, parameter_sets, samples
from tests.stores.generating import rich_facts

if TYPE_CHECKING:
    from tests.neo4j_fixtures import EmptyNeo4j

_FEW = 4
"""Values of a parameter that are tried where there are many queries to run."""
_ASTRAL = ("\uff08", "\U00020000", "\uffff", "一", "a", "é", "~", "\U0001f3db")
"""Names whose order by code points is another than by UTF-16."""


def ordered_by_names() -> Facts:
    """One task for bodies whose names tell orders of texts apart."""
    return facts_of(Attribution(1, "".join(_ASTRAL), "镇"), Attribution(2, "", "".join(_ASTRAL)))


def chains() -> Facts:
    """Chains of one to five tasks, with ties, and supports that do not count."""
    links = ("AB", "BC", "CD", "DE", "EF", "AX", "XC", "XB", "YD", "BY")
    plain = facts_of(*(Attribution(n, *link) for n, link in enumerate(links, start=1)))
    tails = facts_of(
        *(Attribution(n, lead, "QRS") for n, lead in enumerate("ABCDEF", start=1)),
        plan="another plan of 甲",
    )
    return merge((plain, tails))


def of_ladybug(facts: Facts, most: int) -> list[object]:
    with TemporaryDirectory() as folder:
        store = LadybugStore(Path(folder) / "graph.lbug")
        try:
            return disagreements(facts, store, most)
        finally:
            store.close()


def of_neo4j(facts: Facts, server: EmptyNeo4j, most: int) -> list[object]:
    store = Neo4jStore(Address(server.uri))
    try:
        store.clear()
        return disagreements(facts, store, most)
    finally:
        store.close()


FACTS: dict[str, Callable[[], Facts]] = {
    "samples": samples,
    "five plans": five_plans,
    "names": ordered_by_names,
    "chains": chains,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FACTS)
def test_ladybug_agrees_with_the_measures(name: str) -> None:
    assert of_ladybug(FACTS[name](), 12) == []


@pytest.mark.slow
@pytest.mark.neo4j
@pytest.mark.parametrize("name", FACTS)
def test_neo4j_agrees_with_the_measures(name: str, neo4j_empty: EmptyNeo4j) -> None:
    assert of_neo4j(FACTS[name](), neo4j_empty, 8) == []


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rich_facts())
def test_ladybug_agrees_on_any_facts(facts: Facts) -> None:
    assert of_ladybug(facts, _FEW) == []


@pytest.mark.slow
@pytest.mark.neo4j
def test_neo4j_agrees_on_any_facts(neo4j_empty: EmptyNeo4j) -> None:
    @settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(rich_facts())
    def try_out(facts: Facts) -> None:
        assert of_neo4j(facts, neo4j_empty, _FEW) == []

    try_out()


@pytest.mark.slow
@pytest.mark.neo4j
def test_neo4j_has_nothing_to_remark(neo4j_empty: EmptyNeo4j) -> None:
    """No product of unconnected patterns, no unknown name, nothing deprecated or unbounded."""
    facts = merge((samples(), five_plans()))
    assert of_neo4j(facts, neo4j_empty, 1) == []
    remarks = []
    with neo4j_empty.driver.session() as session:
        for query in map(entry, names()):
            values = query.values(next(parameter_sets(facts, query, 1)))
            summary = session.run(f"EXPLAIN {query.text}", values).consume()
            told = [s for s in summary.gql_status_objects if s.is_notification]
            remarks += [(query.name, status.status_description) for status in told]
    assert remarks == []
