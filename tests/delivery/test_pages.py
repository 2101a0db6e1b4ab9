"""The pages of a folder: what they say, where they lead, and that nothing in them runs."""

from __future__ import annotations

import base64
import hashlib
import posixpath
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html

from graphmodel.delivery.contents import Contents, Partner
from graphmodel.delivery.findings_page import findings_page
from graphmodel.delivery.index_page import index_page
from graphmodel.delivery.site import pages
from graphmodel.delivery.unit_pages import UnitPages
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language
from graphmodel.views.page import words
from tests.analysis.building import Attribution, facts_of
from tests.views.sample import PLACE, TEXT, plan_facts, two_plans

OFFICE = "units/县审批局.html"
OVERLOADED = (
    "▲ 县审批局（云岭县）超载：牵头 3 项，负荷 3，是中位数 0.65 的 4.6 倍，占当地负荷的 65.2%，"
    "z=4.5。"
)


def site(facts: Facts, language: Language = Language.ZH) -> dict[str, bytes]:
    """The pages without script."""
    contents = Contents(facts, language, None)
    fixed = {
        "index.html": index_page(contents, ["graph", "load"], []),
        "findings.html": findings_page(contents),
    }
    return fixed | dict(UnitPages(contents))


def tree(content: bytes) -> Any:
    return html.document_fromstring(content)


def said(element: Any) -> str:
    """The text of an element, white space squeezed."""
    return " ".join(element.text_content().split())


def rows(table: Any) -> list[list[str]]:
    return [[said(cell) for cell in row.iter("th", "td")] for row in table.iter("tr")]


def parsed(files: Mapping[str, bytes]) -> dict[str, Any]:
    return {name: tree(content) for name, content in files.items()}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return site(plan_facts())


@pytest.fixture(scope="module")
def index(files: dict[str, bytes]) -> Any:
    return tree(files["index.html"])


@pytest.fixture(scope="module")
def office(files: dict[str, bytes]) -> Any:
    return tree(files[OFFICE])


def test_each_body_with_something_to_do_has_a_page() -> None:
    files = dict(pages(Contents(plan_facts(), Language.ZH, date(2024, 6, 30)), ["graph"]))
    names = ("县审批局", "县市场监管局", "各乡镇", "县供电公司", "县发改局", "县文旅局")
    bodies = [f"units/{name}.html" for name in names]
    assert list(files) == ["index.html", "graph.html", "findings.html", *bodies]
    assert b'"kinds":["graph"],"today":"2024-06-30"' in files["graph.html"]


def test_index_answers_first(index: Any) -> None:
    [answer] = index.find_class("answer")
    [item] = answer.iter("li")
    assert said(item) == f"{OVERLOADED} 与其共同任务最多：县市场监管局 1、县文旅局 1"
    links = [(said(a), unquote(a.get("href"))) for a in item.iter("a")]
    assert links == [
        (OVERLOADED, OFFICE),
        ("县市场监管局", "units/县市场监管局.html"),
        ("县文旅局", "units/县文旅局.html"),
    ]


def test_index_leads_to_each_view(index: Any) -> None:
    [ways] = index.find_class("ways")
    assert [(said(a), a.get("href")) for a in ways.iter("a")] == [
        ("交互网页可搜索、筛选、打印，每条都有原文。", "graph.html"),
        (words()["view_graph"][0], "graph.html#view=graph"),
        (words()["view_load"][0], "graph.html#view=load"),
    ]


def test_index_has_the_plan(index: Any) -> None:
    table = next(index.iter("table"))
    assert rows(table) == [
        ["方案", "印发", "任务", "单位"],
        [
            "云岭县优化营商环境实施方案 云政发〔2024〕1号 · 云岭县人民政府 · 云岭县.txt",
            *("2024-03-01", "4", "6"),
        ],
    ]
    assert said(index.find_class("quiet")[0]) == (
        "1 个方案，4 项任务，6 个单位和集合主体，1 个单位超载。"
    )


def test_index_has_the_units_by_load(index: Any) -> None:
    _, units, others = index.iter("table")
    assert said(next(units.iter("caption"))).startswith(
        "云岭县：4 个单位，负荷中位数 0.65，超载线 2.47"
    )
    assert [row[:3] + row[4:] for row in rows(units)[1:]] == [
        ["1", "县审批局 ▲ 超载", "3.0", "3", "0", "0", "县市场监管局 1、县文旅局 1"],
        ["2", "县发改局", "1.0", "1", "0", "0", "县供电公司 1"],
        ["3", "县市场监管局", "0.3", "0", "1", "0", "县审批局 1"],
        ["3", "县文旅局", "0.3", "0", "1", "0", "县审批局 1"],
    ]
    assert rows(others)[1:] == [
        ["县供电公司", "外部单位", "1", "", "", ""],
        ["各乡镇", "集合主体", "", "3", "", ""],
    ]


def test_bars_are_as_long_as_the_load(index: Any) -> None:
    bars = [
        (int(bar[0].get("width")), int(bar[1].get("width")), bar[2].get("d"))
        for bar in index.find_class("bar")
    ]
    # 3.0, 1.0, 0.3 and 0.3 of 3.0, the line at 2.466.
    assert bars == [(n, m, "M822 0V10") for n, m in ((1000, 0), (333, 0), (0, 100), (0, 100))]


def test_page_of_a_body_tells_its_load(office: Any) -> None:
    assert said(next(office.iter("h1"))) == "县审批局 ▲ 超载"
    [answer] = office.find_class("answer")
    figures = [(said(d[0]), said(d[1])) for d in answer.iter("div")]
    assert figures == [
        *(("负荷", "3.0"), ("牵头", "3"), ("独牵", "3"), ("共牵", "0"), ("配合", "0")),
        *(("套话", "0"), ("协同", "0"), ("占比", "65.2%"), ("名次", "1"), ("z", "4.5")),
    ]
    assert said(next(answer.iter("p"))) == OVERLOADED


def test_page_of_a_body_names_its_partners(office: Any) -> None:
    [table] = office.iter("table")
    assert rows(table) == [
        ["单位", "共同任务", "其中共同牵头", "另有套话"],
        ["县市场监管局", "1", "0", "0"],
        ["县文旅局", "1", "0", "0"],
    ]


def test_boilerplate_makes_no_partners() -> None:
    """X and Y are the tail of three of four lists; X was chosen for the last one."""
    lists = ((1, "A", "BXY"), (2, "A", "XY"), (3, "C", "XY"), (4, "A", "BX"))
    contents = Contents(facts_of(*(Attribution(*one) for one in lists)), Language.ZH, None)
    assert contents.partners["甲:A"] == [
        Partner("甲:B", "B", shared=2, co_lead=0, boilerplate=0),
        Partner("甲:X", "X", shared=1, co_lead=0, boilerplate=2),
    ]
    assert contents.partners["甲:Y"] == []


def test_page_of_a_body_lists_what_it_has_to_do_with_the_words(office: Any) -> None:
    assert [said(h) for h in office.iter("h2")] == ["和谁一起做", "牵头（3 项）"]
    first, *_ = office.iter("article")
    assert said(first[0]) == (
        "1.1 提升开办企业便利度 〔牵头单位：县审批局；配合单位：县市场监管局、各乡镇〕 第 3 行"
    )
    assert [said(mark) for mark in first.iter("mark")] == ["县审批局"]
    assert [said(part) for part in first[1]] == [
        *("时限", "2025-12-31", "目标", "压减不超过1个工作日", "指标", "开办企业"),
        *("牵头", "县审批局", "配合", "县市场监管局、各乡镇"),
    ]


def test_support_without_weight_says_so(files: dict[str, bytes]) -> None:
    page = tree(files["units/各乡镇.html"])
    assert [said(h) for h in page.iter("h2")] == ["和谁一起做", "配合（3 项）"]
    assert "套话或通则，不计负荷" in said(page)
    assert page.find_class("figures") == []
    counted = tree(files["units/县市场监管局.html"])
    assert "套话或通则，不计负荷" not in said(counted)


def test_findings_stand_with_their_words(files: dict[str, bytes]) -> None:
    page = tree(files["findings.html"])
    found = [said(item) for item in page.find_class("finding")]
    assert len(found) == 2
    assert [item.get("class") for item in page.find_class("finding")] == [
        *("finding warning", "finding info"),
    ]
    assert found[0].startswith("警告 W001 “县审批局”牵头 3 项任务，负荷 3.0")
    assert next(said(mark) for mark in page.iter("mark")) == "县审批局"


def test_every_link_leads_to_a_page_that_is_there(files: dict[str, bytes]) -> None:
    there = {*files, "graph.html"}
    for name, page in parsed(files).items():
        for link in page.iter("a"):
            path, _, _ = link.get("href").partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
            assert target in there, (name, target)


def test_page_of_a_body_leads_to_it_in_the_interactive_page(office: Any) -> None:
    home, graph = (a.get("href") for a in next(office.iter("nav")).iter("a"))
    assert home == "../index.html"
    assert unquote(graph) == f"../graph.html#unit={PLACE}:审批局"


def test_no_page_runs_or_loads_anything(files: dict[str, bytes]) -> None:
    for page in parsed(files).values():
        assert not {"script", "img", "link", "iframe"} & {element.tag for element in page.iter()}
        names = {name for element in page.iter() for name in element.attrib}
        assert not [name for name in names if name.startswith("on") or name == "style"]
        [style] = page.iter("style")
        digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
        [policy] = [e.get("content") for e in page.iter("meta") if e.get("http-equiv")]
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )


def test_two_places_have_units_of_the_same_names() -> None:
    files = site(two_plans())
    assert "units/云岭县 县审批局.html" in files
    assert "units/雾河县 县审批局.html" in files
    index = tree(files["index.html"])
    assert said(next(index.iter("h1"))) == "2 个方案：谁负责什么"
    assert len(list(index.find_class("answer")[0].iter("li"))) == 2
    assert len(index.find_class("units")) == 2
    page = tree(files["units/雾河县 县审批局.html"])
    assert "雾河县.txt 第 3 行" in said(page)
    assert unquote(next(page.iter("table")).findall(".//a")[0].get("href")) == (
        "../units/雾河县 县市场监管局.html"
    )


def test_english() -> None:
    files = site(plan_facts(), Language.EN)
    index = tree(files["index.html"])
    assert index.get("lang") == "en"
    assert said(next(index.iter("h1"))) == (
        "云岭县优化营商环境实施方案: who is responsible for what"
    )
    assert "Shares most tasks with: 县市场监管局 1, 县文旅局 1" in said(index)
    page = tree(files[OFFICE])
    assert [said(h) for h in page.iter("h2")] == ["Who it works with", "Leads (3)"]


def test_facts_without_texts_name_the_words_and_their_place() -> None:
    page = tree(site(plan_facts().without_texts())[OFFICE])
    start = TEXT.index("县审批局")
    assert said(next(page.iter("blockquote"))) == f"县审批局 [{start}:{start + 4}]"


def test_nobody_overloaded_is_said() -> None:
    facts = plan_facts()
    kept = tuple(r for r in facts.responsibilities if r.task != f"{facts.plans[0].id}#1.4")
    files = site(replace(facts, responsibilities=kept))
    [answer] = tree(files["index.html"]).find_class("answer")
    assert said(answer).startswith("谁担子过重 没有单位超载。z 最高的是 县审批局（云岭县）")


def test_facts_without_tasks_give_pages() -> None:
    facts = plan_facts()
    empty = Facts(plans=facts.plans, jurisdictions=facts.jurisdictions, texts=facts.texts)
    assert list(site(empty)) == ["index.html", "findings.html"]
    assert "没有单位超载。" in said(tree(site(empty)["index.html"]))
    assert "0 个方案" in said(tree(site(Facts())["index.html"]))


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}", "&lt;"]
)
def test_text_of_a_plan_is_shown_as_text(words: str) -> None:
    facts = plan_facts()
    units = tuple(replace(unit, name=f"{unit.name}{words}") for unit in facts.units)
    plans = tuple(
        replace(plan, title=words, source=words, doc_number=words) for plan in facts.plans
    )
    tasks = tuple(replace(task, title=words) for task in facts.tasks)
    files = site(replace(facts, units=units, plans=plans, tasks=tasks))
    for name, page in parsed(files).items():
        assert not {"script", "img"} & {element.tag for element in page.iter()}
        assert words in said(page), name
    assert all("<" not in name and '"' not in name for name in files)


def test_control_characters_and_overrides_are_shown_as_marks() -> None:
    facts = plan_facts()
    units = tuple(replace(unit, name=f"{unit.name}\u202e\x1b\x00x") for unit in facts.units)
    files = parsed(site(replace(facts, units=units)))
    assert not any(set("\u202e\x1b\x00") & set(said(page)) for page in files.values())
    assert "县审批局\ufffd\ufffd\ufffdx" in said(files["index.html"])


def test_same_facts_give_the_same_bytes(files: dict[str, bytes]) -> None:
    assert site(plan_facts()) == files
