"""Targets: the numbers that an item sets, and those that it only mentions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.extraction.quantities import Quantity, find_quantities
from graphmodel.model.vocabulary import Operator
from tests.extraction.drafts import item

AT_MOST, AT_LEAST, EQUAL = Operator.AT_MOST, Operator.AT_LEAST, Operator.EQUAL
UP, DOWN = Operator.UP_BY, Operator.DOWN_BY


def found(text: str) -> list[tuple[Operator, float, str]]:
    return [(q.op, q.value, q.unit) for q in find_quantities(text, 0, len(text), 0)]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("审批时限压缩至5个工作日", [(AT_MOST, 5, "工作日")]),
        ("审批时限压减到3天以内", [(AT_MOST, 3, "天")]),
        ("将办理环节精简为2个", [(AT_MOST, 2, "个")]),
        ("办理时间不超过1.5小时", [(AT_MOST, 1.5, "小时")]),
        ("办理时间不超过\n20\n分钟", [(AT_MOST, 20, "分钟")]),
        ("3个工作日内办结", [(AT_MOST, 3, "工作日")]),
        ("在5个工作日以内完成答复", [(AT_MOST, 5, "工作日")]),
        ("审批时限由60天压缩至50天", [(AT_MOST, 50, "天")]),
        ("审批时限从20个工作日减少到12个工作日", [(AT_MOST, 12, "工作日")]),
        ("分别压减至90个和60个工作日以内", [(AT_MOST, 90, "工作日"), (AT_MOST, 60, "工作日")]),
        ("水、气报装时限分别不超过5天、6天", [(AT_MOST, 5, "天"), (AT_MOST, 6, "天")]),
        ("办理环节减少至三个环节", [(AT_MOST, 3, "环节")]),
        ("新增企业不少于1,200家", [(AT_LEAST, 1200, "家")]),
        ("网办率达到95%以上", [(AT_LEAST, 95, "%")]),
        ("满意度不低于98.5％", [(AT_LEAST, 98.5, "％")]),
        ("服务企业达100家以上", [(AT_LEAST, 100, "家")]),
        ("全年至少组织4次活动", [(AT_LEAST, 4, "次")]),
        ("90%以上的事项实现网上办理", [(AT_LEAST, 90, "%")]),
        ("累计培训500人次以上", [(AT_LEAST, 500, "人次")]),
        ("投资增长10%", [(UP, 10, "%")]),
        ("投资增速达到8%以上", [(UP, 8, "%")]),
        ("投资增长不低于8%", [(UP, 8, "%")]),
        ("占比提高2个百分点", [(UP, 2, "百分点")]),
        ("成本下降15%", [(DOWN, 15, "%")]),
        ("申请材料压减30%", [(DOWN, 30, "%")]),
        ("每季度召开一次会议", [(EQUAL, 1, "次")]),
        ("新建示范园区3个", [(EQUAL, 3, "个")]),
        ("打造2个示范窗口", [(EQUAL, 2, "个")]),
        ("流程压缩至2个环节、3个工作日", [(AT_MOST, 2, "环节"), (AT_MOST, 3, "工作日")]),
        ("新建停车场3个、充电桩50座", [(EQUAL, 3, "个"), (EQUAL, 50, "座")]),
    ],
)
def test_targets(text: str, targets: list[tuple[Operator, float, str]]) -> None:
    assert found(text) == targets


@pytest.mark.parametrize(
    "text",
    [
        "2024年底前完成",
        "3月31日前报送",
        "落实“3+2”工作机制",
        "推行“1+18”模式",
        "推进“6项改革”",
        "甲政发〔2024〕12号",
        "对超过200万元的货物项目",
        "年销售额500万元及以下的企业",
        "实施“两步申报”",
        "推进“三零”服务",
        "第2季度",
        "电话0123-4567890",
        "原来需要60天",
        "A4纸",
        "5G网络",
        "合并为一次办理",
        "版本2.0上线",
    ],
)
def test_numbers_that_set_nothing(text: str) -> None:
    assert found(text) == []


def test_number_of_absurd_length_is_no_target() -> None:
    assert all(value < 1e15 for _, value, _ in found(f"时限压缩至{'9' * 400}天"))


def test_metric_is_what_stands_before_the_number() -> None:
    text = "优化流程，将企业开办时限压缩至1个工作日。"
    (quantity,) = find_quantities(text, 0, len(text), 0)
    assert quantity == Quantity(AT_MOST, 1.0, "工作日", "企业开办时限", 15, 20)
    assert text[15:20] == "1个工作日"


def test_title_and_body_count_once() -> None:
    task = item("企业开办压缩至1天。推行一窗受理，企业开办时限压缩至1天。（县住建局牵头）")
    assert [(q.op, q.value, q.unit) for q in task.targets] == [(AT_MOST, 1, "天")]


def test_numbers_of_title_and_body_that_differ_are_two() -> None:
    task = item("企业开办压缩至1天。简易注销压缩至2天。（县住建局牵头）")
    assert [q.value for q in task.targets] == [1, 2]


def test_numbers_inside_an_attribution_are_none() -> None:
    assert item("推进。（县住建局牵头，3个工作日内办结）").targets == ()


@given(
    st.integers(1, 9999),
    st.sampled_from(["天", "个工作日", "小时", "分钟", "%", "个", "次", "家"]),
    st.sampled_from(["", " ", "\n", "\r\n"]),
)
def test_any_limit(value: int, unit: str, gap: str) -> None:
    expected = (AT_MOST, float(value), unit.removeprefix("个") or "个")
    assert found(f"优化流程，办理时限不超过{gap}{value}{gap}{unit}。") == [expected]


@given(st.text("0123456789.,、和至十两个天%年月项压缩不超过达到增长以上内\n“”，", max_size=60))
def test_values_are_finite_and_stand_in_the_text(text: str) -> None:
    for quantity in find_quantities(text, 0, len(text), 0):
        assert 0 <= quantity.value < 1e60
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.unit
