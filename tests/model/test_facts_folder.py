"""Facts as a folder of CSV or Parquet files: there and back, whole or not at all."""

from __future__ import annotations

import csv
import gc
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from graphmodel.model.errors import FactsError, OutputError
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.facts_folder import (
    FolderFormat,
    is_facts_folder,
    read_folder,
    write_folder,
)
from graphmodel.model.records import Text
from tests.model.building import PLAN, SOUND, changed, facts_strategy, scalars

BOTH = [
    FolderFormat.CSV,
    pytest.param(
        FolderFormat.PARQUET,
        marks=pytest.mark.skipif(find_spec("pyarrow") is None, reason="pyarrow is not installed"),
    ),
]
OLD = Facts(plans=(replace(PLAN, id="old", issuer_ids=(), jurisdiction_id=None),))


def written(facts: Facts, folder: Path, kind: FolderFormat = FolderFormat.CSV) -> Path:
    write_folder(facts, folder, kind)
    return folder


@pytest.mark.parametrize("kind", BOTH)
def test_sound_facts_come_back(tmp_path: Path, kind: FolderFormat) -> None:
    assert read_folder(written(SOUND, tmp_path / "facts", kind)) == SOUND


@pytest.mark.parametrize("kind", BOTH)
def test_arbitrary_facts_come_back(kind: FolderFormat) -> None:
    @settings(max_examples=30, deadline=None)
    @given(facts_strategy(scalars))
    def comes_back(facts: Facts) -> None:
        with tempfile.TemporaryDirectory() as folder:
            assert read_folder(written(facts, Path(folder) / "facts", kind)) == facts

    comes_back()


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize(
    "text", ["", "a\rb\r", "a\r\nb", "\n", '"', '","', "\x00", "𠮷", "\ufeff甲", "甲" * 200_000]
)
def test_texts_come_back(tmp_path: Path, kind: FolderFormat, text: str) -> None:
    facts = Facts(plans=OLD.plans, texts=(Text("old", text),))
    assert read_folder(written(facts, tmp_path / "facts", kind)) == facts


@pytest.mark.parametrize("kind", BOTH)
def test_lone_surrogate_is_written_in_some_readable_form(
    tmp_path: Path, kind: FolderFormat
) -> None:
    facts = Facts(texts=(Text("p", "甲\ud800乙"),))
    (row,) = read_folder(written(facts, tmp_path / "facts", kind)).texts
    assert row.text.startswith("甲")
    assert row.text.endswith("乙")


def test_files_of_a_csv_folder(tmp_path: Path) -> None:
    folder = written(changed("plans", 0, title='甲"县"\n方案'), tmp_path / "a" / "facts")
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{t}.csv" for t in TABLES)
    with (folder / "responsibilities.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[3] == {
        "id": "p#1.1/0.support.0",
        "plan": "p",
        "task": "p#1.1",
        "indicator": "",
        "unit": "甲县:乡镇",
        "mention": "各乡镇",
        "role": "support",
        "group": "0",
        "basis": "",
        "open_ended": "true",
        "standing": "false",
        "rule": "verb-designated",
        "start": "11",
        "end": "15",
        "confidence": "certain",
        "reasons": "",
        "certainty": "",
    }
    assert (folder / "tasks.csv").read_bytes().count(b"\r") == 0


@pytest.mark.parametrize("kind", BOTH)
def test_same_facts_same_bytes(tmp_path: Path, kind: FolderFormat) -> None:
    first, second = (written(SOUND, tmp_path / name, kind) for name in "ab")
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes()


def test_texts_may_be_left_out(tmp_path: Path) -> None:
    folder = written(SOUND.without_texts(), tmp_path / "facts")
    assert not (folder / "texts.csv").exists()
    assert read_folder(folder) == SOUND.without_texts()


def test_folder_of_facts_is_told_by_its_plans(tmp_path: Path) -> None:
    assert is_facts_folder(written(OLD, tmp_path / "facts"))
    assert not is_facts_folder(tmp_path)
    assert not is_facts_folder(tmp_path / "none")


@pytest.mark.parametrize("kind", BOTH)
def test_older_facts_are_replaced_whole(tmp_path: Path, kind: FolderFormat) -> None:
    folder = written(SOUND, tmp_path / "facts")
    write_folder(OLD, folder, kind)
    assert read_folder(folder) == OLD
    assert {path.suffix for path in folder.iterdir()} == {f".{kind}"}
    assert os.listdir(tmp_path) == ["facts"]


@pytest.mark.parametrize("stranger", ["notes.txt", "plans.csv.bak", "more"])
def test_folder_with_strange_files_is_refused(tmp_path: Path, stranger: str) -> None:
    folder = written(OLD, tmp_path / "facts")
    (folder / stranger).write_text("mine")
    with pytest.raises(OutputError) as caught:
        write_folder(SOUND, folder)
    assert (caught.value.source, caught.value.code) == (str(folder), "not_a_folder")
    assert (folder / stranger).read_text() == "mine"
    assert read_folder(folder) == OLD


def test_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "facts").write_text("mine")
    with pytest.raises(OutputError) as caught:
        write_folder(SOUND, tmp_path / "facts")
    assert caught.value.code == "not_a_folder"
    assert (tmp_path / "facts").read_text() == "mine"


def test_empty_folder_is_used(tmp_path: Path) -> None:
    assert read_folder(written(OLD, tmp_path)) == OLD


def test_folder_below_a_file_is_unwritable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError) as caught:
        write_folder(SOUND, tmp_path / "file" / "facts")
    assert caught.value.code == "unwritable"


def failing(nth: int, original: Callable[..., Any]) -> Callable[..., Any]:
    """The function, but its nth call finds the disk full."""
    calls = iter(range(1, 1000))

    def call(*args: object, **more: object) -> object:
        if next(calls) == nth:
            raise OSError(28, "No space left on device")
        return original(*args, **more)

    return call


@pytest.mark.parametrize("nth", [1, 2, len(TABLES)])
def test_full_disk_while_writing_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    folder = written(OLD, tmp_path / "facts")
    monkeypatch.setattr(csv, "writer", failing(nth, csv.writer))
    with pytest.raises(OutputError) as caught:
        write_folder(SOUND, folder)
    assert caught.value.code == "unwritable"
    assert read_folder(folder) == OLD
    assert os.listdir(tmp_path) == ["facts"]


def test_full_disk_leaves_nothing_where_nothing_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csv, "writer", failing(3, csv.writer))
    with pytest.raises(OutputError):
        write_folder(SOUND, tmp_path / "facts")
    assert os.listdir(tmp_path) == []


def test_failing_exchange_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new folder stands beside the old one and cannot take its place."""
    folder = written(OLD, tmp_path / "facts")
    failed: list[Path] = []

    def once(original: Callable[..., None]) -> Callable[..., None]:
        def move(source: Any, target: Any, **more: Any) -> None:
            if Path(target) == folder and not failed:
                failed.append(folder)
                raise OSError(5, "Input/output error")
            original(source, target, **more)

        return move

    monkeypatch.setattr(os, "rename", once(os.rename))
    monkeypatch.setattr(os, "replace", once(os.replace))
    with pytest.raises(OutputError) as caught:
        write_folder(SOUND, folder)
    assert caught.value.code == "unwritable"
    assert len(failed) == 1
    assert read_folder(folder) == OLD
    assert os.listdir(tmp_path) == ["facts"]


@pytest.mark.parametrize(
    ("table", "old", "new", "place"),
    [
        ("tasks", "p#1,6,18", "p#1,six,18", "2:start"),
        ("tasks", "p#1,6,18", "p#1,,18", "2:start"),
        ("responsibilities", "false,verb", "nein,verb", "2:standing"),
        ("plans", ",issued,", ",lost,", "2:status"),
    ],
)
def test_malformed_cell_is_named(
    tmp_path: Path, table: str, old: str, new: str, place: str
) -> None:
    file = written(SOUND, tmp_path / "facts") / f"{table}.csv"
    head, _, body = file.read_text(encoding="utf-8").replace('"', "").partition("\n")
    assert old in body
    file.write_text(f"{head}\n{body.replace(old, new, 1)}", encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        read_folder(tmp_path / "facts")
    assert (caught.value.source, caught.value.code) == (str(file), "malformed")
    assert caught.value.details["place"] == place
    del caught
    gc.collect()  # a file left open would be found here


@pytest.mark.parametrize("kind", BOTH)
def test_file_of_another_kind_is_malformed(tmp_path: Path, kind: FolderFormat) -> None:
    file = tmp_path / f"plans.{kind}"
    file.write_bytes(b"id,title\n\xff\xfe\n")
    with pytest.raises(FactsError) as caught:
        read_folder(tmp_path)
    assert (caught.value.source, caught.value.code) == (str(file), "malformed")


def test_csv_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    """With a byte order mark and CRLF line ends."""
    folder = written(OLD, tmp_path / "facts")
    for file in folder.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert read_folder(folder) == OLD


def test_limit_of_a_cell_fits_every_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A C long has 32 bits on Windows; a larger limit raises OverflowError there."""
    limits: list[int] = []
    monkeypatch.setattr(csv, "field_size_limit", limits.append)
    assert read_folder(written(OLD, tmp_path / "facts")) == OLD
    assert limits
    assert max(limits) < 2**31


def test_parquet_without_pyarrow_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(OutputError) as caught:
        write_folder(SOUND, tmp_path / "facts", FolderFormat.PARQUET)
    assert caught.value.code == "missing_package"
    assert "parquet" in str(caught.value.details["package"])
    assert os.listdir(tmp_path) == []


def test_columns_of_later_versions_may_be_missing(tmp_path: Path) -> None:
    folder = written(SOUND, tmp_path / "facts")
    path = folder / "responsibilities.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    later = ("confidence", "reasons", "certainty")
    with path.open("w", encoding="utf-8", newline="") as file:
        names = [name for name in rows[0] if name not in later]
        writer = csv.DictWriter(file, names, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    assert read_folder(folder) == SOUND
