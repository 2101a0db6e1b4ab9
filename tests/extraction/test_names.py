"""Lists of bodies split into mentions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.extraction.names import has_ending, is_body, split_names

BODIES = (
    *("县发展和改革局", "县住建局", "县公安局", "县文化和旅游局", "县自然资源局", "县委编办"),
    *("县政府办公室", "县工信局（县科技局）", "国网澄原供电公司", "县税务局", "县纪委监委"),
    *("市生态环境局澄原分局", "县卫生健康委", "县人民法院", "县融媒体中心", "县总工会"),
)
COLLECTIVES = ("各乡镇", "各部门", "县直有关部门", "各乡镇人民政府（街道）", "各金融机构")


def split(text: str) -> list[str]:
    return [name.words for name in split_names(text).names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县住建局", ["县住建局"]),
        ("县住建局、县公安局", ["县住建局", "县公安局"]),
        ("县住建局，县公安局", ["县住建局", "县公安局"]),
        ("县住建局,县公安局；县税务局;县财政局", ["县住建局", "县公安局", "县税务局", "县财政局"]),
        ("县住建局/县公安局", ["县住建局", "县公安局"]),
        ("县住建局。", ["县住建局"]),
        ("市发改委、住建局", ["市发改委", "住建局"]),
        ("", []),
        ("、、", []),
        ("无", []),
        ("县住建局、无", ["县住建局"]),
    ],
)
def test_separators(text: str, names: list[str]) -> None:
    assert split(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县住建局和县公安局", ["县住建局", "县公安局"]),
        ("县住建局及县公安局", ["县住建局", "县公安局"]),
        ("县住建局与县公安局", ["县住建局", "县公安局"]),
        ("县住建局以及各乡镇", ["县住建局", "各乡镇"]),
        ("县住建局、县公安局及各乡镇", ["县住建局", "县公安局", "各乡镇"]),
        ("县发展和改革局", ["县发展和改革局"]),
        ("县发展和改革局和县教育和科学技术局", ["县发展和改革局", "县教育和科学技术局"]),
        ("县文化和旅游文物局及县住房和城乡建设局", ["县文化和旅游文物局", "县住房和城乡建设局"]),
        (
            "自然资源和规划分局、县人力资源和社会保障局",
            ["自然资源和规划分局", "县人力资源和社会保障局"],
        ),
        ("县防汛和抗旱指挥部办公室", ["县防汛和抗旱指挥部办公室"]),
    ],
)
def test_and_between_two_bodies_but_not_inside_a_name(text: str, names: list[str]) -> None:
    assert split(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县住建局县公安局", ["县住建局", "县公安局"]),
        ("县级相关部门各乡镇人民政府（街道）", ["县级相关部门", "各乡镇人民政府（街道）"]),
        ("县政府办公室各乡镇", ["县政府办公室", "各乡镇"]),
        ("县卫生健康委县医保局", ["县卫生健康委", "县医保局"]),
        ("县委办公室", ["县委办公室"]),
        ("县委县政府督查室", ["县委县政府督查室"]),
        ("市场监管总局县局", ["市场监管总局县局"]),
        ("县城市管理局", ["县城市管理局"]),
        ("县市场监管局", ["县市场监管局"]),
        ("县区域合作办公室", ["县区域合作办公室"]),
    ],
)
def test_two_bodies_that_stand_glued(text: str, names: list[str]) -> None:
    assert split(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("各乡镇人民政府（街道）", ["各乡镇人民政府（街道）"]),
        ("县工信局（县科技局）、县公安局", ["县工信局（县科技局）", "县公安局"]),
        (
            "县政府办（县金融办、县外事办）、县公安局",
            ["县政府办（县金融办、县外事办）", "县公安局"],
        ),
        ("县工信局(县科技局)和县公安局", ["县工信局(县科技局)", "县公安局"]),
        ("县发改局（县粮食和物资储备局）", ["县发改局（县粮食和物资储备局）"]),
        ("县防汛、抗旱指挥部办公室", ["县防汛、抗旱指挥部办公室"]),
        ("县防汛、抗旱指挥部办公室、县应急局", ["县防汛、抗旱指挥部办公室", "县应急局"]),
    ],
)
def test_brackets_and_separators_inside_a_name(text: str, names: list[str]) -> None:
    assert split(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("各市党委、政府", ["各市党委、政府"]),
        ("市直有关部门、单位", ["市直有关部门、单位"]),
        ("各部门、各单位", ["各部门", "各单位"]),
        ("各乡镇、县直相关部门", ["各乡镇", "县直相关部门"]),
        ("澄东区、澄西区人民政府", ["澄东区", "澄西区人民政府"]),
        ("各县区、各有关部门", ["各县区", "各有关部门"]),
    ],
)
def test_groups(text: str, names: list[str]) -> None:
    assert split(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县公安局等部门", ["县公安局"]),
        ("县公安局、县税务局等单位", ["县公安局", "县税务局"]),
        ("县公安局、县税务局等相关部门", ["县公安局", "县税务局"]),
        ("县公安局、县税务局等各部门", ["县公安局", "县税务局"]),
        ("县公安局、县税务局等有关部门和单位", ["县公安局", "县税务局"]),
        ("县公安局、县税务局等8个部门", ["县公安局", "县税务局"]),
        ("县公安局、县税务局等八部门", ["县公安局", "县税务局"]),
        ("县公安局、县税务局等", ["县公安局", "县税务局"]),
        ("县公安局等县级相关部门", ["县公安局", "县级相关部门"]),
        ("县公安局等行政审批服务部门", ["县公安局", "行政审批服务部门"]),
        ("县公安局等涉农单位", ["县公安局", "涉农单位"]),
        ("县公安局等相关单位及各乡镇", ["县公安局", "各乡镇"]),
        ("县公安局等部门、各乡镇", ["县公安局", "各乡镇"]),
    ],
)
def test_list_left_open(text: str, names: list[str]) -> None:
    found = split_names(text)
    assert [name.words for name in found.names] == names
    assert found.open_ended


@pytest.mark.parametrize(
    "text",
    ["县公安局", "县教育局、各高等院校", "县中等职业学校", "各乡镇、相关部门", "县优等品办公室"],
)
def test_list_not_left_open(text: str) -> None:
    assert not split_names(text).open_ended


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由县住建局", ["县住建局"]),
        ("综合协调组县应急局", ["县应急局"]),
        ("县住建局、县公安局共同", ["县住建局", "县公安局"]),
        ("县住建局（", ["县住建局"]),
        ("）县住建局", ["县住建局"]),
        ("县公an局、县稅务局", ["县公an局", "县稅务局"]),
    ],
)
def test_words_around_a_name_are_left_out_and_damage_stays(text: str, names: list[str]) -> None:
    assert split(text) == names


def test_offsets_count_from_the_base() -> None:
    text = "由县住建局和各乡镇等部门"
    assert split_names(text).names == (("县住建局", 1, 5), ("各乡镇", 6, 9))
    assert split_names(text, base=100).names == (("县住建局", 101, 105), ("各乡镇", 106, 109))


@given(
    st.lists(st.sampled_from(BODIES + COLLECTIVES), min_size=1, max_size=8),
    st.lists(st.sampled_from("、，；/和及与") | st.just("以及"), min_size=8, max_size=8),
    st.sampled_from(["", "等部门", "等有关单位"]),
)
def test_joined_names_come_apart(names: list[str], joints: list[str], tail: str) -> None:
    text = names[0] + "".join(map("".join, zip(joints, names[1:], strict=False))) + tail
    found = split_names(text)
    assert [name.words for name in found.names] == names
    assert found.open_ended == bool(tail)


@given(st.text("县住建局公安各乡镇部门单位等和及以、，（）()〔〕省市委办12级高无", max_size=40))
def test_names_stand_in_the_text_one_behind_the_other(text: str) -> None:
    position = 0
    for name in split_names(text).names:
        assert position <= name.start < name.end
        assert text[name.start : name.end] == name.words
        position = name.end


@pytest.mark.parametrize("name", [*BODIES, *COLLECTIVES, "县局(分局)", "省厅", "大学"])
def test_names_have_the_ending_of_a_body(name: str) -> None:
    assert has_ending(name)
    assert is_body(name)


@pytest.mark.parametrize("name", ["审批", "推进", "无", "待定", "另行通知", "", "局"])
def test_other_words_are_no_bodies(name: str) -> None:
    assert not is_body(name)


def test_end_of_a_long_text_is_what_counts() -> None:
    assert has_ending("甲" * 100_000 + "局")
    assert not has_ending("局" * 100_000 + "甲")


@pytest.mark.parametrize("words", ["各市、县（市、区）政府", "各市、县〔市、区〕人民政府"])
def test_one_each_over_several_levels_stays_whole(words: str) -> None:
    names = split_names(f"省发展改革委、{words}、省气象局").names
    assert [name.words for name in names] == ["省发展改革委", words, "省气象局"]
