"""Many documents: the same bytes however they are read, and nothing lost when something breaks."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from graphmodel.batch import run as batch_run
from graphmodel.batch.documents import documents_of
from graphmodel.batch.parts import RowFormat, read_part
from graphmodel.batch.result import Result
from graphmodel.batch.run import many, usual_jobs
from graphmodel.batch.worker import Source, Work
from graphmodel.model.errors import GraphmodelError
from graphmodel.model.facts import Facts
from graphmodel.model.facts_folder import FolderFormat, read_folder, write_folder
from graphmodel.model.facts_json import to_json
from graphmodel.pipeline import facts_of, read_inputs
from graphmodel.reading import Document
from tests.batch.documents import PLACES, failures, make_documents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_documents(tmp_path / "方案 集")


def result_of(folder: Path, parts: Path, form: RowFormat = RowFormat.JSON, jobs: int = 1) -> Result:
    found = documents_of([str(folder)])
    assert found is not None
    parts.mkdir(exist_ok=True)
    return many(found[0], parts, form, True, jobs, lambda: None)


@pytest.mark.parametrize("jobs", [1, 2])
def test_same_bytes_as_reading_them_one_after_the_other(
    folder: Path, tmp_path: Path, jobs: int
) -> None:
    expected = read_inputs([folder])
    result = result_of(folder, tmp_path / "parts", jobs=jobs)
    assert b"".join(result.json()).decode() == to_json(expected.facts)
    assert failures(result.failures) == failures(expected.failures)
    assert failures(result.failures) == [
        ("3.txt", "plan_conflict"),
        ("4-none.txt", "not_a_plan"),
    ]
    assert result.counts["plans"] == len(PLACES)


@pytest.mark.parametrize("kind", list(FolderFormat))
def test_folders_hold_the_same_bytes(folder: Path, tmp_path: Path, kind: FolderFormat) -> None:
    form = RowFormat.CSV if kind is FolderFormat.CSV else RowFormat.JSON
    write_folder(read_inputs([folder]).facts, tmp_path / "one", kind)
    result_of(folder, tmp_path / "parts", form).write_folder(tmp_path / "many", kind)
    expected = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "many").iterdir()} == expected
    assert read_folder(tmp_path / "many") == read_folder(tmp_path / "one")


def test_what_is_done_is_not_done_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = tmp_path / "parts"
    first = b"".join(result_of(folder, parts).json())
    kept = sorted(parts.glob("*.part"))
    kept[0].unlink()
    kept[1].write_bytes(kept[1].read_bytes()[:-7])
    assert read_part(kept[1]) is None
    read = []

    def noted(document: Document, **more: Any) -> Facts:
        read.append(document.name)
        return facts_of(document, **more)

    monkeypatch.setattr("graphmodel.batch.worker.facts_of", noted)
    assert b"".join(result_of(folder, parts).json()) == first
    assert len([name for name in read if name != "4-none.txt"]) == 2


def test_other_options_corrections_and_content_make_other_parts(
    folder: Path, tmp_path: Path
) -> None:
    document = folder / "0.txt"
    made = set()

    def make(**changes: Any) -> None:
        options: dict[str, Any] = {"form": RowFormat.JSON, "with_texts": True, **changes}
        part = Work(tmp_path, tmp_path, **options).do(Source(document, folder))
        assert not isinstance(part, GraphmodelError)
        made.add(part.path)

    make()
    make()
    assert len(made) == 1
    make(form=RowFormat.CSV)
    make(with_texts=False)
    (folder / "corrections.toml").write_text(
        '[[accept]]\nwords = "县审批局"\nreason = "已核对"\n', encoding="utf-8"
    )
    make()
    document.write_text(document.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    make()
    assert len(made) == 5


def test_a_process_that_dies_takes_one_document_with_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_run, "do_batch", dying)
    result = result_of(folder, tmp_path / "parts", jobs=2)
    assert ("1.txt", "killed") in failures(result.failures)
    assert len(result.failures) == 3
    assert result.counts["plans"] == len(PLACES) - 1


def dying(work: Work, items: list[tuple[int, Source]]) -> list[object]:
    """Work in a process that is killed, as by the system for want of memory, at one document."""
    outcomes: list[object] = []
    for number, source in items:
        work.mark_of(number).touch()
        if source.path.name == "1.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        outcomes.append((number, work.do(source)))
        work.mark_of(number).unlink()
    return outcomes


def test_processes_are_started_where_they_are_worth_it(tmp_path: Path) -> None:
    small = tmp_path / "a.txt"
    small.write_text("x", encoding="utf-8")
    few = [Source(small, None)] * 3
    assert usual_jobs(few) == 1
    assert usual_jobs(few * 20) == len(os.sched_getaffinity(0))


def test_facts_among_the_inputs_are_no_documents(folder: Path, tmp_path: Path) -> None:
    write_folder(read_inputs([folder]).facts, tmp_path / "facts")
    assert documents_of([str(tmp_path / "facts")]) is None
    assert documents_of([str(folder), "-"]) is None
    assert documents_of([str(folder), "x.json"]) is None
    found = documents_of([str(folder), str(tmp_path / "missing.txt")])
    assert found is not None
    assert (len(found[0]), failures(found[1])) == (9, [("missing.txt", "missing")])
