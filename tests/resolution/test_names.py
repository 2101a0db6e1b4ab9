"""Kind, function and place of single names; expectations written by hand."""

from __future__ import annotations

import pytest

from graphmodel.model.records import Jurisdiction
from graphmodel.resolution import jurisdiction_chain
from tests.resolution.resolving import CITY, COUNTY, NATION, unit

OWN = [
    ("县政府办", "office"),
    ("县委办公室", "office"),
    ("县委组织部", "organization"),
    ("县委县政府督查室", "supervision_office"),
    ("县发展和改革委员会", "development_reform"),
    ("县教科文体局", "education_sports"),
    ("县科技和工业信息化局", "science"),
    ("县工信商务局", "industry_it"),
    ("县农业农村和水利局", "agriculture"),
    ("县文化广电旅游体育局", "culture_tourism"),
    ("县卫健委", "health"),
    ("县市监局", "market_regulation"),
    ("县食品药品监督管理局", "market_regulation"),
    ("县扶贫开发办公室", "rural_revitalization"),
    ("县国土资源局", "natural_resources"),
    ("县规划和自然资源局", "natural_resources"),
    ("县不动产登记中心", "natural_resources"),
    ("县自然资源局不动产登记中心", "natural_resources"),
    ("县公安局交警大队", "public_security"),
    ("县消防救援大队", "emergency"),
    ("县政府金融办", "finance_office"),
    ("县府办（金融）", "finance_office"),
    ("县地方金融监督管理局", "finance_office"),
    ("雁州金融监管分局霁岭监管支局", "banking_regulator"),
    ("中国人民银行霁岭县支行", "central_bank"),
    ("国家税务总局霁岭县税务局", "tax"),
    ("国家统计局霁岭调查队", "statistics_survey"),
    ("市生态环境局霁岭分局", "ecology"),
    ("雁州市公安局霁岭县分局", "public_security"),
    ("生态环境霁岭分局", "ecology"),
    ("市住房公积金管理中心霁岭管理部", "housing_fund"),
    ("县政务服务和数据管理局", "admin_approval"),
    ("县12345热线服务中心", "hotline_center"),
    ("县优化营商环境工作领导小组办公室", "business_env_office"),
    ("县电力局", "power_supply"),
    ("霁岭循环经济产业园管委会", "industrial_park"),
    ("霁岭现代农业示范区", "industrial_park"),
    ("团县委", "youth_league"),
    ("共青团霁岭县委", "youth_league"),
    ("县委老干部局", "organization"),
    ("县委国安办", "other"),
    ("县公积金管理部", "housing_fund"),
    ("县交通运输综合行政执法大队", "transport"),
    ("芦溪镇人民政府", "township"),
    ("望川街道办事处", "township"),
]

OUTSIDE = [
    ("县供电公司", "power_supply", "霁岭县"),
    ("国网霁岭县供电公司", "power_supply", "霁岭县"),
    ("国网雁州供电公司", "power_supply", "雁州市"),
    ("岚东水务集团霁岭有限公司", "water_supply", "霁岭县"),
    ("霁岭清源供水有限公司", "water_supply", "霁岭县"),
    ("县燃气公司", "gas_supply", "霁岭县"),
    ("移动霁岭分公司", "telecom", "霁岭县"),
    ("县城投公司", "other", "霁岭县"),
    ("县农商银行", "other", "霁岭县"),
    ("邮储银行霁岭县支行", "other", "霁岭县"),
    ("市林草局", "forestry", "雁州市"),
    ("雁州市自然资源和规划局", "natural_resources", "雁州市"),
    ("雁州海关", "customs", "雁州市"),
    ("省发改委", "development_reform", "岚东省"),
    ("教育厅", "education_sports", "岚东省"),
    ("财政部", "finance", "全国"),
    ("国家发展改革委", "development_reform", "全国"),
    ("海关总署", "customs", "全国"),
]

GROUPS = [
    ("各乡镇", "township"),
    ("各镇（街道）", "township"),
    ("乡镇人民政府", "township"),
    ("街道办事处", "township"),
    ("各县（市、区）人民政府", "township"),
    ("便民服务中心", "township"),
    ("各乡镇财政所", "township"),
    ("各有关省级人民政府", "collective"),
    ("有关设区市", "collective"),
    ("各县区疾控中心", "collective"),
    ("县直有关部门", "collective"),
    ("县级各部门", "collective"),
    ("驻霁有关单位", "collective"),
    ("涉企部门", "collective"),
    ("各商业银行", "collective"),
    ("金融机构", "collective"),
    ("水电气暖公司", "collective"),
    ("领导小组成员单位", "collective"),
    ("在岚高校", "collective"),
]


@pytest.mark.parametrize(("mention", "function"), OWN)
def test_body_of_the_county(mention: str, function: str) -> None:
    found = unit(mention)
    assert (found.kind, found.function, found.jurisdiction) == ("unit", function, "霁岭县")


@pytest.mark.parametrize(("mention", "function", "place"), OUTSIDE)
def test_body_from_outside(mention: str, function: str, place: str) -> None:
    found = unit(mention)
    assert (found.kind, found.function, found.jurisdiction) == ("external", function, place)


@pytest.mark.parametrize(("mention", "function"), GROUPS)
def test_group(mention: str, function: str) -> None:
    found = unit(mention)
    assert (found.kind, found.function) == ("collective", function)


@pytest.mark.parametrize("mention", ["驻马店市公安局", "县各界青年活动站", "乡村振兴局", "区政府"])
def test_no_group(mention: str) -> None:
    assert unit(mention).kind != "collective"


@pytest.mark.parametrize(
    ("mention", "functions"),
    [
        ("县教科体局", ("education_sports", "science")),
        ("县发展改革和科技商务局", ("development_reform", "science", "commerce")),
        ("县农业农村局（县乡村振兴局）", ("agriculture", "rural_revitalization")),
        ("县住建和交通运输局", ("housing", "transport")),
        ("县政府办金融股", ("finance_office", "office")),
    ],
)
def test_merged_bodies_have_several_functions(mention: str, functions: tuple[str, ...]) -> None:
    assert unit(mention).functions == functions


@pytest.mark.parametrize(
    ("mention", "kind", "function"),
    [
        ("市委组织部（市委人才办）", "unit", "organization"),
        ("雁州海关", "unit", "customs"),
        ("人行雁州市分行", "unit", "central_bank"),
        ("雁州金融监管分局", "unit", "banking_regulator"),
        ("霁岭县人民政府", "external", "other"),
        ("梓荫区发改局", "external", "development_reform"),
        ("市教委", "unit", "education_sports"),
        ("市公安局网安支队", "unit", "public_security"),
        ("省电力公司", "external", "power_supply"),
    ],
)
def test_in_the_plan_of_a_city(mention: str, kind: str, function: str) -> None:
    found = unit(mention, places=CITY)
    assert (found.kind, found.function) == (kind, function)


@pytest.mark.parametrize(
    ("mention", "unit_id", "function"),
    [
        ("发展改革委", "全国:发改委", "development_reform"),
        ("国家卫生健康委", "全国:卫健委", "health"),
        ("国务院国资委", "全国:国资委", "state_assets"),
        ("中央宣传部", "全国:宣传部", "propaganda"),
        ("粮食和储备局", "全国:粮储局", "grain"),
        ("共青团中央", "全国:团委", "youth_league"),
        ("最高人民法院", "全国:最高法院", "court"),
    ],
)
def test_in_a_plan_of_the_nation(mention: str, unit_id: str, function: str) -> None:
    found = unit(mention, places=NATION)
    assert (found.id, found.kind, found.function) == (unit_id, "unit", function)


@pytest.mark.parametrize(
    ("place", "mention", "owner"),
    [
        ("阿拉善左旗", "旗发改委", "阿拉善左旗"),
        ("阿拉善左旗", "盟发改委", "阿拉善盟"),
        ("阿拉善左旗", "自治区财政厅", "内蒙古自治区"),
        ("延边朝鲜族自治州", "州财政局", "延边朝鲜族自治州"),
        ("延边朝鲜族自治州", "延边州税务局", "延边朝鲜族自治州"),
        ("义乌市", "市发改局", "义乌市"),
        ("义乌市", "金华市发改委", "金华市"),
        ("渝北区", "市财政局", "重庆市"),
        ("渝北区", "区教委", "渝北区"),
        ("浦东新区", "区商务委", "浦东新区"),
        ("公安县", "公安局", "公安县"),
        ("市中区", "市中医院", "枣庄市"),
    ],
)
def test_level_words_mean_the_places_of_the_plan(place: str, mention: str, owner: str) -> None:
    places = jurisdiction_chain(place, "枣庄市")
    assert unit(mention, places=places).jurisdiction == owner


def test_short_place_name_tells_the_branch_of_the_nation_from_the_local_body() -> None:
    province = jurisdiction_chain("浙江省", "")
    assert unit("浙江金融监管局", places=province).function == "banking_regulator"
    assert unit("省金融监管局", places=province).function == "finance_office"


def test_place_known_to_the_country_hangs_in_its_own_line() -> None:
    found = unit("杭州市拱墅区发改局", places=jurisdiction_chain("浙江省", ""))
    assert found.id == "浙江省/杭州市/拱墅区:发改局"
    assert found.kind == "external"


@pytest.mark.parametrize("places", [COUNTY, CITY, NATION, ()])
def test_nonsense_is_kept(places: tuple[Jurisdiction, ...]) -> None:
    for mention in ("", "（）", "县", "x" * 500, "各", "（筹）", "和", "\ud800"):
        assert unit(mention, places=places).id
