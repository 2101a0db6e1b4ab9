"""Whatever people correct, the facts hold together, and nothing goes without a trace."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.model import Facts, validate
from graphmodel.pipeline import facts_of
from graphmodel.reading import Document, read_bytes
from graphmodel.resolution.corrections import Action, Correction

PLAN = """云溪县人民政府办公室关于印发云溪县优化营商环境方案的通知

一、任务
1.压减时限。（牵头单位：县审批局；配合单位：县发改局、县教育局、县教体局、县医疗障局）
2.便利融资。（牵头单位：人行、县营商办；配合单位：人行云溪支行、人行雁州市中心支行、各乡镇）
3.公平执法。县司法局每月向县营商办报送进展。（县司法局负责）
领导小组办公室设在县审批局。
"""
NAMES = (
    "县审批局",
    "县发改局",
    "县教育局",
    "县教体局",
    "县医疗障局",
    "县医保局",
    "人行",
    "县营商办",
    "县司法局",
    "各乡镇",
    "云溪县人民政府办公室",
    "县青苗促进办",
)
names = st.sampled_from(NAMES)


@cache
def document() -> Document:
    return read_bytes(PLAN.encode(), "方案.txt")


def correction(
    line: int, action: Action, words: tuple[str, ...], to: tuple[str, ...]
) -> Correction:
    if action is Action.MERGE:
        return Correction(action, words, words[:1], "理由", None, line)
    to = {Action.RENAME: to[:1], Action.SPLIT: to}.get(action, ())
    return Correction(action, words[:1], to, "理由", None, line)


@st.composite
def corrections(draw: st.DrawFn) -> list[Correction]:
    several = st.lists(names, min_size=2, max_size=3, unique=True).map(tuple)
    entries = draw(st.lists(st.tuples(st.sampled_from(Action), several, several), max_size=5))
    return [correction(line, *entry) for line, entry in enumerate(entries, start=1)]


def parts(facts: Facts) -> set[tuple[str | None, str, str]]:
    return {(row.task, row.mention, row.unit) for row in facts.responsibilities}


@settings(max_examples=60, deadline=None)
@given(corrections())
def test_facts_hold_together(entries: list[Correction]) -> None:
    facts = facts_of(document(), corrections=entries)
    assert validate(facts) == []
    text = facts.texts[0].text
    rows = {(row.mention, row.unit) for row in facts.mentions}
    for part in facts.responsibilities:
        assert text[part.start : part.end] == part.mention
        assert (part.mention, part.unit) in rows
    assert len({row.id for row in facts.responsibilities}) == len(facts.responsibilities)


@settings(max_examples=60, deadline=None)
@given(corrections())
def test_what_is_left_out_is_told(entries: list[Correction]) -> None:
    before, after = facts_of(document()), facts_of(document(), corrections=entries)
    told = {row.detail for row in after.diagnostics if row.code == "correction-applied"}
    lost = {row.mention for row in before.responsibilities} - {
        row.mention for row in after.responsibilities
    }
    assert {f"ignore {mention}" for mention in lost} <= told


@settings(max_examples=30, deadline=None)
@given(names, names)
def test_correcting_twice_is_correcting_once(one: str, other: str) -> None:
    entry = correction(1, Action.RENAME, (one,), (other,))
    once, twice = (facts_of(document(), corrections=[entry] * n) for n in (1, 2))
    assert parts(once) == parts(twice)
