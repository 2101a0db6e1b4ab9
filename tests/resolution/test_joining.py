"""Which mentions are one body, and which stay two."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.resolution.resolving import CITY, COUNTY, ids, resolved, rule, unit_id

ONE = [
    ("县住建局", "县住房和城乡建设局", "县住房城乡建设局", "霁岭县住房和城乡建设局", "霁岭住建局"),
    ("县政府办", "县政府办公室", "县人民政府办公室", "县府办", "霁岭县人民政府办公室"),
    ("县审批局", "县行政审批局", "县行政审批服务局", "县行政审批服务管理局"),
    ("县市场局", "县市监局", "县市场监管局", "县市场监督管理局"),
    ("县人社局", "县人力社保局", "县人力资源和社会保障局", "县人力资源社会保障局"),
    ("县卫健局", "县卫生健康局", "县卫健委", "县卫生健康委员会"),
    ("县税务局", "国家税务总局霁岭县税务局", "霁岭县税务局"),
    ("生态环境分局", "县生态环境分局", "市生态环境局霁岭分局", "雁州市生态环境局霁岭县分局"),
    ("公安分局", "县公安局", "雁州市公安局霁岭分局"),
    ("人行", "人行霁岭支行", "中国人民银行霁岭县支行", "人行县支行"),
    ("住房公积金中心", "县公积金中心", "市住房公积金管理中心霁岭县管理部"),
    ("县编办", "县委编办", "县委机构编制委员会办公室"),
    ("团县委", "县团委", "共青团霁岭县委"),
    ("县纪委监委", "县纪律检查委员会监察委员会"),
    ("县营商办", "县优化营商环境工作领导小组办公室"),
    ("县文体广旅局", "县文体广电和旅游局", "县文化体育广电旅游局"),
    ("县供电公司", "国网霁岭县供电公司", "国网岚东省电力有限公司霁岭县供电分公司"),
    ("华瑞天然气有限公司", "县华瑞天然气有限责任公司"),
    ("县经开区管委会", "霁岭经济技术开发区管理委员会", "霁岭县经济开发区"),
    ("县教育局", "縣教育局", "县教(jiào)育局"),
    ("县财政局", "財政局", "霁岭财政局"),
    ("各乡镇（街道）", "各乡镇人民政府、街道办事处", "各乡镇街道"),
    ("县直有关部门", "县直相关部门"),
    ("芦溪镇", "芦溪镇人民政府", "霁岭县芦溪镇人民政府"),
]

TWO = [
    ("县教育局", "县体育局"),
    ("县教育局", "县教体局"),
    ("县水务局", "县税务局"),
    ("县民政局", "县财政局"),
    ("县商务局", "县税务局"),
    ("县工信局", "县工商局"),
    ("县城管局", "县城建局"),
    ("县城管局", "县城管执法局"),
    ("县政务服务中心", "县行政审批服务局"),
    ("县政务服务中心", "县公共资源交易中心"),
    ("县委办", "县政府办"),
    ("县委金融办", "县金融办"),
    ("县金融办", "县金融服务中心"),
    ("县发改局", "国家发展改革委"),
    ("县发改局", "市发改委"),
    ("县公安局", "市公安局"),
    ("县生态环境分局", "市生态环境局"),
    ("县纪委", "县监委"),
    ("县人大办", "县政协办"),
    ("县电力局", "县供电公司"),
    ("县供水公司", "县自来水公司"),
    ("县第一中学", "县第二中学"),
    ("城东街道", "城西街道"),
    ("东湖经开区管委会", "南湖经开区管委会"),
    ("国网青川县供电公司", "国网白河县供电公司"),
    ("县中医院", "县人民医院"),
    ("县交警大队", "县消防救援大队"),
    ("县农机中心", "县农技中心"),
    ("县文化馆", "县图书馆"),
    ("鸿达供水有限公司", "宏远供水有限公司"),
    ("各乡镇", "各部门"),
    ("有关设区市", "各设区市"),
    ("县级相关部门", "市级相关部门"),
]


@pytest.mark.parametrize("mentions", ONE, ids=lambda mentions: mentions[0])
def test_forms_of_one_body(mentions: tuple[str, ...]) -> None:
    assert len(set(ids(mentions))) == 1
    alone = {ids([mention])[0] for mention in mentions}
    assert alone == set(ids(mentions))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_bodies_stay_two(one: str, other: str) -> None:
    assert len(set(ids([one, other]))) == 2
    assert len(set(ids([other, other, one]))) == 2


def test_bodies_of_different_forms_lists_stay_apart() -> None:
    for these, those in combinations(ONE, 2):
        assert not set(ids(these)) & set(ids(those)), (these[0], those[0])


def test_misspelt_place_in_the_name_of_a_park() -> None:
    found = resolved("岐山经开区管委会", "岐山经开区管委会", "歧山经开区管委会")
    assert unit_id(found, "歧山经开区管委会") == "岚东省/雁州市/霁岭县:岐山经开区管委会"
    assert [u.name for u in found.units] == ["岐山经开区管委会"]
    assert rule(found, "歧山经开区管委会") == "misspelling"
    assert [(d.code, d.severity, d.mention) for d in found.doubts] == [
        ("unit-misspelling", "warning", "歧山经开区管委会")
    ]
    assert "歧山" in found.doubts[0].message
    assert "岐山" in found.doubts[0].message


def test_of_equally_frequent_spellings_the_first_is_right() -> None:
    found = resolved("歧山经开区管委会", "岐山经开区管委会")
    assert [u.name for u in found.units] == ["歧山经开区管委会"]


def test_missing_character_in_a_long_name() -> None:
    whole, short = "县重点水源工程建设运行中枢", "县重点水源工建设运行中枢"
    assert len(set(ids([whole, whole, short]))) == 1
    assert len(set(ids(["县东川水源工程运行中枢", "县川水源工程运行中枢"]))) == 2


@pytest.mark.parametrize(
    ("wrong", "right", "unit_id"),
    [
        ("县市埸监管局", "县市场监管局", "岚东省/雁州市/霁岭县:市场监管局"),
        ("县水各局", "县水务局", "岚东省/雁州市/霁岭县:水务局"),
        ("市生态环境局霁岭托局", "市生态环境局霁岭分局", "岚东省/雁州市/霁岭县:生态环境局"),
        ("县医疗障局", "县医疗保障局", "岚东省/雁州市/霁岭县:医保局"),
        ("县行政审批服务管里局", "县行政审批服务管理局", "岚东省/雁州市/霁岭县:行政审批局"),
        ("县住建居", "县住建局", "岚东省/雁州市/霁岭县:住建局"),
        ("县行政审批服各局", "县行政审批服务局", "岚东省/雁州市/霁岭县:行政审批局"),
        ("县交运通输局", "县交通运输局", "岚东省/雁州市/霁岭县:交通局"),
        ("县康源天燃气有限公司", "县康源天然气公司", "岚东省/雁州市/霁岭县:康源天然气公司"),
    ],
)
def test_wrong_character_against_the_gazetteer(wrong: str, right: str, unit_id: str) -> None:
    found = resolved(wrong)
    assert (found.units[0].id, found.units[0].name) == (unit_id, right)
    assert rule(found, wrong) == "misspelling"
    assert [doubt.code for doubt in found.doubts] == ["unit-misspelling"]


@pytest.mark.parametrize("mention", ["县民改局", "县教务局", "县东务局", "县税物局"])
def test_short_names_are_not_guessed_at(mention: str) -> None:
    found = resolved(mention)
    assert found.units[0].function == "other"
    assert [doubt.code for doubt in found.doubts] == ["unit-unknown"]


def test_short_name_that_sounds_like_another_mention() -> None:
    found = resolved("县税物局", "县税务局", "县商务局", "县水务局")
    assert unit_id(found, "县税物局") == "岚东省/雁州市/霁岭县:税务局"
    assert [(d.code, d.mention) for d in found.doubts] == [("unit-misspelling", "县税物局")]


@pytest.mark.parametrize("mention", ["县自然资源局城关所", "县城关所"])
def test_name_of_a_quarter_is_no_misspelling(mention: str) -> None:
    assert rule(resolved(mention), mention) == "exact"


@pytest.mark.parametrize(
    ("wrong", "codes"),
    [
        ("市生态环境局霁领分局", ["unit-misspelling"]),
        ("市生态环境局霁山分局", ["unit-misspelling"]),
        ("市生态环境局城关分局", []),
    ],
)
def test_misspelt_place_of_a_branch(wrong: str, codes: list[str]) -> None:
    right = "市生态环境局霁岭分局"
    found = resolved(wrong, right)
    assert (unit_id(found, wrong) == unit_id(found, right)) == bool(codes)
    assert [doubt.code for doubt in found.doubts if doubt.mention == wrong] == codes
    assert right in {unit.name for unit in found.units}


def test_branch_of_an_unknown_city_at_the_place_of_the_plan() -> None:
    one, other = "槐州银保监分局霁岭监管组", "县金融监管支局"
    assert ids([one]) == ids([other]) == ["岚东省/雁州市/霁岭县:国家金融监管局"]


def test_second_name_in_brackets() -> None:
    found = resolved("县市场监管局（县知识产权局）", "县知识产权局", "县市场监管局")
    assert len(found.units) == 1
    assert found.units[0].name == "县市场监管局（县知识产权局）"
    assert rule(found, "县知识产权局") == "stated-alias"


def test_second_name_of_two_bodies_belongs_to_neither() -> None:
    mentions = ("县发改局（县营商办）", "县审批局（县营商办）", "县营商办")
    assert len(set(ids(mentions))) == 3


def test_names_that_are_each_others_second_name() -> None:
    mentions = ("县档案馆（县史志馆）", "县档案局（县档案馆）", "县档案馆（县档案局）")
    assert len(set(ids(mentions))) == 1


def test_short_name_of_the_only_branch() -> None:
    found = resolved("人行", "人行雁州市中心支行")
    assert unit_id(found, "人行") == "岚东省/雁州市:人行"
    assert rule(found, "人行") == "short-branch"


def test_short_name_of_several_branches_is_doubtful() -> None:
    found = resolved("人行", "人行雁州市中心支行", "人行岚东省分行")
    assert unit_id(found, "人行") == "岚东省/雁州市/霁岭县:人行"
    assert [(d.code, d.mention) for d in found.doubts] == [("unit-ambiguous", "人行")]


def test_department_beside_a_merged_one_is_doubtful() -> None:
    found = resolved("县教育局", "县教育和体育局")
    assert [(d.code, d.mention) for d in found.doubts] == [("unit-ambiguous", "县教育局")]


def test_department_beside_its_branch_in_a_quarter_is_not_doubtful() -> None:
    found = resolved("县公安局", "县公安局城关分局")
    assert len(found.units) == 2
    assert found.doubts == ()


def test_unknown_function_is_told() -> None:
    found = resolved("县青苗促进办")
    assert [(d.code, d.severity) for d in found.doubts] == [("unit-unknown", "info")]
    assert found.units[0].function == "other"


@pytest.mark.parametrize("mention", ["霁岭师范学院", "县第一中学", "县青苗协会"])
def test_function_that_is_not_to_be_expected_is_not_missed(mention: str) -> None:
    found = resolved(mention)
    assert (found.units[0].function, found.doubts) == ("other", ())


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("县住建局", "abbreviation"),
        ("县住房和城乡建设局", "exact"),
        ("霁岭县住建局", "own-place"),
        ("住建局", "carried-prefix"),
        ("縣住建局", "normalised"),
        ("市住建局", "other-place"),
        ("各乡镇", "collective"),
    ],
)
def test_rule_of_each_decision(mention: str, expected: str) -> None:
    found = resolved("县住房和城乡建设局", mention)
    assert rule(found, mention) == expected


def test_rows_of_a_resolution() -> None:
    found = resolved("县住建局", "各乡镇", "县住房和城乡建设局", "市住建局", plan="霁岭县:1号")
    assert [(u.id, u.name, u.kind, u.jurisdiction_id) for u in found.units] == [
        (
            "岚东省/雁州市/霁岭县:住建局",
            "县住房和城乡建设局",
            "unit",
            "岚东省/雁州市/霁岭县",
        ),
        ("岚东省/雁州市/霁岭县:各乡镇", "各乡镇", "collective", "岚东省/雁州市/霁岭县"),
        ("岚东省/雁州市:住建局", "市住建局", "external", "岚东省/雁州市"),
    ]
    assert [(row.plan, row.mention, row.unit) for row in found.mentions] == [
        ("霁岭县:1号", "县住建局", "岚东省/雁州市/霁岭县:住建局"),
        ("霁岭县:1号", "各乡镇", "岚东省/雁州市/霁岭县:各乡镇"),
        ("霁岭县:1号", "县住房和城乡建设局", "岚东省/雁州市/霁岭县:住建局"),
        ("霁岭县:1号", "市住建局", "岚东省/雁州市:住建局"),
    ]
    assert found.jurisdictions == COUNTY


def test_places_of_units_are_given_with_those_above_them() -> None:
    found = resolved("县住建局", "国家发展改革委", "杭州市拱墅区发改局")
    assert [place.id for place in found.jurisdictions] == [
        "岚东省",
        "岚东省/雁州市",
        "岚东省/雁州市/霁岭县",
        "全国",
        "浙江省",
        "浙江省/杭州市",
        "浙江省/杭州市/拱墅区",
    ]


def test_plan_without_a_place_keeps_its_units_to_itself() -> None:
    found = resolved("县住建局", "县住房和城乡建设局", "市林草局", places=(), plan="p")
    assert [(u.id, u.kind, u.jurisdiction) for u in found.units] == [
        ("p:住建局", "unit", None),
        ("p:市林草局", "external", None),
    ]


def test_carried_prefix_in_a_city() -> None:
    assert ids(["市发改委", "住建局", "市住建局"], places=CITY) == [
        "岚东省/雁州市:发改局",
        "岚东省/雁州市:住建局",
        "岚东省/雁州市:住建局",
    ]
