"""Tables: tabs in a text file, pipes, and the tables of a web page."""

from __future__ import annotations

import pytest

from graphmodel.extraction.draft import PlanDraft
from graphmodel.extraction.plan import extract_plan
from graphmodel.reading import read_bytes
from tests.extraction.drafts import draft_of, said_by

HEAD = "澄原县工作方案\n一、任务\n推进改革。\n附件1\n任务分解表\n"


def table(*rows: str, end: str = "\n") -> PlanDraft:
    return draft_of((HEAD + "\n".join(rows) + "\n").replace("\n", end))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_tasks_in_lines_of_cells(end: str) -> None:
    draft = table(
        "序号\t重点任务\t牵头单位\t配合单位",
        "1\t推进审批\t县住建局\t县公安局、县税务局",
        "2\t推进监管\t县公安局、县税务局\t各乡镇等",
        "3\t推进服务\t县财政局\t/",
        end=end,
    )
    assert [(task.path, task.title, *map(said_by, task.attributions)) for task in draft.tasks] == [
        (("annex", 1, 1), "推进审批", (["县住建局"], ["县公安局", "县税务局"], [])),
        (("annex", 1, 2), "推进监管", (["县公安局", "县税务局"], ["各乡镇"], [])),
        (("annex", 1, 3), "推进服务", (["县财政局"], [], [])),
    ]
    attributions = [task.attributions[0] for task in draft.tasks]
    assert [a.basis for a in attributions] == ["designated"] * 3
    assert [a.open_ended for a in attributions] == [False, True, False]


def test_spans_of_a_row() -> None:
    text = HEAD + "序号\t任务\t责任单位\n1\t推进审批\t县住建局\n2\t推进监管\t县公安局\n"
    first, second = draft_of(text).tasks
    assert text[first.start : first.end] == "1\t推进审批\t县住建局"
    assert text[second.start : second.end] == "2\t推进监管\t县公安局"
    mention = second.attributions[0].assignments[0].mention
    assert text[mention.start : mention.end] == "县公安局"


def test_column_of_responsible_bodies_leads() -> None:
    draft = table("序号\t任务\t责任单位", "1\t甲\t县住建局", "2\t乙\t县公安局、县税务局")
    assert [task.attributions[0].basis for task in draft.tasks] == ["sole", "joint"]
    assert said_by(draft.tasks[1].attributions[0]) == (["县公安局", "县税务局"], [], [])


def test_responsible_bodies_beside_a_column_of_leads_support() -> None:
    draft = table("序号\t任务\t牵头单位\t责任单位", "1\t甲\t县住建局\t县公安局")
    assert said_by(draft.tasks[0].attributions[0]) == (["县住建局"], ["县公安局"], [])


def test_words_in_a_cell_decide() -> None:
    draft = table("序号\t任务\t责任单位", "1\t甲\t县住建局牵头，县公安局配合")
    attribution = draft.tasks[0].attributions[0]
    assert said_by(attribution) == (["县住建局"], ["县公安局"], [])
    assert attribution.basis == "designated"


@pytest.mark.parametrize(
    ("number", "path"),
    [("7", 7), ("０７", 7), ("", 1), ("一", 1), ("1" * 5000, 1), ("①", 1), ("1.", 1)],
)
def test_number_of_a_row_or_else_its_order(number: str, path: int) -> None:
    (task,) = table("序号\t任务\t责任单位", f"{number}\t甲\t县住建局").tasks
    assert task.path == ("annex", 1, path)


@pytest.mark.parametrize(
    "rows",
    [
        ("序号\t名称\t电话", "1\t甲\t乙"),
        ("指标\t责任单位",),
        ("甲\t乙\t丙", "丁\t戊\t己"),
        ("序号\t任务\t责任单位", "1\t甲\t", "2\t\t县住建局", "3"),
        ("推进甲\t乙",),
    ],
)
def test_table_that_assigns_nothing(rows: tuple[str, ...]) -> None:
    draft = table(*rows)
    assert (draft.tasks, draft.indicators) == ([], [])


def test_indicators_with_a_group() -> None:
    text = (
        f"{HEAD}序号\t指标名称\t牵头单位\n1\t开办企业\t县市场监管局\n2\t跨境贸易\t\n"
        "3\t包容普惠创新\t创新创业活跃度\t县科技局\n\t\t人才流动便利度\t县人社局\n"
    )
    draft = draft_of(text)
    assert [
        (i.name, i.level, i.parent, i.code, [m.words for m in i.attribution.leads])
        if i.attribution
        else (i.name, i.level, i.parent, i.code, [])
        for i in draft.indicators
    ] == [
        ("开办企业", 1, None, "starting_business", ["县市场监管局"]),
        ("跨境贸易", 1, None, "cross_border", []),
        ("包容普惠创新", 1, None, "inclusive_innovation", []),
        ("创新创业活跃度", 2, "包容普惠创新", None, ["县科技局"]),
        ("人才流动便利度", 2, "包容普惠创新", None, ["县人社局"]),
    ]
    for indicator in draft.indicators:
        assert text[indicator.start : indicator.end] == indicator.name


def test_table_in_the_body() -> None:
    draft = draft_of("方案\n一、任务\n序号\t任务\t牵头单位\n1\t甲\t县住建局\n")
    assert [task.path for task in draft.tasks] == [(1,)]


def test_pipe_table() -> None:
    draft = table(
        "| 序号 | 任务 | 牵头单位 | 配合单位 |",
        "|---|---|---|---|",
        "| 1 | 推进审批 | 县住建局 | 县公安局 |",
    )
    (task,) = draft.tasks
    assert (task.path, task.title) == (("annex", 1, 1), "推进审批")
    assert said_by(task.attributions[0]) == (["县住建局"], ["县公安局"], [])


def test_table_of_a_web_page_with_merged_cells() -> None:
    page = (
        "<html><head><meta charset='utf-8'><title>方案</title></head><body><article>"
        "<h1>澄原县工作方案</h1><p>一、任务</p><p>推进改革，现将任务分解如下，请认真落实。</p>"
        "<p>附件1</p><table>"
        "<tr><td>序号</td><td>任务</td><td>牵头单位</td><td>配合单位</td></tr>"
        "<tr><td>1</td><td>推进审批</td><td rowspan='2'>县住建局</td><td>县公安局</td></tr>"
        "<tr><td>2</td><td>推进监管</td><td></td></tr>"
        "</table></article></body></html>"
    )
    draft = extract_plan(read_bytes(page.encode(), "plan.html"))
    assert [(task.title, said_by(task.attributions[0])) for task in draft.tasks] == [
        ("推进审批", (["县住建局"], ["县公安局"], [])),
        ("推进监管", (["县住建局"], [], [])),
    ]
