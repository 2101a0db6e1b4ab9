"""Writing a text file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
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
