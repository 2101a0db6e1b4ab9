"""W001 and W002: how work is spread. P001: data of persons."""

from __future__ import annotations

import pytest

from tests.checks.checking import HEAD, facts, findings, tasks, words

OTHERS = ("县财政局", "县税务局", "县司法局", "县公安局", "县教育局", "县民政局")


def led_by(*names: str) -> str:
    return tasks(*(f"第{n}件事。抓好落实。（{name}负责）" for n, name in enumerate(names, 1)))


def test_w001_overloaded_unit() -> None:
    # Loads 5, 1, 1, 1, 1, 1, 1: MAD is 0, the mean absolute deviation 4/7; z = 0.7979·4/(4/7).
    text = led_by(*["县审批局"] * 5, *OTHERS)
    (found,) = findings(text, "W001")
    assert text[found.start : found.end] == "县审批局"
    assert [text[slice(*span)] for span in found.also] == ["县审批局"] * 4
    assert "牵头 5 项任务，负荷 5.0" in found.message.zh
    assert "5.6 > 3.5" in found.message.zh


def test_w001_two_tasks_are_no_overload() -> None:
    assert words(led_by(*["县审批局"] * 2, *OTHERS), "W001") == []


def test_w002_boilerplate_supporters() -> None:
    tail = "各乡镇、县产业园管委会"
    text = tasks(
        f"第1件事。（牵头单位：县审批局；配合单位：县财政局、{tail}）",
        f"第2件事。（牵头单位：县司法局；配合单位：县税务局、{tail}）",
        "第3件事。（牵头单位：县公安局；配合单位：县民政局）",
    )
    assert words(text, "W002") == ["各乡镇", "县产业园管委会"]
    assert words(text.replace(f"县税务局、{tail}", "县税务局"), "W002") == []


@pytest.mark.parametrize(
    ("line", "masked"),
    [
        ("联系人：张三丰", ["■■■"]),
        ("联系电话：13900000000", ["■■■■■■■■■■■"]),
        ("联系人：张三丰  电话：0931-8400000", ["■■■", "■■■■■■■■■■■■"]),
        ("电子邮箱：yunling@example.com", ["■" * 19]),
        ("组长：张三丰  县委常委、副县长", []),
        ("咨询请拨打12345。", []),
    ],
)
def test_p001_contact_data(line: str, masked: list[str]) -> None:
    text = f"{HEAD}{line}\n一、主要任务\n1.精简审批。（县审批局负责）\n"
    kept = facts(text).texts[0].text
    assert [kept[f.start : f.end] for f in findings(text, "P001")] == masked
