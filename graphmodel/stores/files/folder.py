"""A folder of files for another tool, written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from graphmodel.model.errors import OutputError


def fill(folder: Path, names: Collection[str], write: Callable[[Path], None]) -> None:
    """Make a folder: beside its place first, then in it.

    Args:
        folder: The folder to make, or to replace if it holds only files of these names.
        names: The files that `write` may make.
        write: Puts the files into the folder that it is given.

    Raises:
        OutputError: `not_a_folder`, `unwritable`, and whatever `write` raises.
    """
    try:
        place = folder.resolve()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise OutputError(str(folder), "unwritable", reason=str(error)) from error
    if place.exists() and not _is_ours(place, names):
        raise OutputError(str(folder), "not_a_folder")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".graphmodel-", dir=place.parent) as beside:
            new = Path(beside) / "new"
            new.mkdir()
            write(new)
            _put_in_place(new, place, Path(beside) / "old")
    except OSError as error:
        raise OutputError(str(folder), "unwritable", reason=error.strerror) from error


def _is_ours(folder: Path, names: Collection[str]) -> bool:
    return folder.is_dir() and all(path.name in names for path in folder.iterdir())


def _put_in_place(new: Path, folder: Path, old: Path) -> None:
    """Rename a folder into the place of another; if that fails, the other one stays."""
    if folder.exists():
        shutil.copymode(folder, new)
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
