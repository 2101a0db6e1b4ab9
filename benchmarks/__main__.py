"""`python -m benchmarks`: the figures of the project, each beside what it has to reach.

Times are processor time, medians of several runs, and ratios to a reference measured in the same
rounds, so that figures of different machines compare; only those of many documents and of pages
go by the clock. Prints tables and writes nothing; a figure that is not met does not make it fail.
"""

from __future__ import annotations

import platform
import tempfile
from pathlib import Path

from benchmarks import (
    decisions,
    documents,
    extraction,
    hostile,
    ledgers,
    measures,
    pages,
    processes,
    queries,
    readers,
    scale,
    stores,
)
from benchmarks.corpus import corpus
from benchmarks.table import table


def main() -> None:
    """Measure and print, the commands first: they need a small parent."""
    plans = corpus()
    print(f"Python {platform.python_version()}, {plans.name}: {len(plans.documents)} documents\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(table("Commands", processes.REFERENCE, processes.commands(plans, folder)))
        print(table("Pages", pages.REFERENCE, pages.pages(folder)))
        print(table("Extraction", extraction.REFERENCE, extraction.speed(plans, folder)))
        print(table("Linearity", "the smallest text", extraction.linearity(plans, folder)))
        print(table("Documents", documents.REFERENCE, documents.documents(plans, folder)))
        print(table("Damaged texts", hostile.REFERENCE, hostile.hostile(plans, folder)))
    print(table("Readers", readers.REFERENCE, readers.readers(plans)))
    print(table("Measures", measures.REFERENCE, measures.measures()))
    print(table("Scale", scale.REFERENCE, scale.scale()))
    print(table("Decisions", decisions.REFERENCE, decisions.decisions()))
    print(table("Ledgers", ledgers.REFERENCE, ledgers.ledgers()))
    print(table("Stores", stores.REFERENCE, stores.stores()))
    print(table("Queries", queries.REFERENCE, queries.queries()))


if __name__ == "__main__":
    main()
