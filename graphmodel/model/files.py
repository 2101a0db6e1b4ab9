"""Writing a text file, or a folder of files, whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from graphmodel.model.errors import OutputError


def write_text_atomically(path: Path, text: str | Iterable[bytes]) -> None:
    r"""Write the text as UTF-8, whole or not at all: beside the file first, then in its place.

    Folders above the file are made. Line ends are written as they are. A lone surrogate, which
    UTF-8 cannot hold, is written as its escape `\udXXX`. A device or pipe is written to directly.

    Args:
        path: The file to write or to replace.
        text: Its whole content, or the pieces of it in UTF-8.

    Raises:
        OutputError: `unwritable`, with the system's reason.
    """
    try:
        pieces = (utf8(text),) if isinstance(text, str) else text
        if path.exists() and not path.is_file():
            _write(path, pieces)
        else:
            _replace(path.resolve(), pieces)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise OutputError(str(path), "unwritable", reason=reason) from error


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".graphmodel-", dir=path.parent) as folder:
        beside = Path(folder) / path.name
        _write(beside, pieces)
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        os.replace(beside, path)


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(pieces)


def utf8(text: str) -> bytes:
    r"""The text in UTF-8; a lone surrogate, which that cannot hold, becomes its escape `\udXXX`."""
    return text.encode("utf-8", "backslashreplace")


def write_folder_atomically(
    folder: Path, names: Collection[str], write: Callable[[Path], None]
) -> None:
    """Make a folder: beside its place first, then in it.

    Args:
        folder: The folder to make, or to replace if it holds only files of these names.
        names: The files that `write` may make.
        write: Puts the files into the folder that it is given.

    Raises:
        OutputError: `not_a_folder`, `unwritable`, and whatever `write` raises.
    """
    replace_folder(folder, lambda place: _refuse_others(folder, place, names), write)


def replace_folder(
    folder: Path, refuse: Callable[[Path], None], write: Callable[[Path], None]
) -> None:
    """Make a folder: beside its place first, then in it.

    Args:
        folder: The folder to make or to replace.
        refuse: Raises an `OutputError` where what stands in its place has to stay.
        write: Puts the files into the folder that it is given.

    Raises:
        OutputError: `unwritable`, and whatever `refuse` and `write` raise.
    """
    try:
        place = folder.resolve()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise OutputError(str(folder), "unwritable", reason=str(error)) from error
    try:
        if place.exists():
            refuse(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".graphmodel-", dir=place.parent) as beside:
            new = Path(beside) / "new"
            new.mkdir()
            write(new)
            _put_in_place(new, place, Path(beside) / "old")
    except OSError as error:
        raise OutputError(str(folder), "unwritable", reason=error.strerror) from error


def _refuse_others(folder: Path, place: Path, names: Collection[str]) -> None:
    """Keep what is no folder, or holds a file of another name."""
    if not (place.is_dir() and all(path.name in names for path in place.iterdir())):
        raise OutputError(str(folder), "not_a_folder")


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
