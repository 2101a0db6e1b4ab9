"""A process that loads and tells how far it is, so that it can be killed in the middle."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived
from graphmodel.stores.contract import Store
from graphmodel.stores.ladybug_cache import open_cached
from graphmodel.stores.ladybug_store import LadybugStore
from graphmodel.stores.loading import load
from graphmodel.stores.neo4j_server import Address
from graphmodel.stores.neo4j_store import Neo4jStore
from tests.faults.bundles import Bundle

BEFORE, LOADING, ENDING, LOADED = "before", "loading", "ending", "loaded"
_LONGEST = 300.0
_PRELOADED = ["tests.faults.victims", "neo4j", "ladybug", "numpy", "pandas"]
Tell = Callable[[str], None]
Work = Callable[[Bundle, Tell], None]


class Victim:
    """A process at some work, until it is killed."""

    def __init__(self, work: Work, bundle: Bundle) -> None:
        """Start the process.

        Args:
            work: A function of a module, which tells what it begins with.
            bundle: What it is to load.
        """
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(_PRELOADED)
        self._pipe, other = context.Pipe(duplex=False)
        self._process = context.Process(target=_serve, args=(work, bundle, other), daemon=True)
        self._process.start()
        other.close()
        self.told: list[str] = [BEFORE]

    def wait_for(self, state: str, further: int = 0) -> None:
        """Wait until the process has told that it is so far and some steps further, or all."""
        end = time.monotonic() + _LONGEST
        while not self._is_at(state, further) and time.monotonic() < end:
            self._hear(0.2)
            if not self._process.is_alive() and not self._pipe.poll():
                raise RuntimeError(f"the process ended by itself after: {self.told}")

    def _is_at(self, state: str, further: int) -> bool:
        is_there = state in self.told and len(self.told) > self.told.index(state) + further
        return is_there or LOADED in self.told

    def has_ended(self) -> bool:
        """Whether its load has ended."""
        self._hear(0)
        return LOADED in self.told

    def _hear(self, seconds: float) -> None:
        try:
            while self._pipe.poll(seconds):
                self.told.append(self._pipe.recv())
                seconds = 0
        except EOFError:
            pass

    def kill(self) -> list[str]:
        """End the process with SIGKILL, and say what it has told until then."""
        self._process.kill()
        self._process.join()
        self._hear(0)
        return self.told


def _serve(work: Work, bundle: Bundle, pipe: Connection) -> None:
    work(bundle, pipe.send)
    pipe.send(LOADED)
    time.sleep(_LONGEST)


class Watched:
    """A store that tells of each operation before it carries it out."""

    def __init__(self, store: Store, tell: Tell) -> None:
        """Keep the store."""
        self._store = store
        self._tell = tell

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write as the store does, and tell when only the end of it is left."""
        with self._store.writing():
            yield
            self._tell(ENDING)

    def __getattr__(self, name: str) -> Any:
        """What the store has under a name."""
        if name in ("put_nodes", "put_edges", "delete_edges", "delete_nodes"):
            self._tell(name)
        return getattr(self._store, name)


def load_neo4j(uri: str, bundle: Bundle, tell: Tell) -> None:
    """Load into a Neo4j server."""
    _load(Neo4jStore(Address(uri)), bundle, tell)


def load_ladybug(path: Path, bundle: Bundle, tell: Tell) -> None:
    """Load into a file of Ladybug."""
    _load(LadybugStore(path), bundle, tell)


def copy_into_ladybug(path: Path, bundle: Bundle, tell: Tell) -> None:
    """Load into a file of Ladybug as large facts are loaded."""
    store = LadybugStore(path)
    store.most_created = 0
    _load(store, bundle, tell)


def _load(store: Store, bundle: Bundle, tell: Tell) -> None:
    tell(LOADING)
    load(Watched(store, tell), bundle.facts, bundle.derived)
    store.close()


def build_cache(path: Path, bundle: Bundle, tell: Tell) -> None:
    """Build the cache of the facts."""

    def derive(_: Facts) -> Derived:
        tell(LOADING)
        return bundle.derived

    open_cached([], bundle.facts, derive, path).close()
