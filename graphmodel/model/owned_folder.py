"""Folders of files that are made anew as a whole, but never over what people did in them.

A hidden list in the folder holds the checksum of each file. A folder is replaced only where every
file in it is on that list, and as it was written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from graphmodel.model.errors import OutputError
from graphmodel.model.files import replace_folder

LIST = ".graphmodel.json"
"""The name of the list."""


def write_owned_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a folder of files, whole or not at all.

    Args:
        folder: The folder to make, or to replace where it holds nothing but what was written so.
        files: The path of each file in the folder, with / between its parts, and its content.

    Raises:
        OutputError: `not_a_folder`; `holds_others`, with the `file`; `unwritable`.
    """
    replace_folder(
        folder,
        lambda place: _refuse_others(folder, place),
        lambda beside: _write(beside, files),
    )


def is_owned_folder(folder: Path) -> bool:
    """Whether the folder was written so."""
    return (folder / LIST).is_file()


def _write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    sums = {}
    for name, content in files:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        sums[name] = _checksum(content)
    text = json.dumps(sums, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / LIST).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _refuse_others(folder: Path, place: Path) -> None:
    if not place.is_dir():
        raise OutputError(str(folder), "not_a_folder")
    known = _known(place)
    if known is None and any(place.iterdir()):
        raise OutputError(str(folder), "not_a_folder")
    for path in _files(place):
        name = path.relative_to(place).as_posix()
        if name != LIST and not _is_as_written(path, (known or {}).get(name)):
            raise OutputError(str(folder), "holds_others", file=name)


def _known(place: Path) -> Mapping[str, str] | None:
    """The list of a folder; None where it has none."""
    try:
        sums = json.loads((place / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return sums if isinstance(sums, dict) else None


def _files(place: Path) -> Iterator[Path]:
    """Whatever is no folder, or leads out of this one."""
    found = (path for path in place.rglob("*") if path.is_symlink() or not path.is_dir())
    return iter(sorted(found))


def _is_as_written(path: Path, checksum: str | None) -> bool:
    return path.is_file() and not path.is_symlink() and _checksum(path.read_bytes()) == checksum
