"""Runs a command for as long as somebody holds a lock on a file, then ends it.

    neo4j_guard.py OWNERS COMMAND...

The kernel lets go of a lock when its process dies, however it dies. So a server behind this guard
never outlives the test run that started it, and several processes can own it together: each holds a
shared lock on OWNERS. Where OWNERS is `-` the command runs until somebody ends it.

The guard leaves its caller at once and is its own group of processes, so Ctrl-C does not reach it.
"""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.2
"""Seconds between two looks at the command and its owners."""
_PATIENCE = 10.0
"""Seconds that the command gets to end by itself."""


@contextmanager
def locked(path: Path, *, shared: bool = False) -> Iterator[int]:
    """Holds a lock on a file, which is made where it is missing, and waits for it before.

    Args:
        path: The file.
        shared: Whether others may hold the lock too, if they ask for a shared one.

    Yields:
        The file descriptor that holds the lock.
    """
    file = open_lock(path)
    try:
        fcntl.flock(file, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)


def open_lock(path: Path) -> int:
    """The descriptor of a file for locks, whose folder is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


def hold(file: int) -> None:
    """Takes the shared lock of an open file, and waits for it."""
    fcntl.flock(file, fcntl.LOCK_SH)


def take(file: int) -> bool:
    """Takes the exclusive lock of an open file; False where somebody else holds one."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def launch(owners: Path | None, command: list[str], log: Path, keep: int) -> int:
    """Starts a command behind the guard.

    Args:
        owners: The file on which its owners hold a shared lock; None for no owner.
        command: The command and its arguments.
        log: The file to which it writes, emptied before.
        keep: A descriptor that the guard and the command keep open for as long as they run.

    Returns:
        The group of processes that guard and command are in.
    """
    guard = [sys.executable, "-I", "-S", __file__, str(owners or "-"), *command]
    with log.open("wb") as out:
        process = subprocess.Popen(
            guard,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            pass_fds=[keep],
            start_new_session=True,
        )
    process.wait()
    return process.pid


def main(owners: str, *command: str) -> None:
    """Leave the caller, run the command, and watch over both ends."""
    file = None if owners == "-" else open_lock(Path(owners))
    # A signal to the group is for the command. Ignored it would be ignored there as well.
    signal.signal(signal.SIGTERM, lambda *_: None)
    if os.fork():
        os._exit(0)
    # What `launch` was told to keep is inheritable, nothing else is.
    child = subprocess.Popen(command, close_fds=False)
    while child.poll() is None:
        if file is not None and take(file):
            _end(child)
        time.sleep(_PAUSE)


def _end(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
