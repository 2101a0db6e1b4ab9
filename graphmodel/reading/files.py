"""Files on disk: which ones to read, and their bytes, whole and of one moment."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphmodel.model.errors import InputError
from graphmodel.reading.decoding import SAMPLE_BYTES, decode
from graphmodel.reading.sniffing import binary_format

MAX_BYTES = 200 * 1000 * 1000
"""Largest file that is read: 200 MB, some ten thousand plans in one text."""

_SUFFIXES = frozenset({
    ".txt", ".md", ".csv", ".tsv", ".html", ".htm", ".mht", ".mhtml",
    ".docx", ".docm", ".doc", ".wps", ".wpt", ".rtf", ".odt",
    ".xlsx", ".xlsm", ".xls", ".et", ".ods",
    ".pdf", ".ofd", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp",
})  # fmt: skip
_PASSED_OVER = re.compile(r"\.|~\$|readme\b", re.IGNORECASE)
"""How the names begin of what is no document of its folder: hidden files, the lock files of
office programs, and what describes the folder."""
_ATTEMPTS = 2

_State = tuple[int, int, int]
"""Inode, size and time of modification of a file."""


def read_file(path: Path | str) -> bytes:
    """Read a file whole, as it was at one moment.

    Args:
        path: A file, or a pipe.

    Raises:
        InputError: `missing`, `too_large`, `unreadable` (a folder, no permission, a failing disk),
            or `changed` where it changes while it is read, twice on end.
    """
    try:
        for _ in range(_ATTEMPTS):
            before = _state(path)
            data = _read(path)
            if len(data) > MAX_BYTES:
                raise InputError(str(path), "too_large", limit=MAX_BYTES)
            if before is None or (before == _state(path) and before[1] == len(data)):
                return data
    except FileNotFoundError as error:
        raise InputError(str(path), "missing") from error
    except OSError as error:
        raise InputError(str(path), "unreadable", reason=error.strerror or "") from error
    raise InputError(str(path), "changed")


def _state(path: Path | str) -> _State | None:
    """Give what changes when a file does; None for a pipe, which nobody can read twice."""
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _read(path: Path | str) -> bytes:
    with open(path, "rb") as file:
        return file.read(MAX_BYTES + 1)


def find_documents(paths: Iterable[Path | str]) -> list[Path]:
    """Give the documents that files and folders stand for.

    A file is taken whatever its name. Of a folder and those below it are taken, in the order of
    their names, the files with the suffix of a format that is read, and those without a suffix
    whose content is text; hidden files, lock files of office programs and a README are not.

    Returns:
        Paths in the order given, each file once.

    Raises:
        InputError: `missing`, `unreadable`, or `folder_empty` for a folder without documents.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        for document in _expand(path):
            found.setdefault(document.resolve(), document)
    return list(found.values())


def _expand(path: Path) -> list[Path]:
    if not path.exists():
        raise InputError(str(path), "missing")
    if not path.is_dir():
        return [path]
    documents = sorted(_walk(path), key=lambda document: document.relative_to(path).parts)
    if not documents:
        raise InputError(str(path), "folder_empty")
    return documents


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if not _PASSED_OVER.match(name) and path.is_file() and _is_document(path):
                yield path


def _is_document(path: Path) -> bool:
    if path.suffix:
        return path.suffix.lower() in _SUFFIXES
    try:
        with path.open("rb") as file:
            head = file.read(SAMPLE_BYTES)
    except OSError:
        return False
    return binary_format(head) is None and decode(head) is not None
