"""Workbooks: what another program reads in them, and what their parts say to Excel."""

from __future__ import annotations

import datetime
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.ledger import Ledger
from graphmodel.ledgers.xlsx import to_xlsx
from graphmodel.model.facts_json import to_json
from graphmodel.reports.wording import Language
from tests.ledgers.sample import FORMULAS, ledger, named, sheets, titled
from tests.reports.sample import FACTS

ROOT = Path(__file__).resolve().parent.parent.parent
HEADS = ["序号", "编号", "任务", "指标", "牵头单位", "配合单位", "目标", "完成时限", "出处"]
TO_FILL_IN = ["状态", "完成日期", "备注"]


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def sheet(data: bytes, number: int = 1) -> Any:
    return part(data, f"xl/worksheets/sheet{number}.xml")


def with_cells(made: Ledger, **cells: str) -> Ledger:
    """The ledger with words of people in its first row."""
    first = made.parts[0]
    keys = [field.key for field in first.fields]
    row = tuple(cells.get(key, old) for key, old in zip(keys, first.rows[0], strict=True))
    return replace(made, parts=[replace(first, rows=[row, *first.rows[1:]]), *made.parts[1:]])


def test_another_program_reads_the_table() -> None:
    [(name, rows)] = sheets(to_xlsx(ledger(LedgerKind.TASKS))).items()
    assert (name, rows[0][0]) == ("任务分解表", "云岭县优化营商环境方案任务分解表")
    assert rows[3][:12] == [*HEADS, *TO_FILL_IN]
    assert rows[4][:9] == [
        1.0, "1.1", "精简获得电力审批", "获得电力", "县审批局", "县财政局、各乡镇",
        "审批不超过5个工作日", "2024-12-31", "第 3 行",
    ]  # fmt: skip


def test_sheet_is_set_up_for_work_and_for_paper() -> None:
    data = to_xlsx(ledger(LedgerKind.TASKS))
    root = sheet(data)
    page = root.find("{*}pageSetup")
    assert (page.get("orientation"), page.get("paperSize")) == ("landscape", "9")
    assert page.get("fitToHeight") == "0"
    assert root.find("{*}headerFooter/{*}oddFooter").text == "&C第 &P 页，共 &N 页"
    pane = root.find(".//{*}pane")
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "4")
    assert root.find("{*}autoFilter").get("ref") == "A4:N6"
    names = {
        node.get("name"): node.text for node in part(data, "xl/workbook.xml").iter("{*}definedName")
    }
    assert names["_xlnm.Print_Titles"] == "任务分解表!$4:$4"


def test_status_is_chosen_from_a_list_and_has_colours() -> None:
    root = sheet(to_xlsx(ledger(LedgerKind.TASKS)))
    [validation] = root.iter("{*}dataValidation")
    assert validation.get("type") == "list"
    assert validation.get("sqref").startswith("J5:J")
    assert validation.find("{*}formula1").text == '"未开始,推进中,滞后,已完成"'
    colored = [
        (node.get("sqref")[:2], rule.find("{*}formula").text)
        for node in root.iter("{*}conditionalFormatting")
        for rule in node.iter("{*}cfRule")
        if rule.get("type") == "cellIs"
    ]
    words = ("未开始", "推进中", "滞后", "已完成")
    assert sorted(colored) == sorted(("J5", f'"{word}"') for word in words)


def test_blank_cells_have_lines_around_them_too() -> None:
    root = sheet(to_xlsx(ledger(LedgerKind.TASKS)))
    drawn = [
        node.get("sqref")
        for node in root.iter("{*}conditionalFormatting")
        if node.find("{*}cfRule/{*}formula").text == "TRUE"
    ]
    assert drawn == ["A5:N6"]


def test_ids_and_checksums_are_hidden() -> None:
    columns = list(sheet(to_xlsx(ledger(LedgerKind.TASKS))).iter("{*}col"))
    hidden = [(c.get("min"), c.get("max")) for c in columns if c.get("hidden")]
    assert [int(n) for pair in hidden for n in pair] in ([13, 13, 14, 14], [13, 14])


def test_wrapped_text_has_room() -> None:
    long = "推进" * 60
    root = sheet(to_xlsx(ledger(LedgerKind.TASKS, facts=titled(long))))
    heights = {row.get("r"): float(row.get("ht", 15)) for row in root.iter("{*}row")}
    assert heights["6"] < 20
    assert heights["5"] > 9 * 13  # 240 cells in lines of at most 26


@pytest.mark.parametrize("kind", LedgerKind)
def test_no_text_becomes_a_formula_a_link_or_a_number(kind: LedgerKind) -> None:
    for words in zip(FORMULAS[::2], FORMULAS[1::2], strict=True):
        facts = replace(titled(*words), units=named(*words, "各乡镇").units)
        data = to_xlsx(ledger(kind, facts=facts))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            every = b"".join(archive.read(name) for name in archive.namelist())
        assert b"<f>" not in every
        assert b"TargetMode" not in every
        shown = {cell for rows in sheets(data).values() for row in rows for cell in row}
        assert shown >= {*words}


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("<r>审批</r>", " <r>审批</r>"),
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("甲\ud800乙", "甲\ufffd乙"),
        ("a & b < c", "a & b < c"),
    ],
)
def test_hostile_text_is_text(title: str, shown: str) -> None:
    [rows] = sheets(to_xlsx(ledger(LedgerKind.TASKS, facts=titled(title)))).values()
    assert rows[4][2] == shown


def test_text_beyond_what_a_cell_holds_is_cut() -> None:
    [rows] = sheets(to_xlsx(ledger(LedgerKind.TASKS, facts=titled("长" * 40_000)))).values()
    assert rows[4][2] == "长" * 32_767


def test_what_people_wrote_is_a_number_or_a_day_again() -> None:
    made = ledger(LedgerKind.TASKS)
    cells = {"status": "已完成", "done": "2024年6月30日", "remark": "12.5"}
    [rows] = sheets(to_xlsx(with_cells(made, **cells))).values()
    assert rows[4][9:12] == ["已完成", datetime.date(2024, 6, 30), 12.5]


@pytest.mark.parametrize("text", ["007", "1.10", "2024年13月1日", "12345678901234567", "1,000"])
def test_what_people_wrote_is_not_made_another_number(text: str) -> None:
    [rows] = sheets(to_xlsx(with_cells(ledger(LedgerKind.TASKS), remark=text))).values()
    assert rows[4][11] == text


def test_index_leads_to_the_lists() -> None:
    data = to_xlsx(ledger(LedgerKind.UNITS, facts=named("甲'局", "乙/局", "丙局")))
    names = [*sheets(data)]
    assert names == ["目录", "乙_局", "甲'局", "丙局"]
    links = [node.get("location") for node in sheet(data).iter("{*}hyperlink")]
    assert links == ["'乙_局'!A1", "'甲''局'!A1", "'丙局'!A1"]
    assert [row[1] for row in sheets(data)["目录"][5:]] == ["乙/局", "甲'局", "丙局"]


def test_english_workbook_has_english_words() -> None:
    [(name, rows)] = sheets(to_xlsx(ledger(LedgerKind.TASKS, Language.EN))).items()
    assert (name, rows[3][0]) == ("Task ledger", "No.")


_MAKE = """
import sys
from graphmodel import pipeline
from graphmodel.ledgers.building import build
from graphmodel.ledgers.kinds import LedgerFormat, LedgerKind
from graphmodel.ledgers.writing import written
from graphmodel.reports.wording import Language
facts = pipeline.extract(sys.argv[1])
for form in LedgerFormat:
    file = written(build(facts, LedgerKind.UNITS, Language.ZH), form)
    data = file if isinstance(file, bytes) else file.encode()
    open(f"{sys.argv[2]}.{form}", "wb").write(data)
"""


def test_same_facts_same_bytes_at_any_time_and_place(tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(to_json(FACTS), encoding="utf-8")
    for number, zone in enumerate(("UTC", "Asia/Shanghai")):
        subprocess.run(
            [sys.executable, "-c", _MAKE, str(facts), str(tmp_path / str(number))],
            env={**os.environ, "PYTHONHASHSEED": str(number), "TZ": zone},
            cwd=ROOT,
            check=True,
        )
    for suffix in ("xlsx", "docx", "md", "csv"):
        assert (tmp_path / f"0.{suffix}").read_bytes() == (tmp_path / f"1.{suffix}").read_bytes()
