"""What goes wrong with a Neo4j server: one clear error, soon, without the password."""

from __future__ import annotations

import socket
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import urlsplit

import pytest

from graphmodel.cli.errors import ERRORS, error_line
from graphmodel.model.errors import GraphmodelError, StoreError
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language
from graphmodel.stores import neo4j_server
from graphmodel.stores.contract import Changes
from graphmodel.stores.loading import remove
from graphmodel.stores.neo4j_server import Address, check_version
from graphmodel.stores.neo4j_store import Neo4jStore
from tests.faults.bundles import Bundles, bundles
from tests.faults.comparing import differences, rows_after, rows_of
from tests.faults.connections import LOOPBACK, Proxy, silent_port
from tests.faults.disks import fill, make_room, small_disk
from tests.model.building import SOUND
from tests.neo4j_fixtures import EmptyNeo4j
from tests.stores.contract import graph_in, graph_of, graph_of_loads, load
from tests.stores.test_contract import FIRST, SECOND
from tools.neo4j_server import Server, free_port

PASSWORD = "geheim-9f3k"
LOST = {"unreachable", "connection_lost"}
WITH_SERVER = pytest.mark.usefixtures("neo4j_installed")


def error_of(use: Callable[[], object]) -> GraphmodelError:
    """The one error that comes of it, which has words of its own and no password."""
    with pytest.raises(GraphmodelError) as caught:
        use()
    error = caught.value
    assert error.code in ERRORS
    lines = [error_line(error, language) for language in Language]
    said = [str(error), repr(error), *lines, *map(repr, error.details.values())]
    assert not any(PASSWORD in text or "\n" in text for text in said)
    assert PASSWORD not in "".join(traceback.format_exception(error))
    return error


def store_at(uri: str, **options: Any) -> Neo4jStore:
    return Neo4jStore(Address(uri, **{"username": "neo4j", "password": PASSWORD, **options}))


def load_at(uri: str, facts: Facts = SOUND, **options: Any) -> Changes:
    """A load over a connection of its own."""
    with closing(store_at(uri, **options)) as store:
        return load(store, facts)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_nothing_on_the_port(scheme: str, capfd: pytest.CaptureFixture[str]) -> None:
    error = error_of(lambda: store_at(f"{scheme}://{LOOPBACK}:{free_port()}"))
    assert error.code == "unreachable"
    assert capfd.readouterr() == ("", "")  # the driver's warnings are not for people


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_port_that_never_answers(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes as long as the driver may take for a connection: 20 s, here 1 s."""
    assert neo4j_server._ACQUIRE_SECONDS <= 20
    monkeypatch.setattr(neo4j_server, "_ACQUIRE_SECONDS", 1.0)
    with silent_port() as port:
        start = time.monotonic()
        assert error_of(lambda: store_at(f"{scheme}://{LOOPBACK}:{port}")).code == "unreachable"
        assert time.monotonic() - start < 20


def test_another_program_on_the_port() -> None:
    with socket.create_server((LOOPBACK, 0)) as server, ThreadPoolExecutor(1) as pool:
        pool.submit(_answer_as_web_server, server)
        uri = f"bolt://{LOOPBACK}:{server.getsockname()[1]}"
        assert error_of(lambda: store_at(uri)).code == "unreachable"


def _answer_as_web_server(server: socket.socket) -> None:
    client, _ = server.accept()
    with client:
        client.recv(100)
        client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


@pytest.mark.parametrize(
    ("agent", "is_old"),
    [
        ("Neo4j/4.4.48", True),
        ("Neo4j/5.25.1", True),
        ("Neo4j/5.26.0", False),
        ("Neo4j/2025.01.0", False),
        ("Memgraph", False),
    ],
)
def test_old_server_is_told_apart(agent: str, is_old: bool) -> None:
    driver = cast("Any", SimpleNamespace(get_server_info=lambda: SimpleNamespace(agent=agent)))
    if not is_old:
        check_version(driver, Address())
        return
    error = error_of(lambda: check_version(driver, Address()))
    assert (error.code, error.details["least"]) == ("too_old", "5.26")


@pytest.mark.slow
@pytest.mark.neo4j
@WITH_SERVER
def test_login_and_rights(tmp_path: Path) -> None:
    with Server(tmp_path / "home", password=PASSWORD) as server:
        uri = server.uri
        assert error_of(lambda: load_at(uri, password=f"{PASSWORD}!")).code == "refused"
        assert error_of(lambda: load_at(uri, password=None)).code == "refused"
        assert error_of(lambda: load_at(uri, username="nobody")).code == "refused"
        assert error_of(lambda: load_at(uri, database="absent")).code == "no_database"
        load_at(uri)
        server.stop()
        reading = {"server.databases.default_to_read_only": "true"}
        with Server(tmp_path / "home", password=PASSWORD, settings=reading) as again:
            assert error_of(lambda: load_at(again.uri, FIRST)).code == "no_permission"
            with closing(store_at(again.uri)) as store:
                assert graph_in(store) == graph_of(SOUND)


@pytest.fixture(scope="module")
def prepared() -> Bundles:
    return bundles()


@pytest.mark.slow
@pytest.mark.neo4j
@WITH_SERVER
def test_full_disk(prepared: Bundles, tmp_path: Path) -> None:
    old, new = (bundle.facts for bundle in prepared.versions)
    with small_disk(tmp_path / "disk", 64) as disk, Server(disk / "home") as server:
        load_at(server.uri)
        fill(disk, but=1 << 20)
        error = error_of(lambda: [load_at(server.uri, facts) for facts in (old, new)])
        assert error.code in {"disk_full", "unreachable", "store_failed"}, str(error)
        make_room(disk)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again for a second only, where nothing comes of it."""
    monkeypatch.setattr(neo4j_server, "_RETRY_SECONDS", 1.0)


@pytest.mark.neo4j
@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("after", [10, 1_000, 6_000, 12_000])
def test_connection_that_is_cut(neo4j_empty: EmptyNeo4j, after: int) -> None:
    with closing(through(neo4j_empty, after, cuts=0)) as proxy:
        error = error_of(lambda: load_at(f"bolt://{LOOPBACK}:{proxy.port}"))
        assert (error.code in LOST, proxy.cut) == (True, 1)
    check_mended(neo4j_empty)


@pytest.mark.neo4j
@pytest.mark.parametrize("after", [1_000, 6_000, 30_000])
def test_connection_that_comes_back(neo4j_empty: EmptyNeo4j, after: int) -> None:
    """What may have been written and is sent again is not written twice.

    The driver does not try again what was lost in the middle of a commit.
    """
    with closing(through(neo4j_empty, after, cuts=2)) as proxy:
        with suppress(StoreError):
            load_at(f"bolt://{LOOPBACK}:{proxy.port}")
        assert proxy.cut > 0
    check_mended(neo4j_empty)


def through(server: EmptyNeo4j, after: int, *, cuts: int) -> Proxy:
    return Proxy(urlsplit(server.uri).port or 0, after, cuts=cuts)


def check_mended(server: EmptyNeo4j) -> None:
    """The next load makes the graph that of the facts, and the one after it writes nothing."""
    with closing(Neo4jStore(Address(server.uri))) as store:
        load(store, SOUND)
        assert graph_in(store) == graph_of(SOUND)
        assert load(store, SOUND) == Changes()


@pytest.mark.neo4j
def test_foreign_nodes_are_refused_and_stay(neo4j_empty: EmptyNeo4j) -> None:
    run = neo4j_empty.driver.execute_query
    run("CREATE (:Unit {id: '甲:A', own: 1})-[:LEADS {id: 'x'}]->(:Person {id: 'p'})")
    before = run("SHOW CONSTRAINTS YIELD name").records
    error = error_of(lambda: load_at(neo4j_empty.uri))
    assert (error.code, error.details["label"]) == ("foreign_nodes", "Unit")
    assert run("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 2
    assert run("SHOW CONSTRAINTS YIELD name").records == before
    with closing(Neo4jStore(Address(neo4j_empty.uri), prefix="gm_")) as store:
        load(store, FIRST)
        assert graph_in(store) == graph_of(FIRST)
        store.clear()
    (row,) = run("MATCH (u:Unit)-[r:LEADS]->(p) RETURN u.own AS own, r.id AS id, p.id AS p").records
    assert row.data() == {"own": 1, "id": "x", "p": "p"}


THEIRS = """
MATCH (u:Unit {id: '甲:A'}) MATCH (t:Task) WITH u, collect(t)[0] AS t
CREATE (p:Person {id: '甲:A'})-[:LEADS {id: 'x', plan: 'first'}]->(t)
CREATE (u)-[:LIKES]->(p) CREATE (p)-[:NAMES {plan: 'first'}]->(u)
"""
COUNTED = "MATCH (p:Person {id: '甲:A'})-[r:LEADS|LIKES|NAMES]-(n) RETURN count(DISTINCT r) AS n"


@pytest.mark.neo4j
def test_relationships_of_others_survive(neo4j_empty: EmptyNeo4j) -> None:
    def theirs() -> object:
        return neo4j_empty.driver.execute_query(COUNTED).records[0]["n"]

    with closing(Neo4jStore(Address(neo4j_empty.uri))) as store:
        load(store, FIRST)
        neo4j_empty.driver.execute_query(THEIRS)
        assert theirs() == 3
        assert load(store, FIRST) == Changes()
        load(store, SECOND)
        assert (graph_in(store), theirs()) == (graph_of_loads([FIRST, SECOND]), 3)
        remove(store, ["first", "second"])
        assert (graph_in(store).total(), theirs()) == (0, 3)
        load(store, FIRST)
        store.clear()
        assert (graph_in(store).total(), theirs()) == (0, 3)


@pytest.mark.neo4j
def test_two_graphs_in_one_database(neo4j_empty: EmptyNeo4j) -> None:
    address = Address(neo4j_empty.uri)
    with (
        closing(Neo4jStore(address, prefix="a_")) as a,
        closing(Neo4jStore(address, prefix="b_")) as b,
    ):
        load(a, FIRST)
        load(b, SOUND)
        assert (graph_in(a), graph_in(b)) == (graph_of(FIRST), graph_of(SOUND))
        a.clear()
        assert (graph_in(a).total(), graph_in(b)) == (0, graph_of(SOUND))
        assert load(b, SOUND) == Changes()


@pytest.mark.slow
@pytest.mark.neo4j
def test_two_loaders_at_once(neo4j_empty: EmptyNeo4j, prepared: Bundles) -> None:
    def load_one(facts: Facts) -> None:
        with closing(Neo4jStore(Address(neo4j_empty.uri))) as store:
            load(store, facts)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(load_one, [prepared.others.facts] * 2))
    with closing(Neo4jStore(Address(neo4j_empty.uri))) as store:
        assert list(differences(rows_of(store), rows_after(prepared.others))) == []


def test_password_does_not_show() -> None:
    address = Address(f"bolt://{LOOPBACK}", "neo4j", PASSWORD)
    assert PASSWORD not in repr(address)
    assert error_of(lambda: Address(f"bolt://neo4j:{PASSWORD}@host")).code == "bad_address"
