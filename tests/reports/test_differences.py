"""Changes in words, as a web page and as a workbook."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from graphmodel.reports.cells import width_of
from graphmodel.reports.difference_text import to_text
from graphmodel.reports.differences import difference_report, drawn
from graphmodel.reports.report import Report
from graphmodel.reports.sheets import to_xlsx
from graphmodel.reports.web import to_html
from graphmodel.reports.wording import Language
from tests.analysis.test_difference import APPROVE, BY, FEES, POWER, plan

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOSTILE = "=cmd()规范收费<script>alert(1)</script>。公布收费目录清单"


def of(language: Language = Language.ZH) -> Report:
    old = plan(APPROVE + BY, FEES + BY)
    new = plan(
        APPROVE.replace("5个", "3个") + "（县财政局牵头，县住建局配合）", FEES + BY, HOSTILE + BY
    )
    return difference_report(old, new, language)


def test_counts_the_changes() -> None:
    # Wording, target, lead and support of the first task; the third is new.
    assert of().findings == [
        "任务：原 2 项，现 3 项。变化 5 处：新增 1、文字 1、牵头 1、配合 1、目标 1。"
    ]
    same = difference_report(plan(POWER + BY), plan(POWER + BY), Language.EN)
    assert same.findings == ["Tasks: 1 before, 1 now. Nothing changed."]


def test_text_says_what_was_and_what_is() -> None:
    text = to_text(of(), width=70)
    assert "1.1 精简审批环节（编号、标题相同）" in text
    assert "牵头：县审批局 → 县财政局" in text
    assert "配合：− 县财政局" in text
    assert "目标：办理时间 ≤ 5工作日 → 办理时间 ≤ 3工作日" in text
    assert max(map(width_of, text.splitlines())) <= 70


def test_rows_tell_the_place_in_both_texts() -> None:
    lead = next(row for row in of(Language.EN).rows if row["change"] == "lead")
    assert (lead["old_place"], lead["new_place"]) == ("方案.txt, line 5", "方案.txt, line 5")


def test_page_marks_what_changed_and_runs_nothing() -> None:
    page = to_html([of()], drawn)
    assert "<del>县审批局</del>" in page
    assert "<ins>县财政局</ins>" in page
    assert "压减至<del>5</del>个工作日" in page
    assert "压减至<ins>3</ins>个工作日" in page
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=", page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_opens_offline_and_can_be_read(
    page: Page, outside: list[str], tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    file = tmp_path / "变化.html"
    file.write_text(to_html([of()], drawn), encoding="utf-8")
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(file.as_uri())
    assert (outside, faults) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth") == 400
    colors = page.evaluate(
        "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))"
    )
    lights = [sum(map(int, re.findall(r"\d+", color))) for color in colors]
    assert abs(lights[0] - lights[1]) > 500
    assert (lights[0] < lights[1]) == (scheme == "light")


def test_workbook_holds_texts_that_are_no_formulas() -> None:
    file = to_xlsx([("变化", of())])
    assert file == to_xlsx([("变化", of())])
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        texts = archive.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=cmd()" in texts
    assert sheet.count("<row ") == 3 + 1 + 5  # title, count, rule; heads; changes
