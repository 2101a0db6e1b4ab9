"""What goes wrong with a file of Ladybug: one clear error, or a cache that is built anew."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from operator import itemgetter
from pathlib import Path
from random import Random

import pytest

from graphmodel.cli.errors import ERRORS, error_line
from graphmodel.model.errors import GraphmodelError
from graphmodel.model.facts import Facts
from graphmodel.model.graph import Derived
from graphmodel.reports.wording import Language
from graphmodel.stores import ladybug_cache
from graphmodel.stores.contract import Changes
from graphmodel.stores.ladybug_cache import open_cached, place_of
from graphmodel.stores.ladybug_engine import BESIDE
from graphmodel.stores.ladybug_store import LadybugStore
from tests.faults.bundles import Bundles, bundles
from tests.faults.comparing import differences, rows_after, rows_of
from tests.faults.disks import fill, make_room, small_disk
from tests.faults.victims import ENDING, Victim, copy_into_ladybug, load_ladybug
from tests.model.building import SOUND
from tests.stores.contract import graph_in, graph_of, load, marks_of

HOLDER = """
import sys, time
from pathlib import Path
from graphmodel.stores.ladybug_store import LadybugStore
store = LadybugStore(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(600)
"""
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "nothing left": lambda _: b"",
    "text": lambda _: "这是文本。\n".encode() * 500,
    "noise": lambda data: Random(1).randbytes(len(data)),
    "zeros": lambda data: bytes(len(data)),
    **{f"cut at {size}": itemgetter(slice(size)) for size in (1, 100, 4096, 5000)},
    "half": lambda data: data[: len(data) // 2],
    "one page less": lambda data: data[:-4096],
    "one byte less": lambda data: data[:-1],
    "longer": lambda data: data + b"x" * 5000,
    "one byte other": lambda data: data[: len(data) // 2] + b"\xff" + data[len(data) // 2 + 1 :],
}
SEEN = sorted(DAMAGE.keys() - {"nothing left", "one byte less", "longer", "one byte other"})
"""What the engine itself takes notice of; it keeps no checksum of its pages."""


@pytest.fixture(scope="module")
def sound_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sound") / "graph.lbug"
    with closing(LadybugStore(file)) as store:
        load(store, SOUND)
    return file


@pytest.fixture
def file(sound_file: Path, tmp_path: Path) -> Path:
    """A copy of a file with a graph."""
    return Path(shutil.copy(sound_file, tmp_path / "graph.lbug"))


def error_of(use: Callable[[], object]) -> GraphmodelError:
    """The one error that comes of it, on one line and with words of its own."""
    with pytest.raises(GraphmodelError) as caught:
        use()
    assert caught.value.code in ERRORS
    assert not any("\n" in error_line(caught.value, language) for language in Language)
    return caught.value


@contextmanager
def held(file: Path) -> Iterator[int]:
    """A file that another process writes to, and the number of that process."""
    command = [sys.executable, "-c", HOLDER, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"open\n"
        try:
            yield holder.pid
        finally:
            holder.kill()


def test_file_that_another_process_writes_to(file: Path) -> None:
    with held(file) as pid:
        error = error_of(lambda: LadybugStore(file))
        assert (error.code, error.details) == ("locked", {"pid": str(pid)})
    with closing(LadybugStore(file)) as store:
        assert graph_in(store) == graph_of(SOUND)


def test_file_that_another_process_has_open_can_be_read(file: Path) -> None:
    with held(file), closing(LadybugStore(file, read_only=True)) as store:
        assert graph_in(store) == graph_of(SOUND)


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("damage", SEEN)
def test_damage_that_the_engine_sees(file: Path, damage: str, read_only: bool) -> None:
    file.write_bytes(DAMAGE[damage](file.read_bytes()))
    damaged = file.read_bytes()
    assert error_of(lambda: LadybugStore(file, read_only=read_only)).code == "store_damaged"
    assert file.read_bytes() == damaged


def ask(file: Path, facts: Facts = SOUND) -> bool:
    """Ask the cache for the graph of facts, and say whether it had to be built."""
    asked: list[Facts] = []

    def derive(some: Facts) -> Derived:
        asked.append(some)
        return marks_of(some)

    with closing(open_cached([], facts, derive, file)) as store:
        assert graph_in(store) == graph_of(facts)
    return bool(asked)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sealed") / "graph.lbug"
    assert ask(file)
    return file


@pytest.fixture
def cached(sealed: Path, tmp_path: Path) -> Path:
    """A copy of a cache that fits."""
    copied = Path(shutil.copytree(sealed.parent, tmp_path / "copy")) / sealed.name
    assert not ask(copied)
    return copied


@pytest.mark.parametrize(
    "damage", ["nothing left", "text", "half", "one byte less", "longer", "one byte other"]
)
def test_damaged_cache_is_built_anew(cached: Path, damage: str) -> None:
    cached.write_bytes(DAMAGE[damage](cached.read_bytes()))
    assert ask(cached)
    assert not ask(cached)


@pytest.mark.parametrize("ending", BESIDE)
def test_cache_is_built_anew_beside_what_a_crash_has_left(cached: Path, ending: str) -> None:
    cached.with_name(cached.name + ending).write_bytes(b"" if ending == ".shadow" else b"text")
    assert ask(cached)
    assert not ask(cached)


def test_folders_of_builds_that_were_killed_go_after_a_day(tmp_path: Path) -> None:
    old, new = (tmp_path / f"{ladybug_cache._BESIDE}{name}" for name in ("old", "new"))
    for folder in (old, new):
        folder.mkdir()
        (folder / "graph.lbug").write_bytes(b"half")
    os.utime(old, (0, 0))
    ask(tmp_path / "graph.lbug")
    assert (old.exists(), new.exists()) == (False, True)


@pytest.fixture(scope="module")
def prepared() -> Bundles:
    return bundles()


@pytest.mark.slow
@pytest.mark.parametrize("work", [load_ladybug, copy_into_ladybug])
def test_kill_at_the_end_of_a_load_loses_nothing(
    work: Callable[..., None], prepared: Bundles, tmp_path: Path
) -> None:
    """The engine does not log what it copies, and a reader has to finish what was begun."""
    file = tmp_path / "graph.lbug"
    others, (old, new) = prepared.others.facts, prepared.versions
    with closing(LadybugStore(file)) as store:
        for facts in (others, old.facts):
            load(store, facts)
    victim = Victim(partial(work, file), new)
    victim.wait_for(ENDING)
    victim.kill()
    with closing(LadybugStore(file, read_only=True)) as store:
        found = rows_of(store)
    before, want = (rows_after(prepared.others, one) for one in (old, new))
    whole = not list(differences(found, want)) or not list(differences(found, before))
    unfinished = [row for row in found["Plan"] if row[-1] is None]
    assert whole or unfinished, "a plan that is not whole has no checksum"
    with closing(LadybugStore(file)) as store:
        load(store, new.facts)
        assert list(differences(rows_of(store), want)) == []
        assert load(store, new.facts) == Changes()


LEFT_OPEN = """
import os, sys
from pathlib import Path
from graphmodel.stores.ladybug_store import LadybugStore
from tests.model.building import SOUND
from tests.stores.contract import load
store = LadybugStore(Path(sys.argv[1]))
load(store, SOUND)
os._exit(0)
"""
"""Loads and ends without closing: all that was written is in the log alone."""


@pytest.fixture(scope="module")
def left_open(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("left") / "graph.lbug"
    subprocess.run([sys.executable, "-c", LEFT_OPEN, str(file)], check=True)
    return file


@pytest.mark.parametrize("part", [0.01, 0.2, 0.45, 0.6, 0.9, 0.999, 1.0])
def test_log_that_a_crash_has_cut_off(left_open: Path, part: float, tmp_path: Path) -> None:
    file = Path(shutil.copy(left_open, tmp_path / "graph.lbug"))
    log = left_open.with_name("graph.lbug.wal").read_bytes()
    file.with_name("graph.lbug.wal").write_bytes(log[: round(part * len(log))])
    with closing(LadybugStore(file, read_only=True)) as store:
        assert graph_in(store) == graph_of(SOUND if part == 1.0 else Facts())
    for changed in (part < 1.0, False):
        with closing(LadybugStore(file)) as store:
            assert (load(store, SOUND) != Changes()) is changed
            assert graph_in(store) == graph_of(SOUND)


@pytest.mark.slow
def test_full_disk(prepared: Bundles, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        file = disk / "graph.lbug"
        with closing(LadybugStore(file)) as store:
            load(store, SOUND)
        fill(disk, but=2 << 20)
        error = error_of(lambda: load_and_close(file, prepared.versions[0].facts))
        assert error.code in {"disk_full", "store_failed"}, str(error)
        make_room(disk)
        load_and_close(file, prepared.versions[0].facts)
        with closing(LadybugStore(file)) as store:
            assert load(store, prepared.versions[0].facts) == Changes()


def load_and_close(file: Path, facts: Facts) -> None:
    with closing(LadybugStore(file)) as store:
        load(store, facts)


def test_cache_on_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 8) as disk:
        fill(disk, but=1 << 20)
        error = error_of(lambda: ask(disk / "graph.lbug"))
        assert error.code in {"disk_full", "store_failed"}, str(error)
        make_room(disk)
        assert ask(disk / "graph.lbug")


def test_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("none")
    assert error_of(lambda: ask(tmp_path / "folder" / "graph.lbug")).code == "store_failed"
    error = error_of(lambda: LadybugStore(tmp_path / "folder" / "graph.lbug"))
    assert error.code in {"store_failed", "no_permission", "store_damaged"}


def test_cache_lies_elsewhere_where_its_folder_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "facts.json"
    source.write_text("{}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert place_of([str(source)]) == tmp_path / "facts.json.lbug"
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert place_of([str(source)]).parent == tmp_path / "caches" / "graphmodel"


def counts(file: Path) -> int:
    """How many elements a process finds in a file."""
    with closing(LadybugStore(file, read_only=True)) as store:
        return graph_in(store).total()


def test_several_processes_read_at_once(file: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(3, mp_context=context) as pool:
        found = list(pool.map(counts, [file] * 6))
    assert found == [graph_of(SOUND).total()] * 6


@pytest.mark.parametrize(
    "query",
    [
        "CHECKPOINT",
        "  /* x */ // y\n checkpoint",
        "COPY Unit FROM 'x.csv'",
        "COPY (MATCH (n:Unit) RETURN n.id) TO '{folder}/out.csv'",
        "EXPORT DATABASE '{folder}/out'",
        "INSTALL json",
        "LOAD EXTENSION json",
        "ATTACH '{folder}/other' AS other (dbtype lbug)",
        "CREATE (:Unit {{id: 'x'}})",
        "MATCH (n) DETACH DELETE n",
        "DROP TABLE CITES",
    ],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_query_that_only_reads_changes_nothing(file: Path, query: str, read_only: bool) -> None:
    with closing(LadybugStore(file, read_only=read_only)) as store:
        text = query.format(folder=file.parent)
        error = error_of(lambda: store.run(text, {}))
        assert error.code in {"read_only", "wrong_query"}, str(error)
        assert graph_in(store) == graph_of(SOUND)
    assert sorted(path.name for path in file.parent.iterdir()) == ["graph.lbug"]
