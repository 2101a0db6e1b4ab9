"""How long stores take to load a large graph, beside the least that the engine needs for it.

The reference of Ladybug is its own COPY from Parquet files that are ready; that of Neo4j are
bare `UNWIND … MERGE` batches of the same rows on the same server. Rates go by the clock, since
both engines work in threads or processes of their own; memory is that of a process of its own.
"""

from __future__ import annotations

import gc
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.invented import Size, invented
from benchmarks.measuring import Figure, Floor
from graphmodel.model.edges import edge_tables
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived, Row, node_tables
from graphmodel.pipeline import derived
from graphmodel.stores.files import parquet
from graphmodel.stores.files.tables import GraphTables
from graphmodel.stores.ladybug_store import LadybugStore
from graphmodel.stores.loading import load
from graphmodel.stores.neo4j_server import Address
from graphmodel.stores.neo4j_statements import Statements
from graphmodel.stores.neo4j_store import Neo4jStore
from tools.neo4j_server import Server

if TYPE_CHECKING:
    from neo4j import Session

REFERENCE = "the engine's own bulk load of the same rows (Neo4j: bare UNWIND … MERGE)"
SIZE = Size(
    places=250,
    plans_a_place=4,
    tasks_a_plan=100,
    leads_a_task=2,
    supports_a_task=3,
    collectives_a_task=2,
    units_a_place=60,
    collectives_a_place=6,
    sections_a_plan=10,
)
"""100,000 tasks and 700,000 responsibilities; leads and the two kinds of supporters in about the
proportion of real plans."""
RUNS = 3
_TIMES = Floor(1 / 0.8)
"""Of the reference's time: four fifths of its rate."""
_MEMORY = Floor(300)
_BATCH = 20_000


def stores() -> list[Figure]:
    """Times and memory of loading."""
    facts = invented(SIZE)
    analysis = derived(facts)
    figures = [*_ladybug(facts, analysis), *_neo4j(facts, analysis)]
    del facts, analysis
    return figures + [
        Figure(f"{what}, memory beyond the facts", _memory(what), "MB", None, floor)
        for what, floor in (("Ladybug", _MEMORY), ("Ladybug's own COPY", None), ("Neo4j", _MEMORY))
    ]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _figures(what: str, ours: list[float], theirs: list[float]) -> list[Figure]:
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
    return [
        Figure(f"load into {what}, by the clock", median(ours), "s"),
        Figure(f"load into {what}, beside the reference", ratio, "× as long", floor=_TIMES),
    ]


def _ladybug(facts: Facts, analysis: Derived) -> list[Figure]:
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parquet.write(GraphTables(facts, analysis), folder)
        for run in range(RUNS):
            copied, loaded = folder / f"copied{run}.lbug", folder / f"loaded{run}.lbug"
            theirs.append(_seconds(partial(_copy, folder, copied)))
            ours.append(_seconds(partial(_load, loaded, facts, analysis)))
    return _figures("Ladybug", ours, theirs)


def _copy(folder: Path, file: Path) -> None:
    """What the engine itself does with Parquet files."""
    import ladybug

    database = ladybug.Database(str(file))
    connection = ladybug.Connection(database)
    for statement in parquet.statements():
        connection.execute(statement.replace("FROM '", f"FROM '{folder}/"))
    connection.close()
    database.close()


def _load(file: Path, facts: Facts, analysis: Derived) -> None:
    store = LadybugStore(file)
    load(store, facts, analysis)
    store.close()


def _neo4j(facts: Facts, analysis: Derived) -> list[Figure]:
    """One round on a server that has seen the statements, in an empty database each."""
    small = invented(Size(1, 1, 10, 2, 3, 2, 60, 6, 2))
    with Server() as server:
        store = Neo4jStore(Address(server.uri))
        load(store, small, derived(small))
        store.clear()
        ours = _seconds(lambda: load(store, facts, analysis))
        store.clear()
        theirs = _seconds(lambda: _merge(server.uri, facts, analysis))
        store.close()
    return _figures("Neo4j", [ours], [theirs])


def _merge(uri: str, facts: Facts, analysis: Derived) -> None:
    """Bare batches: constraints, then UNWIND and MERGE, each batch a transaction."""
    import neo4j

    with neo4j.GraphDatabase.driver(uri) as driver, driver.session() as session:
        for statement in Statements("").schema():
            session.run(statement).consume()
        for nodes in node_tables(facts):
            names = [p.name for p in nodes.type.properties]
            merge = f"MERGE (n:{nodes.type.label} {{id: row.id}}) SET n += row"
            _merge_rows(session, merge, (dict(zip(names, row, strict=True)) for row in nodes.rows))
        for edges in edge_tables(facts, analysis):
            kind, (source, target) = edges.type, edges.pair
            names = [p.name for p in kind.properties]
            key = f" {{{kind.key}: row.p.{kind.key}}}" if kind.key else ""
            merge = (
                f"MATCH (a:{source} {{id: row.a}}) MATCH (b:{target} {{id: row.b}}) "
                f"MERGE (a)-[r:{kind.type}{key}]->(b) SET r += row.p"
            )
            _merge_rows(session, merge, _maps(edges.rows, names))


def _maps(rows: Iterable[Row], names: list[str]) -> Iterator[dict[str, object]]:
    for source, target, *values in rows:
        yield {"a": source, "b": target, "p": dict(zip(names, values, strict=True))}


def _merge_rows(session: Session, merge: str, rows: Iterator[dict[str, object]]) -> None:
    while batch := list(islice(rows, _BATCH)):
        session.run(f"UNWIND $rows AS row {merge}", rows=batch).consume()


def _memory(what: str) -> float:
    """Megabytes that a process of its own takes at most beyond the facts while it loads."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.stores", what],
        check=True,
        capture_output=True,
        text=True,
    )
    return float(done.stdout.split()[-1])


def _load_and_tell(what: str) -> None:
    """Load once, and print the peak of memory beyond what there was before."""
    facts = invented(SIZE)
    analysis = derived(facts)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if what == "Ladybug's own COPY":
            parquet.write(GraphTables(facts, analysis), folder)
        gc.collect()
        Path("/proc/self/clear_refs").write_text("5")
        before = _megabytes("VmRSS")
        if what == "Ladybug":
            _load(folder / "graph.lbug", facts, analysis)
        elif what == "Neo4j":
            with Server() as server:
                load(Neo4jStore(Address(server.uri)), facts, analysis)
        else:
            _copy(folder, folder / "graph.lbug")
        print(_megabytes("VmHWM") - before)


def _megabytes(field: str) -> float:
    found = re.search(rf"{field}:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else float("nan")


if __name__ == "__main__":
    _load_and_tell(sys.argv[1])
