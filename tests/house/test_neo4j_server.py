"""The Neo4j server of the tests itself: it keeps its data, stays on the machine, leaves nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.neo4j_guard import open_lock, take
from tools.neo4j_jars import Neo4jError
from tools.neo4j_server import Server

neo4j = pytest.importorskip("neo4j", reason="the driver neo4j is not installed")
pytestmark = pytest.mark.neo4j

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "a-password"
WITH_SERVER = pytest.mark.usefixtures("neo4j_installed")

# A worker waits until the other is there too, so that both use a server at the same time.
SHARING = """
import time

def test_meets_the_other_worker(neo4j_server, worker_id, board):
    state = (neo4j_server.home / "server.json").read_text()
    with (board / "workers").open("a") as file:
        file.write(f"{state}\\n")
    end = time.monotonic() + 60
    while (board / "workers").read_text().count("\\n") < 2:
        assert time.monotonic() < end
        time.sleep(0.05)

def test_takes_its_turn(neo4j_empty, board):
    with (board / "turns").open("a", buffering=1) as file:
        file.write("in\\n")
        run = neo4j_empty.driver.execute_query
        assert run("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 0
        run("CREATE CONSTRAINT turn FOR (t:Turn) REQUIRE t.id IS UNIQUE")
        run("CREATE INDEX name FOR (t:Turn) ON (t.name)")
        run("CREATE (:Turn {id: 1})-[:NEXT]->(:Turn {id: 2})")
        file.write("out\\n")
"""
BOARD = """
import pytest
from pathlib import Path

@pytest.fixture
def board():
    return Path(__file__).parent
"""

OWNER = """
import sys, time
from pathlib import Path
from tools.neo4j_guard import launch, locked
owners, kept = map(Path, sys.argv[1:])
with locked(owners, shared=True), locked(kept, shared=True) as file:
    launch(owners, ["sleep", "600"], owners.with_name("log"), file)
print("started", flush=True)
time.sleep(600)
"""


def soon(done: Callable[[], bool]) -> bool:
    """Whether something comes about within ten seconds."""
    end = time.monotonic() + 10
    while not done() and time.monotonic() < end:
        time.sleep(0.05)
    return done()


def processes(home: Path) -> list[Path]:
    """The folders in /proc of the processes that run a server in a home."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if f"--home-dir={home}".encode() in command:
            found.append(process)
    return found


def listening(process: Path) -> set[str]:
    """The addresses on which a process listens, as /proc writes them."""
    sockets = {os.readlink(file) for file in (process / "fd").iterdir()}
    lines = [
        line.split()
        for table in ("tcp", "tcp6")
        for line in (process / "net" / table).read_text().splitlines()[1:]
    ]
    return {line[1] for line in lines if line[3] == "0A" and f"socket:[{line[9]}]" in sockets}


def names(server: Server) -> list[str]:
    """The names of all nodes of a database."""
    with neo4j.GraphDatabase.driver(server.uri, auth=server.auth) as driver:
        found = driver.execute_query("MATCH (n) RETURN n.name AS name ORDER BY name").records
    return [record["name"] for record in found]


def imported(folder: Path) -> Server:
    """A server with a password and one node, not yet started."""
    nodes = folder / "nodes.csv"
    nodes.write_text("id:ID,name,:LABEL\n1,imported,Thing\n", encoding="utf-8")
    server = Server(folder / "home", password=PASSWORD)
    server.import_full("neo4j", f"--nodes={nodes}")
    return server


def write_and_read_as_another(server: Server) -> None:
    """Adds a node, and sees that another password opens nothing."""
    with neo4j.GraphDatabase.driver(server.uri, auth=server.auth) as driver:
        driver.execute_query("CREATE (:Thing {name: 'written'})")
    with (
        neo4j.GraphDatabase.driver(server.uri, auth=("neo4j", "another")) as driver,
        pytest.raises(neo4j.exceptions.AuthError),
    ):
        driver.verify_connectivity()


# One test, for each start costs, and tests of one module run in several workers.
@WITH_SERVER
@pytest.mark.slow
def test_life_of_a_server(tmp_path: Path) -> None:
    with imported(tmp_path) as server:
        uri, home = server.uri, server.home
        assert names(server) == ["imported"]
        if Path("/proc/net/tcp").exists():
            addresses = {address[-13:] for it in processes(home) for address in listening(it)}
            assert addresses == {f"0100007F:{server.port:04X}"}
        with pytest.raises(Neo4jError, match="runs already"):
            Server(home, password=PASSWORD).start()
        write_and_read_as_another(server)
        server.kill()
        assert (server.running(), processes(home)) == (False, [])
        server.start()
        assert (server.uri, names(server)) == (uri, ["imported", "written"])
        # Any process may stop it, by its home.
        again = Server(home)
        assert (again.running(), again.uri) == (True, uri)
        again.stop()
        assert (server.running(), processes(home)) == (False, [])
    assert "Stopped." in (home / "logs" / "neo4j.log").read_text(encoding="utf-8")


@WITH_SERVER
def test_failing_start_shows_why(tmp_path: Path) -> None:
    with pytest.raises(Neo4jError, match=r"(?s)ended while it started.*no\.such\.setting"):
        Server(tmp_path, settings={"no.such.setting": "1"}).start()
    assert processes(tmp_path) == []


@WITH_SERVER
def test_failing_command_shows_why(tmp_path: Path) -> None:
    with pytest.raises(Neo4jError, match=r"(?s)database import full failed.*absent\.csv"):
        Server(tmp_path).import_full("neo4j", f"--nodes={tmp_path / 'absent.csv'}")


@WITH_SERVER
@pytest.mark.slow
def test_workers_share_one_server_and_take_turns(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest(BOARD)
    pytester.makepyfile(SHARING)
    result = pytester.runpytest_subprocess(
        *("-p", "tests.neo4j_fixtures", "-W", "error"), *("-n", "2", "--dist", "each")
    )
    result.assert_outcomes(passed=4)
    workers = (pytester.path / "workers").read_text().splitlines()
    assert (len(workers), len(set(workers))) == (2, 1)
    assert (pytester.path / "turns").read_text().split() == ["in", "out"] * 2
    home = pytester.path / "runpytest-0" / "neo4j"
    assert home.is_dir()
    assert soon(lambda: processes(home) == [])


def test_command_ends_when_its_owner_is_killed(tmp_path: Path) -> None:
    owners, kept = tmp_path / "owners", tmp_path / "kept"
    command = [sys.executable, "-c", OWNER, str(owners), str(kept)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as owner:
        assert owner.stdout and owner.stdout.readline() == b"started\n"
        file = open_lock(kept)
        assert not take(file)
        owner.send_signal(signal.SIGKILL)
    assert soon(lambda: take(file))
    os.close(file)
