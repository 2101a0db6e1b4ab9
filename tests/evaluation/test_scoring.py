"""Scoring, on facts whose figures are counted by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graphmodel.evaluation import KINDS, Annotation, annotation_from, score
from graphmodel.model.facts import Facts
from graphmodel.model.records import (
    Deadline,
    Indicator,
    Measure,
    Plan,
    Responsibility,
    Target,
    Text,
    Unit,
)
from graphmodel.model.records import Task as TaskRow
from graphmodel.model.vocabulary import (
    Basis,
    LinkBasis,
    Operator,
    PlanStatus,
    Recurrence,
    Role,
    UnitKind,
)

TEXT = "县住建局牵头，县公安\n— 3 —\n局、各乡镇等配合"
PLAN = Plan(
    *("p", "甲县方案", None, ("甲县人民政府",), (), "甲县", None, "2024-01-02", PlanStatus.ISSUED),
    *(("乙条例",), "p.txt", "", "text", None),
)
BODIES = ("县住建局", "县公安局", "各乡镇")


def unit(mention: str) -> Unit:
    kind = UnitKind.COLLECTIVE if mention[0] == "各" else UnitKind.UNIT
    return Unit(f"u:{mention}", mention, kind, "other", ("other",), None, None)


def responsibility(mention: str, role: Role, start: int, end: int) -> Responsibility:
    return Responsibility(
        id=f"t/0.{role}.{start}",
        plan="p",
        task="t",
        indicator=None,
        unit=f"u:{mention}",
        mention=mention,
        role=role,
        group=0,
        basis=Basis.DESIGNATED if role is Role.LEAD else None,
        open_ended=True,
        standing=False,
        rule="r",
        start=start,
        end=end,
    )


FACTS = Facts(
    plans=(PLAN,),
    tasks=(TaskRow("t", "p", (1, 1), "推进审批", None, 0, 10),),
    units=tuple(map(unit, BODIES)),
    responsibilities=(
        responsibility("县住建局", Role.LEAD, 0, 4),
        responsibility("县公安局", Role.SUPPORT, 7, 18),
        responsibility("各乡镇", Role.SUPPORT, 19, 22),
    ),
    indicators=(
        Indicator("i", "p", "开办企业", 1, None, "starting_business", 0, 1),
        Indicator("indicator:tax", None, "纳税", 1, None, "tax", None, None),
    ),
    measures=(
        Measure("m", "p", "i", "starting_business", "t", LinkBasis.TITLE, "x", 0, 1),
        Measure("n", "p", "indicator:tax", "tax", "t", LinkBasis.BODY, "x", 0, 1),
    ),
    targets=(Target("g", "p", "t", "时限", Operator.AT_MOST, 5.0, "天", 0, 1),),
    deadlines=(
        Deadline("d", "p", "t", "2024-12-31", None, None, 0, 1),
        Deadline("e", "p", "t", None, Recurrence.MONTHLY, None, 0, 1),
        Deadline("f", "p", "t", None, None, "会后", 0, 1),
    ),
    texts=(Text("p", TEXT),),
)
ANNOTATION: dict[str, Any] = {
    "plan": {
        "id": "sample",
        "title": "甲县方案",
        "doc_number": None,
        "issuers": ["甲县人民政府"],
        "jurisdiction": "甲县",
        "issued": "2024-01-02",
        "status": "issued",
        "references": ["乙条例"],
    },
    "tasks": [
        {
            "path": [1, 1],
            "title": "推进审批",
            "assignments": [
                {
                    "leads": ["县住建局"],
                    "supports": ["县公安局", "各乡镇"],
                    "coordinates": [],
                    "open_ended": True,
                    "basis": "designated",
                }
            ],
            "indicators": ["starting_business"],
            "indicators_optional": [],
            "targets": [{"op": "<=", "value": 5, "unit": "天", "quote": "5天"}],
            "deadlines": [{"date": "2024-12-31"}, {"recurrence": "monthly"}],
        }
    ],
    "indicators": [
        {"name": "开办企业", "level": 1, "parent": None, "code": "starting_business", "leads": []}
    ],
    "units": [
        {"mention": mention, "kind": str(unit(mention).kind), "function": "other"}
        for mention in BODIES
    ],
}


def counts(facts: Facts, annotation: dict[str, Any] = ANNOTATION) -> dict[str, tuple[int, ...]]:
    """Right, extra and missed of each kind that is not perfect."""
    return {
        kind: (tally.right, tally.extra, tally.missed)
        for kind, tally in score(annotation_from(annotation, "gold.json"), facts).items()
        if tally.extra or tally.missed
    }


def with_task(**changes: Any) -> dict[str, Any]:
    return {**ANNOTATION, "tasks": [{**ANNOTATION["tasks"][0], **changes}]}


def with_assignment(**changes: Any) -> dict[str, Any]:
    assignment = ANNOTATION["tasks"][0]["assignments"][0]
    return with_task(assignments=[{**assignment, **changes}])


def test_perfect_facts() -> None:
    tallies = score(annotation_from(ANNOTATION, "gold.json"), FACTS)
    assert tuple(tallies) == KINDS
    assert counts(FACTS) == {}
    assert {kind: tally.right for kind, tally in tallies.items() if tally.right} == {
        **{"lead": 1, "support": 2, "basis": 1, "open_ended": 1, "title": 1, "target": 1},
        **{"target_unit": 1, "deadline": 2, "measures": 1, "indicator": 1, "unit": 3},
        **{"plan": 6, "span": 3},
    }


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        (with_assignment(leads=["县税务局"]), {"lead": (0, 1, 1)}),
        (with_assignment(supports=["各乡镇"]), {"support": (1, 1, 0)}),
        (with_assignment(coordinates=["县税务局"]), {"engaged": (0, 0, 1)}),
        (with_assignment(basis="sole"), {"basis": (0, 1, 1)}),
        (with_assignment(open_ended=False), {"open_ended": (0, 1, 0)}),
        (with_assignment(leads=["县 住\n建局"]), {}),
        (with_task(title="推进"), {"title": (0, 1, 1)}),
        (with_task(path=[2]), {}),
        (
            with_task(targets=[{"op": "<=", "value": 5, "unit": "个"}]),
            {"target_unit": (0, 1, 1)},
        ),
        (
            with_task(targets=[{"op": ">=", "value": 5, "unit": "天"}]),
            {"target": (0, 1, 1), "target_unit": (0, 1, 1)},
        ),
        (with_task(deadlines=[{"date": "2024-12-31"}]), {"deadline": (1, 1, 0)}),
        (with_task(indicators=["tax"]), {"measures": (0, 1, 1)}),
        (with_task(indicators=[], indicators_optional=["starting_business"]), {}),
        ({**ANNOTATION, "indicators": []}, {}),
    ],
)
def test_mistake_counts_in_its_own_kind(
    annotation: dict[str, Any], expected: dict[str, tuple[int, ...]]
) -> None:
    assert counts(FACTS, annotation) == expected


def test_second_attribution_that_was_not_found() -> None:
    assignments = ANNOTATION["tasks"][0]["assignments"]
    assert counts(FACTS, with_task(assignments=assignments * 2)) == {
        "lead": (1, 0, 1),
        "support": (2, 0, 2),
        "basis": (1, 0, 1),
        "open_ended": (1, 0, 1),
    }


def test_task_that_was_not_found() -> None:
    assert counts(
        replace(FACTS, tasks=(), responsibilities=(), targets=(), deadlines=(), measures=())
    ) == {
        "lead": (0, 0, 1),
        "support": (0, 0, 2),
        "basis": (0, 0, 1),
        "open_ended": (0, 0, 1),
        "target": (0, 0, 1),
        "target_unit": (0, 0, 1),
        "deadline": (0, 0, 2),
        "measures": (0, 0, 1),
        "unit": (0, 0, 3),
    }


def test_task_that_is_none() -> None:
    assert counts(FACTS, {**ANNOTATION, "tasks": []}) == {
        "lead": (0, 1, 0),
        "support": (0, 2, 0),
        "open_ended": (0, 1, 0),
    }


def test_units() -> None:
    units = [
        {**u, "function": "tax"} if u["mention"] == "县公安局" else u for u in ANNOTATION["units"]
    ]
    assert counts(FACTS, {**ANNOTATION, "units": units}) == {"unit": (2, 1, 1)}


@pytest.mark.parametrize(
    ("same", "expected"), [("县住建局", {}), ("县公安局", {"same_unit": (0, 0, 1)})]
)
def test_two_mentions_of_one_unit(same: str, expected: dict[str, tuple[int, ...]]) -> None:
    units = [
        {**u, "same_as": same} if u["mention"] == "县住建局" else u for u in ANNOTATION["units"]
    ]
    assert counts(FACTS, {**ANNOTATION, "units": units}) == expected


def test_plan() -> None:
    plan = {
        **ANNOTATION["plan"],
        "doc_number": "3号",
        "issuers": [],
        "references": ["丙", "乙条例"],
    }
    assert counts(FACTS, {**ANNOTATION, "plan": plan}) == {"plan": (5, 1, 2)}


@pytest.mark.parametrize(("start", "end"), [(1, 4), (4, 4), (0, 0), (100, 104)])
def test_span_beside_the_words(start: int, end: int) -> None:
    rows = (replace(FACTS.responsibilities[0], start=start, end=end), *FACTS.responsibilities[1:])
    assert counts(replace(FACTS, responsibilities=rows)) == {"span": (2, 0, 1)}


def test_indicators_and_their_leads() -> None:
    lead = replace(FACTS.responsibilities[0], task=None, indicator="i", id="i/0")
    facts = replace(FACTS, responsibilities=(*FACTS.responsibilities, lead))
    indicators = [{**ANNOTATION["indicators"][0], "leads": ["县住建局"], "level": 2}]
    assert counts(facts) == {"indicator_lead": (0, 1, 0)}
    assert counts(facts, {**ANNOTATION, "indicators": indicators}) == {"indicator": (0, 1, 1)}


def annotated(**changes: Any) -> Annotation:
    return annotation_from({**ANNOTATION, **changes}, "gold.json")


def test_annotation_of_one_part_says_nothing_of_other_tasks() -> None:
    plan = {**ANNOTATION["plan"], "partial": "annex 1"}
    assert counts(FACTS, {**ANNOTATION, "plan": plan, "tasks": []}) == {}


def test_rule_stated_once_is_not_counted_on_later_tasks() -> None:
    standing = replace(FACTS.responsibilities[2], id="s", standing=True, group=1)
    facts = replace(FACTS, responsibilities=(*FACTS.responsibilities, standing))
    plan = {**ANNOTATION["plan"], "standing_rule": True}
    assert counts(facts, {**ANNOTATION, "plan": plan}) == {}
    assert counts(facts)["support"] == (2, 1, 0)


def test_what_an_annotation_leaves_out_is_not_compared() -> None:
    task = {
        key: value
        for key, value in ANNOTATION["tasks"][0].items()
        if key not in ("targets", "indicators", "indicators_optional")
    }
    tallies = score(annotated(plan={"id": "x"}, tasks=[task], units=[], indicators=[]), FACTS)
    assert {kind for kind, tally in tallies.items() if tally.facts} == {
        *("lead", "support", "basis", "open_ended", "title", "deadline", "span")
    }


def test_a_span_counts_where_there_is_a_text() -> None:
    assert score(annotated(), FACTS.without_texts())["span"].facts == 0
