"""A ledger that was filled in, through a plan that changes: nothing that people wrote is lost."""

from __future__ import annotations

import random
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.ledgers.building import build
from graphmodel.ledgers.filled import read_ledger
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.ledger import Part
from graphmodel.model.errors import LedgerError
from graphmodel.model.facts import Facts
from graphmodel.model.records import Task
from graphmodel.reports.wording import Language
from tests.analysis.building import Attribution, facts_of
from tests.ledgers.filling import (
    Row,
    after,
    edited,
    filled,
    put,
    rows_of,
    tasks,
    updated,
    written,
)
from tests.ledgers.sample import named, titled
from tests.reports.sample import FACTS, FIRST, PLAN, SECOND

WRITTEN = {"status": "推进中", "done": "2024-05-06", "remark": "等材料"}
INSERTED = replace(
    FACTS,
    tasks=(
        Task(FIRST, PLAN, (1, 1), "开办企业", FACTS.tasks[0].section, 0, 1),
        replace(FACTS.tasks[0], id=f"{PLAN}#1.2", path=(1, 2)),
        replace(FACTS.tasks[1], id=f"{PLAN}#1.3", path=(1, 3)),
    ),
    responsibilities=(), measures=(), targets=(), deadlines=(),
)  # fmt: skip
"""The plan with an item put in before the others, whose numbers and ids move on."""


def without_second(facts: Facts = FACTS) -> Facts:
    parts = tuple(r for r in facts.responsibilities if r.task != SECOND)
    return replace(facts, tasks=facts.tasks[:1], responsibilities=parts)


def kept(row: Row) -> Row:
    return {key: row[key] for key in WRITTEN}


def test_unchanged_plan_changes_nothing(tmp_path: Path) -> None:
    old = filled(tasks(FACTS), put(**WRITTEN))
    rows = after(old, FACTS, tmp_path)
    assert [kept(row) for row in rows] == [WRITTEN, dict.fromkeys(WRITTEN, "")]
    assert [row["change"] for row in rows] == ["", ""]


def test_item_put_in_before_does_not_take_the_status_of_its_number(tmp_path: Path) -> None:
    rows = after(filled(tasks(FACTS), put(**WRITTEN)), INSERTED, tmp_path)
    assert [(row["title"], row["status"]) for row in rows] == [
        ("开办企业", ""),
        ("精简获得电力审批", "推进中"),
        ("规范收费", ""),
    ]
    assert rows[0]["change"] == "新增"
    assert rows[2]["change"] == "变更：编号原为“1.2”；牵头单位原为“县财政局”"


def test_reworded_item_keeps_its_row_and_tells_what_it_was(tmp_path: Path) -> None:
    rows = after(filled(tasks(FACTS), put(**WRITTEN)), titled("精简用电报装审批"), tmp_path)
    assert kept(rows[0]) == WRITTEN
    assert rows[0]["title"] == "精简用电报装审批"
    assert rows[0]["change"] == "变更：任务原为“精简获得电力审批”"


def test_item_that_is_gone_stays_at_the_end(tmp_path: Path) -> None:
    old = filled(tasks(FACTS), lambda rows: [rows[0], rows[1] | WRITTEN])
    rows = after(old, without_second(), tmp_path)
    assert [row["title"] for row in rows] == ["精简获得电力审批", "规范收费"]
    assert kept(rows[1]) == WRITTEN
    assert (rows[1]["change"], rows[1]["no"]) == ("删除：方案中已没有这一项", "")


def test_item_that_comes_back_is_found_again(tmp_path: Path) -> None:
    old = filled(tasks(FACTS), lambda rows: [rows[0], rows[1] | WRITTEN])
    gone = updated(written(old, tmp_path), without_second()).ledger
    back = updated(written(gone, tmp_path), FACTS)
    rows = rows_of(back.ledger.parts[0])
    assert kept(rows[1]) == WRITTEN
    assert (rows[1]["change"], rows[1]["no"]) == ("", "2")
    assert back.rows == {"same": 2}


def test_people_may_correct_what_the_plan_says(tmp_path: Path) -> None:
    old = filled(tasks(FACTS), put(lead="县数据局", support="县财政局"))
    rows = after(old, FACTS, tmp_path)
    assert (rows[0]["lead"], rows[0]["support"]) == ("县数据局", "县财政局")
    assert (rows[0]["change"], rows[0]["remark"]) == ("", "")


def test_where_plan_and_people_changed_a_cell_theirs_goes_to_the_remarks(tmp_path: Path) -> None:
    old = filled(tasks(FACTS), put(lead="县数据局", remark="见会议纪要"))
    rows = after(old, named("县政务服务局", "县财政局", "各乡镇"), tmp_path)
    assert rows[0]["lead"] == "县政务服务局"
    assert rows[0]["remark"] == "见会议纪要\n原表所填牵头单位：县数据局"
    assert rows[0]["change"] == "变更：牵头单位原为“县数据局”"


def test_where_plan_and_people_agree_nothing_is_told(tmp_path: Path) -> None:
    old = filled(tasks(FACTS), put(lead="县政务服务局"))
    rows = after(old, named("县政务服务局", "县财政局", "各乡镇"), tmp_path)
    assert (rows[0]["lead"], rows[0]["change"], rows[0]["remark"]) == ("县政务服务局", "", "")


def test_what_people_wrote_beside_a_change_is_kept(tmp_path: Path) -> None:
    gone = updated(written(tasks(FACTS), tmp_path), titled("精简用电报装审批")).ledger
    answered = filled(gone, put(change="已报领导"))
    rows = after(answered, titled("精简用电报装审批"), tmp_path)
    assert (rows[0]["change"], rows[0]["remark"]) == ("", "原表所填变化：已报领导")


def test_columns_rows_and_order_of_people_stay(tmp_path: Path) -> None:
    def edit(rows: list[Row]) -> list[Row]:
        first, second = rows
        below = {"title": "收费清单上网", "status": "已完成", "进度%": "80%"}
        return [second | {"进度%": "50%"}, below, first | {"": "无题"}]

    old = filled(tasks(FACTS), edit, own=["进度%", ""])
    rows = after(old, FACTS, tmp_path)
    assert [row["title"] for row in rows] == ["精简获得电力审批", "规范收费", "收费清单上网"]
    assert [row["进度%"] for row in rows] == ["", "50%", "80%"]
    assert rows[0][""] == "无题"
    assert rows[2]["status"] == "已完成"
    assert [*rows[0]][:2] == ["进度%", ""]


def test_row_that_people_copied_is_theirs(tmp_path: Path) -> None:
    old = filled(tasks(FACTS), lambda rows: [rows[0], rows[0] | WRITTEN, rows[1]])
    new = updated(written(old, tmp_path), FACTS)
    assert new.rows == {"same": 2, "own": 1}
    assert [kept(row) for row in rows_of(new.ledger.parts[0])][1] == WRITTEN


def test_column_that_people_removed_stays_away(tmp_path: Path) -> None:
    old = filled(tasks(FACTS), put(**WRITTEN), without=["indicator", "remark"])
    rows = after(old, FACTS, tmp_path)
    assert "indicator" not in rows[0]
    assert rows[0]["remark"] == ""  # the update may have something to remark
    assert rows[0]["status"] == "推进中"


def test_without_hidden_columns_rows_are_found_by_their_words(tmp_path: Path) -> None:
    old = filled(tasks(FACTS), put(**WRITTEN), without=["id", "sums"])
    rows = after(old, INSERTED, tmp_path)
    assert [(row["title"], row["status"]) for row in rows] == [
        ("开办企业", ""),
        ("精简获得电力审批", "推进中"),
        ("规范收费", ""),
    ]


def test_lines_and_sheets_of_people_stay(tmp_path: Path) -> None:
    made = tasks(FACTS)
    noted = replace(made.parts[0], lines=[*made.parts[0].lines, "8月例会前填报"])
    own = Part("联络表", "", (), (), [("科室", "电话"), (), ("办公室", "=1+1")])
    old = written(replace(made, parts=[noted, own]), tmp_path)
    new = updated(old, titled("另一件事")).ledger
    assert new.parts[0].lines == [*made.parts[0].lines, "8月例会前填报"]
    assert (new.parts[1].name, new.parts[1].rows) == (own.name, own.rows)
    assert [p.name for p in updated(written(new, tmp_path), FACTS).ledger.parts] == [
        "任务分解表",
        "联络表",
    ]


def test_copy_of_the_sheet_is_kept_as_it_is(tmp_path: Path) -> None:
    made = filled(tasks(FACTS), put(**WRITTEN))
    copy = replace(made.parts[0], name="备份", rows=made.parts[0].rows[:1])
    new = updated(written(replace(made, parts=[copy, *made.parts]), tmp_path), FACTS).ledger
    assert [part.name for part in new.parts] == ["任务分解表", "备份"]
    assert "等材料" in new.parts[1].rows[-1]
    assert rows_of(new.parts[0])[0]["remark"] == "等材料"


def test_lists_of_bodies_are_updated_each_by_itself(tmp_path: Path) -> None:
    made = build(FACTS, LedgerKind.UNITS, Language.ZH)
    index, finance, approval, towns = made.parts
    parts = [
        edited(index, put(remark="主要负责")),
        edited(finance, put(status="已完成")),
        edited(approval, put(status="推进中")),
        edited(towns, put(status="滞后")),
    ]
    gone = replace(
        FACTS,
        responsibilities=tuple(r for r in FACTS.responsibilities if r.unit != approval.body),
    )
    new = updated(written(replace(made, parts=parts), tmp_path), gone)
    names = [part.name for part in new.ledger.parts]
    assert names == ["目录", "县财政局", "各乡镇", "县审批局"]
    found = [rows_of(part) for part in new.ledger.parts]
    assert [row["name"] for row in found[0]] == ["县财政局", "各乡镇", "县审批局"]
    assert (found[0][0]["remark"], found[0][2]["change"]) == (
        "主要负责",
        "删除：方案中已没有这一项",
    )
    statuses = [rows[0]["status"] for rows in found[1:]]
    assert statuses == ["已完成", "滞后", "推进中"]
    assert new.ledger.links(new.ledger.parts[0])[2] is new.ledger.parts[3]


def test_pairs_are_updated(tmp_path: Path) -> None:
    made = filled(build(FACTS, LedgerKind.COLLABORATION, Language.ZH), put(remark="每周碰头"))
    [row] = after(made, FACTS, tmp_path)
    assert (row["remark"], row["change"]) == ("每周碰头", "")


def test_ledger_keeps_its_language(tmp_path: Path) -> None:
    old = written(filled(tasks(FACTS, Language.EN), put(status="finished")), tmp_path)
    new = updated(old, FACTS)
    assert new.ledger.language is Language.EN
    assert new.rows == {"same": 2}


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04", b"%PDF-1.4"])
def test_what_is_no_workbook_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(Exception) as caught:
        read_ledger(path)
    assert getattr(caught.value, "source", None) == str(path)


def test_workbook_without_a_ledger_is_told(tmp_path: Path) -> None:
    own = Part("联络表", "", (), (), [("科室", "任务"), ("办公室", "整理")])
    path = written(replace(tasks(FACTS), parts=[own]), tmp_path)
    with pytest.raises(LedgerError) as caught:
        read_ledger(path)
    assert (caught.value.source, caught.value.code) == (str(path), "no_ledger")


TITLES = st.lists(
    st.text(st.sampled_from("甲乙丙丁戊己"), min_size=3, max_size=8), max_size=8, unique=True
)


def plan_of(titles: list[str]) -> Facts:
    """A plan of tasks with these titles, each led by a body of its own."""
    attributions = [Attribution(n, leads="ABCDEFGH"[n - 1]) for n in range(1, len(titles) + 1)]
    return titled(*titles, facts=facts_of(*attributions))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(before=TITLES, later=TITLES, stays=st.integers(0, 8), seed=st.integers(0, 99))
def test_every_word_of_people_is_there_afterwards(
    tmp_path: Path, before: list[str], later: list[str], stays: int, seed: int
) -> None:
    """Whatever stays, comes or goes: no word is lost, and none goes to an item of other words."""
    then = list(dict.fromkeys(before[:stays] + later))[:8]
    rnd = random.Random(seed)

    def edit(rows: list[Row]) -> list[Row]:
        marked = [r | {"remark": f"注-{r['title']}", "进度": f"度-{r['title']}"} for r in rows]
        rnd.shuffle(marked)
        return [*marked, {"title": "自己的", "remark": "注-自己的"}]

    old = filled(tasks(plan_of(before)), edit, own=["进度"])
    [table] = updated(written(old, tmp_path), plan_of(then)).ledger.parts
    rows = rows_of(table)
    words = [word for row in rows for word in (row["remark"], row.get("进度", "")) if word]
    expected = [f"{mark}-{title}" for title in before for mark in ("注", "度")] + ["注-自己的"]
    assert sorted(words) == sorted(expected)
    for row in rows:
        if row["title"] in before:
            assert row["remark"] == f"注-{row['title']}"
        elif row["remark"]:
            assert row["change"].startswith("变更：") or row["title"] == "自己的"
    assert [row["title"] for row in rows if row["no"]] == then


HEADS = [
    "序号",
    "编号",
    "任务",
    "牵头单位",
    "出处",
    "状态",
    "备注",
    "变化",
    "标识",
    "校验",
    "",
    "联系人",
]
GRIDS = st.tuples(
    st.lists(st.sampled_from(HEADS), min_size=3, max_size=9),
    st.integers(0, 3),
    st.lists(st.lists(st.booleans(), max_size=10), max_size=5),
    st.booleans(),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(GRIDS)
def test_whatever_people_made_of_a_sheet_is_there_afterwards(
    tmp_path: Path, grid: tuple[list[str], int, list[list[bool]], bool]
) -> None:
    """Heads in any order, lines above them, rows of any length, a row of the plan or none."""
    heads, above, filled_in, has_plan_row = grid
    words = [[f"字{n}-{m}" if is_there else "" for m, is_there in enumerate(row)]
             for n, row in enumerate(filled_in)]  # fmt: skip
    lines = [(f"行{number}",) for number in range(above)]
    named = ["规范收费" if head == "任务" else "" for head in heads]
    rows = [*lines, tuple(heads), *map(tuple, words), *([tuple(named)] if has_plan_row else [])]
    path = written(replace(tasks(FACTS), parts=[Part("表", "", (), (), rows)]), tmp_path)
    try:
        new = updated(path, FACTS)
    except LedgerError:
        assert len(set(heads) - {"", "联系人"}) < 3
        return
    cells = [cell for part in new.ledger.parts for row in part.rows for cell in row]
    everything = "\n".join([*cells, *(line for part in new.ledger.parts for line in part.lines)])
    ours = {heads.index(head) for head in ("序号", "变化", "校验") if head in heads}
    expected = [w for row in words for m, w in enumerate(row) if w and m not in ours]
    assert [w for w in [*expected, *(line for (line,) in lines)] if w not in everything] == []


def test_rows_that_a_filter_hides_are_read(tmp_path: Path) -> None:
    path = written(filled(tasks(FACTS), put(**WRITTEN)), tmp_path)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"]
    members["xl/worksheets/sheet1.xml"] = sheet.replace(b'<row r="5"', b'<row r="5" hidden="1"')
    assert members["xl/worksheets/sheet1.xml"] != sheet
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    assert kept(rows_of(updated(path, FACTS).ledger.parts[0])[0]) == WRITTEN
