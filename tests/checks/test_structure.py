"""D001 to D007: counts, numbers, annexes, brackets, references."""

from __future__ import annotations

import pytest

from tests.checks.checking import HEAD, findings, tasks, words

LED = "（牵头单位：县审批局）"


def headed(heading: str, *numbers: int, between: str = "") -> str:
    items = "".join(f"{n}.第{n}件事。抓好落实。{LED}\n" for n in numbers)
    return f"{HEAD}一、主要任务\n（一）{heading}\n{between}{items}二、保障措施\n加强领导。\n"


@pytest.mark.parametrize(
    ("heading", "between", "numbers", "found"),
    [
        ("改善设施环境（3项）", "", (1, 2), [("3项", "2项")]),
        ("改善设施环境（2项）", "", (1, 2), []),
        ("改善设施环境（三项任务）", "", (1, 2), [("三项", "两项")]),
        ("深化“4项改革”", "", (1, 2, 3), [("4项", "3项")]),
        ("深化“三项制度”改革", "", (1, 2), []),
        ("推进“三项制度”", "", (1, 2), []),
        ("改善设施环境", "重点抓好以下五个方面：\n", (1, 2), [("五个", "两个")]),
        ("改善设施环境", "重点抓好以下两个方面工作。\n", (1, 2), []),
        ("改善设施环境（10项）", "", (), []),
        ("改善设施环境（4项）", "", (1, 2, 4), [("4项", "3项")]),
    ],
)
def test_d001_counts_of_items(
    heading: str, between: str, numbers: tuple[int, ...], found: list[tuple[str, str]]
) -> None:
    text = headed(heading, *numbers, between=between)
    said = [(text[f.start : f.end], f.correction) for f in findings(text, "D001")]
    assert said == found


def test_d001_counts_a_number_that_is_printed_within_a_line() -> None:
    text = f"{HEAD}一、任务（3项）\n1.甲。{LED}乙事，2.丙。\n3.丁。{LED}\n"
    assert words(text, "D001") == []
    assert words(text.replace("乙事，2.", ""), "D001") == ["3项"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("包含四个二级指标，分别为流程、耗时、费用。", ["四个"]),
        ("包含四个二级指标，分别为流程、耗时、费用和便利度。", []),
        ("包含三个二级指标，分别为流程、创造和保护、便利度。", []),
        ("包含四个二级指标，分别为流程、创造和保护、便利度。", []),
        ("包含五个二级指标，分别为流程、创造和保护、便利度。", ["五个"]),
        ("包含四个二级指标，分别为流程、耗时等。", []),
        ("包含两个二级指标，分别为流程（环节、耗时）、费用。", []),
        ("四个方面同时推进。", []),
    ],
)
def test_d001_counts_of_enumerations(sentence: str, found: list[str]) -> None:
    assert words(tasks(f"开办企业。{sentence}{LED}"), "D001") == found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((1, 2, 3), []),
        ((1, 2, 4), [("4.第4件事", "缺少编号 3")]),
        ((1, 2, 2, 3), [("2.第2件事", "编号 2 重复")]),
        ((2, 3), [("2.第2件事", "缺少编号 1")]),
        # A list that begins anew.
        ((1, 2, 1, 2), []),
    ],
)
def test_d002_numbering(numbers: tuple[int, ...], found: list[tuple[str, str]]) -> None:
    text = headed("改善设施环境", *numbers)
    said = [(text[f.start : f.end], f.message.zh) for f in findings(text, "D002")]
    assert said == found


def test_d002_numbers_may_run_on_across_headings() -> None:
    def plan(first: int) -> str:
        more = "".join(f"{n}.第{n}件事。（县财政局负责）\n" for n in (first, first + 1))
        one = f"1.第1件事。{LED}\n2.第2件事。{LED}\n"
        return f"{HEAD}一、任务\n（一）甲类\n{one}（二）乙类\n{more}"

    assert words(plan(3), "D002") == []
    assert words(plan(1), "D002") == []
    assert words(plan(4), "D002") == ["4.第4件事"]


def test_d002_a_number_that_is_printed_within_a_line_is_not_missing() -> None:
    text = f"{HEAD}一、任务\n1.甲。{LED}乙事，2.丙。\n3.丁。{LED}\n"
    assert words(text, "D002") == []


def test_d003_missing_annex() -> None:
    text = tasks(f"精简审批。{LED}") + "\n附件：任务分解表\n"
    assert words(text, "D003") == ["任务分解表"]


ANNEX = "附件1\n任务分解表\n序号\t任务\t牵头单位\t配合单位\n"


def test_d004_rows_of_an_annex() -> None:
    body = tasks("推进审批制度改革。全面梳理。（牵头单位：县住建局）", "规范收费。（县财政局负责）")
    agreeing = body + ANNEX + "1\t推进审批制度改革\t县住建局\t县公安局\n"
    assert words(agreeing, "D004") == []
    text = body + ANNEX + "1\t推进审批制度改革\t县司法局\t县公安局\n"
    (found,) = findings(text, "D004")
    assert found.message.zh == "附件写 县司法局，正文由 县住建局 牵头"
    (span,) = found.also
    assert text[slice(*span)] == "1.推进审批制度改革"


INDICATORS = "附件1\n指标分工表\n序号\t指标名称\t牵头部门\n1\t开办企业\t{}\n2\t招标投标\t县发改局\n"


def test_d004_indicators_of_an_annex() -> None:
    body = tasks(
        "优化开办企业流程。全程网办。（牵头单位：县审批局；配合单位：县税务局）",
        "规范招标投标。全程电子化。（牵头单位：县发改局、县住建局）",
        "便利开办企业注销。（牵头单位：县税务局）",
    )
    assert words(body + INDICATORS.format("县审批局"), "D004") == []
    # One of the tasks that are about it is enough.
    assert words(body + INDICATORS.format("县税务局"), "D004") == []
    assert words(body + INDICATORS.format("县司法局"), "D004") == ["县司法局"]


def test_d004_an_indicator_whose_parts_are_assigned() -> None:
    body = tasks("提升包容普惠创新水平。（县教育局负责）", "优化开办企业流程。（县审批局负责）")
    table = (
        "附件1\n指标分工表\n序号\t一级指标\t二级指标\t牵头部门\n1\t开办企业\t流程\t县审批局\n"
        "2\t包容普惠创新\t创新创业\t{}\n3\t包容普惠创新\t市场开放\t县商务局\n"
    )
    assert words(body + table.format("县教育局"), "D004") == []
    assert words(body + table.format("县科技局"), "D004") == ["县科技局"]


def test_d005_unbalanced_bracket() -> None:
    text = tasks("精简审批。（牵头单位：县审批局；配合单位：县财政局", "规范收费。（县财政局负责）")
    (found,) = words(text, "D005")
    assert found.startswith("（牵头单位：县审批局")


def test_d006_not_understood() -> None:
    text = tasks("完善机制。（牵头单位：另行明确；配合单位：待定）", f"精简审批。{LED}")
    assert words(text, "D006") == ["（牵头单位：另行明确；配合单位：待定）"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("按照本方案第五部分落实。", ["本方案第五部分"]),
        ("按照本方案第二部分落实。", []),
        ("按照省方案第五部分落实。", []),
        ("按照条例第九条落实。", []),
        ("详见第三章。", ["详见第三章"]),
    ],
)
def test_d007_references(sentence: str, found: list[str]) -> None:
    text = f"{HEAD}一、主要任务\n1.精简审批。{sentence}{LED}\n二、保障措施\n加强领导。\n"
    assert words(text, "D007") == found


def test_d007_references_to_articles() -> None:
    text = f"{HEAD}第一条 精简审批。{LED}\n第二条 前述第一条和本办法第三条一并落实。{LED}\n"
    assert words(text, "D007") == ["本办法第三条"]
