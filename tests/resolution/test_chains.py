"""The line of places above a plan's."""

from __future__ import annotations

import pytest

from graphmodel.resolution import jurisdiction_chain
from tests.resolution.resolving import resolved


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("永登县", "甘肃省/兰州市/永登县"),
        ("瑞安市", "浙江省/温州市/瑞安市"),
        ("温州市", "浙江省/温州市"),
        ("山东省", "山东省"),
        ("重庆市", "重庆市"),
        ("渝北区", "重庆市/渝北区"),
        ("仙桃市", "湖北省/仙桃市"),
        ("东莞市", "广东省/东莞市"),
        ("延边州", "吉林省/延边朝鲜族自治州"),
        ("阿拉善左旗", "内蒙古自治区/阿拉善盟/阿拉善左旗"),
        ("香港特别行政区", "香港特别行政区"),
        ("杭州市拱墅区", "浙江省/杭州市/拱墅区"),
        ("枣庄市市中区", "山东省/枣庄市/市中区"),
        ("神木县", "陕西省/榆林市/神木县"),
        ("永登县人民政府", "甘肃省/兰州市/永登县"),
        ("永登县龙泉寺镇", "甘肃省/兰州市/永登县/龙泉寺镇"),
        ("內蒙古自治區", "内蒙古自治区"),
        ("永 登 县", "甘肃省/兰州市/永登县"),
    ],
)
def test_place_of_the_country(name: str, expected: str) -> None:
    assert jurisdiction_chain(name, "")[-1].id == expected


def test_rows_of_a_chain() -> None:
    rows = [(p.id, p.name, str(p.level), p.parent) for p in jurisdiction_chain("永登县", "")]
    assert rows == [
        ("甘肃省", "甘肃省", "province", None),
        ("甘肃省/兰州市", "兰州市", "city", "甘肃省"),
        ("甘肃省/兰州市/永登县", "永登县", "county", "甘肃省/兰州市"),
    ]


@pytest.mark.parametrize("name", ["全国", "国家", "中华人民共和国"])
def test_nation(name: str) -> None:
    assert [(p.id, str(p.level)) for p in jurisdiction_chain(name, "")] == [("全国", "nation")]


@pytest.mark.parametrize("name", [None, "", "  "])
def test_no_place(name: str | None) -> None:
    assert jurisdiction_chain(name, "永登县") == ()


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ("南京市鼓楼区人民政府办公室文件", "江苏省/南京市/鼓楼区"),
        ("根据福州市委的部署，鼓楼区", "福建省/福州市/鼓楼区"),
        ("河南省优化营商环境条例", "河南省/开封市/鼓楼区"),
        ("各街道办事处", "鼓楼区"),
        ("江苏省有两个", "鼓楼区"),
    ],
)
def test_repeated_name_is_told_apart_by_the_context(context: str, expected: str) -> None:
    found = jurisdiction_chain("鼓楼区", context)
    assert found[-1].id == expected
    assert str(found[-1].level) == "county"


@pytest.mark.parametrize(
    ("name", "context", "expected"),
    [
        ("霁岭县", "\n雁汀市霁岭县人民政府办公室", "雁汀市/霁岭县"),
        ("霁岭县", "依据宝鸡市霁岭县规划", "陕西省/宝鸡市/霁岭县"),
        ("霁岭县", "根据雁汀市霁岭县规划", "霁岭县"),
        ("霁岭县", "中共雁汀市霁岭县委员会", "雁汀市/霁岭县"),
        ("岚东省雁汀市霁岭县", "", "岚东省/雁汀市/霁岭县"),
        ("雁汀市", "岚东省", "雁汀市"),
        ("霁岭市", "，雁汀市霁岭市", "雁汀市/霁岭市"),
        ("云溪高新区", "", "云溪高新区"),
    ],
)
def test_invented_place_hangs_where_the_words_put_it(
    name: str, context: str, expected: str
) -> None:
    assert jurisdiction_chain(name, context)[-1].id == expected


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("岚东省", "province"),
        ("雁汀市", "city"),
        ("霁岭县", "county"),
        ("云溪高新区", "county"),
        ("芦溪镇", "township"),
        ("望川街道", "township"),
    ],
)
def test_level_of_an_invented_place(name: str, level: str) -> None:
    assert [str(place.level) for place in jurisdiction_chain(name, "")] == [level]


def test_place_of_a_plan_that_its_branches_tell() -> None:
    found = resolved("省发展改革委", "浙江金融监管局", "人行浙江省分行", places=())
    assert [(unit.id, unit.kind) for unit in found.units] == [
        ("浙江省:发改委", "unit"),
        ("浙江省:国家金融监管局", "unit"),
        ("浙江省:人行", "unit"),
    ]


@pytest.mark.parametrize(
    "mentions",
    [("省发展改革委", "浙江金融监管局", "江苏金融监管局"), ("县发改局", "浙江金融监管局")],
)
def test_branches_of_several_places_or_of_another_level_tell_nothing(
    mentions: tuple[str, ...],
) -> None:
    assert resolved(*mentions, places=()).units[0].jurisdiction_id is None
