"""data/plans: the facts of the five plans, what extraction gives now, and no sentence of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphmodel import extract, validate
from graphmodel.extraction.masking import masked
from graphmodel.model.columns import columns_of, encode
from graphmodel.model.facts import TABLES, Facts, merge
from graphmodel.model.facts_folder import read_folder, write_folder
from graphmodel.model.ids import squeeze
from graphmodel.model.records import Diagnostic, Mention, Plan, Target, Text
from graphmodel.model.vocabulary import Operator, PlanStatus, Severity
from graphmodel.reading import read_document
from tools.make_data import FACTS, LONGEST, PLANS, free_columns, plan_facts, without_sentences

LONG = "一二三四五六七八九十" * 4
"""40 characters."""
CUT = "一二三四五六七八九十" * 3
REASON = "是原文里的写法，按照给出的理由与另外一种写法合并，以同一机构计算其负荷"
"""More than 30 characters of ours."""


def cells(facts: Facts) -> Iterator[tuple[str, str]]:
    """Every cell with text in it, as table.column and the text."""
    for table, record in TABLES.items():
        for column in columns_of(record):
            for row in facts.rows(table):
                if column.type in ("str", "strings") and column.name != "sha256":
                    yield f"{table}.{column.name}", encode(getattr(row, column.name))


def runs(text: str, length: int) -> set[str]:
    """Every run of so many characters."""
    return {text[start : start + length] for start in range(len(text) - length + 1)}


def test_every_plan_is_there_and_nothing_else() -> None:
    assert sorted(path.name for path in FACTS.iterdir() if path.is_dir()) == sorted(PLANS)


@pytest.mark.parametrize("plan", PLANS)
def test_facts_are_sound(plan: str) -> None:
    facts = extract(FACTS / plan)
    assert [row.id for row in facts.plans] == [plan]
    assert facts.tasks
    assert facts.responsibilities
    assert validate(facts) == []


@pytest.mark.parametrize("plan", PLANS)
def test_facts_are_short_and_without_text(plan: str) -> None:
    facts = read_folder(FACTS / plan)
    assert facts.texts == ()
    titles = [row.title for row in facts.tasks] + [row.title for row in facts.sections]
    assert [title for title in titles if len(title) > LONGEST] == []
    assert [cell for cell in cells(facts) if masked(cell[1]) != cell[1]] == []


def test_five_plans_merge() -> None:
    facts = extract([FACTS / plan for plan in PLANS])
    assert [row.id for row in facts.plans] == list(PLANS)
    assert validate(facts) == []
    assert facts == merge(read_folder(FACTS / plan) for plan in PLANS)


@pytest.mark.shared
@pytest.mark.parametrize("plan", PLANS)
def test_facts_are_what_extraction_gives(plan: str, shared: Path, tmp_path: Path) -> None:
    write_folder(plan_facts(plan, shared), tmp_path / plan)
    new = {path.name: path.read_bytes() for path in (tmp_path / plan).iterdir()}
    old = {path.name: path.read_bytes() for path in (FACTS / plan).iterdir()}
    assert old == new, "run make data"


@pytest.mark.shared
@pytest.mark.parametrize("plan", PLANS)
def test_no_sentence_travels(plan: str, shared: Path) -> None:
    """No cell, ids and messages included, holds more of the document than 30 characters on end."""
    text = squeeze(read_document(shared / "documents" / f"{plan}.txt").text)
    known = runs(text, LONGEST + 1)
    found = [
        (place, cell)
        for place, cell in cells(read_folder(FACTS / plan))
        if known & runs(squeeze(cell), LONGEST + 1)
    ]
    assert found == []


def test_free_columns_are_those_without_ids_and_fixed_values() -> None:
    assert [column.name for column in free_columns(Target)] == ["metric", "unit"]
    assert [column.name for column in free_columns(Diagnostic)] == [
        "code",
        "detail",
        "candidates",
    ]
    assert [column.name for column in free_columns(Mention)] == ["mention", "rule"]


def plan(title: str, issuers: tuple[str, ...]) -> Plan:
    return Plan(
        id="p",
        title=title,
        doc_number=None,
        issuers=issuers,
        issuer_ids=(),
        jurisdiction=None,
        jurisdiction_id=None,
        issued=None,
        status=PlanStatus.ISSUED,
        references=(),
        source="p.txt",
        sha256="0" * 64,
        format="text",
        encoding=None,
    )


def test_long_words_are_cut_and_texts_left_out() -> None:
    facts = Facts(
        plans=(plan(title=LONG, issuers=(LONG, "乙")),),
        mentions=(
            Mention("p", LONG, "u", "r", f"“{LONG}”{REASON}"),
            Mention("p", "乙", "u", "r"),
        ),
        targets=(Target("t", "p", None, LONG, Operator.AT_MOST, 1.0, "个", 3, 4),),
        diagnostics=(
            Diagnostic("c", Severity.INFO, f"没有读懂：{LONG}。", "p", 0, 40, LONG),
            Diagnostic("c", Severity.INFO, "没有找到", "p", None, None),
        ),
        texts=(Text("p", LONG),),
    )
    short = without_sentences(facts)
    assert short.plans[0].title == CUT
    assert short.plans[0].issuers == (CUT, "乙")
    assert short.plans[0].sha256 == "0" * 64
    assert short.targets[0].metric == CUT
    assert [(row.message, row.detail) for row in short.diagnostics] == [
        (f"没有读懂：{CUT}。", CUT),
        ("没有找到", ""),
    ]
    assert [(row.mention, row.reason) for row in short.mentions] == [
        (CUT, f"“{CUT}”{REASON}"),
        ("乙", None),
    ]
    assert short.texts == ()
