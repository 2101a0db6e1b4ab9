"""Inputs of all kinds become one bundle of facts, and what fails is told apart."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pytest

import graphmodel
from graphmodel import pipeline
from graphmodel.extraction.draft import PlanDraft
from graphmodel.extraction.plan import extract_plan
from graphmodel.model import validate
from graphmodel.model.facts_folder import write_folder
from graphmodel.model.facts_json import to_json
from graphmodel.model.resources import resource
from graphmodel.model.vocabulary import LinkBasis, Role
from graphmodel.reading import Document

PLAN = """青禾县人民政府办公室关于印发《青禾县提升政务服务工作方案》的通知

青政办发〔2024〕3号

青禾县人民政府办公室
2024年3月1日

青禾县提升政务服务工作方案

一、重点任务
（一）优化企业开办
1.提升企业开办效率。6月底前，企业开办时间压减至1个工作日以内。（牵头单位：县审批局；配合单位：县公安局、县税务局等部门）
2.推进用电报装改革。（县发改局负责，协调国网青禾县供电公司做好相关工作）
二、工作要求
各牵头单位于每月25日前将进展报县政府办。联系人：李某某，电话：13912345678。
"""

OTHER = """青禾县绿化方案

一、任务
1.种树。（县林业局牵头，各乡镇配合）
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "方案 一.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_facts_of_a_plan(plan: Path) -> None:
    facts = graphmodel.extract(plan)
    assert validate(facts) == []
    assert [p.id for p in facts.plans] == ["青禾县:青政办发〔2024〕3号"]
    assert [p.issuers for p in facts.plans] == [("青禾县人民政府办公室",)]
    assert [(t.path, t.title) for t in facts.tasks] == [
        ((1, 1, 1), "提升企业开办效率"),
        ((1, 1, 2), "推进用电报装改革"),
    ]
    assert [(r.mention, r.role, r.open_ended) for r in facts.responsibilities] == [
        ("县审批局", Role.LEAD, True),
        ("县公安局", Role.SUPPORT, True),
        ("县税务局", Role.SUPPORT, True),
        ("县发改局", Role.LEAD, False),
        ("国网青禾县供电公司", Role.ENGAGED, False),
    ]
    for row in facts.responsibilities:
        assert PLAN[row.start : row.end] == row.mention
    assert [(d.date, d.event) for d in facts.deadlines] == [("2024-06-30", None)]
    assert [(t.metric, str(t.op), t.value, t.unit) for t in facts.targets] == [
        ("企业开办时间", "<=", 1.0, "工作日")
    ]


def test_tasks_stand_under_their_sections(plan: Path) -> None:
    facts = graphmodel.extract(plan)
    names = {section.id: section.title for section in facts.sections}
    assert [names[task.section or ""] for task in facts.tasks] == ["优化企业开办"] * 2
    assert [(s.path, names.get(s.parent or "")) for s in facts.sections] == [
        ((1,), None),
        ((1, 1), "重点任务"),
        ((2,), None),
    ]


def test_indicators_of_the_vocabulary_have_no_plan(plan: Path) -> None:
    facts = graphmodel.extract(plan)
    assert [(m.code, m.basis, m.words) for m in facts.measures] == [
        ("starting_business", LinkBasis.TITLE, "企业开办"),
        ("electricity", LinkBasis.TITLE, "用电报装"),
    ]
    assert [(i.id, i.plan, i.name) for i in facts.indicators] == [
        ("indicator:starting_business", None, "开办企业"),
        ("indicator:electricity", None, "获得电力"),
    ]


def test_duties_name_who_owes_what_to_whom(plan: Path) -> None:
    facts = graphmodel.extract(plan)
    names = {unit.id: unit.name for unit in facts.units}
    assert [
        (d.kind, [names[u] for u in d.units], names[d.to or ""], d.recurrence, d.dates)
        for d in facts.duties
    ] == [("report", ["各牵头单位"], "青禾县人民政府办公室", "monthly", ("25",))]


def test_contact_data_is_masked_and_offsets_hold(plan: Path) -> None:
    text = graphmodel.extract(plan).texts[0].text
    assert len(text) == len(PLAN)
    assert "李某某" not in text
    assert "13912345678" not in text
    assert "联系人：■■■，电话：■■■■■■■■■■■" in text


def test_plan_id_can_be_given(plan: Path) -> None:
    facts = graphmodel.extract(plan, plan_id="p")
    assert facts.plans[0].id == "p"
    assert facts.tasks[0].id == "p#1.1.1"
    assert facts.responsibilities[1].id == "p#1.1.1/0.support.0"


def test_units_of_one_place_are_one(plan: Path, tmp_path: Path) -> None:
    second = tmp_path / "b.txt"
    second.write_text(
        "青禾县第二方案\n\n一、任务\n1.做事。（青禾县行政审批局牵头）\n", encoding="utf-8"
    )
    facts = graphmodel.extract([plan, second])
    approval = [unit for unit in facts.units if unit.function == "admin_approval"]
    assert [unit.name for unit in approval] == ["青禾县行政审批局"]
    assert [r.task for r in facts.responsibilities if r.unit == approval[0].id] == [
        "青禾县:青政办发〔2024〕3号#1.1.1",
        "青禾县:青禾县第二方案#1.1",
    ]


def test_the_same_file_twice_counts_once(plan: Path) -> None:
    assert graphmodel.extract([plan, plan]) == graphmodel.extract(plan)


def test_one_id_for_two_contents_is_an_error_that_names_both(plan: Path, tmp_path: Path) -> None:
    changed = tmp_path / "改.txt"
    changed.write_text(PLAN.replace("提升企业开办效率", "再提效率"), encoding="utf-8")
    reading = pipeline.read_inputs([plan, changed])
    assert len(reading.facts.plans) == 1
    (failure,) = reading.failures
    assert (failure.source, failure.code) == ("改.txt", "plan_conflict")
    assert failure.details["other"] == "方案 一.txt"


def test_a_bad_input_does_not_stop_the_others(plan: Path, tmp_path: Path) -> None:
    binary = tmp_path / "x.pdf"
    binary.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    reading = pipeline.read_inputs([binary, tmp_path / "none.txt", plan])
    assert [(f.source, f.code) for f in reading.failures] == [
        (str(binary), "damaged"),
        (str(tmp_path / "none.txt"), "missing"),
    ]
    assert len(reading.facts.plans) == 1


def test_a_defect_stays_with_its_document(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "坏.txt").write_text(OTHER, encoding="utf-8")

    def broken(document: Document) -> PlanDraft:
        if document.name == "坏.txt":
            raise ZeroDivisionError("x")
        return extract_plan(document)

    monkeypatch.setattr(pipeline, "extract_plan", broken)
    reading = pipeline.read_inputs([tmp_path])
    assert [(f.code, f.details["reason"]) for f in reading.failures] == [
        (
            "defect",
            f"ZeroDivisionError ({Path(__file__).name}:{broken.__code__.co_firstlineno + 2})",
        )
    ]
    assert len(reading.facts.plans) == 1


def test_extract_raises_the_first_failure(tmp_path: Path) -> None:
    with pytest.raises(graphmodel.InputError, match="missing"):
        graphmodel.extract(tmp_path / "none.txt")


def test_prose_is_not_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "信.txt"
    path.write_text("今天天气很好，我们去山上看花，晚上再回家。\n" * 5, encoding="utf-8")
    (failure,) = pipeline.read_inputs([path]).failures
    assert (failure.source, failure.code) == (str(path), "not_a_plan")


def test_a_plan_that_assigns_nothing_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("青禾县发展规划\n\n一、总体要求\n坚持稳中求进。\n", encoding="utf-8")
    facts = graphmodel.extract(path)
    assert facts.tasks == ()
    assert [(d.code, d.severity) for d in facts.diagnostics] == [("no-attribution", "warning")]


def test_what_looks_like_an_attribution_is_never_dropped_silently(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    text = "青禾县方案\n\n一、任务\n1.做事。（牵头单位：待定）\n2.再做。（县水务局牵头）\n"
    path.write_text(text, encoding="utf-8")
    facts = graphmodel.extract(path)
    assert [t.title for t in facts.tasks] == ["再做"]
    (doubt,) = (d for d in facts.diagnostics if d.code == "attribution-not-understood")
    assert doubt.start is not None
    assert text[doubt.start : doubt.end] == "（牵头单位：待定）"


def test_facts_files_and_folders_are_inputs(plan: Path, tmp_path: Path) -> None:
    facts = graphmodel.extract(plan)
    file = tmp_path / "facts.json"
    file.write_text(to_json(facts), encoding="utf-8")
    write_folder(facts, tmp_path / "many" / "a")
    assert graphmodel.extract(file) == facts
    assert graphmodel.extract(tmp_path / "many" / "a") == facts
    assert graphmodel.extract(tmp_path / "many") == facts


def test_contradictory_facts_are_refused(plan: Path, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text(
        to_json(graphmodel.extract(plan)).replace('"unit": "青禾县:', '"unit": "?:', 1),
        encoding="utf-8",
    )
    (failure,) = pipeline.read_inputs([file]).failures
    assert (failure.source, failure.code) == (str(file), "invalid")


@pytest.mark.parametrize("kind", ["document", "facts"])
def test_standard_input(plan: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = graphmodel.extract(plan)
    data = PLAN if kind == "document" else to_json(facts)
    stream = io.TextIOWrapper(io.BytesIO(data.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert graphmodel.extract("-").responsibilities == facts.responsibilities


def test_graph_and_tables(plan: Path) -> None:
    facts = graphmodel.extract(plan)
    graph = graphmodel.to_networkx(facts)
    leads = [(u, v) for u, v, e in graph.edges(data=True) if e["type"] == "LEADS"]
    assert [(graph.nodes[u]["name"], graph.nodes[v]["title"]) for u, v in leads] == [
        ("县审批局", "提升企业开办效率"),
        ("县发改局", "推进用电报装改革"),
    ]
    pairs = graphmodel.collaboration(facts)
    assert len(pairs) == 4  # three bodies share the first task, two the second
    assert list(graphmodel.load(facts)["leads"]) == [1, 1, 0, 0]
    assert len(graphmodel.overload(facts)) == 0
    assert "tasks" in set(graphmodel.summary(facts)["measure"])


def test_decisions_from_python(tmp_path: Path) -> None:
    facts = graphmodel.extract(resource("data", "samples", "jiling-2023-action.txt"))
    relief = graphmodel.relieve(facts)
    assert relief.places["jurisdiction"].tolist() == ["霁岭县"]
    change = relief.changes.iloc[0]
    scenario = tmp_path / "scenario.toml"
    scenario.write_text(
        f'[[move_lead]]\ntask = "{change.task}"\nfrom = "{change.giver}"\nto = "{change.taker}"\n',
        encoding="utf-8",
    )
    units = graphmodel.whatif(facts, scenario).units
    assert set(units["unit"][units["changed"]]) == {change.giver, change.taker}
    assert graphmodel.difference(facts, facts).empty


def test_pages_from_python(plan: Path, tmp_path: Path) -> None:
    facts = graphmodel.extract(plan)
    graphmodel.view(facts, tmp_path / "page.html", kinds=["load"], today=date(2024, 6, 30))
    assert '"kinds":["load"],"today":"2024-06-30"' in (tmp_path / "page.html").read_text("utf-8")
    graphmodel.view(facts, tmp_path / "pages", lang="en", kinds=["load"], split=True)
    assert "Who carries too much" in (tmp_path / "pages" / "index.html").read_text("utf-8")


def test_everything_from_python(plan: Path, tmp_path: Path) -> None:
    made = graphmodel.make(graphmodel.extract(plan), tmp_path / "all", lang="en")
    assert all((tmp_path / "all" / file.name).is_file() for file in made.files)
    assert made.bodies == len(list((tmp_path / "all" / "units").iterdir()))
    assert [line.split(".")[0] for line in made.answers] == ["No unit is overloaded"]
