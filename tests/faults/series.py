"""Loading processes that are killed at random moments, and the loads that come after them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived
from graphmodel.stores.contract import Store
from graphmodel.stores.ladybug_cache import open_cached
from graphmodel.stores.ladybug_store import LadybugStore
from graphmodel.stores.loading import load
from graphmodel.stores.neo4j_server import Address
from graphmodel.stores.neo4j_store import Neo4jStore
from tests.faults.bundles import Bundle, Bundles
from tests.faults.comparing import Rows, differences, rows_after, rows_of
from tests.faults.readers import Readers
from tests.faults.victims import (
    BEFORE,
    LOADED,
    LOADING,
    Victim,
    Work,
    build_cache,
    copy_into_ladybug,
    load_ladybug,
    load_neo4j,
)

_WITHIN = 0.86
"""How many of the moments are to be while a load is open."""


@dataclass
class Tally:
    """What came of a series."""

    states: Counter[str] = field(default_factory=Counter)
    """How far the processes were when they were killed."""
    failures: list[str] = field(default_factory=list)
    slowest: float = 0.0
    """Seconds of the longest mending load."""
    reads: int = 0
    """Graphs that others read meanwhile, each of which was the old or the new one."""

    @property
    def moments(self) -> int:
        """How many processes were killed."""
        return self.states.total()

    @property
    def open_loads(self) -> int:
        """How many of them while a load was open."""
        return self.moments - self.states[BEFORE] - self.states[LOADED]


class Expected:
    """What a store is to hold after loads of each version, with the other plans and without."""

    def __init__(self, bundles: Bundles) -> None:
        """Load everything into memory once."""
        self.alone = [rows_after(one) for one in bundles.versions]
        self.beside = [rows_after(bundles.others, one) for one in bundles.versions]


class Moments:
    """Kills processes before, within and after their loads, most of them within."""

    def __init__(self, rng: Random, tally: Tally) -> None:
        """Know nothing of how long loads take."""
        self._rng = rng
        self._tally = tally
        self._usual: dict[str, tuple[int, float]] = {}
        """Steps of a load, and seconds of a step."""

    def kill_one(self, work: Work, bundle: Bundle, sort: str) -> None:
        """Start a process and kill it.

        Args:
            work: What it does.
            bundle: What it loads.
            sort: What tells loads of unlike length apart.
        """
        wanted = self._rng.random()
        victim = Victim(work, bundle)
        if sort not in self._usual:
            self._measure(victim, sort)
        elif wanted < _WITHIN:
            self._wait_within(victim, sort)
        elif wanted < (1 + _WITHIN) / 2:
            time.sleep(self._rng.uniform(0, 0.3))
        else:
            victim.wait_for(LOADED)
            time.sleep(self._rng.uniform(0, 0.2))
        self._tally.states[victim.kill()[-1]] += 1

    def _wait_within(self, victim: Victim, sort: str) -> None:
        """Wait for any moment between the beginning and the end of a load, often the end."""
        steps, seconds = self._usual[sort]
        position = self._rng.uniform(0, steps) if self._rng.random() < 0.9 else steps - 0.5
        victim.wait_for(LOADING, int(position))
        time.sleep((position - int(position)) * seconds)
        if victim.has_ended():
            self._usual[sort] = steps, 0.8 * seconds

    def _measure(self, victim: Victim, sort: str) -> None:
        victim.wait_for(LOADING)
        start = time.monotonic()
        victim.wait_for(LOADED)
        steps = victim.told.index(LOADED) - victim.told.index(LOADING)
        self._usual[sort] = steps, 0.6 * (time.monotonic() - start) / steps


class StoreSeries:
    """A store that is loaded, with processes that die, and loads that have to mend it.

    Most loads bring the other version, and some come into an empty store. Some killed loads are
    followed by another one that is killed, some by a load of the version from before.
    """

    def __init__(
        self, bundles: Bundles, open_store: Callable[[], Store], work: Work, seed: int
    ) -> None:
        """Prepare the series.

        Args:
            bundles: What is loaded.
            open_store: Opens the store.
            work: The load that is killed.
            seed: What everything but the speed of the machine follows from.
        """
        self.tally = Tally()
        self._bundles = bundles
        self._expected = Expected(bundles)
        self._open = open_store
        self._work = work
        self._rng = Random(seed)
        self._moments = Moments(self._rng, self.tally)
        self._held = 0

    def run(self, count: int) -> Tally:
        """Kill so many processes."""
        self._fill()
        while self.tally.moments < count:
            if self._rng.random() < 0.2:
                self._round_from_nothing()
            else:
                self._round()
        return self.tally

    def _fill(self) -> None:
        store = self._open()
        for bundle in (self._bundles.others, self._bundles.versions[self._held]):
            load(store, bundle.facts, bundle.derived)
        self._check("filled", rows_of(store), self._expected.beside[self._held])
        store.close()

    def _round(self) -> None:
        other = 1 - self._held
        for _ in range(2 if self._rng.random() < 0.2 else 1):
            self._moments.kill_one(self._work, self._bundles.versions[other], "change")
        wanted = self._held if self._rng.random() < 0.2 else other
        self._mend(self._bundles.versions[wanted], self._expected.beside[wanted])
        self._held = wanted

    def _round_from_nothing(self) -> None:
        store = self._open()
        store.clear()
        store.close()
        self._moments.kill_one(self._work, self._bundles.versions[self._held], "nothing")
        self._mend(self._bundles.versions[self._held], self._expected.alone[self._held])
        self._mend(self._bundles.others, self._expected.beside[self._held])

    def _mend(self, bundle: Bundle, want: Rows) -> None:
        """Load after a load that was killed, and once more."""
        store = self._open()
        try:
            start = time.monotonic()
            load(store, bundle.facts, bundle.derived)
            self.tally.slowest = max(self.tally.slowest, time.monotonic() - start)
            self._check("mended", rows_of(store), want)
            again = load(store, bundle.facts, bundle.derived)
            if again.total:
                self._fail(f"the second load wrote: {again}")
        finally:
            store.close()

    def _check(self, what: str, have: Rows, want: Rows) -> None:
        for line in differences(have, want):
            self._fail(f"{what}: {line}")

    def _fail(self, what: str) -> None:
        states = ", ".join(f"{state} {n}" for state, n in self.tally.states.items())
        self.tally.failures.append(f"moment {self.tally.moments} ({states}): {what}")


def neo4j_series(bundles: Bundles, uri: str, seed: int) -> StoreSeries:
    """The series with a Neo4j server, which is emptied before."""
    address = Address(uri)
    return StoreSeries(bundles, partial(Neo4jStore, address), partial(load_neo4j, uri), seed)


def ladybug_series(
    bundles: Bundles, path: Path, seed: int, *, by_copy: bool = False
) -> StoreSeries:
    """The series with a file of Ladybug, filled row by row, or as large facts are loaded."""
    work = partial(copy_into_ladybug if by_copy else load_ladybug, path)
    return StoreSeries(bundles, partial(LadybugStore, path), work, seed)


class CacheSeries:
    """The cache of facts, with processes that die while they build it, and others that read it."""

    def __init__(self, bundles: Bundles, folder: Path, seed: int) -> None:
        """Prepare the series, in a folder of its own."""
        self.tally = Tally()
        self._versions = bundles.versions
        self._expected = [rows_after(one) for one in self._versions]
        self._file = folder / "cache" / "facts.lbug"
        self._rng = Random(seed)
        self._moments = Moments(self._rng, self.tally)

    def run(self, count: int) -> Tally:
        """Kill so many processes."""
        self._ask(0)
        with Readers(self._file, self._expected) as readers:
            for number in range(1, count + 1):
                self._round(number % 2)
            readers.finish()
            self.tally.reads = readers.count
            self.tally.failures += readers.failures
        return self.tally

    def _round(self, version: int) -> None:
        self._moments.kill_one(partial(build_cache, self._file), self._versions[version], "build")
        start = time.monotonic()
        self._ask(version)
        self.tally.slowest = max(self.tally.slowest, time.monotonic() - start)
        if self._ask(version):
            self._fail("built again")

    def _ask(self, version: int) -> bool:
        """Ask for a version, and say whether it had to be built."""
        asked: list[Facts] = []

        def derive(facts: Facts) -> Derived:
            asked.append(facts)
            return self._versions[version].derived

        store = open_cached([], self._versions[version].facts, derive, self._file)
        for line in differences(rows_of(store), self._expected[version]):
            self._fail(line)
        store.close()
        return bool(asked)

    def _fail(self, what: str) -> None:
        self.tally.failures.append(f"moment {self.tally.moments}: {what}")
