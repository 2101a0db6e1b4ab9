"""Annotations are read as docs/annotating.md says; what is wrong is named with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graphmodel.evaluation import annotation_from, read_annotations
from graphmodel.evaluation.annotation import AnnotatedAssignment
from graphmodel.model.errors import AnnotationError

ROOT = Path(__file__).resolve().parent.parent.parent
SMALL: dict[str, Any] = {
    "plan": {"id": "x"},
    "tasks": [
        {
            "path": ["annex", 1, 2],
            "title": "精简 审批",
            "assignments": [{"leads": ["县 审批局"], "supports": []}],
        }
    ],
}


def with_task(**changes: Any) -> dict[str, Any]:
    return {**SMALL, "tasks": [{**SMALL["tasks"][0], **changes}]}


def test_least_that_an_annotation_may_hold() -> None:
    annotation = annotation_from(SMALL, "x.json")
    [task] = annotation.tasks
    assert (task.path, task.title) == (("annex", "1", "2"), "精简审批")
    assert task.assignments == (AnnotatedAssignment(("县审批局",), (), (), None, False),)
    assert (task.targets, task.codes, task.deadlines) == (None, None, frozenset())
    assert (annotation.plan, annotation.indicators, annotation.units) == ({}, (), ())


def test_example_of_the_page_is_an_annotation() -> None:
    page = (ROOT / "docs" / "annotating.md").read_text(encoding="utf-8")
    example = page.split("```json\n")[1].split("```")[0]
    annotation = annotation_from(json.loads(example), "annotating.md")
    assert annotation.tasks[0].assignments[0].engaged
    assert annotation.tasks[0].targets
    assert annotation.tasks[0].deadlines
    assert annotation.indicators
    assert annotation.units
    assert set(annotation.plan) == {
        *("title", "doc_number", "issuers", "jurisdiction", "issued", "status", "references")
    }


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ([], "plan: —"),
        ({"plan": {}}, "plan.id: —"),
        ({"plan": {"id": 3}}, "plan.id: 3"),
        ({"plan": {"id": "x"}}, "tasks: —"),
        ({"plan": {"id": "x"}, "tasks": {}}, "tasks: {}"),
        ({"plan": {"id": "x", "issuers": "县政府"}, "tasks": []}, 'plan.issuers: "县政府"'),
        (with_task(path=[1.5]), "tasks[0].path[0]: 1.5"),
        (with_task(title=None), "tasks[0].title: null"),
        (with_task(assignments=[{"leads": []}]), "tasks[0].assignments[0].supports: —"),
        (
            with_task(assignments=[{"leads": ["a", 1], "supports": []}]),
            "tasks[0].assignments[0].leads[1]: 1",
        ),
        (
            with_task(targets=[{"op": "<=", "value": True, "unit": "天"}]),
            "tasks[0].targets[0].value: true",
        ),
        (with_task(deadlines=[{"quote": "年底"}]), "tasks[0].deadlines[0].recurrence: —"),
    ],
)
def test_mistake_in_the_file_is_named_with_its_place(data: Any, place: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        annotation_from(data, "x.json")
    assert caught.value.code == "malformed_annotation"
    assert caught.value.details == {"place": place}


def test_folder_gives_its_json_files_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        data = {**SMALL, "plan": {"id": name}}
        (tmp_path / f"{name}.json").write_text(json.dumps(data), encoding="utf-8-sig")
    (tmp_path / "notes.md").write_text("")
    assert [annotation.id for annotation in read_annotations(tmp_path)] == ["a", "b"]


@pytest.mark.parametrize(("content", "code"), [(None, "missing"), ("{", "malformed_annotation")])
def test_file_that_cannot_be_read(tmp_path: Path, content: str | None, code: str) -> None:
    path = tmp_path / "x.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(AnnotationError) as caught:
        read_annotations(path)
    assert caught.value.code == code


def test_folder_without_annotations(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError) as caught:
        read_annotations(tmp_path)
    assert caught.value.code == "no_annotations"
