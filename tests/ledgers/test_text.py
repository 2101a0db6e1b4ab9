"""Ledgers as Markdown and CSV."""

from __future__ import annotations

import csv
import io

from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.text import to_csv, to_markdown
from tests.ledgers.sample import FORMULAS, ledger, titled
from tests.reports.sample import FIRST, SECOND


def rows_of(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))]


def test_csv_opens_in_excel_as_utf_8_and_holds_every_row() -> None:
    text = to_csv(ledger(LedgerKind.TASKS))
    assert text.startswith("\ufeff序号,编号,任务,")
    assert text.count("\r\n") == 3
    assert [(row["任务"], row["标识"]) for row in rows_of(text)] == [
        ("精简获得电力审批", FIRST),
        ("规范收费", SECOND),
    ]


def test_lists_are_one_table_with_the_body_in_front() -> None:
    text = to_csv(ledger(LedgerKind.UNITS))
    assert text.startswith("\ufeff单位,序号,分工,")
    assert [(row["单位"], row["分工"], row["任务"]) for row in rows_of(text)] == [
        ("县财政局", "牵头", "规范收费"),
        ("县财政局", "配合", "精简获得电力审批"),
        ("县审批局", "牵头", "精简获得电力审批"),
        ("各乡镇", "配合", "精简获得电力审批"),
        ("各乡镇", "定期义务", "报送（向县审批局）"),
    ]


def test_no_cell_of_csv_is_a_formula() -> None:
    for words in FORMULAS[:6]:
        row = rows_of(to_csv(ledger(LedgerKind.TASKS, facts=titled(words))))[0]
        assert row["任务"].startswith("'")
        assert row["任务"][1:].replace("\ufffd", "\t") == words


def test_markdown_has_a_chapter_for_each_list() -> None:
    lines = to_markdown(ledger(LedgerKind.UNITS)).splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# 云岭县优化营商环境方案责任清单",
        "## 县财政局责任清单",
        "## 县审批局责任清单",
        "## 各乡镇责任清单",
    ]
    assert sum(line.startswith("| 1 |") for line in lines) == 4


def test_markdown_is_not_read_in_what_plans_say() -> None:
    text = to_markdown(ledger(LedgerKind.TASKS, facts=titled("甲|*乙*\n<b>")))
    assert "| 甲\\|\\*乙\\* \\<b\\> |" in text
