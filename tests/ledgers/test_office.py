"""Ledgers through LibreOffice: it opens them, and what it saves can be read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from graphmodel.ledgers.building import build
from graphmodel.ledgers.docx import to_docx
from graphmodel.ledgers.filled import read_ledger
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.pipeline import extract
from graphmodel.reports.wording import Language
from tests.ledgers.filling import Row, filled, rows_of, tasks, updated, written
from tests.ledgers.test_updating import INSERTED, kept
from tests.reports.sample import FACTS
from tests.roundtrip.office import converted, program

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(program() is None, reason="LibreOffice is not installed"),
]

SAMPLE = Path(__file__).resolve().parent.parent.parent / "data/samples/jiling-2023-action.txt"
WRITTEN = {"status": "已完成", "done": "2024年5月6日", "remark": "第一行\n=第二行"}


def _fill(rows: list[Row]) -> list[Row]:
    """The order turned round, a row and a column added, as people would."""
    first, second = rows
    return [
        second,
        {"title": "收费清单上网", "remark": "自己的"},
        first | WRITTEN | {"进度": "0.5"},
    ]


LISTS = build(extract(SAMPLE), LedgerKind.UNITS, Language.ZH)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Ledgers as LibreOffice saves them, by name and format."""
    folder = tmp_path_factory.mktemp("office")
    path = written(filled(tasks(FACTS), _fill, own=["进度"]), folder, "filled.xlsx")
    lists = written(LISTS, folder, "lists.xlsx")
    several = {"xlsx": [path], "ods": [path, lists], "xls": [path]}
    return {
        f"{stem}.{form}": result
        for form, paths in several.items()
        for stem, result in converted(paths, form, folder / form).items()
    }


@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_ledger_that_it_saved_comes_back_whole(saved: Mapping[str, Path], form: str) -> None:
    new = updated(saved[f"filled.{form}"], FACTS)
    assert new.rows == {"same": 2, "own": 1}
    rows = rows_of(new.ledger.parts[0])
    assert kept(rows[0]) == WRITTEN
    assert [row["title"] for row in rows] == ["精简获得电力审批", "规范收费", "收费清单上网"]
    assert rows[0]["进度"] == "0.5"
    assert [row["change"] for row in rows] == ["", "", ""]


@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
def test_ledger_that_it_saved_goes_through_a_changed_plan(
    saved: Mapping[str, Path], form: str
) -> None:
    rows = rows_of(updated(saved[f"filled.{form}"], INSERTED).ledger.parts[0])
    assert [(row["title"], row["status"]) for row in rows if row["no"]] == [
        ("开办企业", ""),
        ("精简获得电力审批", "已完成"),
        ("规范收费", ""),
    ]


def test_every_list_of_a_plan_opens(saved: Mapping[str, Path]) -> None:
    found = read_ledger(saved["lists.ods"])
    assert [part.body for part in found.parts] == [part.body for part in LISTS.parts]
    assert [len(part.rows) for part in found.parts] == [len(part.rows) for part in LISTS.parts]


def test_word_document_opens(tmp_path: Path) -> None:
    parts = LISTS.parts[:3]
    (tmp_path / "lists.docx").write_bytes(to_docx(replace(LISTS, parts=parts)))
    page = converted([tmp_path / "lists.docx"], "html", tmp_path / "html")["lists"]
    text = page.read_text("utf-8")
    for part in parts:
        assert part.title in text
        assert all(row[part.shown[3]] in text for row in part.rows)
