"""Indicators: the tasks that are about them, and the lists that plans give of them."""

from __future__ import annotations

import pytest

from graphmodel.extraction.draft import DraftIndicator
from graphmodel.extraction.indicators import code_of, split_counted
from graphmodel.model.resources import read_vocabulary
from tests.extraction.drafts import draft_of, item

NATIONAL = (
    *("开办企业", "办理建筑许可", "获得电力", "获得用水用气", "登记财产", "纳税", "跨境贸易"),
    *(
        "获得信贷",
        "保护中小投资者",
        "执行合同",
        "办理破产",
        "劳动力市场监管",
        "政府采购",
        "招标投标",
    ),
    *("政务服务", "知识产权创造、保护和运用", "市场监管", "包容普惠创新"),
)
CODES = (
    *("starting_business", "construction_permits", "electricity", "water_gas", "property", "tax"),
    *("cross_border", "credit", "minority_investors", "contracts", "insolvency", "labor"),
    *("procurement", "bidding", "gov_services", "ip", "market_regulation", "inclusive_innovation"),
)
"""Rule 7 of the annotation guide."""


def links(words: str) -> list[tuple[str, str, str]]:
    return [(link.code, link.basis, link.words) for link in item(words).links]


def short(indicators: list[DraftIndicator]) -> list[tuple[str, int, str | None, str | None]]:
    return [(i.name, i.level, i.parent, i.code) for i in indicators]


def test_eighteen_indicators_of_the_first_level_and_eighty_six_of_the_second() -> None:
    rows = read_vocabulary("indicators.csv")
    assert [sum(row["level"] == level for row in rows) for level in "12"] == [18, 86]
    assert tuple(code_of(name) for name in NATIONAL) == CODES
    assert {row["code"] for row in rows} == set(CODES)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("企业开办", "starting_business"),
        ("“开办企业”", "starting_business"),
        ("获得用水", "water_gas"),
        ("获得用气", "water_gas"),
        ("不动产登记", "property"),
        ("乡村振兴", None),
        ("耗时", None),
        ("", None),
    ],
)
def test_code_by_any_name(name: str, code: str | None) -> None:
    assert code_of(name) == code


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("提升企业开办便利度。甲。（县住建局牵头）", [("starting_business", "title", "企业开办")]),
        ("优化流程。压减获得电力时限。（县住建局牵头）", [("electricity", "body", "获得电力")]),
        ("优化破产办理。办理破产提速。（县住建局牵头）", [("insolvency", "title", "破产")]),
        ("加强组织领导。甲。（县住建局牵头）", []),
        (
            "优化办税和不动产登记。甲。（县住建局牵头）",
            [("tax", "title", "办税"), ("property", "title", "不动产登记")],
        ),
        ("优化流程。甲。（县政府采购服务中心牵头）", []),
    ],
)
def test_task_is_about_an_indicator(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert links(words) == expected


def test_list_in_prose() -> None:
    text = (
        "方案\n一、目标\n紧盯企业开办、办理建筑许可、获得电力、纳税、登记财产、"
        "知识产权创造、保护和运用、获得蒸汽等7个关键指标，对标先进。\n"
    )
    draft = draft_of(text)
    assert short(draft.indicators) == [
        ("企业开办", 1, None, "starting_business"),
        ("办理建筑许可", 1, None, "construction_permits"),
        ("获得电力", 1, None, "electricity"),
        ("纳税", 1, None, "tax"),
        ("登记财产", 1, None, "property"),
        ("知识产权创造、保护和运用", 1, None, "ip"),
        ("获得蒸汽", 1, None, None),
    ]
    for indicator in draft.indicators:
        assert text[indicator.start : indicator.end] == indicator.name
        assert indicator.attribution is None


def test_list_over_line_breaks_keeps_its_places() -> None:
    text = (
        "方案\n一、目标\n紧盯开办企业、获得\n电力、纳税、登记财产、\n办理破产、招标投标"
        "等六项指标。\n"
    )
    names = [(i.name, text[i.start : i.end]) for i in draft_of(text).indicators]
    assert names == [
        ("开办企业", "开办企业"),
        ("获得电力", "获得\n电力"),
        ("纳税", "纳税"),
        ("登记财产", "登记财产"),
        ("办理破产", "办理破产"),
        ("招标投标", "招标投标"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "推动水质、空气、土壤、噪声、森林等5项指标改善。",
        "完成甲、乙、丙、丁、戊等18项任务。",
        "开办企业、纳税等2项指标。",
    ],
)
def test_enumeration_that_is_no_list_of_indicators(words: str) -> None:
    assert draft_of(f"方案\n一、目标\n{words}\n").indicators == []


DEFINED = (
    "方案\n一、分工\n（一）县住建局\n负责办理建筑许可、获得用水指标及涉及领域的有关事项。\n"
    "“办理建筑许可”指标衡量企业办理许可的便利程度，包含四个二级指标，"
    "分别为办理环节、时间、成本和建筑质量控制指数。\n"
    "“获得用水”指标衡量便利程度，共2个指标：环节、用水用气价格。\n"
)


def test_indicators_that_paragraphs_define() -> None:
    draft = draft_of(DEFINED)
    assert short(draft.indicators) == [
        ("办理建筑许可", 1, None, "construction_permits"),
        ("办理环节", 2, "办理建筑许可", None),
        ("时间", 2, "办理建筑许可", None),
        ("成本", 2, "办理建筑许可", None),
        ("建筑质量控制指数", 2, "办理建筑许可", None),
        ("获得用水", 1, None, "water_gas"),
        ("环节", 2, "获得用水", None),
        ("用水用气价格", 2, "获得用水", None),
    ]
    for indicator in draft.indicators:
        assert DEFINED[indicator.start : indicator.end] == indicator.name


def test_bodies_of_the_heading_answer_for_the_indicators() -> None:
    first, *rest = draft_of(DEFINED).indicators
    assert first.attribution is not None
    assert [mention.words for mention in first.attribution.leads] == ["县住建局"]
    assert first.attribution.basis == "heading"
    assert [i.name for i in rest if i.attribution is not None] == ["获得用水"]


def test_defined_name_with_a_gap_keeps_its_place() -> None:
    text = DEFINED.replace("“办理建筑许可”", "“办理 建筑许可”")
    indicator = draft_of(text).indicators[0]
    assert indicator.name == "办理建筑许可"
    assert text[indicator.start : indicator.end] == "办理 建筑许可"


def test_definition_stands_where_it_defines() -> None:
    """Not where the name occurs before."""
    indicator = draft_of(DEFINED).indicators[0]
    assert DEFINED[indicator.start - 1 : indicator.end + 1] == "“办理建筑许可”"


@pytest.mark.parametrize("count", ["1十", "十1", "0", "999", "零"])
def test_odd_count_does_no_harm(count: str) -> None:
    text = DEFINED.replace("包含四个", f"包含{count}个")
    assert draft_of(text).indicators


@pytest.mark.parametrize(
    ("text", "count", "members"),
    [
        ("甲甲、乙乙、丙丙和丁丁", 4, ["甲甲", "乙乙", "丙丙", "丁丁"]),
        ("甲甲、乙乙和丙丙、丁丁", 4, ["甲甲", "乙乙", "丙丙", "丁丁"]),
        ("甲甲、乙乙和丙丙、丁丁", 3, ["甲甲", "乙乙和丙丙", "丁丁"]),
        ("甲甲以及乙乙", 2, ["甲甲", "乙乙"]),
        ("甲甲及乙乙和丙丙", 3, ["甲甲", "乙乙", "丙丙"]),
        (
            "供电可靠性及电费透明度指数、环节和时间",
            3,
            ["供电可靠性及电费透明度指数", "环节", "时间"],
        ),
        ("“双随机、一公开”监管覆盖率、政务诚信度", 2, ["“双随机、一公开”监管覆盖率", "政务诚信度"]),
        ("甲甲", 4, ["甲甲"]),
    ],
)
def test_members_of_a_list_with_an_announced_number(
    text: str, count: int, members: list[str]
) -> None:
    assert split_counted(text, count) == members
