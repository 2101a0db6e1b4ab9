"""N001 to N004: names of bodies."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks.checking import findings, tasks, words


def led(*names: str) -> str:
    return tasks(*(f"第{n}件事。抓好落实。（牵头单位：{name}）" for n, name in enumerate(names, 1)))


def test_n001_misspelling() -> None:
    text = led("县财政局", "县财攻局", "县司法局")
    (found,) = findings(text, "N001")
    assert text[found.start : found.end] == "县财攻局"
    assert found.correction == "县财政局"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("县华仪天燃气有限公司", "县华仪天然气有限公司"),
        ("市生态环境局云岭托局", "市生态环境局云岭分局"),
    ],
)
def test_n001_corrects_the_one_character(wrong: str, right: str) -> None:
    text = led(wrong, "县华仪天然气公司", "市生态环境局云岭分局", "市生态环境局云岭分局")
    assert [finding.correction for finding in findings(text, "N001")] == [right]


def test_n002_ambiguous_short_name() -> None:
    text = led("人行雁州市中心支行", "人行青禾市中心支行", "人行")
    (found,) = findings(text, "N002")
    assert text[found.start : found.end + 1] == "人行）"
    assert "“人行雁州市中心支行”、“人行青禾市中心支行”" in found.message.zh
    # One is of the plan's own place, or the only one.
    assert words(led("人行云岭支行", "人行雁州市中心支行", "人行"), "N002") == []
    assert words(led("人行雁州市中心支行", "人行"), "N002") == []


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("县政府办", "县政府办公室"), ["县政府办公室"]),
        (("县发展和改革局", "县发改局", "县发改局"), ["县发改局"]),
        (("县教体局", "县教育局"), ["县教育局"]),
        (("人行云岭支行", "人行"), ["人行"]),
        # The place in full, or a second name in brackets, is no other name.
        (("云岭县财政局", "县财政局", "财政局"), []),
        (("县市场监管局（县知识产权局）", "县市场监管局"), []),
        # Groups may be called as one likes; slips and former names have rules of their own.
        (("各乡镇", "各乡镇人民政府"), []),
        (("县财政局", "县财攻局"), []),
        (("县生态环境局", "县环保局"), []),
    ],
)
def test_n003_two_names(names: tuple[str, ...], found: list[str]) -> None:
    assert words(led(*names), "N003") == found


def test_n003_shows_the_other_name() -> None:
    text = led("县政府办", "县政府办公室")
    (found,) = findings(text, "N003")
    assert [text[slice(*span)] for span in found.also] == ["县政府办"]


@pytest.mark.parametrize(
    ("name", "present"),
    [
        ("县环保局", "县生态环境局"),
        ("县扶贫办", "县乡村振兴局"),
        ("省国土资源厅", "省自然资源厅"),
        ("县生态环境局", None),
        ("县林业局", None),  # many places have kept it
        ("县建设环保局", None),  # another name, not a former one
    ],
)
def test_n004_former_names(name: str, present: str | None) -> None:
    found = [finding.correction for finding in findings(led(name, "县财政局"), "N004")]
    assert found == ([present] if present else [])


@pytest.mark.parametrize(("day", "is_found"), [("2018", False), ("2019", True)])
def test_n004_asks_when_the_plan_is_of(day: str, is_found: bool) -> None:
    text = led("县环保局", "县财政局").replace("2024年3月1日", "")
    assert words(text, "N004") == []
    assert words(text, "N004", date(int(day), 6, 30)) == (["县环保局"] if is_found else [])
    assert bool(words(text.replace("一、", f"{day}年3月1日\n\n一、"), "N004")) is is_found


def test_n004_a_former_name_beside_the_present_one_needs_no_date() -> None:
    text = led("县环保局", "县生态环境局").replace("2024年3月1日", "")
    assert words(text, "N004") == ["县环保局"]
