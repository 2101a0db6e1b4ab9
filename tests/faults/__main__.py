"""`make faults`: loads that are killed, and servers that are, and the next load mends the graph.

`python -m tests.faults [loader|server|all] [--count N] [--servers N] [--seed N]`. Prints what
came of each series, and exits with 1 where a graph was wrong afterwards.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.faults.bundles import Bundles, bundles
from tests.faults.crashes import ServerSeries
from tests.faults.series import CacheSeries, Tally, ladybug_series, neo4j_series
from tools.neo4j_jars import lacking
from tools.neo4j_server import Server

LOADERS, SERVERS = 200, 20
STORES = ("neo4j", "ladybug", "ladybug-copy", "cache")


def main() -> int:
    """Run what is asked for and print one line a series."""
    arguments = _arguments()
    failures = 0
    with tempfile.TemporaryDirectory(prefix="graphmodel-faults-") as folder:
        prepared = bundles()
        if arguments.what != "server":
            for name in arguments.store or STORES:
                failures += _loader(name, prepared, Path(folder) / name, arguments)
        if arguments.what != "loader":
            failures += _server(prepared, arguments)
    return int(failures > 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("what", nargs="?", choices=("loader", "server", "all"), default="all")
    parser.add_argument("--store", action="append", choices=STORES, help="default: all")
    parser.add_argument("--count", type=int, default=LOADERS, help="loads killed for each store")
    parser.add_argument("--servers", type=int, default=SERVERS, help="servers killed")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def _loader(name: str, prepared: Bundles, folder: Path, arguments: argparse.Namespace) -> int:
    folder.mkdir()
    count, seed = arguments.count, arguments.seed
    if name == "cache":
        return _report(name, CacheSeries(prepared, folder, seed).run(count))
    if name != "neo4j":
        by_copy = name == "ladybug-copy"
        series = ladybug_series(prepared, folder / "graph.lbug", seed, by_copy=by_copy)
        return _report(name, series.run(count))
    if missing := lacking():
        print(f"neo4j left out: {missing}", flush=True)
        return 0
    with Server() as server:
        return _report(name, neo4j_series(prepared, server.uri, seed).run(count))


def _report(name: str, tally: Tally) -> int:
    states = ", ".join(f"{state} {count}" for state, count in tally.states.most_common())
    reads = f"; {tally.reads} reads beside it" if tally.reads else ""
    print(
        f"{name:13}{tally.moments:>5} loads killed, {tally.open_loads} of them open; "
        f"wrong {len(tally.failures)}; mended within {tally.slowest:.1f} s{reads}; {states}",
        flush=True,
    )
    return _told(tally.failures)


def _server(prepared: Bundles, arguments: argparse.Namespace) -> int:
    if missing := lacking():
        print(f"server left out: {missing}", flush=True)
        return 0
    with Server() as server:
        tally = ServerSeries(prepared, server, arguments.seed).run(arguments.servers)
    codes = ", ".join(f"{code} {count}" for code, count in tally.codes.most_common())
    print(
        f"server       {tally.moments:>5} killed during a load; wrong {len(tally.failures)}; "
        f"error within {tally.slowest:.1f} s; {codes}",
        flush=True,
    )
    return _told(tally.failures)


def _told(failures: list[str]) -> int:
    for failure in failures:
        print(f"  {failure}", flush=True)
    return len(failures)


if __name__ == "__main__":
    sys.exit(main())
