"""A short part of `make fuzz`: damaged files of each kind and any texts, in this process."""

from __future__ import annotations

import os
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from graphmodel.pipeline import facts_of
from graphmodel.reading import read_bytes
from tests.extraction.test_limits import patience
from tests.fuzz.checking import FACTS, problems_of_document, problems_of_facts
from tests.fuzz.kinds import KINDS, check_damaged, damaged, sample_forms
from tests.fuzz.pool import Worker
from tests.fuzz.texts import run_texts
from tests.roundtrip.formats import FORMS, SCAN, Forms

FILES, TEXTS, SEED = 15, 300, 20_000
"""The seed is none that `make fuzz` begins with."""
RENDERED = [
    kind for kind in KINDS if kind != SCAN and any(FORMS[form].render for form in KINDS[kind].forms)
]
"""The kinds that need neither LibreOffice nor optical recognition."""


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    return sample_forms(tmp_path_factory.mktemp("intact"))


def intact(kind: str, forms: Forms) -> list[Path]:
    """The files of a kind that need no LibreOffice."""
    rendered = [form for form in KINDS[kind].forms if FORMS[form].render]
    return [path for form in rendered for path in forms.files(form).values()]


@pytest.mark.parametrize("kind", RENDERED)
def test_damaged_file_gives_facts_or_a_clear_error(kind: str, forms: Forms) -> None:
    paths = intact(kind, forms)
    came_of: Counter[str] = Counter()
    for number in range(FILES):
        with patience():
            came_of[check_damaged(kind, paths[number % len(paths)], SEED, number)] += 1
    assert came_of.total() == FILES
    assert came_of[FACTS] >= 3, f"damage that leaves nothing to read shows nothing: {came_of}"


def test_any_text_gives_facts_or_a_clear_error(tmp_path: Path) -> None:
    assert run_texts(SEED, TEXTS, tmp_path / "failing.txt") == FACTS


@pytest.mark.parametrize("kind", RENDERED)
def test_damage_follows_from_seed_and_number(kind: str, forms: Forms) -> None:
    path = intact(kind, forms)[0]
    one, name = damaged(kind, path, 1, 5)
    assert (one, name) == damaged(kind, path, 1, 5)
    assert one != damaged(kind, path, 2, 5)[0]
    assert name == f"{kind}-1-5{path.suffix}"


def test_most_damaged_archives_are_sound_as_such(forms: Forms, tmp_path: Path) -> None:
    path = intact("xlsx", forms)[0]
    contents = [damaged("xlsx", path, SEED, number)[0] for number in range(20)]
    archives = []
    for content in contents:
        (tmp_path / "one.xlsx").write_bytes(content)
        archives.append(is_zipfile(tmp_path / "one.xlsx"))
    assert sum(archives) >= 10
    (tmp_path / "one.xlsx").write_bytes(
        next(c for c, ok in zip(contents, archives, strict=True) if ok)
    )
    with ZipFile(tmp_path / "one.xlsx") as archive:
        assert archive.testzip() is None


def test_broken_invariants_are_found() -> None:
    document = read_bytes("一、任务\n（一）推进。（县住建局牵头）".encode(), "plan.txt")
    facts = facts_of(document)
    (row,) = facts.responsibilities
    moved = replace(facts, responsibilities=(replace(row, start=row.start + 1),))
    strange = replace(facts, responsibilities=(replace(row, task="plan#9"),))
    longer = replace(document, blocks=(replace(document.blocks[-1], end=len(document.text) + 1),))
    assert list(problems_of_facts(document, facts)) == []
    assert list(problems_of_facts(document, moved)) == [
        f"'县住建局' is not at {row.start + 1}:{row.end}"
    ]
    assert [problem.split(":")[0] for problem in problems_of_facts(document, strange)] == [
        "responsibilities[0].task"
    ]
    assert list(problems_of_document(document)) == []
    assert len(list(problems_of_document(longer))) == 1


def test_worker_outlives_crash_and_hang() -> None:
    worker = Worker()
    assert worker.run(str.upper, "a", limit=60)[:2] == ("A", "")
    assert worker.run(os._exit, 1, limit=60)[:2] == ("", "crash")
    assert worker.run(time.sleep, 60, limit=0.2)[:2] == ("", "hang")
    failed = worker.run(str.index, "a", "b", limit=60)
    assert failed.result == ""
    assert "ValueError" in failed.failure
    worker.close()
