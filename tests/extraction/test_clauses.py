"""One clause by itself, whatever its form: bracket, labels, sentence, row, heading."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graphmodel
from graphmodel.model.vocabulary import Basis

PARSED = [
    ("（县文旅局牵头，县档案馆配合）", ["县文旅局"], ["县档案馆"], Basis.DESIGNATED),
    ("牵头单位：县文旅局\n配合单位：县档案馆", ["县文旅局"], ["县档案馆"], Basis.DESIGNATED),
    ("【牵头单位：县文旅局】【配合单位：县档案馆】", ["县文旅局"], ["县档案馆"], Basis.DESIGNATED),
    ("【责任部门】县文旅局【协办单位】县档案馆", ["县文旅局"], ["县档案馆"], Basis.SOLE),
    ("修缮老城。（责任单位：县文旅局、县档案馆）", ["县文旅局", "县档案馆"], [], Basis.JOINT),
    ("由县文旅局牵头，会同县档案馆开展普查。", ["县文旅局"], ["县档案馆"], Basis.DESIGNATED),
    ("（二）县文旅局\n负责文物保护及涉及领域有关事项。", ["县文旅局"], [], Basis.HEADING),
    ("7 | 修缮老城墙 | 县文旅局 | 县档案馆 | 9月底前", ["县文旅局"], ["县档案馆"], Basis.HEADING),
    ("7\t修缮老城墙\t县文旅局\t/\t9月底前", ["县文旅局"], [], Basis.HEADING),
    (
        "序号|任务|配合单位|牵头单位\n7|修缮老城墙|县档案馆|县文旅局",
        ["县文旅局"],
        ["县档案馆"],
        Basis.DESIGNATED,
    ),
    ("牵头单位|任务\n县文旅局|修缮老城墙", ["县文旅局"], [], Basis.DESIGNATED),
    ("责任单位：县文\n旅局、县档案馆。", ["县文旅局", "县档案馆"], [], Basis.JOINT),
]


@pytest.mark.parametrize(("clause", "leads", "supports", "basis"), PARSED)
def test_clause(clause: str, leads: list[str], supports: list[str], basis: Basis) -> None:
    said = graphmodel.parse_attribution(clause)
    assert (list(said.leads), list(said.supports), said.basis) == (leads, supports, basis)


@pytest.mark.parametrize(
    "clause",
    [
        "",
        "各部门要密切配合，形成齐抓共管的工作格局。",
        "序号 | 任务 | 牵头单位 | 配合单位",
        "序号|任务|牵头单位\n7|修缮老城墙",
        "鼓励龙头企业牵头组建联盟。",
        "完善河湖长负责制。",
        "（责任单位：待定）",
    ],
)
def test_clause_that_assigns_nothing(clause: str) -> None:
    said = graphmodel.parse_attribution(clause)
    assert (said.leads, said.supports, said.engaged, said.basis) == ((), (), (), None)


def test_time_of_a_row_and_of_a_label() -> None:
    assert graphmodel.parse_attribution("3|修路|县交通局|无|6月底前").deadline == "6月底前"
    said = graphmodel.parse_attribution("责任单位：县交通局；完成时限：2025年6月底前")
    assert said.deadline == "2025年6月底前"


def test_officials_are_persons() -> None:
    said = graphmodel.parse_attribution("（分管副县长牵头，县交通局配合）")
    assert (said.persons, said.leads, said.supports) == (("分管副县长",), (), ("县交通局",))


@given(
    st.text("县局委办牵头单位：、，（）【】负责配合等|\t\n0一。", max_size=60)
    | st.lists(st.sampled_from(["牵头单位", "任务", "县水务局", "/", "|", "\n"]), max_size=20).map(
        "".join
    )
)
def test_any_clause_gives_words_of_its_own(clause: str) -> None:
    said = graphmodel.parse_attribution(clause)
    squeezed = "".join(clause.split())
    assert all(words in squeezed for words in (*said.leads, *said.supports, *said.engaged))


@pytest.mark.shared
def test_clauses_of_the_development_set(shared: Path) -> None:
    clauses = shared / "clauses" / "clauses.jsonl"
    right = 0
    lines = clauses.read_text(encoding="utf-8").splitlines()
    for line in lines:
        clause = json.loads(line)
        said = graphmodel.parse_attribution(clause["clause"])
        right += all(
            sorted(set(getattr(said, role))) == sorted({"".join(m.split()) for m in clause[role]})
            for role in ("leads", "supports", "engaged")
        )
    assert right / len(lines) >= 0.98


def test_public_name_loads_no_heavy_library() -> None:
    code = "import sys, graphmodel; graphmodel.parse_attribution; print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
