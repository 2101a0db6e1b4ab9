"""What changed between two texts: made by hand, by change of a real plan, and at random."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis.difference.changes import difference
from graphmodel.analysis.difference.likeness import dice, words_of
from graphmodel.analysis.difference.matching import match, moved
from graphmodel.model.facts import Facts
from graphmodel.model.records import Task
from graphmodel.model.resources import resource
from graphmodel.pipeline import extract, facts_of
from graphmodel.reading import read_bytes

HEAD = "云岭县优化营商环境实施方案\n\n一、重点任务\n\n"
APPROVE = "精简审批环节。取消不必要的证明材料，办理时间压减至5个工作日以内"
FEES = "规范涉企收费。公布收费目录清单，清单之外一律不得收取任何费用"
POWER = "提升用电报装服务。推广线上申请，小微企业接电实现零上门"
COURT = "加快商事案件审理。推行繁简分流，运用互联网方式开庭"
BY = "（县审批局牵头，县财政局、县住建局配合）"


def plan(*items: str) -> Facts:
    """The facts of a plan of numbered items."""
    lines = [f"{number}.{item}。\n" for number, item in enumerate(items, 1)]
    return facts_of(read_bytes((HEAD + "\n".join(lines)).encode(), "方案.txt"))


def rows(found: pd.DataFrame) -> list[tuple[object, ...]]:
    columns = ("change", "old_path", "new_path", "before", "after")
    return list(zip(*(found[name] for name in columns), strict=True))


def changed(old: Facts, new: Facts) -> list[tuple[object, ...]]:
    return rows(difference(old, new))


def test_equal_plans_do_not_differ() -> None:
    assert changed(plan(APPROVE + BY, FEES + BY), plan(APPROVE + BY, FEES + BY)) == []


def test_change_of_lead_and_support() -> None:
    new = plan(APPROVE + "（县财政局牵头，县审批局、县税务局配合）")
    assert changed(plan(APPROVE + BY), new) == [
        ("lead", "1.1", "1.1", ("县审批局",), ("县财政局",)),
        ("support", "1.1", "1.1", ("县财政局", "县住建局"), ("县审批局", "县税务局")),
    ]


def test_change_of_target_stands_beside_the_one_it_takes_the_place_of() -> None:
    found = changed(plan(APPROVE + BY), plan(APPROVE.replace("5个", "3个") + BY))
    assert ("target", "1.1", "1.1", ("办理时间 ≤ 5工作日",), ("办理时间 ≤ 3工作日",)) in [
        row for row in found if row[0] == "target"
    ]
    assert {row[0] for row in found} == {"target", "wording"}


def test_change_of_deadline() -> None:
    old, new = (plan(f"{FEES}。{year}年6月底前完成{BY}") for year in (2024, 2025))
    deadlines = [row[3:] for row in changed(old, new) if row[0] == "deadline"]
    assert deadlines == [(("2024-06-30",), ("2025-06-30",))]


def test_a_new_task_renumbers_those_behind_it_and_moves_none() -> None:
    found = changed(plan(APPROVE + BY, FEES + BY), plan(APPROVE + BY, POWER + BY, FEES + BY))
    assert found == [
        ("new", None, "1.2", (), ("县审批局",)),
        ("renumbered", "1.2", "1.3", ("1.2",), ("1.3",)),
    ]


def test_a_task_that_is_gone() -> None:
    found = changed(plan(APPROVE + BY, FEES + BY, POWER + BY), plan(APPROVE + BY, POWER + BY))
    assert found == [
        ("gone", "1.2", None, ("县审批局",), ()),
        ("renumbered", "1.3", "1.2", ("1.3",), ("1.2",)),
    ]


def test_a_task_out_of_order_is_moved_and_the_others_renumbered() -> None:
    found = changed(
        plan(APPROVE + BY, FEES + BY, POWER + BY, COURT + BY),
        plan(COURT + BY, APPROVE + BY, FEES + BY, POWER + BY),
    )
    assert [row[:3] for row in found] == [
        ("moved", "1.4", "1.1"),
        ("renumbered", "1.1", "1.2"),
        ("renumbered", "1.2", "1.3"),
        ("renumbered", "1.3", "1.4"),
    ]


def test_a_task_in_two_is_split_and_two_in_one_are_merged() -> None:
    title, _, body = COURT.partition("。")
    whole = plan(f"{FEES}。{body}{BY}")
    parts = plan(FEES + BY, f"{body}{BY}")
    assert [row[:3] for row in changed(whole, parts) if row[0] != "wording"] == [
        ("split", "1.1", "1.2")
    ]
    assert [row[:3] for row in changed(parts, whole) if row[0] != "wording"] == [
        ("merged", "1.2", "1.1")
    ]
    assert title not in body


def test_a_task_with_another_title_is_found_by_its_text() -> None:
    other = "下大力气减环节" + APPROVE[APPROVE.index("。") :]
    (found,) = difference(plan(APPROVE + BY), plan(other + BY)).to_dict("records")
    assert (found["change"], found["after"]) == ("title", ("下大力气减环节",))
    assert found["matched_by"] == "path"


def test_tasks_with_nothing_in_common_are_not_paired() -> None:
    found = changed(plan(APPROVE + BY), plan(COURT + BY))
    assert [row[0] for row in found] == ["gone", "new"]


def test_facts_without_texts_are_paired_by_titles() -> None:
    old, new = plan(APPROVE + BY, FEES + BY), plan(FEES + BY, APPROVE + BY)
    found = difference(old.without_texts(), new.without_texts())
    assert sorted(found["change"]) == ["moved", "renumbered"]


def test_bodies_of_a_draft_without_a_place_are_known_by_name() -> None:
    old = plan(APPROVE + BY)
    units = tuple(replace(u, id=f"?:{u.name}", jurisdiction=None) for u in old.units)
    ids = {a.id: b.id for a, b in zip(old.units, units, strict=True)}
    parts = tuple(replace(r, unit=ids[r.unit]) for r in old.responsibilities)
    assert changed(replace(old, units=units, responsibilities=parts), old) == []


def test_words_leave_out_the_attribution() -> None:
    facts = plan(APPROVE + BY)
    (text,) = words_of(facts, facts.tasks)
    assert "牵头" not in text
    assert text.rstrip("。\n").endswith("5个工作日以内")


@pytest.mark.parametrize(
    ("a", "b", "likeness"),
    [
        ("甲乙丙", "甲乙丙", 1.0),
        ("甲乙丙", "甲乙", 2 / 3),
        ("甲，乙", "甲乙", 1.0),
        ("", "甲", 0.0),
    ],
)
def test_dice_coefficient(a: str, b: str, likeness: float) -> None:
    assert dice([a], [b])[0, 0] == pytest.approx(likeness)


def test_indicators_are_told_apart_by_the_one_above() -> None:
    # Two sections of the sample name 时间 and 成本 among their second-level indicators.
    path = resource("data", "samples", "jiling-2025-mechanism.txt")
    text = path.read_text(encoding="utf-8")
    old = facts_of(read_bytes(text.encode(), "稿.txt"))
    heading = "（二）县住建局"
    assert text.count(heading) == 1
    power = "供电可靠性及电费透明度指数"
    assert text.count(power) == 1
    edited = text.replace(heading, "（二）县水务局").replace(power, "供电可靠性指数")
    found = difference(old, facts_of(read_bytes(edited.encode(), "文.txt")))
    own = found[found["item"] == "indicator"]
    assert sorted(zip(own["change"], own["old_title"], own["new_title"], strict=True), key=str) == [
        ("gone", power, None),
        ("lead", "办理建筑许可", "办理建筑许可"),
        ("lead", "获得用水用气", "获得用水用气"),
        ("new", None, "供电可靠性指数"),
    ]
    assert set(own["after"][own["change"] == "lead"]) == {("县水务局",)}


def _tasks(titles: list[str]) -> list[Task]:
    return [Task(f"t{n}", "p", (n,), title, None, n, n + 1) for n, title in enumerate(titles, 1)]


_titles = st.lists(st.text("甲乙丙丁", min_size=1, max_size=5), max_size=4)


@settings(max_examples=40, deadline=None)
@given(_titles, _titles)
def test_no_other_pairing_is_worth_more(old: list[str], new: list[str]) -> None:
    def worth(a: Task, b: Task) -> float:
        alike = float(dice([a.title], [b.title])[0, 0])
        return alike + 0.1 * (a.path == b.path) if alike >= 0.5 else 0.0

    a, b = _tasks(old), _tasks(new)
    short, long = sorted([a, b], key=len)
    best = max(
        sum(worth(x, y) for x, y in zip(short, some, strict=True))
        for some in permutations(long, len(short))
    )
    found = match(a, b, [""] * len(a), [""] * len(b))
    assert sum(worth(a[p.old], b[p.new]) for p in found.pairs) == pytest.approx(best)
    parts = [i for i, _ in found.merged]
    assert sorted([p.old for p in found.pairs] + found.gone + parts) == list(range(len(a)))


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(6)))
def test_as_few_as_can_be_are_moved(order: list[int]) -> None:
    names = ["甲甲甲", "乙乙乙", "丙丙丙", "丁丁丁", "戊戊戊", "己己己"]
    titles = _tasks(names)
    found = match(titles, _tasks([names[n] for n in order]), [""] * 6, [""] * 6)
    assert [pair.old for pair in found.pairs] == order
    longest = max(
        bin(chosen).count("1")
        for chosen in range(64)
        if (kept := [n for at, n in enumerate(order) if chosen >> at & 1]) == sorted(kept)
    )
    assert len(moved(found)) == 6 - longest


def _at(lines: list[str], beginning: str) -> int:
    return next(number for number, line in enumerate(lines) if line.startswith(beginning))


def _other_lead(lines: list[str]) -> None:
    at = _at(lines, "1.优化企业开办")
    lines[at] = lines[at].replace("（区行政审批局牵头", "（区市场监管局牵头")


def _one_supporter_less(lines: list[str]) -> None:
    at = _at(lines, "2.方便企业注销")
    lines[at] = lines[at].replace("公安分局、", "")


def _gone(lines: list[str]) -> None:
    del lines[_at(lines, "8.推动")]


def _behind_the_next(lines: list[str]) -> None:
    at = _at(lines, "12.")
    lines[at], lines[at + 1] = lines[at + 1], lines[at]


def _split(lines: list[str]) -> None:
    at = _at(lines, "6.")
    first, rest = lines[at].split("；无外线施工")
    lines[at] = first + lines[at][lines[at].rindex("（") :]
    lines.insert(at + 1, f"6.压缩用气报装时限。无外线施工{rest}")


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (_other_lead, {("lead", "2.1.1")}),
        (_one_supporter_less, {("support", "2.1.2")}),
        (_gone, {("gone", "2.1.8")}),
        (_split, {("split", "2.1.6")}),
    ],
)
def test_one_change_of_a_real_plan_is_the_one_that_is_found(
    shared: Path, edit: Callable[[list[str]], None], expected: set[tuple[str, str]]
) -> None:
    path = shared / "documents" / "weibin-2023.txt"
    old = extract(path)
    lines = path.read_text(encoding="utf-8").split("\n")
    edit(lines)
    new = facts_of(read_bytes("\n".join(lines).encode(), "new.txt"))
    found = difference(old, new)
    follows = ("wording", "target") if edit is _split else ()
    kept = found[~found["change"].isin(follows)]
    assert set(zip(kept["change"], kept["old_path"], strict=True)) == expected


def test_two_neighbours_changed_over_are_one_move(shared: Path) -> None:
    path = shared / "documents" / "weibin-2023.txt"
    lines = path.read_text(encoding="utf-8").split("\n")
    _behind_the_next(lines)
    new = facts_of(read_bytes("\n".join(lines).encode(), "new.txt"))
    assert difference(extract(path), new)["change"].tolist() == ["moved"]


@pytest.mark.parametrize(
    "name", ["weibin-2023", "yijun-2021", "huining-2022", "jingle-2020", "xiangyuan-2023"]
)
def test_a_plan_does_not_differ_from_itself(shared: Path, name: str) -> None:
    facts = extract(shared / "documents" / f"{name}.txt")
    assert difference(facts, facts).empty
