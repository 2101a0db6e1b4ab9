"""The summary: what it says of small facts, and what it is in each format."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from lxml import html as lxml_html

import graphmodel
from graphmodel.analysis.schedule import Timing
from graphmodel.model.facts import Facts, merge
from graphmodel.model.vocabulary import PlanStatus, Role
from graphmodel.reports.briefs.brief import Brief, Chart, Section, Table
from graphmodel.reports.briefs.compose import brief
from graphmodel.reports.briefs.docx import to_docx
from graphmodel.reports.briefs.html import to_html
from graphmodel.reports.briefs.markdown import to_markdown
from graphmodel.reports.loads import Counting
from graphmodel.reports.wording import Language
from tests.analysis.building import Attribution, facts_of
from tests.reports.sample import FACTS, FIRST
from tests.roundtrip.office import converted, program

if TYPE_CHECKING:
    from playwright.sync_api import Page

TIMING = Timing(date(2025, 2, 1))
HOSTILE = '<script>alert("x")</script> & *bold* | \x1b[31m'
TITLES = {
    Language.ZH: [
        "总体情况",
        "负荷",
        "协作",
        "缺口与矛盾",
        "期限与报送（截至 2025-02-01）",
        "建议",
    ],
    Language.EN: [
        *("Scope", "Load", "Collaboration", "Gaps and contradictions"),
        *("What is due (as of 2025-02-01)", "What to do"),
    ],
}


def made(facts: Facts = FACTS, language: Language = Language.ZH, **options: Any) -> Brief:
    return brief(facts, Counting(), TIMING, language, **options)


def hostile() -> Facts:
    """The sample with markup and control characters where a document may have them."""
    [plan], (first, *others) = FACTS.plans, FACTS.tasks
    return replace(
        FACTS,
        plans=(replace(plan, title=HOSTILE),),
        tasks=(replace(first, title=HOSTILE), *others),
        units=tuple(replace(unit, name=unit.name + HOSTILE) for unit in FACTS.units),
    )


def several(*places: str) -> Facts:
    """A plan for each place, in which one unit leads one task."""
    many = (
        facts_of(Attribution(1, "A"), place=place, plan=f"plan {number}")
        for number, place in enumerate(places)
    )
    return merge(many)


def section(facts: Facts, number: int, language: Language = Language.EN) -> Section:
    return made(facts, language).sections[number]


@pytest.mark.parametrize("language", list(Language))
def test_sections_in_their_order(language: Language) -> None:
    assert [part.title for part in made(language=language).sections] == TITLES[language]


def test_titles_of_one_plan_of_a_draft_and_of_several() -> None:
    [plan] = FACTS.plans
    draft = replace(FACTS, plans=(replace(plan, status=PlanStatus.DRAFT),))
    assert made().title == "云岭县优化营商环境方案：责任分工摘要"
    assert made(draft).title == "云岭县优化营商环境方案（征求意见稿）：责任分工摘要"
    assert made(several("甲", "甲")).title == "甲 2 个方案责任分工摘要"
    assert made(several("甲", "乙")).title == "2 个方案责任分工摘要"


def test_subtitle_says_what_it_is_made_from() -> None:
    assert made().subtitle == (
        "云政发〔2024〕1号，2024-03-01 印发，截至 2025-02-01。依据：云岭 方案.txt。"
        "各节小字写明数字的算法。"
    )


def test_units_of_several_places_are_told_apart() -> None:
    chart = section(several("甲", "乙"), 1).block
    assert isinstance(chart, Chart)
    assert sorted(bar.label for bar in chart.bars) == ["乙 A", "甲 A"]


def test_plan_without_attributions() -> None:
    summary = made(facts_of(tasks=2), Language.EN)
    assert summary.sections[1].block is None
    assert summary.sections[2].said == ("No units share a task.",)
    for form in (to_markdown, to_html):
        assert "Name a lead for tasks that have none (2): 1, 2." in form(summary)


def test_finished_tasks_are_no_longer_overdue() -> None:
    open_, done = (
        made(language=Language.EN, finished=finished).sections[4].said[0]
        for finished in ((), (FIRST,))
    )
    assert open_ == "States of all days: ▲ overdue 1, ○ green 1."
    assert done == "States of all days: ○ green 1, ✔ finished 1."


def test_a_unit_cannot_take_over_its_own_task() -> None:
    # A leads 9 tasks and supports the first beside B, who alone could take one over.
    facts = facts_of(
        Attribution(1, "A", "AB"),
        Attribution(2, "A", "A"),
        *(Attribution(n, "A") for n in range(3, 10)),
        *(Attribution(10 + n, name) for n, name in enumerate("BCDEF")),
    )
    [relief, *_] = section(facts, 5).points
    assert "of the 9 tasks that it leads 1 have a supporter" in relief


def test_nobody_to_take_over() -> None:
    facts = facts_of(
        *(Attribution(n, "A", "镇") for n in range(1, 10)),
        *(Attribution(10 + n, name) for n, name in enumerate("BCDEF")),
    )
    [relief, *_] = section(facts, 5).points
    assert "none of the 9 tasks that it leads has a supporter who could lead" in relief


def test_findings_stand_by_severity_with_words_and_place() -> None:
    # The second task is left with a supporter alone: R005, an error; N001 is a warning.
    [doubt] = FACTS.diagnostics
    bad = replace(doubt, code="unit-misspelling", candidates=("县行政审批局",))
    rows = [replace(r, role=Role.SUPPORT, basis=None) for r in FACTS.responsibilities[3:]]
    first, second = FACTS.tasks
    facts = replace(
        FACTS,
        tasks=(first, replace(second, end=FACTS.duties[0].end)),
        diagnostics=(bad,),
        responsibilities=(*FACTS.responsibilities[:3], *rows),
    )
    found = section(facts, 3, Language.ZH)
    table = found.block
    assert isinstance(table, Table)
    assert found.said == ("错误 1 处，警告 1 处，提示 0 处。",)
    assert [row[0] for row in table.rows] == ["✖ 错误", "▲ 警告"]
    assert [row[1].split()[0] for row in table.rows] == ["R005", "N001"]
    assert [row[3] for row in table.rows] == ["1.2 县财政局（第 4 行）", "县审批局（第 3 行）"]


def test_advice_speaks_of_errors_and_warnings_that_there_are() -> None:
    [doubt] = FACTS.diagnostics
    slip = replace(doubt, code="unit-misspelling", candidates=("县行政审批局",))
    warned = replace(FACTS, diagnostics=(slip,))
    rows = [replace(r, role=Role.SUPPORT, basis=None) for r in FACTS.responsibilities[3:]]
    wrong = replace(FACTS, responsibilities=(*FACTS.responsibilities[:3], *rows))
    both = replace(wrong, diagnostics=(slip,))
    said = [
        next((p for p in section(facts, 5).points if p.startswith("Before")), None)
        for facts in (FACTS, warned, wrong, both)
    ]
    tail = "; graphmodel check tells place and correction of each."
    assert said == [
        None,
        f"Before it is issued, look at what is doubtful (warnings: 1){tail}",
        f"Before it is issued, mend what is wrong (errors: 1){tail}",
        "Before it is issued, mend what is wrong (errors: 1) and look at what is doubtful "
        f"(warnings: 1){tail}",
    ]


def test_findings_in_facts_without_text_are_told_by_their_offsets() -> None:
    rows = [replace(r, role=Role.SUPPORT, basis=None) for r in FACTS.responsibilities[3:]]
    bare = replace(FACTS, responsibilities=(*FACTS.responsibilities[:3], *rows)).without_texts()
    table = section(bare, 3).block
    assert isinstance(table, Table)
    assert table.rows[0][3] == f"[{rows[0].start}:{rows[0].end}]"


def test_markdown_has_every_section() -> None:
    lines = to_markdown(made()).splitlines()
    assert lines[0] == "# 云岭县优化营商环境方案：责任分工摘要"
    numbered = [
        f"## {n}、{title}" for n, title in zip("一二三四五六", TITLES[Language.ZH], strict=True)
    ]
    assert [line for line in lines if line.startswith("## ")] == numbered
    assert "| 县财政局 | ██████████████████░░░░░░ | 1.3 |" in lines


def test_markdown_is_not_markup() -> None:
    text = to_markdown(made(hostile()))
    assert "\x1b" not in text
    assert "<script>" not in text
    assert "\\<script\\>" in text


def test_page_runs_and_loads_nothing() -> None:
    tree: Any = lxml_html.document_fromstring(to_html(made(hostile())))
    assert not list(tree.iter("script", "link", "img", "iframe"))
    assert all(not name.startswith("on") for part in tree.iter("*") for name in part.attrib)
    [policy] = tree.xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert HOSTILE.replace("\x1b", "\ufffd") in tree.findtext(".//h1")


def test_page_has_a_heading_and_a_bar_for_each() -> None:
    tree: Any = lxml_html.document_fromstring(to_html(made(language=Language.EN)))
    assert tree.get("lang") == "en"
    heads = [head.text for head in tree.iter("h2")]
    assert heads == [f"{n}. {title}" for n, title in enumerate(TITLES[Language.EN], 1)]
    # 县财政局 leads one and supports one, 1.3 in all; 县审批局 leads one.
    widths = [part.get("width") for part in tree.xpath("//td[@class='bar']//rect")]
    assert widths == ["769", "231", "769", "0"]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_in_a_browser(scheme: Any, page: Page, outside: list[str], tmp_path: Path) -> None:
    file = tmp_path / "summary.html"
    file.write_text(to_html(made(hostile())), encoding="utf-8")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto(file.as_uri())
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(17, 22, 30)"}[scheme]
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert (said, outside) == ([], [])


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(data: bytes) -> Any:
    import docx

    return docx.Document(io.BytesIO(data))


def texts(paragraphs: Sequence[Any]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


def test_word_has_real_headings_and_head_rows() -> None:
    document = opened(to_docx(made()))
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert heads == [f"{n}、{t}" for n, t in zip("一二三四五六", TITLES[Language.ZH], strict=True)]
    assert texts([p for p in document.paragraphs if p.style.name == "Title"]) == [made().title]
    assert document.core_properties.title == made().title
    chart, *tables = document.tables
    assert len(tables) == 2  # pairs, and what is due: nothing is wrong with the sample
    for table in tables:
        assert "tblHeader" in table.rows[0]._tr.xml
    assert [row.cells[0].text for row in chart.rows[1:]] == ["县财政局", "县审批局"]


def test_word_numbers_its_pages_and_names_fonts_for_chinese() -> None:
    files = parts(to_docx(made()))
    [footer] = [data for name, data in files.items() if re.match(r"word/footer\d", name)]
    assert b'w:instr="PAGE"' in footer
    assert b'w:instr="NUMPAGES"' in footer
    styles = files["word/styles.xml"].decode("utf-8")
    assert 'w:eastAsia="宋体"' in styles
    assert 'w:eastAsia="黑体"' in styles


def test_bars_in_word_are_as_long_as_their_numbers() -> None:
    chart = opened(to_docx(made())).tables[0]
    extents = [int(x) for x in chart._tbl.xpath(".//w:tr[position()>1]//wp:extent/@cx")]
    assert extents[0] / extents[1] == pytest.approx(1.3, abs=0.001)


def test_word_is_not_markup() -> None:
    document = opened(to_docx(made(hostile())))
    assert HOSTILE.replace("\x1b", "\ufffd") in document.paragraphs[0].text


@pytest.mark.parametrize("written", [to_docx, to_html, to_markdown])
def test_the_same_each_time(written: Any) -> None:
    assert written(made()) == written(made())


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
def test_two_pages_on_paper(tmp_path: Path, shared: Path) -> None:
    """The plans with most to say, as LibreOffice prints them; English takes more room."""
    files = []
    for plan in ("weibin-2023", "yijun-2021"):
        facts = graphmodel.extract(shared / "documents" / f"{plan}.txt")
        files.append(tmp_path / f"{plan}.docx")
        files[-1].write_bytes(to_docx(made(facts, Language.EN)))
    for pdf in converted(files, "pdf", tmp_path).values():
        with pypdfium2.PdfDocument(pdf) as document:
            assert len(document) <= 2, pdf.name
