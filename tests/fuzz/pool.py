"""A process that works on files which may crash it or never let it go."""

from __future__ import annotations

import multiprocessing
import resource
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import NamedTuple

MEMORY = 6 * 1000**3
"""Bytes of address space; OCR maps more than it uses."""


class Outcome(NamedTuple):
    """What came of a piece of work."""

    result: str
    """What the work returned; empty where it failed."""
    failure: str
    """The traceback, or `crash` or `hang`; empty where it worked."""
    seconds: float
    """Processor time."""


class Worker:
    """Does one piece of work after the other in a process that is replaced when it dies."""

    def __init__(self) -> None:
        """Start the process."""
        self._start()

    def run(self, work: Callable[..., object], *arguments: object, limit: float) -> Outcome:
        """Do a piece of work; the function and its arguments are pickled.

        Args:
            work: A function of a module, which gives a word for what happened.
            *arguments: What to call it with.
            limit: Seconds after which the process is killed.
        """
        try:
            self._pipe.send((work, arguments))
            if not self._pipe.poll(limit):
                self._restart()
                return Outcome("", "hang", limit)
            outcome: Outcome = self._pipe.recv()
        except (EOFError, ConnectionError):
            self._restart()
            return Outcome("", "crash", 0)
        return outcome

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()

    def _restart(self) -> None:
        self.close()
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other,), daemon=True)
        self._process.start()
        other.close()


def _serve(pipe: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    while True:
        work, arguments = pipe.recv()
        start = time.process_time()
        result, failure = "", ""
        try:
            result = str(work(*arguments))
        except BaseException:  # a panic of a library in Rust is no Exception
            failure = traceback.format_exc()
        pipe.send(Outcome(result, failure, time.process_time() - start))
