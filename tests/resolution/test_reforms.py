"""Names from before reforms, and names of merged departments."""

from __future__ import annotations

import pytest

from graphmodel.model.resources import read_vocabulary
from graphmodel.resolution.gazetteer import gazetteer
from tests.resolution.resolving import CITY, COUNTY, ids, resolved, rule, unit_id

PAIRS = [
    ("县环保局", "县生态环境局", "2018"),
    ("县环境保护局", "县生态环境局", "2018"),
    ("县国土资源局", "县自然资源局", "2018"),
    ("县农业局", "县农业农村局", "2018"),
    ("县卫计委", "县卫健局", "2018"),
    ("县安全生产监督管理局", "县应急管理局", "2018"),
    ("县工商局", "县市场监管局", "2018"),
    ("县旅游局", "县文旅局", "2018"),
    ("县地税局", "县税务局", "2018"),
    ("县扶贫办", "县乡村振兴局", "2021"),
    ("省国土资源厅", "省自然资源厅", "2018"),
]


@pytest.mark.parametrize(("old", "new", "year"), PAIRS)
def test_former_name_beside_the_present_one(old: str, new: str, year: str) -> None:
    found = resolved(old, old, new)
    assert unit_id(found, old) == unit_id(found, new) == ids([new])[0]
    assert rule(found, old) == "former-name"
    assert next(row.reason for row in found.mentions if row.mention == old) == (
        f"{year}年机构改革前的名称，现为“{new}”"
    )
    assert [unit.name for unit in found.units] == [new]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("县环保局", "市生态环境局"),
        ("县乡村振兴局", "县农业农村局"),
        ("县地方金融监管局", "县委金融办"),
        ("县农业综合执法大队", "县农业农村局"),
    ],
)
def test_where_the_rule_does_not_say_so_two_bodies_stay_two(one: str, other: str) -> None:
    assert len(set(ids([one, other]))) == 2


def test_several_former_names_of_one_body_stay_open() -> None:
    found = resolved("县工商局", "县质监局", "县市场监管局")
    assert len(found.units) == 3
    assert [(d.code, d.mention, d.candidates) for d in found.doubts] == [
        ("unit-ambiguous", "县工商局", ("县市场监管局",)),
        ("unit-ambiguous", "县质监局", ("县市场监管局",)),
    ]


def test_former_name_alone_keeps_its_function() -> None:
    found = resolved("县食药监局")
    assert [(unit.id.split(":")[1], unit.function) for unit in found.units] == [
        ("食药监局", "market_regulation")
    ]


def test_stems_of_reforms_are_those_of_the_gazetteer() -> None:
    known = {entry.canonical for entry in gazetteer().stems.values()}
    for row in read_vocabulary("reforms.csv"):
        assert {row["old"], row["new"]} <= known
        assert row["year"].isdecimal()


@pytest.mark.parametrize(
    ("mentions", "doubtful"),
    [
        (("县科技局", "县教科体局"), ["县科技局"]),
        (("县教育局", "县科技局", "县教科体局"), ["县教育局", "县科技局"]),
        (("县金融办", "县委金融办"), ["县金融办"]),
        (("县文物局", "县文化和旅游文物局"), ["县文物局"]),
        (("县委办", "县政府办"), []),
        (("县水利局", "县水务局"), []),
        (("县公安局", "县公安局城关分局"), []),
    ],
)
def test_department_that_may_be_part_of_another(
    mentions: tuple[str, ...], doubtful: list[str]
) -> None:
    found = resolved(*mentions)
    assert sorted(d.mention for d in found.doubts) == sorted(doubtful)
    assert {candidate for d in found.doubts for candidate in d.candidates} <= set(mentions)
    assert len(found.units) == len(mentions)


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("市场监管局", "雁州市:市场监管局"),
        ("市市场监管局", "雁州市:市场监管局"),
        ("市政务服务局", "雁州市:政务服务局"),
        ("市政公用集团", "雁州市:市政公用集团"),
        ("乡村振兴局", "雁州市:乡村振兴局"),
    ],
)
def test_first_character_that_is_no_place(mention: str, expected: str) -> None:
    assert ids([mention], places=CITY) == [f"岚东省/{expected}"]


@pytest.mark.parametrize("mention", ["市场监管局", "市政局", "乡村振兴局", "区域合作局"])
def test_level_of_a_plan_without_a_place(mention: str) -> None:
    found = resolved(mention, mention, "县财政局", places=())
    assert {unit.kind for unit in found.units} == {"unit"}


def test_places_of_the_tests_do_not_exist() -> None:
    assert [place.name for place in COUNTY] == ["岚东省", "雁州市", "霁岭县"]
