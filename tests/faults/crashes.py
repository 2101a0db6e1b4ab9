"""A Neo4j server that is killed at random moments of a load."""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from graphmodel.model.errors import StoreError
from graphmodel.stores.loading import load
from graphmodel.stores.neo4j_server import Address
from graphmodel.stores.neo4j_store import Neo4jStore
from tests.faults.bundles import Bundle, Bundles
from tests.faults.comparing import differences, rows_after, rows_of
from tools.neo4j_server import Server

MOST_SECONDS = 60.0
"""From the kill to the error, on a machine that is busy; the driver tries again for 20 s."""
THROUGH = "went through"


@dataclass
class ServerTally:
    """What came of a series."""

    codes: Counter[str] = field(default_factory=Counter)
    """How the loads ended."""
    failures: list[str] = field(default_factory=list)
    slowest: float = 0.0
    """The most seconds from a kill to the error of the load."""

    @property
    def moments(self) -> int:
        """How many servers were killed."""
        return self.codes.total()


class ServerSeries:
    """Loads of one version after the other, and kills the server meanwhile.

    Every third time the server starts again at once, so that the load may go through.
    """

    def __init__(self, bundles: Bundles, server: Server, seed: int) -> None:
        """Prepare the series for a server that runs and is empty."""
        self.tally = ServerTally()
        self._bundles = bundles
        self._server = server
        self._expected = [rows_after(bundles.others, one) for one in bundles.versions]
        self._rng = Random(seed)
        self._usual = 5.0

    def run(self, count: int) -> ServerTally:
        """Kill so many times."""
        self._load(self._bundles.others)
        start = time.monotonic()
        self._load(self._bundles.versions[0])
        self._usual = time.monotonic() - start
        for number in range(1, count + 1):
            self._round(number % 2, at_once=number % 3 == 0)
        return self.tally

    def _round(self, version: int, *, at_once: bool) -> None:
        bundle = self._bundles.versions[version]
        crash = Crash(self._server, self._rng.uniform(0, 0.8 * self._usual), at_once=at_once)
        code = self._load_and_crash(bundle, crash)
        self.tally.codes[code] += 1
        if code not in ("unreachable", "connection_lost", THROUGH):
            self._fail(code)
        if not at_once:
            self._server.start()
        start = time.monotonic()
        store = Neo4jStore(Address(self._server.uri))
        try:
            load(store, bundle.facts, bundle.derived)
            self._usual = min(self._usual, time.monotonic() - start)
            for line in differences(rows_of(store), self._expected[version]):
                self._fail(line)
            if (again := load(store, bundle.facts, bundle.derived)).total:
                self._fail(f"the second load wrote: {again}")
        finally:
            store.close()

    def _load_and_crash(self, bundle: Bundle, crash: Crash) -> str:
        """How a load ends whose server is killed."""
        crash.start()
        try:
            self._load(bundle)
            return THROUGH
        except StoreError as error:
            seconds = time.monotonic() - crash.time
            self.tally.slowest = max(self.tally.slowest, seconds)
            if seconds > MOST_SECONDS:
                self._fail(f"{seconds:.0f} s until the error")
            return error.code
        finally:
            crash.join()

    def _load(self, bundle: Bundle) -> None:
        store = Neo4jStore(Address(self._server.uri))
        try:
            load(store, bundle.facts, bundle.derived)
        finally:
            store.close()

    def _fail(self, what: str) -> None:
        self.tally.failures.append(f"moment {self.tally.moments}: {what}")


class Crash(threading.Thread):
    """Kills a server after a while, and may start it again."""

    def __init__(self, server: Server, seconds: float, *, at_once: bool) -> None:
        """Prepare the crash."""
        super().__init__(daemon=True)
        self._server = server
        self._seconds = seconds
        self._at_once = at_once
        self.time = float("nan")
        """When the server was dead, in seconds of the monotonic clock."""

    def run(self) -> None:
        """Let it happen."""
        time.sleep(self._seconds)
        self._server.kill()
        self.time = time.monotonic()
        if self._at_once:
            self._server.start()
