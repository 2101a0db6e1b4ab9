"""`python -m benchmarks`: the figures of the project, each beside what it has to reach.

Times are processor time, medians of several runs, and ratios to a reference measured in the same
rounds, so that figures of different machines compare; only those of many documents and of pages
go by the clock. Prints tables and writes nothing; a figure that is not met does not make it fail.
"""

from __future__ import annotations

import platform
import tempfile
from pathlib import Path

from benchmarks import pages, processes
from benchmarks.corpus import Corpus, corpus
from benchmarks.table import table


def main() -> None:
    """Measure and print."""
    plans = corpus()
    print(f"Python {platform.python_version()}, {plans.name}: {len(plans.documents)} documents\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(table("Commands", processes.REFERENCE, processes.commands(plans, folder)))
        print(table("Pages", pages.REFERENCE, pages.pages(folder)))
        _print_the_rest(plans, folder)


def _print_the_rest(plans: Corpus, folder: Path) -> None:
    """What loads much, after the commands: the peak of a process begins with that of its parent."""
    from benchmarks import (
        decisions,
        documents,
        extraction,
        hostile,
        ledgers,
        measures,
        queries,
        readers,
        scale,
        stores,
    )

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
