"""A disk that is soon full."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_FILLER = "filler"


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A disk of so many megabytes, mounted on a folder; skips where nobody may mount."""
    folder.mkdir(parents=True, exist_ok=True)
    options = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(folder)]
    done = subprocess.run(options, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"a small disk needs the right to mount: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(folder: Path, *, but: int) -> None:
    """Fill a disk but for so many bytes."""
    state = os.statvfs(folder)
    size = state.f_bavail * state.f_frsize - but
    with (folder / _FILLER).open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, size)


def make_room(folder: Path) -> None:
    """Undo `fill`."""
    (folder / _FILLER).unlink()
