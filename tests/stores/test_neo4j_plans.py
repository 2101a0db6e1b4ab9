"""How the server carries out the statements of a load, as planned in an empty database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from graphmodel.model.facts import Facts
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES
from graphmodel.stores.neo4j_server import Address
from graphmodel.stores.neo4j_statements import Statements
from graphmodel.stores.neo4j_store import Neo4jStore
from tests.neo4j_fixtures import EmptyNeo4j
from tests.stores.contract import load

if TYPE_CHECKING:
    import neo4j

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]
_ROWS = {"rows": [["a", "b"]]}
_SLOW = ("Scan", "RelationshipIndex")
"""What operators are called that look at more than the nodes of the row, and their edges."""


@pytest.fixture
def session(neo4j_empty: EmptyNeo4j) -> Iterator[neo4j.Session]:
    """A session in a database that has our schema and nothing else."""
    with closing(Neo4jStore(Address(neo4j_empty.uri))) as store:
        load(store, Facts())
    with neo4j_empty.driver.session() as session:
        yield session


def operators(plan: Any) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


def slow_operators(session: neo4j.Session, statement: str) -> list[str]:
    plan = session.run(f"EXPLAIN {statement}", _ROWS).consume().plan
    found = list(operators(plan))
    assert any("NodeUniqueIndexSeek" in name for name in found), found
    return [name for name in found if any(word in name for word in _SLOW)]


def test_first_rows_of_a_load_are_found_by_their_ids(session: neo4j.Session) -> None:
    """A batch in which each row went through all edges would take minutes."""
    made = Statements("")
    for node in NODE_TYPES:
        assert slow_operators(session, made.put_nodes(node)) == [], node.label
    for edge in EDGE_TYPES:
        for pair in edge.pairs:
            for statement in (made.put_edges(edge, pair), made.delete_edges(edge, pair)):
                assert slow_operators(session, statement) == [], (edge.type, pair)
