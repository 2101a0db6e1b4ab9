"""A short part of `make faults`: loads that are killed, and a server that is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.faults.bundles import Bundles, bundles
from tests.faults.comparing import differences, rows_after
from tests.faults.crashes import ServerSeries
from tests.faults.series import CacheSeries, Tally, ladybug_series, neo4j_series
from tests.neo4j_fixtures import EmptyNeo4j
from tools.neo4j_server import Server

SEED = 20_000
"""None that `make faults` begins with."""


@pytest.fixture(scope="module")
def prepared() -> Bundles:
    return bundles()


def check(tally: Tally, moments: int) -> None:
    """Nothing was wrong after so many kills, most of them during a load."""
    assert tally.failures == []
    assert tally.moments >= moments
    assert tally.open_loads >= moments // 2


@pytest.mark.slow
def test_ladybug_is_mended_after_a_kill(prepared: Bundles, tmp_path: Path) -> None:
    check(ladybug_series(prepared, tmp_path / "graph.lbug", SEED).run(4), 4)


@pytest.mark.slow
def test_cache_is_whole_after_a_kill(prepared: Bundles, tmp_path: Path) -> None:
    tally = CacheSeries(prepared, tmp_path, SEED).run(2)
    assert (tally.failures, tally.moments) == ([], 2)
    assert tally.reads > 0


@pytest.mark.slow
@pytest.mark.neo4j
def test_neo4j_is_mended_after_a_kill(prepared: Bundles, neo4j_empty: EmptyNeo4j) -> None:
    check(neo4j_series(prepared, neo4j_empty.uri, SEED).run(3), 3)


@pytest.mark.slow
@pytest.mark.neo4j
@pytest.mark.usefixtures("neo4j_installed")
def test_load_outlives_its_server(prepared: Bundles, tmp_path: Path) -> None:
    with Server(tmp_path / "home") as server:
        tally = ServerSeries(prepared, server, SEED).run(1)
    assert (tally.failures, tally.moments) == ([], 1)


def test_versions_differ_in_nearly_every_table(prepared: Bundles) -> None:
    old, new = (rows_after(prepared.others, one) for one in prepared.versions)
    assert len(list(differences(old, new))) > 20
    assert list(differences(old, old)) == []


def test_what_is_there_twice_is_a_difference(prepared: Bundles) -> None:
    rows = dict(rows_after(prepared.others))
    (row, *_) = rows["Task"]
    rows["Task"] = rows["Task"] + Counter([row])
    (line,) = differences(rows, rows_after(prepared.others))
    assert line.startswith("Task: 1 too many, 0 too few")
