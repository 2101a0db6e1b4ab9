"""One Neo4j server for all workers of a run, and the empty database for one test at a time.

A server takes half a gigabyte and ten seconds of processor time, so the workers of pytest-xdist
share one: the first that needs it starts it, and it ends with the last one, however that ends. The
Community edition has one database, so a test that fills it keeps all others out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tools.neo4j_guard import locked
from tools.neo4j_jars import lacking
from tools.neo4j_server import Server

if TYPE_CHECKING:
    import neo4j

_BATCH = 5000
"""Nodes that one transaction deletes, so that it fits into a small heap."""


@dataclass(frozen=True)
class EmptyNeo4j:
    """A database without nodes, constraints and indexes, for one test alone."""

    uri: str
    driver: neo4j.Driver


@pytest.fixture(scope="session")
def neo4j_installed() -> None:
    """Skips where a server could not be started."""
    missing = lacking()
    if missing:
        pytest.skip(missing)


@pytest.fixture(scope="session")
def neo4j_server(
    neo4j_installed: None,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Server]:
    """A running server without a password, which all workers share: nobody may stop it."""
    folder = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        folder = folder.parent
    users = folder / "neo4j-users.lock"
    with locked(users, shared=True):
        with locked(folder / "neo4j-start.lock"):
            server = Server(folder / "neo4j", owners=users)
            if not server.running():
                server.start()
        yield server


@pytest.fixture
def neo4j_empty(neo4j_server: Server) -> Iterator[EmptyNeo4j]:
    """The empty database, which no other test uses before this one ends."""
    api = pytest.importorskip("neo4j", reason="the driver neo4j is not installed")
    with (
        locked(neo4j_server.home.with_name("neo4j-database.lock")),
        api.GraphDatabase.driver(neo4j_server.uri) as driver,
    ):
        wipe(driver)
        yield EmptyNeo4j(neo4j_server.uri, driver)


OF_OURS = re.compile("graphmodel_[A-Z]")
"""How constraints and indexes of a graph without a prefix are called."""


def wipe(driver: neo4j.Driver) -> None:
    """Delete all nodes, edges, constraints and indexes, but for those that Neo4j makes itself.

    Those of a graph without a prefix stay, too: with them the server would forget how it carries
    out some two hundred statements, and every test would wait half a minute for that.
    """
    with driver.session() as session:
        batches = f"CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF {_BATCH} ROWS"
        session.run(f"MATCH (n) {batches}").consume()
        for kind, chosen in (("CONSTRAINT", ""), ("INDEX", " WHERE type <> 'LOOKUP'")):
            listed = session.run(f"SHOW {kind} YIELD name, type{chosen} RETURN name").value()
            for name in listed:
                if OF_OURS.match(name):
                    continue
                session.run(f"DROP {kind} `{name}`").consume()
