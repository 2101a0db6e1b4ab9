"""A Neo4j Community server of one's own, on the loopback interface, for tests and for trying out.

    with Server(password="a-password") as server:
        neo4j.GraphDatabase.driver(server.uri, auth=server.auth)

`make neo4j` starts one with the samples in it, see `tools.neo4j_command`.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from tools.neo4j_guard import hold, launch, open_lock, take
from tools.neo4j_jars import Neo4jError, jars, java

LOOPBACK = "127.0.0.1"
_HANDSHAKE = bytes.fromhex("6060b017 00000005 00000004 00000000 00000000")
"""What opens a Bolt connection: the magic number and four versions, of which zeros are none."""
_LONGEST_START = 120.0
_LONGEST_STOP = 30.0
_PAUSE = 0.05
_TAIL = 20
"""Lines of each log that an error shows."""

# Measured: with the simple compiler and collector a start takes half the processor time.
_JVM = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_OPENED = ("java.io", "java.lang", "java.nio", "java.util.concurrent", "sun.nio.ch")
_SETTINGS = {
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "dbms.usage_report.enabled": "false",
    "server.memory.pagecache.size": "128m",
    "db.tx_log.preallocate": "false",
    # Else a stop takes ten seconds, in which nothing happens.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
    "internal.server.bolt.thread_pool_shutdown_wait_time": "1s",
}


def free_port(preferred: int = 0) -> int:
    """A port of the loopback interface that nobody uses: the preferred one if it is free."""
    for port in (preferred, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise Neo4jError("no port of the loopback interface is free")


class Server:
    """A server with its home, a folder that holds its configuration, its data and its logs.

    It ends with this process, however that ends, unless it has other owners or none. Any process
    may stop it, or ask for it, by the home.
    """

    def __init__(
        self,
        home: Path | None = None,
        *,
        port: int = 0,
        password: str | None = None,
        settings: Mapping[str, str] | None = None,
        owners: Path | None = None,
        keep: bool = False,
    ) -> None:
        """Prepare a server, which `start` or `with` starts.

        Args:
            home: Its folder; None for a scratch folder that `close` removes.
            port: The port of Bolt; 0 for the one that the home had last, else any free one.
            password: The password of the user neo4j in a new home; None for no authentication.
            settings: Further lines of neo4j.conf.
            owners: A file with whose last shared lock the server ends; the caller holds one.
            keep: Whether it goes on without any owner until `stop`.
        """
        self._scratch = home is None
        self.home = (home or Path(tempfile.mkdtemp(prefix="graphmodel-neo4j-"))).absolute()
        self.port = port or self._remembered().get("port") or free_port()
        self.auth = ("neo4j", password) if password else None
        self._settings = dict(settings or {})
        self._owners = owners
        self._keep = keep
        self._owner: int | None = None

    @property
    def uri(self) -> str:
        """The address for drivers."""
        return f"bolt://{LOOPBACK}:{self.port}"

    def running(self) -> bool:
        """Whether a server runs in this home, whoever started it."""
        file = open_lock(self.home / "server.lock")
        try:
            return not take(file)
        finally:
            os.close(file)

    def start(self) -> Self:
        """Start the server and wait until it answers; again at the same port after a stop.

        Raises:
            Neo4jError: Java is missing, a server runs here already, or it does not start, with the
                ends of its logs.
        """
        self._prepare()
        file = open_lock(self.home / "server.lock")
        try:
            if not take(file):
                raise Neo4jError(f"a server runs already in {self.home}")
            self._remember()
            # The processes keep the lock from here on: whoever cannot take it knows that they run.
            group = launch(self._own(), self._command(), self.home / "console.log", file)
        finally:
            os.close(file)
        self._remember(group=group)
        try:
            self._wait_until_up()
        except BaseException:
            self.kill()
            raise
        return self

    def stop(self) -> None:
        """End the server in order, or by force if that takes longer than half a minute."""
        if not self._end(signal.SIGTERM):
            self.kill()

    def kill(self) -> None:
        """End the server with SIGKILL, as a crash of the machine would.

        Raises:
            Neo4jError: It did not end.
        """
        if not self._end(signal.SIGKILL):
            raise Neo4jError(f"the server in {self.home} does not end")

    def close(self) -> None:
        """Stop the server, and remove a scratch home."""
        self.stop()
        if self._owner is not None:
            os.close(self._owner)
            self._owner = None
        if self._scratch:
            shutil.rmtree(self.home, ignore_errors=True)

    def admin(self, *arguments: str) -> str:
        """What neo4j-admin prints for a command on this home.

        Args:
            arguments: The command and its options, with absolute paths.

        Raises:
            Neo4jError: Java is missing, or the command failed, with what it printed.
        """
        self._write_configuration()
        places = {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        done = subprocess.run(
            [*self._java("1g"), "org.neo4j.cli.AdminTool", *arguments],
            env={**os.environ, **places},
            cwd=self.home,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            said = f"{done.stdout}\n{done.stderr}".strip()
            raise Neo4jError(f"neo4j-admin {' '.join(arguments[:3])} failed: {said[-2000:]}")
        return done.stdout

    def import_full(self, *arguments: str) -> str:
        """Fill a database of the stopped server: neo4j-admin database import full.

        Args:
            arguments: The name of the database, then the options; --overwrite-destination where
                there is one. Paths are absolute; the report goes into the home.

        Raises:
            Neo4jError: As for `admin`.
        """
        report = f"--report-file={self.home / 'import.report'}"
        return self.admin("database", "import", "full", report, *arguments)

    def __enter__(self) -> Self:
        """The server, started."""
        try:
            return self.start()
        except BaseException:
            self.close()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        self.close()

    def _remembered(self) -> dict[str, int]:
        try:
            state: dict[str, int] = json.loads((self.home / "server.json").read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return state

    def _remember(self, **state: int) -> None:
        text = json.dumps({"port": self.port, **state})
        (self.home / "server.json").write_text(text, encoding="utf-8")

    def _prepare(self) -> None:
        self._write_configuration()
        if self.auth and not (self.home / "data" / "databases" / "system").is_dir():
            self.admin("dbms", "set-initial-password", self.auth[1])

    def _write_configuration(self) -> None:
        settings = {
            "server.bolt.listen_address": f"{LOOPBACK}:{self.port}",
            "dbms.security.auth_enabled": str(self.auth is not None).lower(),
            **_SETTINGS,
            **self._settings,
        }
        file = self.home / "conf" / "neo4j.conf"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(f"{k}={v}\n" for k, v in settings.items()), encoding="utf-8")

    def _own(self) -> Path | None:
        if self._keep or self._owners is not None:
            return self._owners
        file = self.home / "owners.lock"
        if self._owner is None:
            self._owner = open_lock(file)
        hold(self._owner)
        return file

    def _command(self) -> list[str]:
        folders = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        return [*self._java("768m"), "org.neo4j.server.CommunityEntryPoint", *folders]

    def _java(self, heap: str) -> list[str]:
        opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENED]
        return [java(), f"-Xmx{heap}", *_JVM, *opened, "-cp", f"{jars()}/*"]

    def _wait_until_up(self) -> None:
        why = f"does not answer within {_LONGEST_START:.0f} s"
        if _wait_until(lambda: self._answers() or not self.running(), _LONGEST_START):
            if self.running():
                return
            why = "ended while it started"
        raise Neo4jError(f"the server in {self.home} {why}\n{self._tail()}")

    def _answers(self) -> bool:
        try:
            with socket.create_connection((LOOPBACK, self.port), timeout=5) as connection:
                connection.sendall(_HANDSHAKE)
                return len(connection.recv(4)) == 4
        except OSError:
            return False

    def _tail(self) -> str:
        logs = (self.home / "console.log", self.home / "logs" / "neo4j.log")
        lines = [log.read_text("utf-8", "replace").splitlines() for log in logs if log.is_file()]
        return "\n".join(line for log in lines for line in log[-_TAIL:])

    def _end(self, number: signal.Signals) -> bool:
        if not self.running():
            return True
        group = self._remembered().get("group")
        if group is None:
            return False
        with suppress(ProcessLookupError):
            os.killpg(group, number)
        return _wait_until(lambda: not self.running(), _LONGEST_STOP)


def _wait_until(done: Callable[[], bool], seconds: float) -> bool:
    """Whether something comes about within some seconds."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            return False
        time.sleep(_PAUSE)
    return True
