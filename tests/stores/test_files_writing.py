"""Writing in any format: whole or not at all, the same bytes from the same facts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import graphmodel
from graphmodel import pipeline
from graphmodel.model.errors import OutputError
from graphmodel.model.facts import Facts
from graphmodel.model.facts_json import to_json
from graphmodel.stores.files import neo4j_admin, node_link, parquet
from graphmodel.stores.files.formats import FOLDERS, GraphFormat
from graphmodel.stores.files.tables import GraphTables
from graphmodel.stores.files.writing import write
from tests.model.building import SOUND
from tests.stores.files_building import TINY, nasty_facts, tables_of, written

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = {GraphFormat.UCINET, GraphFormat.PAJEK, GraphFormat.EDGE_CSV}
"""The formats that hold a part of the graph."""
EVERY = pytest.mark.parametrize("form", GraphFormat)
EVERY_FOLDER = pytest.mark.parametrize("form", sorted(FOLDERS))


def contents(path: Path) -> dict[str, bytes]:
    files = path.iterdir() if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in sorted(files)}


@pytest.fixture(autouse=True)
def _pyarrow() -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")


@pytest.mark.parametrize("form", sorted(set(GraphFormat) - PARTS))
def test_nodes_and_edges_are_counted(tmp_path: Path, form: GraphFormat) -> None:
    tables = tables_of(SOUND)
    write(tables, tmp_path / "graph", form)
    graph = graphmodel.to_networkx(SOUND)
    assert (tables.node_count, tables.edge_count) == (24, 44)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (24, 44)


@EVERY
def test_without_plans_there_is_nothing(tmp_path: Path, form: GraphFormat) -> None:
    tables = tables_of(Facts(jurisdictions=SOUND.jurisdictions))
    write(tables, tmp_path / "graph", form)
    assert (tables.node_count, tables.edge_count) == (0, 0)


@EVERY
def test_public_function_writes(tmp_path: Path, form: GraphFormat) -> None:
    pipeline.export(SOUND, str(tmp_path / "a"), form.value)
    write(tables_of(SOUND), tmp_path / "b", form)
    a, b = contents(tmp_path / "a"), contents(tmp_path / "b")
    assert [*a.values()] == [*b.values()]


def test_public_function_knows_the_formats(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'gml'"):
        pipeline.export(SOUND, tmp_path / "graph", "gml")
    assert os.listdir(tmp_path) == []


_IN_EVERY_FORMAT = """
import sys
from graphmodel import pipeline
from graphmodel.stores.files.formats import GraphFormat
facts = pipeline.extract(sys.argv[1])
for form in GraphFormat:
    pipeline.export(facts, f"{sys.argv[2]}/{form}", form)
"""


def test_same_facts_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(to_json(nasty_facts()), encoding="utf-8")
    for seed in "01":
        subprocess.run(
            [sys.executable, "-c", _IN_EVERY_FORMAT, str(facts), str(tmp_path / seed)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
        )
    for form in GraphFormat:
        assert contents(tmp_path / "0" / form) == contents(tmp_path / "1" / form)


@EVERY
def test_older_result_is_replaced_whole(tmp_path: Path, form: GraphFormat) -> None:
    path = written(SOUND, tmp_path, form)
    assert written(TINY, tmp_path, form) == path
    assert os.listdir(tmp_path) == [path.name]
    assert contents(path) == contents(written(TINY, tmp_path / "new", form))


@EVERY
def test_full_disk_leaves_what_was_there(
    tmp_path: Path, form: GraphFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(TINY, tmp_path, form)
    before = contents(path)

    def full(self: GraphTables) -> Iterator[None]:
        yield from ()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(GraphTables, "edges", full)
    with pytest.raises(OutputError) as caught:
        write(tables_of(SOUND), path, form)
    assert (caught.value.source, caught.value.code) == (str(path), "unwritable")
    assert caught.value.details == {"reason": "No space left on device"}
    assert contents(path) == before
    assert os.listdir(tmp_path) == [path.name]


@EVERY
@pytest.mark.parametrize("name", ["file/graph", "a\0b"])
def test_bad_path_is_named(tmp_path: Path, form: GraphFormat, name: str) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OutputError) as caught:
        write(tables_of(TINY), tmp_path / name, form)
    assert (caught.value.source, caught.value.code) == (str(tmp_path / name), "unwritable")
    assert os.listdir(tmp_path) == ["file"]


def test_folder_in_the_place_of_a_file_is_unwritable(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write(tables_of(TINY), tmp_path, GraphFormat.GEXF)
    assert caught.value.code == "unwritable"


@EVERY_FOLDER
def test_folder_with_other_files_is_refused(tmp_path: Path, form: GraphFormat) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError) as caught:
        write(tables_of(TINY), tmp_path, form)
    assert (caught.value.source, caught.value.code) == (str(tmp_path), "not_a_folder")
    assert os.listdir(tmp_path) == ["notes.txt"]


@EVERY_FOLDER
def test_file_in_the_place_of_a_folder_is_refused(tmp_path: Path, form: GraphFormat) -> None:
    (tmp_path / "graph").write_text("mine")
    with pytest.raises(OutputError) as caught:
        write(tables_of(TINY), tmp_path / "graph", form)
    assert caught.value.code == "not_a_folder"
    assert (tmp_path / "graph").read_text() == "mine"


@EVERY_FOLDER
def test_empty_folder_is_used(tmp_path: Path, form: GraphFormat) -> None:
    write(tables_of(TINY), tmp_path, form)
    names = {GraphFormat.NEO4J_ADMIN: neo4j_admin.NAMES, GraphFormat.PARQUET: parquet.NAMES}
    assert sorted(os.listdir(tmp_path)) == sorted(names[form])


@EVERY_FOLDER
def test_failing_exchange_leaves_what_was_there(
    tmp_path: Path, form: GraphFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(TINY, tmp_path, form)
    before = contents(path)
    original = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(5, "Input/output error")
        return original(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OutputError) as caught:
        write(tables_of(SOUND), path, form)
    assert caught.value.code == "unwritable"
    assert contents(path) == before
    assert os.listdir(tmp_path) == [path.name]


@EVERY_FOLDER
def test_link_to_a_folder_stays_a_link(tmp_path: Path, form: GraphFormat) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(tables_of(TINY), tmp_path / "link", form)
    assert (tmp_path / "link").is_symlink()
    assert len(os.listdir(tmp_path / "real")) > 40


def test_missing_pyarrow_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(OutputError) as caught:
        write(tables_of(TINY), tmp_path / "graph", GraphFormat.PARQUET)
    assert (caught.value.source, caught.value.code) == ("parquet", "missing_package")
    assert caught.value.details == {"package": "graphmodel[parquet]"}
    assert os.listdir(tmp_path) == []


def test_text_is_made_piece_by_piece() -> None:
    pieces = node_link.pieces(tables_of(SOUND))
    assert len([*pieces]) == 3 + 24 + 44
