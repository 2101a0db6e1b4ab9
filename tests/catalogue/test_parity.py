"""Every query gives the rows of its measure, in the same order, on each engine."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from graphmodel.catalogue import entry, names
from graphmodel.model.facts import Facts, merge
from graphmodel.stores.ladybug_store import LadybugStore
from graphmodel.stores.loading import remove, status
from graphmodel.stores.neo4j_server import Address
from graphmodel.stores.neo4j_store import Neo4jStore
from tests.analysis.building import Attribution, facts_of
from tests.catalogue.parity import disagreements, five_plans, parameter_sets, samples
from tests.examples import examples
from tests.stores.generating import rich_facts

if TYPE_CHECKING:
    from tests.neo4j_fixtures import EmptyNeo4j

_SOME, _FEW = 10, 3
"""How many values of each parameter are tried; fewer where running a query takes longer."""
_ASTRAL = ("\uff08", "\U00020000", "\uffff", "一", "a", "é", "~", "\U0001f3db")
"""Names whose order by code points is another than by UTF-16."""


def made_by_hand() -> Facts:
    """Names that tell orders of texts apart, and chains of one to five tasks.

    Some chains are of the same length, and supports that do not count shorten others.
    """
    every = "".join(_ASTRAL)
    names = facts_of(Attribution(1, every, "镇"), Attribution(2, "", every))
    links = ("AB", "BC", "CD", "DE", "EF", "AX", "XC", "XB", "YD", "BY")
    plain = facts_of(*(Attribution(n, *link) for n, link in enumerate(links, 1)), place="乙")
    tails = (Attribution(n, lead, "QRS") for n, lead in enumerate("ABCDEF", 1))
    return merge((names, plain, facts_of(*tails, place="乙", plan="another plan of 乙")))


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
    "made by hand": made_by_hand,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FACTS)
def test_ladybug_agrees_with_the_measures(name: str) -> None:
    assert of_ladybug(FACTS[name](), _SOME) == []


@pytest.mark.slow
@pytest.mark.neo4j
def test_neo4j_agrees_with_the_measures_and_has_nothing_to_remark(
    neo4j_empty: EmptyNeo4j,
) -> None:
    facts = merge(make() for make in FACTS.values())
    assert of_neo4j(facts, neo4j_empty, _FEW) == []
    assert remarks(facts, neo4j_empty) == []
    assert of_neo4j(made_by_hand(), neo4j_empty, _SOME) == []


def remarks(facts: Facts, server: EmptyNeo4j) -> list[object]:
    """What the planner remarks.

    Patterns that share nothing, names that are unknown, what is deprecated or has no bound.
    """
    found: list[object] = []
    with server.driver.session() as session:
        for query in map(entry, names()):
            values = query.values(next(parameter_sets(facts, query, 1)))
            summary = session.run(f"EXPLAIN {query.text}", values).consume()
            told = [s for s in summary.gql_status_objects if s.is_notification]
            found += [(query.name, status.status_description) for status in told]
    return found


# An example takes seconds, so a failing one is shown as it is.
_examples = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


@pytest.mark.slow
@settings(_examples, max_examples=examples(4))
@given(rich_facts())
def test_ladybug_agrees_on_any_facts(facts: Facts) -> None:
    assert of_ladybug(facts, _FEW) == []


@pytest.mark.slow
@pytest.mark.neo4j
def test_neo4j_agrees_on_any_facts(neo4j_empty: EmptyNeo4j) -> None:
    store = Neo4jStore(Address(neo4j_empty.uri))

    @settings(_examples, max_examples=examples(2))
    @given(rich_facts())
    def try_out(facts: Facts) -> None:
        remove(store, [plan.id for plan in status(store).plans])
        assert disagreements(facts, store, 2) == []

    with closing(store):
        try_out()
