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
    [("7", 7), ("０７", 7), ("", 1), ("一", 1), ("1" * 5000, 1), ("①", 1), ("3.", 3)],
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
    assert [task.path for task in draft.tasks] == [(1, 1)]


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


def page(rows: str, before: str = "<p>附件1</p><p>2026年任务分解表</p>") -> PlanDraft:
    """The draft of a web page with one table."""
    return extract_plan(
        read_bytes(
            (
                "<html><head><meta charset='utf-8'></head><body><article><h1>澄原县工作方案</h1>"
                "<p>一、任务</p><p>推进改革，现将任务分解如下，请各单位认真抓好落实。</p>"
                f"{before}<table>{rows}</table></article></body></html>"
            ).encode(),
            "plan.html",
        )
    )


def row(*cells: str) -> str:
    """A row of a table; `2>words` covers two rows, `2^words` two columns."""

    def cell(words: str) -> str:
        if words[1:2] == ">":
            return f"<td rowspan='{words[0]}'>{words[2:]}</td>"
        if words[1:2] == "^":
            return f"<td colspan='{words[0]}'>{words[2:]}</td>"
        return f"<td>{words}</td>"

    return "<tr>" + "".join(map(cell, cells)) + "</tr>"


def test_head_of_two_rows_under_a_title() -> None:
    draft = page(
        row("6^澄原县任务分解表")
        + row("2>序号", "2>类别", "2>工作任务", "2^责任分工", "2>完成时限")
        + row("牵头", "配合")
        + row("1", "2>审批", "推进审批", "县住建局", "县公安局", "6月底前")
        + row("2", "推进登记", "县税务局<br>县财政局", "/", "2026.3-2027.5")
    )
    assert [(t.path, t.title, said_by(t.attributions[0])) for t in draft.tasks] == [
        (("annex", 1, 1), "推进审批", (["县住建局"], ["县公安局"], [])),
        (("annex", 1, 2), "推进登记", (["县税务局", "县财政局"], [], [])),
    ]
    assert [[d.date for d in t.deadlines] for t in draft.tasks] == [["2026-06-30"], ["2027-05-31"]]


def test_numbers_that_begin_again_in_each_group() -> None:
    draft = page(
        row("序号", "重点任务", "责任单位", "完成时限")
        + row("4^一、审批")
        + row("1", "推进审批", "县住建局", "12月")
        + row("2", "推进登记", "县税务局", "长期坚持")
        + row("4^二、监管")
        + row("1", "推进监管", "县公安局", "每季度")
    )
    assert [task.path for task in draft.tasks] == [
        ("annex", 1, 1, 1),
        ("annex", 1, 1, 2),
        ("annex", 1, 2, 1),
    ]
    assert [(s.path, s.title) for s in draft.sections[1:]] == [
        (("annex", 1, 1), "审批"),
        (("annex", 1, 2), "监管"),
    ]
    times = [(d.date, d.recurrence, d.event) for t in draft.tasks for d in t.deadlines]
    assert times == [
        ("2026-12-31", None, None),
        (None, None, "长期坚持"),
        (None, "quarterly", None),
    ]


def test_rows_that_share_the_cell_of_the_work_are_one_task() -> None:
    draft = page(
        row("序号", "任务", "牵头单位", "配合单位")
        + row("2>1", "2>推进审批", "县住建局", "县公安局")
        + row("县税务局", "县财政局")
        + row("2>2", "推进甲", "县水务局", "")
        + row("推进乙", "县司法局", "")
    )
    assert [(t.path, [*map(said_by, t.attributions)]) for t in draft.tasks] == [
        (("annex", 1, 1), [(["县住建局"], ["县公安局"], []), (["县税务局"], ["县财政局"], [])]),
        (("annex", 1, 2, 1), [(["县水务局"], [], [])]),
        (("annex", 1, 2, 2), [(["县司法局"], [], [])]),
    ]


def test_officials_of_a_row_are_posts_and_their_cells_are_private() -> None:
    draft = page(
        row("序号", "任务", "牵头领导", "牵头单位", "联系人")
        + row("1", "推进审批", "副县长何某某", "县住建局", "钱某某 13900000000")
    )
    (task,) = draft.tasks
    assert said_by(task.attributions[0]) == (["县住建局"], [], [])
    assert [post.words for post in task.attributions[0].posts] == ["副县长何某某"]
    assert len(draft.private) == 2


def test_attributions_inside_the_cells_of_work() -> None:
    draft = page(
        row("序号", "工作任务", "主要举措")
        + row("1", "审批", "推进审批。（牵头单位：县住建局；配合单位：县公安局）")
    )
    assert [(t.title, said_by(t.attributions[0])) for t in draft.tasks] == [
        ("审批", (["县住建局"], ["县公安局"], []))
    ]


def test_head_that_says_that_the_first_listed_leads() -> None:
    draft = page(
        row("序号", "任务", "责任单位（列第一位的为牵头单位）")
        + row("1", "推进审批", "县住建局、县公安局")
    )
    attribution = draft.tasks[0].attributions[0]
    assert said_by(attribution) == (["县住建局"], ["县公安局"], [])
    assert attribution.basis == "first_listed"


def test_numbered_cells_are_no_outline() -> None:
    draft = page(row("序号", "任务", "责任单位") + row("1", "1.推进审批；2.推进登记", "县住建局"))
    assert [section.path for section in draft.sections] == [(1,)]
    assert [task.path for task in draft.tasks] == [("annex", 1, 1)]


def test_cells_on_lines_of_their_own() -> None:
    cells = ["序号", "重点工作", "责任领导", "责任单位", "完成时限"]
    cells += ["1", "推进招商", "副主任钱某某", "招商工作部、安商工作部", "全年"]
    cells += ["2", "推进登记", "", "县税务局", "6月底前"]
    draft = draft_of("澄原县2026年工作要点\n" + "".join(f"{cell} |\n" for cell in cells))
    assert [(t.path, t.title, said_by(t.attributions[0])[0]) for t in draft.tasks] == [
        ((1,), "推进招商", ["招商工作部", "安商工作部"]),
        ((2,), "推进登记", ["县税务局"]),
    ]
    assert [d.event or d.date for t in draft.tasks for d in t.deadlines] == ["全年", "2026-06-30"]


def test_sheets_that_are_numbered_alike_stay_apart() -> None:
    draft = page(
        row("序号", "任务", "责任单位")
        + row("1", "推进审批", "县住建局")
        + "</table><p>服务</p><table>"
        + row("序号", "任务", "责任单位")
        + row("1", "推进登记", "县税务局")
    )
    assert [(t.path, t.title) for t in draft.tasks] == [
        (("annex", 1, 1), "推进审批"),
        (("annex", 1, 2, 1), "推进登记"),
    ]


def test_columns_that_refer_to_items_are_no_titles() -> None:
    draft = page(
        row("序号", "对应任务", "细则内容", "牵头部门")
        + row("1", "（一）", "推进审批", "县住建局")
        + row("2", "（二）", "推进登记", "县税务局")
    )
    assert [task.title for task in draft.tasks] == ["推进审批", "推进登记"]


def test_table_cut_by_a_page() -> None:
    draft = page(
        row("序号", "任务", "责任单位")
        + row("1", "推进审批", "县住建局")
        + "</table><p>- 3 -</p><table>"
        + row("序号", "任务", "责任单位")
        + row("2", "推进登记", "县税务局")
    )
    assert [task.path for task in draft.tasks] == [("annex", 1, 1), ("annex", 1, 2)]
