"""A Ladybug file with the small plan in it, made once: making it takes seconds."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from graphmodel.pipeline import derived
from graphmodel.stores.ladybug_store import LadybugStore
from graphmodel.stores.loading import load
from tests.reports.sample import FACTS

SERVER_VARIABLES = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")


def database(folder: Path) -> Path:
    """A file of its own for one test."""
    path = folder / "图.lbug"
    path.write_bytes(_loaded())
    return path


@cache
def _loaded() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.lbug"
        store = LadybugStore(path)
        load(store, FACTS, derived(FACTS))
        store.close()
        return path.read_bytes()
