"""A process that reads a file of Ladybug again and again while others replace it."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Self

from graphmodel.stores.ladybug_store import LadybugStore
from tests.faults.comparing import Rows, differences, rows_of

_PAUSE = 0.2


class Readers:
    """Reads in a process of its own, from entering to leaving."""

    def __init__(self, file: Path, wanted: Sequence[Rows]) -> None:
        """Prepare the process.

        Args:
            file: The file, which is there.
            wanted: The graphs of which each read has to give one.
        """
        context = multiprocessing.get_context("forkserver")
        self._pipe, self._other = context.Pipe()
        arguments = (file, wanted, self._other)
        self._process = context.Process(target=_read, args=arguments, daemon=True)
        self.count = 0
        self.failures: list[str] = []

    def __enter__(self) -> Self:
        """Begin to read."""
        self._process.start()
        self._other.close()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process where `finish` has not."""
        self._process.kill()
        self._process.join()

    def finish(self) -> None:
        """Read no more, and take over what was read."""
        self._pipe.send("enough")
        self.count, self.failures = self._pipe.recv()


def _read(file: Path, wanted: Sequence[Rows], pipe: Connection) -> None:
    count, failures = 0, []
    while not pipe.poll(_PAUSE):
        try:
            failures += _wrong(file, wanted)
        except BaseException as error:
            failures.append(f"{type(error).__name__}: {error}")
        count += 1
    pipe.send((count, failures))


def _wrong(file: Path, wanted: Sequence[Rows]) -> list[str]:
    """What is wrong with a file that is opened, read, and read again while it may be replaced."""
    store = LadybugStore(file, read_only=True)
    try:
        first = rows_of(store)
        time.sleep(_PAUSE)
        found = [] if rows_of(store) == first else ["a file that is open has changed"]
        found += [] if any(first == one for one in wanted) else list(differences(first, wanted[0]))
        return found
    finally:
        store.close()
