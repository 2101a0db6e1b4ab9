"""Annotations find the facts of their own plan, and agree with the acceptance script."""

from __future__ import annotations

import importlib.util
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import graphmodel
from graphmodel.evaluation import annotation_from, read_annotations, score
from graphmodel.evaluation.plans import score_all
from graphmodel.model.errors import AnnotationError
from graphmodel.model.facts import merge
from graphmodel.model.facts_json import to_json

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ("jiling-2022-digital", "jiling-2025-mechanism")


@pytest.fixture(scope="module")
def facts() -> graphmodel.Facts:
    return graphmodel.extract([ROOT / "data" / "samples" / f"{name}.txt" for name in SAMPLES])


def test_each_annotation_is_compared_with_its_own_plan(facts: graphmodel.Facts) -> None:
    annotations = [read_annotations(ROOT / "data/annotations" / f"{n}.json")[0] for n in SAMPLES]
    both = score_all(annotations, facts)
    assert both["plan"].right > 10
    assert both["lead"].f1 > 0.9
    apart = [score_all([one], facts) for one in annotations]
    assert {kind: tally.right for kind, tally in both.items()} == {
        kind: apart[0][kind].right + apart[1][kind].right for kind in both
    }


def test_annotation_alone_and_plan_alone_belong_together() -> None:
    facts = graphmodel.extract(ROOT / "data" / "samples" / f"{SAMPLES[1]}.txt", plan_id="任意")
    data = json.loads((ROOT / "data/annotations" / f"{SAMPLES[1]}.json").read_text("utf-8"))
    data["plan"]["id"] = "another name"
    assert score_all([annotation_from(data, "x.json")], facts)["lead"].right > 5


def test_plan_that_the_facts_do_not_hold(facts: graphmodel.Facts) -> None:
    annotation = annotation_from({"plan": {"id": "y"}, "tasks": []}, "y.json")
    with pytest.raises(AnnotationError) as caught:
        score_all([annotation], facts)
    assert (caught.value.code, caught.value.source) == ("no_such_plan", "y.json")
    by_id = replace(annotation, id=facts.plans[0].id)
    assert score_all([by_id], merge([facts]))["lead"].missed == 0


def acceptance(shared: Path) -> Any:
    """The script that the project is accepted by."""
    place = shared / "acceptance" / "score.py"
    spec = importlib.util.spec_from_file_location("acceptance_score", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
@pytest.mark.slow
def test_figures_are_those_of_the_acceptance_script(shared: Path) -> None:
    script = acceptance(shared)
    compared = set()
    for annotation in read_annotations(shared / "gold"):
        [document] = (d for d in (shared / "documents").iterdir() if d.stem == annotation.id)
        facts = graphmodel.extract(document)
        gold = json.loads(Path(annotation.source).read_text(encoding="utf-8"))
        theirs = script.score(gold, json.loads(to_json(facts)), facts.texts[0].text)
        ours = score(annotation, facts)
        assert list(theirs) == list(ours)
        for kind, tally in ours.items():
            there = theirs[kind]
            assert (tally.right, tally.extra, tally.missed) == (there.tp, there.fp, there.fn), (
                annotation.id,
                kind,
            )
            assert (tally.precision, tally.recall, tally.f1) == there.prf
            compared |= {kind} if tally.facts else set()
    assert compared == set(ours)
