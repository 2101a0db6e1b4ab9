"""The embedded database as a cache of facts: built when it is asked, used again while it fits."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from graphmodel.model.checksum import checksum
from graphmodel.model.errors import StoreError
from graphmodel.model.facts import Facts
from graphmodel.model.facts_folder import is_facts_folder
from graphmodel.model.files import write_text_atomically
from graphmodel.model.graph import Derived
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES
from graphmodel.stores.ladybug_engine import BESIDE
from graphmodel.stores.ladybug_store import LadybugStore
from graphmodel.stores.loading import load

ENDING = ".lbug"
_BESIDE = ".graphmodel-building-"
"""What the folder begins with in which a file is built."""
_ABANDONED = 24 * 3600.0
"""Seconds after which nobody builds any more."""
_SEAL = ".json"
"""Ending of the file beside the database that says what it was built from."""


def open_cached(
    inputs: Sequence[str],
    facts: Facts,
    derive: Callable[[Facts], Derived],
    path: Path | None = None,
) -> LadybugStore:
    """The database of facts, open for reading; built anew where there is none that fits.

    It fits if it was built from the same facts, the same declaration of the graph and the same
    version of the engine, and no byte has changed since; a damaged file is built anew.

    Args:
        inputs: What the facts come from, which tells where the file belongs.
        facts: The facts.
        derive: What the analysis adds to them; called where the file is built.
        path: The file, where it is not to be in the usual place.

    Raises:
        StoreError: The file cannot be written or read.
    """
    file = path or place_of(inputs)
    key = _key(facts)
    if not _fits(file, key):
        _build(file, key, facts, derive(facts))
    return LadybugStore(file, read_only=True)


def place_of(inputs: Sequence[str]) -> Path:
    """Where the database of some inputs belongs.

    Beside facts, where these are one folder or file and their folder can be written to; else in
    the user's folder for caches, one file for each list of inputs.
    """
    if len(inputs) == 1:
        source = Path(inputs[0])
        beside = source.with_name(source.name + ENDING)
        is_facts = is_facts_folder(source) or (source.suffix == ".json" and source.is_file())
        if is_facts and os.access(source.resolve().parent, os.W_OK):
            return beside
    names = "\0".join(str(Path(one).resolve()) for one in inputs)
    name = hashlib.blake2b(names.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return _caches() / f"{name}{ENDING}"


def _caches() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(home) if home else Path.home() / ".cache") / "graphmodel"


def _key(facts: Facts) -> str:
    """What a file has to be built from to fit."""
    declared = hashlib.blake2b(repr((NODE_TYPES, EDGE_TYPES)).encode(), digest_size=8).hexdigest()
    return f"{checksum(facts)} {declared} {version('ladybug')} {version('graphmodel')}"


def _fits(file: Path, key: str) -> bool:
    seal = file.with_name(file.name + _SEAL)
    if any(file.with_name(file.name + ending).exists() for ending in BESIDE):
        return False  # the engine would take it for what a crash has left
    try:
        said = json.loads(seal.read_text(encoding="utf-8"))
        return bool(said == {"key": key, "bytes": _digest(file)})
    except (OSError, ValueError):
        return False


def _digest(file: Path) -> str:
    """The checksum of a file; the engine itself keeps none of its pages."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "blake2b").hexdigest()


def _build(file: Path, key: str, facts: Facts, derived: Derived) -> None:
    """Build beside, then put into place, so that readers of the old file go on undisturbed."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _sweep(file.parent)
        with tempfile.TemporaryDirectory(prefix=_BESIDE, dir=file.parent) as folder:
            beside = Path(folder) / file.name
            store = LadybugStore(beside)
            try:
                load(store, facts, derived)
            finally:
                store.close()
            seal = json.dumps({"key": key, "bytes": _digest(beside)})
            for ending in BESIDE:
                file.with_name(file.name + ending).unlink(missing_ok=True)
            os.replace(beside, file)
        write_text_atomically(file.with_name(file.name + _SEAL), seal)
    except OSError as error:
        raise StoreError(str(file), "store_failed", reason=error.strerror) from error


def _sweep(folder: Path) -> None:
    """Remove what builds that were killed have left behind."""
    for left in folder.glob(f"{_BESIDE}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                shutil.rmtree(left)
