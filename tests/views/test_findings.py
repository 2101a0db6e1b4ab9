"""What the checker finds, in the page: by plan and rule, with words, links and explanations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graphmodel.checks.checker import check
from graphmodel.checks.registry import RULES
from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import Diagnostic, Section
from graphmodel.model.vocabulary import Severity
from graphmodel.views import write_page
from graphmodel.views.payload import payload
from tests.views.sample import PLAN, TEXT, plan_facts

if TYPE_CHECKING:
    from playwright.sync_api import Page

SECOND = "雾河县:雾政发〔2024〕2号"
APPENDIX = "附件：开办企业指标由县审批局负责。"


def diagnosed(code: str, words: str, *candidates: str, start: int | None = None) -> Diagnostic:
    first = TEXT.index(words) if start is None else start
    said = "".join(words.split())
    span = first, first + len(words)
    return Diagnostic(code, Severity.WARNING, "可疑", PLAN, *span, said, candidates)


def _of(part: Any, task: int) -> bool:
    return bool(part.task and part.task.endswith(f"#1.{task}"))


def leading_and_supporting(facts: Facts) -> Facts:
    """The facts with a unit that supports in the first task what it leads there."""
    lead = facts.responsibilities[0].unit
    parts = list(facts.responsibilities)
    parts[1] = replace(parts[1], unit=lead)
    return replace(facts, responsibilities=tuple(parts))


def doubtful_facts() -> Facts:
    """A unit in two roles, a name that is misspelt, words outside of tasks not understood."""
    return replace(
        leading_and_supporting(sound_facts()),
        diagnostics=(
            diagnosed("unit-misspelling", "县文旅\n局", "县文体局"),
            diagnosed("attribution-not-understood", APPENDIX),
        ),
    )


def sound_facts() -> Facts:
    """Nothing to find: leads are spread, and no supporter hangs on every list."""
    facts = plan_facts()
    parts = [p for p in facts.responsibilities if p.role == "lead" or p.mention != "各乡镇"]
    other = next(p.unit for p in parts if p.mention == "县市场监管局")
    spread = [replace(p, unit=other) if _of(p, 3) else p for p in parts]
    return replace(facts, responsibilities=tuple(spread))


def second_facts() -> Facts:
    """A plan of another place, with findings of load, of which the text is not known."""
    return plan_facts(TEXT, SECOND, "某省/雾河县").without_texts()


def found_in(facts: Facts, today: date | None = None) -> dict[str, Any]:
    found: dict[str, Any] = payload(facts, ("findings",), today).views["findings"]
    return found


def test_findings_are_those_of_the_checker() -> None:
    facts = merge((doubtful_facts(), second_facts()))
    found = found_in(facts)
    expected = [(one.code, one.message.zh, one.correction) for one in check(facts)]
    assert [
        (one["code"], one["message"][0], one.get("correction")) for one in found["found"]
    ] == expected
    assert [code for code, _, _ in expected] == ["R004", "N001", "D006", "W001", "W002"]
    assert found["applied"] == len(RULES) == 27
    assert list(found["rules"]) == ["R004", "D006", "N001", "W001", "W002"]


def test_a_finding_knows_its_words_its_task_and_its_body() -> None:
    of = payload(doubtful_facts(), ("findings",))
    labels = {row["id"]: row["label"] for row in of.nodes}
    misspelt, outside = of.views["findings"]["found"][1:]
    assert misspelt["passage"] == ("〔牵头单位：县审批局；配合单位：", "县文旅 局", "、各乡镇〕")
    assert labels[misspelt["task"]] == "加强宣传引导"
    assert labels[misspelt["body"]] == "县文旅局"
    assert misspelt["place"] == ("第 6 行", "line 6")
    assert {"task", "body", "section", "also"}.isdisjoint(outside)
    assert outside["passage"] == ("", APPENDIX, "")


def test_innermost_task_or_else_the_section() -> None:
    facts = doubtful_facts()
    first, *others = facts.tasks
    part = TEXT.index("2025年底前")
    inner = replace(first, id=f"{PLAN}#1.1.1", path=(1, 1, 1), title="压减环节", start=part)
    whole = Section(f"{PLAN}#1", PLAN, (1,), "重点任务", None, 0, len(TEXT))
    nested = replace(facts, tasks=(first, inner, *others), sections=(whole,))
    of = payload(nested, ("findings",))
    labels = {row["id"]: row["label"] for row in of.nodes}
    twice, _, outside = [one for one in of.views["findings"]["found"] if one["code"] != "R001"]
    assert labels[twice["task"]] == "压减环节"
    assert outside["section"] == "重点任务"
    assert "task" not in outside


def test_further_places_are_told_once_and_not_without_end() -> None:
    facts = plan_facts()
    heavy = found_in(facts)["found"][0]
    assert (heavy["code"], heavy["place"]) == ("W001", ("第 3 行", "line 3"))
    assert heavy["also"] == [("第 5 行", "line 5"), ("第 6 行", "line 6")]
    assert "more" not in heavy
    lead = facts.responsibilities[0]
    tasks = [replace(facts.tasks[0], id=f"t{n}", path=(2, n), start=0, end=0) for n in range(9)]
    more = [replace(lead, id=f"r{n}", task=f"t{n}", start=500 + n, end=504 + n) for n in range(9)]
    many = replace(
        facts.without_texts(),
        tasks=(*facts.tasks, *tasks),
        responsibilities=(*facts.responsibilities, *more),
    )
    heavy = next(one for one in found_in(many)["found"] if one["code"] == "W001")
    assert (len(heavy["also"]), heavy["more"]) == (8, 3)


def test_plans_without_text_and_rules_that_would_read_it() -> None:
    found = found_in(merge((doubtful_facts(), second_facts())))
    assert found["bare"] == [1]
    assert found["unread"] == ["R006", "D001", "D002", "D007", "T002", "P001"]
    assert all("passage" not in one for one in found["found"] if one["plan"] == 1)
    assert found["found"][3]["place"][0].startswith("[")


def test_the_day_reaches_the_checker() -> None:
    facts = sound_facts()
    undated = replace(facts, plans=(replace(facts.plans[0], issued=None),))
    assert found_in(undated)["found"] == []
    late = found_in(undated, date(2026, 1, 1))["found"]
    assert [one["code"] for one in late] == ["T001"]


def several(count: int) -> Facts:
    """The facts of so many plans of one place each, in each of which two rules find something."""
    return merge(
        plan_facts(TEXT, f"第{n}县:政发〔2024〕1号", f"某省/第{n}县").without_texts()
        for n in range(count)
    )


def test_slow_rules_are_left_out_of_many_plans() -> None:
    some, many = found_in(several(20)), found_in(several(21))
    assert (some["applied"], some["skipped"], len(some["found"])) == (27, [], 40)
    assert (many["applied"], many["found"]) == (23, [])
    assert many["skipped"] == ["I001", "I002", "W001", "W002"]


def test_page_without_findings_does_not_check() -> None:
    assert payload(doubtful_facts(), ("graph",)).views["findings"] == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("findings")
    kinds = ("findings",)
    write_page(doubtful_facts(), folder / "one.html", kinds=kinds)
    write_page(merge((doubtful_facts(), second_facts())), folder / "two.html", kinds=kinds)
    write_page(sound_facts(), folder / "sound.html", kinds=kinds)
    write_page(crowded_facts(), folder / "crowded.html", kinds=kinds)
    write_page(merge(map(doubtful_plan, range(12))), folder / "several.html", kinds=kinds)
    write_page(several(21), folder / "many.html", kinds=kinds)
    return folder


def crowded_facts() -> Facts:
    """One rule finds 23 places."""
    rows = [diagnosed("attribution-not-understood", "县", start=n) for n in range(23)]
    return replace(sound_facts(), diagnostics=tuple(rows))


def doubtful_plan(number: int) -> Facts:
    """A plan with 23 findings: twenty places not understood, three tasks that nobody leads."""
    plan = f"第{number}县:政发〔2024〕1号"
    facts = plan_facts(TEXT, plan, f"某省/第{number}县").without_texts()
    row = diagnosed("attribution-not-understood", "县")
    rows = [replace(row, plan=plan, start=n, end=n + 1) for n in range(20)]
    return replace(facts, responsibilities=(), measures=(), indicators=(), diagnostics=tuple(rows))


@pytest.fixture
def one(quiet: Page, folder: Path) -> Page:
    """The quiet of `doubtful_facts`."""
    quiet.goto((folder / "one.html").as_uri())
    return quiet


def titles(page: Page) -> list[str]:
    """Plans and rules, as headings."""
    texts: list[str] = page.locator("#view-findings :is(h2, h3)").all_inner_texts()
    return [" ".join(text.split()) for text in texts]


@pytest.mark.browser
def test_findings_stand_by_rule_the_gravest_first(one: Page) -> None:
    assert one.locator(".summary").inner_text() == (
        "共 3 处：错误 1，警告 2，提示 0（共 27 条规则）。"
    )
    assert titles(one) == [
        "云岭县优化营商环境实施方案（3）",
        "✕ 错误 同一单位既牵头又配合（1） R004",
        "! 警告 单位名称疑有误写（1） N001",
        "! 警告 分工读不懂（1） D006",
    ]


@pytest.mark.browser
def test_a_finding_shows_its_words_and_how_to_mend_them(one: Page) -> None:
    finding = one.locator(".finding").nth(1)
    assert finding.locator(".message").inner_text() == "“县文旅局”疑为“县文体局”之误"
    assert (
        finding.locator("blockquote").inner_text()
        == "〔牵头单位：县审批局；配合单位：县文旅 局、各乡镇〕"
    )
    assert finding.locator("mark").inner_text() == "县文旅 局"
    assert finding.locator("del").inner_text() == "县文旅 局"
    assert finding.locator("ins").inner_text() == "县文体局"
    assert finding.locator(".where").inner_text().split("\n")[0].startswith("第 6 行")


@pytest.mark.browser
def test_a_finding_leads_to_its_task_and_its_body(one: Page) -> None:
    finding = one.locator(".finding").nth(1)
    finding.get_by_role("button", name="加强宣传引导").click()
    assert one.locator("#details h2").first.inner_text() == "加强宣传引导"
    assert one.locator(".finding.chosen").count() == 1
    assert one.evaluate("document.activeElement.textContent") == "加强宣传引导"
    finding.get_by_role("button", name="县文旅局").click()
    assert one.locator("#details h2").first.inner_text() == "县文旅局"
    assert one.locator(".finding").nth(2).get_by_role("button").count() == 0


@pytest.mark.browser
def test_findings_are_filtered_by_severity_and_rule(one: Page) -> None:
    errors, warnings = (one.locator(".severities button").nth(n) for n in (0, 1))
    assert warnings.inner_text().split() == ["!", "警告", "2"]
    warnings.click()
    assert [title[:4] for title in titles(one)[1:]] == ["✕ 错误"]
    assert warnings.get_attribute("aria-pressed") == "false"
    warnings.click()
    errors.click()
    assert len(titles(one)) == 3
    errors.click()
    one.get_by_label("按规则筛选").select_option("D006")
    assert titles(one)[1:] == ["! 警告 分工读不懂（1） D006"]
    one.locator("#reset").click()
    assert len(titles(one)) == 4


@pytest.mark.browser
def test_a_rule_is_explained(one: Page) -> None:
    rule = one.locator("[data-fold=rule-0-R004]")
    assert rule.locator("dl").count() == 0
    rule.locator("summary").click()
    assert rule.locator("dt").all_inner_texts() == ["查什么", "为什么", "例", "怎样改", "依据"]
    assert "**" not in rule.inner_text()
    assert "```" not in rule.inner_text()
    one.locator(".finding button").first.click()
    assert rule.locator("dl").is_visible()


@pytest.mark.browser
def test_findings_in_english(one: Page) -> None:
    one.locator("#language").click()
    assert one.locator(".summary").inner_text() == (
        "3 found: errors 1, warnings 2, remarks 0 (27 rules)."
    )
    assert titles(one)[1] == "✕ Error The same unit leads and supports (1) R004"
    assert one.locator(".message").first.inner_text() == "“县市场监管局” both leads and supports"
    assert one.locator(".where").first.inner_text().startswith("line 3")


@pytest.mark.browser
def test_plans_are_apart_and_one_is_chosen(page: Page, folder: Path) -> None:
    page.goto((folder / "two.html").as_uri())
    plans = page.locator("#view-findings h2")
    assert plans.all_inner_texts() == [
        "云岭县 · 云岭县优化营商环境实施方案（3）",
        "雾河县 · 雾河县优化营商环境实施方案（2）",
    ]
    unread = page.locator("#view-findings > .without")
    assert unread.inner_text() == (
        "《雾河县优化营商环境实施方案》的事实中没有原文，"
        "没有检查 R006、D001、D002、D007、T002、P001。"
    )
    page.locator("#plan").select_option(index=1)
    assert plans.count() == 1
    assert unread.count() == 0
    page.locator("#plan").select_option(index=2)
    assert page.locator(".summary").inner_text().startswith("共 2 处：错误 0，警告 1，提示 1")


@pytest.mark.browser
def test_nothing_found_is_said(page: Page, folder: Path) -> None:
    page.goto((folder / "sound.html").as_uri())
    assert page.locator("#view-findings").inner_text() == "没有发现问题（共 27 条规则）。"


@pytest.mark.browser
def test_many_of_one_rule_are_folded(page: Page, folder: Path) -> None:
    page.goto((folder / "crowded.html").as_uri())
    assert page.locator(".finding").count() == 20
    rest = page.locator("[data-fold=findings-0-D006] summary")
    assert rest.inner_text() == "其余 3 项"
    rest.click()
    assert page.locator(".finding").count() == 23


@pytest.mark.browser
def test_further_plans_are_folded(page: Page, folder: Path) -> None:
    page.goto((folder / "several.html").as_uri())
    assert page.locator(".plan-of-findings").count() == 12
    assert page.locator(".finding").count() == 7 * 23
    folded = page.locator("[data-fold=findings-7]")
    assert folded.locator("h2").inner_text() == "第7县 · 第7县优化营商环境实施方案（23）"
    folded.locator("summary").first.click()
    assert page.locator(".finding").count() == 8 * 23


@pytest.mark.browser
def test_rules_that_were_not_applied_are_told(page: Page, folder: Path) -> None:
    page.goto((folder / "many.html").as_uri())
    note = page.locator("#view-findings > .without").first
    assert note.inner_text() == (
        "方案较多（21 个），没有检查 I001、I002、W001、W002；可用 graphmodel check 检查。"
    )
    assert page.locator(".summary").inner_text() == "没有发现问题（共 23 条规则）。"


@pytest.mark.browser
def test_print_leaves_filters_out(one: Page) -> None:
    one.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    one.emulate_media(media="print")
    assert one.locator(".finding-filters").is_hidden()
    assert one.locator(".rule-of-findings .folded").first.is_hidden()
    assert one.locator(".finding").last.is_visible()
